/** The `Forge` port over Octokit. */
import { LRUCache } from "lru-cache";
import type { Role } from "../core/review.ts";
import type { Forge } from "../tasks/forge.ts";
import { deleteBranch, ensureTag, restoreBranch } from "./branches.ts";
import type { GitHubClient, Identity } from "./client.ts";
import { commitFiles } from "./commit-files.ts";
import { openPullRequest, reopenPullRequest, requestReviews, setDraft } from "./pull-requests.ts";
import { readBacklog, type SnapshotCaches } from "./read-backlog.ts";
import { readDirectories, readFiles } from "./read-files.ts";
import { readRole } from "./read-role.ts";
import { readSnapshot } from "./read-snapshot.ts";
import { ensureComment, ensureReply, react } from "./replies.ts";
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
  { sleep = sleepForReal }: { sleep?: (ms: number) => Promise<unknown> } = {},
): Forge {
  const speaker = { octokit, self, sleep };
  return {
    readSnapshot: (repository, pullNumber) => readSnapshot({ octokit, self, caches }, repository, pullNumber),
    readBacklog: (repository) => readBacklog({ octokit, self, caches }, repository),
    readFiles: (repository, commit, paths) => readFiles(octokit, repository, commit, paths),
    readDirectories: (repository, commit, paths) => readDirectories(octokit, repository, commit, paths),

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

    async closePullRequest({ owner, name: repo }, number) {
      await repeatable(() => octokit.rest.pulls.update({ owner, repo, pull_number: number, state: "closed" }));
    },

    reopenPullRequest: (repository, number) => reopenPullRequest(octokit, repository, number),
    setDraft: ({ nodeId }, isDraft) => setDraft(octokit, nodeId, isDraft),
    requestReviews: (repository, number, logins) => requestReviews(octokit, repository, number, logins),
    restoreBranch: (repository, branch, commit) => restoreBranch(octokit, repository, branch, commit),
    deleteBranch: (repository, branch) => deleteBranch(octokit, repository, branch),

    async addLabels({ owner, name: repo }, number, labels) {
      await repeatable(() => octokit.rest.issues.addLabels({ owner, repo, issue_number: number, labels }));
    },

    ensureComment: (repository, number, comment) => ensureComment(speaker, repository, number, comment),
    ensureReply: (repository, target, reply) => ensureReply(speaker, repository, target, reply),
    react: (repository, target, reaction) => react(speaker, repository, target, reaction),
    ensureTag: (repository, name, commit) => ensureTag(octokit, repository, name, commit),

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
