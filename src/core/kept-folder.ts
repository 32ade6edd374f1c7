/** What people wrote in a directory that is merged into another: it is kept there, in a folder by the old name. */
import { ENHANCEMENT_MD, isEditedByPerson, isTextEdited, nameOf, STATUS_JSON, type Item } from "./item.ts";
import type { FileChange } from "./snapshot.ts";
import { takeOutQuote } from "./take-out-quote.ts";

/** The folder's name; nothing where people wrote nothing, neither here nor in what was merged into this. */
export function keptFolder(item: Item): string | undefined {
  const { status } = item;
  const holdsTheirs = status.history.some(({ tookIn }) => tookIn?.folder !== undefined);
  return holdsTheirs || isEditedByPerson(item) ? nameOf(status) : undefined;
}

/**
 * What of our two files is not kept, and what is written in the folder at `path`: an enhancement.md that people edited,
 * without the quote, which nothing could take out any more if its author deleted it.
 */
export function keepTheirs(item: Item, path: string): { without: string[]; files: FileChange[] } {
  if (!isTextEdited(item)) return { without: [ENHANCEMENT_MD, STATUS_JSON], files: [] };
  const text = item.files.get(ENHANCEMENT_MD);
  const content = takeOutQuote(item, "The quote was left out when this was merged.").files.get(ENHANCEMENT_MD);
  const isChanged = content !== undefined && content !== text;
  return { without: [STATUS_JSON], files: isChanged ? [{ path: `${path}/${ENHANCEMENT_MD}`, content }] : [] };
}
