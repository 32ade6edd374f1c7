/**
 * Memory goes back to the machine when there is nothing to do: V8 by itself keeps what starting, or the last burst, took,
 * until the machine runs short.
 */
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** Nothing is compiled yet that a start could lose. */
const START_MS = 10_000;
/** Compiled code goes with the garbage, and a burst right after it is answered at two thirds of the rate. */
const REST_MS = 60_000;

interface RestOptions {
  giveBack?: () => unknown;
  startMs?: number;
  restMs?: number;
}

/**
 * Gives memory back once after the start, and after each time of work. The function that it gives is to be called at every
 * piece of work.
 */
export function restAfterWork({
  giveBack = giveBackMemory,
  startMs = START_MS,
  restMs = REST_MS,
}: RestOptions = {}): () => void {
  const started = setTimeout(giveBack, startMs).unref();
  let resting: NodeJS.Timeout | undefined;
  return () => {
    clearTimeout(started);
    resting = resting?.refresh() ?? setTimeout(giveBack, restMs).unref();
  };
}

/**
 * Collects all garbage and returns the pages, which takes some 100 ms. An ordinary collection leaves the heap as large as
 * it was; one of last resort shrinks it. The function is V8's: https://nodejs.org/api/cli.html#--expose-gc
 */
export function giveBackMemory(): void {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as NodeJS.GCFunction;
  collect({ type: "major", execution: "sync", flavor: "last-resort" });
}
