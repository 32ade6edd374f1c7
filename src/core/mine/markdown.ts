/**
 * A body as a flat list of blocks, each knowing what it stands in (list items, quotes, `<details>`) and where it
 * stands in the body. Blocks are found by markdown-it; inline Markdown is parsed later, and only where it matters.
 */
import type { Token } from "markdown-it";
import { blockTokens } from "./block-parser.ts";
import { readBodyText, type BodyText } from "./body-text.ts";
import { attribute, htmlParts } from "./html.ts";
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

function lineStarts(text: string): number[] {
  const starts = [0];
  // Of carriage returns only those are left that end a line by themselves.
  const lines = text.includes("\r") ? text.replaceAll("\r", "\n") : text;
  for (let end = lines.indexOf("\n"); end !== -1; end = lines.indexOf("\n", end + 1)) starts.push(end + 1);
  return starts;
}

/** Nobody folds deeper; what is folded deeper counts as folded this deep. */
const DEEPEST = 24;

/** Where the walk over the tokens stands: what is open there, and the blocks that it has passed. */
class Walk {
  readonly blocks: Block[] = [];
  /** Where the last token begins that knows its line. */
  line = 0;
  /** Of the heading; 0 outside of one. */
  level = 0;
  isInSummary = false;
  isInCell = false;
  #row = 0;
  #items: readonly EnclosingItem[] = [];
  #details: readonly Details[] = [];
  /** How many more `<details>` are open than count. */
  #deeper = 0;
  readonly #lists: number[] = [];
  /** For each open quote, how many a block in it stands in. */
  readonly #quotes: number[] = [];
  #ids = 0;

  /** The kind of a block of words that stands here. */
  get kindOfWords(): Block["kind"] {
    if (this.isInSummary) return "summary";
    if (this.level > 0) return "heading";
    return this.isInCell ? "cell" : "text";
  }

  add(kind: Block["kind"], content: string, place: Block["place"], info = ""): Block {
    const block: Block = {
      kind,
      content,
      level: kind === "heading" ? this.level : 0,
      info,
      quote: this.#quoteDepth,
      items: this.#items,
      details: this.#details,
      row: this.isInCell ? this.#row : 0,
      place,
      whole: undefined,
      sentences: undefined,
    };
    this.blocks.push(block);
    return block;
  }

  /** A block of all that a token holds. */
  addWhole(kind: Block["kind"], content: string): void {
    this.add(kind, content, { content, from: 0, line: this.line });
  }

  /** An alert that stands in another quote is one like any other. */
  openQuote(isAlert: boolean): void {
    this.#quotes.push(isAlert && this.#quotes.length === 0 ? 0 : this.#quoteDepth + 1);
  }

  closeQuote(): void {
    this.#quotes.pop();
  }

  get #quoteDepth(): number {
    return this.#quotes.at(-1) ?? 0;
  }

  openList(): void {
    this.#lists.push(this.#nextId());
  }

  closeList(): void {
    this.#lists.pop();
  }

  openItem(number: number): void {
    this.#items = [...this.#items, { number, id: this.#nextId(), list: this.#lists.at(-1) ?? 0 }];
  }

  closeItem(): void {
    this.#items = this.#items.slice(0, -1);
  }

  openRow(): void {
    this.#row = this.#nextId();
  }

  openDetails(): void {
    if (this.#details.length >= DEEPEST) this.#deeper += 1;
    else this.#details = [...this.#details, { summary: "", id: this.#nextId() }];
  }

  closeDetails(): void {
    if (this.#deeper > 0) this.#deeper -= 1;
    else this.#details = this.#details.slice(0, -1);
  }

  addToSummary(words: string): void {
    const last = this.#details.at(-1);
    if (last) last.summary += words;
  }

  #nextId(): number {
    this.#ids += 1;
    return this.#ids;
  }
}

/** `second`: the token after the next one. */
type Step = (walk: Walk, token: Token, second: Token | undefined) => void;

/** What each type of token does. */
const STEPS: ReadonlyMap<string, Step> = new Map<string, Step>([
  // Behind the quote's own token comes the paragraph's, and then its words.
  ["blockquote_open", (walk, _, words) => walk.openQuote(words?.content.startsWith("[!") === true)],
  ["blockquote_close", (walk) => walk.closeQuote()],
  ["bullet_list_open", (walk) => walk.openList()],
  ["bullet_list_close", (walk) => walk.closeList()],
  ["ordered_list_open", (walk) => walk.openList()],
  ["ordered_list_close", (walk) => walk.closeList()],
  ["list_item_open", (walk, { info }) => walk.openItem(Number(info) || 0)],
  ["list_item_close", (walk) => walk.closeItem()],
  ["heading_open", (walk, { tag }) => (walk.level = Number(tag.slice(1)))],
  ["heading_close", (walk) => (walk.level = 0)],
  ["tr_open", (walk) => walk.openRow()],
  ["th_open", (walk) => (walk.isInCell = true)],
  ["th_close", (walk) => (walk.isInCell = false)],
  ["td_open", (walk) => (walk.isInCell = true)],
  ["td_close", (walk) => (walk.isInCell = false)],
  ["inline", (walk, { content }) => walk.addWhole(walk.kindOfWords, content)],
  ["hr", (walk, { content }) => walk.addWhole("rule", content)],
  ["fence", addFence],
  ["code_block", (walk, { content }) => walk.addWhole("code", content)],
  ["html_block", addHtml],
]);

type TagStep = (walk: Walk, opens: boolean, attributes: string) => void;

/** What each tag does, where it opens and where it closes. */
const TAGS: ReadonlyMap<string, TagStep> = new Map<string, TagStep>([
  ["details", (walk, opens) => (opens ? walk.openDetails() : walk.closeDetails())],
  ["summary", (walk, opens) => (walk.isInSummary = opens)],
  ["tr", (walk, opens) => opens && walk.openRow()],
  ["td", (walk, opens) => (walk.isInCell = opens)],
  ["th", (walk, opens) => (walk.isInCell = opens)],
  ...[1, 2, 3, 4, 5, 6].map((level): [string, TagStep] => [
    `h${level}`,
    (walk, opens) => (walk.level = opens ? level : 0),
  ]),
  ["img", (walk, opens, attributes) => opens && addPicture(walk, attributes)],
]);

/** Walks the tokens once. */
function toBlocks(tokens: readonly Token[]): Block[] {
  const walk = new Walk();
  let second = 2;
  for (const token of tokens) {
    if (token.map) walk.line = token.map[0];
    STEPS.get(token.type)?.(walk, token, tokens[second]);
    second += 1;
  }
  return walk.blocks;
}

/** Code under its fence; the fence's own line stands for an empty one. */
function addFence(walk: Walk, { content, info, markup }: Token): void {
  const isEmpty = content.trim() === "";
  const place = isEmpty ? { content: markup, from: 0, line: walk.line } : { content, from: 0, line: walk.line + 1 };
  walk.add("code", content, place, info.trim().split(/\s/, 1)[0]?.toLowerCase());
}

/** HTML between two blank lines: what its cells, headings and summaries leave open ends with it, folds do not. */
function addHtml(walk: Walk, { content }: Token): void {
  for (const part of htmlParts(content)) {
    if (part.kind === "words") {
      if (walk.isInSummary) walk.addToSummary(part.words);
      walk.add(walk.kindOfWords, content.slice(part.from, part.to), { content, from: part.from, line: walk.line });
    } else TAGS.get(part.tag)?.(walk, part.kind === "open", part.attributes);
  }
  walk.isInSummary = walk.isInCell = false;
  walk.level = 0;
}

/** A picture in HTML reads like one in Markdown; it stands in no row, and nowhere that could be quoted. */
function addPicture(walk: Walk, attributes: string): void {
  const alt = attribute(attributes, "alt");
  if (alt === undefined) return;
  const source = attribute(attributes, "src") ?? "";
  walk.add("text", `![${alt}](${source})`, { content: "", from: 0, line: walk.line }).row = 0;
}
