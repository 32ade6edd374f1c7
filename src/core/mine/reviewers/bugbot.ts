/** Cursor Bugbot: a heading, a severity, a description between comment marks, an id that stays when re-posted. */
import type { Tool } from "./tool.ts";
import { severityOf } from "../severity.ts";
import { titledFinding } from "./titled.ts";
import { vendorIdIn } from "./vendor-id.ts";

export const BUGBOT: Tool = {
  name: "bugbot",
  logins: ["cursor"],
  appIds: [1_210_556],
  recognises: ({ comments }) => comments.some((comment) => comment.startsWith("BUGBOT_")),
  read: (document) => {
    const at = document.blocks.findIndex(({ kind, quote }) => kind === "heading" && quote === 0);
    const block = document.blocks[at];
    if (!block) return [];
    const open = document.blocks.slice(at + 1).filter(({ details, quote }) => details.length === 0 && quote === 0);
    const [weight, ...rest] = open;
    const hasWeight = weight !== undefined && /severity/i.test(weight.content);
    if (!hasWeight && !document.comments.some((comment) => comment.startsWith("BUGBOT_BUG_ID"))) return [];
    const severity = hasWeight ? severityOf(weight.content.replace(/severity/i, "priority")) : undefined;
    const finding = titledFinding(document, {
      block,
      from: 0,
      to: block.content.length,
      rest: hasWeight ? rest : open,
    });
    const vendorId = vendorIdIn(document, /^BUGBOT_BUG_ID: (?<id>[\w-]{8,80})$/);
    return [{ ...finding, kind: "bug", ...(severity && { severity }), ...vendorId }];
  },
};
