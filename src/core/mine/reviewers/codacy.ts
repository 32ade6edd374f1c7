/** Codacy: a review in prose, with tests to write, and in quotes what stands on no line of the diff. */
import type { Finding } from "../finding.ts";
import type { Document } from "../markdown.ts";
import { cutBlock } from "../outline.ts";
import { readMarkdown } from "../read-markdown.ts";
import { severityOf } from "../severity.ts";
import { remark } from "./remark.ts";
import type { Tool } from "./tool.ts";

/** "`line 105` :red_circle: HIGH RISK", in small print over the words. */
const HEAD = /^\s{0,3}<sub>(?:`lines? (?<line>\d{1,7})[^`\n]{0,20}`)?(?<weight>[^<\n]{0,40}\bRISK)\s{0,3}<\/sub>\s*/;
const OUTSIDE = /comments? outside of the diff\b/i;

/** Its counts of style are no findings. */
export const CODACY: Tool = {
  name: "codacy",
  logins: ["codacy-production"],
  recognises: ({ text }) => text.includes("](https://docs.codacy.com/codacy-ai/"),
  read: (document, options) => [...readMarkdown(document, options), ...outside(document)],
};

/** One finding for each weight in small print, in a quote of its own under the file that the fold names. */
function outside({ blocks }: Document): Finding[] {
  const quoted = blocks.filter(
    ({ kind, quote, details }) =>
      kind !== "summary" && quote === 1 && details.some(({ summary }) => OUTSIDE.test(summary)),
  );
  const starts = quoted.flatMap((block, index) => {
    const match = block.kind === "text" ? HEAD.exec(block.content) : null;
    return match ? [{ index, block, match }] : [];
  });
  return starts.flatMap(({ index, block, match }, nth): Finding[] => {
    const words = cutBlock(block, match[0].length, block.content.length);
    const finding = remark([words, ...quoted.slice(index + 1, starts[nth + 1]?.index)]);
    if (!finding) return [];
    const { line, weight = "" } = match.groups ?? {};
    const path = /^\S{1,300}$/.exec(block.details.at(-1)?.summary ?? "")?.[0];
    return [{ ...finding, severity: severityOf(weight), path, ...(line !== undefined && { line: Number(line) }) }];
  });
}
