/** GraphQL nodes become the core's values. */
import type { Author, Feedback, PullRequest, Thread } from "../core/review.ts";
import { appOfAvatar } from "./app-of-avatar.ts";
import type { ActorNode, CommentNode, PullRequestNode, ReviewCommentNode, ReviewNode, ThreadNode } from "./answers.ts";

function toAuthor(actor: ActorNode): Author | null {
  if (!actor) return null;
  const { login, __typename, databaseId: id, avatarUrl } = actor;
  const kind = __typename === "Bot" ? "bot" : "human";
  return { login, kind, ...(typeof id === "number" && { id }), ...appOfAvatar(avatarUrl) };
}

/** What all three have: who wrote it, where it stands, what it says, and whether it is shown. */
function toWords({
  id,
  fullDatabaseId,
  url,
  author,
  body,
  lastEditedAt,
  editor,
  isMinimized,
  minimizedReason,
}: Omit<CommentNode, "createdAt">): Omit<Feedback, "kind" | "createdAt"> {
  return {
    nodeId: id,
    databaseId: fullDatabaseId,
    url,
    author: toAuthor(author),
    body,
    ...(lastEditedAt !== null && { edited: { by: editor?.login ?? null, at: lastEditedAt } }),
    ...(isMinimized && { hidden: minimizedReason?.toLowerCase() ?? "" }),
  };
}

const REVIEW_STATES = {
  APPROVED: "approved",
  CHANGES_REQUESTED: "changes_requested",
  COMMENTED: "commented",
  DISMISSED: "dismissed",
} as const;

/** A review, or nothing for one that is still being written. */
export function toReview(node: ReviewNode): Feedback | undefined {
  if (node.state === "PENDING" || node.submittedAt === null) return undefined;
  return {
    kind: "review",
    ...toWords(node),
    createdAt: node.submittedAt,
    reviewId: node.fullDatabaseId,
    reviewState: REVIEW_STATES[node.state],
    ...(node.commit && { commit: node.commit.oid }),
  };
}

function toReviewComment(node: ReviewCommentNode): Feedback | undefined {
  const review = node.pullRequestReview;
  if (review?.state === "PENDING") return undefined;
  return {
    kind: "review-comment",
    ...toWords(node),
    createdAt: node.createdAt,
    path: node.path,
    diffHunk: node.diffHunk,
    ...(review && { reviewId: review.fullDatabaseId, reviewState: REVIEW_STATES[review.state] }),
    ...(node.originalLine !== null && { line: node.originalLine }),
    ...(node.originalStartLine !== null && { startLine: node.originalStartLine }),
    ...(node.originalCommit && { commit: node.originalCommit.oid }),
  };
}

/** A thread, or nothing for one whose every comment is still being written. */
export function toThread(node: ThreadNode): Thread | undefined {
  const comments = node.comments.nodes.map(toReviewComment).filter((comment) => comment !== undefined);
  if (comments.length === 0) return undefined;
  return { nodeId: node.id, isResolved: node.isResolved, isOutdated: node.isOutdated, comments };
}

/** One comment of GraphQL's answer in the domain's words. */
export function toComment(node: CommentNode): Feedback {
  return {
    kind: "issue-comment",
    ...toWords(node),
    createdAt: node.createdAt,
  };
}

/** The pull request of GraphQL's answer in the domain's words. */
export function toPullRequest(node: PullRequestNode): PullRequest {
  return {
    number: node.number,
    title: node.title,
    url: node.url,
    author: toAuthor(node.author),
    state: ({ OPEN: "open", CLOSED: "closed", MERGED: "merged" } as const)[node.state],
    isDraft: node.isDraft,
    createdAt: node.createdAt,
    ...(node.mergedAt !== null && { mergedAt: node.mergedAt }),
    ...(node.mergeCommit && { mergeCommit: node.mergeCommit.oid }),
    baseRef: node.baseRefName,
    headRef: node.headRefName,
    headSha: node.headRefOid,
    isFork: node.isCrossRepository,
  };
}
