/** GitHub Copilot: inline prose, and overviews in two layouts, whose tables and change lists mostly repeat it. */
import type { Finding } from "../finding.ts";
import { readInline, sentences } from "../inline.ts";
import type { Block, Document } from "../markdown.ts";
import { severityOf } from "../severity.ts";
import { suggestionBlocks } from "../suggestion-blocks.ts";
import { visible } from "../visible.ts";
import { placeIn } from "./permalink.ts";
import { remark } from "./remark.ts";
import { titledFinding } from "./titled.ts";
import type { Tool } from "./tool.ts";

const PLACE = /^\*\*(?<path>[^*\n:]{1,200}):(?<line>\d{1,6})\*\*$/;
const OVERVIEW = /^(?:Pull request overview|Copilot review overview)$/i;
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

/** "Comments suppressed due to low confidence": a place in bold, then the remark. */
function suppressed(document: Document): Finding[] {
  const blocks = folded(document, /suppressed/i);
  return blocks.flatMap((block, index): Finding[] => {
    const [head = "", ...more] = block.content.split("\n");
    const place = PLACE.exec(head.trim())?.groups;
    const said = more.length > 0 ? block : blocks[index + 1];
    if (block.kind !== "text" || !place || said?.kind !== "text") return [];
    const offset = said === block ? head.length + 1 : 0;
    const [first] = sentences(said.content.slice(offset));
    if (!first || readInline(said.content.slice(offset)).plain === "") return [];
    const finding = titledFinding(document, {
      block: said,
      from: offset + first.from,
      to: offset + first.to,
      rest: [],
    });
    return [
      { ...finding, form: "item", marks: ["suppressed"], path: place["path"] ?? "", line: Number(place["line"]) },
    ];
  });
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
    return [{ ...finding, form: "item", ...place, ...(severity && { severity }) }];
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
