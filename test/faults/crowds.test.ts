/**
 * The schedules once more, slower and for real: HTTP, a store on disk, and a process that is killed. `CROWDED` says how
 * many sources on each store; `SEED` begins elsewhere. What stands in the end is that of an undisturbed run.
 */
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { createRandom } from "../helpers/random.ts";
import { createPlace, STORES, type Place } from "../helpers/server-place.ts";
import { enforceLimits } from "../simulator/limits.ts";
import { openCrowd, runCrowd } from "./crowd.ts";
import { openPlace, outcomeOf } from "./outcome.ts";
import { drawSteps } from "./people.ts";
import { runCalmly, startStage, type Stage } from "./schedule.ts";

const CROWDED = Number(process.env["CROWDED"] ?? 5);
const SEED = Number(process.env["SEED"] ?? 20_261_126);
/** So many share a process, which dies once. */
const AT_ONCE = 5;

let stage: Stage;
beforeAll(async () => {
  stage = await startStage();
});
afterAll(() => stage.close());

describe.each(STORES)("the server on %s", (_, serverUrl) => {
  let place: Place;
  beforeAll(async () => {
    place = await createPlace(serverUrl);
    enforceLimits(place.simulator, { now: Date.now });
  }, 180_000);
  afterAll(() => place.close());

  it(`ends the same in ${CROWDED} schedules of faults, kills and late events`, async () => {
    for (let first = 0; first < CROWDED; first += AT_ONCE) {
      const seeds = Array.from({ length: Math.min(AT_ONCE, CROWDED - first) }, (__, index) => SEED + first + index);
      const crowd = Object.fromEntries(seeds.map((seed) => [`team-${seed}`, drawSteps(createRandom(seed))]));
      const members = openCrowd(place.simulator, crowd);
      const story = await runCrowd(place, members, createRandom(SEED + first));
      for (const [index, steps] of Object.values(crowd).entries()) {
        const member = members[index];
        const expected = await runCalmly(
          stage.app,
          steps,
          openPlace(stage.app.github, `octo/calm-${first + index}-${serverUrl ? "p" : "e"}`),
        );
        const outcome = member && outcomeOf(place.simulator, member.place);
        expect({ seed: seeds[index], story, outcome }).toEqual({ seed: seeds[index], story, outcome: expected });
      }
    }
  }, 7_200_000);
});
