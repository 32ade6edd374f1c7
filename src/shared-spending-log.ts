/** What installations may send, counted over all processes that share a PostgreSQL database. */
import pg from "pg";
import {
  freeAgainAt,
  GITHUB_LIMITS,
  type BudgetLimits,
  type Spending,
  type SpendingLog,
} from "./github/request-budget.ts";

export interface SharedSpendingLog extends SpendingLog {
  close: () => Promise<void>;
}

/** Says, to PostgreSQL, whose advisory locks these are. The number means nothing but must stay the same. */
const LOCKS = 730_117;

/** The database's clock counts: those of the processes may differ. */
const RECENT = `
  WITH clock AS (SELECT extract(epoch FROM clock_timestamp())::double precision * 1000 AS now)
  SELECT clock.now, at, points, is_content FROM clock LEFT JOIN review_miner.spending
    ON installation = $1 AND at > clock.now - CASE WHEN is_content THEN 3600000 ELSE 60000 END
  ORDER BY at`;
const SPEND = "INSERT INTO review_miner.spending (installation, at, points, is_content) VALUES ($1, $2, $3, $4)";
const FORGET = `
  DELETE FROM review_miner.spending WHERE installation = $1
    AND at < $2::double precision - CASE WHEN is_content THEN 3600000 ELSE 60000 END`;

interface RecentRow {
  now: number;
  /** Null in the one row of an installation that has spent nothing. */
  at: number | null;
  points: number | null;
  is_content: boolean | null;
}

/** A log in a database that the queue has brought up to date. Connects when something is spent. */
export function createSharedSpendingLog(
  databaseUrl: string,
  { limits = GITHUB_LIMITS, onError }: { limits?: BudgetLimits; onError: (error: Error) => void },
): SharedSpendingLog {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 4, application_name: "review-miner budget" });
  // An idle connection that breaks is replaced by the next use.
  pool.on("error", onError);
  return {
    close: () => pool.end(),
    spend: (installationId, cost, ownNow) =>
      locked(pool, installationId, async (client) => {
        const { rows } = await client.query<RecentRow>(RECENT, [installationId]);
        const now = rows[0]?.now ?? ownNow;
        const freeAt = freeAgainAt(rows.flatMap(toSpending), cost, { limits, now });
        if (freeAt > now) return { freeAt: ownNow + (freeAt - now) };
        await client.query(SPEND, [installationId, now, cost.points, cost.isContent]);
        await client.query(FORGET, [installationId, now]);
        return "spent" as const;
      }),
  };
}

function toSpending({ at, points, is_content }: RecentRow): Spending[] {
  if (at === null || points === null || is_content === null) return [];
  return [{ at, points, isContent: is_content }];
}

/** One transaction at a time for each installation, over all processes. */
async function locked<Result>(
  pool: pg.Pool,
  id: number,
  work: (client: pg.PoolClient) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect();
  try {
    await client.query("BEGIN");
    await client.query("SELECT pg_advisory_xact_lock($1, $2)", [LOCKS, id % 2 ** 31]);
    const result = await work(client);
    await client.query("COMMIT");
    client.release();
    return result;
  } catch (error) {
    // Closed with its connection, the transaction is rolled back whatever state it is in.
    client.release(true);
    throw error;
  }
}
