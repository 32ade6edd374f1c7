/**
 * Enhancements that are changed on the rolling branch: merged ones, as it has them where it carries a change, else as the
 * default branch has them, and those that it proposes itself. States are told apart by their histories, which only grow.
 */
import type { Located } from "./located.ts";
import type { StatusFile } from "./documents/status-json.ts";
import { readListing } from "./read-listing.ts";
import type { Rolling } from "./rolling-place.ts";
import type { Backlog, DirectoryListing } from "./snapshot.ts";

/** An enhancement, where it is to be changed. */
export interface BacklogItem extends Located {
  /** Name of its directory. */
  name: string;
  /** Its branch carries a change of it that the default branch has not, or the whole of it. */
  isPending: boolean;
}

/** Every enhancement of the default branch whose status.json can be read. */
export function mergedItems({ repository }: Pick<Backlog, "repository">, rolling: Rolling): BacklogItem[] {
  const place = { isMerged: true, branch: rolling.name };
  const onRolling = readAll(rolling.directories);
  const renamed = new Map(rolling.directories.map(({ name, from }) => [name, from]));
  return [...readAll(repository.directories)].map(([name, base]): BacklogItem => {
    const other = onRolling.get(name);
    return other && isAhead(other, base)
      ? { ...place, name, from: renamed.get(name), status: other, commit: rolling.commit, isPending: true }
      : { ...place, name, status: base, commit: repository.head, isPending: false };
  });
}

/** Every enhancement that stands on the rolling branch alone and whose status.json can be read. */
export function proposedItems({ repository }: Pick<Backlog, "repository">, rolling: Rolling): BacklogItem[] {
  const place = { isMerged: false, branch: rolling.name, commit: rolling.commit, isPending: true };
  const names = new Set(repository.directories.map(({ name }) => name));
  const added = rolling.directories.filter(({ name }) => !names.has(name));
  return [...readAll(added)].map(([name, status]) => ({ ...place, name, status }));
}

/** Whether one state of an enhancement has what the other has not, and is not merely older. */
function isAhead(one: StatusFile, other: StatusFile): boolean {
  return !isOlder(one, other) && JSON.stringify(one) !== JSON.stringify(other);
}

/** Whether the other state went on from this one. */
export function isOlder(one: StatusFile, other: StatusFile): boolean {
  return other.history.length > one.history.length && startsWith(other, one);
}

/** Whether the history of one state begins with all that the other has. */
export function startsWith(one: StatusFile, other: StatusFile): boolean {
  return other.history.every((change, index) => JSON.stringify(change) === JSON.stringify(one.history[index]));
}

/** The rolling branch is behind: the default branch has enhancements, names or changes of them, that it lacks. */
export function isBehind({ repository }: Pick<Backlog, "repository">, rolling: Rolling): boolean {
  if (rolling.directories.some(({ from }) => from !== undefined)) return true;
  const onRolling = readAll(rolling.directories);
  return [...readAll(repository.directories)].some(([name, base]) => {
    const other = onRolling.get(name);
    return !other || isOlder(other, base);
  });
}

function readAll(directories: readonly DirectoryListing[]): Map<string, StatusFile> {
  const read = new Map<string, StatusFile>();
  for (const listing of directories) {
    const status = readListing(listing);
    if (status) read.set(listing.name, status);
  }
  return read;
}
