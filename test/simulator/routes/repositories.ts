/** Repositories, their branches, commits, files and people. */
import { matchesPattern } from "../actions/refs.ts";
import { createAccess, roleNameOf } from "../permission.ts";
import { ApiError, notFound } from "../api-error.ts";
import { changedFiles } from "../git/changed-files.ts";
import { ancestors, commitsBetween, mergeBase } from "../git/history.ts";
import { readBlob, readCommit, readTree } from "../git/objects.ts";
import { entryAt, TREE_MODE } from "../git/trees.ts";
import { canSee } from "../http/access.ts";
import { paginate } from "../http/pagination.ts";
import { repositoryRoute, type RepositoryContext, type Route } from "../http/route.ts";
import { fullName, type Repository } from "../model.ts";
import type { Access } from "../model-apps.ts";
import { renderAccount } from "../render/account.ts";
import { renderCommit, renderFile } from "../render/git.ts";
import { renderPullSummary } from "../render/pull.ts";
import { renderRepository } from "../render/repository.ts";
import { roleOf } from "../roles.ts";
import { apiUrl, htmlUrl, pullsOf } from "../world.ts";

const METADATA: Record<string, Access>[] = [{ metadata: "read" }];
const READ: Record<string, Access>[] = [{ contents: "read" }];

export const REPOSITORY_ROUTES: Route[] = [
  repositoryRoute("GET ", METADATA, ({ world, repository, auth }) => ({
    status: 200,
    body: {
      ...renderRepository(world, repository),
      ...(auth.kind === "user" && { permissions: createAccess(roleOf(repository, auth.user)) }),
      ...(repository.parent &&
        canSee(auth, repository.parent) && { parent: renderRepository(world, repository.parent) }),
    },
  })),
  repositoryRoute("GET collaborators/{username}/permission", METADATA, readPermission),
  repositoryRoute("GET collaborators/{username}", METADATA, ({ world, repository, params }) => {
    const user = world.accounts.get((params["username"] ?? "").toLowerCase());
    if (!user || (repository.owner !== user && !repository.roles.has(user.id))) throw notFound();
    return { status: 204 };
  }),
  repositoryRoute("GET rules/branches/{branch}", METADATA, (context) => {
    const { repository, params } = context;
    const rules = repository.rules.filter(
      ({ by, pattern }) => by === "ruleset" && matchesPattern(pattern, params["branch"] ?? ""),
    );
    return paginate(context, rules, () => ({ type: "update", ruleset_source_type: "Repository", ruleset_id: 1 }));
  }),
  repositoryRoute("GET branches", READ, (context) =>
    paginate(context, branchesOf(context.repository), (branch) => renderBranch(context, branch)),
  ),
  repositoryRoute("GET branches/{branch}", READ, (context) => {
    const branch = context.params["branch"] ?? "";
    if (!context.repository.refs.has(`refs/heads/${branch}`)) throw new ApiError(404, "Branch not found");
    return { status: 200, body: renderBranch(context, branch) };
  }),
  repositoryRoute("GET commits", READ, (context) => {
    const sha = resolve(context.repository, context.query.get("sha") ?? context.repository.defaultBranch);
    return paginate(context, [...ancestors(context.repository.objects, sha)], (commit) =>
      renderCommit(context.world, context.repository, commit.sha),
    );
  }),
  repositoryRoute("GET commits/{ref}", READ, (context) => {
    const { world, repository, params } = context;
    const sha = resolve(repository, params["ref"] ?? "");
    const { tree, parents } = readCommit(repository.objects, sha);
    const parent = parents[0];
    const before = parent === undefined ? undefined : readCommit(repository.objects, parent).tree;
    const files = before === undefined ? [] : changedFiles(repository.objects, before, tree);
    return {
      status: 200,
      body: {
        ...renderCommit(world, repository, sha),
        files: files.map((file) => renderFile(world, repository, sha, file)),
      },
    };
  }),
  repositoryRoute("GET commits/{commit_sha}/pulls", [{ pull_requests: "read" }], (context) => {
    const sha = context.params["commit_sha"] ?? "";
    const found = pullsOf(context.repository).filter((pull) => [pull.head.sha, pull.mergeCommitSha].includes(sha));
    return paginate(context, found, (pull) => renderPullSummary(context.world, pull));
  }),
  repositoryRoute("GET compare/{basehead}", READ, compare),
  repositoryRoute("GET contents/{path}", READ, readContents),
];

/** For strangers to a public repository too; who is no user has none. */
function readPermission({ world, repository, params }: RepositoryContext) {
  const login = params["username"] ?? "";
  const user = world.accounts.get(login.toLowerCase());
  if (user?.type !== "User" || user.isDeleted) throw new ApiError(404, `${login} is not a user`);
  const role = roleOf(repository, user);
  const { permission, role_name } = roleNameOf(repository, user, role);
  return {
    status: 200,
    body: {
      permission,
      role_name,
      user: { ...renderAccount(world, user), permissions: createAccess(role), role_name },
    },
  };
}

function branchesOf({ refs }: Repository): string[] {
  return [...refs.keys()].flatMap((ref) => (ref.startsWith("refs/heads/") ? ref.slice(11) : [])).toSorted();
}

function renderBranch({ world, repository }: RepositoryContext, name: string) {
  const sha = repository.refs.get(`refs/heads/${name}`) ?? "";
  return { name, commit: renderCommit(world, repository, sha), protected: repository.rules.length > 0, _links: {} };
}

/** A branch, a tag or a whole commit id. Throws 404 or 422 as GitHub does for a name that is nothing. */
export function resolve({ objects, refs }: Repository, name: string): string {
  const sha = refs.get(`refs/heads/${name}`) ?? refs.get(`refs/tags/${name}`) ?? refs.get(`refs/${name}`) ?? name;
  const object = objects.get(sha);
  if (object?.type === "tag") return object.object;
  if (object?.type !== "commit") throw new ApiError(422, `No commit found for SHA: ${name}`);
  return sha;
}

function compare(context: RepositoryContext) {
  const { world, repository, params } = context;
  const [baseName = "", headName = ""] = (params["basehead"] ?? "").split("...");
  const [base, head] = [baseName, headName].map((name) => resolve(repository, name.split(":").at(-1) ?? "")) as [
    string,
    string,
  ];
  const { objects } = repository;
  const common = mergeBase(objects, base, head);
  if (common === undefined) throw new ApiError(404, `No common ancestor between ${baseName} and ${headName}.`);
  const ahead = commitsBetween(objects, base, head);
  const behind = commitsBetween(objects, head, base);
  const files = changedFiles(objects, readCommit(objects, common).tree, readCommit(objects, head).tree);
  const url = `${apiUrl(world, repository)}/compare/${baseName}...${headName}`;
  return paginate(
    context,
    ahead,
    ({ sha }) => renderCommit(world, repository, sha),
    (commits) => ({
      url,
      html_url: `${htmlUrl(repository)}/compare/${baseName}...${headName}`,
      base_commit: renderCommit(world, repository, base),
      merge_base_commit: renderCommit(world, repository, common),
      status: compareStatus(ahead.length, behind.length),
      ahead_by: ahead.length,
      behind_by: behind.length,
      total_commits: ahead.length,
      commits,
      files: files.slice(0, 300).map((file) => renderFile(world, repository, head, file)),
    }),
  );
}

function compareStatus(ahead: number, behind: number): string {
  if (ahead > 0) return behind > 0 ? "diverged" : "ahead";
  return behind > 0 ? "behind" : "identical";
}

/** GitHub lists no more of a directory; the Git data API does. */
const MAX_LISTED = 1_000;

function readContents({ world, repository, params, query }: RepositoryContext) {
  const path = params["path"] ?? "";
  const ref = query.get("ref") ?? repository.defaultBranch;
  const { objects } = repository;
  const commit = readCommit(objects, resolve(repository, ref));
  const entry = entryAt(objects, commit.tree, path);
  if (!entry) throw notFound();
  const item = (at: string, { mode, sha }: { mode: string; sha: string }) => {
    const isTree = mode === TREE_MODE;
    const size = isTree ? 0 : readBlob(objects, sha).content.length;
    const url = `${apiUrl(world, repository)}/contents/${at}?ref=${ref}`;
    const html = `${htmlUrl(repository)}/${isTree ? "tree" : "blob"}/${ref}/${at}`;
    const git = `${apiUrl(world, repository)}/git/${isTree ? "trees" : "blobs"}/${sha}`;
    const download = isTree ? null : `https://raw.githubusercontent.com/${fullName(repository)}/${ref}/${at}`;
    const name = at.split("/").at(-1);
    const links = { self: url, git, html };
    return {
      ...{ name, path: at, sha, size, url, html_url: html, git_url: git, download_url: download },
      type: isTree ? "dir" : "file",
      _links: links,
    };
  };
  if (entry.mode === TREE_MODE) {
    const entries = readTree(objects, entry.sha).entries.slice(0, MAX_LISTED);
    return { status: 200, body: entries.map((each) => item(path ? `${path}/${each.name}` : each.name, each)) };
  }
  const content = readBlob(objects, entry.sha).content.toString("base64");
  return { status: 200, body: { ...item(path, entry), content, encoding: "base64" } };
}
