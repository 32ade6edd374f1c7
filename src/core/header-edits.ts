/**
 * What people change in the header of `enhancement.md`: its status, priority and title are taken over into
 * `status.json`, where history is kept. The other header lines are ours.
 */
import { laterDay } from "./later-day.ts";
import { readHeader, TITLE_PREFIX } from "./documents/enhancement-md.ts";
import { inlineText, plainText } from "./documents/markdown-text.ts";
import { oneLine } from "./documents/visible-text.ts";
import type { StatusFile } from "./documents/status-json.ts";
import { Priority, Status, type IsoDate } from "./enhancement.ts";
import { ENHANCEMENT_MD, editItem, type Item } from "./item.ts";
import { refuseMove } from "./lifecycle.ts";

export interface HeaderEdits {
  status?: Status;
  priority?: Priority;
  title?: string;
}

/** What the header says otherwise than `status.json`; values that are no such words are left out. */
export function readHeaderEdits(text: string, now: StatusFile): HeaderEdits {
  const header = readHeader(text, ENHANCEMENT_MD);
  if (!header.ok || header.block.end === undefined) return {};
  const { fields, heading } = header.block;
  const value = (name: string) => {
    const [only, other] = fields.filter((field) => field.name === name);
    return other ? undefined : only?.value;
  };
  const status = Status.safeParse(value("Status")).data;
  const priority = Priority.safeParse(value("Priority")).data;
  const written = heading?.text.startsWith(TITLE_PREFIX) ? heading.text.slice(TITLE_PREFIX.length) : undefined;
  const title = written === undefined || written === inlineText(now.title) ? "" : oneLine(plainText(written));
  return {
    ...(status && status !== now.status && { status }),
    ...(priority && priority !== now.priority && { priority }),
    ...(title !== "" && title !== now.title && { title }),
  };
}

/**
 * The item with the edits taken over, each told in its history. `base` is its state where the edits were made: of what
 * was written down since, nothing is done twice. `refusal`: the status cannot go there.
 */
export function applyHeaderEdits(
  item: Item,
  { status, priority, title }: HeaderEdits,
  { by, on, base }: { by: string; on: IsoDate; base: StatusFile },
): Item | { refusal: string } {
  const { status: now } = item;
  const refusal = status && refuseMove(now.status, status);
  if (refusal !== undefined) return { refusal };
  const isKnown = now.history
    .slice(base.history.length)
    .some((change) => change.status === status && change.reason?.endsWith(SET_IN_HEADER) === true);
  const changes = {
    ...(status && status !== now.status && !isKnown && { status }),
    ...(priority && priority !== now.priority && { priority }),
    ...(title !== undefined && title !== now.title && { title }),
  };
  const names = Object.keys(changes);
  if (names.length === 0) return item;
  const told = { status: changes.status ?? now.status, on, by, reason: reasonOf(names, changes) };
  const about = changes.priority ? ("priority" as const) : ("title" as const);
  return editItem(item, {
    ...now,
    ...changes,
    ...(changes.priority && { evidence: { ...now.evidence, priority: "decided" as const } }),
    updated: laterDay(now.updated, on),
    history: [...now.history, { ...told, ...(!changes.status && { about }) }],
  });
}

const SET_IN_HEADER = "set in enhancement.md";

function reasonOf(names: readonly string[], { priority }: HeaderEdits): string {
  const words = names.map((name) => (name === "priority" ? `priority ${priority ?? ""}` : name));
  return `${words.join(", ")} ${SET_IN_HEADER}`;
}
