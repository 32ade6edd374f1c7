/** A body as a tree: headings, and under each its paragraphs, lists, tables and code. */
import { isBoldLine, isHeadingLine, toHeading, type Heading } from "./heading.ts";
import { sentences } from "./inline.ts";
import { isPartLabel } from "./labels.ts";
import type { Block, EnclosingItem } from "./markdown.ts";

export interface Outline {
  /** Absent at the root. */
  heading?: Heading;
  parts: Part[];
  sections: Outline[];
}

export type Part =
  | { kind: "paragraph"; block: Block }
  | { kind: "list"; intro?: Block; entries: Entry[] }
  | { kind: "table"; rows: Block[][] }
  | { kind: "code"; block: Block };

/** One item of a list. */
export interface Entry {
  /** Its first words. */
  lead: Block | undefined;
  /** What follows them. */
  parts: Part[];
  /** All of it, in order. */
  blocks: Block[];
}

interface Open extends Outline {
  rank: number;
  depth: number;
  /** The innermost `<details>` that its heading stands in: it ends with that. */
  fold?: number | undefined;
  blocks: Block[];
}

/** Build the tree. Linear in the number of blocks, but for the depth of their lists. */
export function toOutline(blocks: readonly Block[]): Outline {
  const root: Open = { rank: 0, depth: 0, blocks: [], parts: [], sections: [] };
  const all = [root];
  let stack = [root];
  for (const block of splitAll(blocks)) {
    while (stack.length > 1 && !isWithin(block, stack.at(-1)?.fold)) stack.pop();
    if (block.kind === "rule") {
      stack = stack.filter(({ rank }) => rank < 7);
      continue;
    }
    const heading = block.items.length === 0 ? toHeading(block) : undefined;
    if (!heading) {
      (stack.at(-1) ?? root).blocks.push(block);
      continue;
    }
    while (stack.length > 1 && (stack.at(-1)?.rank ?? 0) >= heading.rank && stack.at(-1)?.depth === heading.depth)
      stack.pop();
    const { rank, depth } = heading;
    const open: Open = { heading, rank, depth, fold: block.details.at(-1)?.id, blocks: [], parts: [], sections: [] };
    (stack.at(-1) ?? root).sections.push(open);
    stack.push(open);
    all.push(open);
  }
  for (const open of all) open.parts = toParts(open.blocks, 0);
  return root;
}

function isWithin({ details }: Block, fold: number | undefined): boolean {
  return fold === undefined || details.some(({ id }) => id === fold);
}

/** All blocks under a heading, in order, its own left out. */
export function blocksOf({ parts, sections }: Outline): Block[] {
  return [
    ...parts.flatMap(blocksOfPart),
    ...sections.flatMap((section) => [...(section.heading ? [section.heading.block] : []), ...blocksOf(section)]),
  ];
}

/** All blocks of a part, in order. */
export function blocksOfPart(part: Part): Block[] {
  if (part.kind === "list")
    return [...(part.intro ? [part.intro] : []), ...part.entries.flatMap(({ blocks }) => blocks)];
  return part.kind === "table" ? part.rows.flat() : [part.block];
}

function toParts(blocks: readonly Block[], depth: number): Part[] {
  const parts: Part[] = [];
  let at = 0;
  while (at < blocks.length) {
    const block = blocks[at];
    if (!block) break;
    const item = block.items[depth];
    let end = at + 1;
    if (item) {
      end = runEnd(blocks, at, ({ items }) => items[depth]?.list === item.list);
      parts.push({ kind: "list", ...introOf(parts), entries: toEntries(blocks.slice(at, end), depth) });
    } else if (block.kind === "code") parts.push({ kind: "code", block });
    else if (block.row > 0) {
      end = runEnd(blocks, at, ({ row, items }) => row > 0 && items.length === depth);
      parts.push({ kind: "table", rows: toRows(blocks.slice(at, end)) });
    } else parts.push({ kind: "paragraph", block });
    at = end;
  }
  return parts;
}

function runEnd(blocks: readonly Block[], from: number, isSame: (block: Block) => boolean): number {
  let end = from + 1;
  for (let next = blocks[end]; next && isSame(next); next = blocks[end]) end += 1;
  return end;
}

function toEntries(blocks: readonly Block[], depth: number): Entry[] {
  const entries: Entry[] = [];
  let at = 0;
  while (at < blocks.length) {
    const id = blocks[at]?.items[depth]?.id;
    const end = runEnd(blocks, at, ({ items }) => items[depth]?.id === id);
    const own = blocks.slice(at, end);
    const [first] = own;
    const lead = first?.kind === "text" && first.items.length === depth + 1 ? first : undefined;
    entries.push({ lead, blocks: own, parts: toParts(lead ? own.slice(1) : own, depth + 1) });
    at = end;
  }
  return entries;
}

function toRows(cells: readonly Block[]): Block[][] {
  const rows: Block[][] = [];
  for (const cell of cells) {
    const last = rows.at(-1);
    if (last && last[0]?.row === cell.row) last.push(cell);
    else rows.push([cell]);
  }
  return rows;
}

/** The words just before a list that end in a colon are its introduction; the sentences before them stay. */
function introOf(parts: Part[]): { intro?: Block } {
  const last = parts.at(-1);
  if (last?.kind !== "paragraph" || !(/[:：][*_]*\s*$/.test(last.block.content) || isBoldLine(last.block.content)))
    return {};
  parts.pop();
  const { block } = last;
  const from = sentences(block.content).at(-1)?.from ?? 0;
  if (block.content.slice(0, from).trim() !== "") parts.push({ kind: "paragraph", block: cutBlock(block, 0, from) });
  return { intro: cutBlock(block, from, block.content.length) };
}

/** A stretch of a block as a block of its own. */
export function cutBlock(block: Block, from: number, to: number): Block {
  if (from === 0 && to === block.content.length) return block;
  const { place } = block;
  return { ...block, content: block.content.slice(from, to), place: { ...place, from: place.from + from } };
}

const MARKED_LINE =
  /^\s*(?:\*\*[^*\n]{2,80}\*\*|[✅⚠❌❓🔴🟠🟡🟢🔵🟥🟧🟨🟩💡📝🚨❗✓✔☑✖✗✘•●▪]|\d{1,2}[.)]\s|\([a-z\d]\)\s)/u;

/** Paragraphs whose lines are headings or items in all but name, cut into those. */
function splitAll(blocks: readonly Block[]): Block[] {
  const all: Block[] = [];
  let ids = 0;
  for (const whole of blocks) {
    let block = whole;
    while (block.kind === "text" && block.items.length === 0) {
      const end = block.content.indexOf("\n");
      if (end === -1 || !isHeadingLine(block.content.slice(0, end))) break;
      all.push(cutBlock(block, 0, end));
      block = cutBlock(block, end + 1, block.content.length);
    }
    if (block.kind !== "text" || !block.content.includes("\n")) {
      all.push(block);
      continue;
    }
    const starts = block.items.length === 0 ? markedLines(block.content) : [];
    if (starts.length < 2) {
      all.push(block);
      continue;
    }
    if ((starts[0] ?? 0) > 0) all.push(cutBlock(block, 0, (starts[0] ?? 1) - 1));
    const list = (ids -= 1);
    for (const [nth, start] of starts.entries()) {
      const item: EnclosingItem = { number: 0, id: (ids -= 1), list };
      const line = cutBlock(block, start, (starts[nth + 1] ?? block.content.length + 1) - 1);
      all.push(isHeadingLine(line.content) ? line : { ...line, items: [item] });
    }
  }
  return all;
}

/** Where lines start that look like items. Labels of a finding's parts ("**Impact:**") are none. */
function markedLines(content: string): number[] {
  const starts: number[] = [];
  let start = 0;
  for (const line of content.split("\n")) {
    if (MARKED_LINE.test(line)) {
      const words = line.replace(/[*_]/g, "").trim().toLowerCase();
      if (isPartLabel(words.slice(0, words.indexOf(":") + 1 || 40))) return [];
      starts.push(start);
    }
    start += line.length + 1;
  }
  return starts;
}
