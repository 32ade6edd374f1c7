/** Which words of which language ask, put off, or say nothing. */
import { ENGLISH } from "./languages/english.ts";
import type { Cue, Language, Section, Table } from "./languages/language.ts";
import { OTHER_LANGUAGES } from "./languages/others.ts";
import { indexPatterns, matches, possibleIn } from "./pattern-index.ts";

export const LANGUAGES: readonly Language[] = [ENGLISH, ...OTHER_LANGUAGES];

const TABLES: readonly Table[] = ["asks", "defers", "nits", "settled", "fine", "process", "checks", "vague", "defects"];
const NOT_ASCII = /[^\x00-\x7f]/;
const NOT_LATIN = new Set(["Chinese", "Japanese"]);
const ASCII_LANGUAGES = LANGUAGES.filter(({ name }) => !NOT_LATIN.has(name));
const ENGLISH_ALONE: readonly Language[] = [ENGLISH];

/** Small words that a sentence of those languages hardly does without, and an English one hardly has. */
const SMALL_WORDS =
  /\b(?:el|los|las|la|una|un|que|por|para|esto|eso|hay|der|die|das|den|dem|und|nicht|wir|hier|ein|eine|einem|bitte|wenn|le|les|des|une|pas|nous|ici|est|il|si|de|en|em|da|ao|os|uma|isso|aqui)\b/;

indexPatterns(
  LANGUAGES.flatMap((language) =>
    [...TABLES.flatMap((table) => language[table] ?? []), ...language.sections, ...language.chatter].map(
      ({ pattern }) => pattern,
    ),
  ),
);

/** A text that rules ask of, and what is known of it: they ask of the same few texts many times. */
interface Asked {
  isAscii: boolean;
  /** As it stands. */
  own: string;
  /** Without accents, so that a word's edge is one beside every letter. Made when first needed. */
  plain?: string;
  /** The languages whose cues may stand in it. */
  languages?: readonly Language[];
  answers: Partial<Record<Table, Cue | null>>;
}

const MOST_ASKED = 64;
const asked = new Map<string, Asked>();

function askOf(prose: string): Asked {
  const known = asked.get(prose);
  if (known) return known;
  if (asked.size >= MOST_ASKED) asked.clear();
  const fresh = { isAscii: !NOT_ASCII.test(prose), own: prose, answers: {} };
  asked.set(prose, fresh);
  return fresh;
}

/** The text as a language's table reads it. */
function readingOf(text: Asked, language: Language): string {
  if (text.isAscii || language === ENGLISH || NOT_LATIN.has(language.name)) return text.own;
  text.plain ??= withoutAccents(text.own);
  return text.plain;
}

function withoutAccents(text: string): string {
  return text
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .normalize("NFC");
}

/** The languages whose words may stand in a text. */
function languagesOf({ isAscii }: Asked): readonly Language[] {
  return isAscii ? ASCII_LANGUAGES : LANGUAGES;
}

/** The cue of one table that stands in a text, a strong one first. Give it `prose`. */
export function cueIn(table: Table, prose: string): Cue | undefined {
  const { answers } = askOf(prose);
  let answer = answers[table];
  if (answer === undefined) {
    answer = findCue(table, askOf(prose)) ?? null;
    answers[table] = answer;
  }
  return answer ?? undefined;
}

function findCue(table: Table, text: Asked): Cue | undefined {
  text.languages ??= text.isAscii && !SMALL_WORDS.test(text.own) ? ENGLISH_ALONE : languagesOf(text);
  let weak: Cue | undefined;
  for (const language of text.languages) {
    const reading = readingOf(text, language);
    const possible = possibleIn(reading);
    for (const cue of language[table] ?? []) {
      if (cue.strength === 2 && weak) continue;
      if (!matches(cue.pattern, reading, possible) || cue.unless?.test(reading)) continue;
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
  const text = askOf(prose);
  return languagesOf(text).some((language) => {
    const reading = readingOf(text, language);
    return language.chatter.some(({ pattern, unless }) => matches(pattern, reading) && !unless?.test(reading));
  });
}

/** What a heading opens, if it says. Give it `prose`. */
export function sectionOf(heading: string): Section | undefined {
  const text = askOf(heading);
  for (const language of languagesOf(text)) {
    const reading = readingOf(text, language);
    const found = language.sections.find(({ pattern }) => matches(pattern, reading));
    if (found) return found.section;
  }
  return undefined;
}
