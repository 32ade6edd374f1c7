/**
 * The generic reader: any reviewer's Markdown, by its structure (headings, bold titles, labels, lists) and its
 * sentences. Adapters of tools use it for the parts that their tool leaves free.
 */
import { askIn, deferralIn, isChatter, sectionOf } from "./cues.ts";
import type { Finding, Mark, Severity } from "./finding.ts";
import { readInline, sentences, type Inline } from "./inline.ts";
import type { Section } from "./languages/language.ts";
import type { Block, Document } from "./markdown.ts";
import { foldedNoise, isFooter } from "./noise.ts";
import { severityOf } from "./severity.ts";

export interface ReadOptions {
  /** People's prose is trusted less without a word of asking. */
  by: "person" | "tool";
  /** It stands on a line of code, and opens its thread. */
  isOnCode: boolean;
}

/** A sentence with its place and its words. */
interface Sentence extends Inline {
  block: Block;
  from: number;
  to: number;
}

interface Heading {
  rank: number;
  section: Section | undefined;
  prose: string;
  severity: Severity | undefined;
  details: number;
}

/** A title with what stands under it, or one list item, or one paragraph. */
interface Unit {
  title?: Sentence;
  body: Block[];
  form: "titled" | "item" | "sentence";
  headings: Heading[];
}

/** At most so many findings of one body: more is no review. */
const MOST_FINDINGS = 120;
const LABEL =
  /^(?:\W{0,6})(?<label>recommended solution|recommended fix|recommended action|recommendations?|suggested (?:fix|solution|change|approach|improvement)|suggestions?|suggest|proposed (?:fix|solution|change)|(?:possible |potential |quick )?fix(?:es)?|solution|remediation|mitigation|optimization|action(?: required| needed)?|improvement|ask|request|how to fix|better approach|alternative)(?: \([^)]{1,30}\))? ?:\W{0,4}/;
const PROBLEM =
  /^(?:\W{0,6})(?:problem|issue|bug|risk|observation|concern|impact|finding|description|why|current(?: state| pattern| code)?|location|file|lines?|example|note|trade-?off|severity|priority|category|rationale|reason|context|benefits?|question|commits include) ?:/;
const NOTHING =
  /^(?:\W*)(?:none|n\/a|not applicable|no (?:issues?|concerns?|problems?|bugs?|changes?|action|further|comments?|findings?|blockers?|security|performance|impact|breaking|critical|major|significant)\b|nothing\b|looks? good|lgtm|all good|clean\b|approved?\b|documentation[- ]only)/;
const DONE = /^(?:✅|✓|☑|✔|👍|🎉|\[x\])|(?:✅|✓|✔)\s*$/;
const WARNS = /⚠|❌|🔶|🔴|🟠|🟡|💡|📝|🚨|❗|\bminor(?: \w+)?:|\bhowever,/;

/** All findings of a body, in order. */
export function readMarkdown(document: Document, options: ReadOptions, blocks = visible(document)): Finding[] {
  const findings: Finding[] = [];
  for (const unit of toUnits(blocks)) {
    findings.push(...fromUnit(unit, options));
    if (findings.length >= MOST_FINDINGS) break;
  }
  const kept = options.by === "person" ? settleWeak(findings, options) : findings;
  const plain = kept.map((finding) => ({
    ...finding,
    hasSuggestion: finding.hasSuggestion || hasSuggestion(document),
  }));
  return plain.length > 0 ? plain : suggestionBlocks(document);
}

/** What may be mined: no quotes, no folded noise. */
export function visible(document: Document): Block[] {
  const hidden = new Map<number, boolean>();
  return document.blocks.filter(({ quote, details }) => {
    if (quote > 0) return false;
    return !details.some(({ id, summary }) => {
      const known = hidden.get(id);
      if (known !== undefined) return known;
      const isNoise = foldedNoise(summary) !== undefined;
      hidden.set(id, isNoise);
      return isNoise;
    });
  });
}

function hasSuggestion({ blocks }: Document): boolean {
  return blocks.some(({ kind, info, quote }) => kind === "code" && info === "suggestion" && quote === 0);
}

/** A person's weak cues count only where nothing stronger stands, and only on code. */
function settleWeak(findings: (Finding & { strength?: number })[], { isOnCode }: ReadOptions): Finding[] {
  const strong = findings.filter(({ strength = 3 }) => strength === 3);
  if (strong.length > 0) return strong;
  return isOnCode ? findings.slice(0, 1) : [];
}

/** Cut the blocks into units, following the headings. */
function* toUnits(blocks: readonly Block[]): Generator<Unit> {
  let headings: Heading[] = [];
  let group: Unit | undefined;
  let item: { id: number; unit: Unit } | undefined;

  const flush = function* (): Generator<Unit> {
    if (item) yield* splitItem(item.unit);
    item = undefined;
    if (group) yield* splitGroup(group);
    group = undefined;
  };

  for (const [index, block] of blocks.entries()) {
    const depth = block.details.length;
    if (headings.some(({ details }) => details > depth)) {
      yield* flush();
      headings = headings.filter(({ details }) => details <= depth);
    }
    const heading = toHeading(block, blocks[index + 1]);
    if (heading) {
      if (!(group && heading.rank >= 8)) {
        if (group === undefined || heading.rank <= groupRank(group)) {
          yield* flush();
          headings = headings.filter(({ rank, details }) => rank < heading.rank || details < heading.details);
        } else if (item) {
          yield* splitItem(item.unit);
          item = undefined;
        }
        const outer = nearest(headings);
        if (isTitle(heading, outer)) {
          yield* flush();
          group = { title: whole(block), body: [], form: "titled", headings: [...headings, heading] };
        } else {
          yield* flush();
          headings = [...headings, heading];
        }
        continue;
      }
    }
    if (block.kind === "rule") {
      if (group && groupRank(group) >= 7) yield* flush();
      continue;
    }
    if (group) {
      group.body.push(block);
      continue;
    }
    const [top] = block.items;
    if (top) {
      if (item?.id !== top.id) {
        if (item) yield* splitItem(item.unit);
        item = { id: top.id, unit: { body: [], form: "item", headings } };
      }
      item.unit.body.push(block);
      continue;
    }
    if (item) yield* splitItem(item.unit);
    item = undefined;
    if (block.kind === "text") yield { body: [block], form: "sentence", headings };
    if (block.kind === "text" && !/:\s*$/.test(block.content)) headings = headings.filter(({ rank }) => rank < 8);
  }
  yield* flush();
}

function groupRank({ headings }: Unit): number {
  return headings.at(-1)?.rank ?? 9;
}

/** A heading, a paragraph that is all bold, or a line that introduces a list. */
function toHeading(block: Block, next: Block | undefined): Heading | undefined {
  const { content } = block;
  const isBold =
    block.kind === "text" &&
    block.items.length === 0 &&
    /^\s*(?:\W{0,4}\s)?(?:\*\*|__)[^*_]{2,100}(?:\*\*|__):?\s*(?:\W{0,3})$/.test(content);
  const introduces =
    block.kind === "text" &&
    block.items.length === 0 &&
    content.length < 160 &&
    /:\**\s*$/.test(content) &&
    (next?.items.length ?? 0) > 0;
  if (block.kind !== "heading" && block.kind !== "summary" && !isBold && !introduces) return undefined;
  const { prose, plain } = readInline(content);
  return {
    rank: rankOf(block, isBold),
    section: sectionOf(introduces && !isBold ? lastClause(prose) : prose),
    prose,
    severity: severityOf(plain),
    details: block.details.length,
  };
}

function rankOf(block: Block, isBold: boolean): number {
  if (block.kind === "summary") return 6.5;
  if (block.kind === "heading") return block.level;
  return isBold ? 7 : 8;
}

function lastClause(prose: string): string {
  return prose.slice(Math.max(prose.lastIndexOf(". "), prose.lastIndexOf(", "), 0));
}

const CATEGORY = new Set(
  "a an the and or of for in to with on by this pr code review reviews quality test tests testing coverage security performance documentation docs design architecture style error errors handling considerations consideration concern concerns issue issues problem problems bug bugs potential possible minor major critical high medium low priority severity suggestion suggestions recommendation recommendations improvement improvements required action actions item items before merge merging must should fix fixes address nice have future follow up followup work next steps additional other general specific gaps gap found areas area comments comment feedback findings finding notes note observations observation questions question mandatory optional blocking non nits nit nitpicks missing hardening requirements requirement immediate further things consider maintainability readability data reliability accessibility compatibility best practices analysis files file by usability naming logic correctness risk risks smells smell implementation deployment configuration key main remaining open summary technical debt changes requested needed needs attention improve could be better".split(
    " ",
  ),
);

/** Whether a heading is the title of one finding, rather than the name of a group of them. */
function isTitle({ prose, section, rank }: Heading, outer: Heading | undefined): boolean {
  if (rank >= 8 || rank === 6.5) return false;
  const words = prose.match(/[\p{L}`][\p{L}\p{N}'`_-]*/gu) ?? [];
  if (words.length === 0 || words.every((word) => CATEGORY.has(word))) return false;
  const parent = outer?.section;
  const isNumbered = /^\W*(?:issue |#)?\d{1,2}[.):]/.test(prose);
  const isMarked =
    /^\W*(?:critical|major|high|medium|minor|low|bug|performance|security|nit|important)\b[^:]{0,20}:/.test(prose);
  if (parent === "issues" || parent === "asks" || parent === "nits" || parent === "deferred") {
    return section !== "praise" && section !== "settled" && words.length >= 2;
  }
  if (parent === "praise" || parent === "summary" || parent === "process") return false;
  return (isNumbered || isMarked) && section !== "praise" && section !== "summary" && words.length >= 2;
}

/** The nearest heading that says what stands under it. */
function nearest(headings: readonly Heading[]): Heading | undefined {
  return headings.findLast(({ section }) => section !== undefined);
}

/** A titled unit whose recommendation is a list gives one unit for each entry. */
function* splitGroup(unit: Unit): Generator<Unit> {
  yield unit;
}

/** An item that only introduces others ("1. **Scripts:**") gives one unit for each of those. */
function* splitItem(unit: Unit): Generator<Unit> {
  const [first, ...rest] = unit.body;
  if (!first) return;
  const nested = rest.filter(({ kind, items }) => kind === "text" && items.length > first.items.length);
  const isIntroduction = /:(?:\*\*|__)?\s*$/.test(first.content) && first.kind === "text";
  if (!isIntroduction || nested.length === 0) {
    yield unit;
    return;
  }
  const { prose, plain } = readInline(first.content);
  const own: Heading = { rank: 9, section: sectionOf(prose), prose, severity: severityOf(plain), details: 0 };
  const label = LABEL.test(prose) || own.section === undefined ? undefined : own;
  for (const block of nested) {
    yield { body: [block], form: "item", headings: label ? [...unit.headings, label] : unit.headings };
  }
}

function whole(block: Block): Sentence {
  return { block, from: 0, to: block.content.length, ...readInline(block.content) };
}

/** The findings of one unit: none or one; for a paragraph of prose, sometimes two. */
function fromUnit(unit: Unit, { by, isOnCode }: ReadOptions): (Finding & { strength: number })[] {
  const heading = nearest(unit.headings);
  const section = heading?.section;
  const all: Sentence[] = [];
  for (const block of unit.body) {
    if (block.kind !== "text" && block.kind !== "cell") continue;
    for (const { from, to } of sentences(block.content)) {
      all.push({ block, from, to, ...readInline(block.content.slice(from, to)) });
      if (all.length >= 60) break;
    }
  }
  const words = all.filter(({ prose }) => prose.length > 1 && !isFooter(prose));
  const [first] = words;
  if (!first && !unit.title) return [];
  const opening = (unit.title ?? first)?.prose ?? "";
  if (NOTHING.test(opening) || NOTHING.test(first?.prose ?? "") || (DONE.test(opening) && !WARNS.test(opening)))
    return [];

  const claims =
    unit.form === "titled" ||
    (unit.form === "item" &&
      (section === "issues" || section === "asks" || section === "deferred" || section === "nits"));
  const warns = words.some(({ prose }) => WARNS.test(prose));
  if ((section === "praise" || section === "settled") && !warns) return [];
  if (section === "summary" && unit.form !== "item" && by === "tool" && !warns) return [];

  const chosen = choose(words, unit, claims, { by, isOnCode });
  if (!chosen) return [];
  const { sentence, strength } = chosen;
  const title = unit.title?.plain ?? leadTitle(sentence, words);
  const severity = severityOf([unit.title?.plain ?? "", sentence.plain.slice(0, 60)].join(" ")) ?? heading?.severity;
  const marks: Mark[] = [];
  if (section === "deferred") marks.push("deferred");
  if (section === "summary") marks.push("summary");
  if (section === "process") marks.push("informational");
  const context = [unit.title?.prose ?? "", ...words.map(({ prose }) => prose)].join(" ").trim();
  return [
    {
      block: sentence.block,
      from: sentence.from,
      to: sentence.to,
      plain: sentence.plain,
      prose: sentence.prose,
      context,
      ...(title !== undefined && { title }),
      explanation: paragraphs(words),
      form: unit.form,
      section: unit.headings.map(({ prose }) => prose).join(" / "),
      ...(severity !== undefined && { severity }),
      marks,
      hasSuggestion: unit.body.some(({ kind, info }) => kind === "code" && info === "suggestion"),
      isClaimed: claims,
      strength,
    },
  ];
}

/** The sentence that asks: a labelled one, else the first that asks, else the first of a claimed unit. */
function choose(
  words: readonly Sentence[],
  unit: Unit,
  claims: boolean,
  { by, isOnCode }: ReadOptions,
): { sentence: Sentence; strength: number } | undefined {
  for (const [index, sentence] of words.entries()) {
    const label = LABEL.exec(sentence.prose);
    if (!label) continue;
    const rest = sentence.prose.slice(label[0].length);
    if (rest.length > 3) return { sentence, strength: 3 };
    const next = words[index + 1];
    if (next) return { sentence: next, strength: 3 };
  }
  let weak: Sentence | undefined;
  for (const sentence of words) {
    if (PROBLEM.test(sentence.prose) && claims) {
      weak ??= sentence;
      continue;
    }
    const cue = askIn(sentence.prose);
    const deferral = by === "person" || unit.form === "sentence" ? deferralIn(sentence.prose) : undefined;
    if (!cue && !deferral) continue;
    if (isChatter(sentence.prose) && deferral?.strength !== 3) continue;
    if ((cue?.strength === 3 || deferral?.strength === 3) && !(cue?.strength !== 3 && isQuestion(sentence.prose))) {
      return { sentence, strength: 3 };
    }
    if (!isQuestion(sentence.prose) || cue?.name === "another way named") weak ??= sentence;
  }
  if (weak && (claims || by === "tool" || isOnCode)) return { sentence: weak, strength: 2 };
  const [first] = words;
  if (!claims) return undefined;
  const sentence = first ?? unit.title;
  return sentence && { sentence, strength: 2 };
}

function isQuestion(prose: string): boolean {
  return prose.endsWith("?");
}

/** "**Short title**: the rest" or "**Short title.** The rest". */
function leadTitle(sentence: Sentence, words: readonly Sentence[]): string | undefined {
  const first = words.find(({ block }) => block === sentence.block) ?? sentence;
  const match = /^\s*(?:\[[ x]\]\s*)?(?:[^\p{L}\p{N}*]{0,6})\*\*(?<title>[^*]{3,120}?)[:.]?\*\*/u.exec(
    first.block.content,
  );
  const title = match?.groups?.["title"];
  return title === undefined ? undefined : readInline(title).plain;
}

function paragraphs(words: readonly Sentence[]): string[] {
  const byBlock = new Map<Block, string[]>();
  for (const { block, plain } of words) byBlock.set(block, [...(byBlock.get(block) ?? []), plain]);
  return [...byBlock.values()].map((plains) => plains.join(" "));
}

/** Committable suggestions without a word that asks: the replaced line is the quote. */
export function suggestionBlocks(document: Document): Finding[] {
  const code = document.blocks.filter(
    ({ kind, info, quote, details }) => kind === "code" && info === "suggestion" && quote === 0 && details.length === 0,
  );
  return code.map((block) => {
    const lines = block.content.split("\n");
    const index = Math.max(
      0,
      lines.findIndex((line) => line.trim() !== ""),
    );
    const from = lines.slice(0, index).join("\n").length + Number(index > 0);
    const line = lines[index] ?? "";
    const explanation = document.blocks
      .filter(({ kind, quote }) => kind === "text" && quote === 0)
      .map(({ content }) => readInline(content).plain);
    return {
      block,
      from: line.trim() === "" ? 0 : from,
      to: line.trim() === "" ? block.place.content.length : from + line.length,
      plain: line.trim(),
      prose: line.trim().toLowerCase(),
      context: explanation.join(" ").toLowerCase(),
      explanation,
      form: "suggestion-block" as const,
      section: "",
      marks: [],
      hasSuggestion: true,
      isClaimed: true,
    };
  });
}
