/** The state of one simulated GitHub, and the few questions that everything asks of it. */
import { notFound } from "./api-error.ts";
import { fullName, type Account, type Node, type PullRequest, type Issue, type Repository } from "./model.ts";
import type { App, Delivery, Installation, Token } from "./model-apps.ts";

export interface World {
  /** Base URL of the API, without a slash at its end. */
  url: string;
  clock: () => Date;
  /** By lower-case login. */
  accounts: Map<string, Account>;
  repositories: Map<number, Repository>;
  /** Lower-case `owner/name`, old ones too. */
  names: Map<string, Repository>;
  apps: App[];
  installations: Installation[];
  tokens: Map<string, Token>;
  nodes: Map<string, Node>;
  deliveries: Delivery[];
  lastIds: Map<string, number>;
  /** What the simulator was asked and does not know. */
  violations: string[];
  /** Sends a recorded webhook; set by whoever has a network. */
  send: (delivery: Delivery, options: { isRedelivery: boolean }) => Promise<number>;
}

export function createWorld(url: string, clock: () => Date): World {
  return {
    url,
    clock,
    accounts: new Map(),
    repositories: new Map(),
    names: new Map(),
    apps: [],
    installations: [],
    tokens: new Map(),
    nodes: new Map(),
    deliveries: [],
    lastIds: new Map(),
    violations: [],
    send: () => Promise.resolve(0),
  };
}

/** The present as GitHub writes it: UTC, whole seconds. */
export function now({ clock }: Pick<World, "clock">): string {
  return toTimestamp(clock());
}

export function toTimestamp(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`;
}

/** Kinds count from different places, so that ids mistaken for one another fail. */
const FIRST_IDS: Record<string, number> = {
  account: 1_000,
  repository: 200_000,
  installation: 40_000,
  issue: 3_000_000,
  pull: 5_000_000,
  review: 700_000_000,
  thread: 900_000,
  "review comment": 1_100_000_000,
  "issue comment": 1_300_000_000,
  reaction: 600_000,
  label: 800_000,
  "check run": 50_000_000_000,
  delivery: 90_000_000_000,
  token: 0,
  hook: 400,
};

export function nextId({ lastIds }: World, kind: string): number {
  const id = (lastIds.get(kind) ?? FIRST_IDS[kind] ?? 0) + 1;
  lastIds.set(kind, id);
  return id;
}

const NODE_PREFIXES: Record<string, string> = {
  User: "U",
  Bot: "BOT",
  Organization: "O",
  Repository: "R",
  Issue: "I",
  PullRequest: "PR",
  PullRequestReview: "PRR",
  PullRequestReviewThread: "PRRT",
  PullRequestReviewComment: "PRRC",
  IssueComment: "IC",
  Label: "LA",
  Reaction: "REA",
  CheckRun: "CR",
  App: "A",
  Installation: "I",
};

/** Opaque like GitHub's, unique, and the same over REST, GraphQL and webhooks. */
export function toNodeId(type: string, id: number): string {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(BigInt(id));
  return `${NODE_PREFIXES[type] ?? type}_kwDO${Buffer.concat([Buffer.from(type.slice(-2)), bytes]).toString("base64url")}`;
}

/** Makes an object findable by its node id. */
export function register<Each extends Node>(world: World, node: Each): Each {
  world.nodes.set(node.nodeId, node);
  return node;
}

/** Throws 404, as GitHub answers, for a login nobody has. */
export function accountOf(world: World, login: string): Account {
  const account = world.accounts.get(login.toLowerCase());
  if (!account || account.isDeleted) throw notFound();
  return account;
}

/** By present or former `owner/name`; throws 404. */
export function repositoryOf(world: World, name: string): Repository {
  const repository = world.names.get(name.toLowerCase());
  if (!repository || repository.isDeleted) throw notFound();
  return repository;
}

export function pullOf(repository: Repository, number: number): PullRequest {
  const found = repository.conversations.get(number);
  if (found?.type !== "PullRequest") throw notFound();
  return found;
}

export function conversationOf(repository: Repository, number: number): Issue | PullRequest {
  const found = repository.conversations.get(number);
  if (!found) throw notFound();
  return found;
}

export function pullsOf(repository: Repository): PullRequest[] {
  return [...repository.conversations.values()].filter((each) => each.type === "PullRequest");
}

export function htmlUrl(repository: Repository): string {
  return `https://github.com/${fullName(repository)}`;
}

export function apiUrl({ url }: World, repository: Repository): string {
  return `${url}/repos/${fullName(repository)}`;
}
