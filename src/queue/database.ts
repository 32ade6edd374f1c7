/** What the queue needs of a database; PGlite and PostgreSQL answer it alike. */
import type { PgBoss } from "pg-boss";
import type { UnusableStoreError } from "./unusable-store-error.ts";

/** Runs one statement with `$1` parameters. Rows are what the statement's author says they are. */
export interface Sql {
  query<Row extends object>(text: string, values?: unknown[]): Promise<Row[]>;
}

export interface Database extends Sql {
  readonly boss: PgBoss;
  /** True where no other process can reach this database: the lock on its directory proves it. */
  readonly isPrivate: boolean;
  /** Commits when `work` resolves, rolls back when it throws. */
  transaction<Result>(work: (sql: Sql) => Promise<Result>): Promise<Result>;
  /** Calls back when another process has sent `channel`, and when a message may have been missed. */
  listen(channel: string, onMessage: () => void): Promise<void>;
  /** Whether what is committed now will be there after a restart. */
  isIntact(): boolean;
  /** What to say to the operator when it cannot be brought up to date. */
  toUnusable(cause: unknown): UnusableStoreError;
  close(): Promise<void>;
}
