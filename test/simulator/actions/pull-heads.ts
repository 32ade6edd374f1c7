/** A pull request follows its branches while it is open. */
import { ancestors } from "../git/history.ts";
import type { Account, PullRequest, Repository } from "../model.ts";
import { renderPull } from "../render/pull.ts";
import { emit } from "../webhooks.ts";
import { now, pullsOf, type World } from "../world.ts";

interface BranchMove {
  branch: string;
  before: string | undefined;
  after: string | undefined;
  actor: Account;
}

/** After a branch was moved or deleted: heads follow, a merged or deleted head closes its pull request. */
export function followBranch(world: World, repository: Repository, { branch, before, after, actor }: BranchMove): void {
  // Asked for each pull request on this base, of which there may be a thousand.
  let merged: Set<string> | undefined;
  const contains = (sha: string, base: string) =>
    (merged ??= new Set(Array.from(ancestors(repository.objects, base), ({ sha: each }) => each))).has(sha);
  for (const other of world.repositories.values()) {
    for (const pull of pullsOf(other)) {
      if (pull.state !== "open") continue;
      if (pull.head.repository === repository && pull.head.ref === branch) {
        if (after === undefined) closePull(world, pull, actor);
        else if (after !== pull.head.sha) synchronize(world, pull, { before: before ?? pull.head.sha, after, actor });
      } else if (other === repository && pull.base.ref === branch && after !== undefined) {
        const isMerged = pull.head.sha !== pull.base.sha && contains(pull.head.sha, after);
        moveBase(world, pull, { after, actor, isMerged });
      }
    }
  }
}

function synchronize(
  world: World,
  pull: PullRequest,
  { before, after, actor }: { before: string; after: string; actor: Account },
): void {
  pull.head.sha = after;
  pull.updatedAt = now(world);
  emitPull(world, pull, "synchronize", actor, { before, after });
}

/** A base that now contains the head has merged it: a push from elsewhere counts as a merge. */
function moveBase(
  world: World,
  pull: PullRequest,
  { after, actor, isMerged }: { after: string; actor: Account; isMerged: boolean },
): void {
  if (!isMerged) {
    pull.base.sha = after;
    return;
  }
  pull.mergedAt = now(world);
  pull.mergedBy = actor;
  pull.mergeCommitSha = after;
  closePull(world, pull, actor);
}

/** Closes an open pull request and tells it. */
export function closePull(world: World, pull: PullRequest, actor: Account): void {
  pull.state = "closed";
  pull.closedAt = now(world);
  pull.updatedAt = pull.closedAt;
  emitPull(world, pull, "closed", actor);
}

/** One `pull_request` event; `details` stand beside the pull request. */
export function emitPull(
  world: World,
  pull: PullRequest,
  action: string,
  sender: Account,
  details: Record<string, unknown> = {},
): void {
  emit(world, {
    event: "pull_request",
    action,
    repository: pull.repository,
    sender,
    payload: () => ({ number: pull.number, pull_request: renderPull(world, pull), ...details }),
  });
}
