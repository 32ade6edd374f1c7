/** Whether an outline is one finding with a name: a title at the start, or a heading over the parts of a finding. */
import { hasWords } from "./has-words.ts";
import { isTitle, mayNameFinding, NUMBERED } from "./heading.ts";
import { ASK_LABEL, isPartLabel, opensWith, PLACE_LABEL, PROBLEM_LABEL } from "./labels.ts";
import type { SectionKind } from "./languages/language.ts";
import type { Block } from "./markdown.ts";
import { blocksOfPart, type Entry, type Outline, type Part } from "./outline.ts";
import { wholeOf } from "./sentence.ts";
import type { UnitOptions } from "./unit-options.ts";

/** A tool's comment on a line of code opens with the name of what is wrong there. */
export function openingTitle({ parts, sections }: Outline, { by, isOnCode }: UnitOptions): Outline | undefined {
  const [first] = sections;
  if (by !== "tool" || !isOnCode || !first?.heading) return undefined;
  const { section, prose, block } = first.heading;
  const before = parts[0] && blocksOfPart(parts[0])[0];
  if (before && before.place.line < block.place.line) return undefined;
  if (section === "praise" || section === "settled" || (section !== undefined && !hasWords(prose, 5))) return undefined;
  if (first.parts.length === 0 || hasGroups(first, undefined) || /\/\S{1,200}\.\w/.test(prose)) return undefined;
  return mayNameFinding(first.heading) ? first : undefined;
}

/** Whether what stands under a heading are the parts of one finding, which it then names. */
export function hasParts(outline: Outline): boolean {
  return hasPartsAlone(outline) || hasPartsListed(outline) || hasPartsInWords(outline);
}

/** Whether paragraphs under a numbered heading tell the trouble, and what to do: "Issue: …", "Recommendation: …". */
function hasPartsInWords({ heading, parts }: Outline): boolean {
  if (!heading || !NUMBERED.test(heading.prose)) return false;
  const openings = parts.flatMap(openingOf).map((block) => wholeOf(block).prose);
  return (
    openings.some((prose) => opensWith(PROBLEM_LABEL, prose)) && openings.some((prose) => opensWith(ASK_LABEL, prose))
  );
}

/** The words of a paragraph, or those that introduce a list. */
function openingOf(part: Part): Block[] {
  if (part.kind === "paragraph") return [part.block];
  return part.kind === "list" && part.intro ? [part.intro] : [];
}

/** Whether all headings under one name the parts of a finding, which it then names itself. */
function hasPartsAlone({ heading, sections }: Outline): boolean {
  if (!heading || sections.length < 2 || !mayNameFinding(heading)) return false;
  return sections.every((section) => section.heading !== undefined && isPartLabel(section.heading.prose));
}

/** Whether the list under a heading spells out one finding: "Root cause: …", "Suggested fix: …". */
function hasPartsListed({ heading, parts, sections }: Outline): boolean {
  if (!heading || sections.length > 0 || !mayNameFinding(heading)) return false;
  return (
    parts.every((part) => part.kind !== "list" || areParts(part.entries)) && parts.some(({ kind }) => kind === "list")
  );
}

/** Whether each entry is labelled, and most of the labels are those of a finding's parts, one of them the ask. */
function areParts(entries: readonly Entry[]): boolean {
  const labels = entries.map(({ lead }) => lead && labelOf(lead));
  if (labels.some((label) => label === undefined)) return false;
  const known = labels.filter((label = "") => isPartLabel(label) || PLACE_LABEL.test(label));
  return known.length >= 2 && known.length * 2 >= labels.length;
}

const LABELLED = /^\W{0,4}\p{L}[\p{L}\p{N} '-]{1,40}:/u;

function labelOf(block: Block): string | undefined {
  return LABELLED.exec(wholeOf(block).prose)?.[0];
}

/** Whether headings under a title open groups of their own, rather than name the parts of one finding. */
export function hasGroups({ sections }: Outline, outer: SectionKind | undefined): boolean {
  return sections.some(({ heading }) => {
    if (!heading || isPartLabel(heading.prose)) return false;
    return heading.section !== undefined || (isTitle(heading, outer) && !heading.prose.endsWith(":"));
  });
}

/** "**Token handling**: the header is logged"; "[ ] Add a linter", done or not. */
const OWN_NAME = /^\W{0,6}(?<!\[)\*\*(?<name>[^*\n]{3,80})\*\*/u;
const TASK = /^\s{0,9}\[[ x]\]\s/i;
/** Names that answers to one finding have. */
const ANSWER = /^(?:option|alternative|approach|variant|before|after|pros?|cons?|step|line|lines)\b/;

/** Whether a heading stands over nothing but a list of tasks, or of findings with names of their own. */
export function listsFindings({ parts, sections }: Outline): boolean {
  const [list, ...rest] = parts;
  if (list?.kind !== "list" || rest.length > 0 || sections.length > 0 || list.entries.length < 2) return false;
  return list.entries.every(({ lead }) => lead !== undefined && TASK.test(lead.content)) || list.entries.every(isNamed);
}

function isNamed({ lead }: Entry): boolean {
  const name = OWN_NAME.exec(lead?.content ?? "")?.groups?.["name"]?.toLowerCase();
  return name !== undefined && !isPartLabel(name) && !PLACE_LABEL.test(`${name}:`) && !ANSWER.test(name);
}

/** "2) Race in the queue", a list of one, names what the list of parts after it is about, and so do those after it. */
export function nameOver(part: Part, next: Part | undefined, isSeries: boolean): Block | undefined {
  if (part.kind !== "list" || next?.kind !== "list" || part.entries.length !== 1) return undefined;
  const [entry] = part.entries;
  const lead = entry?.parts.length === 0 ? entry.lead : undefined;
  if (!lead || (lead.items.at(-1)?.number ?? 0) === 0) return undefined;
  const isSpelledOut = next.entries.some((one) => isPartLabel((one.lead && labelOf(one.lead)) ?? ""));
  return isSeries || isSpelledOut ? lead : undefined;
}
