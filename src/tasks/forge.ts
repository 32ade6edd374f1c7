/**
 * The port through which tasks read and change a repository: in the domain's words, answered by GitHub,
 * by a working copy, or by a literal in a test. Every write is an *ensure*: made again, it finds its own work.
 */
import type { PullRequestFeedback, Role } from "../core/review.ts";

/** Names a repository for a forge; `id` outlives a rename. */
export interface RepositoryRef {
  id: number;
  owner: string;
  name: string;
}

/** What a directory under `enhancements/` holds, as far as planning needs it. */
export interface DirectoryListing {
  name: string;
  /** Text of `status.json`, if there is one and it could be read as text. */
  statusJson?: string;
}

/** A branch under our prefix, as it stands now. */
export interface FollowUpBranch {
  name: string;
  head: string;
  /** Every commit we can see at its head was made by us: its head's author is our bot user. */
  isOurs: boolean;
  /** Names under the enhancements directory on this branch; `statusJson` only where it was asked for. */
  directories: DirectoryListing[];
}

/** A pull request whose head is one of our branches. */
export interface FollowUp {
  number: number;
  url: string;
  branch: string;
  state: "open" | "closed" | "merged";
  isOurs: boolean;
  isDraft: boolean;
  title: string;
  body: string;
  labels: string[];
}

/** All that a capture needs to know of a pull request and its repository, read at one moment. */
export interface Snapshot {
  feedback: PullRequestFeedback;
  repository: {
    ref: RepositoryRef;
    isArchived: boolean;
    isPrivate: boolean;
    defaultBranch: string;
    /** Head commit of the default branch. */
    head: string;
    /** Text of the config file on the default branch; `null` when there is none. */
    configText: string | null;
    directories: DirectoryListing[];
  };
  branches: FollowUpBranch[];
  followUps: FollowUp[];
}

export interface NewFile {
  path: string;
  content: string;
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

export interface Forge {
  readSnapshot(repository: RepositoryRef, pullNumber: number): Promise<Snapshot>;
  /** The role of a login in a repository; `none` for strangers and for accounts that are gone. */
  readRole(repository: RepositoryRef, login: string): Promise<Role>;
  /** One commit on a branch. Throws `MovedError` when the branch is not where it should be, `RefusedError` when a rule refuses. */
  commitFiles(repository: RepositoryRef, request: CommitRequest): Promise<{ commit: string }>;
  openPullRequest(
    repository: RepositoryRef,
    request: { head: string; base: string; title: string; body: string; isDraft: boolean },
  ): Promise<{ number: number; url: string }>;
  updatePullRequest(
    repository: RepositoryRef,
    number: number,
    change: { title?: string; body?: string },
  ): Promise<void>;
  addLabels(repository: RepositoryRef, number: number, labels: string[]): Promise<void>;
  /** One comment that carries our marker: written once, edited afterwards. */
  ensureComment(repository: RepositoryRef, number: number, comment: { marker: string; body: string }): Promise<void>;
  /** One completed check run per `externalId` on a commit. */
  ensureCheckRun(
    repository: RepositoryRef,
    check: {
      commit: string;
      name: string;
      externalId: string;
      conclusion: "failure" | "neutral";
      title: string;
      summary: string;
    },
  ): Promise<void>;
}
