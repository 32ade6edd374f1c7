/** Runs drawn schedules, one after the other, until one ends otherwise than its undisturbed run. */
import { isDeepStrictEqual } from "node:util";
import { readParameters } from "../helpers/run-child.ts";
import { MODES } from "./outcome.ts";
import { runSchedule, startStage, type Ran } from "./schedule.ts";

export interface SchedulesRun {
  count: number;
  /** The first that ended otherwise. */
  failure?: Ran & { seed: number };
}

/** Old repositories make the simulator slow. */
const PER_STAGE = 50;

const { seed: first, count, mode } = readParameters<"seed" | "count" | "mode">();
const run: SchedulesRun = { count: 0 };
let stage = await startStage();
for (let seed = first; seed < first + count && !run.failure; seed++) {
  if (run.count > 0 && run.count % PER_STAGE === 0) {
    await stage.close();
    stage = await startStage();
  }
  const ran = await runSchedule(stage, seed, MODES[mode] ?? MODES[0]);
  run.count += 1;
  if (!isDeepStrictEqual(ran.outcome, ran.expected)) run.failure = { seed, ...ran };
}
await stage.close();
process.stdout.write(JSON.stringify(run));
