/** What operators see and do: jobs that wait, run or are dead. */
import { z } from "zod";
import { QUEUE } from "./boss-options.ts";
import type { Database } from "./database.ts";
import type { JobDesk, JobRecord, JobState, QueueStatistics } from "./job-queue.ts";
import { JobData } from "./job-store.ts";

const LIST_LIMIT = 100;
const STATES: Record<JobState, string[]> = { waiting: ["created", "retry"], running: ["active"], dead: ["failed"] };

const JobRow = z.object({
  id: z.string(),
  state: z.enum(["created", "retry", "active", "failed"]),
  data: JobData,
  group: z.string(),
  retryCount: z.number(),
  wasStarted: z.boolean(),
  output: z.object({ error: z.string() }).nullable(),
  queuedAt: z.date(),
  runAt: z.date(),
  deliveries: z.array(z.string()),
});

const SELECT = `SELECT j.id, j.state::text, j.data, coalesce(j.group_id, '') AS "group", j.retry_count AS "retryCount",
    j.started_on IS NOT NULL AS "wasStarted", j.output, j.created_on AS "queuedAt", j.start_after AS "runAt",
    array(SELECT d.id FROM review_miner.delivery d WHERE d.job_id = j.id ORDER BY d.received_at, d.id) AS deliveries
  FROM pgboss.job j WHERE j.name = $1`;

/** `wake` is called when a job was made to run now. */
export function createJobDesk(database: Database, wake: () => Promise<void>): JobDesk {
  return {
    async list({ state, limit = LIST_LIMIT } = {}) {
      const states = state ? STATES[state] : Object.values(STATES).flat();
      const rows = await database.query(
        `${SELECT} AND j.state::text = ANY($2::text[]) ORDER BY j.created_on, j.id LIMIT $3`,
        [QUEUE, states, limit],
      );
      return rows.map(toRecord);
    },
    async read(id) {
      const rows = await database.query(`${SELECT} AND j.id::text = $2`, [QUEUE, id]);
      return rows.map(toRecord)[0];
    },
    async retry(id) {
      const rows = await database.query(
        `WITH chosen AS (
           UPDATE pgboss.job SET state = 'created', start_after = now(), completed_on = NULL,
             started_on = CASE WHEN state = 'failed' THEN NULL ELSE started_on END,
             retry_count = CASE WHEN state = 'failed' THEN 0 ELSE retry_count END
           WHERE name = $1 AND id::text = $2 AND state IN ('created', 'retry', 'failed') RETURNING id
         ), queued AS (
           UPDATE review_miner.delivery SET state = 'queued' WHERE job_id IN (SELECT id FROM chosen)
         )
         SELECT id FROM chosen`,
        [QUEUE, id],
      );
      if (rows.length > 0) await wake();
      return rows.length > 0;
    },
    async discard(id) {
      const rows = await database.query(
        `WITH chosen AS (
           DELETE FROM pgboss.job WHERE name = $1 AND id::text = $2 AND state IN ('created', 'retry', 'failed')
           RETURNING id
         ), ignored AS (
           UPDATE review_miner.delivery SET state = 'ignored', reason = 'discarded by an operator'
           WHERE job_id IN (SELECT id FROM chosen)
         )
         SELECT id FROM chosen`,
        [QUEUE, id],
      );
      return rows.length > 0;
    },
  };
}

export async function readStatistics(database: Database): Promise<QueueStatistics> {
  const [row] = await database.query<QueueStatistics["jobs"] & { age: number; parked: number }>(
    `SELECT count(*) FILTER (WHERE state < 'active')::int AS waiting,
       count(*) FILTER (WHERE state = 'active')::int AS running,
       count(*) FILTER (WHERE state = 'failed')::int AS dead,
       coalesce(extract(epoch FROM now() - min(created_on) FILTER (WHERE state < 'active')), 0)::float8 AS age,
       (SELECT count(*)::int FROM review_miner.parked_group WHERE until > now()) AS parked
     FROM pgboss.job WHERE name = $1`,
    [QUEUE],
  );
  const { waiting = 0, running = 0, dead = 0, age = 0, parked = 0 } = row ?? {};
  return { jobs: { waiting, running, dead }, oldestWaitingSeconds: Math.max(age, 0), parkedGroups: parked };
}

function toRecord(given: object): JobRecord {
  const row = JobRow.parse(given);
  const { task, key, deliveryId, payload } = row.data;
  return {
    id: row.id,
    state: toState(row.state),
    task,
    key,
    group: row.group,
    deliveryId,
    payload: JSON.parse(payload) as unknown,
    attempts: row.retryCount + (row.wasStarted ? 1 : 0),
    queuedAt: row.queuedAt,
    runAt: row.runAt,
    lastError: row.output?.error ?? null,
    deliveries: row.deliveries,
  };
}

function toState(state: z.infer<typeof JobRow>["state"]): JobState {
  if (state === "active") return "running";
  return state === "failed" ? "dead" : "waiting";
}
