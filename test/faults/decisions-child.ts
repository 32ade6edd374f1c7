/** Runs drawn schedules of decisions until something is wrong. */
import { runDecisions } from "./decisions.ts";
import { drawRuns } from "./draw-runs.ts";

await drawRuns(async (stage, seed, mode) => {
  const ran = await runDecisions(stage, seed, mode);
  return ran.wrong.length > 0 ? ran : undefined;
});
