/** A change of the rolling branch: what stands there once it is made, and the commit that makes it. */
import type { Carried } from "./carried.ts";
import type { CommitPlan } from "./commit-plan.ts";
import type { Config } from "./config.ts";
import type { IsoDate } from "./enhancement.ts";
import { STATUS_JSON } from "./item.ts";
import type { Rolling } from "./rolling-place.ts";
import type { Backlog, DirectoryListing, DirectoryMove, FileChange } from "./snapshot.ts";

/** What is to be written on the rolling branch: files and moves, the message of their commit, and what goes along. */
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

/** A change whose `moves` are there, be they none. */
type MovedChange = RollingChange & Required<Pick<RollingChange, "moves">>;

/** The same change, where what stands in a directory that moves goes with it. */
export function withoutMoved(change: RollingChange): MovedChange {
  const { moves = [], carried } = change;
  const leaving = leavingIn(moves);
  const stays = ({ path }: { path: string }) => leaving.every(({ from }) => !path.startsWith(`${from}/`));
  const left = carried && { ours: carried.ours.filter(stays), theirs: carried.theirs.filter(stays) };
  return { ...change, moves, carried: left };
}

/** Moves of directories that stand on the branch itself. */
function leavingIn(moves: readonly DirectoryMove[]): DirectoryMove[] {
  return moves.filter(({ at }) => at === undefined);
}

/** The directories of the branch, once the change is made. */
export function directoriesAfter(
  onBase: readonly DirectoryListing[],
  rolling: Rolling,
  { files, moves, carried, config: { directory } }: MovedChange,
): DirectoryListing[] {
  if (carried) return withFiles(onBase, [...carried.ours, ...files], directory);
  const moved = new Set(leavingIn(moves).map(({ from }) => from));
  const stays = rolling.directories.filter(({ name }) => !moved.has(`${directory}/${name}`));
  const known = new Set(stays.map((listing) => listing.name));
  const newer = onBase.filter((listing) => !known.has(listing.name));
  return withFiles([...stays, ...newer], files, directory);
}

/** A branch that fell behind is written anew on top of the default branch, and so is one that is not in use. */
export function toCommit({ repository }: Backlog, rolling: Rolling, change: MovedChange): CommitPlan {
  const { branch, name, isLive } = rolling;
  const { files, moves, message, carried, config } = change;
  const isStale = branch !== undefined && (!isLive || carried !== undefined);
  return {
    ...{ branch: name, parent: branch?.head ?? repository.head, create: !branch, message },
    files: carried ? onTopOf(repository.directories, [...carried.ours, ...files], config.directory) : files,
    ...{ kept: carried?.theirs ?? [], moves, ...(isStale && { onto: repository.head }) },
  };
}

/** The last of each file. What the default branch has not is not deleted there: GitHub refuses that. */
function onTopOf(base: readonly DirectoryListing[], files: readonly FileChange[], directory: string): FileChange[] {
  const names = new Set(base.map((listing) => listing.name));
  const last = [...new Map(files.map((file) => [file.path, file])).values()];
  return last.filter(({ path, content }) => content !== null || names.has(directoryAndFile(path, directory)[0]));
}

/** A listing as it reads once some files have changed. */
function withFiles(
  listing: readonly DirectoryListing[],
  files: readonly FileChange[],
  directory: string,
): DirectoryListing[] {
  const next = new Map(listing.map((each) => [each.name, each]));
  for (const { path, content } of files) {
    const [name, file] = directoryAndFile(path, directory);
    if (content !== null) {
      const known = next.get(name) ?? { name };
      next.set(name, file === STATUS_JSON ? { name, statusJson: content } : known);
    } else if (file === STATUS_JSON) next.delete(name);
  }
  return [...next.values()];
}

/** The parts of a path below the enhancements directory. */
function directoryAndFile(path: string, directory: string): [name: string, file: string] {
  const [name = "", file = ""] = path.slice(directory.length + 1).split("/");
  return [name, file];
}
