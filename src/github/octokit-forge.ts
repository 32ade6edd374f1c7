/** The `Forge` port over Octokit. */
import type { Forge } from "../tasks/forge.ts";
import { deleteBranch, ensureTag, restoreBranch } from "./branches.ts";
import { ensureCheckRun } from "./check-runs.ts";
import type { GitHubClient, Identity } from "./client.ts";
import { commitFiles } from "./commit-files.ts";
import type { ForgeCaches } from "./forge-caches.ts";
import { openPullRequest, reopenPullRequest, requestReviews, setDraft } from "./pull-requests.ts";
import { readBacklog } from "./read-backlog.ts";
import { readEntries } from "./read-entries.ts";
import { readDirectories, readFiles } from "./read-files.ts";
import { readChangedFiles, readPullRequest } from "./read-pull-request.ts";
import { readRole } from "./read-role.ts";
import { readSnapshot } from "./read-snapshot.ts";
import { ensureComment, ensureReply, react } from "./replies.ts";
import { repeatable } from "./uncertain.ts";

function sleepForReal(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
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

    async readRole(repository, login, { isAnew = false } = {}) {
      const key = `${repository.id}:${login.toLowerCase()}`;
      const known = isAnew ? undefined : caches.roles.get(key);
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
