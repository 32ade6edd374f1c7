/**
 * An exclusive lock on the data directory. PGlite has none: a second process would open the same files without an
 * error, and rows would be lost.
 *
 * The lock is the operating system's own, taken by SQLite on an empty file: it ends with the process however that
 * ends, so there is no stale lock to judge, and it holds between containers that share the directory, where process
 * ids mean nothing.
 */
import { mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { DatabaseSync } from "node:sqlite";
import { UnusableStoreError } from "./unusable-store-error.ts";

const SQLITE_BUSY = 5;

export interface DirectoryLock {
  /** Whether the directory still holds the very file that is locked. False when somebody deleted or replaced it. */
  isIntact(): boolean;
  release(): void;
}

/** Creates the directory where needed and locks it. Throws `UnusableStoreError` when another process holds it. */
export function lockDirectory(directory: string): DirectoryLock {
  const file = path.join(directory, "lock");
  const holderFile = path.join(directory, "lock.json");
  const database = openLockFile(directory, file);
  try {
    database.exec("PRAGMA busy_timeout = 0; PRAGMA journal_mode = OFF; BEGIN EXCLUSIVE");
  } catch (cause) {
    database.close();
    if (!isBusy(cause)) throw new UnusableStoreError(`cannot lock the data directory ${directory}`, { cause });
    throw new UnusableStoreError(
      `the data directory ${directory} is in use by ${readHolder(holderFile)}: stop that process, ` +
        "give this one a directory of its own with DATA_DIR, or let both share PostgreSQL with DATABASE_URL",
      { cause },
    );
  }
  writeFileSync(holderFile, `${JSON.stringify({ pid: process.pid, since: new Date().toISOString() })}\n`);
  const { ino } = statSync(file);
  return {
    isIntact: () => statSync(file, { throwIfNoEntry: false })?.ino === ino,
    release: () => database.close(),
  };
}

function openLockFile(directory: string, file: string): DatabaseSync {
  try {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    return new DatabaseSync(file);
  } catch (cause) {
    throw new UnusableStoreError(
      `cannot write to the data directory ${directory}: make it writable for this user, or name another with DATA_DIR`,
      { cause },
    );
  }
}

function isBusy(error: unknown): boolean {
  return typeof error === "object" && error !== null && "errcode" in error && error.errcode === SQLITE_BUSY;
}

/** For the message alone: the lock itself does not depend on what the file says. */
function readHolder(file: string): string {
  try {
    const holder: unknown = JSON.parse(readFileSync(file, "utf8"));
    if (typeof holder === "object" && holder !== null && "pid" in holder && typeof holder.pid === "number") {
      return `process ${holder.pid}`;
    }
  } catch {
    // Written a moment after the lock is taken; its absence changes nothing but the words.
  }
  return "another process";
}
