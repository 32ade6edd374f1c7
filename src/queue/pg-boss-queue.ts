/** The durable queue: pg-boss's job table with a delivery table beside it, on PGlite or on PostgreSQL. */
import { QUEUE } from "./boss-options.ts";
import type { Database } from "./database.ts";
import { createDeliveryIntake } from "./delivery-intake.ts";
import { forgetParty } from "./forget.ts";
import { createJobDesk, readStatistics } from "./job-desk.ts";
import type { JobQueue } from "./job-queue.ts";
import { createJobRunner, type JobRunner } from "./job-runner.ts";
import * as jobs from "./job-store.ts";
import { migrate } from "./migrate.ts";
import { alone, createNotes } from "./notes.ts";
import type { QueueLog } from "./queue-log.ts";
import { longestWaitMs } from "./retry-wait.ts";
import { JOBS_CHANNEL, storeDeliveries } from "./store-deliveries.ts";
import { resumeOrphans, startUpkeep } from "./upkeep.ts";

export interface QueueOptions {
  /** How long a job with a subject waits for others to join it. 0: it runs at once. */
  debounceMs: number;
  /** Jobs at a time in this process. */
  concurrency: number;
  /** Of these, at most so many of one group. */
  perGroup: number;
  /** A job is dead after so many. */
  attempts: number;
  /** Jobs that nobody has spoken for in so long are given back; in a private store, that nobody runs. */
  orphanAfterMs: number;
  /** Before the second attempt; of further ones see `longestWaitMs`. */
  firstRetryMs: number;
}

const READY_WITHIN_MS = 2000;

/** Brings the tables up to date and answers the port. The database is closed by `stop`. */
export async function createPgBossQueue(database: Database, options: QueueOptions, log: QueueLog): Promise<JobQueue> {
  await migrate(database);
  await database.boss.createQueue(QUEUE, { policy: "singleton" });

  let runner: JobRunner | undefined;
  let endUpkeep: (() => Promise<void>) | undefined;
  let isStopped = false;
  const storeOptions = { debounceMs: options.debounceMs, retryLimit: options.attempts - 1 };

  const intake = createDeliveryIntake(async (arrivals) => {
    if (!database.isIntact()) throw new Error("the data directory was deleted or replaced: restart");
    const { outcomes, firstJobInMs } = await storeDeliveries(database, arrivals, storeOptions);
    if (firstJobInMs === 0) runner?.wake();
    if (options.debounceMs > 0 && firstJobInMs !== undefined) runner?.wakeIn(options.debounceMs + 1);
    return outcomes;
  });

  return {
    accept: (delivery, decision) => intake.accept({ delivery, decision }),
    async missing(deliveryIds, { withoutDead = false } = {}) {
      const known = await database.query<{ id: string }>(
        "SELECT id FROM review_miner.delivery WHERE id = ANY($1::text[]) AND ($2 OR state <> 'dead')",
        [deliveryIds, withoutDead],
      );
      const ids = new Set(known.map(({ id }) => id));
      return deliveryIds.filter((id) => !ids.has(id));
    },
    forget: (party, options) => forgetParty(database, party, options),
    jobs: createJobDesk(database, async () => {
      if (runner) runner.wake();
      else if (!database.isPrivate) await database.query("SELECT pg_notify($1, '')", [JOBS_CHANNEL]);
    }),
    notes: createNotes(database),
    alone: (name, work) => alone(database, name, work),
    statistics: () => readStatistics(database),
    async start(handlers, { onDead } = {}) {
      if (runner) throw new Error("the queue was started already");
      const runnerOptions = { ...toRunnerOptions(options), ...(onDead && { onDead }) };
      const started = createJobRunner(toRunnerStore(database), handlers, runnerOptions, log);
      runner = started;
      // Nobody else can hold a claim in a private store: all that are there are a dead process's.
      if (database.isPrivate) await resumeOrphans(database, { silentForMs: 0 }, started.wake, log);
      await database.listen(JOBS_CHANNEL, started.wake);
      endUpkeep = startUpkeep(database, started, options.orphanAfterMs, log);
      started.wake();
    },
    async isReady() {
      return !isStopped && database.isIntact() && (await answers(database));
    },
    async stopJobs({ withinMs }) {
      await runner?.stop(withinMs);
    },
    async stop({ withinMs }) {
      if (isStopped) return;
      isStopped = true;
      await runner?.stop(withinMs);
      await endUpkeep?.();
      await intake.close();
      await database.close();
    },
  };
}

function toRunnerStore(database: Database) {
  return {
    readParkedGroups: () => jobs.readParkedGroups(database),
    claim: (ignoreGroups: string[]) => jobs.claimJob(database, ignoreGroups),
    complete: (claim: jobs.Claim) => jobs.completeJob(database, claim),
    retryLater: (claim: jobs.Claim, failure: { delayMs: number; error: string }) =>
      jobs.retryLater(database, claim, failure),
    bury: (claim: jobs.Claim, error: string) => jobs.buryJob(database, claim, error),
    giveBack: (claim: jobs.Claim) => jobs.giveBack(database, claim),
    park: (group: string, until: Date) => jobs.parkGroup(database, group, until),
  };
}

function toRunnerOptions({ concurrency, perGroup, attempts, firstRetryMs }: QueueOptions) {
  return {
    concurrency,
    perGroup,
    attempts,
    backoffMs: (attempt: number) => longestWaitMs(attempt, firstRetryMs) * (0.5 + Math.random() / 2),
  };
}

async function answers(database: Database): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), READY_WITHIN_MS);
  });
  const answer = database.query("SELECT 1").then(
    () => true,
    () => false,
  );
  const isAnswered = await Promise.race([answer, late]);
  clearTimeout(timer);
  return isAnswered;
}
