/** A body that comes so slowly that nobody can wait for its end. */
import { ReadableStream } from "node:stream/web";

/** A byte at a time, with `ms` milliseconds before each. Ends early when nobody reads on, or `signal` says so. */
export function trickle(text: string, ms: number, signal?: AbortSignal | null): ReadableStream<Uint8Array> {
  const bytes = [...Buffer.from(text)];
  let timer: NodeJS.Timeout | undefined;
  return new ReadableStream<Uint8Array>({
    start(controller) {
      signal?.addEventListener("abort", () => {
        clearTimeout(timer);
        controller.error(signal.reason);
      });
    },
    pull(controller) {
      return new Promise((resolve) => {
        timer = setTimeout(() => {
          const next = bytes.shift();
          if (next === undefined) controller.close();
          else controller.enqueue(Uint8Array.of(next));
          resolve();
        }, ms);
      });
    },
    cancel() {
      clearTimeout(timer);
    },
  });
}
