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

function weight(text: string): number {
  return text.length + 64;
}

/** A forge for one installation. `octokit` acts as that installation; `self` is our bot user. */
export function createOctokitForge(octokit: GitHubClient, self: Identity, caches: ForgeCaches): Forge {
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

    commitFiles: (repository, request) => commitFiles(octokit, caches, repository, request),

    openPullRequest: (repository, request) => openPullRequest(octokit, repository, request),

    async updatePullRequest({ owner, name: repo }, number, text) {
      await octokit.rest.pulls.update({ owner, repo, pull_number: number, ...text });
    },

    async markReady(nodeId) {
      await octokit.graphql(MARK_READY, { id: nodeId });
    },

    async addLabels({ owner, name: repo }, number, labels) {
      await octokit.rest.issues.addLabels({ owner, repo, issue_number: number, labels });
    },

    async ensureComment({ owner, name: repo }, number, { marker, body }) {
      const text = `${marker}\n${body}`;
      const existing = await findComment(octokit, { owner, repo, number, marker, self });
      if (existing === undefined) {
        await octokit.rest.issues.createComment({ owner, repo, issue_number: number, body: text });
      } else if (existing.body !== text) {
        await octokit.rest.issues.updateComment({ owner, repo, comment_id: existing.id, body: text });
      }
    },

    async ensureCheckRun({ owner, name: repo }, { commit, name, externalId, conclusion, title, summary }) {
      // The default, `latest`, hides all but one run of a name.
      const runs = { ref: commit, check_name: name, filter: "all", per_page: 100 } as const;
      const { data } = await octokit.rest.checks.listForRef({ owner, repo, ...runs });
      if (data.check_runs.some((run) => run.external_id === externalId)) return;
      await octokit.rest.checks.create({
        ...{ owner, repo, head_sha: commit, name, external_id: externalId },
        status: "completed",
        conclusion,
        output: { title, summary },
      });
    },
  };
}

/** Drafts do not exist in every repository (GitHub answers 422): an ordinary pull request is the next best thing. */
async function openPullRequest(
  octokit: GitHubClient,
  { owner, name: repo }: RepositoryRef,
  { head, base, title, body, isDraft }: PullRequestRequest,
): Promise<{ number: number }> {
  const open = (draft: boolean) => octokit.rest.pulls.create({ owner, repo, head, base, title, body, draft });
  try {
    return { number: (await open(isDraft)).data.number };
  } catch (error) {
    if (!isDraft || !(error instanceof RequestError) || error.status !== 422) throw error;
    return { number: (await open(false)).data.number };
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
