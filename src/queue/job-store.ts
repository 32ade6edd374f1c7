/**
 * Claims and what becomes of them. pg-boss claims; what it has no call for, or what must change a delivery's row in the
 * same statement, is written here against its table. Every change of a claimed job is fenced by its attempt: a worker
 * whose claim was taken over changes nothing.
 */
import { z } from "zod";
import { QUEUE } from "./boss-options.ts";
import type { Database } from "./database.ts";
import type { Job } from "./job-queue.ts";

/** What a job's row carries besides pg-boss's own columns. */
export const JobData = z.object({
  task: z.string(),
  key: z.string(),
  deliveryId: z.string().nullable(),
  payload: z.string(),
});
export type JobData = z.infer<typeof JobData>;

export interface Claim {
  job: Job;
  /** pg-boss's number of this attempt. */
  fence: number;
}

/** Claims the oldest job that may run and is of none of these groups. */
export async function claimJob(database: Database, ignoreGroups: string[]): Promise<Claim | undefined> {
  const [row] = await database.boss.fetch(QUEUE, { batchSize: 1, ignoreGroups });
  if (!row) return undefined;
  const { task, key, deliveryId, payload } = JobData.parse(row.data);
  const job = { id: row.id, task, key, deliveryId, payload: JSON.parse(payload) as unknown, group: row.groupId ?? "" };
  return { job: { ...job, attempt: row.retryCount + 1 }, fence: row.retryCount };
}

/** Deletes the job and its payload; its deliveries are done. */
export async function completeJob(database: Database, { job, fence }: Claim): Promise<void> {
  await database.query(
    `WITH ended AS (
       DELETE FROM pgboss.job WHERE name = $1 AND id = $2 AND state = 'active' AND retry_count = $3 RETURNING id
     )
     UPDATE review_miner.delivery SET state = 'done' WHERE job_id IN (SELECT id FROM ended)`,
    [QUEUE, job.id, fence],
  );
}

/** The job waits for its next attempt. */
export async function retryLater(
  database: Database,
  { job, fence }: Claim,
  { delayMs, error }: { delayMs: number; error: string },
): Promise<void> {
  await database.query(
    `UPDATE pgboss.job SET state = 'retry', start_after = now() + $4 * interval '1 ms', output = $5::text::jsonb
     WHERE name = $1 AND id = $2 AND state = 'active' AND retry_count = $3`,
    [QUEUE, job.id, fence, Math.round(delayMs), JSON.stringify({ error })],
  );
}

/** The job is kept as a dead letter, with its payload and what went wrong. */
export async function buryJob(database: Database, { job, fence }: Claim, error: string): Promise<void> {
  await database.query(
    `WITH ended AS (
       UPDATE pgboss.job SET state = 'failed', completed_on = now(), output = $4::text::jsonb
       WHERE name = $1 AND id = $2 AND state = 'active' AND retry_count = $3 RETURNING id
     )
     UPDATE review_miner.delivery SET state = 'dead' WHERE job_id IN (SELECT id FROM ended)`,
    [QUEUE, job.id, fence, JSON.stringify({ error })],
  );
}

/** The job waits again as if this attempt had not begun: pg-boss counts an attempt only where one was started. */
export async function giveBack(database: Database, { job, fence }: Claim): Promise<void> {
  await database.query(
    `UPDATE pgboss.job SET state = 'retry', start_after = now(), started_on = NULL, heartbeat_on = NULL
     WHERE name = $1 AND id = $2 AND state = 'active' AND retry_count = $3`,
    [QUEUE, job.id, fence],
  );
}

/** No process claims a job of this group before then. A later end wins. */
export async function parkGroup(database: Database, group: string, until: Date): Promise<void> {
  await database.query(
    `INSERT INTO review_miner.parked_group AS parked VALUES ($1, $2::text::timestamptz)
     ON CONFLICT (group_id) DO UPDATE SET until = greatest(parked.until, excluded.until)`,
    [group, until.toISOString()],
  );
}

export async function readParkedGroups(database: Database): Promise<string[]> {
  const rows = await database.query<{ group: string }>(
    `SELECT group_id AS "group" FROM review_miner.parked_group WHERE until > now()`,
  );
  return rows.map(({ group }) => group);
}

/** Says that these claims are being worked on. */
export async function keepAlive(database: Database, claims: readonly Claim[]): Promise<void> {
  if (claims.length === 0) return;
  await database.query(
    `UPDATE pgboss.job j SET heartbeat_on = now()
     FROM json_to_recordset($2::text::json) AS given (id uuid, fence int)
     WHERE j.name = $1 AND j.id = given.id AND j.state = 'active' AND j.retry_count = given.fence`,
    [QUEUE, toJson(claims)],
  );
}

function toJson(claims: readonly Claim[]): string {
  return JSON.stringify(claims.map(({ job, fence }) => ({ id: job.id, fence })));
}

const ORPHANED = "the process that ran this job ended before the job did, or could not store what became of it";

/**
 * Gives back the jobs that nobody runs any more: claims that nobody has spoken for in so long, and that are not `held`
 * here. The attempt counts, so that a job that kills its process ends as a dead letter. Gives how many wait and how many
 * died.
 */
export async function recoverOrphans(
  database: Database,
  { silentForMs, held = [] }: { silentForMs: number; held?: readonly Claim[] },
): Promise<{ resumed: number; buried: number }> {
  const rows = await database.query<{ state: string }>(
    `WITH orphan AS (
       UPDATE pgboss.job j SET
         state = (CASE WHEN retry_count < retry_limit THEN 'retry' ELSE 'failed' END)::pgboss.job_state,
         start_after = now(), heartbeat_on = NULL,
         completed_on = CASE WHEN retry_count < retry_limit THEN NULL ELSE now() END,
         output = $3::text::jsonb
       WHERE name = $1 AND state = 'active' AND heartbeat_on <= now() - $2 * interval '1 ms' AND NOT EXISTS (
         SELECT 1 FROM json_to_recordset($4::text::json) AS given (id uuid, fence int)
         WHERE j.id = given.id AND j.retry_count = given.fence
       ) RETURNING id, state
     ), buried AS (
       UPDATE review_miner.delivery SET state = 'dead'
       WHERE job_id IN (SELECT id FROM orphan WHERE state = 'failed')
     )
     SELECT state::text FROM orphan`,
    [QUEUE, silentForMs, JSON.stringify({ error: ORPHANED }), toJson(held)],
  );
  const resumed = rows.filter(({ state }) => state === "retry").length;
  return { resumed, buried: rows.length - resumed };
}
