/** Gemini Code Assist: a severity badge, then prose. */
import { readInline } from "../inline.ts";
import { readMarkdown } from "../read-markdown.ts";
import { severityOf } from "../severity.ts";
import { visible } from "../visible.ts";
import { remark } from "./remark.ts";
import type { Tool } from "./tool.ts";

export const GEMINI: Tool = {
  name: "gemini",
  logins: ["gemini-code-assist"],
  appIds: [956_858],
  recognises: ({ text }) => /^!\[[a-z]+\]\(https:\/\/www\.gstatic\.com\/codereviewagent\//.test(text),
  read: (document, options) => {
    const [first] = document.blocks;
    const badges = first ? readInline(first.content).badges : [];
    const severity = severityOf(badges.join(" "));
    if (!severity) return undefined;
    const found = readMarkdown(document, options);
    const whole = found.length === 0 ? remark(visible(document)) : undefined;
    return [...found, ...(whole ? [whole] : [])].map((finding) => ({ ...finding, severity, isClaimed: true }));
  },
};
