/** What the branch of a follow-up holds, seen from the default branch of today. */
import { parseMarker } from "./marker.ts";
import { readListing } from "./read-listing.ts";
import type { Backlog, DirectoryListing, FollowUp } from "./snapshot.ts";

/**
 * The directories by the names that the default branch has for them, and without what was merged before and is gone from
 * there: people rename and delete enhancements while a follow-up waits, and what its branch has of them is from before.
 * What the open follow-up itself proposes, again or for the first time, stays.
 */
export function directoriesOn(
  onBranch: readonly DirectoryListing[],
  backlog: Pick<Backlog, "repository" | "generated">,
  existing: FollowUp | null,
): readonly DirectoryListing[] {
  return withoutDeleted(asRenamed(onBranch, backlog.repository.directories), backlog, existing);
}

/** An enhancement of the default branch that has another name there than on the branch, and no copy under the old one. */
function asRenamed(
  onBranch: readonly DirectoryListing[],
  onBase: readonly DirectoryListing[],
): readonly DirectoryListing[] {
  const names = new Set(onBase.map(({ name }) => name));
  if (onBranch.every(({ name }) => names.has(name))) return onBranch;
  const known = new Set(onBranch.map(({ name }) => name));
  const renamed = new Map(
    onBase.flatMap((listing) => {
      const uid = known.has(listing.name) ? undefined : readListing(listing)?.uid;
      return uid === undefined ? [] : [[uid, listing.name]];
    }),
  );
  return onBranch.map((listing) => {
    const uid = names.has(listing.name) ? undefined : readListing(listing)?.uid;
    const name = uid === undefined ? undefined : renamed.get(uid);
    return name === undefined ? listing : { ...listing, name, from: listing.name };
  });
}

function withoutDeleted(
  onBranch: readonly DirectoryListing[],
  { repository, generated }: Pick<Backlog, "repository" | "generated">,
  existing: FollowUp | null,
): readonly DirectoryListing[] {
  if (!existing) return onBranch;
  const names = new Set(repository.directories.map(({ name }) => name));
  const merged = generated.filter(({ state, isOurs }) => isOurs && state === "merged");
  const wasMerged = new Set(merged.flatMap(keysIn));
  const proposed = new Set(keysIn(existing));
  const suspects = onBranch.filter((listing) => {
    const key = names.has(listing.name) ? undefined : readListing(listing)?.key;
    return key !== undefined && wasMerged.has(key) && !proposed.has(key);
  });
  if (suspects.length === 0) return onBranch;
  const onBase = keysOn(repository.directories);
  const deleted = new Set(suspects.filter((listing) => !onBase.has(readListing(listing)?.key ?? "")));
  return onBranch.filter((listing) => !deleted.has(listing));
}

/** Keys of what a follow-up carries. */
function keysIn({ body }: FollowUp): string[] {
  return (parseMarker(body)?.items ?? []).flatMap(({ key, gone }) => (gone ? [] : [key]));
}

/** Keys of what directories hold. */
export function keysOn(directories: readonly DirectoryListing[]): Set<string> {
  return new Set(directories.flatMap((listing) => readListing(listing)?.key ?? []));
}
