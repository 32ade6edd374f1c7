/** The `Forge` port over Octokit. */
import { LRUCache } from "lru-cache";
import { RequestError } from "@octokit/request-error";
import type { Role } from "../core/review.ts";
import type { RepositoryRef } from "../core/snapshot.ts";
import type { Forge, PullRequestRequest } from "../tasks/forge.ts";
import type { GitHubClient, Identity } from "./client.ts";
import { commitFiles } from "./commit-files.ts";
import { MARK_READY } from "./queries.ts";
import { readRole } from "./read-role.ts";
import { readSnapshot, type SnapshotCaches } from "./read-snapshot.ts";
import { adoptOrThrow, repeatable } from "./uncertain.ts";

/** What forges of one process share. A cold cache costs requests, never correctness. */
export interface ForgeCaches extends SnapshotCaches {
  /** Roles by repository id and login, for five minutes: permission changes are rare and reviews come in bursts. */
  roles: { get(key: string): Role | undefined; set(key: string, role: Role): unknown };
}

export function createForgeCaches(): ForgeCaches {
  return {
    treeByCommit: new LRUCache<string, string>({ max: 10_000 }),
    statusByTree: new LRUCache<string, string>({ max: 50_000, maxSize: 64 * 2 ** 20, sizeCalculation: weight }),
    places: new LRUCache({ max: 10_000 }),
    roles: new LRUCache<string, Role>({ max: 10_000, ttl: 5 * 60_000 }),
  };
}

function sleepForReal(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}

function weight(text: string): number {
  return text.length + 64;
}

/** A forge for one installation. `octokit` acts as that installation; `self` is our bot user. */
export function createOctokitForge(
  octokit: GitHubClient,
  self: Identity,
  caches: ForgeCaches,
  { sleep = sleepForReal }: { sleep?: (ms: number) => Promise<void> } = {},
): Forge {
  return {
    readSnapshot: (repository, pullNumber) => readSnapshot(octokit, self, caches, repository, pullNumber),

    async readRole(repository, login) {
      const key = `${repository.id}:${login.toLowerCase()}`;
      const known = caches.roles.get(key);
      if (known) return known;
      const role = await readRole(octokit, repository, login);
      caches.roles.set(key, role);
      return role;
    },

    commitFiles: (repository, request) => commitFiles(octokit, caches, repository, request, sleep),

    openPullRequest: (repository, request) => openPullRequest(octokit, repository, request, { self, sleep }),

    async updatePullRequest({ owner, name: repo }, number, text) {
      await repeatable(() => octokit.rest.pulls.update({ owner, repo, pull_number: number, ...text }));
    },

    async markReady(nodeId) {
      await repeatable(() => octokit.graphql(MARK_READY, { id: nodeId }));
    },

    async addLabels({ owner, name: repo }, number, labels) {
      await repeatable(() => octokit.rest.issues.addLabels({ owner, repo, issue_number: number, labels }));
    },

    async ensureComment({ owner, name: repo }, number, { marker, body }) {
      const text = `${marker}\n${body}`;
      const find = () => findComment(octokit, { owner, repo, number, marker, self });
      const write = async () => {
        const { data } = await octokit.rest.issues.createComment({ owner, repo, issue_number: number, body: text });
        return { id: data.id, body: text };
      };
      const comment = (await find()) ?? (await adoptOrThrow(write, { find, sleep }));
      if (comment.body === text) return;
      await repeatable(() => octokit.rest.issues.updateComment({ owner, repo, comment_id: comment.id, body: text }));
    },

    async ensureCheckRun({ owner, name: repo }, { commit, name, externalId, conclusion, title, summary }) {
      // The default, `latest`, hides all but one run of a name.
      const runs = { ref: commit, check_name: name, filter: "all", per_page: 100 } as const;
      const find = async () => {
        const { data } = await octokit.rest.checks.listForRef({ owner, repo, ...runs });
        return data.check_runs.find((run) => run.external_id === externalId)?.id;
      };
      const write = async () => {
        const { data } = await octokit.rest.checks.create({
          ...{ owner, repo, head_sha: commit, name, external_id: externalId },
          status: "completed",
          conclusion,
          output: { title, summary },
        });
        return data.id;
      };
      if ((await find()) === undefined) await adoptOrThrow(write, { find, sleep });
    },
  };
}

/**
 * GitHub answers 422 when there is a pull request for the branch already, which is then ours to go on with, and where
 * drafts do not exist: an ordinary pull request is the next best thing.
 */
async function openPullRequest(
  octokit: GitHubClient,
  { owner, name: repo }: RepositoryRef,
  { head, base, title, body, isDraft }: PullRequestRequest,
  { self, sleep }: { self: Identity; sleep: (ms: number) => Promise<void> },
): Promise<{ number: number }> {
  const find = async () => {
    const { data } = await octokit.rest.pulls.list({ owner, repo, state: "open", head: `${owner}:${head}`, base });
    return data.find(({ user }) => user?.id === self.id);
  };
  const open = (draft: boolean) =>
    adoptOrThrow<{ number: number }>(
      async () => (await octokit.rest.pulls.create({ owner, repo, head, base, title, body, draft })).data,
      { find, sleep },
    );
  try {
    return { number: (await open(isDraft)).number };
  } catch (error) {
    if (!(error instanceof RequestError) || error.status !== 422) throw error;
    const existing = await find();
    if (existing) return { number: existing.number };
    if (!isDraft) throw error;
    return { number: (await open(false)).number };
  }
}

async function findComment(
  octokit: GitHubClient,
  {
    owner,
    repo,
    number,
    marker,
    self,
  }: { owner: string; repo: string; number: number; marker: string; self: Identity },
): Promise<{ id: number; body: string } | undefined> {
  for (let page = 1; ; page++) {
    const { data } = await octokit.rest.issues.listComments({ owner, repo, issue_number: number, per_page: 100, page });
    const ours = data.find(({ user, body }) => user?.id === self.id && body?.startsWith(marker));
    if (ours) return { id: ours.id, body: ours.body ?? "" };
    if (data.length < 100) return undefined;
  }
}
