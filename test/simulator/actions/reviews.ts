/** Reviews: a person's or an App's, with their inline comments. */
import { ApiError } from "../api-error.ts";
import { anchorIn } from "../comment-place.ts";
import type { Account, PullRequest, Review, ReviewComment, ReviewState, Side, Thread } from "../model.ts";
import { renderReview, renderReviewComment } from "../render/review.ts";
import { renderPullSummary } from "../render/pull.ts";
import { requireRole, requireUnarchived } from "../roles.ts";
import { emit } from "../webhooks.ts";
import { nextId, now, register, toNodeId, type World } from "../world.ts";

export interface InlineComment {
  path: string;
  body: string;
  line?: number | null | undefined;
  side?: Side | undefined;
  startLine?: number | null | undefined;
  startSide?: Side | null | undefined;
  /** The old way to name a line. */
  position?: number | null | undefined;
}

interface ReviewRequest {
  state: "COMMENTED" | "APPROVED" | "CHANGES_REQUESTED" | "PENDING";
  body: string;
  comments: InlineComment[];
  /** When it was submitted, if not now. */
  at?: string | undefined;
}

/** All or nothing. Throws 422 for an empty review, the author's own verdict, or a place outside the diff. */
export function createReview(
  world: World,
  pull: PullRequest,
  actor: Account,
  { state, body, comments, at = now(world) }: ReviewRequest,
): Review {
  requireUnarchived(pull.repository);
  requireRole(pull.repository, actor, "read");
  refuseReview(pull, actor, { state, body, comments });
  const anchors = comments.map((comment) => ({ comment, anchor: anchorIn(pull, comment) }));
  const review = addReview(world, pull, actor, { state, body, at });
  for (const { comment, anchor } of anchors) {
    const thread = addThread(world, pull);
    addReviewComment(world, { ...anchor, body: comment.body, thread, review, author: actor, inReplyTo: null, at });
  }
  if (state !== "PENDING") tellReview(world, review, actor);
  return review;
}

function refuseReview(pull: PullRequest, actor: Account, { state, body, comments }: Omit<ReviewRequest, "at">): void {
  const isVerdict = state === "APPROVED" || state === "CHANGES_REQUESTED";
  if (isVerdict && actor.id === pull.author.id) {
    const verb = state === "APPROVED" ? "approve" : "request changes on";
    throw new ApiError(422, "Unprocessable Entity", [`Can not ${verb} your own pull request`]);
  }
  if (body === "" && (state === "CHANGES_REQUESTED" || (state === "COMMENTED" && comments.length === 0))) {
    throw new ApiError(422, "Unprocessable Entity", ["Body can't be blank"]);
  }
  const hasPending = pull.reviews.some((review) => review.author === actor && review.state === "PENDING");
  if (state === "PENDING" && hasPending) {
    throw new ApiError(422, "Unprocessable Entity", ["User can only have one pending review per pull request"]);
  }
}

/** Turns a pending review into a submitted one. */
export function submitPending(
  world: World,
  review: Review,
  actor: Account,
  { state, body }: { state: Exclude<ReviewState, "PENDING" | "DISMISSED">; body?: string | undefined },
): void {
  requireUnarchived(review.pull.repository);
  if (review.state !== "PENDING") {
    throw new ApiError(422, "Unprocessable Entity", ["Could not submit a review that is not pending"]);
  }
  review.state = state;
  review.submittedAt = now(world);
  review.updatedAt = review.submittedAt;
  if (body !== undefined) review.body = body;
  tellReview(world, review, actor);
}

/** Throws 422 for one that was submitted: it stays. */
export function deletePending({ nodes }: World, review: Review): void {
  const { pull, state, nodeId } = review;
  if (state !== "PENDING") {
    throw new ApiError(422, "Unprocessable Entity", ["Can not delete a non-pending pull request review"]);
  }
  pull.reviews = pull.reviews.filter((each) => each !== review);
  pull.threads = pull.threads.filter(({ comments }) => comments[0]?.review !== review);
  nodes.delete(nodeId);
}

function tellReview(world: World, review: Review, actor: Account): void {
  const { pull } = review;
  pull.updatedAt = now(world);
  if (review.author.type === "User") {
    pull.requestedReviewers = pull.requestedReviewers.filter((each) => each !== review.author);
  }
  emitReview(world, review, "submitted", actor);
  for (const { comments } of pull.threads) {
    for (const comment of comments) if (comment.review === review) emitReviewComment(world, comment, "created", actor);
  }
}

export function editReview(world: World, review: Review, actor: Account, body: string): void {
  requireUnarchived(review.pull.repository);
  if (actor.id !== review.author.id) requireRole(review.pull.repository, actor, "write");
  const from = review.body;
  review.body = body;
  review.updatedAt = now(world);
  Object.assign(review, { editor: actor, editedAt: review.updatedAt });
  emitReview(world, review, "edited", actor, { changes: { body: { from } } });
}

/** Throws 422 for a review that gave no verdict. */
export function dismissReview(world: World, review: Review, actor: Account, message: string): void {
  requireUnarchived(review.pull.repository);
  requireRole(review.pull.repository, actor, "write");
  if (message === "") throw new ApiError(422, "Unprocessable Entity", ["Message can't be blank"]);
  if (review.state !== "APPROVED" && review.state !== "CHANGES_REQUESTED") {
    throw new ApiError(422, "Unprocessable Entity", [
      `Can not dismiss a ${review.state.toLowerCase()} pull request review`,
    ]);
  }
  review.state = "DISMISSED";
  review.updatedAt = now(world);
  emitReview(world, review, "dismissed", actor);
}

interface NewReview {
  state: ReviewState;
  body: string;
  at: string;
}

export function addReview(world: World, pull: PullRequest, author: Account, { state, body, at }: NewReview): Review {
  const id = nextId(world, "review");
  const review: Review = register(world, {
    type: "PullRequestReview",
    id,
    nodeId: toNodeId("PullRequestReview", id),
    ...{ pull, author, body, state },
    commit: pull.head.sha,
    createdAt: at,
    updatedAt: at,
    submittedAt: state === "PENDING" ? null : at,
    editor: null,
    editedAt: null,
    minimizedAs: null,
  });
  pull.reviews.push(review);
  return review;
}

export function addThread(world: World, pull: PullRequest): Thread {
  const id = nextId(world, "thread");
  const nodeId = toNodeId("PullRequestReviewThread", id);
  const thread: Thread = register(world, {
    type: "PullRequestReviewThread",
    ...{ id, nodeId, pull },
    resolvedBy: null,
    comments: [],
  });
  pull.threads.push(thread);
  return thread;
}

type NewComment = Pick<
  ReviewComment,
  | "body"
  | "path"
  | "line"
  | "side"
  | "startLine"
  | "startSide"
  | "position"
  | "diffHunk"
  | "thread"
  | "review"
  | "author"
  | "inReplyTo"
> & { at: string };

export function addReviewComment(world: World, { at, ...comment }: NewComment): ReviewComment {
  const id = nextId(world, "review comment");
  const { pull } = comment.review;
  const added: ReviewComment = register(world, {
    type: "PullRequestReviewComment",
    ...{ id, nodeId: toNodeId("PullRequestReviewComment", id), pull },
    ...comment,
    commit: comment.inReplyTo?.commit ?? pull.head.sha,
    createdAt: at,
    updatedAt: at,
    editor: null,
    editedAt: null,
    minimizedAs: null,
    reactions: [],
  });
  comment.thread.comments.push(added);
  return added;
}

export function emitReview(
  world: World,
  review: Review,
  action: string,
  sender: Account,
  details: Record<string, unknown> = {},
): void {
  emit(world, {
    event: "pull_request_review",
    action,
    repository: review.pull.repository,
    sender,
    payload: () => ({
      ...details,
      review: renderReview(world, review, { webhook: true }),
      pull_request: renderPullSummary(world, review.pull),
    }),
  });
}

export function emitReviewComment(
  world: World,
  comment: ReviewComment,
  action: string,
  sender: Account,
  details: Record<string, unknown> = {},
): void {
  emit(world, {
    event: "pull_request_review_comment",
    action,
    repository: comment.pull.repository,
    sender,
    payload: () => ({
      ...details,
      comment: renderReviewComment(world, comment),
      pull_request: renderPullSummary(world, comment.pull),
    }),
  });
}
