/** Inline Markdown: the plain words of a stretch of text, its sentences, and the badges in it. */
import { scanInline } from "./inline-scan.ts";

const LONGEST = 2_000;
/** Anything that is not read as it stands: markup, colons of short codes, white space other than single blanks. */
const NOT_PLAIN = /[*_`[\]<&\\~!:]|[^\S ]| {2}/;
/** White space other than single blanks. */
const UNEVEN = /[^\S ]| {2}/;
/** Halves of emphasis that a cut has parted from each other. */
const HALVES = /(?<![\w*])\*{2,3}|\*{2,3}(?![\w*])/g;
const SHORTCODE = /(?<!\w):(?:[a-z][a-z0-9_+-]{1,29}|[+-]1):/g;

export interface Inline {
  /** What a reader sees, on one line; code without its backticks, pictures left out. */
  plain: string;
  /** As `plain`, in lower case, with straight apostrophes, and `x` in backticks for each stretch of code: what rules read. */
  prose: string;
  /** Alternative texts and addresses of pictures. */
  badges: string[];
}

/** Read inline Markdown. What is longer than 2,000 characters is read up to there. */
export function readInline(source: string): Inline {
  const text = source.length > LONGEST ? source.slice(0, LONGEST) : source;
  if (!NOT_PLAIN.test(text)) {
    const plain = text.trim();
    return { plain, prose: toProse(plain), badges: [] };
  }
  const { plain, prose, badges } = scanInline(text);
  const words = tidy(plain);
  return { plain: words, prose: toProse(prose === plain ? words : tidy(prose)), badges };
}

function toProse(text: string): string {
  return text.toLowerCase().replaceAll("’", "'");
}

function tidy(text: string): string {
  return evenSpaces(withoutShortcodes(text.includes("**") ? text.replace(HALVES, "") : text));
}

function withoutShortcodes(text: string): string {
  return text.includes(":") ? text.replace(SHORTCODE, "") : text;
}

function evenSpaces(text: string): string {
  return (UNEVEN.test(text) ? text.replace(/\s+/g, " ") : text).trim();
}

/** A place in a text: from one index up to another. */
export interface Span {
  from: number;
  to: number;
}

const SHORT_FORM =
  /(?:^|[\s(])(?:e\.g|i\.e|etc|vs|cf|incl|approx|resp|fig|mr|mrs|dr|st|al|ca|z\.b|d\.h|bzw|p\.ex|p\. ex|ej)\.$/i;
/** Where a sentence may end, or code open. */
const STOPS = /[`\n.!?。！？…]/g;

/** The sentences of inline Markdown, as places in it. Code and addresses are never cut. */
export function sentences(source: string): Span[] {
  const spans: Span[] = [];
  let from = 0;
  const close = (to: number): void => {
    if (source.slice(from, to).trim() !== "") spans.push({ from, to });
    from = to;
  };
  STOPS.lastIndex = 0;
  while (STOPS.test(source)) {
    const at = STOPS.lastIndex - 1;
    const character = source[at];
    if (character === "`") STOPS.lastIndex = afterCode(source, at);
    else if (character === "\n") {
      if (startsAnew(source, from, at)) close(at);
    } else if (isEnd(source, from, at)) {
      STOPS.lastIndex = afterClosers(source, at + 1);
      close(STOPS.lastIndex);
    }
  }
  close(source.length);
  return spans;
}

/** Past the code that opens at a place, or past its backticks when it never closes. */
function afterCode(source: string, at: number): number {
  let end = at;
  while (source[end] === "`") end += 1;
  const ticks = source.slice(at, end);
  if (ticks.length > 3) return end;
  const close = source.indexOf(ticks, end);
  return close === -1 || close - end > 400 ? end : close + ticks.length;
}

function isEnd(source: string, from: number, at: number): boolean {
  const character = source[at] ?? "";
  if (character > "\u3000") return true;
  const next = source[at + 1];
  if (next === undefined) return true;
  if (next === character) return false;
  const after = afterClosers(source, at + 1);
  const follows = source[after];
  if (follows !== undefined && follows.trim() !== "") return false;
  if (character !== ".") return true;
  if (SHORT_FORM.test(source.slice(Math.max(from, at - 8), at + 1))) return false;
  // "1. " opens an item rather than ending a sentence.
  if (/^[\s*_>]*\d{1,3}$/.test(source.slice(Math.max(from, at - 6), at))) return false;
  const rest = source.slice(after, after + 4).trimStart();
  if (/^\d/.test(rest) && /\bno\.$/i.test(source.slice(Math.max(from, at - 3), at + 1))) return false;
  return rest === "" || !/^[a-z]/.test(rest);
}

function afterClosers(source: string, at: number): number {
  let end = at;
  while (end < source.length && ")]\"'*_”’»".includes(source[end] ?? " ")) end += 1;
  return end;
}

/** A line break is a sentence's end when the line before ends like one, or the next opens like a list or a label. */
function startsAnew(source: string, from: number, at: number): boolean {
  const before = source.slice(Math.max(from, at - 4), at).trimEnd();
  const next = source.slice(at + 1, at + 40).trimStart();
  if (/[.!?:;…。！？)]$|\*\*$/.test(before)) return true;
  if (/^(?:\*\*|[-*•+]\s|\d{1,2}[.)]\s|[a-z]\)\s|[✅⚠❌🔴🟡🟢💡])/u.test(next)) return true;
  return at - from < 60 && /^[A-Z]/.test(next);
}
