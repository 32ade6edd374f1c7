/** Gemini Code Assist: a severity badge, then prose; in a review's body an overview of those comments. */
import { askIn } from "../cues.ts";
import { readInline } from "../inline.ts";
import type { Finding } from "../finding.ts";
import type { Block, Document } from "../markdown.ts";
import { readMarkdown } from "../read-markdown.ts";
import { severityOf } from "../severity.ts";
import { visible } from "../visible.ts";
import { remark } from "./remark.ts";
import type { UnitOptions } from "../unit-options.ts";
import type { Tool } from "./tool.ts";

/** Folds the rules of a style guide that a comment goes by. */
const REFERENCES = /^\W{0,6}(?:style guide )?references?(?: \(\d{1,3}\))?\W{0,4}$/i;

export const GEMINI: Tool = {
  name: "gemini",
  logins: ["gemini-code-assist"],
  appIds: [956_858],
  recognises: ({ text }) => /^!\[[a-z]+\]\(https:\/\/www\.gstatic\.com\/codereviewagent\//.test(text),
  read: (document, options) => {
    const [first] = document.blocks;
    const badges = first ? readInline(first.content).badges : [];
    const severity = severityOf(badges.join(" "));
    if (!severity) return first && isOverview(first) ? readOverview(document, options) : undefined;
    const blocks = visible(document).filter(({ details }) => !details.some(({ summary }) => REFERENCES.test(summary)));
    const found = readMarkdown(document, options, blocks);
    const whole = found.length === 0 ? remark(blocks) : undefined;
    return [...found, ...(whole ? [whole] : [])].map((finding) => ({ ...finding, severity, isClaimed: true }));
  },
};

function isOverview({ kind, content }: Block): boolean {
  return kind === "heading" && /^Code Review[ \t]*$/i.test(content);
}

/** It tells of the change, and of what its comments say at their lines: its sentences count where they ask for something. */
function readOverview(document: Document, options: UnitOptions): Finding[] {
  return readMarkdown(document, options).filter(
    ({ shape, prose }) => shape !== "sentence" || askIn(prose) !== undefined,
  );
}
