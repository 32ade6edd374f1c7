/** Tables of suggestions in HTML (PR-Agent, Qodo Merge, CodeAnt): a summary for each, weighed from 1 to 10. */
import type { Finding, Severity } from "../finding.ts";
import { readInline } from "../inline.ts";
import type { Block, Document } from "../markdown.ts";
import { placeIn } from "./permalink.ts";
import { titledFinding } from "./titled.ts";

/** How much a suggestion matters to the tool. */
export const IMPORTANCE = /importance(?:\[1-10\])?: ?(?<weight>\d{1,2})/i;
/** "`src/page.ts [75-86]`", linked: where something is, and nothing that is suggested. */
const ONLY_A_PLACE = /^\s{0,9}<a [^>]{0,600}>[^<>\s]{1,300} ?\[\d{1,7}(?:-\d{1,7})?\]<\/a>\s{0,9}$/;

/** Whether blocks are such a table. */
export function isImprovements(blocks: readonly Block[]): boolean {
  return blocks.some(({ kind, content }) => kind === "heading" && /PR Code Suggestions ✨/.test(content));
}

/** A row's summary names the suggestion; what is folded under it explains, places and weighs it. */
export function improvements(document: Document): Finding[] {
  const blocks = document.blocks.filter(({ quote }) => quote === 0);
  const isOld = (block: Block) =>
    block.details.some(({ summary }) => /up to commit|previous suggestions/i.test(summary));
  const own = new Set<number>();
  const starts = blocks.flatMap((block, index) => {
    const { kind, content, details } = block;
    if (kind !== "summary" || !/\p{L}/u.test(content) || ONLY_A_PLACE.test(content) || isOld(block)) return [];
    // What is folded within a suggestion belongs to it: its weight, examples, what was done about it.
    if (details.slice(0, -1).some(({ id }) => own.has(id))) return [];
    own.add(details.at(-1)?.id ?? 0);
    return [index];
  });
  return starts.flatMap((index, nth): Finding[] => {
    const block = blocks[index];
    if (!block) return [];
    const under = blocks.slice(index + 1, starts[nth + 1]);
    const rest = under.filter(
      ({ kind, content }) => kind === "text" && !/^_+$|^\[.{1,200}\]\(http/.test(content.trim()),
    );
    const finding = titledFinding(document, {
      block,
      from: 0,
      to: block.content.length,
      rest: rest.filter(isOpen(block)),
    });
    // The mark may stand before a tag that strikes the words through, and so in a block of its own.
    const isSettled = /^\s*✅/.test(block.details.at(-1)?.summary ?? block.content);
    return [
      {
        ...finding,
        title: readInline(block.content.replace(/^\s*✅\s*/, "")).plain,
        ...weightIn(under.map(({ content }) => content).join("\n")),
        ...placeIn(under.map(({ content }) => content).join("\n")),
        ...(isSettled && { marks: ["settled" as const] }),
      },
    ];
  });
}

function isOpen({ details }: Block): (block: Block) => boolean {
  return (block) => block.details.length === details.length;
}

/** The severity that the importance comes to. */
export function weightIn(text: string): { severity?: Severity } {
  const weight = Number(IMPORTANCE.exec(text)?.groups?.["weight"]);
  if (!(weight > 0)) return {};
  if (weight >= 9) return { severity: "high" };
  return { severity: weight >= 7 ? "medium" : "low" };
}
