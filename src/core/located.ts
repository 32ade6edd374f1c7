/** Where an enhancement is found. */
import type { StatusFile } from "./documents/status-json.ts";

/** An enhancement and the branch on which it is changed. */
export interface Located {
  status: StatusFile;
  /** Merged ones are changed on the rolling branch. */
  isMerged: boolean;
  /** The branch's short name. */
  branch: string;
  /** The commit to read its files from. */
  commit: string;
  /** What its directory is called there, where the default branch has renamed it since. */
  from?: string | undefined;
}
