import type { Document } from "../markdown.ts";

const SETTLED = /^(?:✅ ?(?:\*\*)?(?:Addressed|Confirmed|Fixed|Resolved)\b|No longer relevant as of [0-9a-f]{7,40}\b)/;

/**
 * Whether a tool has written under its own comment that what it asks for is done: Macroscope's `✅ Resolved in <sha>`
 * and `No longer relevant as of <sha>`, CodeRabbit's `✅ Addressed in commit <sha>`, and those of others who took it over.
 */
export function isSettledByTool({ blocks }: Document): boolean {
  return blocks.some(
    ({ kind, content, quote, items }) => kind === "text" && quote === 0 && items.length === 0 && SETTLED.test(content),
  );
}
