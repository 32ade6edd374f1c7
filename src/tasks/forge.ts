/**
 * The port through which tasks read and change a repository: in the domain's words, answered by GitHub or by a
 * literal in a test. A task that runs again reads a fresh snapshot, finds its own work in it, and plans only the rest.
 */
import type { CommitPlan } from "../core/commit-plan.ts";
import type { Role } from "../core/review.ts";
import type { Backlog, Contents, FollowUp, RepositoryRef, Snapshot, TreeFile } from "../core/snapshot.ts";

/** The branch is not where the plan thought it was: read again and plan again. */
export class MovedError extends Error {
  override readonly name = "MovedError";
}

/** A rule of the repository refuses the write: a protected branch, a ruleset, push protection. */
export class RefusedError extends Error {
  override readonly name: string = "RefusedError";
}

/** Push protection has found a secret in what is to be written. */
export class SecretError extends RefusedError {
  override readonly name = "SecretError";
}

/** The repository is there, and has no pull request of that number. */
export class NoPullRequestError extends Error {
  override readonly name = "NoPullRequestError";
}

export interface PullRequestRequest {
  head: string;
  base: string;
  title: string;
  body: string;
  /** Asks for a draft; where the repository has no drafts, an ordinary pull request is opened. */
  isDraft: boolean;
}

/** As it was opened, or as it stood already. */
export type OpenedPullRequest = Pick<FollowUp, "number" | "nodeId" | "isDraft">;

export interface CheckRunRequest {
  /** 40 hex digits. */
  commit: string;
  name: string;
  /**
   * What it is about and, after the last colon, what it says. A run is made where the newest of this commit and name
   * that is about the same says something else.
   */
  externalId: string;
  conclusion: "failure" | "neutral" | "success";
  title: string;
  /** Markdown. */
  summary: string;
  /** Problems on lines of files, plain text. */
  annotations?: readonly { path: string; line: number; level: "failure" | "warning"; message: string }[];
  /** Buttons, three at most. */
  actions?: readonly { label: string; description: string; identifier: string }[];
  /** Somebody asked for it again: a run that says the same already is completed once more. */
  isAskedAgain?: boolean;
}

/** A pull request by itself, without what was written on it. */
export interface PullRequestFacts {
  number: number;
  title: string;
  body: string;
  state: "open" | "closed" | "merged";
  author: { login: string; isBot: boolean } | null;
  mergedBy: string | null;
  /** ISO 8601; null while it is open. */
  closedAt: string | null;
  /** The commit on the base branch; null while it is not merged. */
  mergeCommit: string | null;
  /** `branch` is a short name, `sha` 40 hex digits. `isFork`: not a branch of this repository, or gone with its fork. */
  head: { branch: string; sha: string; isFork: boolean };
  base: { branch: string; sha: string };
}

/** Files that a pull request changes. */
export interface ChangedFiles {
  /** Relative to the root, old names of renamed files among them. */
  paths: readonly string[];
  /** GitHub lists 3,000 files at most. */
  isCutShort: boolean;
}

/** A comment that people wrote, as far as it is answered. */
export interface CommentTarget {
  kind: "issue-comment" | "review-comment" | "review";
  /** The numeric id that REST uses. */
  id: number;
  /** The pull request it stands on. */
  pullNumber: number;
  /** The comment that its review thread begins with; replies go there. */
  threadId?: number;
  /** ISO 8601: nothing of ours that answers it is older. */
  writtenAt: string;
}

export interface Forge {
  /** Throws `NoPullRequestError`. */
  readSnapshot(repository: RepositoryRef, pullNumber: number): Promise<Snapshot>;
  readBacklog(repository: RepositoryRef): Promise<Backlog>;
  /**
   * Every file of some directories at a commit, by the directory's path: its text by its name, `""` where it is no text.
   * A folder in them is there as its name and a slash; a directory that is not there is left out.
   */
  readDirectories(repository: RepositoryRef, commit: string, paths: readonly string[]): Promise<Contents>;
  /** Text files at a commit, or at a `refs/heads/…`, by path; one that is not there, or is no text, is left out. */
  readFiles(repository: RepositoryRef, commit: string, paths: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** What git has at paths of a commit, by path; where nothing stands is left out. */
  readEntries(
    repository: RepositoryRef,
    commit: string,
    paths: readonly string[],
  ): Promise<ReadonlyMap<string, TreeFile | "folder">>;
  readPullRequest(repository: RepositoryRef, number: number): Promise<PullRequestFacts>;
  /** Asked once for each head and base: a request for each hundred files. */
  readChangedFiles(
    repository: RepositoryRef,
    pull: Pick<PullRequestFacts, "number" | "head" | "base">,
  ): Promise<ChangedFiles>;
  /**
   * The role of a login; `none` for strangers to a private repository and for accounts that are gone. Up to five minutes
   * old, but for `isAnew`: GitHub is asked now, as it is for whoever commands.
   */
  readRole(repository: RepositoryRef, login: string, options?: { isAnew?: boolean }): Promise<Role>;
  /** One commit. Throws `MovedError` or `RefusedError`. */
  commitFiles(repository: RepositoryRef, commit: CommitPlan): Promise<void>;
  /** Makes a branch at a commit; false when the commit is gone. One that stands there already is left alone. */
  restoreBranch(repository: RepositoryRef, branch: string, commit: string): Promise<boolean>;
  /** Deletes a branch that stands at `head`; one that moved on or is gone is left alone. */
  deleteBranch(repository: RepositoryRef, branch: { name: string; head: string }): Promise<void>;
  openPullRequest(repository: RepositoryRef, request: PullRequestRequest): Promise<OpenedPullRequest>;
  updatePullRequest(repository: RepositoryRef, number: number, text: { title: string; body: string }): Promise<void>;
  closePullRequest(repository: RepositoryRef, number: number): Promise<void>;
  /** False when GitHub says that it cannot be reopened. */
  reopenPullRequest(repository: RepositoryRef, number: number): Promise<boolean>;
  /** Draft to ready, and back; where the repository has no drafts, nothing happens. */
  setDraft(followUp: Pick<FollowUp, "nodeId">, isDraft: boolean): Promise<void>;
  addLabels(repository: RepositoryRef, number: number, labels: string[]): Promise<void>;
  /** Asks for reviews; people who cannot be asked are passed over. */
  requestReviews(repository: RepositoryRef, number: number, logins: readonly string[]): Promise<void>;
  /**
   * The one comment that starts with `marker`: written the first time, edited afterwards. False where the conversation is
   * locked: then nothing is said.
   */
  ensureComment(repository: RepositoryRef, number: number, comment: { marker: string; body: string }): Promise<boolean>;
  /** A reaction on a comment; a review cannot have one, and then nothing happens. */
  react(repository: RepositoryRef, target: CommentTarget, reaction: "eyes" | "rocket" | "confused"): Promise<void>;
  /** The one answer to a comment, like `ensureComment`. */
  ensureReply(
    repository: RepositoryRef,
    target: CommentTarget,
    reply: { marker: string; body: string },
  ): Promise<boolean>;
  /** A lightweight tag; one that is there already is left alone. Throws `RefusedError`. */
  ensureTag(repository: RepositoryRef, name: string, commit: string): Promise<void>;
  ensureCheckRun(repository: RepositoryRef, request: CheckRunRequest): Promise<void>;
}
