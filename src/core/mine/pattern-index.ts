/**
 * Many patterns asked of one text: one pass over its words tells which of them can match, and the others are not run.
 * What a pattern needs is read off the pattern itself, so none that would match is left out.
 */
import { automatonOf, BETWEEN, isRare, type Automaton } from "./aho-corasick.ts";
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
export function placeOf({ list, first }: Patterns, text: string, possible: Possible, from = 0): number {
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
  return (text, possible) => lines[placeOf(patterns, text, possible)];
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

/** A text that stands in whatever some pattern matches, and what that pattern says of its place. */
interface Piece {
  text: string;
  /** Of the pattern. */
  number: number;
  /** It begins, and ends, at the edge of a word. */
  opens: boolean;
  closes: boolean;
  /** It begins the whole text. */
  isFirst: boolean;
  /** No word stands right before it. */
  isApart: boolean;
  /** Where its first rare character stands in it; -1 where it has none. */
  rareAt: number;
}

/** A piece as the automaton reads it: with what is between words where it stops a word. */
interface Phrase {
  piece: Piece;
  phrase: string;
  /** From the place right behind the phrase back to the first character of the piece. */
  back: number;
}

interface Index {
  automaton: Automaton;
  phrases: readonly Phrase[];
  /** Pieces by their first rare character. */
  rare: ReadonlyMap<number, readonly Piece[]>;
  /** Patterns that may match whatever stands in a text. */
  always: Possible;
}

/** Read off the patterns when a text is first asked of them: a server at rest needs none of it. */
let index: Index | undefined;

function readPatterns(): Index {
  const always: Possible = Array.from({ length: (known.length >>> BITS) + 1 }, () => 0);
  const pieces: Piece[] = [];
  for (const [number, pattern] of known.entries()) {
    const isRead = pattern.flags === "" || pattern.flags === "u";
    const needed = isRead ? requiredText(pattern)?.map((piece) => toPiece(piece, number)) : undefined;
    if (needed?.every(({ text, rareAt }) => rareAt !== -1 || /\w/.test(text))) pieces.push(...needed);
    else mark(always, number);
  }
  const phrases = pieces.filter(({ rareAt }) => rareAt === -1).map(toPhrase);
  const rare = Map.groupBy(
    pieces.filter(({ rareAt }) => rareAt !== -1),
    (piece) => piece.text.charCodeAt(piece.rareAt),
  );
  return { automaton: automatonOf(phrases.map(({ phrase }) => phrase)), phrases, rare, always };
}

function toPiece(piece: string, number: number): Piece {
  const text = withoutMarks(piece);
  return {
    text,
    number,
    opens: piece.startsWith(EDGE),
    closes: piece.endsWith(EDGE),
    isFirst: piece.startsWith(START),
    isApart: piece.startsWith(APART),
    rareAt: text.split("").findIndex(isRare),
  };
}

function toPhrase(piece: Piece): Phrase {
  const { text, opens, closes, isFirst, isApart } = piece;
  const before = isFirst || isApart || (opens && isWordAt(text, 0)) ? BETWEEN : "";
  const after = closes && isWordAt(text, text.length - 1) ? BETWEEN : "";
  // What the phrase says of its edges need not be looked at again.
  const rest = { ...piece, opens: opens && before === "", isApart: false, closes: closes && after === "" };
  return { piece: rest, phrase: `${before}${text}${after}`, back: text.length + after.length };
}

/** Which known patterns may match a text. Linear. */
export function possibleIn(text: string): Possible {
  index ??= readPatterns();
  const { automaton, phrases, rare, always } = index;
  const possible = always.slice();
  const look = (piece: Piece, from: number): void => {
    if (!isMarked(possible, piece.number) && stands(piece, text, from)) mark(possible, piece.number);
  };
  automaton.run(
    text,
    (nth, end) => {
      const found = phrases[nth];
      if (found) look(found.piece, end - found.back);
    },
    (code, at) => {
      for (const piece of rare.get(code) ?? []) look(piece, at - piece.rareAt);
    },
  );
  return possible;
}

function stands({ text: words, opens, closes, isFirst, isApart }: Piece, text: string, from: number): boolean {
  if ((isFirst && from > 0) || !text.startsWith(words, from) || from < 0) return false;
  if (isApart && isWordAt(text, from - 1)) return false;
  return (!opens || isEdge(text, from)) && (!closes || isEdge(text, from + words.length));
}

function isEdge(text: string, at: number): boolean {
  return isWordAt(text, at - 1) !== isWordAt(text, at);
}

const WORD = Uint8Array.from({ length: 128 }, (_, code) => (/\w/.test(String.fromCharCode(code)) ? 1 : 0));

function isWordAt(text: string, at: number): boolean {
  return at >= 0 && at < text.length && WORD[text.charCodeAt(at)] === 1;
}
