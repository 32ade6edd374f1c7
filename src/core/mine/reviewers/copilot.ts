/** GitHub Copilot: inline prose, and overviews in two layouts, whose tables and change lists mostly repeat it. */
import type { Finding } from "../finding.ts";
import { readInline } from "../inline.ts";
import type { Block, Document } from "../markdown.ts";
import { cutBlock } from "../outline.ts";
import { severityOf } from "../severity.ts";
import { suggestionBlocks } from "../suggestion-blocks.ts";
import { visible } from "../visible.ts";
import { placeIn } from "./permalink.ts";
import { remark } from "./remark.ts";
import { titledFinding } from "./titled.ts";
import type { Tool } from "./tool.ts";

const PLACE = /^\*\*(?<path>[^*\n:]{1,200}):(?<line>\d{1,6})\*\*$/;
const OVERVIEW =
  /^(?:pull request overview|copilot review overview|\W{0,4}(?:changes recommended|approval recommended|approved|needs a closer look))$/i;
const SUPPRESSED = /suppressed/i;
const LISTED = /^\s*(?:open|previously missed) \(\d+\)/i;

export const COPILOT: Tool = {
  name: "copilot",
  restates: true,
  logins: ["copilot-pull-request-reviewer", "copilot"],
  appIds: [946_600],
  recognises: ({ comments }) => comments.some((comment) => comment.startsWith("ccr-overview")),
  read: (document, { isOnCode }) => {
    if (document.blocks.some(({ kind, content }) => kind === "heading" && OVERVIEW.test(content)))
      return [...suppressed(document), ...listed(document)];
    return isOnCode ? readInlineComment(document) : undefined;
  },
};

function readInlineComment(document: Document): Finding[] {
  const blocks = visible(document);
  const badges = blocks.slice(0, 2).flatMap(({ content }) => readInline(content).badges);
  const severity = severityOf(badges.find((badge) => / severity$/i.test(badge)) ?? "");
  const finding = remark(blocks);
  return finding ? [{ ...finding, ...(severity && { severity }) }] : suggestionBlocks(document);
}

/** "Suppressed comments": a place in bold, then the remark, often with no blank line before the next place. */
function suppressed(document: Document): Finding[] {
  const found: Finding[] = [];
  let place: Readonly<Record<string, string>> | undefined;
  for (const block of suppressedBlocks(document)) {
    for (const { from, to } of stretches(block)) {
      const here = PLACE.exec(block.content.slice(from, to).trim())?.groups;
      const said = here || !place ? undefined : remark([cutBlock(block, from, to)]);
      if (said) found.push({ ...said, shape: "item", marks: ["suppressed"], ...placed(place) });
      if (here || said) place = here;
    }
  }
  return found;
}

/** Those of a fold that says so, and those under such a heading in a fold of details. */
function suppressedBlocks(document: Document): Block[] {
  const inner = folded(document, /review details/i);
  const at = inner.findIndex(({ kind, content }) => kind === "heading" && SUPPRESSED.test(content));
  const under = at === -1 ? [] : inner.slice(at);
  return [...folded(document, SUPPRESSED), ...under].filter(({ kind }) => kind === "text");
}

/** The lines of a block that name a place, each by itself, and what stands between them. */
function stretches({ content }: Block): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = [];
  let from = 0;
  let at = 0;
  for (const line of content.split("\n")) {
    const end = at + line.length;
    if (PLACE.test(line.trim())) {
      if (at > from) found.push({ from, to: at - 1 });
      found.push({ from: at, to: end });
      from = end + 1;
    }
    at = end + 1;
  }
  if (from < content.length) found.push({ from, to: content.length });
  return found;
}

function placed(place: Readonly<Record<string, string>> = {}): { path: string; line: number } {
  return { path: place["path"] ?? "", line: Number(place["line"]) };
}

/** Open findings of the newer overview that have no comment of their own to link to. */
function listed(document: Document): Finding[] {
  const items = folded(document, LISTED).filter(({ row, items: [item] }) => row > 0 || item !== undefined);
  return items.flatMap((block): Finding[] => {
    const isLinked = rowOf(block, items).some(({ content }) => content.includes("#discussion_r"));
    const place = placeIn(block.content);
    if (isLinked || place.path === undefined) return [];
    const severity = severityOf(
      rowOf(block, items)
        .map(({ content }) => content)
        .join(" "),
    );
    const finding = titledFinding(document, { block, from: 0, to: block.content.length, rest: [] });
    return [{ ...finding, shape: "item", ...place, ...(severity && { severity }) }];
  });
}

function rowOf(block: Block, blocks: readonly Block[]): readonly Block[] {
  return block.row === 0 ? [block] : blocks.filter(({ row }) => row === block.row);
}

function folded({ blocks }: Document, summary: RegExp): Block[] {
  return blocks.filter(
    ({ quote, details, kind }) => quote === 0 && kind !== "summary" && details.some((one) => summary.test(one.summary)),
  );
}
