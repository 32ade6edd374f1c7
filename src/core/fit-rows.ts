/** Fits what we say into what GitHub takes of one text: whole rows, and how many have no room. */

/** Characters for the rows of one list. GitHub takes 65,535 of a body, a comment or a summary: a text of two lists fits. */
const LIST = 20_000;
/** Characters for the rows of a text that has nothing else in it. */
export const WHOLE_TEXT = 60_000;

interface Fit {
  /** What to do for those that have no room: the sentence goes on with it after "And 3 more; ". Markdown. */
  rest: string;
  /** What stands between two rows; a new line unless said. */
  between?: string;
  /** Characters for all of them; those of one list unless said. */
  room?: number;
  /** How many there may be, whatever their length. */
  most?: number;
}

/**
 * As many of the first rows as there is room for, none of them cut; the others are counted in a paragraph below. Rows are
 * Markdown, and so is what comes out; nothing for no rows.
 */
export function fitRows(rows: readonly string[], { rest, between = "\n", room = LIST, most = Infinity }: Fit): string {
  let length = 0;
  const end = rows.findIndex((row, index) => index >= most || (length += row.length + between.length) > room);
  if (end === -1) return rows.join(between);
  const shown = rows.slice(0, end).join(between);
  const hidden = `And ${rows.length - end} more; ${rest}.`;
  return shown === "" ? hidden : `${shown}\n\n${hidden}`;
}
