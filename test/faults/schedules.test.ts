/**
 * Whatever happens on the way, a source ends as if nothing had: people act, deliveries come late, twice, or in another
 * order, requests fail in every way, processes are killed and the queue is lost, all drawn from a seed. `SCHEDULES` says
 * how many are run; `SEED` begins at another.
 */
import { expect, it } from "@jest/globals";
import { runChild } from "../helpers/run-child.ts";
import type { DrawnRuns } from "./draw-runs.ts";
import { MODES } from "./outcome.ts";
import type { Ran } from "./schedule.ts";

const SCHEDULES = Number(process.env["SCHEDULES"] ?? 300);
const SEED = Number(process.env["SEED"] ?? 20_261_126);

/** In the default mode all of them, in each other one a part. */
const CASES = MODES.map((mode, index) => ({ mode, index, count: index === 0 ? SCHEDULES : Math.ceil(SCHEDULES / 6) }));

it.each(CASES)(
  "ends the same in $count schedules of faults, kills and late events, in mode $mode",
  async ({ index, count }) => {
    const parameters = { seed: SEED, count, mode: index };
    const run = await runChild<DrawnRuns<Ran>>("test/faults/schedules-child.ts", parameters);
    if (run.failure) {
      const { seed, story, outcome, expected } = run.failure;
      expect({ seed, story, outcome }).toEqual({ seed, story, outcome: expected });
    }
    expect(run).toEqual({ count });
  },
  7_200_000,
);
