/**
 * An outline cut into units, each of which holds at most one finding: a title with what stands under it, an item of a
 * list, a row of a table, or a paragraph.
 */
import { askIn, sectionOf } from "./cues.ts";
import { askedTwice, splitAsks } from "./asked-twice.ts";
import { announces, goesOn, isClosing, isNothing, isToldOf } from "./between.ts";
import { isBoldLine, isCategory, isTitle, sectionUnder, type Heading } from "./heading.ts";
import { NOTHING } from "./empty-words.ts";
import { hasWords } from "./has-words.ts";
import { ASK_LABEL, DONE_MARK, opensWith, PROBLEM_LABEL } from "./labels.ts";
import type { SectionKind } from "./languages/language.ts";
import { leadTitle, weightOf } from "./lead.ts";
import type { Block } from "./markdown.ts";
import { hasGroups, hasParts, listsFindings, nameOver, openingTitle } from "./named.ts";
import { opensHelp } from "./noise.ts";
import { blocksOf, blocksOfPart, type Entry, type Outline, type Part } from "./outline.ts";
import { sentencesIn, wholeOf } from "./sentence.ts";
import { rowsOf } from "./table.ts";
import type { UnitOptions } from "./unit-options.ts";

export interface Unit {
  shape: "titled" | "item" | "sentence";
  /** Its name, cut to the words of it. */
  title?: Block;
  /** The name of the finding that it is one of several answers to. */
  under?: Block;
  body: Block[];
  headings: readonly Heading[];
  /** What the words around it say of it. */
  section: SectionKind | undefined;
  /** It is all that a tool says of a line of code. */
  isAlone?: boolean;
}

interface Around extends UnitOptions {
  headings: readonly Heading[];
  section: SectionKind | undefined;
}

/** The units of an outline, in order: in a list, as generators within generators are slow. */
export function toUnits(outline: Outline, options: UnitOptions): Unit[] {
  const units: Unit[] = [];
  const around: Around = { ...options, headings: [], section: undefined };
  const opening = openingTitle(outline, options);
  if (opening?.heading) fromTitled(opening.heading.block, opening, { ...around, headings: [opening.heading] }, units);
  const sections = opening ? outline.sections.slice(1) : outline.sections;
  fromOutline({ ...outline, sections }, around, units);
  return units;
}

function fromOutline(outline: Outline, around: Around, units: Unit[]): void {
  const { heading } = outline;
  if (heading && around.by === "tool" && opensHelp(heading.prose)) return;
  const isNamed = heading && (isTitle(heading, around.section) || (around.by === "tool" && hasParts(outline)));
  if (isNamed && !hasGroups(outline, around.section) && !listsFindings(outline)) {
    fromTitled(heading.block, outline, { ...around, headings: [...around.headings, heading] }, units);
    return;
  }
  const inner: Around = heading
    ? { ...around, headings: [...around.headings, heading], section: sectionUnder(heading, around.section) }
    : around;
  if (!heading && isOneRemark(outline, around)) {
    const { first, second } = splitAsks(blocksOf(outline));
    for (const body of [first, second].filter(({ length }) => length > 0))
      units.push({ shape: "sentence", body, headings: [], section: undefined, isAlone: true });
    return;
  }
  const under: Around = isDenied(outline, inner) ? { ...inner, section: "settled" } : inner;
  fromParts(outline.parts, under, units);
  for (const section of outline.sections) fromOutline(section, under, units);
}

/** "Findings" over "No findings.": what else stands there tells how that was found out. */
function isDenied({ parts: [first] }: Outline, { by, section }: Around): boolean {
  return by === "tool" && section === "issues" && first?.kind === "paragraph" && isNothing(first.block);
}

/** A tool's comment on a line of code that opens with a remark is about that remark alone. */
function isOneRemark({ parts, sections }: Outline, { by, isOnCode }: Around): boolean {
  if (by !== "tool" || !isOnCode || !sections.every(({ heading }) => heading?.rank === 6.5)) return false;
  const [first] = parts;
  if (first?.kind !== "paragraph") return false;
  if (!parts.some(({ kind }) => kind === "list")) return true;
  return sentencesIn(first.block).some(({ prose }) => !prose.endsWith(":") && askIn(prose) !== undefined);
}

/** One finding under a title, unless its recommendation is a list of several. */
function fromTitled(title: Block, outline: Outline, around: Around, units: Unit[]): void {
  const asked = listAsked(outline);
  if (asked) {
    for (const { blocks } of asked)
      units.push({ shape: "item", under: title, body: blocks, headings: around.headings, section: "asks" });
    return;
  }
  units.push({ shape: "titled", title, body: blocksOf(outline), headings: around.headings, section: around.section });
}

/** The entries of "**Recommendation:**" with nothing behind it, when each of them asks. */
function listAsked({ parts, sections }: Outline): readonly Entry[] | undefined {
  for (const part of parts) {
    if (part.kind !== "list") continue;
    if (part.intro && isBareAsk(part.intro) && allAsk(part.entries)) return part.entries;
    for (const { lead, parts: inner } of part.entries) {
      const [list] = inner;
      if (lead && isBareAsk(lead) && list?.kind === "list" && allAsk(list.entries)) return list.entries;
    }
  }
  for (const { heading, parts: inner } of sections) {
    const [list] = inner;
    if (heading && isBareAsk(heading.block) && list?.kind === "list" && allAsk(list.entries)) return list.entries;
  }
  return undefined;
}

function isBareAsk(block: Block): boolean {
  const { prose } = wholeOf(block);
  const label = ASK_LABEL.exec(prose.endsWith(":") ? prose : `${prose}:`);
  return label !== null && (prose.length - label[0].length < 3 || /\bconsider(?:ing)?:$/.test(prose));
}

function allAsk(entries: readonly Entry[]): boolean {
  return entries.length > 1 && entries.every(({ lead }) => lead !== undefined && isAsk(wholeOf(lead).prose));
}

function mostAsk(entries: readonly Entry[]): boolean {
  const asking = entries.filter(({ lead }) => lead !== undefined && isAsk(wholeOf(lead).prose));
  return entries.length > 1 && asking.length * 2 >= entries.length;
}

function isAsk(prose: string): boolean {
  return askIn(prose)?.strength === 3 || /^\W{0,12}\w{1,30}ing\b/.test(prose);
}

/** The parts under a heading that names a group, or under none. */
function fromParts(parts: readonly Part[], around: Around, units: Unit[]): void {
  let open: Unit | undefined;
  let before: Part | undefined;
  let hasList = false;
  let isSeries = false;
  for (const [nth, part] of parts.entries()) {
    const name = around.by === "tool" ? nameOver(part, parts[nth + 1], isSeries) : undefined;
    if (name) {
      isSeries = true;
      if (open) units.push(open);
      open = { shape: "titled", title: name, body: [], headings: around.headings, section: around.section };
      continue;
    }
    if (isSeries && part.kind === "paragraph") {
      if (open) units.push(open);
      open = undefined;
      isSeries = false;
    }
    if (part.kind === "paragraph" && hasList && around.by === "tool" && isClosing(part.block)) continue;
    hasList ||= part.kind === "list";
    const isBehindCode = before?.kind === "code" && around.by === "tool";
    const isNone = part.kind === "list" && before?.kind === "paragraph" && isNothing(before.block);
    before = part;
    if (isNone) continue;
    if (part.kind === "paragraph") {
      const asked = around.by === "person" ? askedTwice(part.block) : [];
      if (asked.length > 0) {
        if (open) units.push(open);
        for (const block of asked)
          units.push({ shape: "sentence", body: [block], headings: around.headings, section: around.section });
        open = units.pop();
        continue;
      }
      const title = around.by === "tool" ? leadTitle(part.block, around.section) : undefined;
      const weight = around.by === "tool" && !title ? weightOf(part.block) : undefined;
      if (title) {
        if (open) units.push(open);
        open = { shape: "titled", title, body: [part.block], headings: around.headings, section: around.section };
      } else if (weight) {
        if (open) units.push(open);
        const section = around.section ?? (weight === "nit" ? "nits" : "issues");
        open = { shape: "item", body: [part.block], headings: around.headings, section };
      } else if (open && (open.shape === "titled" || isToldOf(part.block) || (isBehindCode && goesOn(part.block))))
        open.body.push(part.block);
      else {
        if (open) units.push(open);
        open = { shape: "sentence", body: [part.block], headings: around.headings, section: around.section };
      }
      continue;
    }
    if ((open?.shape === "titled" && !(part.kind === "list" && announces(part.intro))) || part.kind === "code") {
      open?.body.push(...blocksOfPart(part));
      continue;
    }
    if (open) units.push(open);
    open = undefined;
    if (part.kind === "table") fromTable(part.rows, around, units);
    else fromList(part.intro, part.entries, around, units);
  }
  if (open) units.push(open);
}

function fromTable(rows: readonly (readonly Block[])[], { headings, section }: Around, units: Unit[]): void {
  for (const body of rowsOf(rows, section === "issues" || section === "asks" || section === "deferred"))
    units.push({ shape: "item", body, headings, section: section === "summary" ? "issues" : (section ?? "issues") });
}

/** Opens a list of what the change does, or of why it is no risk. */
const REPORTS =
  /\bwhat (?:has |was )?changed\b|\bwhat (?:the|this) (?:pr|pull request|change|patch|fix) (?:does|fixes|changes|adds|solves|addresses)\b|\b(?:pr|pull request|change|patch|commit)s? (?:addresses|fixes|resolves|solves|implements|introduces|adds|makes|includes)\b|\brisk(?: level| assessment)?\W{1,6}(?:is )?(?:very |extremely )?(?:low|minimal|none|negligible)\b|\bdoes the following\b|\b(?:main|key|notable) changes\b|\bchanges (?:made|include|are|since)\b|\bhow (?:i|we) (?:tested|verified|checked)\b|\bsteps (?:i|we) (?:used|took|followed|did)\b|\bif you (?:want|like|wish),? i can\b/;

/** A list by its introduction: it may say that there is nothing, ask for one change spelled out, or open a group. */
function fromList(intro: Block | undefined, entries: readonly Entry[], around: Around, units: Unit[]): void {
  const { section, headings } = around;
  if (!intro) {
    for (const entry of entries) fromEntry(entry, around, units);
    return;
  }
  const { prose } = wholeOf(intro);
  if (NOTHING.test(prose) || DONE_MARK.test(prose)) return;
  if (REPORTS.test(prose) || (around.by === "tool" && opensHelp(prose))) return;
  const own = sectionOf(lastClause(prose));
  const opens = own !== undefined || isOpening(prose);
  if (asksForAll(prose, opens)) {
    units.push({ shape: "item", body: [intro, ...entries.flatMap(({ blocks }) => blocks)], headings, section });
    return;
  }
  const inherits = isSilent(section) || section === "nits";
  const inner = inherits ? section : (own ?? (opens || hasFewWords(prose) ? section : undefined));
  for (const entry of entries) fromEntry(entry, { ...around, section: inner }, units);
}

/** "Add tests for:" asks for one change, which the list spells out. */
function asksForAll(prose: string, opens: boolean): boolean {
  if (isOpening(prose)) return false;
  const cue = askIn(prose);
  if (/\b(?:for|of|including|such as|like|with|e\.g\.)\W{0,12}:\W{0,12}$/.test(prose)) return cue !== undefined;
  return !opens && cue?.strength === 3;
}

/** "Consider:", "I'd recommend the following:", "before merging:" ask for nothing by themselves. */
function isOpening(prose: string): boolean {
  return /\b(?:consider(?:ing)?|recommend(?:ed)?|suggest(?:ed|ing|ions?)?|verify(?:ing)?|should|please|need(?:s|ed)? to|must|could|the following|as follows|below|merg(?:e|ing)|future prs?)\W{0,12}:\W{0,12}$/.test(
    prose,
  );
}

function hasFewWords(prose: string): boolean {
  return !hasWords(prose, 5);
}

function lastClause(prose: string): string {
  return prose.slice(Math.max(prose.lastIndexOf(". "), prose.lastIndexOf(", "), 0));
}

/** "**Lock contention** (`src/pool.go:42`)": where it is, behind the name. */
const PLACE_BEHIND = /\s{0,9}\([^()\n]{1,200}\)\s{0,9}$/;

/** One item; one that only names a group gives one unit for each item under it. */
function fromEntry(entry: Entry, around: Around, units: Unit[]): void {
  const { lead, parts, blocks } = entry;
  const { headings, section } = around;
  const nested = parts.find((part) => part.kind === "list");
  if (lead && nested) {
    const { prose } = wholeOf(lead);
    const names = /:[*_]{0,6}\s{0,9}$/.test(lead.content) || isCategory(prose);
    const isGroup = names && !opensWith(PROBLEM_LABEL, prose) && (askIn(prose)?.strength !== 3 || isOpening(prose));
    if (isGroup || (names && mostAsk(nested.entries))) {
      const own = opensWith(ASK_LABEL, prose) || isSilent(section) ? undefined : sectionOf(prose);
      for (const inner of nested.entries) fromEntry(inner, { ...around, section: own ?? section }, units);
      return;
    }
    const asked = listAsked({ parts, sections: [] });
    if (asked) {
      for (const { blocks: body } of asked)
        units.push({ shape: "item", under: lead, body, headings, section: section ?? "asks" });
      return;
    }
  }
  const title = lead && parts.length > 0 && isBoldLine(lead.content.replace(PLACE_BEHIND, "")) ? lead : undefined;
  if (title) units.push({ shape: "item", title, body: blocks.slice(1), headings, section });
  else units.push({ shape: "item", body: [...blocks], headings, section });
}

function isSilent(section: SectionKind | undefined): boolean {
  return section === "praise" || section === "settled" || section === "process";
}
