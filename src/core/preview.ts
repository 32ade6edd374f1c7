/** What a capture would do, told on a check run: how a maintainer tries it before anything is written. */
import { codeSpan, inlineText } from "./documents/markdown-text.ts";
import { fitRows } from "./fit-rows.ts";
import { digest } from "./digest.ts";
import type { ItemDecision } from "./plan-items.ts";
import { EXPLAINED } from "./pull-request.ts";
import type { LeftOut, Suggestion } from "./suggestion.ts";

/** The check run that shows, in preview, what would be captured. */
export const PREVIEW_NAME = "Review Miner preview";
const MOST_LINES = 100;

export function renderPreview(
  pullNumber: number,
  decisions: readonly ItemDecision[],
  leftOut: readonly LeftOut[],
): { name: string; externalId: string; conclusion: "neutral"; title: string; summary: string } {
  const added = decisions.flatMap((decision) => (decision.action === "add" ? [decision.suggestion] : []));
  const summary = [
    added.length === 0 ? "Nothing would be captured now." : "This would be captured now:",
    "",
    fitRows(added.map(renderAdded), { rest: EXPLAINED }),
    ...(leftOut.length === 0 ? [] : ["", "Left out:", ""]),
    fitRows(
      leftOut.map(({ title, reason }) => `- ${inlineText(title)}: ${inlineText(reason)}`),
      { rest: EXPLAINED, most: MOST_LINES },
    ),
    "",
    `Nothing is written while ${codeSpan("mode: preview")} stands in ${codeSpan(".github/enhance.yml")}.`,
  ].join("\n");
  const count = added.length === 1 ? "1 suggestion" : `${added.length} suggestions`;
  const externalId = `preview:${pullNumber}:${digest(summary)}`;
  return { name: PREVIEW_NAME, externalId, conclusion: "neutral", title: `${count} would be captured`, summary };
}

function renderAdded({ title, reasons, priority, source }: Suggestion): string {
  const line = source.line === null ? "" : `:${source.line}`;
  const place = source.path === null ? "" : ` at ${codeSpan(`${source.path}${line}`)}`;
  return `- **${inlineText(title)}**${place}, priority ${priority ?? "medium"}: ${inlineText(reasons.join("; "))}`;
}
