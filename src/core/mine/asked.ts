/** Texts that rules ask of, and what is known of each: they ask of the same few texts many times. */
import { OTHER_LANGUAGES } from "./languages/others.ts";
import { indexPatterns, placeOf, possibleIn, type Possible } from "./pattern-index.ts";

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

export interface Asked extends Reading {
  isAscii: boolean;
  /** Without accents, so that a word's edge is one beside every letter. Made when first needed. */
  plain?: Reading;
  /** It has words that English lacks, or letters. Found when first needed. */
  isForeign?: boolean;
  /** What was answered before, by the number of the question. */
  answers: unknown[];
}

const MOST_ASKED = 256;
let asked = new Map<string, Asked>();
let last: Asked | undefined;

/** What is known of a text. */
export function askedOf(text: string): Asked {
  if (last?.text === text) return last;
  last = asked.get(text) ?? remember(text);
  return last;
}

function remember(text: string): Asked {
  // Not cleared: what a map held then stays alive for as long as its old table does, which is long.
  if (asked.size >= MOST_ASKED) asked = new Map();
  const fresh = { text, isAscii: !NOT_ASCII.test(text), possible: possibleIn(text), answers: [] };
  asked.set(text, fresh);
  return fresh;
}

/** How to tell whether a pattern stands in a text that rules ask of, without running it on most. */
export function testerOf(pattern: RegExp): (prose: string) => boolean {
  const patterns = indexPatterns([pattern]);
  return (prose) => placeOf(patterns, prose, askedOf(prose).possible) !== -1;
}

/** The text without accents. */
export function plainOf(asked: Asked): Reading {
  if (asked.isAscii) return asked;
  if (!asked.plain) {
    const text = withoutAccents(asked.text);
    asked.plain = { text, possible: possibleIn(text) };
  }
  return asked.plain;
}

function withoutAccents(text: string): string {
  return text
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .normalize("NFC");
}

/** A place in a text: from one index up to another. */
interface Place {
  from: number;
  to: number;
}

/** A text without accents, and where each of its characters stands in the text: an accent may be a character of its own. */
export function plainPlacesOf(text: string): { plain: string; places: readonly Place[] } {
  const places: Place[] = [];
  let plain = "";
  for (const { 0: letter, index: from } of text.matchAll(/\P{M}?\p{M}{1,99}|\P{M}/gu)) {
    const bare = withoutAccents(letter);
    plain += bare;
    for (let nth = 0; nth < bare.length; nth++) places.push({ from, to: from + letter.length });
  }
  return { plain, places };
}

/** Whether the text may be in a language other than English. */
export function isForeign(asked: Asked): boolean {
  asked.isForeign ??= !asked.isAscii || placeOf(ABROAD, asked.text, asked.possible) !== -1;
  return asked.isForeign;
}
