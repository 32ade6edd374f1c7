/** Which words of which language ask, put off, or say nothing. */
import { ENGLISH } from "./languages/english.ts";
import type { Cue, Language, Section, Table } from "./languages/language.ts";
import { OTHER_LANGUAGES } from "./languages/others.ts";

export const LANGUAGES: readonly Language[] = [ENGLISH, ...OTHER_LANGUAGES];

const NOT_ASCII = /[^\x00-\x7f]/;
const NOT_LATIN = new Set(["Chinese", "Japanese"]);
const ASCII_LANGUAGES = LANGUAGES.filter(({ name }) => !NOT_LATIN.has(name));

/** Small words that a sentence of those languages hardly does without, and an English one hardly has. */
const SMALL_WORDS =
  /\b(?:el|los|las|la|una|un|que|por|para|esto|eso|hay|der|die|das|den|dem|und|nicht|wir|hier|ein|eine|einem|bitte|wenn|le|les|des|une|pas|nous|ici|est|il|si|de|en|em|da|ao|os|uma|isso|aqui)\b/;

/** The languages whose words may stand in a text. */
function languagesOf(prose: string): readonly Language[] {
  return NOT_ASCII.test(prose) ? LANGUAGES : ASCII_LANGUAGES;
}

/** The text as each language's table reads it: without accents, so that a word's edge is one beside every letter. */
function readings(prose: string): (language: Language) => string {
  if (!NOT_ASCII.test(prose)) return () => prose;
  let plain: string | undefined;
  return (language) => {
    if (language === ENGLISH || NOT_LATIN.has(language.name)) return prose;
    plain ??= prose
      .normalize("NFD")
      .replace(/[\u0300-\u036f]/g, "")
      .normalize("NFC");
    return plain;
  };
}

/** The cue of one table that stands in a text, a strong one first. Give it `prose`. */
export function cueIn(table: Table, prose: string): Cue | undefined {
  let weak: Cue | undefined;
  const languages = NOT_ASCII.test(prose) || SMALL_WORDS.test(prose) ? languagesOf(prose) : [ENGLISH];
  const readIn = readings(prose);
  for (const language of languages) {
    const text = readIn(language);
    for (const cue of language[table] ?? []) {
      if (cue.strength === 2 && weak) continue;
      if (!cue.pattern.test(text) || cue.unless?.test(text)) continue;
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
  const readIn = readings(prose);
  return languagesOf(prose).some((language) => {
    const text = readIn(language);
    return language.chatter.some(({ pattern, unless }) => pattern.test(text) && !unless?.test(text));
  });
}

/** What a heading opens, if it says. Give it `prose`. */
export function sectionOf(heading: string): Section | undefined {
  const readIn = readings(heading);
  for (const language of languagesOf(heading)) {
    const text = readIn(language);
    const found = language.sections.find(({ pattern }) => pattern.test(text));
    if (found) return found.section;
  }
  return undefined;
}
