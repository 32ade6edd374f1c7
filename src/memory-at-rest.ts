/**
 * Memory goes back to the machine when there is nothing to do: V8 by itself keeps what starting, or the last burst, took,
 * until the machine runs short.
 */
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** A server that gets a delivery every few seconds is not at rest. */
const REST_MS = 10_000;

interface RestOptions {
  giveBack?: () => unknown;
  afterMs?: number;
}

/** Gives memory back once after each time of work, beginning with the start. The function given is called at every piece of work. */
export function restAfterWork({ giveBack = giveBackMemory, afterMs = REST_MS }: RestOptions = {}): () => void {
  const timer = setTimeout(giveBack, afterMs).unref();
  return () => void timer.refresh();
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
