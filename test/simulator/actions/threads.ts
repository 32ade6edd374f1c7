/** The life of review threads: replies, edits, deletion, resolution. */
import { ApiError, notFound } from "../api-error.ts";
import { anchorIn } from "../comment-place.ts";
import type { Account, PullRequest, Repository, ReviewComment, Thread } from "../model.ts";
import { renderPullSummary } from "../render/pull.ts";
import { renderThread } from "../render/review.ts";
import { may, requireRole, requireUnarchived, requireUnlocked } from "../roles.ts";
import { emit } from "../webhooks.ts";
import { now, pullsOf, type World } from "../world.ts";
import {
  addReview,
  addReviewComment,
  addThread,
  emitReview,
  emitReviewComment,
  type InlineComment,
} from "./reviews.ts";

/** Throws 404. */
export function reviewCommentOf(repository: Repository, id: number): ReviewComment {
  for (const { threads } of pullsOf(repository)) {
    for (const { comments } of threads) for (const comment of comments) if (comment.id === id) return comment;
  }
  throw notFound();
}

/** A single comment outside a review: GitHub wraps it in one. */
export function commentOnLine(world: World, pull: PullRequest, actor: Account, comment: InlineComment): ReviewComment {
  requireUnarchived(pull.repository);
  requireRole(pull.repository, actor, "read");
  const anchor = anchorIn(pull, comment);
  refuseBesidePending(pull, actor);
  const at = now(world);
  const review = addReview(world, pull, actor, { state: "COMMENTED", body: "", at });
  const thread = addThread(world, pull);
  const { body } = comment;
  const added = addReviewComment(world, { ...anchor, body, thread, review, author: actor, inReplyTo: null, at });
  tellReply(world, added, actor);
  return added;
}

/** Throws 422 when `root` is itself a reply: "You cannot reply to a reply". */
export function replyToComment(
  world: World,
  root: ReviewComment,
  actor: Account,
  { body, at = now(world) }: { body: string; at?: string | undefined },
): ReviewComment {
  const { pull, thread, path, line, side, startLine, startSide, position, diffHunk } = root;
  requireUnarchived(pull.repository);
  requireRole(pull.repository, actor, "read");
  requireUnlocked(pull, actor);
  if (root.inReplyTo) {
    const message = "pull_request_review_thread.in_reply_to can't be a reply";
    throw new ApiError(422, "Validation Failed", [{ resource: "PullRequestReviewComment", code: "custom", message }]);
  }
  if (body === "") throw new ApiError(422, "Unprocessable Entity", ["Body can't be blank"]);
  refuseBesidePending(pull, actor);
  const review = addReview(world, pull, actor, { state: "COMMENTED", body: "", at });
  const place = { path, line, side, startLine, startSide, position, diffHunk };
  const reply = addReviewComment(world, { ...place, body, thread, review, author: actor, inReplyTo: root, at });
  tellReply(world, reply, actor);
  return reply;
}

/** A comment by itself is a review by itself, and GitHub lets nobody write two at once. */
function refuseBesidePending({ reviews }: PullRequest, actor: Account): void {
  if (!reviews.some(({ state, author }) => state === "PENDING" && author === actor)) return;
  const message = "user_id can only have one pending review per pull request";
  throw new ApiError(422, "Validation Failed", [
    { resource: "PullRequestReview", code: "custom", field: "user_id", message },
  ]);
}

function tellReply(world: World, comment: ReviewComment, actor: Account): void {
  comment.pull.updatedAt = now(world);
  emitReview(world, comment.review, "submitted", actor);
  emitReviewComment(world, comment, "created", actor);
}

export function editReviewComment(world: World, comment: ReviewComment, actor: Account, body: string): void {
  requireUnarchived(comment.pull.repository);
  if (actor.id !== comment.author.id) requireRole(comment.pull.repository, actor, "write");
  const from = comment.body;
  comment.body = body;
  comment.updatedAt = now(world);
  Object.assign(comment, { editor: actor, editedAt: comment.updatedAt });
  emitReviewComment(world, comment, "edited", actor, { changes: { body: { from } } });
}

/** A thread goes with its last comment; replies to a deleted one stay. */
export function deleteReviewComment(world: World, comment: ReviewComment, actor: Account): void {
  const { pull, thread } = comment;
  requireUnarchived(pull.repository);
  if (actor.id !== comment.author.id) requireRole(pull.repository, actor, "write");
  thread.comments = thread.comments.filter((each) => each !== comment);
  world.nodes.delete(comment.nodeId);
  if (thread.comments.length === 0) {
    pull.threads = pull.threads.filter((each) => each !== thread);
    world.nodes.delete(thread.nodeId);
  }
  emitReviewComment(world, comment, "deleted", actor);
}

/** Whoever may push, and the author of the pull request. */
export function setResolved(world: World, thread: Thread, actor: Account, isResolved: boolean): void {
  const { pull } = thread;
  requireUnarchived(pull.repository);
  if (actor.id !== pull.author.id && !may(pull.repository, actor, "write")) {
    throw new ApiError(403, `${actor.login} does not have permission to resolve this thread`);
  }
  if ((thread.resolvedBy !== null) === isResolved) return;
  thread.resolvedBy = isResolved ? actor : null;
  emit(world, {
    event: "pull_request_review_thread",
    action: isResolved ? "resolved" : "unresolved",
    repository: pull.repository,
    sender: actor,
    payload: () => ({ pull_request: renderPullSummary(world, pull), thread: renderThread(world, thread) }),
  });
}
