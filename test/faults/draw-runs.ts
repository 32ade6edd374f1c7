/** Drawn schedules, one after the other, until one fails: what the children of the tests write. */
import { readParameters } from "../helpers/run-child.ts";
import { MODES, type Mode } from "./outcome.ts";
import { startStage, type Stage } from "./schedule.ts";

export interface DrawnRuns<Failure> {
  count: number;
  /** The first that failed. */
  failure?: Failure & { seed: number };
}

/** Old repositories make the simulator slow. */
const PER_STAGE = 50;

/** `run` gives what is wrong, and nothing where all is well. */
export async function drawRuns<Failure>(
  run: (stage: Stage, seed: number, mode: Mode) => Promise<Failure | undefined>,
): Promise<void> {
  const { seed: first, count, mode } = readParameters<"seed" | "count" | "mode">();
  const runs: DrawnRuns<Failure> = { count: 0 };
  let stage = await startStage();
  for (let seed = first; seed < first + count && !runs.failure; seed++) {
    if (runs.count > 0 && runs.count % PER_STAGE === 0) {
      await stage.close();
      stage = await startStage();
    }
    const failure = await run(stage, seed, MODES[mode] ?? MODES[0]);
    runs.count += 1;
    if (failure) runs.failure = { seed, ...failure };
  }
  await stage.close();
  process.stdout.write(JSON.stringify(runs));
}
