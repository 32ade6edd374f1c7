/** How long a text is, in words. */

/** Whether a text has at least so many words, one or more, parted by single blanks. */
export function hasWords(text: string, least: number): boolean {
  let blank = -1;
  for (let nth = 1; nth < least; nth += 1) {
    blank = text.indexOf(" ", blank + 1);
    if (blank === -1) return false;
  }
  return true;
}
