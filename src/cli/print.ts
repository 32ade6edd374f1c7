/** What the command line prints. Colours on a terminal only; control characters from outside never reach it. */
import { styleText } from "node:util";
import { countOf } from "../core/count-of.ts";
import type { Problem } from "../core/problem.ts";
import type { StatusFile } from "../core/documents/status-json.ts";
import { pathWithLine } from "../core/source.ts";
import type { LeftOut } from "../core/suggestion.ts";

export interface Output {
  out(text: string): void;
  err(text: string): void;
  isTerminal: boolean;
}

type Style = Parameters<typeof styleText>[0];

/** Styled on a terminal, plain elsewhere. */
export function paint({ isTerminal }: Output, style: Style, text: string): string {
  return isTerminal ? styleText(style, text, { validateStream: false }) : text;
}

const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** Text from outside, harmless in a terminal: control and direction characters become visible escapes. */
export function printable(text: string): string {
  return text.replace(CONTROL, (character) => `\\u{${character.codePointAt(0)?.toString(16) ?? ""}}`);
}

/** One item: its directory, what it is, why it was kept, and what it would wait for while nobody asks. */
export function printItem(
  output: Output,
  item: StatusFile,
  { directory, wait }: { directory: string; wait: string | undefined },
): void {
  output.out(
    `${paint(output, "green", "+")} ${paint(output, "bold", printable(`${directory}/${item.id}-${item.slug}`))}`,
  );
  output.out(`  ${printable(item.title)}`);
  output.out(`  ${item.kind}, ${item.priority} priority; ${printable(item.evidence.kept.join("; "))}`);
  if (wait !== undefined) output.out(`  on GitHub it waits for ${wait}`);
  const where = [pathWithLine(item.source), item.source.url ?? ""].filter((part) => part !== "").join("  ");
  if (where !== "") output.out(`  ${paint(output, "dim", printable(where))}`);
}

export function printLeftOut(output: Output, leftOut: readonly LeftOut[]): void {
  if (leftOut.length === 0) return;
  output.out(`left out: ${leftOut.length}`);
  for (const { group, title, reason } of leftOut) {
    output.out(`  ${paint(output, "dim", "-")} ${printable(`${group}: ${title} (${reason})`)}`);
  }
}

/** Texts whose words do not count, by the reason. */
export function printUnread(output: Output, texts: readonly { unread?: string }[]): void {
  const reasons = Map.groupBy(
    texts.flatMap(({ unread }) => unread ?? []),
    (reason) => reason,
  );
  for (const [reason, { length }] of reasons) {
    output.out(`not read: ${countOf(length, "text")} (${printable(reason)})`);
  }
}

export function printProblem(output: Output, { path, line, severity, message, remedy }: Problem): void {
  const place = line === undefined ? path : `${path}:${line}`;
  const word = paint(output, severity === "error" ? "red" : "yellow", severity);
  output.out(`${printable(place)}: ${word}: ${printable(message)}; ${printable(remedy)}`);
}
