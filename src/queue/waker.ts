/** Goes a round of the work when woken: one at a time, and another after it when somebody woke it meanwhile. */
import type { QueueLog } from "./queue-log.ts";

/** What goes the rounds; see `createWaker`. Nothing of it throws. */
export interface Waker {
  /** Goes a round now, or after the one under way. */
  wake: () => void;
  /** Goes one then. */
  wakeIn: (ms: number) => void;
  /** For the end: forgets the rounds of later, and waits for the one under way. */
  rest: () => Promise<void>;
}

const AFTER_FAILURE_MS = 1000;

/** `goRound` takes what there is to do; when it throws, it is called again a moment later. Not after `stopping`. */
export function createWaker(
  goRound: () => Promise<void>,
  { stopping, log }: { stopping: AbortSignal; log: QueueLog },
): Waker {
  const timers = new Set<NodeJS.Timeout>();
  let isAsked = false;
  let round: Promise<void> | undefined;

  function wake(): void {
    isAsked = true;
    if (!stopping.aborted) round ??= goWhileAsked();
  }

  function wakeIn(ms: number): void {
    const timer = setTimeout(() => {
      timers.delete(timer);
      wake();
    }, ms);
    timers.add(timer);
  }

  async function goWhileAsked(): Promise<void> {
    try {
      while (isAsked && !stopping.aborted) {
        isAsked = false;
        await goRound();
      }
    } catch (err) {
      log.error({ err }, "cannot claim a job");
      if (!stopping.aborted) wakeIn(AFTER_FAILURE_MS);
    } finally {
      round = undefined;
    }
  }

  async function rest(): Promise<void> {
    for (const timer of timers) clearTimeout(timer);
    await round;
  }

  return { wake, wakeIn, rest };
}
