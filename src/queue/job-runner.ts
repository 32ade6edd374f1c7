/** Runs claimed jobs: so many at a time, groups in turn, the successor claimed the moment a job ends. */
import { HopelessError, type JobHandler } from "./job-queue.ts";
import type { Claim } from "./job-store.ts";
import type { QueueLog } from "./queue-log.ts";
import { RunningJobs } from "./running-jobs.ts";
import { createSettling, type SettlingOptions, type SettlingStore } from "./settle-job.ts";
import { createWaker, type Waker } from "./waker.ts";

/** What the runner asks of the store. Each call is one durable change. */
export interface RunnerStore extends SettlingStore {
  readParkedGroups(): Promise<string[]>;
  claim(ignoreGroups: string[]): Promise<Claim | undefined>;
}

export interface RunnerOptions extends SettlingOptions {
  /** Jobs at a time in this process. */
  concurrency: number;
  /** Of these, at most so many of one group: a slow or poisoned one cannot take every place. */
  perGroup: number;
}

export interface JobRunner extends Pick<Waker, "wake" | "wakeIn"> {
  running: () => Claim[];
  /** Claims nothing more, waits at most so long, and gives back what still runs. */
  stop: (withinMs: number) => Promise<void>;
}

/** Gives a runner that claims nothing before it is woken. Handlers are looked up by task; a job without one is hopeless. */
export function createJobRunner(
  store: RunnerStore,
  handlers: Readonly<Record<string, JobHandler>>,
  options: RunnerOptions,
  log: QueueLog,
): JobRunner {
  const { concurrency, perGroup } = options;
  const running = new RunningJobs();
  const stopping = new AbortController();
  const { signal } = stopping;
  const { wake, wakeIn, rest } = createWaker(fillPlaces, { stopping: signal, log });
  const turns = createTurns(store);
  const settling = createSettling(store, options, { wakeIn, stopping: signal, log });

  async function fillPlaces(): Promise<void> {
    if (running.count >= concurrency) return;
    let parked = await store.readParkedGroups();
    while (running.count < concurrency && !signal.aborted) {
      // PGlite answers without leaving this turn of the event loop: a long queue would keep timers and requests waiting.
      await new Promise(setImmediate);
      const claim = await turns.claimNext([...parked, ...running.groupsWith(perGroup)]);
      if (!claim) return;
      // Another attempt may have parked the group a moment ago. It did so before it gave its job back, so whoever
      // claims that job sees it here.
      parked = await store.readParkedGroups();
      if (parked.includes(claim.job.group)) {
        await store.giveBack(claim);
        continue;
      }
      turns.take(claim.job.group);
      running.begin(claim, run, wake);
    }
  }

  async function run(claim: Claim): Promise<void> {
    const { job } = claim;
    let change: () => Promise<void>;
    try {
      await findHandler(handlers, job.task)(job);
      change = settling.succeed(claim);
    } catch (error) {
      change = settling.fail(claim, error);
    }
    // Given back by `stop` meanwhile: another process may hold it already.
    if (running.has(claim)) await settling.persist(claim, change);
  }

  async function stop(withinMs: number): Promise<void> {
    stopping.abort();
    await rest();
    await running.end(withinMs, (claim) => store.giveBack(claim));
  }

  return { wake, wakeIn, running: () => running.claims(), stop };
}

/** Groups in turn: one that was given a place waits until the others had theirs, or have nothing to run. */
function createTurns(store: Pick<RunnerStore, "claim">) {
  const served = new Set<string>();
  return {
    async claimNext(barred: string[]): Promise<Claim | undefined> {
      const claim = await store.claim([...barred, ...served]);
      if (claim || served.size === 0) return claim;
      served.clear();
      return store.claim(barred);
    },
    take: (group: string) => served.add(group),
  };
}

function findHandler(handlers: Readonly<Record<string, JobHandler>>, task: string): JobHandler {
  const handler = Object.hasOwn(handlers, task) ? handlers[task] : undefined;
  if (!handler) throw new HopelessError(`there is no task "${task}"`);
  return handler;
}
