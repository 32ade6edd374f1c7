/** One transaction that stores many deliveries and their jobs: what makes answering thousands a second possible. */
import { randomUUID } from "node:crypto";
import { QUEUE } from "./boss-options.ts";
import type { Database } from "./database.ts";
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

export interface StoredDeliveries {
  /** In the order of the arrivals. */
  outcomes: Acceptance[];
  /** When the first of the jobs that were stored may run, in milliseconds from now; undefined when there is none. */
  firstJobInMs: number | undefined;
}

/** Stores all or, when it throws, nothing. The same id twice: the second is known. */
export async function storeDeliveries(
  database: Pick<Database, "isPrivate" | "query" | "transaction">,
  arrivals: readonly Arrival[],
  options: StoreOptions,
): Promise<StoredDeliveries> {
  const late = arrivals.flatMap(({ delivery: { id, sentAt } }) => (sentAt ? [{ id: storable(id), sent: sentAt }] : []));
  if (late.length === 0) return store(database, arrivals, options);
  return database.transaction(async (sql) => {
    const stored = await store({ ...sql, isPrivate: database.isPrivate }, arrivals, options);
    await sql.query(
      `UPDATE review_miner.delivery d SET received_at = least(d.received_at, given.sent)
       FROM json_to_recordset($1::text::json) AS given (id text, sent timestamptz) WHERE d.id = given.id`,
      [JSON.stringify(late)],
    );
    return stored;
  });
}

async function store(
  database: Pick<Database, "isPrivate" | "query">,
  arrivals: readonly Arrival[],
  { debounceMs, retryLimit }: StoreOptions,
): Promise<StoredDeliveries> {
  const rows = uniqueRows(arrivals);
  const stored = await database.query<{ id: string; delay: number | null }>(
    "SELECT stored_id AS id, job_delay AS delay FROM review_miner.store_deliveries($1, $2, $3, $4, $5)",
    [JSON.stringify(rows.map(toRecord)), QUEUE, database.isPrivate ? null : JOBS_CHANNEL, debounceMs, retryLimit],
  );
  const ids = new Set(stored.map(({ id }) => id));
  const outcomes = new Map<Arrival, Acceptance>();
  for (const { id, job, arrival } of rows) if (ids.has(id)) outcomes.set(arrival, job === null ? "ignored" : "queued");
  const delays = stored.flatMap(({ delay }) => delay ?? []);
  return {
    outcomes: arrivals.map((arrival) => outcomes.get(arrival) ?? "known"),
    firstJobInMs: delays.length > 0 ? Math.min(...delays) : undefined,
  };
}

interface DeliveryRow {
  arrival: Arrival;
  /** Among the arrivals. */
  position: number;
  id: string;
  job: JobRequest | null;
}

/** Sorted by id, so that two processes that store the same deliveries wait for each other in one order. */
function uniqueRows(arrivals: readonly Arrival[]): DeliveryRow[] {
  const rows = new Map<string, DeliveryRow>();
  for (const [position, arrival] of arrivals.entries()) {
    const id = storable(arrival.delivery.id);
    if (rows.has(id)) continue;
    const job = "job" in arrival.decision ? arrival.decision.job : null;
    rows.set(id, { arrival, position, id, job });
  }
  return [...rows.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Jobs join within their task and key alone. */
function toSubject({ task, key, subject }: JobRequest): string | null {
  return subject === undefined ? null : storable(JSON.stringify([task, key, subject]));
}

/** As the function in the database reads it. */
function toRecord({ position, id, job, arrival: { delivery, decision } }: DeliveryRow): object {
  return {
    ...{ position, id },
    event: storable(delivery.event),
    action: delivery.action === null ? null : storable(delivery.action),
    installation: toBigint(delivery.installationId),
    repository: toBigint(delivery.repositoryId),
    reason: "ignored" in decision ? storable(decision.ignored) : null,
    ...(job && toJobRecord(job, id)),
  };
}

function toJobRecord(request: JobRequest, deliveryId: string): object {
  const [task, key, group] = [request.task, request.key, request.group].map(storable);
  // The payload is text inside the JSON: jsonb itself refuses NUL and lone surrogates, which people do write.
  const data = { task, key, deliveryId, payload: JSON.stringify(request.payload) };
  return { job: randomUUID(), subject: toSubject(request), key, group, data: JSON.stringify(data) };
}

/** PostgreSQL's text holds neither NUL nor lone surrogates. */
function storable(text: string): string {
  return text.toWellFormed().replaceAll("\0", "\uFFFD");
}

function toBigint(number: number | null): number | null {
  return Number.isSafeInteger(number) ? number : null;
}
