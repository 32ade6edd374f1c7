/** Reviewer guides in HTML tables (PR-Agent, Qodo, CodeAnt): a summary in bold for each area to look at. */
import { splitAsks } from "../asked-twice.ts";
import type { Finding } from "../finding.ts";
import { readInline } from "../inline.ts";
import type { Block } from "../markdown.ts";
import { cutBlock } from "../outline.ts";
import { trimEnd } from "../text-end.ts";
import { remark } from "./remark.ts";

const GUIDE = /PR Reviewer Guide|Nitpicks 🔍|focus areas for review|areas for review/i;
const SECURITY = /security concerns?\b/i;

/** Whether blocks are such a guide. */
export function isGuide(blocks: readonly Block[]): boolean {
  return blocks.some(({ content, kind }) => kind !== "code" && GUIDE.test(content));
}

/** One finding for each area, named in bold and explained by the words after it; two where it asks for another thing. */
export function focusAreas(blocks: readonly Block[]): Finding[] {
  return blocks.flatMap((block, index): Finding[] => {
    const before = blocks[index - 1];
    const area = isArea(block, before) ? foldedArea(blocks, index) : openArea(block, before);
    if (!area) return [];
    const { first, second } = splitAsks(area.words);
    const finding = remark(first);
    const other = second.length > 0 ? remark(second) : undefined;
    return [...(finding ? [named(finding, area)] : []), ...(other ? [other] : [])];
  });
}

interface Area {
  /** In bold, where it has one. */
  name: string | undefined;
  words: Block[];
  isSecurity: boolean;
}

function named(finding: Finding, { name, isSecurity }: Area): Finding {
  const kind = isSecurity ? { kind: "security" as const } : {};
  if (name === undefined) return { ...finding, ...kind };
  const title = readInline(name);
  return { ...finding, title: trimEnd(title.plain, ".:"), context: `${title.prose} ${finding.context}`, ...kind };
}

/** An area whose words are folded away, or stand in the summary itself under its name. */
function foldedArea(blocks: readonly Block[], index: number): Area {
  const { content = "", details = [] } = blocks[index] ?? {};
  let end = index + 1;
  while (blocks[end]?.details.at(-1)?.id === details.at(-1)?.id) end += 1;
  const words = blocks.slice(index + 1, end).filter(({ kind }) => kind === "text" || kind === "summary");
  return {
    name: content,
    words: words.map((one): Block => ({ ...one, kind: "text" })),
    isSecurity: SECURITY.test(content),
  };
}

const OPEN_AREA =
  /^\s{0,9}(?:\[ \]\s{1,4})?(?:<a [^>]{0,500}>)?<strong>(?<name>[^<\n]{3,120})<\/strong>(?:<\/a>)?\s{0,9}<br ?\/?>\s{0,9}/;

const CELL_END = /(?:<br ?\/?>|<\/td>|<\/tr>){1,6}$/;

/** An area whose words are not folded away: its name and a line break before them, or security as the name of its cell. */
function openArea(block: Block, before: Block | undefined): Area | undefined {
  if (block.kind !== "text") return undefined;
  const match = OPEN_AREA.exec(block.content);
  const isSecurity = before?.kind === "cell" && SECURITY.test(before.content);
  if (!match && !isSecurity) return undefined;
  const to = trimEnd(block.content, " \n").replace(CELL_END, "").length;
  return { name: match?.groups?.["name"], words: [cutBlock(block, match?.[0].length ?? 0, to)], isSecurity };
}

function isArea({ kind, details, content }: Block, before: Block | undefined): boolean {
  if (kind !== "summary" || details.length === 0) return false;
  return before?.details.at(-1)?.id !== details.at(-1)?.id && readInline(content).plain.length > 2;
}
