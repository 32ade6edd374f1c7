/**
 * A body as a flat list of blocks, each knowing what it stands in (list items, quotes, `<details>`) and where it
 * stands in the body. Blocks are found by markdown-it; inline Markdown is parsed later, and only where it matters.
 */
import type { Token } from "markdown-it";
import { blockTokens } from "./block-parser.ts";
import { quoteBetween, readBodyText, type BodyText } from "./body-text.ts";
import { attribute, htmlPieces } from "./html.ts";
import type { Inline } from "./inline.ts";

/** A list item that a block stands in. */
export interface EnclosingItem {
  /** Its number, or 0 in a bullet list. */
  number: number;
  /** Different for each item of a body. */
  id: number;
  /** Different for each list of a body. */
  list: number;
}

interface Details {
  summary: string;
  id: number;
}

export interface Block {
  kind: "heading" | "text" | "code" | "summary" | "cell" | "rule";
  /** Markdown source of the line or paragraph, without list and quote marks; or the code. */
  content: string;
  /** 1 to 6 for headings, else 0. */
  level: number;
  /** First word of a fence's info string, in lower case. */
  info: string;
  /** How many quotes it stands in. GitHub's alerts (`> [!NOTE]`) are their author's own words and do not count. */
  quote: number;
  /** List items around it, outermost first. */
  items: readonly EnclosingItem[];
  /** Open `<details>` around it, outermost first. */
  details: readonly Details[];
  /** The row of a table that it stands in: different for each row of a body, 0 outside tables. */
  row: number;
  /** Place in the source: token content and its lines. */
  place: { content: string; from: number; line: number };
  /** Its words, once they were read: `sentence.ts` keeps them here. */
  whole?: Sentence | undefined;
  sentences?: readonly Sentence[] | undefined;
}

/** A sentence with its place and its words. */
export interface Sentence extends Inline {
  block: Block;
  from: number;
  to: number;
}

export interface Document extends BodyText {
  blocks: Block[];
  /** Where each line of `text` starts. */
  lines: number[];
}

/** Parse a body. Never throws, whatever the text. */
export function parseDocument(body: string): Document {
  const text = readBodyText(body);
  return { ...text, lines: lineStarts(text.text), blocks: toBlocks(blockTokens(text.text)) };
}

/** A stretch of a body: from a place in one block to a place in the same or a later one. */
export interface Stretch {
  block: Block;
  from: number;
  to: number;
  end?: { block: Block; to: number } | undefined;
}

/** The exact words of the body for a stretch of it. */
export function cutQuote(document: Document, { block, from, to, end }: Stretch): { quote: string; start: number } {
  const words = block.content.slice(from, to);
  const start = toSource(document, block, from + words.length - words.trimStart().length, "start");
  const last = end ?? { block, to };
  return quoteBetween(document, start, Math.max(start, toSource(document, last.block, last.to, "end")));
}

function toSource(document: Document, { place }: Block, offset: number, edge: "start" | "end"): number {
  const at = place.from + offset;
  let line = place.line;
  let lineStart = 0;
  let next = place.content.indexOf("\n");
  while (next !== -1 && (edge === "start" ? next < at : next < at - 1)) {
    line += 1;
    lineStart = next + 1;
    next = place.content.indexOf("\n", lineStart);
  }
  const written = place.content.slice(lineStart, next === -1 ? undefined : next);
  const sourceStart = document.lines[line] ?? document.text.length;
  const sourceEnd = (document.lines[line + 1] ?? document.text.length + 1) - 1;
  const source = document.text.slice(sourceStart, sourceEnd);
  const end = Math.max(0, source.length - written.length);
  const column = source.slice(end) === written ? end : source.lastIndexOf(written.trim());
  if (column === -1) return edge === "start" ? sourceStart : sourceEnd;
  return Math.min(sourceEnd, sourceStart + column + Math.max(0, at - lineStart));
}

function lineStarts(text: string): number[] {
  const starts = [0];
  // Of carriage returns only those are left that end a line by themselves.
  const lines = text.includes("\r") ? text.replaceAll("\r", "\n") : text;
  for (let end = lines.indexOf("\n"); end !== -1; end = lines.indexOf("\n", end + 1)) starts.push(end + 1);
  return starts;
}

/** Tags that stand within words, and end none of them. */
const IN_WORDS = new Set(["a", "b", "code", "em", "i", "kbd", "small", "span", "strong", "sub", "sup", "tt"]);
/** Nobody folds deeper; what is folded deeper counts as folded this deep. */
const DEEPEST = 24;

/** Walks the tokens once, keeping what is open. */
function toBlocks(tokens: Token[]): Block[] {
  const blocks: Block[] = [];
  let items: EnclosingItem[] = [];
  let details: Details[] = [];
  let level = 0;
  let line = 0;
  let deeper = 0;
  let cell = false;
  let row = 0;
  let ids = 0;
  const quotes: number[] = [];
  const lists: number[] = [];

  const add = (kind: Block["kind"], token: Token, from = 0, to = token.content.length, info = ""): void => {
    blocks.push({
      kind,
      content: token.content.slice(from, to),
      level: kind === "heading" ? level : 0,
      info,
      quote: quoteDepth(),
      items,
      details,
      row: cell ? row : 0,
      place: { content: token.content, from, line: token.map?.[0] ?? line },
      whole: undefined,
      sentences: undefined,
    });
  };

  let next = 0;
  for (const token of tokens) {
    next += 1;
    if (token.map) line = token.map[0];
    switch (token.type) {
      case "blockquote_open":
        quotes.push(quotes.length === 0 && tokens[next + 1]?.content.startsWith("[!") ? 0 : quoteDepth() + 1);
        break;
      case "blockquote_close":
        quotes.pop();
        break;
      case "bullet_list_open":
      case "ordered_list_open":
        lists.push((ids += 1));
        break;
      case "bullet_list_close":
      case "ordered_list_close":
        lists.pop();
        break;
      case "list_item_open":
        items = [...items, { number: Number(token.info) || 0, id: (ids += 1), list: lists.at(-1) ?? 0 }];
        break;
      case "list_item_close":
        items = items.slice(0, -1);
        break;
      case "heading_open":
        level = Number(token.tag.slice(1));
        break;
      case "heading_close":
        level = 0;
        break;
      case "tr_open":
        row = ids += 1;
        break;
      case "th_open":
      case "td_open":
        cell = true;
        break;
      case "th_close":
      case "td_close":
        cell = false;
        break;
      case "inline":
        if (level > 0) add("heading", token);
        else add(cell ? "cell" : "text", token);
        break;
      case "fence":
      case "code_block":
        addCode(token);
        break;
      case "hr":
        add("rule", token);
        break;
      case "html_block":
        readHtml(token);
        break;
    }
  }
  return blocks;

  /** A picture in HTML reads like one in Markdown; it stands nowhere that could be quoted. */
  function addBadge(content: string): void {
    const place = { content: "", from: 0, line };
    blocks.push({ kind: "text", content, level: 0, info: "", quote: quoteDepth(), items, details, row: 0, place });
  }

  /** Code under its fence; the fence's own line stands for an empty one. */
  function addCode(token: Token): void {
    const info = token.info.trim().split(/\s/, 1)[0]?.toLowerCase() ?? "";
    add("code", token, 0, token.content.length, info);
    const block = blocks.at(-1);
    if (!block || token.type !== "fence") return;
    const isEmpty = token.content.trim() === "";
    block.place = { content: isEmpty ? token.markup : token.content, from: 0, line: line + Number(!isEmpty) };
  }

  function readHtml(token: Token): void {
    let inSummary = false;
    let run: { from: number; to: number } | undefined;
    let opened: number | undefined;
    const endRun = (): void => {
      if (run) add(kindOf(inSummary), token, run.from, run.to);
      run = opened = undefined;
    };
    for (const piece of htmlPieces(token.content)) {
      if (piece.kind === "text") {
        const text = token.content.slice(piece.from, piece.to);
        if (text.trim() === "") continue;
        const last = details.at(-1);
        if (inSummary && last) last.summary += text.trim();
        run = { from: run?.from ?? opened ?? piece.from, to: piece.to };
        continue;
      }
      if (IN_WORDS.has(piece.tag)) {
        if (!run && piece.kind === "open") opened ??= piece.from;
        if (run && piece.kind === "close" && piece.from === run.to) run.to = piece.to;
        continue;
      }
      endRun();
      const opens = piece.kind === "open";
      if (piece.tag === "details") {
        if (opens && details.length >= DEEPEST) deeper += 1;
        else if (opens) details = [...details, { summary: "", id: (ids += 1) }];
        else if (deeper > 0) deeper -= 1;
        else details = details.slice(0, -1);
      } else if (piece.tag === "summary") inSummary = opens;
      else if (piece.tag === "tr" && opens) row = ids += 1;
      else if (piece.tag === "td" || piece.tag === "th") cell = opens;
      else if (/^h[1-6]$/.test(piece.tag)) level = opens ? Number(piece.tag[1]) : 0;
      else if (piece.tag === "img" && opens) {
        const alt = attribute(piece.attributes, "alt");
        const source = attribute(piece.attributes, "src") ?? "";
        if (alt !== undefined) addBadge(`![${alt}](${source})`);
      }
    }
    endRun();
    cell = false;
    level = 0;
  }

  function quoteDepth(): number {
    return quotes.at(-1) ?? 0;
  }

  function kindOf(inSummary: boolean): Block["kind"] {
    if (inSummary) return "summary";
    if (level > 0) return "heading";
    return cell ? "cell" : "text";
  }
}
