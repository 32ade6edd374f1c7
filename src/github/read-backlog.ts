/** The enhancements of a repository, out of GraphQL's answers; long lists and unread files cost a request per hundred more. */
import { CONFIG_PATH, DEFAULT_CONFIG, MISNAMED_CONFIG_PATH, type Config } from "../core/config.ts";
import { parseConfigs, type ParsedConfig } from "../core/parse-config.ts";
import { rollingBranch } from "../core/branches.ts";
import { FOLLOW_UP_LABEL } from "../core/follow-up-labels.ts";
import type { Backlog, Branch, DirectoryListing, FollowUp, RepositoryRef } from "../core/snapshot.ts";
import type { GitHubClient, Identity } from "./client.ts";
import { query } from "./graphql.ts";
import { BacklogAnswer, FilesAnswer, MoreRefsAnswer, type Entries, type FollowUps, type RefNode } from "./answers.ts";
import { createPortion, inBatches, type Portion } from "./portion.ts";
import { BACKLOG, FILES_PER_QUERY, filesQuery, FULL_PAGE, MORE_REFS } from "./queries.ts";
import { readMoreEnded, type EndedCache } from "./read-ended.ts";
import { readMoreOpen } from "./read-open.ts";

/** The places to read before the config is known: last time's, else the defaults. */
export interface Places {
  directory: string;
  branchPrefix: string;
}

/** What outlives one read. All hold immutable facts or hints, so a lost cache costs requests and nothing else. */
export interface SnapshotCaches {
  /** The tree of a commit, by the SHA of each: what a new commit is built on. */
  treeByCommit: { get(commit: string): string | undefined; set(commit: string, tree: string): unknown; clear(): void };
  /** Text of `status.json` by the SHA of the directory's tree; `""` when it has none. */
  statusByTree: { get(tree: string): string | undefined; set(tree: string, text: string): unknown; clear(): void };
  /** Where a repository keeps its enhancements, by repository id. */
  places: {
    get(repository: number): Places | undefined;
    set(repository: number, places: Places): unknown;
    clear(): void;
  };
  /** What was decided in follow-ups that ended, by repository id. */
  ended: EndedCache;
}

interface Reader {
  octokit: GitHubClient;
  self: Identity;
  caches: SnapshotCaches;
}

/** Reads the backlog. Throws when the repository does not exist, is empty, or cannot be read. */
export async function readBacklog(reader: Reader, repository: RepositoryRef): Promise<Backlog> {
  const { octokit } = reader;
  const { owner, name } = repository;
  const portion = createPortion(FULL_PAGE);
  const { answer, places } = await askAtPlaces(reader, repository, (where) => {
    const variables = { owner, name, ...variablesOf(where) };
    return portion((page) =>
      query(octokit, BACKLOG, { ...variables, page }, BacklogAnswer, { optional: ["ownerDefaults"] }),
    );
  });
  return toBacklog({ ...reader, portion }, answer, places);
}

/** Asks where the enhancements were last time, and again when the answer's config says that they are elsewhere. */
export async function askAtPlaces<Answer extends BacklogAnswer>(
  { caches }: Pick<Reader, "caches">,
  { id }: RepositoryRef,
  ask: (places: Places) => Promise<Answer>,
): Promise<{ answer: Answer; places: Places }> {
  const guess = caches.places.get(id) ?? toPlaces(DEFAULT_CONFIG);
  const first = await ask(guess);
  const { config } = toConfig(first);
  const places = config.ok ? toPlaces(config.config) : guess;
  caches.places.set(id, places);
  const isElsewhere = JSON.stringify(places) !== JSON.stringify(guess);
  return { answer: isElsewhere ? await ask(places) : first, places };
}

/** The variables of the backlog's fields. */
export function variablesOf({ directory, branchPrefix }: Places) {
  return {
    directory,
    refPrefix: `refs/heads/${branchPrefix}`,
    rolling: rollingBranch(branchPrefix),
    labels: [FOLLOW_UP_LABEL],
  };
}

/** Reads what the answer has no room for, in portions like the answer's, and makes a backlog of the whole. */
export async function toBacklog(
  { octokit, self, caches, portion }: Reader & { portion: Portion },
  answer: BacklogAnswer,
  places: Places,
): Promise<Backlog> {
  const node = answer.repository;
  const base = node.defaultBranchRef;
  if (!base?.target) throw new Error(`${node.nameWithOwner} has no commit on its default branch`);
  const ref = toRef(answer);
  const refs = node.refs ? await readRefs(octokit, ref, places, { first: node.refs, portion }) : [];
  for (const commit of [base.target, ...refs.map(({ target }) => target)]) {
    if (commit) caches.treeByCommit.set(commit.oid, commit.tree.oid);
  }
  const { labels } = variablesOf(places);
  const moreOpen = await readMoreOpen(octokit, ref, node, { labels, portion });
  const ended = await readMoreEnded(octokit, ref, node, { cache: caches.ended, labels, portion });
  const read = await statusReader(octokit, caches, ref, places.directory, [
    { head: base.target.oid, entries: base.target.directory },
    ...refs.flatMap(({ target }) => (target ? [{ head: target.oid, entries: target.directory }] : [])),
  ]);
  return {
    repository: {
      ref,
      url: node.url,
      isArchived: node.isArchived,
      isPrivate: node.isPrivate,
      defaultBranch: base.name,
      head: base.target.oid,
      ...toConfig(answer),
      directories: read(base.target.directory),
    },
    branches: refs.flatMap(({ name: branch, target }): Branch[] => {
      if (!target) return [];
      const isOurs = target.author?.email?.startsWith(`${self.id}+`) === true;
      const parents = (target.parents.nodes ?? []).flatMap((parent) => parent?.oid ?? []);
      const name = places.branchPrefix + branch;
      return [{ name, head: target.oid, parents, isOurs, directories: read(target.directory) }];
    }),
    generated: toGenerated([ended, node.generated, moreOpen, node.rolling], self, ref.id),
  };
}

/** The repository by its names of today: it may have been renamed since the job was stored. */
export function toRef({ repository: { databaseId, nameWithOwner } }: BacklogAnswer): RepositoryRef {
  const [owner = "", name = ""] = nameWithOwner.split("/");
  return { id: databaseId, owner, name };
}

function toPlaces({ directory, follow_up }: Config): Places {
  return { directory, branchPrefix: follow_up.branch_prefix };
}

/** What the configs of the owner and of the repository make together; the defaults where there is neither. */
function toConfig(answer: BacklogAnswer): { config: ParsedConfig; hasConfig: boolean } {
  const { owner, name } = toRef(answer);
  const defaults = name === ".github" ? undefined : answer.ownerDefaults;
  const places = [
    { prefix: `${owner}/.github/`, isWithheld: defaults?.isPrivate === true, ...defaults?.defaultBranchRef?.target },
    { prefix: "", isWithheld: false, ...answer.repository.defaultBranchRef?.target },
  ];
  const files = places.flatMap(({ prefix, isWithheld, config, misnamed }) => {
    const [path, file] = config?.object ? [CONFIG_PATH, config.object] : [MISNAMED_CONFIG_PATH, misnamed?.object];
    return file ? [{ path: prefix + path, text: file.text ?? null, isWithheld }] : [];
  });
  return { config: parseConfigs(files), hasConfig: files.length > 0 };
}

async function readRefs(
  octokit: GitHubClient,
  { owner, name }: RepositoryRef,
  { directory, branchPrefix }: Places,
  { first, portion }: { first: NonNullable<BacklogAnswer["repository"]["refs"]>; portion: Portion },
): Promise<RefNode[]> {
  const nodes = [...first.nodes];
  let page = first.pageInfo;
  while (page.hasNextPage) {
    const variables = { owner, name, refPrefix: `refs/heads/${branchPrefix}`, directory, after: page.endCursor };
    const { repository } = await portion((size) =>
      query(octokit, MORE_REFS, { ...variables, page: size }, MoreRefsAnswer),
    );
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
  const ask = (batch: readonly (readonly [tree: string, expression: string])[]) => {
    const expressions = Object.fromEntries(batch.map(([, expression], index) => [`e${index}`, expression]));
    return query(octokit, filesQuery(batch.length), { owner, name, ...expressions }, FilesAnswer);
  };
  for await (const [batch, { repository }] of inBatches([...unread], FILES_PER_QUERY, ask)) {
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

/**
 * Ours, the newest first: those with our label, and the rolling ones, which a person may have closed before they were given
 * theirs. What several lists have is as the last of them has it.
 */
function toGenerated(lists: readonly FollowUps[], self: Identity, repositoryId: number) {
  const all = lists.flatMap((list) => toFollowUps(list, self, repositoryId));
  const once = [...new Map(all.map((each) => [each.number, each])).values()];
  return once.filter(({ isOurs }) => isOurs).sort((one, other) => other.number - one.number);
}

/** Pull requests from branches of this repository as follow-ups, whoever opened them. A fork's branch may have any name. */
export function toFollowUps({ nodes }: FollowUps, self: Identity, repositoryId: number): FollowUp[] {
  return nodes
    .filter(({ headRepository }) => headRepository?.databaseId === repositoryId)
    .map((node) => ({
      number: node.number,
      nodeId: node.id,
      url: node.url,
      branch: node.headRefName,
      state: ({ OPEN: "open", CLOSED: "closed", MERGED: "merged" } as const)[node.state],
      closedAt: node.closedAt,
      isOurs: node.author?.databaseId === self.id,
      isDraft: node.isDraft,
      title: node.title,
      body: node.body,
      headSha: node.headRefOid,
      labels: (node.labels?.nodes ?? []).flatMap((label) => (label ? [label.name] : [])),
    }));
}
