/** Marks that stand in pairs, and what a cut leaves of them. A pair is two characters: what opens and what closes. */

/**
 * A text without marks that open and never close. One that stands late takes with it all that follows.
 * @param late in characters
 */
export function withoutOpeners(text: string, pairs: readonly string[], late: number): string {
  const kept = pairs.reduce((left, pair) => withoutOpener(left, pair, late), text);
  const quote = kept.lastIndexOf('"');
  return kept.split('"').length % 2 === 0 ? kept.slice(0, quote) + kept.slice(quote + 1) : kept;
}

function withoutOpener(text: string, pair: string, late: number): string {
  const open = text.lastIndexOf(pair.charAt(0));
  if (open <= text.lastIndexOf(pair.charAt(1))) return text;
  return text.slice(0, open) + (open > late ? "" : text.slice(open + 1));
}

/** A text without the first mark of each pair that only closes. */
export function withoutClosers(text: string, pairs: readonly string[]): string {
  return pairs.reduce((left, pair) => (left.includes(pair.charAt(0)) ? left : left.replace(pair.charAt(1), "")), text);
}
