/**
 * The generic reader: any reviewer's Markdown, by its structure (headings, bold titles, labels, lists, tables) and its
 * sentences. Adapters of tools use it for the parts that their tool leaves free.
 */
import { cueIn, deferralIn } from "./cues.ts";
import type { Finding } from "./finding.ts";
import type { Block, Document } from "./markdown.ts";
import { toOutline } from "./outline.ts";
import { readUnit, type ReadFinding } from "./read-unit.ts";
import { hasSuggestion, suggestionBlocks } from "./suggestion-blocks.ts";
import { toUnits } from "./units.ts";
import type { UnitOptions } from "./unit-options.ts";
import { visible } from "./visible.ts";

/** At most so many findings of one body: more is no review. */
const MOST_FINDINGS = 120;

/** All findings of a body, in order; where its words hold none, its committable suggestions. */
export function readMarkdown(document: Document, options: UnitOptions, blocks = visible(document)): Finding[] {
  const found = readBlocks(document, blocks, options);
  return found.length > 0 ? found : suggestionBlocks(document);
}

/** The findings that the words of some blocks of a body hold, in order. */
export function readBlocks(document: Document, blocks: readonly Block[], options: UnitOptions): Finding[] {
  const read: ReadFinding[] = [];
  for (const unit of toUnits(toOutline(blocks), options)) {
    const found = readUnit(unit, options);
    if (found) read.push(found);
    if (read.length >= MOST_FINDINGS) break;
  }
  const kept = options.by === "person" ? settleWeak(read, options) : read;
  const each = kept.map(({ finding }) => finding);
  const found = options.by === "tool" && options.isOnCode ? underTitle(each, blocks) : each;
  return hasSuggestion(document) ? found.map((finding) => ({ ...finding, hasSuggestion: true })) : found;
}

/**
 * A tool's comment on a line of code that opens with a title is about that: the sentences after it explain it, where
 * there are no further headings, and they put nothing off and name no defect.
 */
function underTitle(found: readonly Finding[], blocks: readonly Block[]): Finding[] {
  const [first, ...others] = found;
  const hasParts = blocks.filter(({ kind }) => kind === "heading").length > 1;
  if (first?.shape !== "titled" || hasParts) return [...found];
  const isPart = ({ shape, prose, deferral }: Finding): boolean =>
    shape === "sentence" &&
    deferral === undefined &&
    deferralIn(prose) === undefined &&
    cueIn("defects", prose) === undefined;
  const explanation = [first, ...others.filter(isPart)].flatMap((each) => each.explanation);
  return [{ ...first, explanation }, ...others.filter((each) => !isPart(each))];
}

/** A person's weak cues count where nothing stronger stands, on code alone; but an item that names a defect counts, and one of a list of remarks. */
function settleWeak(read: readonly ReadFinding[], { isOnCode }: UnitOptions): readonly ReadFinding[] {
  const strong = read.filter(
    ({ strength, finding: { shape, prose, isClaimed } }) =>
      strength === 3 || (shape === "item" && (isClaimed || cueIn("defects", prose)?.strength === 3)),
  );
  if (strong.length > 0) return strong;
  return isOnCode ? read.slice(0, 1) : [];
}
