/** Where an enhancement is found. */
import type { StatusFile } from "./documents/status-json.ts";

/** An enhancement and the branch on which it is changed. */
export interface Located {
  status: StatusFile;
  /** It stands on the default branch. */
  isMerged: boolean;
  /** Short name of the branch: the rolling one for those that are merged, and for those that it proposes itself. */
  branch: string;
  /** The commit to read its files from. */
  commit: string;
  /** What its directory is called there, where the default branch has renamed it since. */
  from?: string | undefined;
}
