/** What the rolling branch has beyond the default branch, to be written again on top of it. */
import type { FileChange, TreeFile } from "./snapshot.ts";

export interface Carried {
  /** Of the enhancements that it changes or adds, the files that we write. */
  ours: FileChange[];
  /** What people put on the branch, as git has it there. */
  theirs: TreeFile[];
}
