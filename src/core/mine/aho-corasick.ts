/**
 * Which of many words and phrases stand in a text, found in one pass over it.
 * Source: A. V. Aho and M. J. Corasick, "Efficient String Matching", Communications of the ACM 18 (6), 1975.
 */

/**
 * What the automaton reads, five bits each: small letters; digits, capitals and `_` as one; all else as one, which is also
 * what it reads before and behind the text, so that a phrase can ask for the edge of a word; and first of all, that the
 * text starts.
 */
const BITS = 5;
const OF_WORDS = 26;
const BETWEEN_WORDS = 27;
const AT_START = 28;
/** Beside the states that follow a state: where the numbers of the phrases that end in it stand, and how many they are. */
const FIRST = 29;
const COUNT = 30;
/** What is not ASCII, and the head of an arrow: read as what is between words, and told of. */
const IS_RARE = 31;

const SYMBOLS = Uint8Array.from({ length: 128 }, (_, code) => {
  if (code >= 97 && code <= 122) return code - 97;
  const character = String.fromCharCode(code);
  if (/\w/.test(character)) return OF_WORDS;
  return character === ">" ? IS_RARE : BETWEEN_WORDS;
});

/** A state is told by fifteen bits; the one above them tells that some phrase ends in it, which most do not. */
const MOST_STATES = 0x7fff;
const ENDS = 0x8000;
const MOST_ENDS = 0xffff;

function symbolOf(code: number): number {
  return code < 128 ? (SYMBOLS[code] ?? IS_RARE) : IS_RARE;
}

/** Whether the automaton tells of a character wherever it stands. */
export function isRare(character: string): boolean {
  return symbolOf(character.charCodeAt(0)) === IS_RARE;
}

/** What stands between words, in a phrase to be found. */
export const BETWEEN = " ";
/** Stands before a phrase that is to be found at the start of the text alone; no phrase holds it otherwise. */
export const BEGINNING = "\u0002";

/** Finds phrases. It takes some characters for each other, so a phrase that it finds may not stand there. */
export interface Automaton {
  /**
   * Runs over a text. Linear in its length, and in what is found.
   * @param onFound told the number of each phrase that may stand in the text, wherever it may
   * @param onRare told the code and the place of each rare character
   */
  run: (text: string, onFound: (number: number) => void, onRare: (code: number, at: number) => void) => void;
}

/** A phrase of characters that are not rare, one at least, and what it is told by: several may have the same number. */
export type Phrase = readonly [phrase: string, number: number];

/**
 * Build one. Takes time in proportion to the phrases' length.
 * @throws RangeError where they have more beginnings than it can tell apart (32,767), more ends (65,535), or a number beyond
 *   65,535
 */
export function automatonOf(phrases: readonly Phrase[]): Automaton {
  const { next, endings } = trieOf(phrases);
  const tooLarge = phrases.find(([, number]) => number > MOST_ENDS);
  if (tooLarge) throw new RangeError(`the number of a phrase, ${tooLarge[1]}, is beyond ${MOST_ENDS}; count from 0`);
  const ends = follow(next, endings);
  if (ends.length > MOST_ENDS)
    throw new RangeError(`${phrases.length} phrases end in each other too often; give fewer that end in another`);
  const found = Uint16Array.from(ends);
  const after = (state: number, symbol: number): number => MOST_STATES & (next[(state << BITS) | symbol] ?? 0);
  const start = after(after(0, AT_START), BETWEEN_WORDS);
  return {
    run: (text, onFound, onRare) => {
      let state = start;
      for (let at = 0; at <= text.length; at += 1) {
        const code = at < text.length ? text.charCodeAt(at) : 0;
        let symbol = symbolOf(code);
        if (symbol === IS_RARE) {
          symbol = BETWEEN_WORDS;
          onRare(code, at);
        }
        const cell = next[(state << BITS) | symbol] ?? 0;
        state = cell & MOST_STATES;
        if (cell <= MOST_STATES) continue;
        const first = next[(state << BITS) | FIRST] ?? 0;
        const end = first + (next[(state << BITS) | COUNT] ?? 0);
        for (let nth = first; nth < end; nth += 1) onFound(found[nth] ?? 0);
      }
    },
  };
}

interface Trie {
  /** For each state and symbol the state that follows; 0, which is the first state, where none does. */
  next: Uint16Array;
  /** For each state the numbers of the phrases that end there. */
  endings: Set<number>[];
}

/** States by the length of what leads to them: those that most texts come through stand close together. */
function trieOf(phrases: readonly Phrase[]): Trie {
  let open = phrases.map(([phrase, number]) => ({ symbols: symbolsOf(phrase), number, state: 0 }));
  const next = new Uint16Array(open.reduce((sum, { symbols }) => sum + symbols.length, 1) << BITS);
  const endings: Set<number>[] = [new Set()];
  for (let at = 0; open.length > 0; at += 1) {
    for (const one of open) {
      const place = (one.state << BITS) | (one.symbols[at] ?? 0);
      if (next[place] === 0) next[place] = endings.push(new Set()) - 1;
      one.state = next[place] ?? 0;
      if (one.symbols.length === at + 1) endings[one.state]?.add(one.number);
    }
    open = open.filter(({ symbols }) => symbols.length > at + 1);
  }
  if (endings.length > MOST_STATES)
    throw new RangeError(`${phrases.length} phrases are too many; give shorter ones, or fewer`);
  return { next: next.slice(0, endings.length << BITS), endings };
}

function symbolsOf(phrase: string): number[] {
  const isFirst = phrase.startsWith(BEGINNING);
  const symbols = Array.from(isFirst ? phrase.slice(BEGINNING.length) : phrase, (character) =>
    symbolOf(character.charCodeAt(0)),
  );
  return isFirst ? [AT_START, BETWEEN_WORDS, ...symbols] : symbols;
}

/** Fills in where each state goes on when its phrase does not, the shortest first. Gives the numbers of what ends in each. */
function follow(next: Uint16Array, endings: Set<number>[]): number[] {
  const found: number[] = [];
  const suffixes = new Uint16Array(endings.length);
  for (const [state, own] of endings.entries()) {
    const row = state << BITS;
    const suffix = suffixes[state] ?? 0;
    if (state !== 0) for (const number of endings[suffix] ?? []) own.add(number);
    next[row | FIRST] = found.length;
    next[row | COUNT] = own.size;
    found.push(...own);
    for (let symbol = 0; symbol <= AT_START; symbol += 1) {
      const child = next[row | symbol] ?? 0;
      const other = state === 0 ? 0 : (next[(suffix << BITS) | symbol] ?? 0);
      if (child === 0) next[row | symbol] = other;
      else suffixes[child] = other;
    }
  }
  for (let row = 0; row < next.length; row += 1 << BITS)
    for (let place = row; place <= row + AT_START; place += 1)
      if ((endings[next[place] ?? 0]?.size ?? 0) > 0) next[place] = (next[place] ?? 0) | ENDS;
  return found;
}
