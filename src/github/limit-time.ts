/** When GitHub lets us go on. */

/** Of an answer, by their names in lower case. */
export type AnswerHeaders = Readonly<Record<string, string | number | undefined>>;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** GitHub's reset is in whole seconds. */
const ROUNDING = 1_000;

interface LimitTimeOptions {
  /** Milliseconds since 1970. */
  now: number;
  /** How many times in a row GitHub has said so, this time included. */
  strikes: number;
  /** Whether the points of the hour are spent: then `x-ratelimit-reset` is what counts. */
  isPrimary: boolean;
}

/**
 * `retry-after`, in seconds or as a date; for a primary limit `x-ratelimit-reset`, read against GitHub's own clock;
 * without either at least a minute, doubled each time, an hour at most.
 * https://docs.github.com/rest/using-the-rest-api/best-practices-for-using-the-rest-api
 */
export function limitedUntil(headers: AnswerHeaders, { now, strikes, isPrimary }: LimitTimeOptions): Date {
  const wait = retryAfter(headers, now) ?? (isPrimary ? untilReset(headers, now) : undefined);
  const fallback = Math.min(MINUTE * 2 ** Math.max(0, strikes - 1), HOUR);
  return new Date(now + (wait ?? fallback));
}

function retryAfter(headers: AnswerHeaders, now: number): number | undefined {
  const text = String(headers["retry-after"] ?? "");
  if (/^\d{1,6}$/.test(text)) return Number(text) * 1_000 + ROUNDING;
  const date = Date.parse(text);
  return Number.isNaN(date) ? undefined : Math.max(0, date - githubNow(headers, now)) + ROUNDING;
}

function untilReset(headers: AnswerHeaders, now: number): number | undefined {
  const reset = Number(headers["x-ratelimit-reset"]);
  if (!Number.isSafeInteger(reset) || reset <= 0) return undefined;
  const wait = reset * 1_000 - githubNow(headers, now) + ROUNDING;
  // A reset that has passed, or is farther than any window, says that one of the clocks is wrong.
  return wait > 0 && wait <= 2 * HOUR ? wait : undefined;
}

/** GitHub's clock, where the answer says it: ours may be wrong by more than a limit lasts. */
function githubNow(headers: AnswerHeaders, now: number): number {
  const date = Date.parse(String(headers["date"] ?? ""));
  return Number.isNaN(date) ? now : date;
}
