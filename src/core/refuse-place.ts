/** Whether a job still belongs where it was stored for. */
import type { Backlog, RepositoryRef } from "./snapshot.ts";

/** Where a job was stored for. */
export interface Stored {
  repository: RepositoryRef;
  /** Whether it was private then. Absent: not known, and not asked. */
  isPrivate?: boolean | undefined;
}

/**
 * A reason in the words of the log, or nothing. What was said in private is not written down in public because a job
 * waited; and a name that leads to another repository today leads nowhere.
 */
export function refusePlace(stored: Stored, now: Backlog["repository"]): string | undefined {
  if (now.ref.id !== stored.repository.id) return "the name leads to another repository now";
  if (stored.isPrivate === undefined || stored.isPrivate === now.isPrivate) return undefined;
  return now.isPrivate ? "the repository was made private since" : "the repository was made public since";
}
