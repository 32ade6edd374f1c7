/** Texts that rules ask of, and what is known of each: they ask of the same few texts many times. */
import type { Span } from "./inline.ts";
import { OTHER_LANGUAGES } from "./languages/others.ts";
import { indexPatterns, indexOfFirst, possibleIn, type Possible } from "./pattern-index.ts";

const NOT_ASCII = /[^\x00-\x7f]/;
/** Words of the other languages that English lacks: a sentence of theirs hardly does without one. */
const ABROAD = indexPatterns([
  new RegExp(
    OTHER_LANGUAGES.flatMap(({ unlikeEnglish = "" }) => unlikeEnglish.split(" ").filter(Boolean))
      .map((word) => String.raw`\b${word}\b`)
      .join("|"),
  ),
]);

/** A text as some tables read it, and which of their patterns may stand in it. */
export interface Reading {
  text: string;
  possible: Possible;
}

/** A text that rules ask of, as it is read, and what was found out about it so far. */
export interface KnownText extends Reading {
  isAscii: boolean;
  /** Without accents, so that a word's edge is one beside every letter. Made when first needed. */
  plain?: Reading;
  /** It has words that English lacks, or letters. Found when first needed. */
  isForeign?: boolean;
  /** What was answered before, by the number of the question. */
  answers: unknown[];
}

const MOST_KNOWN = 256;
let texts = new Map<string, KnownText>();
let last: KnownText | undefined;

/** What is known of a text. */
export function knownText(text: string): KnownText {
  if (last?.text === text) return last;
  last = texts.get(text) ?? remember(text);
  return last;
}

function remember(text: string): KnownText {
  // Not cleared: what a map held then stays alive for as long as its old table does, which is long.
  if (texts.size >= MOST_KNOWN) texts = new Map();
  const fresh = { text, isAscii: !NOT_ASCII.test(text), possible: possibleIn(text), answers: [] };
  texts.set(text, fresh);
  return fresh;
}

/** How to tell whether a pattern stands in a text that rules ask of, without running it on most. */
export function testerOf(pattern: RegExp): (prose: string) => boolean {
  const patterns = indexPatterns([pattern]);
  return (prose) => indexOfFirst(patterns, prose, knownText(prose).possible) !== -1;
}

/** The text without accents. */
export function plainOf(known: KnownText): Reading {
  if (known.isAscii) return known;
  if (!known.plain) {
    const text = withoutAccents(known.text);
    known.plain = { text, possible: possibleIn(text) };
  }
  return known.plain;
}

function withoutAccents(text: string): string {
  return text
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .normalize("NFC");
}

/** A text without accents, and where each of its characters stands in the text: an accent may be a character of its own. */
export function plainPlacesOf(text: string): { plain: string; places: readonly Span[] } {
  const places: Span[] = [];
  let plain = "";
  for (const { 0: letter, index: from } of text.matchAll(/\P{M}?\p{M}{1,99}|\P{M}/gu)) {
    const bare = withoutAccents(letter);
    plain += bare;
    for (let nth = 0; nth < bare.length; nth++) places.push({ from, to: from + letter.length });
  }
  return { plain, places };
}

/** Whether the text may be in a language other than English. */
export function isForeign(known: KnownText): boolean {
  known.isForeign ??= !known.isAscii || indexOfFirst(ABROAD, known.text, known.possible) !== -1;
  return known.isForeign;
}
