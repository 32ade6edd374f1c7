/** What was found and is not published now, told in the body of a follow-up and in a preview, in the same words. */
import { CONFIG_PATH, type Config } from "./config.ts";
import { codeSpan, inlineText } from "./documents/markdown-text.ts";
import { fitRows } from "./fit-rows.ts";
import { linkToComment } from "./items-table.ts";
import { renderOverCap } from "./render-over-cap.ts";
import type { WaitReason } from "./reason-to-wait.ts";
import type { Incomplete, OverCap } from "./suggestion.ts";

/** How much of a folded list is shown, in lines and in characters; the rest is counted. */
const FOLDED = { most: 20, room: 5_000 };
/** Where a list of what was found is whole. */
export const EXPLAINED = `${codeSpan("enhance mine --explain")} tells of every finding`;

export interface Remainder {
  /** Those that are not published yet, and what they wait for. */
  waiting: readonly { title: string; reason: WaitReason; url: string | null }[];
  /** Those that found no room under the cap. */
  overCap: readonly OverCap[];
  /** Texts that seem to hold more findings than were read. */
  incomplete: readonly Incomplete[];
  /** How many more there would be, did the words of strangers count. */
  byStrangers: number;
}

/** Lines of Markdown, none where nothing remains. `url`: the address of the repository; `pullNumber`: of the source. */
export function renderRemainder(
  { waiting, overCap, incomplete, byStrangers }: Remainder,
  { url, pullNumber, config }: { url: string; pullNumber: number; config: Config },
): string[] {
  const lines: string[] = [];
  const doubts = incomplete.map((text) => {
    const whose = text.tool === null ? "a review" : `the review by ${inlineText(text.tool)}`;
    return `> This may be incomplete: [${whose}](${encodeURI(text.url)}) seems to hold ${text.counted} findings, and ${text.found} could be read.`;
  });
  if (doubts.length > 0) lines.push(fitRows(doubts, { ...FOLDED, between: "\n\n", rest: EXPLAINED }), "");
  const toRow = (each: { title: string; url: string | null }) => linkToComment(inlineText(each.title), each.url, url);
  for (const [reason, some] of Map.groupBy(waiting, (each) => each.reason)) {
    lines.push(...renderFolded(`${some.length} more ${WAITING[reason](some.length === 1)}`, some.map(toRow)));
  }
  if (overCap.length > 0) {
    const cap = config.capture.max_per_pull_request;
    const rows = overCap.map((each) => renderOverCap(each, { repositoryUrl: url, pullNumber }));
    lines.push(...renderFolded(`${overCap.length} more did not fit: max_per_pull_request is ${cap}`, rows));
  }
  if (byStrangers > 0) lines.push(renderStrangers(byStrangers, pullNumber), "");
  return lines;
}

/** Of what strangers write nothing is shown unasked, only that it is there. */
function renderStrangers(count: number, pullNumber: number): string {
  const [more, them] = count === 1 ? ["1 more is", "it"] : [`${count} more are`, "them"];
  const all = `${codeSpan("capture.from.people: anyone")} in ${codeSpan(CONFIG_PATH)}`;
  return `> ${more} by people without the role triage, and not kept. ${codeSpan("/enhance")} on ${codeSpan(`#${pullNumber}`)} takes ${them} in, and ${all} always does.`;
}

/** What is said of those that wait, behind their number. */
const WAITING: Readonly<Record<WaitReason, (isOne: boolean) => string>> = {
  blocking: (isOne) =>
    `${isOne ? "is" : "are"} meant for the pull request itself: added only if still open when it merges`,
  never: (isOne) =>
    `${isOne ? "is" : "are"} meant for the pull request itself, and not kept: capture.blocking is never`,
  merge: (isOne) => `${isOne ? "waits" : "wait"} for the merge: added if still open then`,
  command: (isOne) => `${isOne ? "waits" : "wait"} until somebody asks for ${isOne ? "it" : "them"} by /enhance`,
};

/** Lines of Markdown: a list that opens by its summary; where there are very many, the first. `rest`: as of `fitRows`. */
export function renderFolded(summary: string, rows: readonly string[], rest = EXPLAINED): string[] {
  const items = rows.map((row) => `- ${row}`);
  const list = fitRows(items, { ...FOLDED, rest });
  return [`<details><summary>${summary}</summary>`, "", list, "", "</details>", ""];
}
