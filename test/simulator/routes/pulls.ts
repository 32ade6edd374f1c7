/** Pull requests over REST. Draft to ready is not here: GitHub ignores `draft` in an update. */
import { mergePull, type MergeMethod } from "../actions/merge-pull.ts";
import { commitsOf, editPull, openPull, requestReviewers } from "../actions/pulls.ts";
import { flag, optionalChoice, optionalText, text, texts } from "../http/fields.ts";
import { paginate } from "../http/pagination.ts";
import { repositoryRoute, type RepositoryContext, type Route } from "../http/route.ts";
import type { PullRequest } from "../model.ts";
import type { Access } from "../model-apps.ts";
import { diffOf } from "../pull-diff.ts";
import { renderAccount } from "../render/account.ts";
import { renderCommit, renderFile } from "../render/git.ts";
import { renderPull, renderPullSummary } from "../render/pull.ts";
import { accountOf, pullOf, pullsOf } from "../world.ts";
import { notFound } from "../api-error.ts";

export const READ_PULLS: Record<string, Access>[] = [{ pull_requests: "read" }];
export const WRITE_PULLS: Record<string, Access>[] = [{ pull_requests: "write" }];
const METHODS: readonly MergeMethod[] = ["merge", "squash", "rebase"];

export function pullIn({ repository, params }: RepositoryContext): PullRequest {
  return pullOf(repository, Number(params["pull_number"]));
}

export const PULL_ROUTES: Route[] = [
  repositoryRoute("GET pulls", READ_PULLS, (context) =>
    paginate(context, listPulls(context), (pull) => renderPullSummary(context.world, pull)),
  ),
  repositoryRoute("POST pulls", WRITE_PULLS, ({ world, repository, body, actor }) => {
    const pull = openPull(world, repository, actor(), {
      ...{ head: text(body, "head"), base: text(body, "base"), title: text(body, "title") },
      body: optionalText(body, "body"),
      isDraft: flag(body, "draft"),
    });
    return { status: 201, body: renderPull(world, pull) };
  }),
  repositoryRoute("GET pulls/{pull_number}", READ_PULLS, (context) => ({
    status: 200,
    body: renderPull(context.world, pullIn(context)),
  })),
  repositoryRoute("PATCH pulls/{pull_number}", WRITE_PULLS, (context) => {
    const { world, body, actor } = context;
    const pull = pullIn(context);
    editPull(world, pull, actor(), {
      title: optionalText(body, "title"),
      body: body["body"] === null ? null : optionalText(body, "body"),
      state: optionalChoice(body, "state", ["open", "closed"]),
      base: optionalText(body, "base"),
    });
    return { status: 200, body: renderPull(world, pull) };
  }),
  repositoryRoute("GET pulls/{pull_number}/merge", READ_PULLS, (context) => {
    if (pullIn(context).mergedAt === null) throw notFound();
    return { status: 204 };
  }),
  repositoryRoute("PUT pulls/{pull_number}/merge", [{ contents: "write" }], (context) => {
    const { world, body, actor } = context;
    const sha = mergePull(world, pullIn(context), actor(), {
      method: optionalChoice(body, "merge_method", METHODS),
      title: optionalText(body, "commit_title"),
      message: optionalText(body, "commit_message"),
      sha: optionalText(body, "sha"),
    });
    return { status: 200, body: { sha, merged: true, message: "Pull Request successfully merged" } };
  }),
  repositoryRoute("GET pulls/{pull_number}/files", READ_PULLS, (context) => {
    const pull = pullIn(context);
    return paginate(context, diffOf(pull), (file) =>
      renderFile(context.world, context.repository, pull.head.sha, file),
    );
  }),
  repositoryRoute("GET pulls/{pull_number}/commits", READ_PULLS, (context) =>
    paginate(context, commitsOf(pullIn(context)), ({ sha }) => renderCommit(context.world, context.repository, sha)),
  ),
  repositoryRoute("POST pulls/{pull_number}/requested_reviewers", WRITE_PULLS, (context) => {
    const { world, body, actor } = context;
    const pull = pullIn(context);
    const reviewers = texts(body, "reviewers").map((login) => accountOf(world, login));
    requestReviewers(world, pull, actor(), reviewers);
    return { status: 201, body: renderPullSummary(world, pull) };
  }),
  repositoryRoute("GET pulls/{pull_number}/requested_reviewers", READ_PULLS, (context) => {
    const users = pullIn(context).requestedReviewers.map((each) => renderAccount(context.world, each));
    return { status: 200, body: { users, teams: [] } };
  }),
  repositoryRoute("DELETE pulls/{pull_number}/requested_reviewers", WRITE_PULLS, (context) => {
    const pull = pullIn(context);
    const logins = texts(context.body, "reviewers").map((login) => login.toLowerCase());
    pull.requestedReviewers = pull.requestedReviewers.filter(({ login }) => !logins.includes(login.toLowerCase()));
    return { status: 200, body: renderPullSummary(context.world, pull) };
  }),
];

function listPulls({ repository, query }: RepositoryContext): PullRequest[] {
  const state = query.get("state") ?? "open";
  const head = query.get("head")?.toLowerCase();
  const base = query.get("base");
  const direction = query.get("direction") ?? (query.get("sort") ? "asc" : "desc");
  const key = query.get("sort") === "updated" ? "updatedAt" : "createdAt";
  const found = pullsOf(repository).filter(
    (pull) =>
      (state === "all" || pull.state === state) &&
      (head === undefined || `${pull.head.owner.login}:${pull.head.ref}`.toLowerCase() === head) &&
      (base === null || pull.base.ref === base),
  );
  const ascending = found.toSorted((a, b) => a[key].localeCompare(b[key]) || a.number - b.number);
  return direction === "asc" ? ascending : ascending.reverse();
}
