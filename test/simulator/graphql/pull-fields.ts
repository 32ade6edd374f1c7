/** Pull requests and what hangs on them in GraphQL. */
import { placeOf } from "../comment-place.ts";
import type { Account, IssueComment, Label, PullRequest, Reaction, Review, ReviewComment, Thread } from "../model.ts";
import { diffOf, isMergeable } from "../pull-diff.ts";
import { conversationUrl, issueCommentUrl } from "../render/conversation.ts";
import { reviewCommentUrl, reviewUrl } from "../render/review.ts";
import { associationOf } from "../roles.ts";
import { connection } from "./connection.ts";
import type { Arguments, Fields, GraphqlContext } from "./fields.ts";
import { toGitNode, type RefNode } from "./git-fields.ts";

const byNodeId = ({ nodeId }: { nodeId: string }) => nodeId;

/** Nobody stands where a deleted account wrote. */
function authorOf({ author }: { author: Account }): Account | null {
  return author.isDeleted ? null : author;
}

function editorOf({ editor }: { editor: Account | null }): Account | null {
  return editor?.isDeleted === true ? null : editor;
}

/** Another's pending review, and its comments, are nobody's to see. */
function isVisible({ state, author }: Review, { auth }: GraphqlContext): boolean {
  if (state !== "PENDING") return true;
  const viewer = auth.kind === "installation" ? auth.installation.app.bot : undefined;
  return author === (auth.kind === "user" ? auth.user : viewer);
}

const REACTION_NAMES: Record<string, string> = { "+1": "THUMBS_UP", "-1": "THUMBS_DOWN" };

function reactionsOf({ reactions }: { reactions: Reaction[] }, args: Arguments) {
  return connection("reactions", reactions, byNodeId, args);
}

function labelsOf({ labels }: { labels: Label[] }, args: Arguments) {
  return connection("labels", labels, byNodeId, args);
}

export const PULL_FIELDS = {
  PullRequest: {
    id: ({ nodeId }) => nodeId,
    databaseId: ({ id }) => id,
    fullDatabaseId: ({ id }) => String(id),
    number: ({ number }) => number,
    title: ({ title }) => title,
    body: ({ body }) => body,
    url: conversationUrl,
    state: ({ state, mergedAt }) => (mergedAt === null ? state.toUpperCase() : "MERGED"),
    closed: ({ state }) => state === "closed",
    merged: ({ mergedAt }) => mergedAt !== null,
    isDraft: ({ isDraft }) => isDraft,
    locked: ({ isLocked }) => isLocked,
    createdAt: ({ createdAt }) => createdAt,
    updatedAt: ({ updatedAt }) => updatedAt,
    closedAt: ({ closedAt }) => closedAt,
    mergedAt: ({ mergedAt }) => mergedAt,
    lastEditedAt: ({ editedAt }) => editedAt,
    editor: editorOf,
    mergedBy: ({ mergedBy }) => (mergedBy?.isDeleted === true ? null : mergedBy),
    mergeCommit: ({ repository, mergeCommitSha }) => toGitNode(repository, mergeCommitSha ?? undefined),
    mergeable: (pull) => {
      if (pull.state === "closed") return "UNKNOWN";
      return isMergeable(pull) ? "MERGEABLE" : "CONFLICTING";
    },
    author: authorOf,
    authorAssociation: ({ repository, author }) => associationOf(repository, author),
    repository: ({ repository }) => repository,
    baseRefName: ({ base }) => base.ref,
    baseRefOid: ({ base }) => base.sha,
    headRefName: ({ head }) => head.ref,
    headRefOid: ({ head }) => head.sha,
    headRef: ({ head: { repository, ref } }): RefNode | null => {
      const full = `refs/heads/${ref}`;
      return repository?.refs.has(full) === true ? { type: "Ref", repository, ref: full, prefix: "refs/heads/" } : null;
    },
    headRepository: ({ head }) => head.repository,
    headRepositoryOwner: ({ head }) => head.repository?.owner ?? null,
    isCrossRepository: ({ head, repository }) => head.repository !== repository,
    changedFiles: (pull) => diffOf(pull).length,
    labels: labelsOf,
    comments: ({ comments }, args) => connection("comments", comments, byNodeId, args),
    reviews: ({ reviews }, args, context) => {
      const states = args["states"];
      const shown = reviews.filter((review) => isVisible(review, context));
      const found = Array.isArray(states) ? shown.filter(({ state }) => states.includes(state)) : shown;
      return connection("reviews", found, byNodeId, args);
    },
    reviewThreads: ({ threads }, args, context) => {
      const shown = threads.filter(({ comments }) => comments.some(({ review }) => isVisible(review, context)));
      return connection("reviewThreads", shown, byNodeId, args);
    },
    reactions: reactionsOf,
  } satisfies Fields<PullRequest>,
  PullRequestReview: {
    id: ({ nodeId }) => nodeId,
    databaseId: ({ id }) => id,
    fullDatabaseId: ({ id }) => String(id),
    url: reviewUrl,
    body: ({ body }) => body,
    state: ({ state }) => state,
    author: authorOf,
    authorAssociation: ({ pull, author }) => associationOf(pull.repository, author),
    createdAt: ({ createdAt }) => createdAt,
    updatedAt: ({ updatedAt }) => updatedAt,
    submittedAt: ({ submittedAt }) => submittedAt,
    lastEditedAt: ({ editedAt }) => editedAt,
    editor: editorOf,
    isMinimized: ({ minimizedAs }) => minimizedAs !== null,
    minimizedReason: ({ minimizedAs }) => minimizedAs,
    commit: ({ pull, commit }) => toGitNode(pull.repository, commit),
    pullRequest: ({ pull }) => pull,
    comments: (review, args) => {
      const all = review.pull.threads.flatMap(({ comments }) => comments);
      return connection(
        "comments",
        all.filter((comment) => comment.review === review),
        byNodeId,
        args,
      );
    },
  } satisfies Fields<Review>,
  PullRequestReviewThread: {
    id: ({ nodeId }) => nodeId,
    isResolved: ({ resolvedBy }) => resolvedBy !== null,
    resolvedBy: ({ resolvedBy }) => resolvedBy,
    isOutdated: ({ comments: [first] }) => first !== undefined && placeOf(first).isOutdated,
    path: ({ comments: [first] }) => first?.path ?? "",
    line: ({ comments: [first] }) => first && placeOf(first).line,
    originalLine: ({ comments: [first] }) => first?.line,
    startLine: ({ comments: [first] }) => first && placeOf(first).startLine,
    originalStartLine: ({ comments: [first] }) => first?.startLine,
    diffSide: ({ comments: [first] }) => first?.side ?? "RIGHT",
    startDiffSide: ({ comments: [first] }) => first?.startSide,
    pullRequest: ({ pull }) => pull,
    comments: ({ comments }, args, context) => {
      const shown = comments.filter(({ review }) => isVisible(review, context));
      return connection("comments", shown, byNodeId, args);
    },
  } satisfies Fields<Thread>,
  PullRequestReviewComment: {
    id: ({ nodeId }) => nodeId,
    databaseId: ({ id }) => id,
    fullDatabaseId: ({ id }) => String(id),
    url: reviewCommentUrl,
    body: ({ body }) => body,
    author: authorOf,
    authorAssociation: ({ pull, author }) => associationOf(pull.repository, author),
    createdAt: ({ createdAt }) => createdAt,
    updatedAt: ({ updatedAt }) => updatedAt,
    lastEditedAt: ({ editedAt }) => editedAt,
    editor: editorOf,
    path: ({ path }) => path,
    line: (comment) => placeOf(comment).line,
    startLine: (comment) => placeOf(comment).startLine,
    originalLine: ({ line }) => line,
    originalStartLine: ({ startLine }) => startLine,
    diffHunk: ({ diffHunk }) => diffHunk,
    outdated: (comment) => placeOf(comment).isOutdated,
    subjectType: ({ line }) => (line === null ? "FILE" : "LINE"),
    commit: (comment) => toGitNode(comment.pull.repository, placeOf(comment).commit),
    originalCommit: ({ pull, commit }) => toGitNode(pull.repository, commit),
    pullRequest: ({ pull }) => pull,
    pullRequestReview: ({ review }) => review,
    replyTo: ({ inReplyTo }) => inReplyTo,
    isMinimized: ({ minimizedAs }) => minimizedAs !== null,
    minimizedReason: ({ minimizedAs }) => minimizedAs,
    reactions: reactionsOf,
  } satisfies Fields<ReviewComment>,
  IssueComment: {
    id: ({ nodeId }) => nodeId,
    databaseId: ({ id }) => id,
    fullDatabaseId: ({ id }) => String(id),
    url: issueCommentUrl,
    body: ({ body }) => body,
    author: authorOf,
    authorAssociation: ({ conversation, author }) => associationOf(conversation.repository, author),
    createdAt: ({ createdAt }) => createdAt,
    updatedAt: ({ updatedAt }) => updatedAt,
    lastEditedAt: ({ editedAt }) => editedAt,
    editor: editorOf,
    isMinimized: ({ minimizedAs }) => minimizedAs !== null,
    minimizedReason: ({ minimizedAs }) => minimizedAs,
    reactions: reactionsOf,
  } satisfies Fields<IssueComment>,
  Label: {
    id: ({ nodeId }) => nodeId,
    name: ({ name }) => name,
    color: ({ color }) => color,
    description: ({ description }) => description,
  } satisfies Fields<Label>,
  Reaction: {
    id: ({ nodeId }) => nodeId,
    databaseId: ({ id }) => id,
    content: ({ content }) => REACTION_NAMES[content] ?? content.toUpperCase(),
    user: ({ user }) => user,
    createdAt: ({ createdAt }) => createdAt,
  } satisfies Fields<Reaction>,
};
