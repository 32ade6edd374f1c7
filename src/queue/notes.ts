/** What processes leave for each other and for those after them: short texts, and who is at what. */
import type { Database } from "./database.ts";
import type { Notes } from "./job-queue.ts";

export function createNotes(database: Database): Notes {
  return {
    async read(name) {
      const [row] = await database.query<{ value: string }>("SELECT value FROM review_miner.note WHERE name = $1", [
        name,
      ]);
      return row?.value;
    },
    async write(name, text) {
      await database.query(
        `INSERT INTO review_miner.note VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = excluded.value`,
        [name, text],
      );
    },
  };
}

const running = new WeakMap<Database, Set<string>>();

/** See the port. On PostgreSQL a lock of a transaction that does nothing else: it ends with its connection. */
export async function alone<Result>(
  database: Database,
  name: string,
  work: () => Promise<Result>,
): Promise<Result | undefined> {
  const names = running.get(database) ?? new Set();
  running.set(database, names);
  if (names.has(name)) return undefined;
  names.add(name);
  try {
    // PGlite has one connection: a transaction that lasts would keep everybody else waiting.
    if (database.isPrivate) return await work();
    return await database.transaction(async (sql) => {
      const [row] = await sql.query<{ got: boolean }>(
        "SELECT pg_try_advisory_xact_lock(hashtextextended($1, 0)) AS got",
        [`review_miner ${name}`],
      );
      return row?.got === true ? work() : undefined;
    });
  } finally {
    names.delete(name);
  }
}
