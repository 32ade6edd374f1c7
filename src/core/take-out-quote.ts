/** Takes quoted words out of an item: the quote itself, and what was made of the same comment around it. */
import { editSection } from "./documents/enhancement-md.ts";
import { parseQuote } from "./documents/quote.ts";
import { sectionsOf } from "./documents/sections.ts";
import type { StatusFile } from "./documents/status-json.ts";
import { editItem, ENHANCEMENT_MD, FEEDBACK, isTextEdited, type Item } from "./item.ts";
import { renderWithoutWords } from "./new-enhancement.ts";
import { referencesUnder } from "./related.ts";
import { siftSections } from "./sift-sections.ts";
import type { References } from "./suggestion.ts";

/** What stands in the place of a quote that somebody wanted out. */
export const TAKEN_OUT_ON_REQUEST = "The quote was taken out on request.";

/**
 * The item with `sentence` in the place of its quote, for good: no later capture brings the quote back. A text of ours is
 * written anew, without anything that was made of the comment; of one that a person edited, paragraphs and list items stay
 * that say nothing of the quote again. The title stays: it is the name of the item.
 */
export function takeOutQuote(item: Item, sentence: string): Item {
  const { status } = item;
  const sections = bodiesOf(item.files.get(ENHANCEMENT_MD) ?? "");
  if (isTextEdited(item)) {
    const quote = parseQuote((sections.get(FEEDBACK) ?? "").split("\n"))?.text ?? "";
    const { left, named } = siftSections(sections, quote);
    return editItem(item, withoutWords(status, named), (text) =>
      withBodies(text, left.set(FEEDBACK, sentence), sentence),
    );
  }
  const next = withoutWords(status, referencesUnder((sections.get("References") ?? "").split("\n")));
  const fresh = bodiesOf(renderWithoutWords(next, sentence));
  return editItem(item, next, (text) => withBodies(text, fresh, sentence));
}

/** What stands under each heading. */
function bodiesOf(text: string): Map<string, string> {
  const sections = sectionsOf(text.replaceAll("\r\n", "\n"));
  return new Map(sections.map(({ heading, lines }) => [heading, lines.join("\n").trim()]));
}

function withBodies(text: string, bodies: ReadonlyMap<string, string>, sentence: string): string {
  return [...bodies].reduce((edited, [heading, body]) => editSection(edited, heading, body.trim() || sentence), text);
}

/** What status.json repeats of the comment goes: words in a reason, and what it points at. */
function withoutWords(status: StatusFile, { issues, specs }: References): StatusFile {
  const { evidence, links } = status;
  const kept = evidence.kept.map(withoutRepeated);
  return {
    ...status,
    evidence: { ...evidence, kept, redacted: true },
    links: {
      ...links,
      issues: links.issues.filter((issue) => !issues.includes(issue)),
      spec: links.spec !== null && specs.includes(links.spec) ? null : links.spec,
    },
  };
}

/** A reason without the words of the comment that it ends with: `deferred by its reviewer: "…"`. */
function withoutRepeated(reason: string): string {
  const at = reason.indexOf(': "');
  return at !== -1 && reason.endsWith('"') ? reason.slice(0, at) : reason;
}
