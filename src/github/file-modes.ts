/** The modes of files in git. */
import type { FileMode } from "../core/snapshot.ts";

const MODES = ["100644", "100755", "120000", "160000"] as const satisfies readonly FileMode[];

/** A mode as GraphQL tells it, a number. One that git writes no more, of files that a group may write, is an ordinary file's. */
export function toFileMode(mode: number): FileMode {
  return MODES.find((each) => Number.parseInt(each, 8) === mode) ?? "100644";
}
