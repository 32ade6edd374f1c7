/** The store on a PostgreSQL server, shared by any number of processes. */
import { PgBoss } from "pg-boss";
import { BOSS_OPTIONS } from "./boss-options.ts";
import type { Database, Sql } from "./database.ts";
import type { QueueLog } from "./queue-log.ts";
import { UnusableStoreError } from "./unusable-store-error.ts";

/** Connects and brings pg-boss's schema up to date. Throws `UnusableStoreError` without the password. */
export async function openPostgresDatabase(databaseUrl: string, log: QueueLog): Promise<Database> {
  const boss = new PgBoss({ ...BOSS_OPTIONS, connectionString: databaseUrl, application_name: "review-miner" });
  boss.on("error", (err) => log.error({ err }, "the queue's store failed"));
  try {
    await boss.start();
  } catch (cause) {
    await boss.stop({ graceful: false }).catch(() => undefined);
    throw unusable(databaseUrl, cause);
  }
  const db = boss.getDb();
  const listeners: { close(): Promise<void> }[] = [];
  return {
    ...toSql(db),
    boss,
    isPrivate: false,
    async transaction(work) {
      if (!db.beginTransaction) throw new Error("pg-boss's own pool can open transactions");
      const transaction = await db.beginTransaction();
      try {
        const result = await work(toSql(transaction.db));
        await transaction.commit();
        return result;
      } catch (error) {
        await transaction.rollback();
        throw error;
      }
    },
    async listen(channel, onMessage) {
      if (!db.listen) throw new Error("pg-boss's own pool can listen");
      listeners.push(await db.listen(channel, onMessage, onMessage));
    },
    isIntact: () => true,
    toUnusable: (cause) => unusable(databaseUrl, cause),
    async close() {
      for (const listener of listeners) await listener.close();
      await boss.stop({ graceful: false });
    },
  };
}

function toSql(db: Pick<ReturnType<PgBoss["getDb"]>, "executeSql">): Sql {
  return {
    async query<Row extends object>(text: string, values?: unknown[]) {
      return (await db.executeSql(text, values)).rows as Row[];
    },
  };
}

function unusable(databaseUrl: string, cause: unknown): UnusableStoreError {
  return new UnusableStoreError(
    `cannot use the database at ${withoutSecrets(databaseUrl)}: check DATABASE_URL, that the server runs, ` +
      "and that the user may create schemas in that database, and owns pgboss and review_miner where they are there",
    { cause },
  );
}

/** Host, port and database of a connection string; never the user or the password. */
function withoutSecrets(databaseUrl: string): string {
  if (!URL.canParse(databaseUrl)) return "the given DATABASE_URL";
  const { host, pathname } = new URL(databaseUrl);
  return `${host}${pathname}`;
}
