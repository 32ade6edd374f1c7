/** PR-Agent (and Qodo Merge before 2.0): guides and tables of suggestions in HTML, weighed from 1 to 10. */
import type { Finding, Severity } from "../finding.ts";
import { readInline } from "../inline.ts";
import type { Block, Document } from "../markdown.ts";
import { readMarkdown } from "../read-markdown.ts";
import { visible } from "../visible.ts";
import { focusAreas, isGuide } from "./focus-areas.ts";
import { placeIn } from "./permalink.ts";
import { remark } from "./remark.ts";
import { titledFinding } from "./titled.ts";
import type { Tool } from "./tool.ts";

const IMPROVE = /PR Code Suggestions ✨/;
const IMPORTANCE = /importance(?:\[1-10\])?: ?(?<weight>\d{1,2})/i;
const INLINE = /^\W{0,4}Suggestion:\W/;

export const PR_AGENT: Tool = {
  name: "pr-agent",
  restates: true,
  logins: ["qodo-merge-pro", "codiumai-pr-agent-pro", "codium-pr-agent", "pr-agent", "qodo-merge-for-open-source"],
  recognises: ({ text }) =>
    /^\s*## (?:PR Reviewer Guide 🔍|PR Code Suggestions ✨)/.test(text) || (INLINE.test(text) && IMPORTANCE.test(text)),
  read: (document, options) => {
    const blocks = visible(document);
    if (blocks.some(({ kind, content }) => kind === "heading" && IMPROVE.test(content))) return suggestions(document);
    if (isGuide(blocks)) return focusAreas(document, blocks);
    const [first] = blocks;
    if (!first || !INLINE.test(first.content)) return readMarkdown(document, options, blocks);
    const finding = remark(blocks);
    return finding ? [{ ...finding, ...weightIn(document.text) }] : [];
  },
};

/** A row's summary names the suggestion; what is folded under it explains, places and weighs it. */
function suggestions(document: Document): Finding[] {
  const blocks = document.blocks.filter(({ quote }) => quote === 0);
  const isOld = (block: Block) =>
    block.details.some(({ summary }) => /up to commit|previous suggestions/i.test(summary));
  const starts = blocks.flatMap((block, index) =>
    block.kind === "summary" && /\p{L}/u.test(block.content) && !IMPORTANCE.test(block.content) && !isOld(block)
      ? [index]
      : [],
  );
  return starts.flatMap((index, nth): Finding[] => {
    const block = blocks[index];
    if (!block) return [];
    const own = blocks.slice(index + 1, starts[nth + 1]);
    const rest = own.filter(({ kind, content }) => kind === "text" && !/^_+$|^\[.{1,200}\]\(http/.test(content.trim()));
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
        ...weightIn(own.map(({ content }) => content).join("\n")),
        ...placeIn(own.map(({ content }) => content).join("\n")),
        ...(isSettled && { marks: ["settled" as const] }),
      },
    ];
  });
}

function isOpen({ details }: Block): (block: Block) => boolean {
  return (block) => block.details.length === details.length;
}

function weightIn(text: string): { severity?: Severity } {
  const weight = Number(IMPORTANCE.exec(text)?.groups?.["weight"]);
  if (!(weight > 0)) return {};
  if (weight >= 9) return { severity: "high" };
  return { severity: weight >= 7 ? "medium" : "low" };
}
