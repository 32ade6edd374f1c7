/**
 * Text from outside as inert GitHub Markdown: rendered, it shows the very words, and nothing in it acts.
 *
 * Markup is escaped with backslashes. That is not enough for what GitHub makes live after rendering (mentions, issue
 * and commit references, links, emoji, formulas): there an escape or an entity is already gone. GitHub leaves the
 * content of `code` alone, so each such word stands in a code span.
 */
import { oneLine, showHidden } from "./visible-text.ts";

/** One line of plain text, safe in a paragraph, a list item, a heading, a table cell and the text of a link. */
export function inlineText(text: string): string {
  const line = oneLine(text);
  // A colon of ours may follow, and would make an emoji of it.
  const last = line.slice(Math.max(...[" ", "`", "|"].map((end) => line.lastIndexOf(end))) + 1);
  const open = /:[a-z0-9_+-]+$/i.test(last) ? last : undefined;
  return escapeLine(line, (word) => word === open || isLive(word));
}

/** Like `inlineText`, for lines of ours in a file, where GitHub links no references: `PR #123` and `#45, #67` stay as they are. */
export function fileText(text: string): string {
  const line = oneLine(text);
  if (/^#\d+(?:, #\d+)*$/.test(line)) return line;
  return escapeLine(line, (word, before) => isLive(word) && !(before === "PR" && /^#\d+[,.;)]?$/.test(word)));
}

/** Paragraphs of plain text: parted by an empty line, every other line end kept as a line break. */
export function blockText(text: string): string {
  return plainLines(text)
    .map((paragraph) => paragraph.map((line) => escapeLine(line, isLive)).join("\\\n"))
    .join("\n\n");
}

/** What `blockText` shows: white space at the ends of lines and runs of spaces do not survive rendering. */
export function plainBlock(text: string): string {
  return plainLines(text)
    .map((paragraph) => paragraph.join("\n"))
    .join("\n\n");
}

/** One line in a code span, hidden characters visible. A bar stands between two spans, for it would end a table cell. */
export function codeSpan(text: string): string {
  const line = showHidden(text.replace(/[\t\n\v\f\r \u2028\u2029]/g, " "));
  return line
    .split("|")
    .map((part) => (part === "" ? "" : fence(part)))
    .join("&#124;");
}

/** The plain text of a line that `inlineText`, `fileText` or `codeSpan` wrote; other markup is left as it stands. */
export function plainText(markdown: string): string {
  let text = "";
  let at = 0;
  while (at < markdown.length) {
    const rest = markdown.slice(at, at + 8);
    const entity = /^&(?:#124|#92|amp|lt);/.exec(rest)?.[0];
    if (entity !== undefined) {
      text += ENTITIES[entity] ?? entity;
      at += entity.length;
    } else if (rest[0] === "\\" && PUNCTUATION.test(rest[1] ?? "")) {
      text += rest[1] ?? "";
      at += 2;
    } else if (rest[0] === "`") {
      const span = readSpan(markdown, at);
      text += span.text;
      at = span.end;
    } else {
      text += rest[0] ?? "";
      at += 1;
    }
  }
  return text;
}

/** The plain text of what `blockText` wrote. */
export function plainBlockText(markdown: string): string {
  return markdown
    .replace(/\r\n?/g, "\n")
    .split(/\n(?:[ \t]*\n)+/)
    .map((paragraph) =>
      paragraph
        .split("\n")
        .map((line) => plainText(withoutBreak(line).trim()))
        .join("\n"),
    )
    .join("\n\n")
    .trim();
}

/** Without the backslash that breaks the line: one at its end that no other escapes. */
function withoutBreak(line: string): string {
  let end = line.length;
  while (line[end - 1] === "\\") end -= 1;
  return (line.length - end) % 2 === 1 ? line.slice(0, -1) : line;
}

const ENTITIES: Readonly<Record<string, string>> = { "&#124;": "|", "&#92;": "\\", "&amp;": "&", "&lt;": "<" };
const PUNCTUATION = /[!-/:-@[-`{-~]/;

function plainLines(text: string): string[][] {
  return text
    .replace(/\r\n?/g, "\n")
    .split(/\n(?:[ \t]*\n)+/)
    .map((paragraph) =>
      paragraph
        .split("\n")
        .map(oneLine)
        .filter((line) => line !== ""),
    )
    .filter((paragraph) => paragraph.length > 0);
}

/** Words that GitHub turns into something: whatever holds one of these stands in code. */
const LIVE: readonly RegExp[] = [
  /@/,
  /#\d/,
  /\bgh-\d/i,
  /:\/\//,
  /\bwww\./i,
  /\b(?:mailto|xmpp):/i,
  /(?<![0-9a-z])(?=[a-f]*\d)[0-9a-f]{7,40}(?![0-9a-z])/i,
  /\b(?:ghsa|cve)-/i,
  /:[a-z0-9_+-]+:/i,
  /\$/,
];

function isLive(word: string): boolean {
  return LIVE.some((pattern) => pattern.test(word));
}

function escapeLine(line: string, isInCode: (word: string, before?: string) => boolean): string {
  const escaped = line
    .split(/([ `|]+)/)
    .map((part, index, parts) => {
      if (index % 2 === 1) return part.replace(/`/g, "\\`").replaceAll("|", "&#124;");
      if (part === "" || !isInCode(part, parts[index - 2])) return escapeWord(part);
      const { open, inner, close } = peel(part);
      if (!isInCode(inner)) return fence(part);
      return `${escapeWord(open)}${fence(inner)}${escapeWord(close)}`;
    })
    .join("");
  return escapeEnds(escaped);
}

/** Brackets, quotes and full stops around a word are not part of it. */
function peel(word: string): { open: string; inner: string; close: string } {
  let from = 0;
  let to = word.length;
  while (from < to && "([\"'".includes(word[from] ?? "")) from += 1;
  while (to > from && ")]\"'.,;:!?".includes(word[to - 1] ?? "")) to -= 1;
  return { open: word.slice(0, from), inner: word.slice(from, to), close: word.slice(to) };
}

function escapeWord(word: string): string {
  return word
    .replace(/[\\*[\]<~]/g, "\\$&")
    .replace(/&(?=[#a-z])/gi, "&amp;")
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, "\\_");
}

/** Farther than this the end of a code span is not looked for, so that unpaired marks cost little. */
const LONGEST_SPAN = 10_000;

/**
 * What begins a block at the start of a line; at its end, the hashes that would close a heading, and a backslash, which
 * would take a table's bar or the end of the line along.
 */
function escapeEnds(line: string): string {
  return line
    .replace(/^(?:[>+=-]|#{1,6}(?= |$)|:(?=-))/, "\\$&")
    .replace(/^(\d{1,9})([.)])(?= |$)/, "$1\\$2")
    .replace(/(?<!\\)#$/, "\\#")
    .replace(/\\\\$/, "&#92;");
}

/** A code span of one line: its marks are longer than any run of backticks in it. */
function fence(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const marks = "`".repeat(longest + 1);
  const needsPadding = /^`|`$/.test(text) || (/^ .* $/.test(text) && text.trim() !== "");
  return needsPadding ? `${marks} ${text} ${marks}` : `${marks}${text}${marks}`;
}

function readSpan(markdown: string, start: number): { text: string; end: number } {
  const marks = /^`+/.exec(markdown.slice(start, start + 1000))?.[0] ?? "`";
  const from = start + marks.length;
  for (const { 0: run, index } of markdown.slice(from, from + LONGEST_SPAN).matchAll(/`+/g)) {
    if (run.length !== marks.length) continue;
    const content = markdown.slice(from, from + index);
    const isPadded = /^ .* $/.test(content) && content.trim() !== "";
    return { text: isPadded ? content.slice(1, -1) : content, end: from + index + run.length };
  }
  return { text: marks, end: from };
}
