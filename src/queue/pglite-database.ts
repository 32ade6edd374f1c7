/** The default store: PostgreSQL inside this process, its files in the data directory. */
import { existsSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { fromPglite, PgBoss } from "pg-boss";
import { BOSS_OPTIONS } from "./boss-options.ts";
import type { Database, Sql } from "./database.ts";
import { lockDirectory } from "./directory-lock.ts";
import type { QueueLog } from "./queue-log.ts";
import { UnusableStoreError } from "./unusable-store-error.ts";

// A first start on a busy small machine takes the better part of a minute.
const OPEN_WITHIN_MS = 180_000;

/** Locks the directory and opens the store in it, making one where there is none. Throws `UnusableStoreError`. */
export async function openPgliteDatabase(dataDir: string, log: QueueLog): Promise<Database> {
  const lock = lockDirectory(dataDir);
  const directory = path.join(dataDir, "pglite");
  try {
    const pglite = await openStore(directory, log);
    const boss = new PgBoss({ ...BOSS_OPTIONS, db: fromPglite(pglite), backend: "pglite" });
    boss.on("error", (err) => log.error({ err }, "the queue's store failed"));
    await boss.start();
    return {
      ...toSql(pglite),
      boss,
      isPrivate: true,
      transaction: (work) => pglite.transaction((transaction) => work(toSql(transaction))),
      // Nobody else can send anything: the one process wakes itself.
      listen: () => Promise.resolve(),
      isIntact: () => lock.isIntact(),
      toUnusable: (cause) => unreadable(directory, cause),
      async close() {
        await boss.stop({ graceful: false, close: false });
        await pglite.close();
        lock.release();
      },
    };
  } catch (cause) {
    lock.release();
    if (cause instanceof UnusableStoreError) throw cause;
    throw unreadable(directory, cause);
  }
}

/** A store is made aside and then moved into its place, so that a start that was interrupted leaves nothing half made. */
async function openStore(directory: string, log: QueueLog): Promise<PGlite> {
  if (!existsSync(directory)) {
    log.info({ directory }, "making a new store; this takes some seconds, once");
    const unfinished = `${directory}.new`;
    rmSync(unfinished, { recursive: true, force: true });
    const fresh = await openDirectory(unfinished);
    await fresh.close();
    renameSync(unfinished, directory);
  }
  // Without this file PGlite would take the folder for an empty one and write over what is there.
  if (!existsSync(path.join(directory, "PG_VERSION"))) throw unreadable(directory, new Error("PG_VERSION is missing"));
  return openDirectory(directory);
}

async function openDirectory(directory: string): Promise<PGlite> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`it did not open within ${OPEN_WITHIN_MS / 1000} s`));
    }, OPEN_WITHIN_MS);
  });
  try {
    return await Promise.race([PGlite.create(directory), late]);
  } catch (cause) {
    throw unreadable(directory, cause);
  } finally {
    clearTimeout(timer);
  }
}

function unreadable(directory: string, cause: unknown): UnusableStoreError {
  return new UnusableStoreError(
    `the store in ${directory} cannot be read: move that folder away and start again; ` +
      "what was in it is rebuilt from GitHub, and deliveries of the last days are fetched again",
    { cause },
  );
}

function toSql(connection: Pick<PGlite, "query">): Sql {
  return {
    async query<Row extends object>(text: string, values?: unknown[]) {
      return (await connection.query<Row>(text, values)).rows;
    },
  };
}
