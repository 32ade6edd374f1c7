/** Opening and changing pull requests. */
import { ApiError, invalid } from "../api-error.ts";
import { commitsBetween, contains } from "../git/history.ts";
import type { Account, PullRequest, Repository } from "../model.ts";
import { renderAccount } from "../render/account.ts";
import { may, requireRole, requireUnarchived } from "../roles.ts";
import { nextId, now, pullsOf, register, toNodeId, type World } from "../world.ts";
import { checkBodyLength } from "./body-length.ts";
import { closePull, emitPull } from "./pull-heads.ts";

export interface PullRequestRequest {
  /** A branch, or `owner:branch`. */
  head: string;
  base: string;
  title: string;
  body?: string | null | undefined;
  isDraft?: boolean | undefined;
}

/** Throws 422 in GitHub's words for a missing branch, no commits, a pull request that is open already, or a long body. */
export function openPull(
  world: World,
  repository: Repository,
  actor: Account,
  { head, base, title, body, isDraft = false }: PullRequestRequest,
): PullRequest {
  requireUnarchived(repository);
  requireRole(repository, actor, "read");
  checkBodyLength(body ?? "", "PullRequest");
  const from = findHead(world, repository, head);
  const baseSha = repository.refs.get(`refs/heads/${base}`);
  if (baseSha === undefined) throw invalid("PullRequest", "base");
  const headSha = from?.repository.refs.get(`refs/heads/${from.branch}`);
  if (!from || headSha === undefined) throw invalid("PullRequest", "head");
  if (isDraft && !repository.hasDrafts) {
    throw new ApiError(422, "Draft pull requests are not supported in this repository.");
  }
  refuseDuplicate(repository, from, base);
  if (contains(repository.objects, baseSha, headSha)) {
    throw refusal(`No commits between ${base} and ${head}`);
  }
  const id = nextId(world, "pull");
  const at = now(world);
  const pull: PullRequest = register(world, {
    type: "PullRequest",
    id,
    nodeId: toNodeId("PullRequest", id),
    issueId: nextId(world, "issue"),
    repository,
    number: nextNumber(repository),
    title,
    body: body ?? "",
    author: actor,
    state: "open",
    isLocked: false,
    isDraft,
    createdAt: at,
    updatedAt: at,
    closedAt: null,
    editor: null,
    editedAt: null,
    mergedAt: null,
    mergedBy: null,
    mergeCommitSha: null,
    base: { ref: base, sha: baseSha },
    head: { ref: from.branch, sha: headSha, repository: from.repository, owner: from.repository.owner },
    labels: [],
    comments: [],
    reactions: [],
    requestedReviewers: [],
    reviews: [],
    threads: [],
  });
  repository.conversations.set(pull.number, pull);
  emitPull(world, pull, "opened", actor);
  return pull;
}

/** Issues and pull requests count together. */
export function nextNumber({ conversations }: Repository): number {
  return Math.max(0, ...conversations.keys()) + 1;
}

interface HeadBranch {
  repository: Repository;
  branch: string;
}

function findHead(world: World, repository: Repository, head: string): HeadBranch | undefined {
  const [owner, branch] = head.includes(":") ? (head.split(":", 2) as [string, string]) : [undefined, head];
  if (owner === undefined || owner.toLowerCase() === repository.owner.login.toLowerCase()) {
    return { repository, branch };
  }
  const fork = [...world.repositories.values()].find(
    (each) =>
      !each.isDeleted && each.objects === repository.objects && each.owner.login.toLowerCase() === owner.toLowerCase(),
  );
  return fork && { repository: fork, branch };
}

function refuseDuplicate(repository: Repository, from: HeadBranch, base: string): void {
  const isTaken = pullsOf(repository).some(
    ({ state, head, base: { ref } }) =>
      state === "open" && head.repository === from.repository && head.ref === from.branch && ref === base,
  );
  if (isTaken) {
    throw refusal(`A pull request already exists for ${from.repository.owner.login}:${from.branch}.`);
  }
}

function refusal(message: string): ApiError {
  return new ApiError(422, "Validation Failed", [{ resource: "PullRequest", code: "custom", message }]);
}

export interface PullRequestEdit {
  title?: string | undefined;
  body?: string | null | undefined;
  state?: "open" | "closed" | undefined;
  base?: string | undefined;
}

/** Throws 404 or 403 for who may not, 422 for a state that cannot be. */
export function editPull(world: World, pull: PullRequest, actor: Account, edit: PullRequestEdit): void {
  requireUnarchived(pull.repository);
  if (actor.id !== pull.author.id) requireRole(pull.repository, actor, "triage");
  checkBodyLength(edit.body ?? "", "PullRequest");
  const changes: Record<string, { from: string | null }> = {};
  if (edit.title !== undefined && edit.title !== pull.title) {
    changes["title"] = { from: pull.title };
    pull.title = edit.title;
  }
  if (edit.body !== undefined && (edit.body ?? "") !== pull.body) {
    changes["body"] = { from: pull.body };
    pull.body = edit.body ?? "";
  }
  if (edit.base !== undefined && edit.base !== pull.base.ref) {
    const sha = pull.repository.refs.get(`refs/heads/${edit.base}`);
    if (sha === undefined) throw invalid("PullRequest", "base");
    pull.base = { ref: edit.base, sha };
  }
  if (Object.keys(changes).length > 0) {
    pull.updatedAt = now(world);
    Object.assign(pull, { editor: actor, editedAt: pull.updatedAt });
    emitPull(world, pull, "edited", actor, { changes });
  }
  if (edit.state === "closed" && pull.state === "open") closePull(world, pull, actor);
  if (edit.state === "open" && pull.state === "closed") reopenPull(world, pull, actor);
}

function reopenPull(world: World, pull: PullRequest, actor: Account): void {
  const { head, base, repository } = pull;
  if (pull.mergedAt !== null)
    throw invalid("PullRequest", "state", "state cannot be changed. The pull request was merged.");
  const sha = head.repository?.refs.get(`refs/heads/${head.ref}`);
  const gone = `state cannot be changed. The ${head.ref} branch has been deleted.`;
  if (!head.repository || sha === undefined) throw invalid("PullRequest", "state", gone);
  if (!contains(repository.objects, sha, head.sha)) {
    const moved = `state cannot be changed. The ${head.ref} branch was force-pushed or recreated.`;
    throw invalid("PullRequest", "state", moved);
  }
  refuseDuplicate(repository, { repository: head.repository, branch: head.ref }, base.ref);
  head.sha = sha;
  base.sha = repository.refs.get(`refs/heads/${base.ref}`) ?? base.sha;
  pull.state = "open";
  pull.closedAt = null;
  pull.updatedAt = now(world);
  emitPull(world, pull, "reopened", actor);
}

export function lockPull(world: World, pull: PullRequest, actor: Account): void {
  requireRole(pull.repository, actor, "write");
  pull.isLocked = true;
  emitPull(world, pull, "locked", actor);
}

/** GitHub has both directions in GraphQL alone. */
export function setDraft(world: World, pull: PullRequest, actor: Account, isDraft: boolean): void {
  requireUnarchived(pull.repository);
  if (pull.isDraft === isDraft) return;
  if (isDraft && !pull.repository.hasDrafts) {
    throw new ApiError(422, "Draft pull requests are not supported in this repository.");
  }
  pull.isDraft = isDraft;
  pull.updatedAt = now(world);
  emitPull(world, pull, isDraft ? "converted_to_draft" : "ready_for_review", actor);
}

/** Throws 422 when one of them may not push: GitHub asks collaborators alone. */
export function requestReviewers(world: World, pull: PullRequest, actor: Account, reviewers: Account[]): void {
  requireUnarchived(pull.repository);
  const { repository, author } = pull;
  if (reviewers.includes(author)) throw new ApiError(422, "Review cannot be requested from pull request author.");
  for (const reviewer of reviewers) {
    if (reviewer.type !== "User" || !may(repository, reviewer, "write")) {
      const message = `Reviews may only be requested from collaborators. One or more of the users or teams you specified is not a collaborator of the ${repository.owner.login}/${repository.name} repository.`;
      throw new ApiError(422, message);
    }
  }
  for (const reviewer of reviewers) {
    if (pull.requestedReviewers.includes(reviewer)) continue;
    pull.requestedReviewers.push(reviewer);
    emitPull(world, pull, "review_requested", actor, { requested_reviewer: renderAccount(world, reviewer) });
  }
}

/** The commits that the pull request brings, oldest first. */
export function commitsOf({ repository, base, head }: PullRequest) {
  return commitsBetween(repository.objects, base.sha, head.sha);
}
