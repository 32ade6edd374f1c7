/** Words of a repository's own, from its config: plain text, never a pattern. */

const IN_A_WORD = /[\p{L}\p{N}_]/u;

/** The first of some words that stands in a text as a word of its own, in any case. Linear for each word. */
export function ownWordIn(text: string, words: readonly string[]): string | undefined {
  if (words.length === 0) return undefined;
  const lower = text.toLowerCase();
  return words.find((word) => standsIn(lower, word.toLowerCase()));
}

function standsIn(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + word.length)) {
    const before = text[at - 1] ?? " ";
    const after = text[at + word.length] ?? " ";
    const isApart =
      (!IN_A_WORD.test(before) || !IN_A_WORD.test(word[0] ?? "")) &&
      (!IN_A_WORD.test(after) || !IN_A_WORD.test(word.at(-1) ?? ""));
    if (isApart) return true;
  }
  return false;
}
