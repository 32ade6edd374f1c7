/** Issues, conversation comments and labels over REST; pull requests answer here as issues. */
import {
  addLabels,
  createComment,
  createIssue,
  createLabel,
  deleteComment,
  editComment,
  issueCommentOf,
  removeLabel,
} from "../actions/conversations.ts";
import { editPull } from "../actions/pulls.ts";
import { ApiError, notFound } from "../api-error.ts";
import { optionalChoice, optionalText, text, texts } from "../http/fields.ts";
import { paginate } from "../http/pagination.ts";
import { repositoryRoute, type RepositoryContext, type Route } from "../http/route.ts";
import type { Issue, PullRequest } from "../model.ts";
import type { Access } from "../model-apps.ts";
import { renderIssue, renderIssueComment, renderLabel } from "../render/conversation.ts";
import { conversationOf } from "../world.ts";

/** The permission for pull requests opens their issue side; a plain issue needs its own. */
export function conversationNeeds(access: Access): (context: RepositoryContext) => Record<string, Access>[] {
  return ({ repository, params }) => {
    const number = params["issue_number"];
    const subject = number === undefined ? undefined : repository.conversations.get(Number(number));
    const comment = params["comment_id"];
    const isIssue = comment === undefined ? subject?.type === "Issue" : isOnIssue(repository, Number(comment));
    return isIssue ? [{ issues: access }] : [{ issues: access }, { pull_requests: access }];
  };
}

function isOnIssue({ conversations }: RepositoryContext["repository"], id: number): boolean {
  return [...conversations.values()].some(
    ({ type, comments }) => type === "Issue" && comments.some((each) => each.id === id),
  );
}

const READ = conversationNeeds("read");
const WRITE = conversationNeeds("write");

export function conversationIn({ repository, params }: RepositoryContext): Issue | PullRequest {
  return conversationOf(repository, Number(params["issue_number"]));
}

export const CONVERSATION_ROUTES: Route[] = [
  repositoryRoute("GET issues", READ, (context) =>
    paginate(context, listIssues(context), (each) => renderIssue(context.world, each)),
  ),
  repositoryRoute("POST issues", [{ issues: "write" }], ({ world, repository, body, actor }) => {
    const issue = createIssue(world, repository, actor(), {
      title: text(body, "title"),
      body: optionalText(body, "body") ?? "",
    });
    return { status: 201, body: renderIssue(world, issue) };
  }),
  repositoryRoute("GET issues/{issue_number}", READ, (context) => ({
    status: 200,
    body: renderIssue(context.world, conversationIn(context)),
  })),
  repositoryRoute("PATCH issues/{issue_number}", WRITE, (context) => {
    const conversation = conversationIn(context);
    if (conversation.type !== "PullRequest") throw new ApiError(422, "the simulator edits pull requests only");
    editPull(context.world, conversation, context.actor(), {
      title: optionalText(context.body, "title"),
      body: optionalText(context.body, "body"),
      state: optionalChoice(context.body, "state", ["open", "closed"]),
    });
    return { status: 200, body: renderIssue(context.world, conversation) };
  }),
  repositoryRoute("GET issues/{issue_number}/comments", READ, (context) => {
    const since = context.query.get("since");
    const comments = conversationIn(context).comments.filter(({ updatedAt }) => since === null || updatedAt >= since);
    return paginate(context, comments, (comment) => renderIssueComment(context.world, comment));
  }),
  repositoryRoute("POST issues/{issue_number}/comments", WRITE, (context) => {
    const comment = createComment(context.world, conversationIn(context), context.actor(), {
      body: text(context.body, "body"),
    });
    return { status: 201, body: renderIssueComment(context.world, comment) };
  }),
  repositoryRoute("GET issues/comments", READ, (context) => {
    const since = context.query.get("since");
    const all = [...context.repository.conversations.values()].flatMap(({ comments }) => comments);
    const found = all.filter(({ updatedAt }) => since === null || updatedAt >= since).toSorted((a, b) => a.id - b.id);
    return paginate(context, found, (comment) => renderIssueComment(context.world, comment));
  }),
  repositoryRoute("GET issues/comments/{comment_id}", READ, ({ world, repository, params }) => ({
    status: 200,
    body: renderIssueComment(world, issueCommentOf(repository, Number(params["comment_id"]))),
  })),
  repositoryRoute("PATCH issues/comments/{comment_id}", WRITE, ({ world, repository, params, body, actor }) => {
    const comment = issueCommentOf(repository, Number(params["comment_id"]));
    editComment(world, comment, actor(), text(body, "body"));
    return { status: 200, body: renderIssueComment(world, comment) };
  }),
  repositoryRoute("DELETE issues/comments/{comment_id}", WRITE, ({ world, repository, params, actor }) => {
    deleteComment(world, issueCommentOf(repository, Number(params["comment_id"])), actor());
    return { status: 204 };
  }),
  repositoryRoute("GET issues/{issue_number}/labels", READ, (context) =>
    paginate(context, conversationIn(context).labels, (label) => renderLabel(context.world, context.repository, label)),
  ),
  repositoryRoute("POST issues/{issue_number}/labels", WRITE, (context) => {
    const { world, repository, body, actor } = context;
    const conversation = conversationIn(context);
    addLabels(world, conversation, actor(), texts(body, "labels"));
    return { status: 200, body: conversation.labels.map((label) => renderLabel(world, repository, label)) };
  }),
  repositoryRoute("PUT issues/{issue_number}/labels", WRITE, (context) => {
    const { world, repository, body, actor } = context;
    const conversation = conversationIn(context);
    const names = texts(body, "labels");
    const gone = conversation.labels.filter(({ name }) => !names.includes(name));
    for (const { name } of gone) removeLabel(world, conversation, actor(), name);
    addLabels(world, conversation, actor(), names);
    return { status: 200, body: conversation.labels.map((label) => renderLabel(world, repository, label)) };
  }),
  repositoryRoute("DELETE issues/{issue_number}/labels/{name}", WRITE, (context) => {
    const { world, repository, params, actor } = context;
    const conversation = conversationIn(context);
    removeLabel(world, conversation, actor(), params["name"] ?? "");
    return { status: 200, body: conversation.labels.map((label) => renderLabel(world, repository, label)) };
  }),
  repositoryRoute("GET labels", [{ issues: "read" }, { pull_requests: "read" }], (context) =>
    paginate(context, [...context.repository.labels.values()], (label) =>
      renderLabel(context.world, context.repository, label),
    ),
  ),
  repositoryRoute("GET labels/{name}", [{ issues: "read" }, { pull_requests: "read" }], (context) => {
    const label = context.repository.labels.get((context.params["name"] ?? "").toLowerCase());
    if (!label) throw notFound();
    return { status: 200, body: renderLabel(context.world, context.repository, label) };
  }),
  repositoryRoute("POST labels", [{ issues: "write" }, { pull_requests: "write" }], ({ world, repository, body }) => {
    const label = createLabel(world, repository, {
      name: text(body, "name"),
      color: optionalText(body, "color") ?? "ededed",
      description: optionalText(body, "description") ?? null,
    });
    return { status: 201, body: renderLabel(world, repository, label) };
  }),
];

function listIssues({ repository, query }: RepositoryContext): (Issue | PullRequest)[] {
  const state = query.get("state") ?? "open";
  const since = query.get("since");
  const labels = (query.get("labels") ?? "").split(",").filter(Boolean);
  const creator = query.get("creator")?.toLowerCase();
  return [...repository.conversations.values()]
    .filter((each) => state === "all" || each.state === state)
    .filter((each) => since === null || each.updatedAt >= since)
    .filter((each) => creator === undefined || each.author.login.toLowerCase() === creator)
    .filter((each) => labels.every((name) => each.labels.some((label) => label.name === name)))
    .toSorted((a, b) => b.number - a.number);
}
