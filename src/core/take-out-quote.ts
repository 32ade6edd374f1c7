/** Takes quoted words out of an item: the quote itself, and what was made of the very same words around it. */
import { editSection, HEADINGS } from "./documents/enhancement-md.ts";
import { plainBlockText, plainText } from "./documents/markdown-text.ts";
import { parseQuote } from "./documents/quote.ts";
import { sectionsOf } from "./documents/sections.ts";
import { editItem, FEEDBACK, type Item } from "./item.ts";

/** Fewer letters than this say nothing of whose words they are. */
const FEWEST_LETTERS = 8;

/**
 * The item with `sentence` in the place of its quote, for good: no later capture brings the quote back. Paragraphs and
 * list items that a person wrote stay. The title stays too: it is the name of the item.
 */
export function takeOutQuote(item: Item, sentence: string): Item {
  const { status } = item;
  const next = { ...status, evidence: { ...status.evidence, redacted: true } };
  return editItem(item, next, (text) => edit(text, sentence));
}

function edit(text: string, sentence: string): string {
  const sections = new Map(sectionsOf(text.replaceAll("\r\n", "\n")).map(({ heading, lines }) => [heading, lines]));
  const quoted = lettersOf(parseQuote(sections.get(FEEDBACK) ?? [])?.text ?? "");
  let edited = editSection(text, FEEDBACK, sentence);
  for (const heading of HEADINGS) {
    const lines = sections.get(heading);
    if (!lines || heading === FEEDBACK || heading === "References") continue;
    const body = lines.join("\n").trim();
    const left = heading === "Description" ? ownParagraphs(body, quoted) : ownLines(body, quoted);
    if (left !== body) edited = editSection(edited, heading, left === "" ? sentence : left);
  }
  return edited;
}

function ownParagraphs(body: string, quoted: string): string {
  return body
    .split(/\n\n+/)
    .filter((paragraph) => !isQuoted(plainBlockText(paragraph), quoted))
    .join("\n\n");
}

function ownLines(body: string, quoted: string): string {
  return body
    .split("\n")
    .filter((line) => !isQuoted(plainText(line.replace(/^- (?:\[[ x]\] )?/, "")), quoted))
    .join("\n");
}

function isQuoted(text: string, quoted: string): boolean {
  const letters = lettersOf(text);
  return letters.length >= FEWEST_LETTERS && quoted.includes(letters);
}

/** Markup, case and spacing differ between a comment and what was made of it. */
function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}
