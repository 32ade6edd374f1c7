/** Which words of which language ask, put off, or say nothing. */
import { askedOf, isForeign, plainOf, plainPlacesOf, type Asked, type Reading } from "./asked.ts";
import { ENGLISH } from "./languages/english.ts";
import { TABLES, type Cue, type Language, type Row, type Section, type Table } from "./languages/language.ts";
import { OTHER_LANGUAGES } from "./languages/others.ts";
import { indexPatterns, placeOf, type Patterns } from "./pattern-index.ts";

export const LANGUAGES: readonly Language[] = [ENGLISH, ...OTHER_LANGUAGES];

const NOT_LATIN = new Set(["Chinese", "Japanese", "Korean", "Russian"]);

/** The lines of one table in one language: cues, sections or chatter. */
interface Lines<Line> {
  isEnglish: boolean;
  isLatin: boolean;
  lines: readonly Line[];
  /** The forms of all lines, one after the other, and the line of each. */
  forms: Patterns;
  lineOf: readonly number[];
  /** For each line what takes it back. */
  unless: readonly Patterns[];
}

function linesOf<Line extends Row>(select: (language: Language) => readonly Line[]): Lines<Line>[] {
  return LANGUAGES.map((language) => {
    const lines = select(language);
    return {
      isEnglish: language === ENGLISH,
      isLatin: !NOT_LATIN.has(language.name),
      lines,
      forms: indexPatterns(lines.flatMap(({ forms }) => Object.values(forms))),
      lineOf: lines.flatMap(({ forms }, nth) => Object.keys(forms).map(() => nth)),
      unless: lines.map(({ unless = {} }) => indexPatterns(Object.values(unless))),
    };
  }).filter(({ lines }) => lines.length > 0);
}

/** The lines that stand in a text and are not taken back, in their order; one may come more than once. */
function* linesIn<Line>({ lines, forms, lineOf, unless }: Lines<Line>, { text, possible }: Reading): Generator<Line> {
  for (let at = placeOf(forms, text, possible); at !== -1; at = placeOf(forms, text, possible, at + 1)) {
    const nth = lineOf[at] ?? 0;
    const line = lines[nth];
    const back = unless[nth];
    if (line && !(back && placeOf(back, text, possible) !== -1)) yield line;
  }
}

const CUES = TABLES.map((table) => linesOf((language) => language[table] ?? []));
const SECTIONS = linesOf(({ sections }) => sections);
const CHATTER = linesOf(({ chatter }) => chatter);

/** Where answers are kept: those of the tables of cues come first. */
const ABOUT_SECTIONS = TABLES.length;
const ABOUT_CHATTER = TABLES.length + 1;

/** The text as a language's tables read it; nothing where none of its words can stand. */
function readingFor({ isEnglish, isLatin }: Lines<unknown>, text: Asked): Reading | undefined {
  if (isEnglish) return text;
  if (!isLatin) return text.isAscii ? undefined : text;
  return plainOf(text);
}

/** What was answered of a text before, or is answered now. */
function answered<Answer>(text: Asked, number: number, answer: () => Answer | undefined): Answer | undefined {
  const known = text.answers[number] as Answer | null | undefined;
  if (known !== undefined) return known ?? undefined;
  const fresh = answer();
  text.answers[number] = fresh ?? null;
  return fresh;
}

/** The cue of one table that stands in a text, a strong one first. Give it `prose`. */
export function cueIn(table: Table, prose: string): Cue | undefined {
  const text = askedOf(prose);
  const number = TABLES.indexOf(table);
  return answered(text, number, () => findCue(CUES[number] ?? [], text));
}

function findCue(tables: readonly Lines<Cue>[], text: Asked): Cue | undefined {
  let weak: Cue | undefined;
  for (const table of tables) {
    const reading = table.isEnglish || isForeign(text) ? readingFor(table, text) : undefined;
    if (!reading) continue;
    for (const cue of linesIn(table, reading)) {
      if (cue.strength === 3) return cue;
      weak ??= cue;
    }
  }
  return weak;
}

const LONGEST_WORDS = 40;

/** Cues whose forms are written without accents. */
const PLAIN_CUES: ReadonlySet<Cue> = new Set(
  CUES.flat()
    .filter(({ isEnglish, isLatin }) => isLatin && !isEnglish)
    .flatMap(({ lines }) => lines),
);

/** Words, and where they begin. */
type Match = Pick<RegExpExecArray, 0 | "index">;

/** Where a cue stands in a text, as it is written there: its first words, by the form that comes first where two begin together. */
export function matchOf(cue: Cue, prose: string): Match | undefined {
  if (!PLAIN_CUES.has(cue) || askedOf(prose).isAscii) return firstMatch(cue, prose);
  const { plain, places } = plainPlacesOf(prose);
  const match = firstMatch(cue, plain);
  const from = match && places[match.index]?.from;
  const to = match && places[match.index + match[0].length - 1]?.to;
  return from === undefined || to === undefined ? undefined : { 0: prose.slice(from, to), index: from };
}

function firstMatch({ forms }: Cue, text: string): Match | undefined {
  const matches = Object.values(forms).map((pattern) => pattern.exec(text));
  const [first] = matches.filter((match) => match !== null).sort((one, other) => one.index - other.index);
  return first;
}

/** The words by which a cue stands in a text, as rules read them; nothing where they are long, or code. */
export function wordsOf(cue: Cue, prose: string): string | undefined {
  const match = matchOf(cue, prose);
  if (!match) return undefined;
  const restOfWord =
    /^[\w\p{Script=Latin}\u0300-\u036f]{0,30}/u.exec(prose.slice(match.index + match[0].length))?.[0] ?? "";
  const words = (match[0] + restOfWord).replace(/^[^\p{L}\p{N}]{1,9}/u, "").trim();
  return words !== "" && words.length <= LONGEST_WORDS && !words.includes("`") ? words : undefined;
}

/** Every cue that stands in a text, and the words by which it does. Give it `prose`. */
export function cuesIn(prose: string): { table: Table; name: string; words: string }[] {
  return TABLES.flatMap((table) => {
    const cue = cueIn(table, prose);
    return cue ? [{ table, name: cue.name, words: matchOf(cue, prose)?.[0].trim() ?? "" }] : [];
  });
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
  const text = askedOf(prose);
  return answered(text, ABOUT_CHATTER, () => firstOf(CHATTER, text)) !== undefined;
}

/** What a heading opens, if it says. Give it `prose`. */
export function sectionOf(heading: string): Section | undefined {
  const text = askedOf(heading);
  return answered(text, ABOUT_SECTIONS, () => firstOf(SECTIONS, text))?.section;
}

/** The first line of a table that stands in a text. */
function firstOf<Line>(tables: readonly Lines<Line>[], text: Asked): Line | undefined {
  for (const table of tables) {
    const reading = readingFor(table, text);
    const [line] = reading ? linesIn(table, reading) : [];
    if (line) return line;
  }
  return undefined;
}
