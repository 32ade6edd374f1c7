/** Runs drawn schedules until one ends otherwise than its undisturbed run. */
import { isDeepStrictEqual } from "node:util";
import { drawRuns } from "./draw-runs.ts";
import { runSchedule } from "./schedule.ts";

await drawRuns(async (stage, seed, mode) => {
  const ran = await runSchedule(stage, seed, mode);
  return isDeepStrictEqual(ran.outcome, ran.expected) ? undefined : ran;
});
