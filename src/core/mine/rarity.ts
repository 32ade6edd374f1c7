/** Words that many texts share tell little about which of them is meant: how much of one text's weight another holds. */
import { once } from "./once.ts";

/** How rare words are among some texts. */
export interface Rarity {
  /** The weight of a word that so many of the texts hold, from none to all: the rarer, the heavier, but for none. */
  weights: readonly number[];
  /** How many of the texts hold a word. */
  counts: () => ReadonlyMap<string, number>;
}

/** The rarity of words among texts, each read when it is first asked for. */
export function rarityAmong(texts: readonly (() => ReadonlySet<string>)[]): Rarity {
  const weights = [1, ...texts.map((_, nth) => Math.log(1 + texts.length / (nth + 1)))];
  return { weights, counts: once(() => count(texts)) };
}

/** Whether so much of the first set's weight stands in the second: `share` is from 0 to 1. */
export function isCovered(
  words: ReadonlySet<string>,
  others: ReadonlySet<string>,
  share: number,
  { weights, counts }: Rarity,
): boolean {
  let common = 0;
  for (const word of words) if (others.has(word)) common += 1;
  const rest = words.size - common;
  // Not even if the words that they share were the rarest, and all the others the commonest; or all are shared.
  const most = common * (weights[1] ?? 0);
  if (most < share * (most + rest * (weights.at(-1) ?? 0))) return false;
  if (rest === 0) return true;
  let all = 0;
  let shared = 0;
  for (const word of words) {
    const weight = weights[counts().get(word) ?? 0] ?? 1;
    all += weight;
    if (others.has(word)) shared += weight;
  }
  return all > 0 && shared / all >= share;
}

function count(texts: readonly (() => ReadonlySet<string>)[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const words of texts) for (const word of words()) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
