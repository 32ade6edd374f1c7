/** An invalid config, told on a check run: each file by its name, one of the owner with its repository before it. */
import { countOf } from "./count-of.ts";
import { digest } from "./digest.ts";
import { codeSpan, inlineText } from "./documents/markdown-text.ts";
import { fitRows, WHOLE_TEXT } from "./fit-rows.ts";
import type { Problem } from "./problem.ts";

const CONFIG_CHECK_NAME = "Review Miner config";

/** What to show: the external id changes with the problems, so that each state of the config is told once per commit. */
export function renderConfigProblems(problems: readonly Problem[]): {
  name: string;
  externalId: string;
  conclusion: "failure";
  title: string;
  summary: string;
} {
  const byFile = Map.groupBy(problems, ({ path }) => path);
  const files = [...byFile.keys()];
  const fit = {
    rest: `${codeSpan("enhance check")} in a working copy lists them all`,
    room: Math.floor(WHOLE_TEXT / files.length),
  };
  const summary = [
    `No suggestion is captured until ${files.length === 1 ? "this file is" : "these files are"} mended on the default branch:`,
    "",
    ...[...byFile].flatMap(([file, some]) => [
      `${codeSpan(file)} is not valid.`,
      "",
      fitRows(some.map(renderLine), fit),
      "",
    ]),
  ]
    .join("\n")
    .trim();
  const externalId = `config:${digest(summary)}`;
  const count = countOf(problems.length, "problem");
  return {
    name: CONFIG_CHECK_NAME,
    externalId,
    conclusion: "failure",
    title: `${count} in ${files.join(" and ")}`,
    summary,
  };
}

function renderLine({ line, message, remedy }: Problem): string {
  const place = line === undefined ? "" : `line ${line}: `;
  return `- ${place}${inlineText(message)}; ${inlineText(remedy)}`;
}
