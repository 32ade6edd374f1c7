/** How a text ends, and where a title has to. */

export const LONGEST_TITLE = 72;

/** Without the given characters, and white space, at its end. A loop: a regular expression for it is quadratic. */
export function trimEnd(text: string, characters: string): string {
  let end = text.length;
  while (end > 0 && (characters.includes(text[end - 1] ?? "") || (text[end - 1] ?? "").trim() === "")) end -= 1;
  return text.slice(0, end);
}
