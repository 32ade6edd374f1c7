/** Which suggestion each item came from: by its key, or by its words where a reviewer hid them and said them again. */
import type { StatusFile } from "./documents/status-json.ts";
import { sameLogin, textsIn, type Feedback, type PullRequestFeedback } from "./review.ts";
import { saidAgain, saidAlike } from "./same-words.ts";
import type { Suggestion } from "./suggestion.ts";

/**
 * Pairs each carried item with the suggestion that it came from. The same words of the same comment come first: a
 * finding added above another moves every index below it. `feedback`: where words count whose comment was hidden, too.
 */
export function pairUp(
  carried: readonly StatusFile[],
  suggestions: readonly Suggestion[],
  feedback?: PullRequestFeedback,
): Map<StatusFile, Suggestion> {
  const pairs = new Map<StatusFile, Suggestion>();
  const left = new Set(suggestions);
  const pair = (items: readonly StatusFile[], isPair: (item: StatusFile, suggestion: Suggestion) => boolean) => {
    for (const item of items) {
      const suggestion = pairs.has(item) ? undefined : [...left].find((candidate) => isPair(item, candidate));
      if (!suggestion) continue;
      pairs.set(item, suggestion);
      left.delete(suggestion);
    }
  };
  pair(carried, isSameText);
  pair(carried, isSameKey);
  if (!feedback) return pairs;
  // Many a tool hides its last review when it posts the next one.
  const hidden = carried.filter((item) => findSource(item, feedback)?.hidden !== undefined);
  for (const alikeTo of [saidAgain, saidAlike]) {
    pair(hidden, (item, suggestion) => isSameReviewer(item, suggestion) && alikeTo(saidBy(item))(saidBy(suggestion)));
  }
  return pairs;
}

function isSameText(item: StatusFile, suggestion: Suggestion): boolean {
  return textOf(item.key) === textOf(suggestion.key) && item.title === suggestion.title;
}

/** With the keys of what a person merged into it, an item would take the words of that for its own. */
function isSameKey(item: StatusFile, suggestion: Suggestion): boolean {
  const keys = new Set(hasTakenIn(item) ? [item.key] : keysOf(item));
  return keysOf(suggestion).some((key) => keys.has(key));
}

function isSameReviewer({ source }: StatusFile, suggestion: Suggestion): boolean {
  const [one, other] = [source.author, suggestion.source.author];
  return one !== null && other !== null && sameLogin(one.login, other.login);
}

function saidBy({ title, source: { path } }: StatusFile | Suggestion): { title: string; path: string | null } {
  return { title, path };
}

/** Whether an item knows the text that a suggestion was found in, as its source or as a sighting. */
export function hasTextOf(item: StatusFile, { key }: Suggestion): boolean {
  return keysOf(item).some((known) => textOf(known) === textOf(key));
}

/** A person merged another into it: its text tells of both. */
export function hasTakenIn({ history }: StatusFile): boolean {
  return history.some(({ tookIn }) => tookIn !== undefined);
}

/** Every key by which an item or a suggestion may be recognised. */
export function keysOf({
  key,
  sightings,
}: {
  key: string;
  sightings: readonly { key?: string | undefined }[];
}): string[] {
  return [key, ...sightings.flatMap((sighting) => sighting.key ?? [])];
}

/** The part of a key that names the text it was found in, without the index. */
export function textOf(key: string): string {
  return key.startsWith("comment:") ? key.slice(0, key.lastIndexOf(":")) : key;
}

/** The text that an item came from, unless that is gone. */
export function findSource(
  { source }: Pick<StatusFile, "source">,
  feedback: PullRequestFeedback,
): Feedback | undefined {
  const id = source.kind === "review" ? source.reviewId : source.commentId;
  return textsIn(feedback).find(({ kind, databaseId }) => kind === source.kind && databaseId === id);
}
