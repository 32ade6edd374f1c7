/** Stores for queue tests: a PGlite or a PostgreSQL database that the tests of one file share. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { randomUUID } from "node:crypto";
import type { Database } from "../../src/queue/database.ts";
import { openPgliteDatabase } from "../../src/queue/pglite-database.ts";
import { createPgBossQueue } from "../../src/queue/pg-boss-queue.ts";
import { openPostgresDatabase } from "../../src/queue/postgres-database.ts";
import type { JobQueue } from "../../src/queue/job-queue.ts";
import { seedDataDir } from "./pglite-template.ts";
import { SILENT } from "./silent-log.ts";
import type { QueueSettings } from "../queue/contract.ts";

/** A PostgreSQL server for tests, as `scripts/with-postgres.sh` gives it; undefined without one. */
export const POSTGRES_URL = process.env["TEST_DATABASE_URL"];

export interface TestFolder {
  path: string;
  remove: () => void;
}

export function createTestFolder(): TestFolder {
  const folder = mkdtempSync(path.join(tmpdir(), "review-miner-test-"));
  return { path: folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** A data directory with an empty store in it: opening it takes a fraction of the time that making one does. */
export async function createSeededFolder(): Promise<TestFolder> {
  const folder = createTestFolder();
  await seedDataDir(folder.path);
  return folder;
}

/** A database of its own on the server, so that test files do not meet. */
export async function createTestDatabase(serverUrl: string): Promise<{ url: string; drop: () => Promise<void> }> {
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  const run = async (statement: string) => {
    const server = await openPostgresDatabase(serverUrl, SILENT);
    await server.query(statement);
    await server.close();
  };
  await run(`CREATE DATABASE ${name}`);
  return { url: url.href, drop: () => run(`DROP DATABASE ${name} WITH (FORCE)`) };
}

export interface SharedStore {
  database: Database;
  /** A queue on the emptied store. Stopping it leaves the store open for the next. */
  openQueue(settings?: QueueSettings): Promise<JobQueue>;
  /** A further queue on the store as it is. */
  openBeside(settings?: QueueSettings): Promise<JobQueue>;
  close(): Promise<void>;
}

export async function openSharedPglite(): Promise<SharedStore> {
  const folder = await createSeededFolder();
  const database = await openPgliteDatabase(folder.path, SILENT);
  return share(database, () => Promise.resolve().then(folder.remove));
}

export async function openSharedPostgres(serverUrl: string): Promise<SharedStore> {
  const { url, drop } = await createTestDatabase(serverUrl);
  return share(await openPostgresDatabase(url, SILENT), drop);
}

const SETTINGS = { debounceMs: 0, concurrency: 16, perGroup: 4, attempts: 3, firstRetryMs: 5, orphanAfterMs: 18_000 };

function share(database: Database, cleanUp: () => Promise<void>): SharedStore {
  const lent: Database = { ...database, close: () => Promise.resolve() };
  const openBeside = (settings: QueueSettings = {}) => createPgBossQueue(lent, { ...SETTINGS, ...settings }, SILENT);
  return {
    database,
    openBeside,
    async openQueue(settings) {
      const queue = await openBeside(settings);
      await database.query("DELETE FROM pgboss.job");
      await database.query("TRUNCATE review_miner.delivery, review_miner.parked_group, review_miner.note");
      return queue;
    },
    async close() {
      await database.close();
      await cleanUp();
    },
  };
}
