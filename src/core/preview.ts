/** What a capture would do, told on a check run: how a maintainer tries it before anything is written. */
import type { Config } from "./config.ts";
import { countOf } from "./count-of.ts";
import { digest } from "./digest.ts";
import { codeSpan, inlineText } from "./documents/markdown-text.ts";
import { fitRows } from "./fit-rows.ts";
import type { ItemDecision } from "./plan-items.ts";
import { EXPLAINED, renderRemainder, type Remainder } from "./render-remainder.ts";
import type { Snapshot } from "./snapshot.ts";
import { pathWithLine } from "./source.ts";
import type { LeftOut, Suggestion } from "./suggestion.ts";

/** The check run that shows, in preview, what would be captured. */
export const PREVIEW_NAME = "Review Miner preview";
/** Why something is not done in preview, in the words of the log. */
export const NOTHING_WRITTEN = "nothing is written in preview";
const MOST_LINES = 100;

interface Foreseen extends Remainder {
  decisions: readonly ItemDecision[];
  leftOut: readonly LeftOut[];
}

/** What would be captured now, what a follow-up would say of the rest, and what was left out. The summary is Markdown. */
export function renderPreview(
  { feedback, repository }: Pick<Snapshot, "feedback" | "repository">,
  foreseen: Foreseen,
  config: Config,
): { name: string; externalId: string; conclusion: "neutral"; title: string; summary: string } {
  const { decisions, leftOut } = foreseen;
  const added = decisions.flatMap((each) => (each.action === "add" ? [each.suggestion] : []));
  const left = leftOut.map(({ title, reason }) => `- ${inlineText(title)}: ${inlineText(reason)}`);
  const summary = [
    ...(added.length === 0
      ? ["Nothing would be captured now.", ""]
      : ["This would be captured now:", "", fitRows(added.map(renderAdded), { rest: EXPLAINED }), ""]),
    ...renderRemainder(foreseen, { url: repository.url, pullNumber: feedback.pullRequest.number, config }),
    ...(left.length === 0 ? [] : ["Left out:", "", fitRows(left, { rest: EXPLAINED, most: MOST_LINES }), ""]),
    `Nothing is written while ${codeSpan("mode: preview")} stands in ${codeSpan(".github/enhance.yml")}.`,
  ].join("\n");
  const count = countOf(added.length, "suggestion");
  const externalId = `preview:${feedback.pullRequest.number}:${digest(summary)}`;
  return { name: PREVIEW_NAME, externalId, conclusion: "neutral", title: `${count} would be captured`, summary };
}

function renderAdded({ title, reasons, priority, source }: Suggestion): string {
  const place = source.path === null ? "" : ` at ${codeSpan(pathWithLine(source))}`;
  return `- **${inlineText(title)}**${place}, priority ${priority ?? "medium"}: ${inlineText(reasons.join("; "))}`;
}
