/** One transaction that stores many deliveries and their jobs: what makes answering thousands a second possible. */
import { randomUUID } from "node:crypto";
import { QUEUE } from "./boss-options.ts";
import type { Database, Sql } from "./database.ts";
import type { Acceptance, Decision, Delivery, JobRequest } from "./job-queue.ts";

/** Sent on PostgreSQL when a job was stored. */
export const JOBS_CHANNEL = "review_miner_jobs";

export interface Arrival {
  delivery: Delivery;
  decision: Decision;
}

export interface StoreOptions {
  /** How long a job with a subject waits for others to join it. */
  debounceMs: number;
  /** Attempts after the first. */
  retryLimit: number;
}

interface StoredDelivery {
  id: string;
  /** Another id than the one given: the delivery was dead, and this is the job it had. */
  jobId: string | null;
}

/** Outcomes in the order of the arrivals. The same id twice: the second is known. */
export async function storeDeliveries(
  database: Database,
  arrivals: readonly Arrival[],
  options: StoreOptions,
): Promise<Acceptance[]> {
  const rows = uniqueRows(arrivals);
  const stored = await database.transaction(async (sql) => {
    const fresh = await insertDeliveries(sql, rows);
    const newJobs = rows.filter((row) => row.job !== null && fresh.has(row.id)).sort((a, b) => a.position - b.position);
    if (newJobs.length > 0) {
      const joined = await joinWaitingJobs(database, sql, newJobs);
      const unjoined = newJobs.filter((row) => !joined.has(row.jobId));
      await insertJobs(sql, unjoined, options);
      await replaceDeadJobs(sql, newJobs, fresh, joined);
      if (!database.isPrivate) await sql.query("SELECT pg_notify($1, '')", [JOBS_CHANNEL]);
    }
    return fresh;
  });
  const outcomes = new Map<Arrival, Acceptance>();
  for (const row of rows) {
    if (stored.has(row.id)) outcomes.set(row.arrival, row.job === null ? "ignored" : "queued");
  }
  return arrivals.map((arrival) => outcomes.get(arrival) ?? "known");
}

interface Row {
  arrival: Arrival;
  /** Among the arrivals. */
  position: number;
  id: string;
  jobId: string;
  job: JobRequest | null;
  subject: string | null;
}

/** Sorted by id, so that two processes that store the same deliveries wait for each other in one order. */
function uniqueRows(arrivals: readonly Arrival[]): Row[] {
  const rows = new Map<string, Row>();
  for (const [position, arrival] of arrivals.entries()) {
    const id = storable(arrival.delivery.id);
    if (rows.has(id)) continue;
    const job = "job" in arrival.decision ? arrival.decision.job : null;
    rows.set(id, { arrival, position, id, jobId: randomUUID(), job, subject: job && toSubject(job) });
  }
  return [...rows.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Jobs join within their task and key alone. */
function toSubject({ task, key, subject }: JobRequest): string | null {
  return subject === undefined ? null : storable(JSON.stringify([task, key, subject]));
}

/** Gives the deliveries that are new, or were dead, with the job each has had. */
async function insertDeliveries(sql: Sql, rows: readonly Row[]): Promise<Map<string, string | null>> {
  const values = rows.map(({ id, jobId, job, subject, arrival: { delivery, decision } }) => ({
    id,
    event: storable(delivery.event),
    action: delivery.action === null ? null : storable(delivery.action),
    installation: toBigint(delivery.installationId),
    repository: toBigint(delivery.repositoryId),
    state: job ? "queued" : "ignored",
    reason: "ignored" in decision ? storable(decision.ignored) : null,
    subject,
    job: job ? jobId : null,
  }));
  const stored = await sql.query<StoredDelivery>(
    `INSERT INTO review_miner.delivery AS d
       (id, event, action, installation_id, repository_id, received_at, state, reason, subject, job_id)
     SELECT id, event, action, installation, repository, now(), state, reason, subject, job
     FROM json_to_recordset($1::text::json) AS given (id text, event text, action text, installation bigint,
       repository bigint, state text, reason text, subject text, job uuid)
     ON CONFLICT (id) DO UPDATE SET state = excluded.state, reason = excluded.reason, subject = excluded.subject
       WHERE d.state = 'dead'
     RETURNING d.id, d.job_id AS "jobId"`,
    [JSON.stringify(values)],
  );
  return new Map(stored.map(({ id, jobId }) => [id, jobId]));
}

/**
 * Points deliveries at a waiting job of the same subject, and gives which new job ids became needless. The waiting
 * job's row is locked, so it cannot be claimed before the delivery that joins it is committed; a job claimed a moment
 * before is not joined.
 */
async function joinWaitingJobs(database: Database, sql: Sql, rows: readonly Row[]): Promise<Map<string, string>> {
  const joined = new Map<string, string>();
  const subjects = [...new Set(rows.flatMap(({ subject }) => subject ?? []))];
  if (subjects.length === 0) return joined;
  if (!database.isPrivate) {
    // Without it two processes could each store the first job of a subject.
    await sql.query(
      `SELECT pg_advisory_xact_lock(hash) FROM
        (SELECT DISTINCT hashtextextended(subject, 0) AS hash FROM unnest($1::text[]) AS subject ORDER BY 1) AS hashes`,
      [subjects],
    );
  }
  const waiting = await sql.query<{ subject: string; id: string }>(
    `SELECT d.subject, j.id FROM review_miner.delivery d JOIN pgboss.job j ON j.id = d.job_id
     WHERE d.subject = ANY($1::text[]) AND d.state = 'queued' AND j.name = $2 AND j.state < 'active'
     ORDER BY j.id FOR UPDATE OF j`,
    [subjects, QUEUE],
  );
  const target = new Map(waiting.map(({ subject, id }) => [subject, id]));
  for (const { subject, jobId } of rows) {
    if (subject === null) continue;
    const job = target.get(subject);
    if (job === undefined) target.set(subject, jobId);
    else joined.set(jobId, job);
  }
  if (joined.size === 0) return joined;
  await sql.query(
    `UPDATE review_miner.delivery d SET job_id = given.target
     FROM json_to_recordset($1::text::json) AS given (job uuid, target uuid) WHERE d.job_id = given.job`,
    [JSON.stringify([...joined].map(([job, to]) => ({ job, target: to })))],
  );
  return joined;
}

async function insertJobs(sql: Sql, rows: readonly Row[], { debounceMs, retryLimit }: StoreOptions): Promise<void> {
  if (rows.length === 0) return;
  const values = rows.map(({ jobId, job, subject, arrival }) => ({
    id: jobId,
    key: storable(job?.key ?? ""),
    group: storable(job?.group ?? ""),
    delay: subject === null ? 0 : debounceMs,
    // The payload is text inside the JSON: jsonb itself refuses NUL and lone surrogates, which people do write.
    data: {
      task: storable(job?.task ?? ""),
      key: storable(job?.key ?? ""),
      deliveryId: storable(arrival.delivery.id),
      payload: JSON.stringify(job?.payload),
    },
  }));
  await sql.query(
    `INSERT INTO pgboss.job
       (id, name, data, singleton_key, group_id, start_after, created_on, keep_until, retry_limit, expire_seconds, policy)
     SELECT id, $2, data, key, "group", now() + delay * interval '1 ms',
       now() + position * interval '1 microsecond', 'infinity', $3, 2000000000, 'singleton'
     FROM ROWS FROM (json_to_recordset($1::text::json)
       AS (id uuid, key text, "group" text, delay int, data jsonb)) WITH ORDINALITY
       AS given (id, key, "group", delay, data, position)`,
    [JSON.stringify(values), QUEUE, retryLimit],
  );
}

/** A dead job whose delivery came again is replaced, for every delivery that waited for it. */
async function replaceDeadJobs(
  sql: Sql,
  rows: readonly Row[],
  fresh: ReadonlyMap<string, string | null>,
  joined: ReadonlyMap<string, string>,
): Promise<void> {
  for (const { id, jobId } of rows) {
    const dead = fresh.get(id);
    if (dead === jobId) continue;
    const target = joined.get(jobId) ?? jobId;
    if (dead) await sql.query("DELETE FROM pgboss.job WHERE name = $1 AND id = $2 AND state = 'failed'", [QUEUE, dead]);
    await sql.query(
      "UPDATE review_miner.delivery SET job_id = $1, state = 'queued' WHERE id = $2 OR (job_id = $3 AND state = 'dead')",
      [target, id, dead],
    );
  }
}

/** PostgreSQL's text holds neither NUL nor lone surrogates. */
function storable(text: string): string {
  return text.toWellFormed().replaceAll("\0", "\uFFFD");
}

function toBigint(number: number | null): number | null {
  return Number.isSafeInteger(number) ? number : null;
}
