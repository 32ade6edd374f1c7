/** PR-Agent (and Qodo Merge before 2.0): guides and tables of suggestions in HTML, weighed from 1 to 10. */
import { readMarkdown } from "../read-markdown.ts";
import { visible } from "../visible.ts";
import { compliance, isCompliance } from "./compliance.ts";
import { focusAreas, isGuide } from "./focus-areas.ts";
import { IMPORTANCE, improvements, isImprovements, weightIn } from "./improvements.ts";
import { remark } from "./remark.ts";
import type { Tool } from "./tool.ts";

const INLINE = /^\W{0,4}Suggestion:\W/;

export const PR_AGENT: Tool = {
  name: "pr-agent",
  restates: true,
  logins: [
    "qodo-merge-pro",
    "codiumai-pr-agent-pro",
    "codium-pr-agent",
    "pr-agent",
    "qodo-merge-for-open-source",
    "codiumai-pr-agent-free",
  ],
  recognises: ({ text }) =>
    /^\s*## (?:PR (?:Reviewer|Compliance) Guide 🔍|PR Code Suggestions ✨)/.test(text) ||
    (INLINE.test(text) && IMPORTANCE.test(text)),
  read: (document, options) => {
    const blocks = visible(document);
    if (isImprovements(blocks)) return improvements(document);
    if (isCompliance(blocks)) return compliance(blocks);
    if (isGuide(blocks)) return focusAreas(blocks);
    const [first] = blocks;
    if (!first || !INLINE.test(first.content)) return readMarkdown(document, options, blocks);
    const finding = remark(blocks);
    return finding ? [{ ...finding, ...weightIn(document.text) }] : [];
  },
};
