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
/** What is not ASCII, and the head of an arrow: read as what is between words, and told of. */
const IS_RARE = 31;
/** Read nowhere: the way on of a state that has none. */
const NOWHERE = 31;

const SYMBOLS = Uint8Array.from({ length: 128 }, (_, code) => {
  if (code >= 97 && code <= 122) return code - 97;
  const character = String.fromCharCode(code);
  if (/\w/.test(character)) return OF_WORDS;
  return character === ">" ? IS_RARE : BETWEEN_WORDS;
});

const SYMBOL = 0x1f;
/** Beside the symbol of a state's way on: some phrase ends in the state, which in most it does not. */
const ENDS = 0x20;
/** States, ends of phrases in them, and numbers of phrases are kept in sixteen bits. */
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
 * Build one. Takes time in proportion to the phrases' length. Few states have more than one way on: those have a row of
 * all symbols. Of the others one symbol and two states are kept, so that all of it stays near the processor.
 * @throws RangeError where they have more beginnings than it can tell apart (65,535), more ends, or a number beyond 65,535
 */
export function automatonOf(phrases: readonly Phrase[]): Automaton {
  const tooLarge = phrases.find(([, number]) => number > MOST);
  if (tooLarge) throw new RangeError(`the number of a phrase, ${tooLarge[1]}, is beyond ${MOST}; count from 0`);
  const states = numbered(follow(beginningsOf(phrases)));
  if (states.length > MOST) throw new RangeError(`${phrases.length} phrases are too many; give shorter ones, or fewer`);
  const found = states.flatMap(({ ends }) => ends);
  if (found.length > MOST)
    throw new RangeError(`${phrases.length} phrases end in each other too often; give fewer that end in another`);
  return running(states, found);
}

function running(states: readonly State[], all: readonly number[]): Automaton {
  const found = Uint16Array.from(all);
  const rows = states.filter(hasRow).length;
  const next = transitionsOf(states.slice(0, rows));
  const ways = Uint8Array.from(
    states,
    ({ ways: [way], ends }) => (way?.symbol ?? NOWHERE) | (ends.length > 0 ? ENDS : 0),
  );
  const onward = Uint16Array.from(states, ({ ways: [way] }) => way?.to.number ?? 0);
  const back = Uint16Array.from(states, ({ suffix }) => suffix?.number ?? 0);
  /** Where the numbers of the phrases that end in a state stand; behind the last, where they end. */
  const ended = new Uint16Array(states.length + 1);
  for (const [state, { ends }] of states.entries()) ended[state + 1] = (ended[state] ?? 0) + ends.length;
  const after = (from: number, symbol: number): number => {
    let state = from;
    while (state >= rows && ((ways[state] ?? 0) & SYMBOL) !== symbol) state = back[state] ?? 0;
    return (state < rows ? next[(state << BITS) | symbol] : onward[state]) ?? 0;
  };
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
        state = after(state, symbol);
        if (((ways[state] ?? 0) & ENDS) === 0) continue;
        const end = ended[state + 1] ?? 0;
        for (let nth = ended[state] ?? 0; nth < end; nth += 1) onFound(found[nth] ?? 0);
      }
    },
  };
}

interface State {
  number: number;
  ways: { symbol: number; to: State }[];
  /** The numbers of the phrases that end there, each once. */
  ends: number[];
  /** The state of the longest end of what leads there that some phrase begins with; the first state has none. */
  suffix: State | undefined;
}

function newState(): State {
  return { number: 0, ways: [], ends: [], suffix: undefined };
}

/** A state for each beginning of a phrase, the shortest first: none, one symbol, two. */
function beginningsOf(phrases: readonly Phrase[]): State[] {
  const first = newState();
  const levels: State[][] = [[first]];
  for (const [phrase, number] of phrases) {
    let state = first;
    for (const [at, symbol] of symbolsOf(phrase).entries()) {
      let to = wayOf(state, symbol);
      if (!to) {
        to = newState();
        state.ways.push({ symbol, to });
        (levels[at + 1] ??= []).push(to);
      }
      state = to;
    }
    if (!state.ends.includes(number)) state.ends.push(number);
  }
  return levels.flat();
}

function symbolsOf(phrase: string): number[] {
  const isFirst = phrase.startsWith(BEGINNING);
  const symbols = Array.from(isFirst ? phrase.slice(BEGINNING.length) : phrase, (character) =>
    symbolOf(character.charCodeAt(0)),
  );
  return isFirst ? [AT_START, BETWEEN_WORDS, ...symbols] : symbols;
}

function wayOf({ ways }: State, symbol: number): State | undefined {
  return ways.find((way) => way.symbol === symbol)?.to;
}

/** Finds where each state goes on when no phrase goes on in it, the shortest first: what ends there ends in the state, too. */
function follow(states: readonly State[]): readonly State[] {
  const [first] = states;
  for (const state of states) {
    for (const { symbol, to } of state.ways) {
      let suffix = state.suffix;
      while (suffix && !wayOf(suffix, symbol)) suffix = suffix.suffix;
      to.suffix = (suffix && wayOf(suffix, symbol)) ?? first;
      to.ends.push(...(to.suffix?.ends ?? []).filter((number) => !to.ends.includes(number)));
    }
  }
  return states;
}

/** The first state, and those that have more than one way on. */
function hasRow({ ways, suffix }: State): boolean {
  return ways.length > 1 || suffix === undefined;
}

/** Those with rows first, the shortest before the longer; then the others, each before what it leads to. */
function numbered(all: readonly State[]): State[] {
  const withRows = all.filter(hasRow);
  const states = [...withRows];
  const line = (from: State): void => {
    for (let state: State | undefined = from; state && !hasRow(state); state = state.ways[0]?.to) states.push(state);
  };
  for (const { ways } of withRows) for (const { to } of ways) line(to);
  for (const [number, state] of states.entries()) state.number = number;
  return states;
}

/** For each state and symbol the state that follows. */
function transitionsOf(states: readonly State[]): Uint16Array {
  const next = new Uint16Array(states.length << BITS);
  for (const [row, state] of states.entries()) {
    for (let symbol = 0; symbol <= AT_START; symbol += 1) {
      let from: State | undefined = state;
      while (from && !wayOf(from, symbol)) from = from.suffix;
      next[(row << BITS) | symbol] = (from && wayOf(from, symbol)?.number) ?? 0;
    }
  }
  return next;
}
