/** Sentry (Seer): a predicted bug, its severity in small print, analysis and fix folded away. */
import { readInline } from "../inline.ts";
import { severityOf } from "../severity.ts";
import { visible } from "../visible.ts";
import { remark } from "./remark.ts";
import type { Tool } from "./tool.ts";

const HEAD = /^\W{0,6}(?:potential )?bug\b/i;

export const SENTRY: Tool = {
  name: "sentry",
  logins: ["sentry", "seer-by-sentry", "sentry-io"],
  recognises: ({ comments }) => comments.includes("BUG_PREDICTION"),
  read: (document) => {
    const blocks = visible(document);
    const at = blocks.findIndex(({ kind, content }) => kind === "text" && HEAD.test(content));
    const head = blocks[at];
    if (!head) return undefined;
    const finding = remark(blocks.slice(at).filter(({ content }) => !/^\s*Severity:/.test(readInline(content).plain)));
    if (!finding) return [];
    const severity = severityOf(/severity: ?\w+/i.exec(document.text)?.[0] ?? "");
    return [{ ...finding, kind: "bug", ...(severity && { severity }) }];
  },
};
