/** What is to be committed, as a plain value. */
import type { DirectoryMove, FileChange, TreeFile } from "./snapshot.ts";

/** One commit, as it is to be made. */
export interface CommitPlan {
  /** Short name, without `refs/heads/`. */
  branch: string;
  /** The commit to build on; the branch must stand there, or not exist when `create` is set. */
  parent: string;
  create: boolean;
  /** Another commit, whose files are taken in place of the parent's; both become parents. */
  onto?: string;
  message: string;
  files: FileChange[];
  /** What is to stand as git has it already; `files` are written over it. */
  kept?: TreeFile[];
  /** Of directories as they stand at `parent`; `files` are written over what was moved. */
  moves?: DirectoryMove[];
}
