/** The failures that the request policy itself names. What GitHub answers about a request stays Octokit's error. */

/** GitHub asks us to wait, or would: nothing of this installation is to be sent before `until`. */
export class LimitedError extends Error {
  override readonly name = "LimitedError";
  readonly until: Date;
  /** `primary`: the hourly points; `secondary`: GitHub's guard against bursts; `budget`: our own, before GitHub's. */
  readonly limit: "primary" | "secondary" | "budget";

  constructor(limit: LimitedError["limit"], until: Date, options?: ErrorOptions) {
    super(`limited (${limit}) until ${until.toISOString()}`, options);
    this.limit = limit;
    this.until = until;
  }
}

/** A write was sent and its answer did not come: it may have been done. Look for its effect before doing it again. */
export class UncertainError extends Error {
  override readonly name = "UncertainError";
}

/** No answer in time. */
export class TimeoutError extends Error {
  override readonly name = "TimeoutError";
}

/** An answer with a good status that is cut off, or not what was asked for. */
export class UnreadableAnswerError extends Error {
  override readonly name = "UnreadableAnswerError";
}

/** A redirect to another host, or one too many: not followed, because the token would go along. */
export class RedirectError extends Error {
  override readonly name = "RedirectError";
}
