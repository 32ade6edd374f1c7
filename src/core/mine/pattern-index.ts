/**
 * Many patterns asked of one text: one pass over its words tells which of them can match, and the others are not run.
 * What a pattern needs is read off the pattern itself, so none that would match is left out.
 */
import { APART, EDGE, requiredText, START, withoutMarks } from "./required-text.ts";

/** Pieces are looked up by two to six characters that open a word, or by a rare one. A slot may hold several. */
const SLOTS = 1 << 15;
const LONGEST_KEY = 6;
/** Five bits for each character: letters by themselves, all else in a few lots. */
const BITS = 31;
const IN_A_WORD = 32;
const IS_RARE = 64;
const COMMON_CHARACTER = /[a-z0-9\s'"`.,:;()_-]/i;
const CODES = Uint8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  const letter = code - 96;
  const bits = code === 32 ? 27 : 28 + (code % 4);
  const isWord = /\w/.test(character);
  const isRare = !COMMON_CHARACTER.test(character);
  return (letter >= 1 && letter <= 26 ? letter : bits) | (isWord ? IN_A_WORD : 0) | (isRare ? IS_RARE : 0);
});
/** Letters from the most to the least common in English: a rare key is looked at in fewer texts. */
const BY_FREQUENCY = " etaoinsrhldcumfpgwybvkxjqz";
/** Words that any review is full of make poor keys. */
const POOR_KEYS = new Set(
  "this that have with make need shou coul woul will more some other then when test code".split(" "),
);

/** For each slot the first piece whose key falls there; 0 for none. */
const slots = new Uint16Array(SLOTS);
/** For each two characters the lengths of the keys that begin with them, a bit for each. */
const lengths = new Uint8Array(1 << 10);
/** Texts one of which stands in whatever some pattern matches. */
const pieces: string[] = [""];
/** What is to be known of each, side by side: see `enter`. */
let shapes = new Uint16Array(1 << 12);
const SHAPE = 5;
const OPENS = 1;
const CLOSES = 2;
const IS_FIRST = 4;
const STANDS_APART = 8;

const numbers = new Map<RegExp, number>();

/** Which of the known patterns may match a text: a bit for each, sixteen in a place. Plain numbers: made very often. */
export type Possible = number[];

/** Whether the pattern of a number is among those that may match. */
export function isPossible(possible: Possible, number: number): boolean {
  return (((possible[number >>> 4] ?? 0) >>> (number & 15)) & 1) !== 0;
}

function mark(possible: Possible, number: number): void {
  possible[number >>> 4] = (possible[number >>> 4] ?? 0) | (1 << (number & 15));
}

/** Those that may match whatever stands in a text. */
const always: Possible = [];

/** Make patterns known, once, when the table that holds them is read. Gives their numbers. They are read when first needed. */
export function indexPatterns(patterns: readonly RegExp[]): number[] {
  return patterns.map((pattern) => numbers.get(pattern) ?? add(pattern));
}

/** Make the patterns of a table known. Gives how to find its first line that stands in a text, of those that may. */
export function indexLines<Line extends { pattern: RegExp }>(
  lines: readonly Line[],
): (text: string, possible: Possible) => Line | undefined {
  const own = indexPatterns(lines.map(({ pattern }) => pattern));
  return (text, possible) =>
    lines.find(({ pattern }, nth) => isPossible(possible, own[nth] ?? 0) && pattern.test(text));
}

/** Known, and not read yet: a server at rest needs none of what is read off them. */
const waiting: RegExp[] = [];

function add(pattern: RegExp): number {
  const number = numbers.size;
  numbers.set(pattern, number);
  waiting.push(pattern);
  return number;
}

function readWaiting(): void {
  for (const pattern of waiting.splice(0)) {
    const number = numbers.get(pattern) ?? 0;
    if (number >>> 4 === always.length) always.push(0);
    const needed = pattern.flags === "" || pattern.flags === "u" ? requiredText(pattern) : undefined;
    const keys = needed?.map(keyOf);
    if (!needed || keys?.includes(undefined)) mark(always, number);
    else for (const [nth, piece] of needed.entries()) enter(piece, keys?.[nth], number);
  }
}

/** Which known patterns may match a text. Linear. */
export function possibleIn(text: string): Possible {
  if (waiting.length > 0) readWaiting();
  const possible = always.slice();
  let wasWord = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const bits = code < 128 ? (CODES[code] ?? 0) : IS_RARE;
    if (bits >= IS_RARE) look(code & (SLOTS - 1), text, at, possible);
    const isWord = bits & IN_A_WORD;
    if (isWord > wasWord) lookAtWord(text, at, possible);
    wasWord = isWord;
  }
  return possible;
}

function lookAtWord(text: string, at: number, possible: Possible): void {
  let key = (bitsAt(text, at) << 5) | bitsAt(text, at + 1);
  let end = at + 2;
  for (let known = lengths[key] ?? 0; known !== 0; known >>= 1) {
    if ((known & 1) !== 0) look(slotOf(key), text, at, possible);
    key = (key << 5) | bitsAt(text, end);
    end += 1;
  }
}

/** Marks the patterns whose piece stands where its key was seen. */
function look(slot: number, text: string, at: number, possible: Possible): void {
  for (let piece = slots[slot] ?? 0; piece !== 0; piece = shapes[piece * SHAPE] ?? 0) {
    const shape = piece * SHAPE;
    const number = shapes[shape + 1] ?? 0;
    if (isPossible(possible, number)) continue;
    const end = at + (shapes[shape + 2] ?? 0);
    if (text.charCodeAt(end) !== shapes[shape + 3]) continue;
    if (stands(pieces[piece] ?? "", shapes[shape + 4] ?? 0, text, end)) mark(possible, number);
  }
}

function stands(piece: string, edges: number, text: string, end: number): boolean {
  const from = end + 1 - piece.length;
  if (from < 0 || ((edges & IS_FIRST) !== 0 && from > 0) || !text.startsWith(piece, from)) return false;
  if ((edges & STANDS_APART) !== 0 && isWordAt(text, from - 1)) return false;
  return ((edges & OPENS) === 0 || isEdge(text, from)) && ((edges & CLOSES) === 0 || isEdge(text, end + 1));
}

function isEdge(text: string, at: number): boolean {
  return isWordAt(text, at - 1) !== isWordAt(text, at);
}

function isWordAt(text: string, at: number): boolean {
  const code = at < 0 || at >= text.length ? 0 : text.charCodeAt(at);
  return code < 128 && ((CODES[code] ?? 0) & IN_A_WORD) !== 0;
}

function bitsAt(text: string, at: number): number {
  const code = at < text.length ? text.charCodeAt(at) : 0;
  return code < 128 ? (CODES[code] ?? 0) & BITS : BITS;
}

function slotOf(key: number): number {
  return Math.imul(key, 0x9e3779b1) >>> 17;
}

/** How a piece is looked up: by the start of a word in it, or by a rare character. */
interface Key {
  from: number;
  length: number;
}

function keyOf(piece: string): Key | undefined {
  const text = withoutMarks(piece);
  const isMarked = [APART, EDGE, START].some((mark) => piece.startsWith(mark));
  const opening = Array.from({ length: text.length - 1 }, (_, from) => from)
    .filter((from) => isWordAt(text, from) && (from === 0 ? isMarked : !isWordAt(text, from - 1)))
    .map((from): Key => ({ from, length: Math.min(LONGEST_KEY, text.length - from) }));
  const [best] = opening.sort((one, other) => other.length - one.length || rarityOf(text, other) - rarityOf(text, one));
  const rare = text.split("").findIndex((character) => !COMMON_CHARACTER.test(character));
  return best ?? (rare === -1 ? undefined : { from: rare, length: 1 });
}

function rarityOf(text: string, { from, length }: Key): number {
  const key = text.slice(from, from + length);
  if (POOR_KEYS.has(key.slice(0, 4)) || key.endsWith(" ")) return 0;
  return key.split("").reduce((sum, letter) => sum + (BY_FREQUENCY.indexOf(letter) + 1 || BY_FREQUENCY.length), 0);
}

/** Puts a piece first in its slot. */
function enter(piece: string, key: Key | undefined, number: number): void {
  if (!key) return;
  const text = withoutMarks(piece);
  let bits = 0;
  for (let at = key.from; at < key.from + key.length; at += 1) bits = (bits << 5) | bitsAt(text, at);
  const start = (bitsAt(text, key.from) << 5) | bitsAt(text, key.from + 1);
  if (key.length > 1) lengths[start] = (lengths[start] ?? 0) | (1 << (key.length - 2));
  const slot = key.length === 1 ? text.charCodeAt(key.from) & (SLOTS - 1) : slotOf(bits);
  const edges =
    (piece.startsWith(EDGE) ? OPENS : 0) |
    (piece.endsWith(EDGE) ? CLOSES : 0) |
    (piece.startsWith(START) ? IS_FIRST : 0) |
    (piece.startsWith(APART) ? STANDS_APART : 0);
  const place = pieces.length * SHAPE;
  if (place + SHAPE > shapes.length) {
    const more = new Uint16Array(shapes.length * 2);
    more.set(shapes);
    shapes = more;
  }
  // The next piece in the slot, its pattern, the distance from key to end, its last character, its edges.
  const end = text.length - 1 - key.from;
  shapes.set([slots[slot] ?? 0, number, end, text.charCodeAt(text.length - 1), edges], place);
  slots[slot] = pieces.push(text) - 1;
}
