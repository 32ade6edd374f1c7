/** Issues, conversation comments and labels. */
import { ApiError, notFound } from "../api-error.ts";
import type { Account, Issue, IssueComment, Label, PullRequest, Repository } from "../model.ts";
import { renderIssue, renderIssueComment, renderLabel } from "../render/conversation.ts";
import { renderPull } from "../render/pull.ts";
import { requireRole, requireUnarchived, requireUnlocked } from "../roles.ts";
import { emit } from "../webhooks.ts";
import { nextId, now, register, toNodeId, type World } from "../world.ts";
import { checkBodyLength } from "./body-length.ts";
import { nextNumber } from "./pulls.ts";

export function createIssue(
  world: World,
  repository: Repository,
  actor: Account,
  { title, body }: { title: string; body: string },
): Issue {
  requireUnarchived(repository);
  requireRole(repository, actor, "read");
  const id = nextId(world, "issue");
  const at = now(world);
  const issue: Issue = register(world, {
    type: "Issue",
    ...{ id, nodeId: toNodeId("Issue", id), repository, number: nextNumber(repository), title, body, author: actor },
    state: "open",
    isLocked: false,
    createdAt: at,
    updatedAt: at,
    closedAt: null,
    editor: null,
    editedAt: null,
    labels: [],
    comments: [],
    reactions: [],
  });
  repository.conversations.set(issue.number, issue);
  const payload = () => ({ issue: renderIssue(world, issue) });
  emit(world, { event: "issues", action: "opened", repository, sender: actor, payload });
  return issue;
}

export function createComment(
  world: World,
  conversation: Issue | PullRequest,
  actor: Account,
  { body, at = now(world) }: { body: string; at?: string | undefined },
): IssueComment {
  requireUnarchived(conversation.repository);
  requireRole(conversation.repository, actor, "read");
  requireUnlocked(conversation, actor);
  checkBody(body);
  const id = nextId(world, "issue comment");
  const comment: IssueComment = register(world, {
    type: "IssueComment",
    ...{ id, nodeId: toNodeId("IssueComment", id), conversation, author: actor, body },
    createdAt: at,
    updatedAt: at,
    editor: null,
    editedAt: null,
    minimizedAs: null,
    reactions: [],
  });
  conversation.comments.push(comment);
  conversation.updatedAt = now(world);
  emitComment(world, comment, "created", actor);
  return comment;
}

function checkBody(body: string): void {
  if (body.trim() === "") {
    throw new ApiError(422, "Validation Failed", [{ resource: "IssueComment", code: "missing_field", field: "body" }]);
  }
  checkBodyLength(body, "IssueComment");
}

/** Throws 404. */
export function issueCommentOf(repository: Repository, id: number): IssueComment {
  for (const { comments } of repository.conversations.values()) {
    const found = comments.find((comment) => comment.id === id);
    if (found) return found;
  }
  throw notFound();
}

export function editComment(world: World, comment: IssueComment, actor: Account, body: string): void {
  requireUnarchived(comment.conversation.repository);
  if (actor.id !== comment.author.id) requireRole(comment.conversation.repository, actor, "write");
  checkBody(body);
  const from = comment.body;
  comment.body = body;
  comment.updatedAt = now(world);
  Object.assign(comment, { editor: actor, editedAt: comment.updatedAt });
  emitComment(world, comment, "edited", actor, { changes: { body: { from } } });
}

export function deleteComment(world: World, comment: IssueComment, actor: Account): void {
  const { conversation } = comment;
  requireUnarchived(conversation.repository);
  if (actor.id !== comment.author.id) requireRole(conversation.repository, actor, "write");
  conversation.comments = conversation.comments.filter((each) => each !== comment);
  world.nodes.delete(comment.nodeId);
  emitComment(world, comment, "deleted", actor);
}

function emitComment(
  world: World,
  comment: IssueComment,
  action: string,
  sender: Account,
  details: Record<string, unknown> = {},
): void {
  const { conversation } = comment;
  emit(world, {
    event: "issue_comment",
    action,
    repository: conversation.repository,
    sender,
    payload: () => ({
      ...details,
      issue: renderIssue(world, conversation),
      comment: renderIssueComment(world, comment),
    }),
  });
}

/** Finds a label, or makes it in GitHub's grey as adding an unknown one to an issue does. */
function ensureLabel(world: World, repository: Repository, name: string): Label {
  const key = name.toLowerCase();
  const known = repository.labels.get(key);
  if (known) return known;
  return createLabel(world, repository, { name, color: "ededed", description: null });
}

/** Throws 422 when there is one of that name. */
export function createLabel(
  world: World,
  repository: Repository,
  { name, color, description }: Pick<Label, "name" | "color" | "description">,
): Label {
  requireUnarchived(repository);
  const key = name.toLowerCase();
  if (repository.labels.has(key)) {
    throw new ApiError(422, "Validation Failed", [{ resource: "Label", code: "already_exists", field: "name" }]);
  }
  const id = nextId(world, "label");
  const label: Label = register(world, { type: "Label", id, nodeId: toNodeId("Label", id), name, color, description });
  repository.labels.set(key, label);
  return label;
}

export function addLabels(world: World, conversation: Issue | PullRequest, actor: Account, names: string[]): void {
  const { repository } = conversation;
  requireUnarchived(repository);
  requireRole(repository, actor, "triage");
  for (const name of names) {
    const label = ensureLabel(world, repository, name);
    if (conversation.labels.includes(label)) continue;
    conversation.labels.push(label);
    emitLabel(world, conversation, label, "labeled", actor);
  }
}

/** Throws 404 when it is not there. */
export function removeLabel(world: World, conversation: Issue | PullRequest, actor: Account, name: string): void {
  const { repository, labels } = conversation;
  requireUnarchived(repository);
  requireRole(repository, actor, "triage");
  const label = labels.find((each) => each.name.toLowerCase() === name.toLowerCase());
  if (!label) throw new ApiError(404, "Label does not exist");
  conversation.labels = labels.filter((each) => each !== label);
  emitLabel(world, conversation, label, "unlabeled", actor);
}

function emitLabel(
  world: World,
  conversation: Issue | PullRequest,
  label: Label,
  action: string,
  sender: Account,
): void {
  const { repository, number } = conversation;
  conversation.updatedAt = now(world);
  const isPull = conversation.type === "PullRequest";
  emit(world, {
    event: isPull ? "pull_request" : "issues",
    action,
    repository,
    sender,
    payload: () => ({
      ...(isPull
        ? { number, pull_request: renderPull(world, conversation) }
        : { issue: renderIssue(world, conversation) }),
      label: renderLabel(world, repository, label),
    }),
  });
}
