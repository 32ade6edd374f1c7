/** What no honest file exceeds, and what no rewrite may touch. */

/** A million UTF-16 units: larger files are refused unread. */
export const MOST_CHARACTERS = 1_000_000;

/** Whether a file held bytes that are no UTF-8: the decoder left U+FFFD in their place, so the bytes are lost to us. */
export function hasReplacement(text: string): boolean {
  return text.includes("\uFFFD");
}
