/** The words of a text that carry its meaning, cut to their stems: what tells whether two texts are about one change. */

const STOP = new Set(
  "the a an and or of to in on for with is are be this that it as by from at not no we you i should could would can may must need needs add adding fix use using make consider considering update ensure which when if but so also instead recommendation suggestion issue problem missing lack critical high medium low minor potential improve address handle recommend remove implement include x do done follow followup up ups later future pr prs separate out scope now leave defer".split(
    " ",
  ),
);

/** What is shorter is no word; what is longer is read in pieces. */
const SHORTEST = 2;
const LONGEST = 40;
/** So many stems tell what a text is about. */
const MOST = 60;
/** Read behind a text: it ends the last word. */
const BEHIND = 0;

/** The words that carry a text's meaning, cut to their stems, in the order in which they first stand in it. Linear. */
export function stems(text: string): Set<string> {
  const lower = text.toLowerCase();
  const kept = new Set<string>();
  let from = 0;
  let hash = 0;
  for (let at = 0; at <= lower.length && kept.size < MOST; at += 1) {
    const code = at < lower.length ? lower.charCodeAt(at) : BEHIND;
    const isWord = code < 128 ? IN_A_WORD[code] === 1 : LETTER.test(lower.charAt(at));
    if (isWord && at - from < LONGEST) {
      hash = (Math.imul(hash, 31) + code) | 0;
      continue;
    }
    if (at - from >= SHORTEST) {
      const stem = stemAt(lower, from, at, hash);
      if (stem !== "") kept.add(stem);
    }
    from = isWord ? at : at + 1;
    hash = isWord ? code : 0;
  }
  return kept;
}

const IN_A_WORD = Uint8Array.from({ length: 128 }, (_, code) => Number(/\w/.test(String.fromCharCode(code))));
const LETTER = /[\p{L}\p{N}]/u;

/** "validating", "validates" and "validation" are one word. */
const ENDING = /(?<=\w{3})(?:at(?:ing|ions?|ed|es|e)|ing|ions?|ed|es|s|ity|ies|y|e)$/;
/** "splitting" and "split", "calls" and "calling" as well. */
const DOUBLED = /(?<=([bdfglmnprt]))\1$/;

/** Words met lately, and the stem of each, found by the word's hash: a word that falls on the place of another takes it. */
const PLACES = 1 << 13;
const words = Array.from({ length: PLACES }, () => "");
const stemsOfWords = Array.from({ length: PLACES }, () => "");

/** The stem of a word, remembered; empty for one that carries no meaning. */
function stemAt(text: string, from: number, to: number, hash: number): string {
  const place = (hash ^ (hash >>> 13)) & (PLACES - 1);
  const met = words[place] ?? "";
  if (met.length === to - from && text.startsWith(met, from)) return stemsOfWords[place] ?? "";
  const word = text.slice(from, to);
  const stem = STOP.has(word) ? "" : stemOf(word);
  words[place] = word;
  stemsOfWords[place] = stem;
  return stem;
}

function stemOf(word: string): string {
  return word.replace(word.length > 5 ? ENDING : /s$/, "").replace(DOUBLED, "");
}

/** Whether at least a share, from 0 to 1, of some words stands in others. None of no words does. */
export function standIn(words: ReadonlySet<string>, others: ReadonlySet<string>, share: number): boolean {
  // A share such as 0.8 of 5 is not 4 to the last digit.
  let mayMiss = words.size - Math.ceil(words.size * share - 1e-9);
  for (const word of words) {
    if (others.has(word)) continue;
    mayMiss -= 1;
    if (mayMiss < 0) return false;
  }
  return words.size > 0;
}

/** Whether two sets share as much: at least a share, from 0 to 1, of the smaller. */
export function overlap(one: ReadonlySet<string>, other: ReadonlySet<string>, share: number): boolean {
  return one.size <= other.size ? standIn(one, other, share) : standIn(other, one, share);
}
