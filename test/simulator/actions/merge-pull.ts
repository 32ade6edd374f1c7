/** Merging a pull request. */
import { ApiError } from "../api-error.ts";
import { readCommit } from "../git/objects.ts";
import type { Account, PullRequest } from "../model.ts";
import { mergePullTrees } from "../pull-diff.ts";
import { requireRole, requireUnarchived } from "../roles.ts";
import { now, type World } from "../world.ts";
import { createWebCommit } from "./commits.ts";
import { closePull } from "./pull-heads.ts";
import { updateRef } from "./refs.ts";

export type MergeMethod = "merge" | "squash" | "rebase";

interface MergeRequest {
  method?: MergeMethod | undefined;
  title?: string | undefined;
  message?: string | undefined;
  /** Refuses when the head moved on. */
  sha?: string | undefined;
}

/** Gives the commit on the base. Throws 405 when it cannot be merged, 409 when the head is another. */
export function mergePull(
  world: World,
  pull: PullRequest,
  actor: Account,
  { method = "merge", title, message, sha }: MergeRequest,
): string {
  const { repository, head, base, number } = pull;
  requireUnarchived(repository);
  requireRole(repository, actor, "write");
  if (pull.state !== "open") throw new ApiError(405, "Pull Request is not mergeable");
  if (pull.isDraft) throw new ApiError(405, "Pull Request is still a draft");
  if (sha !== undefined && sha !== head.sha) {
    throw new ApiError(409, "Head branch was modified. Review and try the merge again.");
  }
  const result = mergePullTrees(pull);
  if ("conflicts" in result) throw new ApiError(405, "Pull Request is not mergeable");

  const merged = createWebCommit(world, repository, actor, {
    tree: result.tree,
    parents: method === "merge" ? [base.sha, head.sha] : [base.sha],
    message: [title ?? defaultTitle(pull, method), message ?? defaultMessage(pull, method)]
      .filter(Boolean)
      .join("\n\n"),
  });
  const undo = { mergedAt: pull.mergedAt, mergedBy: pull.mergedBy, state: pull.state };
  Object.assign(pull, { mergedAt: now(world), mergedBy: actor, mergeCommitSha: merged, state: "closed" });
  try {
    updateRef(world, repository, { ref: `refs/heads/${base.ref}`, sha: merged, actor });
  } catch (error) {
    Object.assign(pull, { ...undo, mergeCommitSha: null });
    throw error instanceof ApiError ? new ApiError(405, `${error.message} (#${number})`) : error;
  }
  closePull(world, pull, actor);
  return merged;
}

function defaultTitle({ number, head, title }: PullRequest, method: MergeMethod): string {
  return method === "merge"
    ? `Merge pull request #${number} from ${head.owner.login}/${head.ref}`
    : `${title} (#${number})`;
}

/** A squash keeps the words of one commit; a merge says the title. */
function defaultMessage({ title, repository, head }: PullRequest, method: MergeMethod): string {
  if (method === "merge") return title;
  return readCommit(repository.objects, head.sha).message.split("\n").slice(2).join("\n");
}
