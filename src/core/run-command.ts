/**
 * What each command on enhancements does: a desk is changed, and a line of the reply comes out. A command that was carried
 * out before, by a run that was stopped, changes nothing more and gives its line again.
 */
import { foldInto, redactItem, withPriority, withStatus, type Act } from "./change-item.ts";
import type { EnhanceCommand } from "./command.ts";
import type { EnhancementReference } from "./reference.ts";
import { keptFolder } from "./kept-folder.ts";
import { locate, type Desk } from "./desk.ts";
import type { Located } from "./located.ts";
import { codeSpan, inlineText } from "./documents/markdown-text.ts";
import type { TookIn } from "./documents/status-json.ts";
import type { Status } from "./enhancement.ts";
import { nameOf, type Item } from "./item.ts";
import { toSentence } from "./to-sentence.ts";

/** Markdown of ours for the reply; `failed` when the command could not be carried out. */
export interface CommandResult {
  line: string;
  failed?: true;
}

interface CommandFacts {
  all: readonly Located[];
  desk: Desk;
  act: Act;
}

/** Commands that change items; the others are the task's. */
export type ItemCommand = Extract<
  EnhanceCommand,
  { verb: "status" | "priority" | "reject" | "defer" | "approve" | "merge" | "redact" }
>;

/** The enhancements that a command names, for reading their files. What cannot be found is told when it runs. */
export function namedBy(command: EnhanceCommand, all: readonly Located[]): Located[] {
  const references = [...("id" in command ? [command.id] : []), ...("into" in command ? [command.into] : [])];
  return references.flatMap((reference) => {
    const found = locate(reference, all);
    return "refusal" in found ? [] : [found];
  });
}

const MOVES = { reject: "rejected", defer: "deferred", approve: "ready" } as const;

/** Carries out one command on the desk, and gives the line that answers it; nothing is written yet. */
export function runItemCommand(command: ItemCommand, facts: CommandFacts): CommandResult {
  const found = find(command.id, facts);
  if ("line" in found) return found;
  const { item, place } = found;
  switch (command.verb) {
    case "status":
      return move(item, command.status, command.reason, facts);
    case "reject":
    case "defer":
    case "approve":
      return move(item, MOVES[command.verb], command.reason, facts);
    case "priority":
      facts.desk.put(withPriority(item, command.priority, facts.act));
      return { line: `${nameItem(item)} now has priority ${command.priority}.` };
    case "redact":
      facts.desk.put(redactItem(item, facts.act));
      return {
        line: `The quote is taken out of ${nameItem(item)}. It remains in the history of git; deleting the comment it came from is up to its author.`,
      };
    case "merge":
      return merge({ item, place }, command.into, facts);
  }
}

function find(reference: EnhancementReference, facts: CommandFacts): { item: Item; place: Located } | CommandResult {
  const place = locate(reference, facts.all);
  const item = "refusal" in place ? undefined : facts.desk.get(place.status.uid);
  if (item && !("refusal" in place)) return { item, place };
  const merged = findMerged(reference, facts);
  if (merged) return merged;
  const isKnown = !("refusal" in place);
  const line = isKnown ? `${codeSpan(nameOf(place.status))} is gone already.` : inlineText(toSentence(place.refusal));
  return { line, failed: true };
}

/**
 * What a command of the same comment has merged away is told as that. Commands up to that one had their effect on it, in
 * an earlier run; those after it come too late.
 */
function findMerged(
  reference: EnhancementReference,
  { all, desk, act: { askedIn } }: CommandFacts,
): CommandResult | undefined {
  for (const { status } of all) {
    const into = desk.get(status.uid) ?? { status };
    for (const { tookIn, askedIn: told } of into.status.history) {
      if (!tookIn || told?.comment !== askedIn.comment || !isNamed(reference, tookIn)) continue;
      const line = tellMerge(tookIn, into);
      return told.line < askedIn.line ? { line, failed: true } : { line };
    }
  }
  return undefined;
}

/** Of one that is gone neither the title nor the name of its directory is known any more. */
function isNamed(reference: EnhancementReference, { uid, id }: { uid: string; id: string }): boolean {
  return reference === uid || reference.split("-")[0] === id;
}

function move(item: Item, status: Status, reason: string | undefined, { desk, act }: CommandFacts): CommandResult {
  const moved = withStatus(item, status, { ...act, reason });
  if ("refusal" in moved) return { line: `${nameItem(item)}: ${inlineText(moved.refusal)}.`, failed: true };
  desk.put(moved);
  return { line: `${nameItem(item)} is now ${status}.` };
}

/** An unmerged item goes once it is folded, but for what people wrote in it; a merged one stays, rejected, so that its number still leads somewhere. */
function merge({ item, place }: { item: Item; place: Located }, into: string, facts: CommandFacts): CommandResult {
  const target = find(into, facts);
  if ("line" in target) return target;
  const { desk, act } = facts;
  if (target.item.status.uid === item.status.uid) {
    return { line: `${nameItem(item)} cannot be merged into itself; name two different ones.`, failed: true };
  }
  if (place.isMerged) {
    const reason = `merged into ${target.item.status.id}`;
    const moved = withStatus(item, "rejected", { ...act, reason });
    if ("refusal" in moved) return { line: `${nameItem(item)}: ${inlineText(moved.refusal)}.`, failed: true };
    desk.put(moved);
  } else desk.mergeAway(item, target.item);
  const folder = place.isMerged ? undefined : keptFolder(item);
  desk.put(foldInto(item, target.item, { ...act, folder }));
  return { line: tellMerge({ id: item.status.id, folder }, target.item) };
}

function tellMerge({ id, folder }: Pick<TookIn, "id" | "folder">, into: Pick<Item, "status">): string {
  const kept = folder && `${nameOf(into.status)}/${folder}/`;
  return `${id} is merged into ${nameItem(into)}.${kept ? ` What people wrote in it is in ${codeSpan(kept)}.` : ""}`;
}

function nameItem({ status }: Pick<Item, "status">): string {
  return `${status.id} (${inlineText(status.title)})`;
}
