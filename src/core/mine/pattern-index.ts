/**
 * Many patterns asked of one text: one pass over its words tells which of them can match, and the others are not run.
 * What a pattern needs is read off the pattern itself, so none that would match is left out.
 */
import { automatonOf, BEGINNING, BETWEEN, isRare, type Automaton, type Phrase } from "./aho-corasick.ts";
import { APART, EDGE, requiredText, START, withoutMarks } from "./required-text.ts";

/** Which of the known patterns may match a text: a bit for each. Plain numbers: made very often. */
export type Possible = number[];
const BITS = 5;
const LAST_BIT = (1 << BITS) - 1;

/** Patterns that are known, by numbers that follow on each other. */
export interface Patterns {
  readonly list: readonly RegExp[];
  /** The number of the first. */
  readonly first: number;
}

const known: RegExp[] = [];

/**
 * Make patterns known, once, when the module that holds them is loaded: what was found possible before does not tell of them.
 * They are looked into when first needed.
 */
export function indexPatterns(list: readonly RegExp[]): Patterns {
  const first = known.length;
  known.push(...list);
  index = undefined;
  return { list, first };
}

/** Whether one of them, by its place in the list, may match. */
export function mayStand({ first }: Patterns, place: number, possible: Possible): boolean {
  return isMarked(possible, first + place);
}

/** The place in the list of the first that stands in a text, of those that may; -1 where none does. */
export function indexOfFirst({ list, first }: Patterns, text: string, possible: Possible, from = 0): number {
  const end = first + list.length;
  for (
    let number = nextMarked(possible, first + from, end);
    number < end;
    number = nextMarked(possible, number + 1, end)
  ) {
    if (list[number - first]?.test(text) === true) return number - first;
  }
  return -1;
}

/** Make the patterns of a table known. Gives how to find its first line that stands in a text, of those that may. */
export function indexLines<Line extends { pattern: RegExp }>(
  lines: readonly Line[],
): (text: string, possible: Possible) => Line | undefined {
  const patterns = indexPatterns(lines.map(({ pattern }) => pattern));
  return (text, possible) => lines[indexOfFirst(patterns, text, possible)];
}

function isMarked(possible: Possible, number: number): boolean {
  return (((possible[number >>> BITS] ?? 0) >>> (number & LAST_BIT)) & 1) !== 0;
}

function mark(possible: Possible, number: number): void {
  possible[number >>> BITS] = (possible[number >>> BITS] ?? 0) | (1 << (number & LAST_BIT));
}

/** The first number from one on that is marked; `end` or beyond where none is before it. */
function nextMarked(possible: Possible, from: number, end: number): number {
  let place = from >>> BITS;
  let bits = (possible[place] ?? 0) & (-1 << (from & LAST_BIT));
  while (bits === 0) {
    place += 1;
    if (place << BITS >= end) return end;
    bits = possible[place] ?? 0;
  }
  return (place << BITS) + LAST_BIT - Math.clz32(bits & -bits);
}

/** A text that holds a rare character and stands in whatever some pattern matches. */
interface RareText {
  text: string;
  /** Where its first rare character stands in it. */
  rareAt: number;
  /** Of the pattern. */
  number: number;
}

interface Index {
  automaton: Automaton;
  /** By their first rare character. */
  rare: ReadonlyMap<number, readonly RareText[]>;
  /** Patterns that may match whatever stands in a text. */
  always: Possible;
}

/** Read off the patterns when a text is first asked of them: a server at rest needs none of it. */
let index: Index | undefined;

function readPatterns(): Index {
  const always: Possible = Array.from({ length: (known.length >>> BITS) + 1 }, () => 0);
  const phrases: Phrase[] = [];
  const rare: RareText[] = [];
  for (const [number, pattern] of known.entries()) {
    const needed = neededBy(pattern);
    if (!needed) mark(always, number);
    for (const piece of needed ?? []) {
      const rareAt = firstRare(withoutMarks(piece));
      if (rareAt === -1) phrases.push([toPhrase(piece), number]);
      else rare.push({ text: withoutMarks(piece), rareAt, number });
    }
  }
  return {
    automaton: automatonOf(phrases),
    rare: Map.groupBy(rare, ({ text, rareAt }) => text.charCodeAt(rareAt)),
    always,
  };
}

/** Pieces one of which stands in whatever a pattern matches, each with a word or something rare in it; nothing where none can be told. */
function neededBy(pattern: RegExp): readonly string[] | undefined {
  const pieces = pattern.flags === "" || pattern.flags === "u" ? requiredText(pattern) : undefined;
  return pieces?.every((piece) => /\w/.test(piece) || firstRare(withoutMarks(piece)) !== -1) === true
    ? pieces
    : undefined;
}

function firstRare(text: string): number {
  return text.split("").findIndex(isRare);
}

/** So much of a piece tells it from nearly all else; all of each would take a third more states. */
const LONGEST_PHRASE = 12;

/** How a piece begins, as the automaton reads it: with what is between words where it starts or stops a word. */
function toPhrase(piece: string): string {
  const text = withoutMarks(piece);
  const after = piece.endsWith(EDGE) && /\w$/.test(text) ? BETWEEN : "";
  if (piece.startsWith(START)) return `${BEGINNING}${text}${after}`.slice(0, LONGEST_PHRASE);
  const before = piece.startsWith(APART) || (piece.startsWith(EDGE) && /^\w/.test(text)) ? BETWEEN : "";
  return `${before}${text}${after}`.slice(0, LONGEST_PHRASE);
}

/** Which known patterns may match a text. Linear. */
export function possibleIn(text: string): Possible {
  index ??= readPatterns();
  const { automaton, rare, always } = index;
  const possible = always.slice();
  automaton.run(
    text,
    (number) => {
      mark(possible, number);
    },
    (code, at) => {
      for (const { text: needed, rareAt, number } of rare.get(code) ?? [])
        if (text.startsWith(needed, at - rareAt)) mark(possible, number);
    },
  );
  return possible;
}
