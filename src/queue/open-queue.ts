import type { JobQueue } from "./job-queue.ts";
import { createPgBossQueue, type QueueOptions } from "./pg-boss-queue.ts";
import { openPostgresDatabase } from "./postgres-database.ts";
import type { QueueLog } from "./queue-log.ts";
import { ATTEMPTS, FIRST_RETRY_MS } from "./retry-wait.ts";

const DEFAULTS: QueueOptions = {
  debounceMs: 0,
  concurrency: 16,
  perGroup: 4,
  attempts: ATTEMPTS,
  firstRetryMs: FIRST_RETRY_MS,
  // With the time to the next sweep it is less than the 30 seconds promised.
  orphanAfterMs: 18_000,
};

interface OpenOptions extends Partial<QueueOptions> {
  /** A PostgreSQL connection string. Absent: PGlite, in `dataDir`. */
  databaseUrl?: string | undefined;
  /** Created where needed; unused with a `databaseUrl`. */
  dataDir: string;
  log: QueueLog;
}

/**
 * Opens the queue that the configuration asks for: PostgreSQL by `databaseUrl`, else PGlite in `dataDir`. Throws
 * `UnusableStoreError`, whose message says what to do.
 */
export async function openQueue({ databaseUrl, dataDir, log, ...options }: OpenOptions): Promise<JobQueue> {
  const database = databaseUrl ? await openPostgresDatabase(databaseUrl, log) : await openEmbedded(dataDir, log);
  try {
    return await createPgBossQueue(database, { ...DEFAULTS, ...options }, log);
  } catch (cause) {
    await database.close();
    throw database.toUnusable(cause);
  }
}

/** Loaded only where it is used: the embedded server is large. */
async function openEmbedded(dataDir: string, log: QueueLog) {
  const { openPgliteDatabase } = await import("./pglite-database.ts");
  return openPgliteDatabase(dataDir, log);
}
