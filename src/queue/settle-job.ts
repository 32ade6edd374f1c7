/** What becomes of a job when its run has ended: it is done, waits with its group, is tried again later, or is dead. */
import { HopelessError, ParkedError, type Job, type StartOptions } from "./job-queue.ts";
import type { Claim } from "./job-store.ts";
import type { QueueLog } from "./queue-log.ts";

/** What settling asks of the store. Each call is one durable change. */
export interface SettlingStore {
  complete(claim: Claim): Promise<void>;
  retryLater(claim: Claim, failure: { delayMs: number; error: string }): Promise<void>;
  bury(claim: Claim, error: string): Promise<void>;
  giveBack(claim: Claim): Promise<void>;
  park(group: string, until: Date): Promise<void>;
}

/** How often a job is tried, and when again, beside what a start takes. */
export interface SettlingOptions extends StartOptions {
  /** A job is dead after so many. */
  attempts: number;
  /** Before the given next attempt, counted from two. */
  backoffMs: (attempt: number) => number;
}

/** What is to be stored about a job. May be called again when it failed. */
type Change = () => Promise<void>;

/** Takes how a run of a job has ended, and gives what to store of it, and a way to store that. */
export interface Settling {
  /** Decides about a job whose handler ended well. */
  succeed: (claim: Claim) => Change;
  /** Decides about a job whose handler threw this, and says so in the log. */
  fail: (claim: Claim, error: unknown) => Change;
  /** Stores it, with patience, though not once `stopping`. Never throws. */
  persist: (claim: Claim, change: Change) => Promise<void>;
}

interface Surroundings {
  /** Called when a job will be there to run again. */
  wakeIn: (ms: number) => void;
  stopping: AbortSignal;
  log: QueueLog;
}

/** Node fires a timer of more than 24.8 days at once. */
const LONGEST_TIMER_MS = 86_400_000;
const LONGEST_ERROR = 2000;
const WAITS_MS = [100, 1000, 5000, undefined];

/** Settles the jobs of one runner. */
export function createSettling(
  store: SettlingStore,
  { attempts, backoffMs, onDead }: SettlingOptions,
  { wakeIn, stopping, log }: Surroundings,
): Settling {
  function fail(claim: Claim, error: unknown): Change {
    if (error instanceof ParkedError) return park(claim, error);
    const isLast = error instanceof HopelessError || claim.job.attempt >= attempts;
    return isLast ? bury(claim, error) : retry(claim, error);
  }

  function park(claim: Claim, { until, message }: ParkedError): Change {
    const { group } = claim.job;
    log.info({ ...fieldsOf(claim.job), group, until, reason: message }, "group parked");
    return async () => {
      await store.park(group, until);
      await store.giveBack(claim);
      wakeIn(Math.min(Math.max(until.getTime() - Date.now(), 0) + 1, LONGEST_TIMER_MS));
    };
  }

  function bury(claim: Claim, error: unknown): Change {
    const fields = fieldsOf(claim.job);
    log.error({ ...fields, err: error }, "job is dead");
    return async () => {
      await store.bury(claim, describe(error));
      await onDead?.(claim.job, error).catch((err: unknown) =>
        log.error({ ...fields, err }, "nobody was told of a dead job"),
      );
    };
  }

  function retry(claim: Claim, error: unknown): Change {
    const delayMs = backoffMs(claim.job.attempt + 1);
    log.warn({ ...fieldsOf(claim.job), err: error, delayMs }, "job failed and will be tried again");
    return async () => {
      await store.retryLater(claim, { delayMs, error: describe(error) });
      wakeIn(delayMs);
    };
  }

  /** A store that is away for a moment must not turn a finished job into one that runs twice. */
  async function persist(claim: Claim, change: Change): Promise<void> {
    for (const waitMs of WAITS_MS) {
      try {
        await change();
        return;
      } catch (err) {
        log.error({ ...fieldsOf(claim.job), err }, "cannot store what became of a job");
        if (waitMs === undefined || stopping.aborted) return;
        await new Promise((resolve) => setTimeout(resolve, waitMs));
      }
    }
  }

  return { succeed: (claim) => () => store.complete(claim), fail, persist };
}

/** By which the log tells jobs apart. */
function fieldsOf({ id, task, key, deliveryId, attempt }: Job): object {
  return { job: id, task, key, deliveryId, attempt };
}

/** Messages along the chain of causes; no stack, which says nothing to an operator and may be long. */
function describe(error: unknown): string {
  const words: string[] = [];
  for (let each = error; each !== undefined && words.length < 5;) {
    words.push(each instanceof Error ? `${each.name}: ${each.message}` : "something that is no error was thrown");
    each = each instanceof Error ? each.cause : undefined;
  }
  return words.join("; because of ").toWellFormed().replaceAll("\0", "\uFFFD").slice(0, LONGEST_ERROR);
}
