/** Repositories, accounts and the root of GraphQL queries. */
import { canSee, refuseSuspended } from "../http/access.ts";
import { actorOf } from "../http/auth.ts";
import { remainingFor } from "../http/rate-limit.ts";
import { fullName, type Account, type Issue, type PullRequest, type Repository } from "../model.ts";
import { conversationUrl } from "../render/conversation.ts";
import { renderAccount } from "../render/account.ts";
import { htmlUrl, pullsOf } from "../world.ts";
import { connection } from "./connection.ts";
import { granted, GraphqlError, textArgument, type Arguments, type Fields, type GraphqlContext } from "./fields.ts";
import { resolveExpression, toGitNode, type RefNode } from "./git-fields.ts";

const byNodeId = ({ nodeId }: { nodeId: string }) => nodeId;
const itself = (repository: Repository) => repository;

const ACCOUNT: Fields<Account> = {
  id: ({ nodeId }) => nodeId,
  databaseId: ({ id }) => id,
  login: ({ login, type }) => (type === "Bot" ? login.replace(/\[bot\]$/, "") : login),
  url: (account) => renderAccount({ url: "" }, account).html_url,
  avatarUrl: (account) => renderAccount({ url: "" }, account).avatar_url,
  createdAt: ({ createdAt }) => createdAt,
};

export const REPOSITORY_FIELDS = {
  User: { ...ACCOUNT, name: ({ login }) => login } satisfies Fields<Account>,
  Bot: ACCOUNT,
  Organization: { ...ACCOUNT, name: ({ login }) => login } satisfies Fields<Account>,
  Repository: {
    id: ({ nodeId }) => nodeId,
    databaseId: ({ id }) => id,
    name: ({ name }) => name,
    nameWithOwner: fullName,
    owner: ({ owner }) => owner,
    url: htmlUrl,
    description: ({ description }) => description,
    isArchived: ({ isArchived }) => isArchived,
    isPrivate: ({ isPrivate }) => isPrivate,
    isFork: ({ parent }) => parent !== null,
    isEmpty: ({ refs }) => refs.size === 0,
    isDisabled: () => false,
    isLocked: () => false,
    visibility: ({ isPrivate }) => (isPrivate ? "PRIVATE" : "PUBLIC"),
    parent: ({ parent }) => parent,
    defaultBranchRef: granted({ contents: "read" }, itself, (repository) =>
      toRef(repository, `refs/heads/${repository.defaultBranch}`, "refs/heads/"),
    ),
    ref: granted({ contents: "read" }, itself, (repository, args) => {
      const name = textArgument(args, "qualifiedName");
      const full = name.startsWith("refs/") ? name : `refs/heads/${name}`;
      return toRef(repository, full, /^refs\/[^/]+\//.exec(full)?.[0] ?? "");
    }),
    refs: granted({ contents: "read" }, itself, (repository, args) => {
      const prefix = textArgument(args, "refPrefix");
      const query = args["query"];
      const found = [...repository.refs.keys()]
        .filter(
          (ref) => ref.startsWith(prefix) && (typeof query !== "string" || ref.slice(prefix.length).includes(query)),
        )
        .toSorted();
      const nodes = found.map((ref) => toRef(repository, ref, prefix));
      return connection("refs", nodes, (node) => node?.ref ?? "", args);
    }),
    object: granted({ contents: "read" }, itself, (repository, args) => {
      const { oid, expression } = args;
      if (typeof oid === "string") return toGitNode(repository, oid);
      return resolveExpression(repository, typeof expression === "string" ? expression : "HEAD");
    }),
    pullRequest: granted({ pull_requests: "read" }, itself, (repository, args) => {
      const found = repository.conversations.get(Number(args["number"]));
      if (found?.type === "PullRequest") return found;
      throw new GraphqlError(
        "NOT_FOUND",
        `Could not resolve to a PullRequest with the number of ${String(args["number"])}.`,
      );
    }),
    pullRequests: granted({ pull_requests: "read" }, itself, (repository, args) =>
      connection("pullRequests", findPulls(repository, args), byNodeId, args),
    ),
    issue: granted({ issues: "read" }, itself, (repository, args) => {
      const found = repository.conversations.get(Number(args["number"]));
      if (found?.type === "Issue") return found;
      throw new GraphqlError(
        "NOT_FOUND",
        `Could not resolve to an Issue with the number of ${String(args["number"])}.`,
      );
    }),
    labels: ({ labels }, args) => connection("labels", [...labels.values()], byNodeId, args),
  } satisfies Fields<Repository>,
  Issue: {
    id: ({ nodeId }) => nodeId,
    databaseId: ({ id }) => id,
    fullDatabaseId: ({ id }) => String(id),
    number: ({ number }) => number,
    title: ({ title }) => title,
    body: ({ body }) => body,
    state: ({ state }) => state.toUpperCase(),
    url: conversationUrl,
    author: ({ author }) => (author.isDeleted ? null : author),
    createdAt: ({ createdAt }) => createdAt,
    repository: ({ repository }) => repository,
    labels: ({ labels }, args) => connection("labels", labels, byNodeId, args),
    comments: ({ comments }, args) => connection("comments", comments, byNodeId, args),
  } satisfies Fields<Issue>,
  Query: {
    rateLimit: (_root, _args, { world, auth }) => ({ cost: 1, nodeCount: 1, ...toLimit(world, auth) }),
    viewer: (_root, _args, { auth }) => viewerOf(auth),
    repository: (_root, args, context) =>
      findRepository(context, textArgument(args, "owner"), textArgument(args, "name")),
    node: (_root, args, context) => findNode(context, textArgument(args, "id")),
    nodes: (_root, args, context) => {
      const ids = Array.isArray(args["ids"]) ? (args["ids"] as string[]) : [];
      return ids.map((id) => findNode(context, id));
    },
  } satisfies Fields<unknown>,
};

function toLimit(world: GraphqlContext["world"], auth: GraphqlContext["auth"]) {
  const { resetAt, ...limit } = remainingFor(world, auth);
  return { ...limit, resetAt: resetAt.toISOString().replace(/\.\d+Z$/, "Z") };
}

function viewerOf(auth: GraphqlContext["auth"]): Account {
  return actorOf(auth);
}

function toRef(repository: Repository, ref: string, prefix: string): RefNode | null {
  return repository.refs.has(ref) ? { type: "Ref", repository, ref, prefix } : null;
}

function findPulls(repository: Repository, args: Arguments): PullRequest[] {
  const { headRefName, baseRefName, states, labels, orderBy } = args;
  const found = pullsOf(repository).filter((pull) => {
    const state = pull.mergedAt === null ? pull.state.toUpperCase() : "MERGED";
    return (
      (typeof headRefName !== "string" || pull.head.ref === headRefName) &&
      (typeof baseRefName !== "string" || pull.base.ref === baseRefName) &&
      (!Array.isArray(states) || states.includes(state)) &&
      (!Array.isArray(labels) || pull.labels.some(({ name }) => labels.includes(name)))
    );
  });
  const { field = "CREATED_AT", direction = "ASC" } = (orderBy ?? {}) as { field?: string; direction?: string };
  const key = field === "UPDATED_AT" ? "updatedAt" : "createdAt";
  const ascending = found.toSorted((a, b) => a[key].localeCompare(b[key]) || a.number - b.number);
  return direction === "DESC" ? ascending.reverse() : ascending;
}

/** A former name leads on. What may not be seen is not there. */
function findRepository({ world, auth }: GraphqlContext, owner: string, name: string): Repository {
  refuseSuspended(auth);
  const found = world.names.get(`${owner}/${name}`.toLowerCase());
  if (found && canSee(auth, found)) return found;
  throw new GraphqlError("NOT_FOUND", `Could not resolve to a Repository with the name '${owner}/${name}'.`);
}

function findNode({ world, auth }: GraphqlContext, id: string) {
  const node = world.nodes.get(id);
  const repository = node && repositoryOfNode(node);
  if (!node || (repository && !canSee(auth, repository))) {
    throw new GraphqlError("NOT_FOUND", `Could not resolve to a node with the global id of '${id}'`);
  }
  return node;
}

function repositoryOfNode(node: object): Repository | undefined {
  if ("pull" in node) return (node.pull as PullRequest).repository;
  if ("conversation" in node) return (node.conversation as Issue).repository;
  return "repository" in node ? (node.repository as Repository) : undefined;
}
