/** `enhance mine --explain`: a block for each text, with every finding, what was decided of it, and by which rule. */
import type { Config } from "../core/config.ts";
import { countOf } from "../core/count-of.ts";
import { waitInWords } from "../core/reason-to-wait.ts";
import { cuesIn } from "../core/mine/cues.ts";
import type { FindingDecision, TextDecisions } from "../core/mine/mine.ts";
import { sentencesBeside } from "../core/mine/sentences-beside.ts";
import type { Feedback, PullRequest } from "../core/review.ts";
import { pathWithLine } from "../core/source.ts";
import { paint, printable, type Output } from "./print.ts";

/** What is said of a pull request without a text. */
export const NO_TEXTS = "nothing was written there yet";

/** Characters of a text, or of a quote, that are shown. */
const MOST_SHOWN = 120;

/** Prints every text in the order it was written, and counts them in a last line. */
export function explain(
  output: Output,
  texts: readonly TextDecisions[],
  { config, pullRequest }: { config: Config; pullRequest: Pick<PullRequest, "state"> },
): void {
  const waitOf = ({ suggestion }: FindingDecision) => waitInWords(suggestion, pullRequest, config);
  for (const { feedback, decisions, unread } of texts) {
    output.out(paint(output, "bold", printable(headOf(feedback))));
    if (unread !== undefined) output.out(`  not read: ${printable(unread)}`);
    else if (decisions.length === 0) output.out(`  nothing found: ${printable(shorten(feedback.body))}`);
    for (const decision of decisions) printDecision(output, decision, waitOf(decision));
    if (decisions.length > 0) printBeside(output, feedback.body, decisions);
  }
  output.out(summarise(texts, waitOf));
}

function printDecision(
  output: Output,
  { suggestion, judged, refusal }: FindingDecision,
  wait: string | undefined,
): void {
  const { title, kind, priority, confidence, reasons } = suggestion;
  const { rule, code } = judged.verdict;
  const mark = refusal ? paint(output, "dim", "-") : paint(output, "green", "+");
  output.out(`  ${mark} ${printable(title)}`);
  const decided = refusal ? `${refusal.group}: ${refusal.reason}` : `kept: ${reasons.join("; ")}`;
  output.out(`    ${printable(decided)}`);
  const weight = `${kind}, ${priority === null ? "medium priority (assumed)" : `${priority} priority`}`;
  const when = wait === undefined ? "proposed at once" : `waits for ${wait}`;
  output.out(`    ${refusal ? weight : `${weight}; ${when}`}`);
  output.out(`    rule "${rule.name}" (${code}), confidence ${confidence}`);
  const words = cuesIn(judged.finding.prose).map((cue) => `${cue.table}: "${cue.words}" (${cue.name})`);
  if (words.length > 0) output.out(`    words ${printable(words.join("; "))}`);
  output.out(`    ${paint(output, "dim", printable(`> ${shorten(judged.quote)}`))}`);
}

/** That the rest was read as well. */
function printBeside(output: Output, body: string, decisions: readonly FindingDecision[]): void {
  const { all, beside } = sentencesBeside(
    body,
    decisions.map(({ judged }) => judged),
  );
  const [first] = beside;
  if (first === undefined) return;
  const asks = beside.length === 1 ? "asks" : "ask";
  output.out(`  ${beside.length} of ${countOf(all, "sentence")} ${asks} for nothing: ${printable(shorten(first))}`);
}

/** Where a text stands, and who wrote it. */
function headOf({ kind, path, line, author, url }: Feedback): string {
  const place = pathWithLine({ path: path ?? null, line: line ?? null }) || kind.replace("-", " ");
  return [place, author?.login ?? "nobody", url].filter((part) => part !== "").join("  ");
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > MOST_SHOWN ? `${line.slice(0, MOST_SHOWN).toWellFormed()}…` : line;
}

function summarise(texts: readonly TextDecisions[], waitOf: (decision: FindingDecision) => string | undefined): string {
  if (texts.length === 0) return NO_TEXTS;
  const unread = texts.filter((text) => text.unread !== undefined).length;
  const decisions = texts.flatMap((text) => text.decisions);
  const empty = texts.filter((text) => text.unread === undefined && text.decisions.length === 0).length;
  const kept = decisions.filter(({ refusal }) => refusal === undefined);
  const waiting = kept.filter((decision) => waitOf(decision) !== undefined).length;
  const read = [
    countOf(texts.length, "text"),
    ...(empty > 0 ? [`${empty} with nothing found`] : []),
    ...(unread > 0 ? [`${unread} not read`] : []),
  ];
  const found = [
    countOf(decisions.length, "finding"),
    `${kept.length} kept`,
    ...(waiting > 0 ? [`${waiting} of them ${waiting === 1 ? "waits" : "wait"}`] : []),
    `${decisions.length - kept.length} left out`,
  ];
  return `${read.join(", ")}; ${found.join(", ")}`;
}
