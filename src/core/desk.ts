/**
 * Where commands on enhancements work: each item as it stands on the branch that holds it, changed in memory command by
 * command, and then written down as one commit for each branch.
 */
import { directoriesOn } from "./branch-directories.ts";
import { changesOf, nameOf, type Item } from "./item.ts";
import type { Located } from "./located.ts";
import { keepTheirs, keptFolder } from "./kept-folder.ts";
import { mergedItems, proposedItems } from "./merged-items.ts";
import { readListing } from "./read-listing.ts";
import { refersTo, type EnhancementReference } from "./reference.ts";
import type { Rolling } from "./rolling-place.ts";
import type { Backlog, Branch, Contents, DirectoryListing, DirectoryMove, FileChange, FollowUp } from "./snapshot.ts";

export interface DeskFacts {
  backlog: Backlog;
  rolling: Rolling;
  /** The open follow-up that the command was written on, whose items come first. */
  here?: FollowUp | undefined;
}

/**
 * Every enhancement once, where it is to be changed: on the follow-up at hand, then on the rolling branch, then on other
 * follow-ups.
 */
export function locateAll({ backlog, rolling, here }: DeskFacts): Located[] {
  const { repository, branches, generated } = backlog;
  const mergedNames = new Set(repository.directories.map(({ name }) => name));
  const found = new Map<string, Located>();
  const add = (
    listing: readonly DirectoryListing[],
    place: Omit<Located, "status">,
    isWanted: (name: string) => boolean,
  ) => {
    for (const each of listing) {
      const status = readListing(each);
      if (status && isWanted(each.name) && !found.has(status.uid)) found.set(status.uid, { status, ...place });
    }
  };
  const isOpen = (name: string) => generated.some(({ branch, state }) => branch === name && state === "open");
  const follow = [...branches].sort(
    (one, other) => Number(other.name === here?.branch) - Number(one.name === here?.branch),
  );
  const [first, ...others] = follow.filter(({ name }) => name !== rolling.name && isOpen(name));
  const addBranch = ({ name, head, directories }: Branch) => {
    const existing = generated.find(({ branch, state }) => branch === name && state === "open") ?? null;
    const place = { isMerged: false, branch: name, commit: head };
    add(directoriesOn(directories, backlog, existing), place, (directory) => !mergedNames.has(directory));
  };
  if (first?.name === here?.branch && first) addBranch(first);
  const onRolling = [...mergedItems(backlog, rolling), ...proposedItems(backlog, rolling)];
  for (const { status, isMerged, branch, commit, from } of onRolling) {
    if (!found.has(status.uid)) found.set(status.uid, { status, isMerged, branch, commit, from });
  }
  for (const branch of first && first.name !== here?.branch ? [first, ...others] : others) addBranch(branch);
  return [...found.values()];
}

/** The one enhancement that a reference names, or a sentence that says why there is none. */
export function locate(reference: EnhancementReference, all: readonly Located[]): Located | { refusal: string } {
  const named = all.filter(({ status }) => refersTo(reference, status));
  const [only, ...more] = named;
  if (!only) return { refusal: `there is no enhancement ${reference}; "/enhance list" shows those there are` };
  if (more.length === 0) return only;
  const names = named.map(({ status }) => `${nameOf(status)} (${status.uid})`).join(", ");
  return { refusal: `${reference} names more than one: ${names}; give the uid` };
}

/** What is to be written on one branch. */
export interface BranchChange {
  files: FileChange[];
  moves: DirectoryMove[];
}

/** Items as they are changed. Made with the files of every item that a command names. */
export class Desk {
  readonly #before = new Map<string, { item: Item; place: Located }>();
  readonly #now = new Map<string, Item>();
  readonly #merged = new Map<string, { item: Item; into: string }>();

  constructor(items: readonly Located[], contents: Contents) {
    for (const place of items) {
      const item: Item = { status: place.status, files: contents.get(nameOf(place.status)) ?? new Map() };
      this.#before.set(place.status.uid, { item, place });
      this.#now.set(place.status.uid, item);
    }
  }

  /** The item as it stands after the changes so far; undefined when it was merged away, or was never here. */
  get(uid: string): Item | undefined {
    return this.#now.get(uid);
  }

  put(item: Item): void {
    this.#now.set(item.status.uid, item);
  }

  /** Its directory goes; what people wrote in it goes on in a folder of the other's. */
  mergeAway(item: Item, into: Item): void {
    this.#now.delete(item.status.uid);
    this.#merged.set(item.status.uid, { item, into: into.status.uid });
  }

  /**
   * What is to be written, by branch. Where something goes comes last: what was merged elsewhere is to be there before, for
   * a run that is stopped in between.
   */
  changes(directory: string): Map<string, BranchChange> {
    const byBranch = new Map<string, BranchChange>();
    const add = (branch: string, { files = [], moves = [] }: Partial<BranchChange>) => {
      if (files.length + moves.length === 0) return;
      const known = byBranch.get(branch) ?? { files: [], moves: [] };
      byBranch.set(branch, { files: [...known.files, ...files], moves: [...known.moves, ...moves] });
    };
    for (const [uid, { item, place }] of this.#before) {
      const merged = this.#merged.get(uid)?.item;
      if (!merged || keptFolder(merged) === undefined) {
        add(place.branch, { files: changesOf(directory, item, this.#now.get(uid)) });
        continue;
      }
      const home = this.#homeOf(uid, directory);
      const from = `${directory}/${place.from ?? nameOf(place.status)}`;
      const { files, without } = keepTheirs(merged, home.path);
      const move = { from, to: home.path, without };
      if (home.branch === place.branch) {
        add(home.branch, { files, moves: [move] });
      } else {
        add(home.branch, { files, moves: [{ ...move, at: place.commit }] });
        add(place.branch, { moves: [{ from, to: null }] });
      }
    }
    const hasRemovals = ({ files, moves }: BranchChange) =>
      Number(files.some(({ content }) => content === null) || moves.some(({ to }) => to === null));
    return new Map([...byBranch].sort(([, one], [, other]) => hasRemovals(one) - hasRemovals(other)));
  }

  /** Where an item stands in the end: in its own directory, or in that of what it was merged into. */
  #homeOf(uid: string, directory: string): { branch: string; path: string } {
    const place = this.#before.get(uid)?.place;
    if (!place) throw new Error(`the item ${uid} is not on the desk`);
    const merged = this.#merged.get(uid);
    const above = merged ? this.#homeOf(merged.into, directory) : { branch: place.branch, path: directory };
    return { branch: above.branch, path: `${above.path}/${nameOf(place.status)}` };
  }
}
