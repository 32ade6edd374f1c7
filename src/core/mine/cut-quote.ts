/** From a place in a block back to the body: a quote is cut exactly as it was written. */
import { quoteBetween } from "./body-text.ts";
import type { Block, Document } from "./markdown.ts";

/** A stretch of a body: from a place in one block to a place in the same or a later one. */
export interface Stretch {
  block: Block;
  from: number;
  to: number;
  end?: { block: Block; to: number } | undefined;
}

/** The exact words of the body for a stretch of it. */
export function cutQuote(document: Document, { block, from, to, end }: Stretch): { quote: string; start: number } {
  const words = block.content.slice(from, to);
  const start = toSource(document, block, from + words.length - words.trimStart().length, "start");
  const last = end ?? { block, to };
  return quoteBetween(document, start, Math.max(start, toSource(document, last.block, last.to, "end")));
}

function toSource(document: Document, { place }: Block, offset: number, edge: "start" | "end"): number {
  const at = place.from + offset;
  let line = place.line;
  let lineStart = 0;
  let next = place.content.indexOf("\n");
  while (next !== -1 && (edge === "start" ? next < at : next < at - 1)) {
    line += 1;
    lineStart = next + 1;
    next = place.content.indexOf("\n", lineStart);
  }
  const written = place.content.slice(lineStart, next === -1 ? undefined : next);
  const sourceStart = document.lines[line] ?? document.text.length;
  const sourceEnd = (document.lines[line + 1] ?? document.text.length + 1) - 1;
  const source = document.text.slice(sourceStart, sourceEnd);
  const end = Math.max(0, source.length - written.length);
  const column = source.slice(end) === written ? end : source.lastIndexOf(written.trim());
  if (column === -1) return edge === "start" ? sourceStart : sourceEnd;
  return Math.min(sourceEnd, sourceStart + column + Math.max(0, at - lineStart));
}
