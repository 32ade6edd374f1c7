/** Reviews, their inline comments, and threads in GitHub's shapes. */
import { placeOf } from "../comment-place.ts";
import type { PullRequest, Review, ReviewComment, Thread } from "../model.ts";
import { associationOf } from "../roles.ts";
import { apiUrl, type World } from "../world.ts";
import { renderAccountOrNull } from "./account.ts";
import { conversationUrl } from "./conversation.ts";
import { renderReactionRollup } from "./reactions.ts";

export function reviewUrl({ pull, id }: Review): string {
  return `${conversationUrl(pull)}#pullrequestreview-${id}`;
}

export function reviewCommentUrl({ pull, id }: ReviewComment): string {
  return `${conversationUrl(pull)}#discussion_r${id}`;
}

/** `state` in capitals, as REST writes it; a webhook writes it small and an empty body as null. */
export function renderReview(world: World, review: Review, { webhook = false } = {}) {
  const { id, nodeId, pull, author, body, state, submittedAt, commit, updatedAt } = review;
  const url = pullUrl(world, pull);
  return {
    id,
    node_id: nodeId,
    user: renderAccountOrNull(world, author),
    body: webhook && body === "" ? null : body,
    state: webhook ? state.toLowerCase() : state,
    html_url: reviewUrl(review),
    pull_request_url: url,
    author_association: associationOf(pull.repository, author),
    _links: { html: { href: reviewUrl(review) }, pull_request: { href: url } },
    ...(submittedAt !== null && { submitted_at: submittedAt }),
    ...(webhook && { updated_at: updatedAt }),
    commit_id: commit,
  };
}

function pullUrl(world: World, { repository, number }: PullRequest): string {
  return `${apiUrl(world, repository)}/pulls/${number}`;
}

export function renderReviewComment(world: World, comment: ReviewComment) {
  const place = placeOf(comment);
  return {
    ...renderLegacyReviewComment(world, comment),
    start_line: place.startLine,
    original_start_line: comment.startLine,
    start_side: comment.startSide,
    line: place.line,
    original_line: comment.line,
    side: comment.side,
    subject_type: comment.line === null ? "file" : "line",
  };
}

/** Without the lines: so `GET .../reviews/{review_id}/comments` still answers. */
export function renderLegacyReviewComment(world: World, comment: ReviewComment) {
  const { id, nodeId, pull, review, author, body, path, diffHunk, inReplyTo, reactions } = comment;
  const url = `${apiUrl(world, pull.repository)}/pulls/comments/${id}`;
  const html = reviewCommentUrl(comment);
  const place = placeOf(comment);
  return {
    url,
    pull_request_review_id: review.id,
    id,
    node_id: nodeId,
    diff_hunk: diffHunk,
    path,
    position: place.position,
    original_position: comment.position,
    commit_id: place.commit,
    original_commit_id: comment.commit,
    ...(inReplyTo && { in_reply_to_id: inReplyTo.id }),
    user: renderAccountOrNull(world, author),
    body,
    created_at: comment.createdAt,
    updated_at: comment.updatedAt,
    html_url: html,
    pull_request_url: pullUrl(world, pull),
    author_association: associationOf(pull.repository, author),
    _links: {
      self: { href: url },
      html: { href: html },
      pull_request: { href: pullUrl(world, pull) },
    },
    reactions: renderReactionRollup(url, reactions),
  };
}

export function renderThread(world: World, { nodeId, comments }: Thread) {
  return { node_id: nodeId, comments: comments.map((comment) => renderReviewComment(world, comment)) };
}
