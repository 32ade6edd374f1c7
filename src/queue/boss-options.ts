import type { PgBoss } from "pg-boss";

type BossOptions = Exclude<ConstructorParameters<typeof PgBoss>[0], string>;

/**
 * pg-boss keeps the schema, the claims and the connections. Its clocked upkeep is off: finished jobs are deleted as
 * they end, orphans are given back by our own sweep, and dead jobs must wait for an operator however long that takes.
 */
export const BOSS_OPTIONS = {
  schema: "pgboss",
  supervise: false,
  schedule: false,
  registerInstance: false,
} as const satisfies BossOptions;

/** The one queue of pg-boss that all tasks share. */
export const QUEUE = "jobs";
