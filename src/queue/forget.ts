/** Forgetting whoever left: their jobs go, and their deliveries stay known without a word about whose they were. */
import { QUEUE } from "./boss-options.ts";
import type { Database } from "./database.ts";
import type { Party } from "./job-queue.ts";

/** Theirs, unless they, or one that waits for the same job, were sent later. */
const NAMED = `(d.installation_id = $1::bigint OR d.repository_id = $2::bigint)
  AND d.received_at <= $3::text::timestamptz AND NOT EXISTS (
    SELECT 1 FROM review_miner.delivery later
    WHERE later.job_id = d.job_id AND later.received_at > $3::text::timestamptz
  )`;

/** Gives how many jobs were deleted. */
export async function forgetParty(
  database: Database,
  { installationId, repositoryId }: Party,
  { until }: { until?: Date | undefined } = {},
): Promise<number> {
  const party = [installationId ?? null, repositoryId ?? null, until?.toISOString() ?? "infinity"];
  const theirs = `name = $4 AND id IN (SELECT d.job_id FROM review_miner.delivery d WHERE ${NAMED})`;
  return database.transaction(async (sql) => {
    // Of all of them first, which waits for whoever claims one meanwhile.
    await sql.query(`UPDATE pgboss.job SET data = data || '{"payload": "null"}'::jsonb WHERE ${theirs}`, [
      ...party,
      QUEUE,
    ]);
    const gone = await sql.query<{ id: string }>(
      `DELETE FROM pgboss.job WHERE ${theirs} AND state <> 'active' RETURNING id`,
      [...party, QUEUE],
    );
    await sql.query(
      `UPDATE review_miner.delivery d SET installation_id = NULL, repository_id = NULL, subject = NULL,
         state = CASE WHEN d.job_id = ANY($4::uuid[]) THEN 'ignored' ELSE d.state END,
         reason = CASE WHEN d.job_id = ANY($4::uuid[]) THEN 'forgotten' ELSE d.reason END
       WHERE ${NAMED}`,
      [...party, gone.map(({ id }) => id)],
    );
    return gone.length;
  });
}
