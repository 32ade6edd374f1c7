/**
 * What `mode: commit` has put on the default branch. It is kept true there as a follow-up would keep it: what would leave
 * a follow-up is rejected in place, and what would come back into one is taken up again.
 */
import type { Config } from "./config.ts";
import { parseStatusJson, type StatusFile } from "./documents/status-json.ts";
import { editItem, STATUS_JSON, type Item } from "./item.ts";
import type { ItemDecision } from "./plan-items.ts";
import type { DirectoryListing, Snapshot } from "./snapshot.ts";

/**
 * The items of this source that were committed to the default branch and whose status nobody else has moved since, in the
 * order of their numbers: they follow the source until it has merged and they were held against the merged code.
 */
export function committedItems({ repository, feedback: { pullRequest } }: Snapshot, botLogin: string): StatusFile[] {
  const isFollowed = ({ history, evidence }: StatusFile) =>
    history.every(({ by }) => by === botLogin) && (pullRequest.state !== "merged" || evidence.stillTrue === null);
  return itemsOfSource(repository.directories, pullRequest.number).filter(isFollowed);
}

/** The items that came from this pull request, in the order of their numbers. */
export function itemsOfSource(directories: readonly DirectoryListing[], pullNumber: number): StatusFile[] {
  return directories
    .flatMap(({ statusJson = "" }) => {
      const parsed = parseStatusJson(statusJson, STATUS_JSON);
      return parsed.ok && parsed.value.source.pullRequest === pullNumber ? [parsed.value] : [];
    })
    .sort((one, other) => Number(one.id) - Number(other.id));
}

/** What becomes of what was committed when its source is closed without being merged. */
export function decideClosed(snapshot: Snapshot, { mode, follow_up }: Config, botLogin: string): ItemDecision[] {
  const { state } = snapshot.feedback.pullRequest;
  if (state !== "closed" || mode !== "commit" || follow_up.keep_when_closed) return [];
  const reason = "its pull request was closed without being merged";
  return committedItems(snapshot, botLogin)
    .filter(({ status }) => status !== "rejected")
    .map((item) => ({ action: "withdraw", item, reason, isDeleted: false }));
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
