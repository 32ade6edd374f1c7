/** Runs claimed jobs: so many at a time, groups in turn, the successor claimed the moment a job ends. */
import { HopelessError, ParkedError, type JobHandler, type StartOptions } from "./job-queue.ts";
import type { Claim } from "./job-store.ts";
import type { QueueLog } from "./queue-log.ts";

/** What the runner asks of the store. Each call is one durable change. */
export interface RunnerStore {
  readParkedGroups(): Promise<string[]>;
  claim(ignoreGroups: string[]): Promise<Claim | undefined>;
  complete(claim: Claim): Promise<void>;
  retryLater(claim: Claim, failure: { delayMs: number; error: string }): Promise<void>;
  bury(claim: Claim, error: string): Promise<void>;
  giveBack(claim: Claim): Promise<void>;
  park(group: string, until: Date): Promise<void>;
}

export interface RunnerOptions extends StartOptions {
  /** Jobs at a time in this process. */
  concurrency: number;
  /** Of these, at most so many of one group: a slow or poisoned one cannot take every place. */
  perGroup: number;
  /** A job is dead after so many. */
  attempts: number;
  /** Before the given next attempt, counted from two. */
  backoffMs: (attempt: number) => number;
}

export interface JobRunner {
  /** Looks for work now. */
  wake: () => void;
  /** Looks for work then. */
  wakeIn: (ms: number) => void;
  running: () => Claim[];
  /** Claims nothing more, waits at most so long, and gives back what still runs. */
  stop: (withinMs: number) => Promise<void>;
}

export function createJobRunner(
  store: RunnerStore,
  handlers: Readonly<Record<string, JobHandler>>,
  { concurrency, perGroup, attempts, backoffMs, onDead }: RunnerOptions,
  log: QueueLog,
): JobRunner {
  const running = new Map<string, { claim: Claim; end: Promise<void> }>();
  const timers = new Set<NodeJS.Timeout>();
  /** Groups that had their turn in this round. */
  const served = new Set<string>();
  let isStopping = false;
  let isAsked = false;
  let pumping: Promise<void> | undefined;

  function wake(): void {
    isAsked = true;
    if (!isStopping) pumping ??= pump();
  }

  function wakeIn(ms: number): void {
    const timer = setTimeout(() => {
      timers.delete(timer);
      wake();
    }, ms);
    timers.add(timer);
  }

  async function pump(): Promise<void> {
    try {
      while (isAsked && !isStopping) {
        isAsked = false;
        await fillPlaces();
      }
    } catch (err) {
      log.error({ err }, "cannot claim a job");
      if (!isStopping) wakeIn(1000);
    } finally {
      pumping = undefined;
    }
  }

  async function fillPlaces(): Promise<void> {
    if (running.size >= concurrency) return;
    let parked = await store.readParkedGroups();
    while (running.size < concurrency && !isStopping) {
      // PGlite answers without leaving this turn of the event loop: a long queue would keep timers and requests waiting.
      await new Promise(setImmediate);
      const barred = [...parked, ...fullGroups()];
      let claim = await store.claim([...barred, ...served]);
      if (!claim && served.size > 0) {
        served.clear();
        claim = await store.claim(barred);
      }
      if (!claim) return;
      // Another attempt may have parked the group a moment ago. It did so before it gave its job back, so whoever
      // claims that job sees it here.
      parked = await store.readParkedGroups();
      if (parked.includes(claim.job.group)) {
        await store.giveBack(claim);
        continue;
      }
      served.add(claim.job.group);
      begin(claim);
    }
  }

  function fullGroups(): string[] {
    const counts = new Map<string, number>();
    for (const { claim } of running.values()) counts.set(claim.job.group, (counts.get(claim.job.group) ?? 0) + 1);
    return [...counts].filter(([, count]) => count >= perGroup).map(([group]) => group);
  }

  function begin(claim: Claim): void {
    const entry = { claim, end: Promise.resolve() };
    running.set(claim.job.id, entry);
    entry.end = run(claim).finally(() => {
      running.delete(claim.job.id);
      wake();
    });
  }

  async function run(claim: Claim): Promise<void> {
    const { job } = claim;
    const fields = { job: job.id, task: job.task, key: job.key, deliveryId: job.deliveryId, attempt: job.attempt };
    let settle: () => Promise<void>;
    try {
      await findHandler(job.task)(job);
      settle = () => store.complete(claim);
    } catch (error) {
      settle = decide(claim, error, fields);
    }
    // Given back by `stop` meanwhile: another process may hold it already.
    if (!running.has(job.id)) return;
    await persist(settle, fields);
  }

  function findHandler(task: string): JobHandler {
    const handler = Object.hasOwn(handlers, task) ? handlers[task] : undefined;
    if (!handler) throw new HopelessError(`there is no task "${task}"`);
    return handler;
  }

  function decide(claim: Claim, error: unknown, fields: object): () => Promise<void> {
    const { job } = claim;
    if (error instanceof ParkedError) {
      log.info({ ...fields, group: job.group, until: error.until, reason: error.message }, "group parked");
      return async () => {
        await store.park(job.group, error.until);
        await store.giveBack(claim);
        wakeIn(Math.min(Math.max(error.until.getTime() - Date.now(), 0) + 1, LONGEST_TIMER_MS));
      };
    }
    if (error instanceof HopelessError || job.attempt >= attempts) {
      log.error({ ...fields, err: error }, "job is dead");
      return async () => {
        await store.bury(claim, describe(error));
        await onDead?.(job, error).catch((err: unknown) =>
          log.error({ ...fields, err }, "nobody was told of a dead job"),
        );
      };
    }
    const delayMs = backoffMs(job.attempt + 1);
    log.warn({ ...fields, err: error, delayMs }, "job failed and will be tried again");
    return async () => {
      await store.retryLater(claim, { delayMs, error: describe(error) });
      wakeIn(delayMs);
    };
  }

  /** A store that is away for a moment must not turn a finished job into one that runs twice. */
  async function persist(settle: () => Promise<void>, fields: object): Promise<void> {
    for (const waitMs of [100, 1000, 5000, undefined]) {
      try {
        await settle();
        return;
      } catch (err) {
        log.error({ ...fields, err }, "cannot store what became of a job");
        if (waitMs === undefined || isStopping) return;
        await new Promise((resolve) => setTimeout(resolve, waitMs));
      }
    }
  }

  async function stop(withinMs: number): Promise<void> {
    isStopping = true;
    for (const timer of timers) clearTimeout(timer);
    await pumping;
    await settledWithin(
      [...running.values()].map(({ end }) => end),
      withinMs,
    );
    for (const [id, { claim }] of running) {
      running.delete(id);
      await store.giveBack(claim);
    }
  }

  return { wake, wakeIn, running: () => [...running.values()].map(({ claim }) => claim), stop };
}

/** Node fires a timer of more than 24.8 days at once. */
const LONGEST_TIMER_MS = 86_400_000;
const LONGEST_ERROR = 2000;

async function settledWithin(ends: Promise<void>[], ms: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  await Promise.race([Promise.all(ends), late]);
  clearTimeout(timer);
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
