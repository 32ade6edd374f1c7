/**
 * Whatever happens on the way, a source ends as if nothing had: people act, deliveries come late, twice, or in another
 * order, requests fail in every way, processes are killed and the queue is lost, all drawn from a seed. `SCHEDULES` says
 * how many are run; `SEED` begins at another.
 */
import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { runSchedule, startStage, type Stage } from "./schedule.ts";

const SCHEDULES = Number(process.env["SCHEDULES"] ?? 300);
const SEED = Number(process.env["SEED"] ?? 20_261_126);
/** Old repositories make the simulator slow. */
const PER_STAGE = 50;

let stage: Stage;
beforeAll(async () => {
  stage = await startStage();
});
afterAll(() => stage.close());

it(`ends the same in ${SCHEDULES} schedules of faults, kills and late events`, async () => {
  for (let number = 0; number < SCHEDULES; number++) {
    if (number > 0 && number % PER_STAGE === 0) {
      await stage.close();
      stage = await startStage();
    }
    const seed = SEED + number;
    const { expected, outcome, story } = await runSchedule(stage, seed);
    expect({ seed, story, outcome }).toEqual({ seed, story, outcome: expected });
  }
}, 3_600_000);
