/** The words of a text that carry its meaning, cut to their stems: what tells whether two texts are about one change. */

const STOP = new Set(
  "the a an and or of to in on for with is are be this that it as by from at not no we you i should could would can may must need needs add adding fix use using make consider considering update ensure which when if but so also instead recommendation suggestion issue problem missing lack critical high medium low minor potential improve address handle recommend remove x do done follow followup up ups later future pr prs separate out scope now leave defer".split(
    " ",
  ),
);

/** What is shorter is no word; what is longer is read in pieces. */
const SHORTEST = 2;
const LONGEST = 40;
/** So many stems tell what a text is about. */
const MOST = 60;

/** The words that carry a text's meaning, cut to their stems, in the order in which they first stand in it. Linear. */
export function stems(text: string): Set<string> {
  const lower = text.toLowerCase();
  const kept = new Set<string>();
  let from = 0;
  let hash = 0;
  for (let at = 0; at <= lower.length && kept.size < MOST; at += 1) {
    const isWord = isWordAt(lower, at);
    if (isWord && at - from < LONGEST) {
      hash = (Math.imul(hash, 31) + lower.charCodeAt(at)) | 0;
      continue;
    }
    if (at - from >= SHORTEST) {
      const stem = stemAt(lower, from, at, hash);
      if (stem !== "") kept.add(stem);
    }
    from = isWord ? at : at + 1;
    hash = isWord ? lower.charCodeAt(at) : 0;
  }
  return kept;
}

const IN_A_WORD = Uint8Array.from({ length: 128 }, (_, code) => Number(/\w/.test(String.fromCharCode(code))));
const LETTER = /[\p{L}\p{N}]/u;

function isWordAt(text: string, at: number): boolean {
  if (at >= text.length) return false;
  const code = text.charCodeAt(at);
  return code < 128 ? IN_A_WORD[code] === 1 : LETTER.test(text.charAt(at));
}

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

/** How much of the smaller set stands in the larger, from 0 to 1. */
export function overlap(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const [small, large] = one.size <= other.size ? [one, other] : [other, one];
  if (small.size === 0) return 0;
  let shared = 0;
  for (const word of small) if (large.has(word)) shared += 1;
  return shared / small.size;
}
