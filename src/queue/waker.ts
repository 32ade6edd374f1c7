/** Looks for work when woken: one look at a time, and another after it when somebody woke it meanwhile. */
import type { QueueLog } from "./queue-log.ts";

export interface Waker {
  /** Looks for work now. */
  wake: () => void;
  /** Looks for work then. */
  wakeIn: (ms: number) => void;
  /** For the end: forgets the looks of later, and waits for the one under way. */
  rest: () => Promise<void>;
}

const AFTER_FAILURE_MS = 1000;

/** `look` takes what there is to do; when it throws, it is called again a moment later. Not after `stopping`. */
export function createWaker(
  look: () => Promise<void>,
  { stopping, log }: { stopping: AbortSignal; log: QueueLog },
): Waker {
  const timers = new Set<NodeJS.Timeout>();
  let isAsked = false;
  let looking: Promise<void> | undefined;

  function wake(): void {
    isAsked = true;
    if (!stopping.aborted) looking ??= lookWhileAsked();
  }

  function wakeIn(ms: number): void {
    const timer = setTimeout(() => {
      timers.delete(timer);
      wake();
    }, ms);
    timers.add(timer);
  }

  async function lookWhileAsked(): Promise<void> {
    try {
      while (isAsked && !stopping.aborted) {
        isAsked = false;
        await look();
      }
    } catch (err) {
      log.error({ err }, "cannot claim a job");
      if (!stopping.aborted) wakeIn(AFTER_FAILURE_MS);
    } finally {
      looking = undefined;
    }
  }

  async function rest(): Promise<void> {
    for (const timer of timers) clearTimeout(timer);
    await looking;
  }

  return { wake, wakeIn, rest };
}
