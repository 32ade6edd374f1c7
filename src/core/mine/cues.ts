/** Which words of which language ask, put off, or say nothing. */
import { isForeign, knownText, plainOf, plainPlacesOf, type KnownText, type Reading } from "./known-text.ts";
import { ENGLISH } from "./languages/english.ts";
import {
  FINDING_TABLES,
  TABLES,
  type Cue,
  type Language,
  type Row,
  type SectionKind,
  type Table,
} from "./languages/language.ts";
import { OTHER_LANGUAGES } from "./languages/others.ts";
import { indexPatterns, indexOfFirst, type Patterns } from "./pattern-index.ts";

export const LANGUAGES: readonly Language[] = [ENGLISH, ...OTHER_LANGUAGES];

const NOT_LATIN = new Set(["Chinese", "Japanese", "Korean", "Russian"]);

/** A line of a table, with its forms and what takes it back. */
interface Known<Line> {
  line: Line;
  forms: Patterns;
  unless: Patterns;
}

/** The lines of one table in one language: cues, sections or chatter. */
interface Lines<Line> {
  isEnglish: boolean;
  isLatin: boolean;
  lines: readonly Known<Line>[];
  /** The forms of all lines, one after the other, and the line of each. */
  forms: Patterns;
  lineOf: readonly Known<Line>[];
}

function linesOf<Line extends Row>(select: (language: Language) => readonly Line[]): Lines<Line>[] {
  return LANGUAGES.map((language) => {
    const rows = select(language);
    const forms = indexPatterns(rows.flatMap((row) => Object.values(row.forms)));
    let first = forms.first;
    const lines = rows.map((line) => {
      const known = {
        line,
        forms: { list: Object.values(line.forms), first },
        unless: indexPatterns(Object.values(line.unless ?? {})),
      };
      first += known.forms.list.length;
      return known;
    });
    return {
      isEnglish: language === ENGLISH,
      isLatin: !NOT_LATIN.has(language.name),
      lines,
      forms,
      lineOf: lines.flatMap((known) => known.forms.list.map(() => known)),
    };
  }).filter(({ lines }) => lines.length > 0);
}

/** The first line that stands in a text and is not taken back. */
function lineIn<Line>({ forms, lineOf }: Lines<Line>, { text, possible }: Reading): Line | undefined {
  for (let at = indexOfFirst(forms, text, possible); at !== -1; at = indexOfFirst(forms, text, possible, at + 1)) {
    const known = lineOf[at];
    if (known && indexOfFirst(known.unless, text, possible) === -1) return known.line;
  }
  return undefined;
}

/** By table. Strong ones come first, so that the first that stands is strong where any is. */
const CUES = TABLES.map((table) =>
  linesOf((language) => (language[table] ?? []).toSorted((one, other) => other.strength - one.strength)),
);
const SECTIONS = linesOf(({ sections }) => sections);
const CHATTER = linesOf(({ chatter }) => chatter);

/** Where answers are kept: those of the tables of cues come first. */
const ABOUT_SECTIONS = TABLES.length;
const ABOUT_CHATTER = TABLES.length + 1;

/** The text as a language's tables read it; nothing where none of its words can stand. */
function readingFor({ isEnglish, isLatin }: Lines<unknown>, text: KnownText): Reading | undefined {
  if (isEnglish) return text;
  if (!isLatin) return text.isAscii ? undefined : text;
  return plainOf(text);
}

/** What a search finds in a text: from before, where it was asked before. */
function answered<Line>(
  text: KnownText,
  number: number,
  find: (tables: readonly Lines<Line>[], text: KnownText) => Line | undefined,
  tables: readonly Lines<Line>[],
): Line | undefined {
  const known = text.answers[number] as Line | null | undefined;
  if (known !== undefined) return known ?? undefined;
  const fresh = find(tables, text);
  text.answers[number] = fresh ?? null;
  return fresh;
}

/** The cue of one table that stands in a text, a strong one first. Give it `prose`. */
export function cueIn(table: Table, prose: string): Cue | undefined {
  const number = TABLES.indexOf(table);
  const find = number < FINDING_TABLES.length ? findCue : findInReply;
  return answered(knownText(prose), number, find, CUES[number] ?? []);
}

function findCue(tables: readonly Lines<Cue>[], text: KnownText): Cue | undefined {
  return strongest(tables, text, isForeign);
}

/** "Hecho" and "Fait" have no words beside them that tell the language. */
function findInReply(tables: readonly Lines<Cue>[], text: KnownText): Cue | undefined {
  return strongest(tables, text, () => true);
}

function strongest(
  tables: readonly Lines<Cue>[],
  text: KnownText,
  mayBeForeign: (text: KnownText) => boolean,
): Cue | undefined {
  let weak: Cue | undefined;
  for (const table of tables) {
    const reading = table.isEnglish || mayBeForeign(text) ? readingFor(table, text) : undefined;
    const cue = reading && lineIn(table, reading);
    if (cue?.strength === 3) return cue;
    weak ??= cue;
  }
  return weak;
}

const LONGEST_WORDS = 40;

/** The forms of each cue, and whether they are written without accents. */
const FORMS: ReadonlyMap<Cue, { forms: Patterns; isPlain: boolean }> = new Map(
  CUES.flat().flatMap(({ isEnglish, isLatin, lines }) =>
    lines.map(({ line, forms }) => [line, { forms, isPlain: isLatin && !isEnglish }]),
  ),
);

/** Words, and where they begin. */
type Match = Pick<RegExpExecArray, 0 | "index">;

/** Where a cue stands in a text, as it is written there: its first words, by the form that comes first where two begin together. */
export function matchOf(cue: Cue, prose: string): Match | undefined {
  const known = FORMS.get(cue);
  if (!known) return undefined;
  const text = knownText(prose);
  if (!known.isPlain || text.isAscii) return firstMatch(known.forms, text);
  const { plain, places } = plainPlacesOf(prose);
  const match = firstMatch(known.forms, { text: plain, possible: plainOf(text).possible });
  const from = match && places[match.index]?.from;
  const to = match && places[match.index + match[0].length - 1]?.to;
  return from === undefined || to === undefined ? undefined : { 0: prose.slice(from, to), index: from };
}

function firstMatch(forms: Patterns, { text, possible }: Reading): Match | undefined {
  let first: Match | undefined;
  for (let at = indexOfFirst(forms, text, possible); at !== -1; at = indexOfFirst(forms, text, possible, at + 1)) {
    const match = forms.list[at]?.exec(text);
    if (match && (!first || match.index < first.index)) first = match;
  }
  return first;
}

/** The words by which a cue stands in a text, as rules read them; nothing where they are long, or code. */
export function wordsOfCue(cue: Cue, prose: string): string | undefined {
  const match = matchOf(cue, prose);
  if (!match) return undefined;
  const restOfWord =
    /^[\w\p{Script=Latin}\u0300-\u036f]{0,30}/u.exec(prose.slice(match.index + match[0].length))?.[0] ?? "";
  const words = (match[0] + restOfWord).replace(/^[^\p{L}\p{N}]{1,9}/u, "").trim();
  return words !== "" && words.length <= LONGEST_WORDS && !words.includes("`") ? words : undefined;
}

/** Every cue about a finding that stands in a text, and the words by which it does. Give it `prose`. */
export function cuesIn(prose: string): { table: Table; name: string; words: string }[] {
  return FINDING_TABLES.flatMap((table) => {
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
  return answered(knownText(prose), ABOUT_CHATTER, firstOf, CHATTER) !== undefined;
}

/** What a heading opens, if it says. Give it `prose`. */
export function sectionOf(heading: string): SectionKind | undefined {
  return answered(knownText(heading), ABOUT_SECTIONS, firstSection, SECTIONS)?.section;
}

/** What is done is so in whatever language that is said: "Blockers (해결됨)". */
function firstSection(
  tables: readonly Lines<Language["sections"][number]>[],
  text: KnownText,
): Language["sections"][number] | undefined {
  const first = firstOf(tables, text);
  if (text.isAscii || first === undefined) return first;
  return tables.map((table) => lineFor(table, text)).find((line) => line?.section === "settled") ?? first;
}

/** The first line of a table that stands in a text. */
function firstOf<Line>(tables: readonly Lines<Line>[], text: KnownText): Line | undefined {
  for (const table of tables) {
    const line = lineFor(table, text);
    if (line) return line;
  }
  return undefined;
}

function lineFor<Line>(table: Lines<Line>, text: KnownText): Line | undefined {
  const reading = readingFor(table, text);
  return reading && lineIn(table, reading);
}
