/**
 * The port through which tasks read and change a repository: in the domain's words, answered by GitHub or by a
 * literal in a test. A task that runs again reads a fresh snapshot, finds its own work in it, and plans only the rest.
 */
import type { Role } from "../core/review.ts";
import type { NewFile, RepositoryRef, Snapshot } from "../core/snapshot.ts";

/** The branch is not where the plan thought it was: read again and plan again. */
export class MovedError extends Error {
  override readonly name = "MovedError";
}

/** A rule of the repository refuses the write: a protected branch, a ruleset, push protection. */
export class RefusedError extends Error {
  override readonly name = "RefusedError";
}

export interface CommitRequest {
  /** Short name, without `refs/heads/`. */
  branch: string;
  /** The commit to build on; the branch must stand there, or not exist when `create` is set. */
  parent: string;
  create: boolean;
  message: string;
  files: NewFile[];
}

export interface PullRequestRequest {
  head: string;
  base: string;
  title: string;
  body: string;
  /** Asks for a draft; where the repository has no drafts, an ordinary pull request is opened. */
  isDraft: boolean;
}

export interface CheckRunRequest {
  /** 40 hex digits. */
  commit: string;
  name: string;
  /** At most one check run per commit, name and external id is made. */
  externalId: string;
  conclusion: "failure" | "neutral" | "success";
  title: string;
  /** Markdown. */
  summary: string;
}

export interface Forge {
  readSnapshot(repository: RepositoryRef, pullNumber: number): Promise<Snapshot>;
  /** The role of a login; `none` for strangers to a private repository and for accounts that are gone. */
  readRole(repository: RepositoryRef, login: string): Promise<Role>;
  /** One commit, files added to the tree of `parent`. Throws `MovedError` or `RefusedError`. */
  commitFiles(repository: RepositoryRef, request: CommitRequest): Promise<void>;
  openPullRequest(repository: RepositoryRef, request: PullRequestRequest): Promise<{ number: number }>;
  updatePullRequest(repository: RepositoryRef, number: number, text: { title: string; body: string }): Promise<void>;
  /** Draft to ready, by the pull request's node id. */
  markReady(nodeId: string): Promise<void>;
  addLabels(repository: RepositoryRef, number: number, labels: string[]): Promise<void>;
  /** The one comment that starts with `marker`: written the first time, edited afterwards. */
  ensureComment(repository: RepositoryRef, number: number, comment: { marker: string; body: string }): Promise<void>;
  ensureCheckRun(repository: RepositoryRef, request: CheckRunRequest): Promise<void>;
}
