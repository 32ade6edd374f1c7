/**
 * Which of many words and phrases stand in a text, found in one pass over it.
 * Source: A. V. Aho and M. J. Corasick, "Efficient String Matching", Communications of the ACM 18 (6), 1975.
 */

/**
 * What the automaton reads, five bits each: small letters; digits, capitals and `_` as one; all else as one, which is also
 * what it reads before and behind the text, so that a phrase can ask for the edge of a word.
 */
const BITS = 5;
const OF_WORDS = 26;
const BETWEEN_WORDS = 27;
/** Beside the states that follow a state: where its phrases stand, and how many they are. */
const FIRST = 28;
const COUNT = 29;
/** What is not ASCII, and the head of an arrow: read as what is between words, and told of. */
const IS_RARE = 31;

const SYMBOLS = Uint8Array.from({ length: 128 }, (_, code) => {
  if (code >= 97 && code <= 122) return code - 97;
  const character = String.fromCharCode(code);
  if (/\w/.test(character)) return OF_WORDS;
  return character === ">" ? IS_RARE : BETWEEN_WORDS;
});
/** States, and phrases that end in them, are told by two bytes. */
const MOST = 0xffff;

function symbolOf(code: number): number {
  return code < 128 ? (SYMBOLS[code] ?? IS_RARE) : IS_RARE;
}

/** Whether the automaton tells of a character wherever it stands. */
export function isRare(character: string): boolean {
  return symbolOf(character.charCodeAt(0)) === IS_RARE;
}

/** What stands between words, in a phrase to be found. */
export const BETWEEN = " ";

/** Finds phrases. It takes some characters for each other, so what it finds is to be looked at again. */
export interface Automaton {
  /**
   * Runs over a text. Linear in its length, and in what is found.
   * @param onPhrase told the number of a phrase and the place right behind it, for each that may stand there
   * @param onRare told the code and the place of each rare character
   */
  run: (
    text: string,
    onPhrase: (phrase: number, end: number) => void,
    onRare: (code: number, at: number) => void,
  ) => void;
}

/**
 * Build one. Takes time in proportion to the phrases' length.
 * @param phrases of characters that are not rare
 * @throws RangeError where they have more beginnings than it can tell apart (65,535), or more ends
 */
export function automatonOf(phrases: readonly string[]): Automaton {
  const { next, endings } = trieOf(phrases);
  const ends = follow(next, endings);
  if (ends.length > MOST) throw new RangeError(`${phrases.length} phrases end in each other too often`);
  const found = Uint16Array.from(ends);
  return {
    run: (text, onPhrase, onRare) => {
      let state = next[BETWEEN_WORDS] ?? 0;
      for (let at = 0; at <= text.length; at += 1) {
        const code = at < text.length ? text.charCodeAt(at) : 0;
        let symbol = symbolOf(code);
        if (symbol === IS_RARE) {
          symbol = BETWEEN_WORDS;
          onRare(code, at);
        }
        state = next[(state << BITS) | symbol] ?? 0;
        const count = next[(state << BITS) | COUNT] ?? 0;
        if (count === 0) continue;
        const first = next[(state << BITS) | FIRST] ?? 0;
        for (let nth = first; nth < first + count; nth += 1) onPhrase(found[nth] ?? 0, at + 1);
      }
    },
  };
}

interface Trie {
  /** For each state and symbol the state that follows; 0, which is the start, where none does. */
  next: Uint16Array;
  /** For each state the phrases that end there. */
  endings: number[][];
}

function trieOf(phrases: readonly string[]): Trie {
  const most = phrases.reduce((sum, { length }) => sum + length, 1);
  const next = new Uint16Array(most << BITS);
  const endings: number[][] = [[]];
  for (const [number, phrase] of phrases.entries()) {
    let state = 0;
    for (let at = 0; at < phrase.length; at += 1) {
      const place = (state << BITS) | symbolOf(phrase.charCodeAt(at));
      if (next[place] === 0) next[place] = endings.push([]) - 1;
      state = next[place] ?? 0;
    }
    endings[state]?.push(number);
  }
  if (endings.length > MOST) throw new RangeError(`${phrases.length} phrases are too many`);
  return { next: next.slice(0, endings.length << BITS), endings };
}

/** Fills in where each state goes on when its phrase does not, the shortest first. Gives the phrases that end in each. */
function follow(next: Uint16Array, endings: number[][]): number[] {
  const found: number[] = [];
  const suffixes = new Uint16Array(endings.length);
  const queue = [0];
  for (const state of queue) {
    const row = state << BITS;
    const suffix = (suffixes[state] ?? 0) << BITS;
    const phrases = [...(endings[state] ?? []), ...(state === 0 ? [] : (endings[suffix >>> BITS] ?? []))];
    endings[state] = phrases;
    next[row | FIRST] = found.length;
    next[row | COUNT] = phrases.length;
    found.push(...phrases);
    for (let symbol = 0; symbol <= BETWEEN_WORDS; symbol += 1) {
      const child = next[row | symbol] ?? 0;
      const other = state === 0 ? 0 : (next[suffix | symbol] ?? 0);
      if (child === 0) {
        next[row | symbol] = other;
      } else {
        suffixes[child] = other;
        queue.push(child);
      }
    }
  }
  return found;
}
