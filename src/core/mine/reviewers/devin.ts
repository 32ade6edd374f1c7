/** Devin: inline remarks with a coloured title, and their id and place as JSON in an HTML comment. */
import type { Document } from "../markdown.ts";
import type { Finding } from "../finding.ts";
import { severityOf } from "../severity.ts";
import { visible } from "../visible.ts";
import { boldIn, titledFinding } from "./titled.ts";
import type { Tool } from "./tool.ts";
import { vendorIdIn } from "./vendor-id.ts";

const STATE = /^devin-review-comment \{/;

export const DEVIN: Tool = {
  name: "devin",
  logins: ["devin-ai-integration", "devin-ai"],
  appIds: [811_515],
  recognises: ({ comments }) => comments.some((comment) => comment.startsWith("devin-review")),
  read: (document) => {
    if (!document.comments.some((comment) => STATE.test(comment))) return isSummary(document) ? [] : undefined;
    const blocks = visible(document);
    const at = blocks.findIndex((block) => boldIn(block));
    const block = blocks[at];
    const bold = block && boldIn(block);
    if (!bold) return [];
    const finding = titledFinding(document, { block, ...bold, rest: blocks.slice(at + 1) });
    const severity = severityOf(block.content.slice(0, bold.from + 2));
    return [
      {
        ...finding,
        ...(severity && { severity }),
        ...vendorIdIn(document, /^devin-review-comment .*?"id": ?"(?<id>[\w-]{4,80})"/),
        ...placeOf(document),
      },
    ];
  },
};

function isSummary({ text }: Document): boolean {
  return /^\W{0,12}(?:#{1,6} )?\W{0,12}devin review\b/i.test(text);
}

function placeOf({ comments }: Document): Pick<Finding, "path" | "line"> {
  const state = comments.find((comment) => STATE.test(comment)) ?? "";
  const path = /"file_path": ?"(?<path>[^"\\]{1,300})"/.exec(state)?.groups?.["path"];
  const line = Number(/"start_line": ?(?<line>\d{1,7})/.exec(state)?.groups?.["line"]);
  return { ...(path !== undefined && { path }), ...(line > 0 && { line }) };
}
