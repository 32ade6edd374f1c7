/** What is answered to a command that concerns capturing: what came of it, in a line. */
import type { EnhanceCommand } from "../core/command.ts";
import type { Verb } from "../core/command-grammar.ts";
import { codeSpan, inlineText } from "../core/documents/markdown-text.ts";
import { PREVIEW_NAME } from "../core/preview.ts";
import type { CommandResult } from "../core/run-command.ts";
import type { CaptureOutcome } from "./capture-pull-request.ts";

/** The comment that a command stands in, and the one that its thread begins with. */
interface WishComment {
  id: number;
  threadId?: number | undefined;
}

/** The answer to a wish, by what was captured from the pull request that it stands on. */
export function describeWish(
  command: EnhanceCommand,
  outcome: CaptureOutcome,
  { id, threadId }: WishComment,
): CommandResult {
  if (command.verb === "ignore") return { line: "Nothing more is captured from this pull request." };
  if (command.verb === "unignore") return { line: "This pull request is captured from again." };
  if ("title" in command) return describeCapture(outcome, (items) => createdBy(command.title, items, id));
  if (threadId === undefined) return describeCapture(outcome);
  const hidden = outcome.hidden?.get(threadId);
  if (hidden !== undefined) return describeHidden(hidden);
  return describeCapture(outcome, (items) => items.filter(({ source }) => source.commentId === threadId));
}

function describeHidden(clause: string): CommandResult {
  const again = `show it again on GitHub, and write ${codeSpan("/enhance")} once more`;
  return {
    line: `Not captured: the comment that this thread begins with ${clause}. To keep it, ${again}.`,
    failed: true,
  };
}

/** What a comment created under a title; where the title is another by now, all that the comment created. */
function createdBy(title: string, items: Captured, comment: number): Captured {
  const created = items.filter(
    ({ source }) => source.kind === "manual" && (source.commentId ?? source.reviewId) === comment,
  );
  const named = created.filter((item) => item.title === title);
  return named.length > 0 ? named : created;
}

/** The answer to a wish on a follow-up: wishes are read on the source alone. */
export function leftToSource(verb: Verb, source: number | undefined): CommandResult {
  const place = source === undefined ? "the pull request that was reviewed" : `its source, #${source}`;
  return {
    line: `Nothing is captured from a follow-up itself: write ${codeSpan(`/enhance ${verb}`)} on ${place}.`,
    failed: true,
  };
}

type Captured = NonNullable<CaptureOutcome["items"]>;

/** What was captured. `choose`: those that were asked for, of all that the follow-up carries. */
export function describeCapture(
  outcome: CaptureOutcome,
  choose: (items: Captured) => Captured = (items) => items,
): CommandResult {
  if (outcome.outcome === "refused")
    return { line: `Nothing was captured: ${inlineText(outcome.reason ?? "refused")}.`, failed: true };
  if (outcome.outcome === "previewed") return PREVIEWED;
  const where = outcome.followUp === undefined ? "" : ` in #${outcome.followUp}`;
  const items = choose(outcome.items ?? []);
  if (items.length === 0) {
    const why = outcome.reason === undefined ? "" : ` Not all of it is noted: ${inlineText(outcome.reason)}.`;
    return { line: `There is nothing here that is not captured, or left out, already.${why}` };
  }
  return { line: `Captured${where}: ${items.map(({ id, title }) => `${id} ${inlineText(title)}`).join("; ")}.` };
}

const PREVIEWED: CommandResult = {
  line: `Nothing is captured while ${codeSpan("mode: preview")} stands in the config: the check run ${codeSpan(PREVIEW_NAME)} shows what would be. Set another mode there to have it written.`,
  failed: true,
};
