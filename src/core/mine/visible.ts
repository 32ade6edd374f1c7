/** The part of a body that its author says in the open: no quotes of others, no folded noise. */
import type { Block, Document } from "./markdown.ts";
import { foldedNoise } from "./noise.ts";

/** What may be mined. */
export function visible(document: Document): Block[] {
  const hidden = new Map<number, boolean>();
  return document.blocks.filter(({ quote, details }) => {
    if (quote > 0) return false;
    return !details.some(({ id, summary }) => {
      const known = hidden.get(id);
      if (known !== undefined) return known;
      const isNoise = foldedNoise(summary) !== undefined;
      hidden.set(id, isNoise);
      return isNoise;
    });
  });
}
