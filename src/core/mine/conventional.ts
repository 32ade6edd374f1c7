/** Conventional comments: `label (decorations): subject`, in bold or plain, with or without an emoji. */
import type { Kind } from "../enhancement.ts";
import { splitAsks } from "./asked-twice.ts";
import { askIn } from "./cues.ts";
import type { Finding, Mark, Severity } from "./finding.ts";
import { readInline } from "./inline.ts";
import type { Block, Document } from "./markdown.ts";
import { cutBlock } from "./outline.ts";
import { readBlocks } from "./read-markdown.ts";
import { readUnit } from "./read-unit.ts";
import { sentencesIn, wholeOf } from "./sentence.ts";
import { hasSuggestion, suggestionBlocks } from "./suggestion-blocks.ts";
import type { UnitOptions } from "./unit-options.ts";

interface Label {
  /** It asks nothing by itself: what counts is what asks outright in the paragraphs under it; "in words", in its own as well. */
  asks?: "nothing" | "in words";
  kind?: Kind;
  severity?: Severity;
  marks?: Mark[];
}

/** Labels of conventionalcomments.org, and those that teams and tools added to them. */
const LABELS: Readonly<Record<string, Label>> = {
  praise: { asks: "nothing" },
  note: { asks: "nothing" },
  thought: { marks: ["non-blocking"] },
  question: { asks: "in words" },
  nitpick: { kind: "style", severity: "nit", marks: ["non-blocking"] },
  nit: { kind: "style", severity: "nit", marks: ["non-blocking"] },
  typo: { kind: "style", severity: "nit", marks: ["non-blocking"] },
  polish: { kind: "style", severity: "nit", marks: ["non-blocking"] },
  quibble: { kind: "style", severity: "nit", marks: ["non-blocking"] },
  style: { kind: "style", severity: "nit" },
  suggestion: {},
  issue: {},
  blocking: { marks: ["blocking"] },
  blocker: { marks: ["blocking"] },
  "non-blocking": { marks: ["non-blocking"] },
  todo: {},
  chore: { kind: "other" },
  bug: { kind: "bug" },
  logic: { kind: "bug" },
  syntax: { kind: "bug" },
  security: { kind: "security" },
  performance: { kind: "performance" },
  refactor: { kind: "refactor" },
  test: { kind: "test" },
  docs: { kind: "docs" },
  "follow-up": { marks: ["deferred"] },
  followup: { marks: ["deferred"] },
};

const DECORATIONS: Readonly<Record<string, Label>> = {
  "non-blocking": { marks: ["non-blocking"] },
  nonblocking: { marks: ["non-blocking"] },
  "if-minor": { marks: ["non-blocking"] },
  minor: { severity: "low" },
  blocking: { marks: ["blocking"] },
  "follow-up": { marks: ["deferred", "non-blocking"] },
  followup: { marks: ["deferred", "non-blocking"] },
  later: { marks: ["deferred", "non-blocking"] },
  security: { kind: "security" },
  bug_risk: { kind: "bug" },
  "bug-risk": { kind: "bug" },
  performance: { kind: "performance" },
  testing: { kind: "test" },
  test: { kind: "test" },
  tests: { kind: "test" },
  docs: { kind: "docs" },
  documentation: { kind: "docs" },
  design: { kind: "design" },
  refactoring: { kind: "refactor" },
  "code-quality": { kind: "refactor" },
  code_refinement: { kind: "refactor" },
  typo: { kind: "style" },
  important: { severity: "high" },
  critical: { severity: "critical" },
};

/** More labels in one comment, or more paragraphs under one, are no comment. */
const MOST_LABELS = 60;

/** No label and its decorations are longer. */
const LONGEST_HEAD = 100;

const HEAD =
  /^(?:[^\p{L}\p{N}\s*_`(]{1,6}\s{0,2})?(?<open>\*\*|__)?(?<label>[a-z][a-z-]{2,11})(?:\s?\((?<decorations>[^()\n]{1,60})\))?(?:\*\*|__)?\s?:(?:\*\*|__)?\s*/iu;

/** "[blocking] use the shared pool": a label alone in brackets. */
const BRACKETS = /^\[(?<label>[a-z][a-z-]{2,11})\](?:\s?[:–—-])?\s+(?=\S)/iu;

/** The label that opens a block, as far as it goes. */
function headOf({ kind, content }: Block): RegExpExecArray | null {
  if (kind !== "text") return null;
  if (content.startsWith("[")) return BRACKETS.exec(content);
  const colon = content.indexOf(":");
  return colon > 0 && colon < LONGEST_HEAD ? HEAD.exec(content) : null;
}

/**
 * The findings of a comment with labels, none where its labels ask nothing; `undefined` when it has no label. With
 * `options`, what stands before the first label is read like any text.
 */
export function readConventional(
  document: Document,
  blocks: readonly Block[],
  options?: UnitOptions,
): Finding[] | undefined {
  // Under headings, "**Issue:**" and "Test:" label the parts of findings, or subjects.
  if (blocks.some(({ kind }) => kind === "heading")) return undefined;
  const starts = blocks.flatMap((block, index) => {
    const match = headOf(block);
    const label = LABELS[match?.groups?.["label"]?.toLowerCase() ?? ""];
    if (!match || !label) return [];
    const decorations = match.groups?.["decorations"]?.toLowerCase().split(/[,;]\s*|\s\|\s/) ?? [];
    return [
      {
        block,
        index,
        from: match[0].length,
        word: match.groups?.["label"]?.toLowerCase() ?? "",
        says: [label, ...decorations.flatMap((word) => DECORATIONS[word.trim()] ?? [])],
      },
    ];
  });
  if (options?.by === "tool" && starts.some(({ block, index }) => isPartOfNumbered(block, index, blocks)))
    return undefined;
  if (starts[0]?.index !== 0 && !(starts.length > 0 && starts.every(({ word }) => word !== "note" && word !== "test")))
    return undefined;

  const suggests = hasSuggestion(document);
  const before = options ? readBlocks(document, blocks.slice(0, starts[0]?.index), options) : [];
  const labelled = starts.slice(0, MOST_LABELS).flatMap(({ block, index, from, says, word }, nth): Finding[] => {
    const end = starts[nth + 1]?.index ?? blocks.length;
    const rest = blocks.slice(index + 1, Math.min(end, index + 1 + MOST_LABELS));
    const own = cutBlock(block, from, block.content.length);
    const asking = says.find(({ asks }) => asks)?.asks;
    if (asking && !says.some(({ marks }) => marks?.includes("deferred")))
      return options ? asksOutright(document, asking === "in words" ? [own, ...rest] : rest, options) : [];
    const asks = splitAsks([own, ...rest]);
    const [subject] = asks.first;
    const [first] = subject ? sentencesIn(subject) : [];
    if (!subject || !first) return [];
    const words = asks.first.filter(({ kind }) => kind === "text").map(wholeOf);
    const to = withoutLoneMark(subject.content, first.from, first.to);
    const quoted = to === first.to ? first : readInline(subject.content.slice(first.from, to));
    const kind =
      says.findLast((said) => said.kind !== undefined && (said.kind !== "style" || says.length === 1))?.kind ??
      says[0]?.kind;
    const severity = says.findLast((said) => said.severity)?.severity;
    return [
      {
        block,
        from: from + first.from,
        to: from + to,
        plain: quoted.plain,
        prose: quoted.prose,
        context: words.map(({ prose }) => prose).join(" "),
        title: quoted.plain,
        explanation: words.map(({ plain }) => plain),
        shape: "labelled",
        section: word,
        severity,
        kind,
        marks: says.flatMap(({ marks }) => marks ?? []),
        hasSuggestion: suggests,
        isClaimed: true,
      },
      ...otherAsk(asks.second),
    ];
  });
  const found = [...before, ...labelled];
  return found.length === 0 && options ? suggestionBlocks(document) : found;
}

/** The findings of some blocks that ask for a change in words. */
function asksOutright(document: Document, blocks: readonly Block[], options: UnitOptions): Finding[] {
  return readBlocks(document, blocks, options).filter(({ prose }) => askIn(prose)?.strength === 3);
}

/** "1) Name", and in the bullets after it "Suggestion: …": a label of one of the finding's parts. */
function isPartOfNumbered({ items }: Block, index: number, blocks: readonly Block[]): boolean {
  const list = items.at(-1);
  if (list?.number !== 0) return false;
  const before = blocks
    .slice(Math.max(0, index - MOST_PARTS), index)
    .findLast((one) => one.items.at(-1)?.list !== list.list);
  return before?.items.length === items.length && (before.items.at(-1)?.number ?? 0) > 0;
}

/** Parts of a finding before its suggestion. */
const MOST_PARTS = 8;

/** Where a stretch ends without a mark of bold type that was opened before it: "**Issue: the handle leaks**". */
function withoutLoneMark(text: string, from: number, to: number): number {
  const words = text.slice(from, to).trimEnd();
  const isLone = words.endsWith("**") && words.split("**").length % 2 === 0;
  return isLone ? from + words.length - 2 : to;
}

/** "Also, …" under a label asks for something that the label does not speak of. */
function otherAsk(body: Block[]): Finding[] {
  if (body.length === 0) return [];
  const read = readUnit(
    { shape: "sentence", body, headings: [], section: undefined },
    { by: "person", isOnCode: true },
  );
  return read?.strength === 3 ? [read.finding] : [];
}
