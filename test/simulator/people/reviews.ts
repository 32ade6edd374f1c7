/** Reviews and threads, as people write them. */
import { addReaction, type Reactable } from "../actions/reactions.ts";
import { createReview, dismissReview, editReview, submitPending, type InlineComment } from "../actions/reviews.ts";
import {
  commentOnLine,
  deleteReviewComment,
  editReviewComment,
  replyToComment,
  reviewCommentOf,
  setResolved,
} from "../actions/threads.ts";
import { notFound } from "../api-error.ts";
import type { Account, IssueComment, ReactionContent, Repository, Review, ReviewComment, Thread } from "../model.ts";
import { accountOf, pullOf, pullsOf, repositoryOf, type World } from "../world.ts";
import { withTime, type By } from "./at.ts";

interface ReviewOptions extends By {
  /** `COMMENTED` unless said. */
  state?: "COMMENTED" | "APPROVED" | "CHANGES_REQUESTED" | "PENDING";
  body?: string;
  /** Each on a line that the diff shows. */
  comments?: InlineComment[];
}

export function createReviewActions(world: World) {
  const find = (name: string) => repositoryOf(world, name);
  const act = <Result>({ as, at }: By, run: (actor: Account) => Result) =>
    withTime(world, at, () => run(accountOf(world, as)));

  return {
    submitReview: (name: string, number: number, options: ReviewOptions): Review => {
      const { state = "COMMENTED", body = "", comments = [], ...by } = options;
      return act(by, (actor) => createReview(world, pullOf(find(name), number), actor, { state, body, comments }));
    },
    /** Hands in a review that was pending. */
    submitPendingReview: (
      name: string,
      reviewId: number,
      { state = "COMMENTED", ...by }: By & { state?: "COMMENTED" | "APPROVED" | "CHANGES_REQUESTED" },
    ): void => act(by, (actor) => submitPending(world, reviewOf(find(name), reviewId), actor, { state })),
    editReview: (name: string, reviewId: number, { body, ...by }: By & { body: string }): void =>
      act(by, (actor) => editReview(world, reviewOf(find(name), reviewId), actor, body)),
    dismissReview: (
      name: string,
      reviewId: number,
      { message = "dismissed", ...by }: By & { message?: string },
    ): void => act(by, (actor) => dismissReview(world, reviewOf(find(name), reviewId), actor, message)),

    /** One comment on a line, outside of a review. */
    commentOnLine: (name: string, number: number, { as, at, ...comment }: By & InlineComment): ReviewComment =>
      act({ as, ...(at !== undefined && { at }) }, (actor) =>
        commentOnLine(world, pullOf(find(name), number), actor, comment),
      ),
    /** To the first comment of a thread: GitHub refuses a reply to a reply. */
    replyTo: (name: string, commentId: number, { body, ...by }: By & { body: string }): ReviewComment =>
      act(by, (actor) => replyToComment(world, reviewCommentOf(find(name), commentId), actor, { body })),
    editReviewComment: (name: string, commentId: number, { body, ...by }: By & { body: string }): void =>
      act(by, (actor) => editReviewComment(world, reviewCommentOf(find(name), commentId), actor, body)),
    deleteReviewComment: (name: string, commentId: number, by: By): void =>
      act(by, (actor) => deleteReviewComment(world, reviewCommentOf(find(name), commentId), actor)),
    /** The thread of any of its comments. */
    resolveThread: (name: string, commentId: number, by: By): void =>
      act(by, (actor) => setResolved(world, threadOf(find(name), commentId), actor, true)),
    unresolveThread: (name: string, commentId: number, by: By): void =>
      act(by, (actor) => setResolved(world, threadOf(find(name), commentId), actor, false)),
    /** GitHub tells nobody. */
    hide: (subject: Review | ReviewComment | IssueComment, { reason, ...by }: By & { reason: string }): void =>
      act(by, () => void (subject.minimizedAs = reason)),
    unhide: (subject: Review | ReviewComment | IssueComment, by: By): void =>
      act(by, () => void (subject.minimizedAs = null)),
    react: (subject: Reactable, { content, ...by }: By & { content: ReactionContent }): void =>
      act(by, (actor) => void addReaction(world, subject, actor, content)),
  };
}

function reviewOf(repository: Repository, id: number): Review {
  for (const { reviews } of pullsOf(repository)) {
    const found = reviews.find((review) => review.id === id);
    if (found) return found;
  }
  throw notFound();
}

function threadOf(repository: Repository, commentId: number): Thread {
  return reviewCommentOf(repository, commentId).thread;
}
