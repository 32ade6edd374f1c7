/**
 * People merge, close, reopen and change follow-ups while all goes wrong: nothing is lost, nothing is proposed twice, and what
 * they declined stays declined. `DECISIONS` says how many schedules are run; `SEED` begins at another.
 */
import { expect, it } from "@jest/globals";
import { runChild } from "../helpers/run-child.ts";
import type { DecisionsRan } from "./decisions.ts";
import type { DrawnRuns } from "./draw-runs.ts";
import { MODES } from "./outcome.ts";

const DECISIONS = Number(process.env["DECISIONS"] ?? 60);
const SEED = Number(process.env["SEED"] ?? 20_261_127);

it.each(MODES.map((mode, index) => ({ mode, index })))(
  "stands after schedules of decisions, faults and kills, in mode $mode",
  async ({ index }) => {
    const parameters = { seed: SEED, count: DECISIONS, mode: index };
    const run = await runChild<DrawnRuns<DecisionsRan>>("test/faults/decisions-child.ts", parameters);
    expect(run).toEqual({ count: DECISIONS });
  },
  7_200_000,
);
