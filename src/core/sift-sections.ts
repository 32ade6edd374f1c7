/** Parts what stands in an enhancement.md that a person edited: what says its quote again, and what they wrote. */
import { plainBlockText } from "./documents/markdown-text.ts";
import { referencesIn } from "./mine/references.ts";
import { isMadeOf } from "./quoted-words.ts";
import { withoutNamed } from "./related.ts";
import type { References } from "./suggestion.ts";

interface Sifted {
  /** By its heading, the Markdown that is left of each section from which something goes; it may be empty. */
  left: Map<string, string>;
  /** What the quote, and what goes with it, point at. */
  named: References;
}

/** Where words of the comment stand, and what parts them. */
const GAPS = [
  ["Description", "\n\n"],
  ["Expected Outcomes", "\n"],
  ["Success Criteria", "\n"],
] as const;

/** `sections` holds Markdown by its heading. Paragraphs, list items and references go that say again what `quote` says. */
export function siftSections(sections: ReadonlyMap<string, string>, quote: string): Sifted {
  const isQuoted = isMadeOf(quote);
  const left = new Map<string, string>();
  const taken = [quote];
  for (const [heading, gap] of GAPS) {
    const parts = (sections.get(heading) ?? "").split(gap);
    const quoted = parts.filter((part) => isQuoted(plainPart(part)));
    if (quoted.length === 0) continue;
    taken.push(...quoted.map(plainPart));
    left.set(heading, parts.filter((part) => !quoted.includes(part)).join(gap));
  }
  const named = referencesIn(taken.join("\n"));
  const references = sections.get("References") ?? "";
  const others = withoutNamed(references.split("\n"), named).join("\n");
  if (others !== references) left.set("References", others);
  return { left, named };
}

function plainPart(part: string): string {
  return plainBlockText(part.replace(/^\s*[-*+] (?:\[[ xX]\] )?/, ""));
}
