/** A suggestion that is known from elsewhere becomes a sighting there: in another follow-up, or of a merged enhancement. */
import { isChangedOnRolling } from "./branches.ts";
import { withSighting } from "./change-item.ts";
import type { CaptureDecision } from "./decide-capture.ts";
import type { Config } from "./config.ts";
import { changesOf, type Item } from "./item.ts";
import type { CommitPlan } from "./commit-plan.ts";
import type { Contents, FileChange, Snapshot } from "./snapshot.ts";

export interface SightingPlan {
  /** Changes of merged enhancements, and of what the rolling follow-up proposes: they go where such changes go. */
  files: FileChange[];
  /** Changes of other open follow-ups, one commit each. */
  commits: CommitPlan[];
}

/**
 * Notes each suggestion at what it raises again; several of one enhancement are one change of its files. `contents`: what
 * stands in the directories of `sightings`, by their names; where nothing is, nothing is noted. Throws nothing.
 */
export function planSightings(
  { repository, branches, feedback }: Snapshot,
  sightings: CaptureDecision["sightings"],
  { config, contents }: { config: Config; contents: Contents },
): SightingPlan {
  const raised = new Map<string, { branch: string; before: Item; after: Item }>();
  for (const { suggestion, at } of sightings) {
    const { uid } = at.status;
    const before: Item = { status: at.status, files: contents.get(at.name) ?? new Map() };
    const known = raised.get(uid) ?? { branch: at.branch, before, after: before };
    raised.set(uid, { ...known, after: withSighting(known.after, suggestion) });
  }
  const { defaultBranch } = repository;
  const place = { defaultBranch, prefix: config.follow_up.branch_prefix };
  const byBranch = new Map<string, FileChange[]>();
  for (const { branch: at, before, after } of raised.values()) {
    const branch = isChangedOnRolling(at, place) ? defaultBranch : at;
    byBranch.set(branch, [...(byBranch.get(branch) ?? []), ...changesOf(config.directory, before, after)]);
  }
  const files = byBranch.get(defaultBranch) ?? [];
  byBranch.delete(defaultBranch);
  const message = renderSightingMessage(feedback.pullRequest.number);
  const commits = [...byBranch].flatMap(([branch, changes]): CommitPlan[] => {
    const parent = branches.find(({ name }) => name === branch)?.head;
    return parent === undefined || changes.length === 0
      ? []
      : [{ branch, parent, create: false, message, files: changes }];
  });
  return { files, commits };
}

/** Of a commit that notes what a pull request raises again. */
export function renderSightingMessage(pullNumber: number): string {
  return `docs(enhancements): note what pull request ${pullNumber} raises again`;
}
