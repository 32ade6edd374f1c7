/** How two states of the enhancements differ. */
import type { StatusFile } from "./documents/status-json.ts";
import { isOlder } from "./merged-items.ts";
import { readListing } from "./read-listing.ts";
import type { DirectoryListing } from "./snapshot.ts";

/** What one state has, or lacks, that the other has not. */
export interface BacklogChanges {
  added: StatusFile[];
  /** `waits`: it is no reason to open a pull request: a sighting, or that somebody works on it. */
  changed: { before: StatusFile; after: StatusFile; waits: "sighting" | "progress" | undefined }[];
  /** Names of directories that are gone. */
  removed: string[];
}

/** What one state of the enhancements directory has that the other has not, as far as `status.json` tells. */
export function compareBacklogs(
  before: readonly DirectoryListing[],
  after: readonly DirectoryListing[],
): BacklogChanges {
  const old = new Map(before.map((listing) => [listing.name, listing]));
  const changes: BacklogChanges = { added: [], changed: [], removed: [] };
  for (const listing of after) {
    const { name, statusJson } = listing;
    const now = readListing(listing);
    const was = old.get(name);
    old.delete(name);
    if (!now || was?.statusJson === statusJson) continue;
    const then = was && readListing(was);
    if (then && isOlder(now, then)) continue;
    if (then) changes.changed.push({ before: then, after: now, waits: waitsFor(then, now) });
    else if (!was) changes.added.push(now);
  }
  return { ...changes, removed: [...old.keys()] };
}

function waitsFor(before: StatusFile, after: StatusFile): "sighting" | "progress" | undefined {
  const isSame = (...keys: (keyof StatusFile)[]) =>
    keys.every((key) => JSON.stringify(before[key]) === JSON.stringify(after[key]));
  if (!isSame("key", "title")) return undefined;
  if (isSame("status", "history")) return after.sightings.length > before.sightings.length ? "sighting" : undefined;
  const added = after.history.slice(before.history.length);
  const isProgress = added.every(({ pullRequest, status }) => pullRequest !== undefined && status !== "completed");
  return isProgress && before.status !== "completed" && isSame("priority") ? "progress" : undefined;
}
