/**
 * What stands on a branch after its pull request ended: what came too late, our own commit in a race with the person who
 * merged or closed it, and what has begun since.
 */
import type { Branch, FollowUp } from "./snapshot.ts";

/**
 * The newest commit came too late for anybody to be shown it, so that it counts for nothing. It goes on from where the pull
 * request ended, and from nothing else: what begins anew on an old branch takes in the default branch.
 */
export function isLate({ name, parents, isOurs }: Branch, pulls: readonly FollowUp[]): boolean {
  const own = pulls.filter((pull) => pull.branch === name && pull.isOurs);
  const [parent, ...others] = parents;
  return (
    isOurs &&
    others.length === 0 &&
    own.every(({ state }) => state !== "open") &&
    own.some(({ headSha }) => headSha === parent)
  );
}

/** The branch carries what none of its pull requests ended with, and what did not come too late either. */
export function hasGoneOn(branch: Branch, pulls: readonly FollowUp[]): boolean {
  const own = pulls.filter((pull) => pull.branch === branch.name);
  return own.every(({ headSha }) => headSha !== branch.head) && !isLate(branch, own);
}
