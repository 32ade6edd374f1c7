/**
 * What becomes of each item of a follow-up: the items that its branch carries on one side, what mining finds now on
 * the other. An item leaves only for a reason that stands on GitHub; whatever is merely not found again stays.
 */
import { digest } from "./digest.ts";
import type { StatusFile } from "./documents/status-json.ts";
import { fitUnderCap, isAsked } from "./fit-under-cap.ts";
import { lastMove } from "./last-move.ts";
import { findSource, hasTextOf, keysOf, pairUp, textOf } from "./pair-items.ts";
import { hiddenClause, type PullRequestFeedback } from "./review.ts";
import type { LeftOut, Mined, Suggestion } from "./suggestion.ts";

export type ItemDecision =
  | { action: "add"; suggestion: Suggestion }
  | { action: "keep"; item: StatusFile }
  | { action: "update"; item: StatusFile; suggestion: Suggestion }
  /** We rejected it where it was committed, and it is asked for after all. */
  | { action: "reopen"; item: StatusFile; suggestion: Suggestion }
  /** `reason` is a clause for a maintainer, plain text. `isDeleted`: nobody may read the quoted words any more. */
  | { action: "withdraw"; item: StatusFile; reason: string; isDeleted: boolean }
  /** It stays, but the comment that it quotes was deleted. */
  | { action: "unquote"; item: StatusFile };

type CarriedDecision = Exclude<ItemDecision, { action: "add" }>;

interface ItemFacts {
  /** What the follow-up's branch carries, in the order of its numbers. */
  carried: readonly StatusFile[];
  feedback: PullRequestFeedback;
  mined: Mined;
  /** Whether a suggestion that no item came from may be added: due, not known, not declined. */
  isFresh: (suggestion: Suggestion) => boolean;
  /** The config's `max_per_pull_request`. */
  cap: number;
  /** Our own login, by which our own changes are known. */
  botLogin: string;
}

export interface ItemPlan {
  decisions: ItemDecision[];
  /** Suggestions that found no room, the weightiest first. */
  overCap: Suggestion[];
}

/** Decides for every carried item, in its order, and then for what is new. */
export function planItems({ carried, feedback, mined, isFresh, cap, botLogin }: ItemFacts): ItemPlan {
  const pairs = pairUp(carried, mined.suggestions, feedback);
  const decisions = carried.map((item): CarriedDecision => {
    const suggestion = pairs.get(item);
    if (suggestion && isRejectedByUs(item, botLogin)) return { action: "reopen", item, suggestion };
    if (suggestion)
      return isAsCaptured(item, suggestion) ? { action: "keep", item } : { action: "update", item, suggestion };
    const isDeleted = isSourceDeleted(item, feedback);
    const reason = isDecided(item) ? undefined : reasonToWithdraw(item, feedback, mined.leftOut);
    if (reason !== undefined) return { action: "withdraw", item, reason, isDeleted };
    return { action: isDeleted && item.evidence.redacted !== true ? "unquote" : "keep", item };
  });
  const paired = new Set(pairs.values());
  const moved = movedKeys(pairs);
  const wanted = mined.suggestions
    .filter((suggestion) => !paired.has(suggestion))
    .map((suggestion) => ({
      ...suggestion,
      key: moved.has(suggestion.key) ? freeKey(suggestion.key, moved) : suggestion.key,
    }))
    .filter(isFresh);
  const seated = decisions.flatMap((decision) => {
    const suggestion = pairs.get(decision.item);
    const { priority } = decision.item;
    return holdsSeat(decision, suggestion) ? [{ priority, ownPriority: suggestion?.ownPriority }] : [];
  });
  const { added, overCap } = fitUnderCap(wanted, { seated, cap });
  return {
    decisions: [...decisions, ...added.map((suggestion): ItemDecision => ({ action: "add", suggestion }))],
    overCap,
  };
}

/** What leaves, what was rejected, and what a person asked for or created, keeps nothing else out. */
function holdsSeat({ action, item }: CarriedDecision, suggestion: Suggestion | undefined): boolean {
  if (action === "withdraw" || item.source.kind === "manual" || (suggestion && isAsked(suggestion))) return false;
  return action === "reopen" || item.status !== "rejected";
}

/** Identity of what a capture took from a review: when it differs, the item is brought up to date. */
export function digestOf(suggestion: Suggestion): string {
  const { title, description, quote, kind, priority, outcomes, criteria, sightings, stillTrue, replies } = suggestion;
  const keys = sightings.map(({ key }) => key);
  const taken = { title, description, quote, kind, priority, outcomes, criteria, keys, stillTrue, replies };
  return `sha256:${digest(JSON.stringify(taken))}`;
}

function isAsCaptured(item: StatusFile, suggestion: Suggestion): boolean {
  return hasTextOf(item, suggestion) && item.evidence.captured === digestOf(suggestion);
}

/** Rejected by us where it was committed, for a reason that stands on GitHub and may pass: no decision of a person's. */
export function isRejectedByUs(item: StatusFile, botLogin: string): boolean {
  return item.status === "rejected" && lastMove(item)?.by === botLogin;
}

/** Somebody has decided about it: it stays, whatever happens to the comment. */
export function isDecided({ status }: StatusFile): boolean {
  return status !== "not-started" && status !== "analyzed";
}

/** Keys of items whose words stand at another index now: what is at their old index is something else. */
function movedKeys(pairs: ReadonlyMap<StatusFile, Suggestion>): Set<string> {
  const kept = [...pairs].filter(([item, suggestion]) => !keysOf(suggestion).includes(item.key));
  return new Set(kept.map(([item]) => item.key));
}

/** The first index of the same text that no item holds. */
function freeKey(key: string, taken: ReadonlySet<string>): string {
  if (!key.startsWith("comment:")) return key;
  let index = 0;
  while (taken.has(`${textOf(key)}:${index}`)) index += 1;
  return `${textOf(key)}:${index}`;
}

function reasonToWithdraw(
  item: StatusFile,
  feedback: PullRequestFeedback,
  leftOut: readonly LeftOut[],
): string | undefined {
  const keys = new Set(keysOf(item));
  const left = leftOut.find(
    ({ key, title }) => keys.has(key) && (title === item.title || textOf(key) === textOf(item.key)),
  );
  if (left) return left.reason;
  if (isSourceDeleted(item, feedback)) return "the comment it came from was deleted";
  const source = findSource(item, feedback);
  const hidden = source && hiddenClause(source);
  if (hidden !== undefined) return `the comment it came from ${hidden}`;
  return source?.edited ? "the comment it came from was edited and no longer asks for it" : undefined;
}

function isSourceDeleted(item: StatusFile, feedback: PullRequestFeedback): boolean {
  return item.source.kind !== "manual" && !findSource(item, feedback);
}
