/** The same suggestion seen in several places of one pull request is one suggestion with sightings. */
import { toSighting } from "../sighting.ts";
import type { Source } from "../source.ts";
import type { Suggestion } from "../suggestion.ts";
import { isCovered, rarityAmong, type Rarity } from "./rarity.ts";
import { overlap, stems } from "./stems.ts";

interface Seen {
  suggestion: Suggestion;
  title: Set<string>;
  /** Of the title, and of the words that are quoted. */
  asked: Set<string>;
  all: Set<string>;
}

/** Fold suggestions that ask for the same change into the first of them, preferring one that knows its line. */
export function foldSightings(suggestions: readonly Suggestion[]): Suggestion[] {
  const all = suggestions.map((suggestion): Seen => ({
    suggestion,
    title: stems(suggestion.title),
    asked: stems(`${suggestion.title} ${suggestion.quote}`),
    all: stems(`${suggestion.title} ${suggestion.description}`),
  }));
  const rarity = rarityAmong(all.map((seen) => () => seen.all));
  const kept: Seen[] = [];
  for (const seen of all) {
    const at = kept.findIndex((known) => isSame(known, seen) || restates(known, seen, rarity));
    const known = kept[at];
    if (!known) {
      kept.push(seen);
      continue;
    }
    const [first, second] = prefers(seen.suggestion, known.suggestion) ? [seen, known] : [known, seen];
    kept[at] = { ...first, suggestion: join(first.suggestion, second.suggestion) };
  }
  return kept.map(({ suggestion }) => suggestion);
}

function isSame(one: Seen, other: Seen): boolean {
  if (one.suggestion.key === other.suggestion.key) return true;
  const { source: here } = one.suggestion;
  const { source: there } = other.suggestion;
  if (here.url === there.url && here.commentId === there.commentId) return false;
  if (isElsewhere(here, there)) return false;
  const near =
    here.path !== null &&
    here.path === there.path &&
    here.line !== null &&
    there.line !== null &&
    Math.abs(here.line - there.line) <= 3;
  const shared = overlap(one.title, other.title);
  if (Math.min(one.title.size, other.title.size) >= 3 && shared >= 0.8) return true;
  if (one.suggestion.title === other.suggestion.title && overlap(one.all, other.all) >= 0.9) return true;
  return near && (shared >= 0.5 || overlap(one.all, other.all) >= 0.5);
}

/** A tool's summary says again what the same tool says on a line of code, or in another summary. */
function restates(one: Seen, other: Seen, rarity: Rarity): boolean {
  const { source: here } = one.suggestion;
  const { source: there } = other.suggestion;
  if (here.tool === null || here.tool !== there.tool || here.url === there.url) return false;
  if ((here.line !== null && there.line !== null) || isElsewhere(here, there)) return false;
  const [summary, remark] = here.line === null ? [one, other] : [other, one];
  // Two words stand in many an explanation.
  return [summary.title, summary.asked].some(
    (words) => words.size >= 2 && isCovered(words, words.size < 4 ? remark.asked : remark.all, 0.6, rarity),
  );
}

function isElsewhere(here: Source, there: Source): boolean {
  return here.path !== null && there.path !== null && here.path !== there.path;
}

/** The one on a line of code stands for both; otherwise the earlier one. */
function prefers(late: Suggestion, early: Suggestion): boolean {
  return late.source.path !== null && late.source.line !== null && early.source.line === null;
}

function join(first: Suggestion, second: Suggestion): Suggestion {
  const sightings = [...first.sightings, toSighting(second), ...second.sightings].filter(({ url }) => url !== "");
  const people = new Set([first.source.author?.login, ...sightings.map(({ author }) => author)]);
  const reasons = first.reasons.filter((reason) => !reason.startsWith("raised by "));
  return {
    ...first,
    reasons: people.size > 1 ? [...reasons, `raised by ${people.size} reviewers`] : reasons,
    confidence: Math.min(0.99, Math.round((first.confidence + 0.05) * 100) / 100),
    isDeferred: first.isDeferred || second.isDeferred,
    isBlocking: first.isBlocking && !second.isDeferred,
    sightings,
  };
}
