/** Bito: a title and prose in HTML on a line, and a summary of the run that repeats them. */
import type { Finding } from "../finding.ts";
import type { Block } from "../markdown.ts";
import { cutBlock } from "../outline.ts";
import { visible } from "../visible.ts";
import { remark } from "./remark.ts";
import type { Tool } from "./tool.ts";

const SUMMARY = /\bCode Review Agent Run #|\b(?:Changelist|Interaction Diagram|Impact Analysis) by Bito\b/;
const TITLE = /^\s{0,9}<b>[^<\n]{3,200}<\/b>/;
const FILE = /^\s{0,9}(?<path>[^\s<]{1,300}) - <b>\d{1,3}<\/b>/;

export const BITO: Tool = {
  name: "bito",
  logins: ["bito-code-review", "bito-pr-review"],
  recognises: ({ text }) => /<i>Code Review Run #\w/.test(text) || SUMMARY.test(text),
  read: (document) => {
    const blocks = visible(document);
    if (SUMMARY.test(document.text)) return additional(blocks);
    const end = blocks.findIndex(({ kind }) => kind === "rule");
    const [head, ...rest] = end === -1 ? blocks : blocks.slice(0, end);
    if (!head || !TITLE.test(head.content)) return undefined;
    const finding = remark(rest, head);
    return finding ? [finding] : [];
  },
};

/** What stands on no line of the diff is told in the summary alone: a file, and under it titles with their words. */
function additional(blocks: readonly Block[]): Finding[] {
  const own = blocks.filter(
    ({ kind, details }) =>
      kind !== "summary" && details.some(({ summary }) => /^\W{0,6}additional suggestions\b/i.test(summary)),
  );
  const starts = own.flatMap(({ content }, index) => (TITLE.test(content) ? [index] : []));
  return starts.flatMap((index, nth): Finding[] => {
    const [head, ...rest] = own.slice(index, starts[nth + 1]);
    const finding =
      head &&
      remark(
        rest.filter(({ content }) => !FILE.test(content)),
        withoutLink(head),
      );
    const path = own.slice(0, index).findLast(({ content }) => FILE.test(content))?.content;
    return finding ? [{ ...finding, path: path === undefined ? undefined : FILE.exec(path)?.groups?.["path"] }] : [];
  });
}

/** The title without the link to its lines behind it. */
function withoutLink(block: Block): Block {
  return cutBlock(block, 0, TITLE.exec(block.content)?.[0].length ?? block.content.length);
}
