/** Our own tables beside pg-boss's. Additive only: an old and a new version run side by side while one replaces the other. */
import type { Database } from "./database.ts";
import { STORE_DELIVERIES } from "./store-function.ts";

/** A number of our own, so that processes that start together migrate one after the other. */
const MIGRATION_LOCK = 7_263_514_021;

/** Applied in order, each once. Never edit one that was released: add another. */
const MIGRATIONS: readonly string[][] = [
  [
    `CREATE TABLE review_miner.delivery (
      id text PRIMARY KEY,
      event text NOT NULL,
      action text,
      installation_id bigint,
      repository_id bigint,
      received_at timestamptz NOT NULL DEFAULT now(),
      state text NOT NULL CHECK (state IN ('queued', 'done', 'ignored', 'dead')),
      reason text,
      subject text,
      job_id uuid
    )`,
    "CREATE INDEX delivery_job ON review_miner.delivery (job_id) WHERE job_id IS NOT NULL",
    `CREATE INDEX delivery_waiting_subject ON review_miner.delivery (subject)
      WHERE state = 'queued' AND subject IS NOT NULL`,
    "CREATE INDEX delivery_received ON review_miner.delivery (received_at)",
    `CREATE TABLE review_miner.parked_group (
      group_id text PRIMARY KEY,
      until timestamptz NOT NULL
    )`,
  ],
  ["CREATE TABLE review_miner.note (name text PRIMARY KEY, value text NOT NULL)"],
  [STORE_DELIVERIES],
  [
    // Unlogged: after a crash of the database the counts begin anew, and GitHub's own limits are obeyed all the same.
    `CREATE UNLOGGED TABLE review_miner.spending (
      installation bigint NOT NULL,
      at double precision NOT NULL,
      points integer NOT NULL,
      is_content boolean NOT NULL
    )`,
    "CREATE INDEX spending_of ON review_miner.spending (installation, at)",
  ],
];

/** Brings our tables up to date. Safe when several processes start together. */
export async function migrate(database: Database): Promise<void> {
  await database.transaction(async (sql) => {
    await sql.query("SELECT pg_advisory_xact_lock($1)", [MIGRATION_LOCK]);
    await sql.query("CREATE SCHEMA IF NOT EXISTS review_miner");
    await sql.query("CREATE TABLE IF NOT EXISTS review_miner.migration (version int PRIMARY KEY)");
    const [row] = await sql.query<{ version: number }>(
      "SELECT coalesce(max(version), 0)::int AS version FROM review_miner.migration",
    );
    for (const [index, statements] of MIGRATIONS.entries()) {
      if (index < (row?.version ?? 0)) continue;
      for (const statement of statements) await sql.query(statement);
      await sql.query("INSERT INTO review_miner.migration VALUES ($1)", [index + 1]);
    }
  });
}
