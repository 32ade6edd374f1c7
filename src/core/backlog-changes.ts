/** How two states of the enhancements differ. */
import type { StatusFile } from "./documents/status-json.ts";

/** What one state has, or lacks, that the other has not. */
export interface BacklogChanges {
  added: StatusFile[];
  /** `waits`: it is no reason to open a pull request: a sighting, or that somebody works on it. */
  changed: { before: StatusFile; after: StatusFile; waits: "sighting" | "progress" | undefined }[];
  /** Names of directories that are gone. */
  removed: string[];
}
