/** What the command line prints. Colours on a terminal only; control characters from outside never reach it. */
import { styleText } from "node:util";
import type { Problem } from "../core/problem.ts";
import type { StatusFile } from "../core/documents/status-json.ts";
import { cuesIn } from "../core/mine/cues.ts";
import type { Decision } from "../core/mine/mine.ts";
import type { LeftOut } from "../core/suggestion.ts";

export interface Output {
  out(text: string): void;
  err(text: string): void;
  isTerminal: boolean;
}

type Style = Parameters<typeof styleText>[0];

function paint({ isTerminal }: Output, style: Style, text: string): string {
  return isTerminal ? styleText(style, text, { validateStream: false }) : text;
}

const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** Text from outside, harmless in a terminal: control and direction characters become visible escapes. */
export function printable(text: string): string {
  return text.replace(CONTROL, (character) => `\\u{${character.codePointAt(0)?.toString(16) ?? ""}}`);
}

/** One item: its directory, what it is, and why it was kept. */
export function printItem(output: Output, item: StatusFile, directory: string): void {
  output.out(
    `${paint(output, "green", "+")} ${paint(output, "bold", printable(`${directory}/${item.id}-${item.slug}`))}`,
  );
  output.out(`  ${printable(item.title)}`);
  output.out(`  ${item.kind}, ${item.priority} priority; ${printable(item.evidence.kept.join("; "))}`);
  const { path, line, url } = item.source;
  const place = path === null ? "" : `${path}${line === null ? "" : `:${line}`}`;
  const where = [place, url ?? ""].filter((part) => part !== "").join("  ");
  if (where !== "") output.out(`  ${paint(output, "dim", printable(where))}`);
}

export function printLeftOut(output: Output, leftOut: readonly LeftOut[]): void {
  if (leftOut.length === 0) return;
  output.out(`left out: ${leftOut.length}`);
  for (const { group, title, reason } of leftOut) {
    output.out(`  ${paint(output, "dim", "-")} ${printable(`${group}: ${title} (${reason})`)}`);
  }
}

/** One finding: whether it is kept, the rule that decided, how sure that is, and the words it is about. */
export function printExplained(output: Output, { suggestion, judged, refusal }: Decision): void {
  const { title, source, confidence, reasons } = suggestion;
  const { rule, code } = judged.verdict;
  const mark = refusal ? paint(output, "dim", "-") : paint(output, "green", "+");
  output.out(`${mark} ${printable(title)}`);
  output.out(`  ${printable(refusal ? `${refusal.group}: ${refusal.reason}` : `kept: ${reasons.join("; ")}`)}`);
  output.out(`  rule "${rule.name}" (${code}), confidence ${confidence}`);
  const words = cuesIn(judged.finding.prose).map((cue) => `${cue.table}: "${cue.words}" (${cue.name})`);
  if (words.length > 0) output.out(`  words ${printable(words.join("; "))}`);
  const quote = judged.quote.replace(/\s+/g, " ");
  output.out(`  ${paint(output, "dim", printable(`${source.author?.login ?? "ghost"}: ${quote}`))}`);
}

export function printProblem(output: Output, { path, line, severity, message, remedy }: Problem): void {
  const place = line === undefined ? path : `${path}:${line}`;
  const word = paint(output, severity === "error" ? "red" : "yellow", severity);
  output.out(`${printable(place)}: ${word}: ${printable(message)}; ${printable(remedy)}`);
}
