/** What a capture did to items that were there, in the words of a commit message. */
import { parseDirectoryName } from "./allocate.ts";
import type { Deed } from "./commit-message.ts";
import type { FollowUpItems } from "./follow-up-items.ts";
import type { ItemDecision } from "./plan-items.ts";

/**
 * Those that change an item, and new numbers, in that order. What was to be withdrawn and stays, for a person edited it, loses
 * its quote at most.
 */
export function deedsOf(decisions: readonly ItemDecision[], { items, moves }: FollowUpItems): Deed[] {
  const deeds = decisions.flatMap((decision): Deed[] => {
    if (decision.action === "add" || decision.action === "keep") return [];
    const { action, item } = decision;
    if (action === "unquote") return [{ verb: "redact", of: item.id }];
    if (action !== "withdraw") return [{ verb: action, of: item.id }];
    const left = items.find(({ uid }) => uid === item.uid);
    if (!left) return [{ verb: "withdraw", of: item.id }];
    if (left.status !== item.status) return [{ verb: "reject", of: item.id }];
    return decision.isDeleted ? [{ verb: "redact", of: item.id }] : [];
  });
  return [...deeds, ...moves.map(({ from, to }) => ({ verb: "renumber", of: `${numberIn(from)} to ${numberIn(to)}` }))];
}

function numberIn(path: string | null): string {
  return parseDirectoryName(path?.split("/").at(-1) ?? "")?.id ?? "";
}
