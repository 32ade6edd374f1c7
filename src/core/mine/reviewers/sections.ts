/** Headings of a tool's summary, with all that stands under them. */
import { readInline } from "../inline.ts";
import type { Block } from "../markdown.ts";

/** Blocks without the sections whose heading (in `prose`) matches, up to the next heading of the same rank or above. */
export function withoutSections(blocks: readonly Block[], pattern: RegExp): Block[] {
  let level = 0;
  return blocks.filter(({ kind, content, level: own, details }) => {
    if (kind !== "heading") return level === 0 || details.length > 0 ? level === 0 : false;
    if (level > 0 && own > level) return false;
    level = pattern.test(readInline(content).prose) ? own : 0;
    return level === 0;
  });
}
