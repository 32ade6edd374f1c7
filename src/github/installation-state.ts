/** What the request policy remembers of each installation: whether GitHub asks it to wait, and what is under way. */
import type { LimitedError } from "./request-errors.ts";

export interface Installation {
  /** In force until its own time. */
  limited?: LimitedError;
  /** How many times in a row GitHub has named a limit. */
  strikes: number;
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
      const installation = known.get(id) ?? {
        strikes: 0,
        enter: createTurnstile(id === undefined ? Infinity : concurrent),
      };
      known.set(id, installation);
      return installation;
    },
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
