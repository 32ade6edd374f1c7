/** Words that many texts share tell little about which of them is meant: how much of one text's weight another holds. */
import { once } from "./once.ts";

/** How rare words are among some texts. */
export interface Rarity {
  texts: number;
  weights: () => ReadonlyMap<string, number>;
}

/** The rarity of words among texts, each read when it is first asked for. */
export function rarityAmong(texts: readonly (() => ReadonlySet<string>)[]): Rarity {
  return { texts: texts.length, weights: once(() => weigh(texts)) };
}

/** Whether so much of the first set's weight stands in the second: `share` is from 0 to 1. */
export function isCovered(
  words: ReadonlySet<string>,
  others: ReadonlySet<string>,
  share: number,
  { texts, weights }: Rarity,
): boolean {
  let count = 0;
  for (const word of words) if (others.has(word)) count += 1;
  const rest = words.size - count;
  // Not even if the words that they share were the rarest, and all the others the commonest; or all are shared.
  const most = count * weightOf(1, texts);
  if (most < share * (most + rest * weightOf(texts, texts))) return false;
  if (rest === 0) return true;
  let all = 0;
  let shared = 0;
  for (const word of words) {
    const weight = weights().get(word) ?? 1;
    all += weight;
    if (others.has(word)) shared += weight;
  }
  return all > 0 && shared / all >= share;
}

function weigh(texts: readonly (() => ReadonlySet<string>)[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const words of texts) for (const word of words()) counts.set(word, (counts.get(word) ?? 0) + 1);
  const weights = new Map<string, number>();
  for (const [word, count] of counts) weights.set(word, weightOf(count, texts.length));
  return weights;
}

/** The weight of a word that so many of the texts hold. */
function weightOf(count: number, texts: number): number {
  return Math.log(1 + texts / count);
}
