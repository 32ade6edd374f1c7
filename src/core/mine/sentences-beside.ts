/** What of a text no finding speaks of: it was read, and asks for nothing. For those who wonder whether it was missed. */
import { parseDocument } from "./markdown.ts";
import type { Judged } from "./mine-body.ts";
import { sentencesIn } from "./sentence.ts";
import { visible } from "./visible.ts";

/**
 * How many sentences a body has in the open, outside of quotes, code and tables; and those of them, in plain words, that
 * are no part of a finding or of its explanation.
 */
export function sentencesBeside(body: string, judged: readonly Judged[]): { all: number; beside: string[] } {
  const all = visible(parseDocument(body))
    .filter(({ kind }) => kind === "text" || kind === "heading")
    .flatMap(sentencesIn)
    .filter(({ plain }) => /\p{L}/u.test(plain));
  const beside = all.filter(({ plain, prose }) => !judged.some(({ finding }) => tells(finding, { plain, prose })));
  return { all: all.length, beside: beside.map(({ plain }) => plain) };
}

/** A finding may begin within the sentence, behind a label. */
function tells(
  { plain: asked, context, explanation }: Judged["finding"],
  { plain, prose }: { plain: string; prose: string },
): boolean {
  return context.includes(prose) || plain.includes(asked) || explanation.some((words) => words.includes(plain));
}
