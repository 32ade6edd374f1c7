/** What a follow-up carries after a plan: decisions in, items and file changes out. */
import { nextId, takenNumber } from "./allocate.ts";
import { parseStatusJson, type StatusFile } from "./documents/status-json.ts";
import {
  changesOf,
  createItem,
  isEditedByPerson,
  nameOf,
  renumberItem,
  STATUS_JSON,
  updateItem,
  type Item,
} from "./item.ts";
import type { MarkedItem } from "./marker.ts";
import { DELETED, TAKEN_OUT, toMarked } from "./marked-items.ts";
import { hasTakenIn } from "./pair-items.ts";
import type { ItemDecision } from "./plan-items.ts";
import { saidAgain, saidAlike } from "./same-words.ts";
import { moveCommitted } from "./source-items.ts";
import { TAKEN_OUT_ON_REQUEST, takeOutQuote } from "./take-out-quote.ts";
import type { Suggestion } from "./suggestion.ts";
import type { Contents, DirectoryListing, DirectoryMove, FileChange } from "./snapshot.ts";

interface ItemFacts {
  /** The enhancements directory. */
  directory: string;
  /** What the directories of `directoriesToRead` hold on the follow-up's branch. */
  contents: Contents;
  /** What the marker says so far. */
  marked: readonly MarkedItem[];
  /** Numbers that must not be given. */
  taken: ReadonlySet<number>;
  /** What stands under the enhancements directory on the default branch. */
  base: readonly DirectoryListing[];
  botLogin: string;
  /** The items stand on the default branch: they keep their numbers, and one that is withdrawn is rejected there. */
  isCommitted?: boolean;
}

export interface FollowUpItems {
  files: FileChange[];
  /** Of directories whose number is another now. */
  moves: DirectoryMove[];
  /** What it carries afterwards, in the order of their numbers. */
  items: StatusFile[];
  /** What the marker is to remember, items that are gone included. */
  marked: MarkedItem[];
  /** Those of `items` that are new. */
  added: StatusFile[];
}

/** Names of the directories whose files must be read before `writeItems` can change them. */
export function directoriesToRead(decisions: readonly ItemDecision[], base: readonly DirectoryListing[]): string[] {
  return decisions.flatMap((decision) => {
    if (decision.action === "add") return [];
    return decision.action !== "keep" || isNumberTaken(decision.item, base) ? [nameOf(decision.item)] : [];
  });
}

/** Writes down what was decided. A directory that a person edited, added to or merged another into is never deleted. */
export function writeItems(decisions: readonly ItemDecision[], facts: ItemFacts): FollowUpItems {
  const { directory, base, botLogin } = facts;
  const taken = new Set(facts.taken);
  const marked = new Map(facts.marked.map((item) => [item.key, item]));
  const files: FileChange[] = [];
  const moves: DirectoryMove[] = [];
  const items: StatusFile[] = [];
  const added: StatusFile[] = [];
  const write = (before: Item | undefined, after: Item): void => {
    files.push(...changesOf(directory, before, after));
    items.push(after.status);
  };
  const pathOf = (status: StatusFile): string => `${directory}/${nameOf(status)}`;

  for (const decision of decisions) {
    if (decision.action === "add") {
      const { suggestion } = decision;
      const id = formerId(suggestion, facts, items) ?? give(taken);
      const created = createItem(suggestion, { id, botLogin });
      const mark = marked.get(suggestion.key);
      const item = mark?.redacted ? takeOutQuote(created, TAKEN_OUT_ON_REQUEST) : created;
      write(undefined, item);
      added.push(item.status);
      marked.set(suggestion.key, toMarked(item.status));
      continue;
    }
    const { item: status } = decision;
    const isRenumbered = facts.isCommitted !== true && isNumberTaken(status, base);
    if (decision.action === "keep" && !isRenumbered) {
      items.push(status);
      marked.set(status.key, toMarked(status));
      continue;
    }
    const before = readItem(status, facts.contents);
    const isEdited = isEditedByPerson(before) || hasTakenIn(status);
    if (decision.action === "withdraw" && !isEdited) {
      if (facts.isCommitted === true) {
        const last = bringUpToDate(decision, before, { isEdited, botLogin });
        write(before, moveCommitted(last, { to: "rejected", reason: decision.reason, by: botLogin }));
        continue;
      }
      files.push(...changesOf(directory, before, undefined));
      const told = decision.isDeleted ? { ...status, title: DELETED } : status;
      marked.set(status.key, { ...toMarked(told), gone: { by: "us", why: decision.reason } });
      continue;
    }
    const updated = bringUpToDate(decision, before, { isEdited, botLogin });
    const after = isRenumbered ? renumberItem(updated, give(taken)) : updated;
    if (isRenumbered) moves.push({ from: pathOf(status), to: pathOf(after.status) });
    write({ ...before, status: after.status }, after);
    marked.set(status.key, toMarked(after.status));
  }
  const present = new Set(items.map(({ key }) => key));
  const numbers = new Set(items.map(({ id }) => id));
  for (const mark of marked.values()) {
    if (present.has(mark.key)) continue;
    if (!mark.gone) marked.set(mark.key, { ...mark, gone: TAKEN_OUT });
    // It is back, as another comment has it.
    else if (mark.gone.by === "us" && numbers.has(mark.id)) marked.delete(mark.key);
  }
  items.sort((one, other) => Number(one.id) - Number(other.id));
  return { files, moves, items, marked: [...marked.values()], added };
}

/** What becomes of an item that stays. */
function bringUpToDate(
  decision: Exclude<ItemDecision, { action: "add" }>,
  item: Item,
  options: { isEdited: boolean; botLogin: string },
): Item {
  if (decision.action === "update") return updateItem(item, decision.suggestion, options);
  if (decision.action === "reopen") {
    const move = { to: "not-started" as const, reason: "it is asked for again", by: options.botLogin };
    return updateItem(moveCommitted(item, move), decision.suggestion, options);
  }
  const isDeleted = decision.action === "unquote" || (decision.action === "withdraw" && decision.isDeleted);
  return isDeleted ? takeOutQuote(item, "The comment was deleted.") : item;
}

function give(taken: Set<number>): string {
  const id = nextId(taken);
  taken.add(Number(id));
  return id;
}

/**
 * What we withdrew comes back under the number it had, unless somebody else has that by now: known by its key, or by its
 * words where they are said again.
 */
function formerId(
  { key, title, source }: Suggestion,
  { marked, base }: ItemFacts,
  items: readonly StatusFile[],
): string | undefined {
  const given = new Set([...base.map(({ name }) => takenNumber(name)), ...items.map(({ id }) => Number(id))]);
  const gone = marked.filter((mark) => mark.gone?.by === "us" && !given.has(Number(mark.id)));
  const said = { title, path: source.path };
  const former = gone.find((mark) => mark.key === key) ?? gone.find(saidAgain(said)) ?? gone.find(saidAlike(said));
  return former?.id;
}

/** Another directory on the default branch has the number: a person made it, or another tool. */
function isNumberTaken(status: StatusFile, base: readonly DirectoryListing[]): boolean {
  return base.some(({ name, statusJson = "" }) => {
    if (takenNumber(name) !== Number(status.id)) return false;
    const other = parseStatusJson(statusJson, STATUS_JSON);
    return !other.ok || other.value.uid !== status.uid;
  });
}

function readItem(status: StatusFile, contents: Contents): Item {
  return { status, files: contents.get(nameOf(status)) ?? new Map() };
}
