/**
 * The items that came from one pull request, wherever they stand. What `mode: commit` has put on the default branch is kept
 * true there as a follow-up would keep it: what would leave a follow-up is rejected in place, and what would come back
 * into one is taken up again.
 */
import type { StatusFile } from "./documents/status-json.ts";
import { editItem, type Item } from "./item.ts";
import { mergedItems, proposedItems, type BacklogItem } from "./merged-items.ts";
import { isRejectedByUs } from "./plan-items.ts";
import { readListing } from "./read-listing.ts";
import type { Rolling } from "./rolling-place.ts";
import type { DirectoryListing, Snapshot } from "./snapshot.ts";

/** The items of this source that a branch carries beyond the default branch, in the order of their numbers. */
export function carriedItems(directories: readonly DirectoryListing[], snapshot: Snapshot): StatusFile[] {
  const merged = new Set(snapshot.repository.directories.map(({ name }) => name));
  return itemsOfSource(
    directories.filter(({ name }) => !merged.has(name)),
    snapshot,
  );
}

/**
 * The items of this source that were committed to the default branch and that nobody else has changed since, there or
 * on the rolling branch, which waits to be merged, in the order of their numbers: they follow the source until it has
 * merged and they were held against the merged code.
 */
export function committedItems(snapshot: Snapshot, rolling: Rolling, botLogin: string): StatusFile[] {
  const { state } = snapshot.feedback.pullRequest;
  const isMoved = ({ history }: StatusFile) => history.some(({ by }) => by !== botLogin);
  const moved = new Set(
    itemsOfSource(rolling.directories, snapshot).flatMap((item) => (isMoved(item) ? item.uid : [])),
  );
  return itemsOfSource(snapshot.repository.directories, snapshot).filter(
    (item) => !isMoved(item) && !moved.has(item.uid) && (state !== "merged" || item.evidence.stillTrue === null),
  );
}

/**
 * The items of this source that we rejected on the default branch or on the rolling one: what is to be taken up again,
 * though the mode is another by now.
 */
export function rejectedItems(snapshot: Snapshot, rolling: Rolling, botLogin: string): BacklogItem[] {
  const { number } = snapshot.feedback.pullRequest;
  return [...mergedItems(snapshot, rolling), ...proposedItems(snapshot, rolling)].filter(
    ({ status }) => status.source.pullRequest === number && isRejectedByUs(status, botLogin),
  );
}

function itemsOfSource(directories: readonly DirectoryListing[], { feedback }: Snapshot): StatusFile[] {
  return directories
    .flatMap((listing) => readListing(listing) ?? [])
    .filter(({ source }) => source.pullRequest === feedback.pullRequest.number)
    .sort((one, other) => Number(one.id) - Number(other.id));
}

/** The item with another status. On the day of its last change: what happened on GitHub meanwhile may carry no day. */
export function moveCommitted(
  item: Item,
  { to, reason, by }: { to: "rejected" | "not-started"; reason: string; by: string },
): Item {
  const { status } = item;
  const change = { status: to, on: status.updated, by, reason };
  return editItem(item, { ...status, status: to, history: [...status.history, change] });
}
