/**
 * Many patterns asked of one text: one pass over its characters tells which of them can match, and the others are not
 * run. What a pattern needs is read off the pattern itself, so the answers are those of `pattern.test(text)`.
 */
import { requiredText } from "./required-text.ts";

/** Pieces of text are told apart by slots; two in one slot cost a run too many, and no more. */
const SLOTS = 1 << 15;
const LONGEST_PIECE = 4;
const SHORTEST_PIECE = 3;
/** Letters from the most to the least common in English: a rare piece rules out more texts. */
const COMMON = " etaoinsrhldcumfpgwybvkxjqz";
/** A character that hardly any text holds is a piece by itself. */
const RARE = /[^a-z0-9 '"`.,:;()_-]/;
/** Five bits for each character: letters by themselves, all else in a few lots. */
const CODES = Uint8Array.from({ length: 128 }, (_, code) => {
  const letter = code - 96;
  if (letter >= 1 && letter <= 26) return letter;
  return code === 32 ? 27 : 28 + (code % 4);
});

const numbers = new Map<RegExp, number>();
/** Patterns that may match whatever stands in a text. */
const always: number[] = [];
/** For each slot the patterns whose piece falls there, as a place in `groups`; 0 for none. */
const slots = { rare: new Uint16Array(SLOTS), short: new Uint16Array(SLOTS), long: new Uint16Array(SLOTS) };
const groups: number[][] = [[]];

/** Which of the known patterns may match a text, by their numbers. */
export type Possible = Uint8Array;

/** Make patterns known, once, when the table that holds them is read. */
export function indexPatterns(patterns: Iterable<RegExp>): void {
  answered.clear();
  buffers = [];
  for (const pattern of patterns) {
    if (numbers.has(pattern)) continue;
    const number = numbers.size;
    numbers.set(pattern, number);
    const pieces = pattern.flags === "" || pattern.flags === "u" ? requiredText(pattern)?.map(rarest) : undefined;
    if (!pieces || pieces.includes(undefined)) always.push(number);
    else for (const piece of new Set(pieces)) addTo(piece ?? "", number);
  }
}

/** The answers for the last texts, in buffers that are used again: the same few texts are asked of many times. */
const MOST_TEXTS = 64;
const answered = new Map<string, Possible>();
let buffers: { text: string; possible: Possible }[] = [];
let next = 0;

/** Which known patterns may match a text. What it gives is good until some dozens of other texts were asked of. */
export function possibleIn(text: string): Possible {
  const known = answered.get(text);
  if (known) return known;
  const buffer = (buffers[next] ??= { text, possible: new Uint8Array(numbers.size) });
  next = (next + 1) % MOST_TEXTS;
  answered.delete(buffer.text);
  buffer.text = text;
  answered.set(text, buffer.possible);
  fill(buffer.possible, text);
  return buffer.possible;
}

function fill(possible: Possible, text: string): void {
  possible.fill(0);
  for (const number of always) possible[number] = 1;
  const { rare, short, long } = slots;
  let last = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const bits = code < 128 ? (CODES[code] ?? 0) : 31;
    last = ((last << 5) | bits) & 0xfffff;
    if (bits > 27) mark(rare[code & (SLOTS - 1)] ?? 0, possible);
    mark(short[last & 0x7fff] ?? 0, possible);
    mark(long[longSlot(last)] ?? 0, possible);
  }
}

/** Whether a pattern matches a text, given what may match it. A pattern that was not made known is simply run. */
export function matches(pattern: RegExp, text: string, possible = possibleIn(text)): boolean {
  const number = numbers.get(pattern);
  return (number === undefined || possible[number] !== 0) && pattern.test(text);
}

function mark(group: number, possible: Possible): void {
  if (group === 0) return;
  const members = groups[group] ?? [];
  for (let at = 0; at < members.length; at += 1) possible[members[at] ?? 0] = 1;
}

function addTo(piece: string, number: number): void {
  let last = 0;
  for (let at = 0; at < piece.length; at += 1) {
    const code = piece.charCodeAt(at);
    last = ((last << 5) | (code < 128 ? (CODES[code] ?? 0) : 31)) & 0xfffff;
  }
  const { rare, short, long } = slots;
  if (piece.length === LONGEST_PIECE) enter(long, longSlot(last), number);
  else if (piece.length === SHORTEST_PIECE) enter(short, last, number);
  else enter(rare, piece.charCodeAt(0) & (SLOTS - 1), number);
}

function enter(table: Uint16Array, slot: number, number: number): void {
  if (table[slot] === 0) table[slot] = groups.push([]) - 1;
  groups[table[slot] ?? 0]?.push(number);
}

function longSlot(last: number): number {
  return (last ^ (last >>> 6)) & (SLOTS - 1);
}

/** The least common piece of a text, or nothing when it is too short to tell. */
function rarest(text: string): string | undefined {
  const rare = RARE.exec(text)?.[0];
  if (rare !== undefined) return rare;
  if (text.length <= LONGEST_PIECE) return text.length < SHORTEST_PIECE ? undefined : text;
  let best = "";
  let most = -1;
  for (let at = 0; at + LONGEST_PIECE <= text.length; at += 1) {
    const piece = text.slice(at, at + LONGEST_PIECE);
    const rarity = piece.split("").reduce((sum, letter) => sum + COMMON.indexOf(letter), 0);
    if (rarity <= most) continue;
    most = rarity;
    best = piece;
  }
  return best;
}
