/** How often a job that fails is tried, and how long it waits before it is tried again. */

/** A job is dead after so many, unless the queue is opened with another number. */
export const ATTEMPTS = 8;
/** Before the second attempt, unless the queue is opened with another wait. */
export const FIRST_RETRY_MS = 15_000;
const LONGEST_RETRY_MS = 900_000;

/**
 * The longest wait before an attempt, counted from two, in milliseconds. It doubles with each attempt. Up to half of it is
 * left to chance.
 */
export function longestWaitMs(attempt: number, firstRetryMs: number): number {
  return Math.min(firstRetryMs * 2 ** (attempt - 2), LONGEST_RETRY_MS);
}
