/** GitHub Copilot: inline prose, and overviews whose tables and change lists hold no finding. */
import type { Finding } from "../finding.ts";
import { readInline, sentences } from "../inline.ts";
import type { Document } from "../markdown.ts";
import type { Tool } from "./tool.ts";
import { titledFinding } from "./titled.ts";

const PLACE = /^\*\*(?<path>[^*\n:]{1,200}):(?<line>\d{1,6})\*\*$/;

export const COPILOT: Tool = {
  name: "copilot",
  logins: ["copilot-pull-request-reviewer", "copilot"],
  recognises: ({ comments }) => comments.some((comment) => comment.startsWith("ccr-overview")),
  read: (document) => {
    const isOverview = document.blocks.some(
      ({ kind, content }) => kind === "heading" && /^(?:Pull request overview|Copilot review overview)$/i.test(content),
    );
    return isOverview ? suppressed(document) : undefined;
  },
};

/** "Comments suppressed due to low confidence": a place in bold, then the remark. */
function suppressed(document: Document): Finding[] {
  const blocks = document.blocks.filter(
    ({ quote, details }) => quote === 0 && details.some(({ summary }) => /suppressed/i.test(summary)),
  );
  return blocks.flatMap((block, index): Finding[] => {
    const [head = "", ...more] = block.content.split("\n");
    const place = PLACE.exec(head.trim())?.groups;
    const remark = more.length > 0 ? block : blocks[index + 1];
    if (block.kind !== "text" || !place || remark?.kind !== "text") return [];
    const offset = remark === block ? head.length + 1 : 0;
    const [first] = sentences(remark.content.slice(offset));
    if (!first || readInline(remark.content.slice(offset)).plain === "") return [];
    const finding = titledFinding(document, {
      block: remark,
      from: offset + first.from,
      to: offset + first.to,
      rest: [],
    });
    return [
      { ...finding, form: "item", marks: ["suppressed"], path: place["path"] ?? "", line: Number(place["line"]) },
    ];
  });
}
