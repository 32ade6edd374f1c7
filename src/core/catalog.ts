/** What is known already: numbers, which are never given twice, and suggestions, which are never captured twice. */
import { takenNumber } from "./allocate.ts";
import type { StatusFile } from "./documents/status-json.ts";
import { parseMarker } from "./marker.ts";
import { isLate } from "./late-commit.ts";
import { closedByUs } from "./place.ts";
import { keysOf } from "./pair-items.ts";
import { isRejectedByUs } from "./plan-items.ts";
import { readListing } from "./read-listing.ts";
import { saidAlike } from "./same-words.ts";
import type { Branch, DirectoryRead, FollowUp, Snapshot } from "./snapshot.ts";
import type { Suggestion } from "./suggestion.ts";

/** An enhancement that stands somewhere, or one that was decided against. */
export interface KnownEnhancement {
  keys: readonly string[];
  title: string;
  path: string | null;
  /** Where its directory stands: which commit, on which branch; absent for one that was declined. */
  at?: DirectoryRead & { branch: string; status: StatusFile };
  /** The follow-up it was declined in. */
  declinedIn?: number;
}

export interface Catalog {
  /** Numbers in use on the default branch, on any branch under our prefix, or once given by a follow-up. */
  taken: Set<number>;
  /** Keys of suggestions that are captured. */
  keys: Set<string>;
  /** Keys of those that a person declined, and when (ISO 8601); null where that cannot be told. */
  declined: Map<string, string | null>;
  known: KnownEnhancement[];
}

/** `botLogin`: what that rejected itself needs no capture, but may be raised anew on another pull request. */
export function readCatalog({ repository, branches, followUps, generated }: Snapshot, botLogin: string): Catalog {
  const catalog: Catalog = { taken: new Set(), keys: new Set(), declined: new Map(), known: [] };
  const pulls = [...new Map([...generated, ...followUps].map((each) => [each.number, each])).values()];
  const { defaultBranch, head, directories: merged } = repository;
  const base = { name: defaultBranch, head, directories: merged, isOver: false, closed: undefined };
  const seen = new Set<string>();
  const closedItems: [StatusFile, FollowUp][] = [];
  const places = [base, ...branches.map((each) => ({ ...each, ...endOf(each, pulls) }))];
  for (const { name: branch, head: commit, directories, isOver, closed } of places) {
    for (const listing of directories) {
      const { name, statusJson = "" } = listing;
      const number = takenNumber(name);
      if (number !== undefined) catalog.taken.add(number);
      if (isOver) continue;
      const status = readListing(listing);
      if (!status) {
        for (const key of brokenKeys(statusJson)) catalog.keys.add(key);
        continue;
      }
      if (closed) {
        closedItems.push([status, closed]);
        continue;
      }
      const keys = keysOf(status);
      for (const key of keys) catalog.keys.add(key);
      if (seen.has(status.uid)) continue;
      seen.add(status.uid);
      if (isRejectedByUs(status, botLogin)) continue;
      const { title, source } = status;
      catalog.known.push({ keys, title, path: source.path, at: { branch, commit, name, status } });
    }
  }
  for (const [item, pull] of closedItems) {
    decline(catalog, { keys: keysOf(item), title: item.title, path: item.source.path }, pull);
  }
  for (const pull of pulls) addDecisions(catalog, pull);
  return catalog;
}

/**
 * How a branch ended. What we closed proposes nothing, even where its branch could not be deleted, nor does what came too
 * late; what a person closed is declined.
 */
function endOf(branch: Branch, pulls: readonly FollowUp[]): { isOver: boolean; closed?: FollowUp | undefined } {
  const ended = pulls.filter(({ branch: name, headSha }) => name === branch.name && headSha === branch.head);
  if (ended.some(({ state }) => state === "open")) return { isOver: false };
  const isOver = ended.some(closedByUs) || isLate(branch, pulls);
  return { isOver, closed: ended.find(({ state, isOurs }) => isOurs && state === "closed") };
}

/**
 * What a follow-up's marker lists and no branch holds any more was taken out by a person, or closed with the follow-up:
 * a decision. What we took out, or closed, ourselves may come back.
 */
function addDecisions(catalog: Catalog, followUp: FollowUp): void {
  const { isOurs, body } = followUp;
  const marker = isOurs ? parseMarker(body) : undefined;
  for (const item of marker?.items ?? []) {
    catalog.taken.add(Number(item.id));
    const isOurs = item.gone ? item.gone.by === "us" : closedByUs(followUp) !== undefined;
    if (!isOurs) decline(catalog, { keys: [item.key], title: item.title, path: item.path }, followUp);
  }
}

/** What stands somewhere all the same is not declined; of several times the last one counts. */
function decline(
  { keys: captured, declined, known }: Catalog,
  item: Pick<KnownEnhancement, "keys" | "title" | "path">,
  { number, closedAt }: FollowUp,
): void {
  if (item.keys.some((key) => captured.has(key))) return;
  for (const key of item.keys) {
    const before = declined.get(key);
    const isLast = before === undefined || (before !== null && (closedAt === null || closedAt > before));
    if (isLast) declined.set(key, closedAt);
  }
  known.push({ ...item, declinedIn: number });
}

/** The same suggestion, raised before on another pull request: by its key, its words at the same file, or all its words. */
export function findTwin(suggestion: Suggestion, known: readonly KnownEnhancement[]): KnownEnhancement | undefined {
  const keys = new Set(keysOf(suggestion));
  const isAlike = saidAlike({ title: suggestion.title, path: suggestion.source.path });
  return known.find((other) => other.keys.some((key) => keys.has(key)) || isAlike(other));
}

const KEY = /"key":[ \t]*("(?:[^"\\]|\\.){1,500}")/g;

/** A broken file still gives up the key it holds, lest its suggestion be captured again. */
function brokenKeys(text: string): string[] {
  return [...text.matchAll(KEY)].flatMap(([, quoted]) => {
    try {
      const key: unknown = JSON.parse(quoted ?? "");
      return typeof key === "string" ? [key] : [];
    } catch {
      return [];
    }
  });
}
