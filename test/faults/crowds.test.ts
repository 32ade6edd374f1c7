/**
 * The schedules once more, slower and for real: HTTP, a store on disk, and a process that is killed. `CROWDED` says how
 * many sources on each store; `SEED` begins elsewhere. What stands in the end is that of an undisturbed run.
 */
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { createRandom } from "../helpers/random.ts";
import { createPlace, STORES } from "../helpers/server-place.ts";
import { sideBySide } from "../helpers/side-by-side.ts";
import { enforceLimits } from "../simulator/limits.ts";
import { openCrowd, runCrowd } from "./crowd.ts";
import { openPlace, outcomeOf } from "./outcome.ts";
import { drawSteps, type Step } from "./people.ts";
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

interface Group {
  seeds: number[];
  crowd: Record<string, Step[]>;
}

/** The seeds of all, in groups. */
const GROUPS = Array.from({ length: Math.ceil(CROWDED / AT_ONCE) }, (_, nth): Group => {
  const first = nth * AT_ONCE;
  const seeds = Array.from({ length: Math.min(AT_ONCE, CROWDED - first) }, (__, index) => SEED + first + index);
  return { seeds, crowd: Object.fromEntries(seeds.map((seed) => [`team-${seed}`, drawSteps(createRandom(seed))])) };
});

/** What happened to a group, and what stands in the end, before a server of its own. */
async function runGroup({ seeds, crowd }: Group, serverUrl: string | undefined) {
  const place = await createPlace(serverUrl);
  try {
    enforceLimits(place.simulator, { now: Date.now });
    const members = openCrowd(place.simulator, crowd);
    const story = await runCrowd(place, members, createRandom(seeds[0] ?? SEED));
    return { story, outcomes: members.map((member) => outcomeOf(place.simulator, member.place)) };
  } finally {
    await place.close();
  }
}

describe.each(STORES)("the server on %s", (_, serverUrl) => {
  it(`ends the same in ${CROWDED} schedules of faults, kills and late events`, async () => {
    const runs = await sideBySide(GROUPS, (group) => runGroup(group, serverUrl));
    for (const [nth, { seeds, crowd }] of GROUPS.entries())
      for (const [index, steps] of Object.values(crowd).entries()) {
        const repository = `octo/calm-${seeds[index] ?? 0}-${serverUrl ? "p" : "e"}`;
        const expected = await runCalmly(stage.app, steps, openPlace(stage.app.github, repository));
        const story = runs[nth]?.story;
        const outcome = runs[nth]?.outcomes[index];
        expect({ seed: seeds[index], story, outcome }).toEqual({ seed: seeds[index], story, outcome: expected });
      }
  }, 7_200_000);
});
