/** Marks that stand in pairs, and what a cut leaves of them. */

/**
 * A text without marks that lost their other half: one that only closes goes, one that only opens goes, too, and, where it
 * stands late, takes with it all that follows.
 * @param pairs two characters each: what opens and what closes
 * @param late in characters
 */
export function withoutHalves(text: string, pairs: readonly string[], late: number): string {
  const kept = pairs.reduce((left, pair) => withoutHalf(left, pair, late), text);
  const quote = kept.lastIndexOf('"');
  return kept.split('"').length % 2 === 0 ? kept.slice(0, quote) + kept.slice(quote + 1) : kept;
}

function withoutHalf(text: string, pair: string, late: number): string {
  const opens = pair.charAt(0);
  const closes = pair.charAt(1);
  const open = text.lastIndexOf(opens);
  if (open > text.lastIndexOf(closes)) return text.slice(0, open) + (open > late ? "" : text.slice(open + 1));
  return open === -1 ? text.replace(closes, "") : text;
}
