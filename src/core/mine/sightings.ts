/** The same suggestion seen in several places of one pull request is one suggestion with sightings. */
import { toSighting } from "../sighting.ts";
import type { Source } from "../source.ts";
import type { Suggestion } from "../suggestion.ts";
import { overlap, standIn, stems } from "./stems.ts";

interface Seen {
  suggestion: Suggestion;
  title: Set<string>;
  /** Of the title, and of the words that are quoted. */
  asked: Set<string>;
  all: Set<string>;
  /** All that it says. */
  text: string;
  /** Code that its quote names. */
  names: readonly string[];
}

/** What two suggestions are compared by. */
function seen(suggestion: Suggestion): Seen {
  const { title, quote, description } = suggestion;
  const code = quote.match(/`[^`\n]{2,80}`/g) ?? [];
  return {
    suggestion,
    title: stems(title),
    asked: stems(`${title} ${quote}`),
    all: stems(`${title} ${description}`),
    text: `${title}\n${quote}\n${description}`,
    names: code.map((name) => name.slice(1, -1)),
  };
}

/** Fold suggestions that ask for the same change into the first of them, preferring one that knows its line. */
export function foldSightings(suggestions: readonly Suggestion[]): Suggestion[] {
  const kept: Seen[] = [];
  for (const late of suggestions.map(seen)) {
    const at = kept.findIndex((early) => isSame(early, late) || restates(early, late));
    const early = kept[at];
    if (!early) {
      kept.push(late);
      continue;
    }
    const [first, second] = prefers(late.suggestion, early.suggestion) ? [late, early] : [early, late];
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
  const isNamedAlike = Math.min(one.title.size, other.title.size) >= 3 && overlap(one.title, other.title, 0.8);
  if (isNamedAlike && !nameOthers(one, other)) return true;
  if (one.suggestion.title === other.suggestion.title && overlap(one.all, other.all, 0.9)) return true;
  return isNear(here, there) && (overlap(one.title, other.title, 0.5) || overlap(one.all, other.all, 0.5));
}

/** On one line of one file, or close by. */
function isNear(here: Source, there: Source): boolean {
  if (here.path === null || here.path !== there.path || here.line === null || there.line === null) return false;
  return Math.abs(here.line - there.line) <= 3;
}

/**
 * A tool's summary says again what the same tool says on a line of code, or in another summary. Nothing but the two is
 * looked at: what is one suggestion today is not two tomorrow, when more was said.
 */
function restates(one: Seen, other: Seen): boolean {
  const { source: here, kind } = one.suggestion;
  const { source: there } = other.suggestion;
  if (here.tool === null || here.tool !== there.tool || here.url === there.url) return false;
  if (kind !== other.suggestion.kind || (here.line !== null && there.line !== null)) return false;
  if (isElsewhere(here, there) || nameOthers(one, other)) return false;
  const [summary, remark] = here.line === null ? [one, other] : [other, one];
  // Two words stand in many an explanation.
  return [summary.title, summary.asked].some(
    (words) => words.size >= 2 && standIn(words, words.size < 4 ? remark.asked : remark.all, 0.6),
  );
}

/** Both name code, and none that the other speaks of: "test `open`" and "test `close`". */
function nameOthers(one: Seen, other: Seen): boolean {
  if (one.names.length === 0 || other.names.length === 0) return false;
  return !one.names.some((name) => other.text.includes(name)) && !other.names.some((name) => one.text.includes(name));
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
