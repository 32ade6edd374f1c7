/** The `Forge` port over Octokit. */
import { LRUCache } from "lru-cache";
import type { Role } from "../core/review.ts";
import type { ChangedFiles, Forge } from "../tasks/forge.ts";
import { deleteBranch, ensureTag, restoreBranch } from "./branches.ts";
import { ensureCheckRun } from "./check-runs.ts";
import type { GitHubClient, Identity } from "./client.ts";
import { commitFiles } from "./commit-files.ts";
import { openPullRequest, reopenPullRequest, requestReviews, setDraft } from "./pull-requests.ts";
import { readBacklog, type SnapshotCaches } from "./read-backlog.ts";
import { readEntries } from "./read-entries.ts";
import { readDirectories, readFiles } from "./read-files.ts";
import { readChangedFiles, readPullRequest } from "./read-pull-request.ts";
import { readRole } from "./read-role.ts";
import { readSnapshot } from "./read-snapshot.ts";
import { ensureComment, ensureReply, react } from "./replies.ts";
import { repeatable } from "./uncertain.ts";

/** What forges of one process share. A cold cache costs requests, never correctness. */
export interface ForgeCaches extends SnapshotCaches {
  /** Roles by repository id and login, for five minutes: permission changes are rare and reviews come in bursts. */
  roles: { get(key: string): Role | undefined; set(key: string, role: Role): unknown; clear(): void };
  /** What a pull request changes, by its number, head and base: what the base takes in is changed no more. */
  changedFiles: {
    get(key: string): ChangedFiles | undefined;
    set(key: string, files: ChangedFiles): unknown;
    clear(): void;
  };
}

export function createForgeCaches(): ForgeCaches {
  return {
    treeByCommit: new LRUCache<string, string>({ max: 10_000 }),
    statusByTree: new LRUCache<string, string>({ max: 50_000, maxSize: 64 * 2 ** 20, sizeCalculation: weight }),
    places: new LRUCache({ max: 10_000 }),
    roles: new LRUCache<string, Role>({ max: 10_000, ttl: 5 * 60_000 }),
    changedFiles: new LRUCache<string, ChangedFiles>({
      ...{ max: 10_000, maxSize: 100_000 },
      sizeCalculation: ({ paths }) => paths.length + 1,
    }),
  };
}

/** Forgets everything: of whom each entry was is not worth remembering for the few times that somebody leaves. */
export function clearForgeCaches({ treeByCommit, statusByTree, places, roles, changedFiles }: ForgeCaches): void {
  for (const cache of [treeByCommit, statusByTree, places, roles, changedFiles]) cache.clear();
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
    readEntries: (repository, commit, paths) => readEntries(octokit, repository, commit, paths),
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

    ensureCheckRun: (repository, request) => ensureCheckRun({ octokit, sleep }, repository, request),
    readPullRequest: (repository, number) => readPullRequest(octokit, repository, number),

    async readChangedFiles(repository, pull) {
      const key = `${repository.id}:${pull.number}:${pull.head.sha}:${pull.base.branch}:${pull.base.sha}`;
      const known = caches.changedFiles.get(key);
      if (known) return known;
      const files = await readChangedFiles(octokit, repository, pull.number);
      caches.changedFiles.set(key, files);
      return files;
    },
  };
}
