/** A pull request in GitHub's shapes: the whole, and the short form in lists. */
import { diffOf, isMergeable } from "../pull-diff.ts";
import { commitsBetween } from "../git/history.ts";
import type { PullRequest, Repository } from "../model.ts";
import { associationOf } from "../roles.ts";
import { apiUrl, type World } from "../world.ts";
import { renderAccount, renderAccountOrNull } from "./account.ts";
import { conversationUrl, renderLabel } from "./conversation.ts";
import { renderRepository } from "./repository.ts";

/** As a list, a review's payload and a comment's payload carry it. */
export function renderPullSummary(world: World, pull: PullRequest) {
  const { repository, number, state, isLocked, title, author, body, labels, base, head } = pull;
  const url = `${apiUrl(world, repository)}/pulls/${number}`;
  const issue = `${apiUrl(world, repository)}/issues/${number}`;
  const statuses = `${apiUrl(world, repository)}/statuses/${head.sha}`;
  const html = conversationUrl(pull);
  return {
    url,
    id: pull.id,
    node_id: pull.nodeId,
    html_url: html,
    diff_url: `${html}.diff`,
    patch_url: `${html}.patch`,
    issue_url: issue,
    number,
    state,
    locked: isLocked,
    title,
    user: renderAccount(world, author),
    body: body === "" ? null : body,
    created_at: pull.createdAt,
    updated_at: pull.updatedAt,
    closed_at: pull.closedAt,
    merged_at: pull.mergedAt,
    merge_commit_sha: pull.mergeCommitSha,
    assignee: null,
    assignees: [],
    requested_reviewers: pull.requestedReviewers.map((each) => renderAccount(world, each)),
    requested_teams: [],
    labels: labels.map((label) => renderLabel(world, repository, label)),
    milestone: null,
    draft: pull.isDraft,
    commits_url: `${url}/commits`,
    review_comments_url: `${url}/comments`,
    review_comment_url: `${apiUrl(world, repository)}/pulls/comments{/number}`,
    comments_url: `${issue}/comments`,
    statuses_url: statuses,
    head: renderEnd(world, head.owner.login, head, head.repository),
    base: renderEnd(world, repository.owner.login, base, repository),
    _links: {
      self: { href: url },
      html: { href: html },
      issue: { href: issue },
      comments: { href: `${issue}/comments` },
      review_comments: { href: `${url}/comments` },
      review_comment: { href: `${apiUrl(world, repository)}/pulls/comments{/number}` },
      commits: { href: `${url}/commits` },
      statuses: { href: statuses },
    },
    author_association: associationOf(repository, author),
    auto_merge: null,
    active_lock_reason: null,
  };

  function renderEnd(at: World, owner: string, { ref, sha }: { ref: string; sha: string }, repo: Repository | null) {
    return {
      label: `${owner}:${ref}`,
      ref,
      sha,
      user: repo && renderAccount(at, repo.owner),
      repo: repo && renderRepository(at, repo),
    };
  }
}

export function renderPull(world: World, pull: PullRequest) {
  const { repository, state, threads, comments } = pull;
  const files = diffOf(pull);
  const mergeable = state === "open" ? isMergeable(pull) : null;
  return {
    ...renderPullSummary(world, pull),
    merged: pull.mergedAt !== null,
    mergeable,
    rebaseable: mergeable,
    mergeable_state: mergeStateOf(mergeable, pull.isDraft),
    merged_by: renderAccountOrNull(world, pull.mergedBy),
    comments: comments.length,
    review_comments: threads.reduce((sum, thread) => sum + thread.comments.length, 0),
    maintainer_can_modify: false,
    commits: commitsBetween(repository.objects, pull.base.sha, pull.head.sha).length,
    additions: files.reduce((sum, { additions }) => sum + additions, 0),
    deletions: files.reduce((sum, { deletions }) => sum + deletions, 0),
    changed_files: files.length,
  };
}

function mergeStateOf(mergeable: boolean | null, isDraft: boolean): string {
  if (mergeable === null) return "unknown";
  if (!mergeable) return "dirty";
  return isDraft ? "draft" : "clean";
}
