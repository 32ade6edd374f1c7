/**
 * The rolling follow-up: one branch for changes to enhancements that are merged already, and for new ones where the
 * config wants a single follow-up. Its text is made from the difference between its branch and the default branch; its
 * marker remembers only what it proposed, and what a person took out.
 */
import type { BacklogChanges } from "./backlog-changes.ts";
import { directoriesOn, keysOn } from "./branch-directories.ts";
import { rollingBranch } from "./branches.ts";
import type { Carried } from "./carried.ts";
import { planClose, textUnder, type ClosePlan } from "./close-plan.ts";
import type { CommitPlan } from "./commit-plan.ts";
import type { Config } from "./config.ts";
import type { StatusFile } from "./documents/status-json.ts";
import type { IsoDate } from "./enhancement.ts";
import { STATUS_JSON } from "./item.ts";
import { followUpLabels } from "./follow-up-labels.ts";
import { hasGoneOn } from "./late-commit.ts";
import { forgetDeleted, markRollingItems } from "./marked-items.ts";
import { isOlder } from "./merged-items.ts";
import { noteWithdrawals } from "./note-withdrawals.ts";
import { withMarker, isBodyEditedByPerson, parseMarker, withoutMarker } from "./marker.ts";
import type { PullRequestPlan } from "./pull-request-plan.ts";
import { readListing } from "./read-listing.ts";
import { renderRollingBody } from "./rolling-body.ts";
import { takenError, type Rolling } from "./rolling-place.ts";
import type { Backlog, DirectoryListing, DirectoryMove, FileChange, Snapshot } from "./snapshot.ts";

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

export interface RollingChange {
  files: FileChange[];
  /** Of directories on the branch, or of others that are taken in; `files` are written over what was moved. */
  moves?: DirectoryMove[];
  message: string;
  config: Config;
  /**
   * Everything that the branch carries so far, to be written again on top of the default branch together with `files`:
   * for a branch that fell behind. Without it the branch goes on from where it stands.
   */
  carried?: Carried | undefined;
  /** UTC day of what happened: changes that wait for another one are told when they are older than that. */
  on?: IsoDate | undefined;
}

const EMPTIED = "> Nothing is left to merge here. What comes next opens another pull request.";

/**
 * Changes of files become a commit on the rolling branch, and its pull request is made to tell them. Throws `TakenError`
 * where there are such changes and somebody else took the branch.
 */
export function planRolling(
  backlog: Backlog | Snapshot,
  rolling: Rolling,
  { files, moves = [], message, config, carried: allCarried, on }: RollingChange,
): RollingPlan {
  const { repository } = backlog;
  const leaving = moves.filter(({ at }) => at === undefined);
  const carried = allCarried && withoutMoved(allCarried, leaving);
  const isWritten = files.length + moves.length > 0;
  if (isWritten && rolling.isTaken) throw takenError(rolling);
  const kept = carried?.theirs ?? [];
  const { name, branch, existing, isLive } = rolling;
  const onBranch = standing();
  const merged = new Set(repository.directories.map((listing) => listing.name));
  const changes = compareBacklogs(repository.directories, onBranch);
  const isStale = branch !== undefined && (!isLive || carried !== undefined);
  const commit: CommitPlan = {
    ...{ branch: name, parent: branch?.head ?? repository.head, create: !branch, message },
    files: carried ? onBase([...carried.ours, ...files]) : files,
    ...{ kept, moves, ...(isStale && { onto: repository.head }) },
  };
  const before = parseMarker(existing?.body ?? "");
  const marked = before && "feedback" in backlog ? forgetDeleted(before, backlog.feedback) : before?.items;
  const items = markRollingItems({
    ...{ marked: marked ?? [], items: changes.added, files },
    merged: keysOn(repository.directories),
  });
  const isDue = ({ waits, after }: BacklogChanges["changed"][number]) =>
    waits === undefined || (waits === "progress" && on !== undefined && after.updated < on);
  const hasOthers = kept.length > 0 || onBranch.some((listing) => !merged.has(listing.name));
  const isEmptied = isWritten && !hasOthers && changes.changed.length + changes.removed.length === 0;
  if (isEmptied && existing && branch?.isOurs) {
    // What left may have left because its comment was deleted: of our own text nothing is kept.
    const text = isBodyEditedByPerson(existing.body) ? textUnder(EMPTIED, existing) : EMPTIED;
    const close = planClose(existing, { text, marker: { items }, branch, why: "empty" });
    return { commits: [], pullRequests: [], closes: [close] };
  }
  const text = renderRollingBody({ backlog, config, branch: name, changes });
  const isTheirs = existing !== null && isBodyEditedByPerson(existing.body);
  const plan: PullRequestPlan = {
    ...{ branch: name, existing },
    title: existing?.title ?? "Update the enhancements",
    body: withMarker(isTheirs ? withoutMarker(existing.body) : text, { items, ...(isTheirs && { edited: true }) }),
    bodyFirst: existing ? noteWithdrawals(existing.body, items) : undefined,
    isDraft: false,
    labels: followUpLabels(config),
    items: changes.added,
    reviewers: [],
  };
  // We may have been stopped before we could tell, or label, or before we could close what says that it is closed.
  const isLabelled = plan.labels.every((label) => existing?.labels.includes(label));
  const isToTell = isWritten || plan.body !== existing?.body || !isLabelled;
  const isWorthTelling = changes.added.length > 0 || changes.changed.some(isDue);
  return {
    commits: isWritten ? [commit] : [],
    pullRequests: (existing ? isToTell : isWorthTelling) ? [plan] : [],
    closes: [],
  };

  /** The last of each file. What the default branch has not is not deleted there: GitHub refuses that. */
  function onBase(all: readonly FileChange[]): FileChange[] {
    const last = [...new Map(all.map((file) => [file.path, file])).values()];
    return last.filter(({ path, content }) => content !== null || merged.has(directoryOf(path)));
  }

  function directoryOf(path: string): string {
    return path.slice(config.directory.length + 1).split("/")[0] ?? "";
  }

  function standing(): DirectoryListing[] {
    if (carried) return withFiles(repository.directories, [...carried.ours, ...files], config.directory);
    const moved = new Set(leaving.map(({ from }) => from));
    const stays = rolling.directories.filter(({ name }) => !moved.has(`${config.directory}/${name}`));
    const known = new Set(stays.map((listing) => listing.name));
    const newer = repository.directories.filter((listing) => !known.has(listing.name));
    return withFiles([...stays, ...newer], files, config.directory);
  }
}

/** What stands in a directory that moves goes with it. */
function withoutMoved({ ours, theirs }: Carried, moves: readonly DirectoryMove[]): Carried {
  const stays = ({ path }: { path: string }) => moves.every(({ from }) => !path.startsWith(`${from}/`));
  return { ours: ours.filter(stays), theirs: theirs.filter(stays) };
}

/** What one state of the enhancements directory has that the other has not, as far as `status.json` tells. */
function compareBacklogs(before: readonly DirectoryListing[], after: readonly DirectoryListing[]): BacklogChanges {
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

/** A listing as it reads once some files have changed. */
function withFiles(
  listing: readonly DirectoryListing[],
  files: readonly FileChange[],
  directory: string,
): DirectoryListing[] {
  const next = new Map(listing.map((each) => [each.name, each]));
  for (const { path, content } of files) {
    const [name = "", file = ""] = path.slice(directory.length + 1).split("/");
    if (content !== null) {
      const known = next.get(name) ?? { name };
      next.set(name, file === STATUS_JSON ? { name, statusJson: content } : known);
    } else if (file === STATUS_JSON) next.delete(name);
  }
  return [...next.values()];
}
