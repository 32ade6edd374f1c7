/** Where a follow-up stands: its branch and its pull request, as they are or as they are to be made. */
import { directoriesOn } from "./branch-directories.ts";
import { followUpBranches } from "./branches.ts";
import { TakenError } from "./errors.ts";
import { hasGoneOn } from "./late-commit.ts";
import { parseMarker, type Marker } from "./marker.ts";
import type { Branch, DirectoryListing, FollowUp, Snapshot } from "./snapshot.ts";

export interface Place {
  /** The branch's short name. */
  name: string;
  /** The branch as it stands; absent when it is to be made. */
  branch: Branch | undefined;
  /** The pull request to keep true; absent when one is to be opened. */
  existing: FollowUp | null;
  /** The commit whose files are in force there; absent while there is no branch. */
  commit: string | undefined;
  directories: readonly DirectoryListing[];
  /** We closed `existing` ourselves: the commit to restore its branch at before it is reopened. */
  restoreAt?: string;
  /** The branch stands where its last follow-up ended: what comes next begins anew from the default branch. */
  isOver?: boolean;
}

/**
 * The first branch name that is ours to use: with our open follow-up, with one that we closed and may reopen, left by a
 * run that was stopped before it could open one, free, or, where none is, with follow-ups that have all ended. A name
 * that somebody else took is passed over, and so is one in `lost`, whose branch could not be restored. Throws
 * `TakenError` when somebody else took every name.
 */
export function choosePlace(snapshot: Snapshot, branchPrefix: string, lost: ReadonlySet<string> = new Set()): Place {
  const { branches, followUps, feedback } = snapshot;
  const at = (place: Omit<Place, "commit" | "directories">): Place => ({
    ...place,
    commit: place.branch?.head,
    directories: directoriesOn(place.branch?.directories ?? [], snapshot, place.existing),
  });
  const names = followUpBranches(branchPrefix, feedback.pullRequest.number).filter((name) => !lost.has(name));
  const places = names.map((name) => ({
    name,
    branch: branches.find((branch) => branch.name === name),
    pulls: followUps.filter((followUp) => followUp.branch === name),
  }));
  for (const { name, branch, pulls } of places) {
    const open = pulls.find(({ state, isOurs }) => state === "open" && isOurs);
    if (open && branch) return at({ name, branch, existing: open });
    const closed = pulls.map((pull) => ({ pull, marker: closedByUs(pull) })).find(({ marker }) => marker?.closed);
    const restoreAt = closed?.marker?.closed?.head;
    if (closed && restoreAt !== undefined && pulls.every(({ state }) => state !== "open")) {
      return at({ name, branch, existing: closed.pull, restoreAt });
    }
  }
  const ended = places.filter(({ pulls }) => pulls.every(({ state }) => state !== "open"));
  const begun = ended.find(({ branch, pulls }) => branch?.isOurs === true && hasGoneOn(branch, pulls));
  const free = begun ?? ended.find(({ branch }) => !branch);
  if (free) return at({ name: free.name, branch: free.branch, existing: null });
  const over = ended.find(({ branch }) => branch?.isOurs);
  if (over) return { ...at({ name: over.name, branch: over.branch, existing: null }), ...NOTHING, isOver: true };
  throw new TakenError(
    `every branch name for pull request ${feedback.pullRequest.number} is taken: ${names.join(", ")}; delete one of these branches, or rename it`,
    names,
  );
}

/** What is in force on a branch that is over. */
const NOTHING = { commit: undefined, directories: [] };

/** The marker of a follow-up that we closed ourselves; nothing for one that a person closed, which is a decision. */
export function closedByUs({ state, isOurs, body }: FollowUp): Marker | undefined {
  const marker = state === "closed" && isOurs ? parseMarker(body) : undefined;
  return marker?.closed ? marker : undefined;
}
