/** Reviewer guides in HTML tables (PR-Agent, Qodo, CodeAnt): a summary in bold for each area to look at. */
import type { Finding } from "../finding.ts";
import { readInline } from "../inline.ts";
import type { Block, Document } from "../markdown.ts";
import { cutBlock } from "../outline.ts";
import { trimEnd } from "../text-end.ts";
import { remark } from "./remark.ts";
import { titledFinding } from "./titled.ts";

const GUIDE = /PR Reviewer Guide|Nitpicks 🔍|focus areas for review|areas for review/i;
const SECURITY = /security concerns?\b/i;

/** Whether blocks are such a guide. */
export function isGuide(blocks: readonly Block[]): boolean {
  return blocks.some(({ content, kind }) => kind !== "code" && GUIDE.test(content));
}

/** One finding for each area, named by its summary and explained by the words after it. */
export function focusAreas(document: Document, blocks: readonly Block[]): Finding[] {
  const open = blocks.flatMap(openArea);
  if (open.length > 0) return open;
  const starts = blocks.flatMap((block, index) => (isArea(block, blocks[index - 1]) ? [index] : []));
  return starts.flatMap((index, nth): Finding[] => {
    const block = blocks[index];
    if (!block) return [];
    const rest = blocks
      .slice(index + 1, starts[nth + 1])
      .filter(({ kind, details }) => (kind === "text" || kind === "summary") && sameDetails(details, block.details))
      .map((one): Block => ({ ...one, kind: "text" }));
    const [said] = rest;
    const named = titledFinding(document, { block, from: 0, to: block.content.length, rest });
    if (!said) return [];
    const finding = titledFinding(document, { block: said, from: 0, to: said.content.length, rest: rest.slice(1) });
    return [
      { ...finding, title: named.title ?? "", context: named.context, explanation: named.explanation, ...kind(block) },
    ];
  });
}

const OPEN_AREA =
  /^\s{0,9}(?:\[ \]\s{1,4})?(?:<a [^>]{0,500}>)?<strong>(?<name>[^<\n]{3,120})<\/strong>(?:<\/a>)?\s{0,9}<br ?\/?>\s{0,9}/;

/** An area whose words are not folded away: its name, linked and in bold, and a line break before them. */
function openArea(block: Block): Finding[] {
  const match = block.kind === "text" ? OPEN_AREA.exec(block.content) : null;
  const name = match?.groups?.["name"];
  if (!match || name === undefined) return [];
  const to = trimEnd(block.content, " \n").replace(/<br ?\/?>$/, "").length;
  const finding = remark([cutBlock(block, match[0].length, to)]);
  const title = readInline(name);
  return finding ? [{ ...finding, title: title.plain, context: `${title.prose} ${finding.context}` }] : [];
}

function isArea({ kind, details, content }: Block, before: Block | undefined): boolean {
  if (kind !== "summary" || details.length === 0) return false;
  return before?.details.at(-1)?.id !== details.at(-1)?.id && readInline(content).plain.length > 2;
}

function sameDetails(one: Block["details"], other: Block["details"]): boolean {
  return one.at(-1)?.id === other.at(-1)?.id;
}

function kind({ content }: Block): Pick<Finding, "kind"> {
  return SECURITY.test(content) ? { kind: "security" } : {};
}
