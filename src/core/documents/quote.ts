/**
 * The quote of a review: a blockquote that shows exactly what was written, then the attribution line. Plain prose
 * stands as it is; anything else stands in a fence inside the blockquote. Line ends become line feeds, and hidden
 * characters visible escapes; nothing else changes.
 */
import { fileText, plainText } from "./markdown-text.ts";
import { showHiddenBesidesEmoji } from "./visible-text.ts";

export interface Quote {
  /** What was written. */
  text: string;
  /** Who wrote it and where: one line of plain text. */
  attribution: string;
}

/** The text as the quote shows it: the words of the original, with hidden characters as escapes. */
export function quotable(text: string): string {
  return showHiddenBesidesEmoji(text.replace(/\r\n?/g, "\n"));
}

/** The lines of the blockquote, joined by line feeds. */
export function renderQuote({ text, attribution }: Quote): string {
  const shown = quotable(text);
  const lines = isPlainProse(shown) ? shown.split("\n") : fenced(shown);
  return [...lines, "", `— ${fileText(attribution)}`].map((line) => (line === "" ? ">" : `> ${line}`)).join("\n");
}

/** The first blockquote of a section's lines, or nothing. The attribution is empty when a person took it out. */
export function parseQuote(lines: readonly string[]): Quote | undefined {
  const start = lines.findIndex((line) => line.startsWith(">"));
  if (start === -1) return undefined;
  const rest = lines.slice(start);
  const length = rest.findIndex((line) => !line.startsWith(">"));
  const inner = rest.slice(0, length === -1 ? undefined : length).map((line) => line.replace(/^> ?/, ""));

  const marks = /^`{3,}$/.exec(inner[0] ?? "")?.[0];
  const close = marks === undefined ? -1 : inner.indexOf(marks, 1);
  const after = inner.slice(close + 1);
  const at = after.findIndex((line) => line.startsWith("— "));
  const attribution = at === -1 ? "" : plainText((after[at] ?? "").slice(2).trim());
  if (close > 0) return { text: inner.slice(1, close).join("\n"), attribution };
  return { text: (at === -1 ? after : after.slice(0, at)).join("\n").trim(), attribution };
}

/** Words and ordinary punctuation alone, one line a paragraph: nothing in it could be taken for Markdown. */
function isPlainProse(text: string): boolean {
  return text.split("\n\n").every((paragraph) => PROSE.test(paragraph) && !LOOKS_LIVE.test(paragraph));
}

// Of ASCII what never is markup, of the rest all that is not white space.
const PROSE =
  /^(?!—|\d{1,9}[.)](?: |$))(?:[A-Za-z0-9"'(]|[^\p{ASCII}\s])(?:[A-Za-z0-9.,;:!?"'()/%-]|[^\p{ASCII}\s]| (?! |$))*$/u;
/** Made of harmless characters, and yet GitHub would make a link, a reference or an emoji of it. */
const LOOKS_LIVE = /:\/\/|\bwww\.|\b(?:mailto|xmpp):|\bgh-\d|\b(?:ghsa|cve)-|:[a-z0-9_+-]+:|\b[0-9a-f]{7,40}\b/i;

function fenced(text: string): string[] {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const marks = "`".repeat(longest + 1);
  return [marks, ...text.split("\n"), marks];
}
