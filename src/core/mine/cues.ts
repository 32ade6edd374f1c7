/** Which words of which language ask, put off, or say nothing. */
import { askedOf, isForeign, plainOf, type Asked, type Reading } from "./asked.ts";
import { ENGLISH } from "./languages/english.ts";
import type { Cue, Language, Section, Table } from "./languages/language.ts";
import { OTHER_LANGUAGES } from "./languages/others.ts";
import { indexPatterns, isPossible } from "./pattern-index.ts";

export const LANGUAGES: readonly Language[] = [ENGLISH, ...OTHER_LANGUAGES];

const TABLES: readonly Table[] = ["asks", "defers", "nits", "settled", "fine", "process", "checks", "vague", "defects"];
const NOT_LATIN = new Set(["Chinese", "Japanese", "Korean", "Russian"]);

/** A cue, a section or chatter of some language, with the number of its pattern. */
interface Entry<Line> {
  line: Line;
  number: number;
}

/** The lines of one table in one language. */
interface Lines<Line> {
  language: Language;
  entries: Entry<Line>[];
}

function linesOf<Line extends { pattern: RegExp }>(select: (language: Language) => readonly Line[]): Lines<Line>[] {
  return LANGUAGES.map((language) => {
    const lines = select(language);
    const numbers = indexPatterns(lines.map(({ pattern }) => pattern));
    return { language, entries: lines.map((line, nth) => ({ line, number: numbers[nth] ?? 0 })) };
  }).filter(({ entries }) => entries.length > 0);
}

const CUES = TABLES.map((table) => linesOf((language) => language[table] ?? []));
const SECTIONS = linesOf(({ sections }) => sections);
const CHATTER = linesOf(({ chatter }) => chatter);

/** The text as a language's tables read it; nothing where none of its words can stand. */
function readingFor(language: Language, text: Asked): Reading | undefined {
  if (language === ENGLISH) return text;
  if (NOT_LATIN.has(language.name)) return text.isAscii ? undefined : text;
  return plainOf(text);
}

/** The cue of one table that stands in a text, a strong one first. Give it `prose`. */
export function cueIn(table: Table, prose: string): Cue | undefined {
  const text = askedOf(prose);
  const number = TABLES.indexOf(table);
  const known = text.answers[number] as Cue | null | undefined;
  if (known !== undefined) return known ?? undefined;
  const answer = findCue(CUES[number] ?? [], text);
  text.answers[number] = answer ?? null;
  return answer;
}

function findCue(tables: readonly Lines<Cue>[], text: Asked): Cue | undefined {
  let weak: Cue | undefined;
  for (const { language, entries } of tables) {
    const reading = readingFor(language, text);
    if (!reading) continue;
    for (const { line: cue, number } of entries) {
      if (!isPossible(reading.possible, number) || (cue.strength === 2 && weak)) continue;
      if (language !== ENGLISH && !isForeign(text)) break;
      if (!cue.pattern.test(reading.text) || cue.unless?.test(reading.text)) continue;
      if (cue.strength === 3) return cue;
      weak = cue;
    }
  }
  return weak;
}

/** The cue by which a sentence asks for a change. Give it `prose`. */
export function askIn(prose: string): Cue | undefined {
  return cueIn("asks", prose);
}

/** The cue by which a text puts something off. Give it `prose`. */
export function deferralIn(prose: string): Cue | undefined {
  return cueIn("defers", prose);
}

/** The sentence says nothing to be kept, unless it also asks. Give it `prose`. */
export function isChatter(prose: string): boolean {
  return firstOf(CHATTER, askedOf(prose)) !== undefined;
}

/** What a heading opens, if it says. Give it `prose`. */
export function sectionOf(heading: string): Section | undefined {
  return firstOf(SECTIONS, askedOf(heading))?.section;
}

/** The first line of a table that stands in a text. */
function firstOf<Line extends { pattern: RegExp; unless?: RegExp }>(
  tables: readonly Lines<Line>[],
  text: Asked,
): Line | undefined {
  for (const { language, entries } of tables) {
    const reading = readingFor(language, text);
    if (!reading) continue;
    for (const { line, number } of entries) {
      if (!isPossible(reading.possible, number) || !line.pattern.test(reading.text)) continue;
      if (!line.unless?.test(reading.text)) return line;
    }
  }
  return undefined;
}
