/** One GraphQL request becomes a `Snapshot`; long lists and unread files cost a request per hundred more. */
import { parseConfig, type Config, type ParsedConfig } from "../core/config.ts";
import { DEFAULT_CONFIG } from "../core/config.ts";
import { followUpBranches } from "../core/branches.ts";
import type { Branch, DirectoryListing, FollowUp, RepositoryRef, Snapshot } from "../core/snapshot.ts";
import type { GitHubClient, Identity } from "./client.ts";
import { query } from "./graphql.ts";
import { readMoreFeedback, toPullRequestFeedback } from "./read-feedback.ts";
import {
  FILES_PER_QUERY,
  FilesAnswer,
  filesQuery,
  MORE_REFS,
  MoreRefsAnswer,
  SNAPSHOT,
  SnapshotAnswer,
  type Entries,
  type FollowUps,
  type RefNode,
} from "./queries.ts";

/** The places to read before the config is known: last time's, else the defaults. */
type Places = Pick<Config, "directory"> & { branchPrefix: string };

/** What outlives one read. All hold immutable facts or hints, so a lost cache costs requests and nothing else. */
export interface SnapshotCaches {
  /** The tree of a commit, by the SHA of each: what a new commit is built on. */
  treeByCommit: { get(commit: string): string | undefined; set(commit: string, tree: string): unknown };
  /** Text of `status.json` by the SHA of the directory's tree; `""` when it has none. */
  statusByTree: { get(tree: string): string | undefined; set(tree: string, text: string): unknown };
  /** Where a repository keeps its enhancements, by repository id. */
  places: { get(repository: number): Places | undefined; set(repository: number, places: Places): unknown };
}

/**
 * Reads a pull request and its repository. Throws when either does not exist or cannot be read.
 */
export async function readSnapshot(
  octokit: GitHubClient,
  self: Identity,
  caches: SnapshotCaches,
  repository: RepositoryRef,
  pullNumber: number,
): Promise<Snapshot> {
  const guess = caches.places.get(repository.id) ?? toPlaces(DEFAULT_CONFIG);
  const first = await ask(octokit, repository, pullNumber, guess);
  const config = toConfig(first);
  const places = config.ok ? toPlaces(config.config) : guess;
  const isElsewhere = places.directory !== guess.directory || places.branchPrefix !== guess.branchPrefix;
  caches.places.set(repository.id, places);
  const answer = isElsewhere ? await ask(octokit, repository, pullNumber, places) : first;

  const node = answer.repository;
  const base = node.defaultBranchRef;
  if (!base?.target) throw new Error(`${node.nameWithOwner} has no commit on its default branch`);
  if (!node.pullRequest) throw new Error(`${node.nameWithOwner} has no pull request ${pullNumber}`);

  const [owner = repository.owner, name = repository.name] = node.nameWithOwner.split("/");
  const ref: RepositoryRef = { id: node.databaseId, owner, name };
  const refs = node.refs ? await readRefs(octokit, ref, places, node.refs) : [];
  for (const commit of [base.target, ...refs.map(({ target }) => target)]) {
    if (commit) caches.treeByCommit.set(commit.oid, commit.tree.oid);
  }
  await readMoreFeedback(octokit, ref, node.pullRequest);
  const read = await statusReader(octokit, caches, ref, places.directory, [
    { head: base.target.oid, entries: base.target.directory },
    ...refs.flatMap(({ target }) => (target ? [{ head: target.oid, entries: target.directory }] : [])),
  ]);

  return {
    feedback: toPullRequestFeedback(ref, node.nameWithOwner, node.pullRequest),
    repository: {
      ref,
      url: node.url,
      isArchived: node.isArchived,
      defaultBranch: base.name,
      head: base.target.oid,
      config,
      directories: read(base.target.directory),
    },
    branches: refs.flatMap(({ name: branch, target }): Branch[] => {
      if (!target) return [];
      const isOurs = target.author?.email?.startsWith(`${self.id}+`) === true;
      return [{ name: places.branchPrefix + branch, head: target.oid, isOurs, directories: read(target.directory) }];
    }),
    followUps: [node.followUps1, node.followUps2, node.followUps3, node.followUps4].flatMap((list) =>
      toFollowUps(list, self, ref.id),
    ),
  };
}

function toPlaces(config: Config): Places {
  return { directory: config.directory, branchPrefix: config.follow_up.branch_prefix };
}

/** The repository's config, else its owner's, else the defaults. A file too large to be read as text is invalid. */
function toConfig({ repository, ownerDefaults }: SnapshotAnswer): ParsedConfig {
  const file =
    repository.defaultBranchRef?.target?.config?.object ?? ownerDefaults?.defaultBranchRef?.target?.config?.object;
  if (!file) return { ok: true, config: DEFAULT_CONFIG };
  return parseConfig(file.text ?? "\0");
}

async function ask(octokit: GitHubClient, { owner, name }: RepositoryRef, number: number, places: Places) {
  const [branch1, branch2, branch3, branch4] = followUpBranches(places.branchPrefix, number);
  const variables = {
    owner,
    name,
    number,
    directory: places.directory,
    refPrefix: `refs/heads/${places.branchPrefix}`,
    ...{ branch1, branch2, branch3, branch4 },
  };
  return query(octokit, SNAPSHOT, variables, SnapshotAnswer, { optional: ["ownerDefaults"] });
}

async function readRefs(
  octokit: GitHubClient,
  { owner, name }: RepositoryRef,
  { directory, branchPrefix }: Places,
  first: NonNullable<SnapshotAnswer["repository"]["refs"]>,
): Promise<RefNode[]> {
  const nodes = [...first.nodes];
  let page = first.pageInfo;
  while (page.hasNextPage) {
    const variables = { owner, name, refPrefix: `refs/heads/${branchPrefix}`, directory, after: page.endCursor };
    const { repository } = await query(octokit, MORE_REFS, variables, MoreRefsAnswer);
    nodes.push(...repository.refs.nodes);
    page = repository.refs.pageInfo;
  }
  return nodes;
}

/** Reads every `status.json` that the cache lacks, and gives a function from a listing to its directories. */
async function statusReader(
  octokit: GitHubClient,
  { statusByTree }: SnapshotCaches,
  { owner, name }: RepositoryRef,
  directory: string,
  places: { head: string; entries: Entries }[],
): Promise<(entries: Entries) => DirectoryListing[]> {
  const texts = new Map<string, string>();
  const unread = new Map<string, string>();
  for (const { head, entries } of places) {
    for (const entry of entries?.object?.entries ?? []) {
      if (entry.type !== "tree" || texts.has(entry.oid) || unread.has(entry.oid)) continue;
      const known = statusByTree.get(entry.oid);
      if (known === undefined) unread.set(entry.oid, `${head}:${directory}/${entry.name}/status.json`);
      else texts.set(entry.oid, known);
    }
  }
  const wanted = [...unread];
  for (let start = 0; start < wanted.length; start += FILES_PER_QUERY) {
    const batch = wanted.slice(start, start + FILES_PER_QUERY);
    const expressions = Object.fromEntries(batch.map(([, expression], index) => [`e${index}`, expression]));
    const { repository } = await query(octokit, filesQuery(batch.length), { owner, name, ...expressions }, FilesAnswer);
    for (const [index, [tree]] of batch.entries()) {
      const text = repository[`f${index}`]?.text ?? "";
      texts.set(tree, text);
      statusByTree.set(tree, text);
    }
  }
  return (entries) =>
    (entries?.object?.entries ?? []).map(({ name: entry, oid }) => {
      const statusJson = texts.get(oid);
      return statusJson === undefined || statusJson === "" ? { name: entry } : { name: entry, statusJson };
    });
}

function toFollowUps({ nodes }: FollowUps, self: Identity, repositoryId: number): FollowUp[] {
  return (nodes ?? [])
    .filter((node) => node !== null)
    .map((node) => ({
      number: node.number,
      nodeId: node.id,
      url: node.url,
      branch: node.headRefName,
      state: ({ OPEN: "open", CLOSED: "closed", MERGED: "merged" } as const)[node.state],
      isOurs: node.author?.databaseId === self.id && node.headRepository?.databaseId === repositoryId,
      isDraft: node.isDraft,
      title: node.title,
      body: node.body,
      labels: (node.labels?.nodes ?? []).flatMap((label) => (label ? [label.name] : [])),
    }));
}
