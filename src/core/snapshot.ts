/** A pull request and its repository as they stood at one moment: all that planning needs to know. Plain values. */
import type { ParsedConfig } from "./parse-config.ts";
import type { PullRequestFeedback } from "./review.ts";

/** Names a repository for a forge; `id` outlives a rename. */
export interface RepositoryRef {
  id: number;
  owner: string;
  name: string;
}

/** A directory under `enhancements/`, as far as planning reads it. */
export interface DirectoryListing {
  name: string;
  /** What it is called on its branch, where the default branch has renamed it since. */
  from?: string;
  /** Text of its `status.json`, if there is one and it is text. */
  statusJson?: string;
}

/** A branch under our prefix. */
export interface Branch {
  /** Short name, without `refs/heads/`. */
  name: string;
  /** The commit it points at, 40 hex digits. */
  head: string;
  /** What that commit goes on from, the first two. */
  parents: readonly string[];
  /** It was made by us. */
  isOurs: boolean;
  directories: DirectoryListing[];
}

/** A pull request from a branch that a follow-up has or may have, of any source, whoever opened it and whatever became of it. */
export interface FollowUp {
  number: number;
  nodeId: string;
  url: string;
  branch: string;
  state: "open" | "closed" | "merged";
  /** ISO 8601; null while it is open. */
  closedAt: string | null;
  /** Our bot user opened it, from a branch of this repository. */
  isOurs: boolean;
  isDraft: boolean;
  title: string;
  body: string;
  labels: string[];
  /** Where its branch stands or stood, 40 hex digits. */
  headSha: string;
}

/** A repository's enhancements as they stand, merged or waiting in a follow-up. */
export interface Backlog {
  repository: {
    ref: RepositoryRef;
    /** Where people read it, `https://github.com/octo/api`. */
    url: string;
    isArchived: boolean;
    isPrivate: boolean;
    defaultBranch: string;
    /** Head commit of the default branch. */
    head: string;
    /** The config in force, read from the default branch. */
    config: ParsedConfig;
    /** Somebody wrote a config; without one the first follow-up explains what this is. */
    hasConfig: boolean;
    /** Everything under the enhancements directory on the default branch. */
    directories: DirectoryListing[];
  };
  /** Every branch under our prefix: the numbers on them are taken. */
  branches: Branch[];
  /**
   * Our follow-ups of any source, the newest first: every open one, which waits for a decision, and every one that ended,
   * which says what was decided. Of the bodies of those that ended long ago the marker alone is there.
   */
  generated: FollowUp[];
}

/** The backlog, and a source pull request with all that was written on it. */
export interface Snapshot extends Backlog {
  feedback: PullRequestFeedback;
  /** Pull requests of any state from this repository's branches that a capture of this source may use. */
  followUps: FollowUp[];
}

export interface FileChange {
  /** Relative to the root of the repository, `/` between the parts. */
  path: string;
  /** `null` deletes the file. */
  content: string | null;
}

/** A file, link or submodule as git has it: its mode, six digits, and its object, 40 hex digits. */
export interface TreeFile {
  /** Relative to the root of the repository, `/` between the parts. */
  path: string;
  mode: FileMode;
  sha: string;
}

/** An ordinary file, a program, a link, a submodule. */
export type FileMode = "100644" | "100755" | "120000" | "160000";

/** A directory that stands elsewhere from now on, with all that is in it: people's files and folders, as they are. */
export interface DirectoryMove {
  /** Relative to the root of the repository, like the paths of files. */
  from: string;
  /** Null: it goes, and stands on another branch by then. */
  to: string | null;
  /** The commit of another branch that it comes from, where it is left standing. */
  at?: string;
  /** Names of files in it that do not arrive. */
  without?: readonly string[];
}

/** A directory to read before a plan is made: its name under the enhancements directory, at a commit. */
export interface DirectoryRead {
  commit: string;
  name: string;
  /** What it is called at that commit, where that is something else. */
  from?: string | undefined;
}

/**
 * What stands in some directories: by the directory's name, each file's text by its name, `""` for one that is no text.
 * A folder is there as its name and a slash, with no text.
 */
export type Contents = ReadonlyMap<string, ReadonlyMap<string, string>>;
