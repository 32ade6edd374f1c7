/**
 * The queue in memory, for tests in one process: the same contract as the durable one, without its store.
 *
 * By itself it runs jobs at once, like the real one. With a `now` of the test's own nothing runs until `drain`: every
 * order of events, and minutes of waiting, are then the test's choice.
 */
import { randomUUID } from "node:crypto";
import {
  HopelessError,
  ParkedError,
  type Acceptance,
  type Decision,
  type Delivery,
  type Job,
  type JobHandler,
  type JobQueue,
  type JobRecord,
  type JobRequest,
  type Party,
} from "../../src/queue/job-queue.ts";
import { ATTEMPTS, FIRST_RETRY_MS, longestWaitMs } from "../../src/queue/retry-wait.ts";

export interface MemoryQueueOptions {
  debounceMs?: number;
  concurrency?: number;
  perGroup?: number;
  attempts?: number;
  firstRetryMs?: number;
  /** The test's clock, in milliseconds. Jobs then run in `drain` alone. */
  now?: () => number;
}

export interface MemoryQueue extends JobQueue {
  /** Runs every job that may run now, and those that become able to by it, one at a time; resolves when none is left. */
  drain(): Promise<void>;
  /** When the next waiting job may run; undefined when none waits. */
  nextRunAt(): number | undefined;
  /** The process that ran jobs is gone: they wait again, and whatever it still says of them counts no more. */
  abandon(): void;
}

interface KnownDelivery {
  state: "queued" | "done" | "ignored" | "dead";
  jobId: string | undefined;
  installationId: number | null;
  repositoryId: number | null;
  /** By GitHub's clock, which in tests is the machine's. */
  sentAt: number;
}

export function createMemoryQueue(options: MemoryQueueOptions = {}): MemoryQueue {
  const {
    debounceMs = 0,
    concurrency = 16,
    perGroup = 4,
    attempts = ATTEMPTS,
    firstRetryMs = FIRST_RETRY_MS,
  } = options;
  const now = options.now ?? Date.now;
  const isManual = options.now !== undefined;
  const deliveries = new Map<string, KnownDelivery>();
  const jobs = new Map<string, JobRecord>();
  /** By job id; of waiting jobs and of those that once waited. */
  const subjects = new Map<string, string>();
  const parked = new Map<string, number>();
  const served = new Set<string>();
  const running = new Map<string, Promise<void>>();
  const timers = new Set<NodeJS.Timeout>();
  let handlers: Readonly<Record<string, JobHandler>> | undefined;
  let onDead: ((job: Job, error: unknown) => Promise<void>) | undefined;
  const notes = new Map<string, string>();
  const alone = new Set<string>();
  let isResting = false;
  let isStopping = false;
  let isClosed = false;

  function accept({ id, installationId, repositoryId, ...times }: Delivery, decision: Decision): Acceptance {
    const sentAt = times.sentAt?.getTime() ?? Date.now();
    if (isStopping) throw new Error("cannot store a delivery: the queue is closed");
    const known = deliveries.get(id);
    if (known && known.state !== "dead") return "known";
    if ("ignored" in decision) {
      deliveries.set(id, { state: "ignored", jobId: undefined, installationId, repositoryId, sentAt });
      return "ignored";
    }
    const job = findWaiting(decision.job) ?? store(id, decision.job);
    const deadId = known?.jobId;
    if (deadId !== undefined) {
      for (const each of deliveries.values()) {
        if (each.jobId === deadId) Object.assign(each, { state: "queued", jobId: job.id });
      }
      jobs.delete(deadId);
    }
    deliveries.set(id, { state: "queued", jobId: job.id, installationId, repositoryId, sentAt });
    wake();
    return "queued";
  }

  function findWaiting({ task, key, subject }: JobRequest): JobRecord | undefined {
    if (subject === undefined) return undefined;
    return [...jobs.values()].find(
      (job) => job.state === "waiting" && job.task === task && job.key === key && subjects.get(job.id) === subject,
    );
  }

  function store(deliveryId: string, { task, payload, key, group, subject }: JobRequest): JobRecord {
    const delay = subject === undefined ? 0 : debounceMs;
    const job: JobRecord = {
      id: randomUUID(),
      state: "waiting",
      task,
      // A handler must not share an object with the one who sent it.
      payload: JSON.parse(JSON.stringify(payload)) as unknown,
      key,
      group,
      deliveryId,
      attempts: 0,
      queuedAt: new Date(now()),
      runAt: new Date(now() + delay),
      lastError: null,
      deliveries: [],
    };
    jobs.set(job.id, job);
    if (subject !== undefined) subjects.set(job.id, subject);
    if (delay > 0) wakeIn(delay);
    return job;
  }

  function claim(): JobRecord | undefined {
    const all = [...jobs.values()];
    const busyKeys = new Set(all.filter(({ state }) => state === "running").map(({ key }) => key));
    const able = all.filter(({ state, key, group, runAt }) => {
      const isFree = state === "waiting" && !busyKeys.has(key) && runAt.getTime() <= now();
      const busy = all.filter((job) => job.state === "running" && job.group === group).length;
      return isFree && busy < perGroup && (parked.get(group) ?? 0) <= now();
    });
    let job = able.find(({ group }) => !served.has(group));
    if (!job) {
      served.clear();
      job = able[0];
    }
    if (job) served.add(job.group);
    return job;
  }

  function wake(): void {
    if (isManual) return;
    while (handlers && !isResting && running.size < concurrency) {
      const job = claim();
      if (!job) return;
      const end = run(job).finally(() => {
        running.delete(job.id);
        wake();
      });
      running.set(job.id, end);
    }
  }

  function wakeIn(ms: number): void {
    if (isManual) return;
    const timer = setTimeout(() => {
      timers.delete(timer);
      wake();
      // A timer may be early by a part of a millisecond.
    }, ms + 2);
    timers.add(timer);
  }

  async function run(job: JobRecord): Promise<void> {
    job.state = "running";
    job.attempts += 1;
    const attempt = job.attempts;
    const isMine = () => jobs.get(job.id) === job && job.state === "running" && job.attempts === attempt && !isClosed;
    const { id, task, payload, key, group, deliveryId } = job;
    try {
      const handler = handlers && Object.hasOwn(handlers, task) ? handlers[task] : undefined;
      if (!handler) throw new HopelessError(`there is no task "${task}"`);
      await handler({ id, task, payload: structuredClone(payload), key, group, attempt, deliveryId });
      if (!isMine()) return;
      jobs.delete(id);
      subjects.delete(id);
      settle(id, "done");
    } catch (error) {
      if (!isMine()) return;
      fail(job, error);
      if ((job.state as string) === "dead") {
        await onDead?.({ id, task, payload, key, group, attempt, deliveryId }, error).catch(() => undefined);
      }
    }
  }

  function fail(job: JobRecord, error: unknown): void {
    if (error instanceof ParkedError) {
      parked.set(job.group, Math.max(parked.get(job.group) ?? 0, error.until.getTime()));
      Object.assign(job, { state: "waiting", attempts: job.attempts - 1 });
      wakeIn(error.until.getTime() - now() + 1);
      return;
    }
    job.lastError =
      error instanceof Error ? `${error.name}: ${error.message}` : "something that is no error was thrown";
    if (error instanceof HopelessError || job.attempts >= attempts) {
      job.state = "dead";
      settle(job.id, "dead");
      return;
    }
    const delay = longestWaitMs(job.attempts + 1, firstRetryMs);
    Object.assign(job, { state: "waiting", runAt: new Date(now() + delay) });
    wakeIn(delay);
  }

  function settle(jobId: string, state: KnownDelivery["state"]): void {
    for (const delivery of deliveries.values()) if (delivery.jobId === jobId) delivery.state = state;
  }

  function forget({ installationId, repositoryId }: Party, until = Infinity): number {
    let gone = 0;
    const isLater = ({ sentAt }: KnownDelivery) => sentAt > until;
    const kept = new Set([...deliveries.values()].filter(isLater).map(({ jobId }) => jobId ?? ""));
    for (const delivery of deliveries.values()) {
      if (isLater(delivery) || kept.has(delivery.jobId ?? "")) continue;
      const isNamed =
        (installationId !== undefined && delivery.installationId === installationId) ||
        (repositoryId !== undefined && delivery.repositoryId === repositoryId);
      if (!isNamed) continue;
      Object.assign(delivery, { installationId: null, repositoryId: null });
      const job = delivery.jobId === undefined ? undefined : jobs.get(delivery.jobId);
      if (job?.state === "running") {
        job.payload = null;
      } else if (job) {
        jobs.delete(job.id);
        settle(job.id, "ignored");
        gone += 1;
      }
    }
    return gone;
  }

  function toRecord(job: JobRecord): JobRecord {
    const waiting = [...deliveries].filter(([, { jobId }]) => jobId === job.id).map(([id]) => id);
    return { ...job, deliveries: waiting };
  }

  async function stopJobs({ withinMs }: { withinMs: number }): Promise<void> {
    isResting = true;
    for (const timer of timers) clearTimeout(timer);
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, withinMs);
    });
    await Promise.race([Promise.all(running.values()), late]);
    clearTimeout(timer);
    for (const id of running.keys()) {
      const job = jobs.get(id);
      if (job?.state === "running") Object.assign(job, { state: "waiting", attempts: job.attempts - 1 });
    }
  }

  const waitingJobs = () => [...jobs.values()].filter(({ state }) => state === "waiting");

  return {
    accept: (delivery, decision) => Promise.resolve().then(() => accept(delivery, decision)),
    missing: (ids, { withoutDead = false } = {}) =>
      Promise.resolve(
        ids.filter((id) => (withoutDead ? !deliveries.has(id) : (deliveries.get(id)?.state ?? "dead") === "dead")),
      ),
    start(given, options = {}) {
      handlers = given;
      onDead = options.onDead;
      wake();
      return Promise.resolve();
    },
    async drain() {
      for (let job = claim(); job; job = claim()) await run(job);
    },
    nextRunAt() {
      const times = waitingJobs().map(({ group, runAt }) => Math.max(runAt.getTime(), parked.get(group) ?? 0));
      return times.length > 0 ? Math.min(...times) : undefined;
    },
    forget: (party, { until } = {}) => Promise.resolve(forget(party, until?.getTime())),
    abandon() {
      for (const job of jobs.values()) if (job.state === "running") job.state = "waiting";
    },
    jobs: {
      list: ({ state, limit = 100 } = {}) =>
        Promise.resolve(
          [...jobs.values()]
            .filter((job) => state === undefined || job.state === state)
            .slice(0, limit)
            .map(toRecord),
        ),
      read(id) {
        const job = jobs.get(id);
        return Promise.resolve(job && toRecord(job));
      },
      retry(id) {
        const job = jobs.get(id);
        if (!job || job.state === "running") return Promise.resolve(false);
        if (job.state === "dead") job.attempts = 0;
        Object.assign(job, { state: "waiting", runAt: new Date(now()) });
        settle(id, "queued");
        wake();
        return Promise.resolve(true);
      },
      discard(id) {
        if (jobs.get(id)?.state === "running" || !jobs.delete(id)) return Promise.resolve(false);
        settle(id, "ignored");
        return Promise.resolve(true);
      },
    },
    statistics() {
      const count = (state: JobRecord["state"]) => [...jobs.values()].filter((job) => job.state === state).length;
      const oldest = waitingJobs()[0]?.queuedAt.getTime() ?? now();
      return Promise.resolve({
        jobs: { waiting: count("waiting"), running: count("running"), dead: count("dead") },
        oldestWaitingSeconds: (now() - oldest) / 1000,
        parkedGroups: [...parked.values()].filter((until) => until > now()).length,
      });
    },
    isReady: () => Promise.resolve(!isStopping),
    notes: {
      read: (name) => Promise.resolve(notes.get(name)),
      write: (name, text) => Promise.resolve(void notes.set(name, text)),
    },
    async alone(name, work) {
      if (alone.has(name)) return undefined;
      alone.add(name);
      return work().finally(() => alone.delete(name));
    },
    stopJobs,
    async stop({ withinMs }) {
      isStopping = true;
      await stopJobs({ withinMs });
      isClosed = true;
    },
  };
}
