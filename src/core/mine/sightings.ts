/** The same suggestion seen in several places of one pull request is one suggestion with sightings. */
import { toSighting } from "../sighting.ts";
import type { Suggestion } from "../suggestion.ts";
import { overlap, stems } from "./stems.ts";

interface Seen {
  suggestion: Suggestion;
  title: Set<string>;
  all: Set<string>;
}

/** Fold suggestions that ask for the same change into the first of them, preferring one that knows its line. */
export function foldSightings(suggestions: readonly Suggestion[]): Suggestion[] {
  const kept: Seen[] = [];
  for (const suggestion of suggestions) {
    const seen: Seen = {
      suggestion,
      title: stems(suggestion.title),
      all: stems(`${suggestion.title} ${suggestion.description}`),
    };
    const at = kept.findIndex((known) => isSame(known, seen));
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
  if (here.path !== null && there.path !== null && here.path !== there.path) return false;
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
