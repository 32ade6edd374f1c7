/** Issues, the issue side of pull requests, labels and conversation comments in GitHub's shapes. */
import type { Issue, IssueComment, Label, PullRequest, Repository } from "../model.ts";
import { associationOf } from "../roles.ts";
import { apiUrl, htmlUrl, type World } from "../world.ts";
import { renderAccount } from "./account.ts";
import { renderReactionRollup } from "./reactions.ts";

export function renderLabel(world: World, repository: Repository, { id, nodeId, name, color, description }: Label) {
  const url = `${apiUrl(world, repository)}/labels/${encodeURIComponent(name)}`;
  return { id, node_id: nodeId, url, name, color, default: false, description };
}

export function conversationUrl(conversation: Issue | PullRequest): string {
  const kind = conversation.type === "PullRequest" ? "pull" : "issues";
  return `${htmlUrl(conversation.repository)}/${kind}/${conversation.number}`;
}

/** A pull request seen as an issue carries `pull_request`. */
export function renderIssue(world: World, conversation: Issue | PullRequest) {
  const { repository, number, title, body, author, state, isLocked, labels, comments, reactions } = conversation;
  const url = `${apiUrl(world, repository)}/issues/${number}`;
  const html = conversationUrl(conversation);
  const isPull = conversation.type === "PullRequest";
  return {
    url,
    repository_url: apiUrl(world, repository),
    labels_url: `${url}/labels{/name}`,
    comments_url: `${url}/comments`,
    events_url: `${url}/events`,
    html_url: html,
    id: isPull ? conversation.issueId : conversation.id,
    node_id: conversation.nodeId,
    number,
    title,
    user: renderAccount(world, author),
    labels: labels.map((label) => renderLabel(world, repository, label)),
    state,
    locked: isLocked,
    assignee: null,
    assignees: [],
    milestone: null,
    comments: comments.length,
    created_at: conversation.createdAt,
    updated_at: conversation.updatedAt,
    closed_at: conversation.closedAt,
    author_association: associationOf(repository, author),
    active_lock_reason: null,
    ...(isPull && {
      draft: conversation.isDraft,
      pull_request: {
        url: `${apiUrl(world, repository)}/pulls/${number}`,
        html_url: html,
        diff_url: `${html}.diff`,
        patch_url: `${html}.patch`,
        merged_at: conversation.mergedAt,
      },
    }),
    body,
    closed_by: null,
    reactions: renderReactionRollup(url, reactions),
    timeline_url: `${url}/timeline`,
    performed_via_github_app: null,
    state_reason: null,
  };
}

export function issueCommentUrl({ conversation, id }: IssueComment): string {
  return `${conversationUrl(conversation)}#issuecomment-${id}`;
}

export function renderIssueComment(world: World, comment: IssueComment) {
  const { id, nodeId, conversation, author, body, createdAt, updatedAt, reactions } = comment;
  const { repository } = conversation;
  const url = `${apiUrl(world, repository)}/issues/comments/${id}`;
  return {
    url,
    html_url: issueCommentUrl(comment),
    issue_url: `${apiUrl(world, repository)}/issues/${conversation.number}`,
    id,
    node_id: nodeId,
    user: renderAccount(world, author),
    created_at: createdAt,
    updated_at: updatedAt,
    author_association: associationOf(repository, author),
    body,
    reactions: renderReactionRollup(url, reactions),
    performed_via_github_app: null,
  };
}
