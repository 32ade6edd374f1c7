/** Our own commit on a branch whose pull request had just been merged, or closed: a race with the person who did it. */
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
