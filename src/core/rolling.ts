/**
 * The rolling follow-up: one branch for changes to enhancements that are merged already, and for new ones where the
 * config wants a single follow-up. Its text is made from the difference between its branch and the default branch; its
 * marker remembers only what it proposed, and what a person took out.
 */
import { compareBacklogs, type BacklogChanges } from "./backlog-changes.ts";
import { directoriesOn, keysOn } from "./branch-directories.ts";
import { rollingBranch } from "./branches.ts";
import { planClose, textUnder, type ClosePlan } from "./close-plan.ts";
import type { CommitPlan } from "./commit-plan.ts";
import type { Config } from "./config.ts";
import type { StatusFile } from "./documents/status-json.ts";
import type { IsoDate } from "./enhancement.ts";
import { followUpLabels } from "./follow-up-labels.ts";
import { hasGoneOn } from "./late-commit.ts";
import { forgetDeleted, markRollingItems } from "./marked-items.ts";
import { noteWithdrawals } from "./note-withdrawals.ts";
import { withMarker, isBodyEditedByPerson, parseMarker, withoutMarker, type MarkedItem } from "./marker.ts";
import type { PullRequestPlan } from "./pull-request-plan.ts";
import { renderRollingBody } from "./rolling-body.ts";
import { directoriesAfter, toCommit, withoutMoved, type RollingChange } from "./rolling-change.ts";
import { takenError, type Rolling } from "./rolling-place.ts";
import type { Backlog, Branch, FileChange, FollowUp, Snapshot } from "./snapshot.ts";

/**
 * One of each at most; closed when nothing is left on it. No pull request while the branch holds nothing but sightings,
 * which never open one alone, and news of who works on what, which wait for another change or until they are a day old.
 */
export interface RollingPlan {
  commits: CommitPlan[];
  pullRequests: PullRequestPlan[];
  closes: ClosePlan[];
}

/** How the rolling follow-up stands. A branch that somebody else took carries nothing of ours. */
export function viewRolling(backlog: Backlog, branchPrefix: string): Rolling {
  const { repository, branches, generated } = backlog;
  const name = rollingBranch(branchPrefix);
  const branch = branches.find((each) => each.name === name);
  const pulls = generated.filter((pull) => pull.branch === name && pull.isOurs);
  const existing = pulls.find(({ state }) => state === "open") ?? null;
  // What was closed and asked for again within a moment is the same commit.
  const isNew = branch !== undefined && hasGoneOn(branch, pulls);
  const isLive = branch !== undefined && (existing !== null || (branch.isOurs && isNew));
  return {
    ...{ name, branch, existing, isLive },
    isTaken: branch !== undefined && !isLive && isNew,
    commit: isLive ? branch.head : repository.head,
    directories: isLive ? directoriesOn(branch.directories, backlog, existing) : repository.directories,
  };
}

const EMPTIED = "> Nothing is left to merge here. What comes next opens another pull request.";

/**
 * Changes of files become a commit on the rolling branch, and its pull request is made to tell them. Throws `TakenError`
 * where there are such changes and somebody else took the branch.
 */
export function planRolling(backlog: Backlog | Snapshot, rolling: Rolling, given: RollingChange): RollingPlan {
  const { repository } = backlog;
  const { branch, existing } = rolling;
  const change = withoutMoved(given);
  const isWritten = change.files.length + change.moves.length > 0;
  if (isWritten && rolling.isTaken) throw takenError(rolling);
  const onBranch = directoriesAfter(repository.directories, rolling, change);
  const changes = compareBacklogs(repository.directories, onBranch);
  const items = itemsToRemember(backlog, existing, { items: changes.added, files: change.files });
  const merged = new Set(repository.directories.map((listing) => listing.name));
  const kept = change.carried?.theirs ?? [];
  const hasOthers = kept.length > 0 || onBranch.some((listing) => !merged.has(listing.name));
  const isEmptied = isWritten && !hasOthers && changes.changed.length + changes.removed.length === 0;
  if (isEmptied && existing && branch?.isOurs) {
    return { commits: [], pullRequests: [], closes: [closeEmptied(existing, branch, items)] };
  }
  const pull = planFollowUp(backlog, rolling, { config: change.config, changes, items });
  const isToTell = existing ? isWritten || !saysAlready(existing, pull) : isWorthTelling(changes, change.on);
  return {
    commits: isWritten ? [toCommit(backlog, rolling, change)] : [],
    pullRequests: isToTell ? [pull] : [],
    closes: [],
  };
}

/** What the marker is to say of items. */
function itemsToRemember(
  backlog: Backlog | Snapshot,
  existing: FollowUp | null,
  { items, files }: { items: readonly StatusFile[]; files: readonly FileChange[] },
): MarkedItem[] {
  const before = parseMarker(existing?.body ?? "");
  const marked = before && "feedback" in backlog ? forgetDeleted(before, backlog.feedback) : before?.items;
  return markRollingItems({ marked: marked ?? [], items, files, merged: keysOn(backlog.repository.directories) });
}

/** What left may have left because its comment was deleted: of our own text nothing is kept. */
function closeEmptied(existing: FollowUp, branch: Branch, items: MarkedItem[]): ClosePlan {
  const text = isBodyEditedByPerson(existing.body) ? textUnder(EMPTIED, existing) : EMPTIED;
  return planClose(existing, { text, marker: { items }, branch, why: "empty" });
}

interface Told {
  config: Config;
  changes: BacklogChanges;
  items: MarkedItem[];
}

/** A body that a person edited stays as they left it, but for the marker. */
function planFollowUp(backlog: Backlog, rolling: Rolling, { config, changes, items }: Told): PullRequestPlan {
  const { name: branch, existing } = rolling;
  const isTheirs = existing !== null && isBodyEditedByPerson(existing.body);
  const text = isTheirs ? withoutMarker(existing.body) : renderRollingBody({ backlog, config, branch, changes });
  return {
    ...{ branch, existing },
    title: existing?.title ?? "Update the enhancements",
    body: withMarker(text, { items, ...(isTheirs && { edited: true }) }),
    bodyFirst: existing ? noteWithdrawals(existing.body, items) : undefined,
    isDraft: false,
    labels: followUpLabels(config),
    items: changes.added,
    reviewers: [],
  };
}

/** We may have been stopped before we could tell, or label, or before we could close what says that it is closed. */
function saysAlready(existing: FollowUp, { body, labels }: PullRequestPlan): boolean {
  return body === existing.body && labels.every((label) => existing.labels.includes(label));
}

/** Whether the changes are a reason to open a pull request: see `RollingPlan`. */
function isWorthTelling({ added, changed }: BacklogChanges, on: IsoDate | undefined): boolean {
  const isDue = ({ waits, after }: BacklogChanges["changed"][number]) =>
    waits === undefined || (waits === "progress" && on !== undefined && after.updated < on);
  return added.length > 0 || changed.some(isDue);
}
