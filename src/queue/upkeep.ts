/** What the queue does by the clock: heartbeats, orphans, old deliveries, and PGlite's vacuum. */
import type { Database } from "./database.ts";
import { recoverOrphans, type Claim, keepAlive } from "./job-store.ts";
import type { QueueLog } from "./queue-log.ts";

/** No limit of GitHub's looks back further. */
const SPENT_FOR_HOURS = 1;
/** GitHub keeps deliveries for less; a delivery that old does not come again. */
const KNOWN_FOR_DAYS = 30;
/** So many heartbeats and sweeps in the time after which a process counts as dead: one that is merely busy does not. */
const BEATS = 4;
/** Finds work that other processes stored while a notification was lost, and jobs whose time has come. */
const POLL_MS = 1000;
const PRUNE_MS = 600_000;

/** Deletes what is settled and old. What still waits, or is dead, keeps its deliveries. Gives how many of these went. */
export async function pruneDeliveries(database: Database): Promise<number> {
  const rows = await database.query(
    `DELETE FROM review_miner.delivery
     WHERE received_at < now() - $1 * interval '1 day' AND state IN ('done', 'ignored') RETURNING id`,
    [KNOWN_FOR_DAYS],
  );
  await database.query("DELETE FROM review_miner.parked_group WHERE until < now()");
  // Whoever spends nothing more, because they left, is cleared away here.
  await database.query(
    "DELETE FROM review_miner.spending WHERE at < extract(epoch FROM now() - $1 * interval '1 hour') * 1000",
    [SPENT_FOR_HOURS],
  );
  // PGlite has no autovacuum: without this every claim wades through the rows of all jobs ever done.
  if (database.isPrivate) for (const table of TABLES) await database.query(`VACUUM ${table}`);
  return rows.length;
}

const TABLES = ["pgboss.job_common", "review_miner.delivery", "review_miner.parked_group"];

/** Begins the clocked work of a process that runs jobs; gives the function that ends it. */
export function startUpkeep(
  database: Database,
  { running, wake }: { running: () => Claim[]; wake: () => void },
  orphanAfterMs: number,
  log: QueueLog,
): () => Promise<void> {
  const ends = [
    every(POLL_MS, "cannot look for jobs", () => Promise.resolve().then(wake)),
    every(PRUNE_MS, "cannot prune deliveries", () => pruneDeliveries(database)),
    // In a private store too: an end that could not be stored leaves a claim that nobody works on.
    every(orphanAfterMs / BEATS, "cannot look for orphaned jobs", () =>
      resumeOrphans(database, { silentForMs: orphanAfterMs, held: running() }, wake, log),
    ),
  ];
  if (!database.isPrivate) {
    ends.push(every(orphanAfterMs / BEATS, "cannot say that jobs run", () => keepAlive(database, running())));
  }

  /** Never twice at a time, never after its end. */
  function every(ms: number, failure: string, work: () => Promise<unknown>): () => Promise<void> {
    let current: Promise<unknown> | undefined;
    const timer = setInterval(() => {
      current ??= work()
        .catch((err: unknown) => log.error({ err }, failure))
        .finally(() => (current = undefined));
    }, ms);
    return async () => {
      clearInterval(timer);
      await current;
    };
  }

  return async () => {
    await Promise.all(ends.map((end) => end()));
  };
}

/** Gives back what nobody runs any more, as `recoverOrphans` does, and says so. */
export async function resumeOrphans(
  database: Database,
  orphans: Parameters<typeof recoverOrphans>[1],
  wake: () => void,
  log: QueueLog,
): Promise<void> {
  const { resumed, buried } = await recoverOrphans(database, orphans);
  if (resumed + buried === 0) return;
  log.warn({ resumed, buried }, "jobs that nobody ran any more");
  wake();
}
