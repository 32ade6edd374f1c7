/** What the request policy remembers of each installation: whether GitHub asks it to wait, and what is under way. */
import { isSpent } from "./classify-failure.ts";
import { limitedUntil, type AnswerHeaders } from "./limit-time.ts";
import { LimitedError } from "./request-errors.ts";

/** Times are in milliseconds since 1970. */
export interface Installation {
  /** The limit that is in force now. */
  limitAt: (now: number) => LimitedError | undefined;
  /** GitHub named a limit: the error that says until when, in force from now on. `cause`: how it said so. */
  noteLimit: (headers: AnswerHeaders, now: number, cause: unknown) => LimitedError;
  /** GitHub answered. If that took the last point of the hour, the next request is not sent. */
  noteAnswer: (headers: AnswerHeaders, now: number) => void;
  /** Resolves, first come first served, when one more request may be under way; call what it gives when it ended. */
  enter: () => Promise<() => void>;
}

export interface Installations {
  /** The App itself, for undefined: it waits for nobody, because others wait for its tokens. */
  of: (installationId: number | undefined) => Installation;
}

/** At most `concurrent` requests of one installation are under way at once. */
export function createInstallations(concurrent: number): Installations {
  const known = new Map<number | undefined, Installation>();
  return {
    of(id) {
      const installation = known.get(id) ?? createInstallation(id === undefined ? Infinity : concurrent);
      known.set(id, installation);
      return installation;
    },
  };
}

function createInstallation(concurrent: number): Installation {
  let limited: LimitedError | undefined;
  /** How many times in a row GitHub has named a limit. */
  let strikes = 0;
  return {
    limitAt: (now) => (limited && limited.until.getTime() > now ? limited : undefined),
    noteLimit(headers, now, cause) {
      strikes += 1;
      const isPrimary = isSpent(headers);
      const until = limitedUntil(headers, { now, strikes, isPrimary });
      limited = new LimitedError(isPrimary ? "primary" : "secondary", until, { cause });
      return limited;
    },
    noteAnswer(headers, now) {
      strikes = 0;
      if (!isSpent(headers)) return;
      limited = new LimitedError("primary", limitedUntil(headers, { now, strikes: 1, isPrimary: true }));
    },
    enter: createTurnstile(concurrent),
  };
}

function createTurnstile(places: number): Installation["enter"] {
  const waiting: (() => void)[] = [];
  let free = places;
  const leave = () => {
    const next = waiting.shift();
    if (next) next();
    else free++;
  };
  return async () => {
    if (free > 0) free--;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    return leave;
  };
}
