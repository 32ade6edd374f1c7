/** Reviews and inline comments over REST. */
import {
  createReview,
  deletePending,
  dismissReview,
  editReview,
  submitPending,
  type InlineComment,
} from "../actions/reviews.ts";
import {
  commentOnLine,
  deleteReviewComment,
  editReviewComment,
  replyToComment,
  reviewCommentOf,
} from "../actions/threads.ts";
import { ApiError, notFound } from "../api-error.ts";
import { objects, optionalChoice, optionalNumber, optionalText, text } from "../http/fields.ts";
import { paginate } from "../http/pagination.ts";
import { repositoryRoute, type RepositoryContext, type Route } from "../http/route.ts";
import type { PullRequest, Review, ReviewComment } from "../model.ts";
import { renderLegacyReviewComment, renderReview, renderReviewComment } from "../render/review.ts";
import { pullsOf } from "../world.ts";
import { pullIn, READ_PULLS, WRITE_PULLS } from "./pulls.ts";

const EVENTS = { APPROVE: "APPROVED", REQUEST_CHANGES: "CHANGES_REQUESTED", COMMENT: "COMMENTED" } as const;
const EVENT_NAMES = ["APPROVE", "REQUEST_CHANGES", "COMMENT"] as const;
const SIDES = ["LEFT", "RIGHT"] as const;

export const REVIEW_ROUTES: Route[] = [
  repositoryRoute("GET pulls/{pull_number}/reviews", READ_PULLS, (context) =>
    paginate(context, visibleReviews(context), (review) => renderReview(context.world, review)),
  ),
  repositoryRoute("POST pulls/{pull_number}/reviews", WRITE_PULLS, (context) => {
    const { world, body, actor } = context;
    const event = optionalChoice(body, "event", EVENT_NAMES);
    const review = createReview(world, pullIn(context), actor(), {
      state: event ? EVENTS[event] : "PENDING",
      body: optionalText(body, "body") ?? "",
      comments: objects(body, "comments").map(toInlineComment),
    });
    return { status: 200, body: renderReview(world, review) };
  }),
  repositoryRoute("GET pulls/{pull_number}/reviews/{review_id}", READ_PULLS, (context) => ({
    status: 200,
    body: renderReview(context.world, reviewIn(context)),
  })),
  repositoryRoute("PUT pulls/{pull_number}/reviews/{review_id}", WRITE_PULLS, (context) => {
    const review = reviewIn(context);
    editReview(context.world, review, context.actor(), text(context.body, "body"));
    return { status: 200, body: renderReview(context.world, review) };
  }),
  repositoryRoute("DELETE pulls/{pull_number}/reviews/{review_id}", WRITE_PULLS, (context) => {
    const review = reviewIn(context);
    deletePending(context.world, review);
    return { status: 200, body: renderReview(context.world, review) };
  }),
  repositoryRoute("POST pulls/{pull_number}/reviews/{review_id}/events", WRITE_PULLS, (context) => {
    const { world, body, actor } = context;
    const event = optionalChoice(body, "event", EVENT_NAMES);
    if (!event) throw new ApiError(422, 'Invalid request.\n\n"event" wasn\'t supplied.');
    const review = reviewIn(context);
    submitPending(world, review, actor(), { state: EVENTS[event], body: optionalText(body, "body") });
    return { status: 200, body: renderReview(world, review) };
  }),
  repositoryRoute("PUT pulls/{pull_number}/reviews/{review_id}/dismissals", WRITE_PULLS, (context) => {
    const review = reviewIn(context);
    dismissReview(context.world, review, context.actor(), text(context.body, "message"));
    return { status: 200, body: renderReview(context.world, review) };
  }),
  repositoryRoute("GET pulls/{pull_number}/reviews/{review_id}/comments", READ_PULLS, (context) => {
    const review = reviewIn(context);
    const comments = commentsOf(review.pull).filter((comment) => comment.review === review);
    return paginate(context, comments, (comment) => renderLegacyReviewComment(context.world, comment));
  }),
  repositoryRoute("GET pulls/{pull_number}/comments", READ_PULLS, (context) =>
    paginate(context, sorted(context, commentsOf(pullIn(context))), (each) => renderReviewComment(context.world, each)),
  ),
  repositoryRoute("GET pulls/comments", READ_PULLS, (context) =>
    paginate(context, sorted(context, pullsOf(context.repository).flatMap(commentsOf)), (each) =>
      renderReviewComment(context.world, each),
    ),
  ),
  repositoryRoute("POST pulls/{pull_number}/comments", WRITE_PULLS, (context) => {
    const { world, body, actor } = context;
    const answered = optionalNumber(body, "in_reply_to");
    const comment =
      answered === undefined
        ? commentOnLine(world, pullIn(context), actor(), toInlineComment(body))
        : replyToComment(world, commentIn(context, answered), actor(), { body: text(body, "body") });
    return { status: 201, body: renderReviewComment(world, comment) };
  }),
  repositoryRoute("POST pulls/{pull_number}/comments/{comment_id}/replies", WRITE_PULLS, (context) => {
    const { world, body, actor } = context;
    const root = commentIn(context);
    if (root.pull !== pullIn(context)) throw notFound();
    return {
      status: 201,
      body: renderReviewComment(world, replyToComment(world, root, actor(), { body: text(body, "body") })),
    };
  }),
  repositoryRoute("GET pulls/comments/{comment_id}", READ_PULLS, (context) => ({
    status: 200,
    body: renderReviewComment(context.world, commentIn(context)),
  })),
  repositoryRoute("PATCH pulls/comments/{comment_id}", WRITE_PULLS, (context) => {
    const comment = commentIn(context);
    editReviewComment(context.world, comment, context.actor(), text(context.body, "body"));
    return { status: 200, body: renderReviewComment(context.world, comment) };
  }),
  repositoryRoute("DELETE pulls/comments/{comment_id}", WRITE_PULLS, (context) => {
    deleteReviewComment(context.world, commentIn(context), context.actor());
    return { status: 204 };
  }),
];

function commentIn({ repository, params }: RepositoryContext, id = Number(params["comment_id"])): ReviewComment {
  return reviewCommentOf(repository, id);
}

/** Another's pending review is nobody's to see. */
function visibleReviews(context: RepositoryContext): Review[] {
  const viewer = context.auth.kind === "anonymous" ? undefined : context.actor();
  return pullIn(context).reviews.filter(({ state, author }) => state !== "PENDING" || author === viewer);
}

function reviewIn(context: RepositoryContext): Review {
  const review = visibleReviews(context).find(({ id }) => id === Number(context.params["review_id"]));
  if (!review) throw notFound();
  return review;
}

/** Those of pending reviews are not shown. */
function commentsOf({ threads }: PullRequest): ReviewComment[] {
  const all = threads.flatMap(({ comments }) => comments).filter(({ review }) => review.state !== "PENDING");
  return all.toSorted((a, b) => a.id - b.id);
}

function sorted({ query }: RepositoryContext, comments: ReviewComment[]): ReviewComment[] {
  const since = query.get("since");
  const key = query.get("sort") === "updated" ? "updatedAt" : "createdAt";
  const found = comments
    .filter((comment) => since === null || comment.updatedAt >= since)
    .toSorted((a, b) => a[key].localeCompare(b[key]) || a.id - b.id);
  return query.get("sort") !== null && query.get("direction") === "desc" ? found.reverse() : found;
}

function toInlineComment(body: Record<string, unknown>): InlineComment {
  return {
    path: text(body, "path"),
    body: text(body, "body"),
    line: optionalNumber(body, "line"),
    side: optionalChoice(body, "side", SIDES),
    startLine: optionalNumber(body, "start_line"),
    startSide: optionalChoice(body, "start_side", SIDES),
    position: optionalNumber(body, "position"),
  };
}
