/**
 * One enhancement's directory as a value: what its files say, and the ways we change them. A file that a person edited
 * keeps every byte that is not ours; a file that cannot be read is left as it is.
 */
import { laterDay } from "./later-day.ts";
import { directoryName, slugify } from "./allocate.ts";
import { editHeader, editSection, readHeader, type HeaderChanges } from "./documents/enhancement-md.ts";
import { sectionsOf } from "./documents/sections.ts";
import { editStatusJson, parseStatusJson, type StatusFile } from "./documents/status-json.ts";
import {
  renderNewEnhancement,
  toStatusFile,
  withoutAssumption,
  type NewEnhancementOptions,
} from "./new-enhancement.ts";
import { digest } from "./digest.ts";
import { digestOf } from "./plan-items.ts";
import type { FileChange } from "./snapshot.ts";
import { toSighting } from "./sighting.ts";
import type { Suggestion } from "./suggestion.ts";

export const ENHANCEMENT_MD = "enhancement.md";
export const STATUS_JSON = "status.json";
/** The section that holds the quote. */
export const FEEDBACK = "Original Feedback Context";
const OURS = new Set([ENHANCEMENT_MD, STATUS_JSON]);

export interface Item {
  status: StatusFile;
  /** Text by the name of the file. */
  files: ReadonlyMap<string, string>;
}

/** The name of an item's directory. */
export function nameOf({ id, slug }: Pick<StatusFile, "id" | "slug">): string {
  return directoryName(id, slug);
}

/** A new item, made of a suggestion. */
export function createItem(suggestion: Suggestion, options: Omit<NewEnhancementOptions, "slug">): Item {
  const created = toStatusFile(suggestion, { ...options, slug: slugify(suggestion.title) });
  return writeWhole(suggestion, withDigest(created, suggestion));
}

/**
 * Brings an item up to date with its suggestion: what was decided about it stays. `isEdited` says that a person edited
 * its enhancement.md; then only the quote is replaced there.
 */
export function updateItem(
  item: Item,
  suggestion: Suggestion,
  { isEdited, botLogin }: { isEdited: boolean; botLogin: string },
): Item {
  const { status } = item;
  const now = toStatusFile(suggestion, { id: status.id, slug: status.slug, botLogin });
  const isKept = keepsPriority(status, now);
  const isRedacted = status.evidence.redacted === true;
  const next = withDigest(
    {
      ...status,
      title: isEdited ? status.title : now.title,
      kind: isEdited ? status.kind : now.kind,
      priority: isKept ? status.priority : now.priority,
      sightings: joinSightings(status, suggestion),
      evidence: {
        ...{ ...status.evidence, ...now.evidence, priority: (isKept ? status : now).evidence.priority },
        ...(isRedacted && { kept: status.evidence.kept }),
      },
      updated: laterDay(status.updated, now.updated),
    },
    suggestion,
  );
  if (isRedacted) return editItem(item, next);
  const whole = writeWhole(suggestion, next);
  if (!isEdited) return { status: next, files: new Map([...item.files, ...whole.files]) };

  const fresh = whole.files.get(ENHANCEMENT_MD) ?? "";
  const quote = sectionsOf(fresh).find(({ heading }) => heading === FEEDBACK);
  return editItem(item, next, (text) => editSection(text, FEEDBACK, (quote?.lines ?? []).join("\n").trim()));
}

/** What a person decided holds, and what others raised as long as the review itself states nothing. */
function keepsPriority({ evidence: { priority } }: StatusFile, now: StatusFile): boolean {
  if (priority === "raised") return now.evidence.priority === "assumed";
  return priority !== "assumed" && priority !== "stated";
}

/** The item under another number: its directory, header and status together. */
export function renumberItem(item: Item, id: string): Item {
  return editItem(item, { ...item.status, id });
}

/**
 * The item with other facts: status.json and the header of enhancement.md follow them, and so does what it says of an
 * assumed priority; `edit` changes the rest of enhancement.md. What stood in `item` and does not differ keeps its bytes; a
 * text that only we wrote is still only ours.
 */
export function editItem(item: Item, facts: StatusFile, edit: (text: string) => string = same): Item {
  const files = new Map(item.files);
  const text = item.files.get(ENHANCEMENT_MD);
  if (text !== undefined && readHeader(text, ENHANCEMENT_MD).ok) {
    const edited = facts.evidence.priority === "assumed" ? edit(text) : withoutAssumption(edit(text));
    files.set(ENHANCEMENT_MD, editHeader(edited, headerChanges(item.status, facts)));
  }
  const status = isTextEdited(item) ? facts : { ...facts, evidence: { ...facts.evidence, written: sumOf(files) } };
  const json = item.files.get(STATUS_JSON);
  const written = json === undefined ? undefined : parseStatusJson(json, STATUS_JSON);
  if (json !== undefined && written?.ok) {
    files.set(STATUS_JSON, editStatusJson(json, changesBetween(written.value, status)));
  }
  return { status, files };
}

/** What turns one state of a directory into another; `undefined` where there is none before, or none after. */
export function changesOf(directory: string, before: Item | undefined, after: Item | undefined): FileChange[] {
  const old = before ? filesByPath(directory, before) : new Map<string, string>();
  const given = after ? filesByPath(directory, after) : new Map<string, string>();
  const deleted = [...old.keys()].filter((path) => !given.has(path)).map((path) => ({ path, content: null }));
  const written = [...given].filter(([path, content]) => old.get(path) !== content);
  return [...deleted, ...written.map(([path, content]) => ({ path, content }))];
}

function filesByPath(directory: string, { status, files }: Item): Map<string, string> {
  return new Map([...files].map(([file, content]) => [`${directory}/${nameOf(status)}/${file}`, content]));
}

/** What was seen before, and whatever the suggestion adds to it. The item's own source is no sighting of it. */
function joinSightings({ key, sightings }: StatusFile, suggestion: Suggestion): StatusFile["sightings"] {
  const known = new Set([key, ...sightings.flatMap((sighting) => sighting.key ?? [])]);
  const seen = [toSighting(suggestion), ...suggestion.sightings].filter((sighting) => !known.has(sighting.key));
  return [...sightings, ...seen.map((sighting) => ({ ...sighting }))];
}

/** What was written stands in the same commit as its digest: a run that is stopped after it mistakes nothing for a person's. */
function writeWhole(suggestion: Suggestion, given: StatusFile): Item {
  const render = (status: StatusFile) => {
    const files = renderNewEnhancement(suggestion, status);
    return new Map(files.map(({ path, content }) => [path, content]));
  };
  const written = sumOf(render(given));
  const status = { ...given, evidence: { ...given.evidence, written } };
  return { status, files: render(status) };
}

/** The enhancement.md is not the one that we wrote last, or other files or folders stand beside it. */
export function isEditedByPerson(item: Item): boolean {
  return isTextEdited(item) || [...item.files.keys()].some((file) => !OURS.has(file));
}

/** The enhancement.md is not the one that we wrote last. */
export function isTextEdited({ status, files }: Item): boolean {
  return status.evidence.written !== sumOf(files);
}

/** Of the title and everything below the header: the header's fields are ours, and commands change them. */
function sumOf(files: Item["files"]): string {
  const text = files.get(ENHANCEMENT_MD) ?? "";
  const readable = readHeader(text, ENHANCEMENT_MD);
  if (!readable.ok) return digest(text);
  const { block, body } = readable;
  const below = body.split("\n").slice(block.end ?? 0);
  return digest([block.heading?.text ?? "", withoutAssumption(below.join("\n"))].join("\n"));
}

function withDigest(status: StatusFile, suggestion: Suggestion): StatusFile {
  return { ...status, evidence: { ...status.evidence, captured: digestOf(suggestion) } };
}

function changesBetween(before: StatusFile, after: StatusFile): Partial<StatusFile> {
  const changed = Object.entries(after).filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(before[key]));
  return Object.fromEntries(changed);
}

function headerChanges(before: StatusFile, after: StatusFile): HeaderChanges {
  const { title, id, status, priority, updated } = after;
  return {
    ...(title !== before.title && { title }),
    ...{ id, status, priority, updated },
  };
}

function same(text: string): string {
  return text;
}
