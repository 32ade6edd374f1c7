/** An invalid config, told on a check run. */
import { createHash } from "node:crypto";
import { CONFIG_PATH } from "./config.ts";
import { codeSpan, inlineText } from "./documents/markdown-text.ts";
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
  const lines = problems.map(({ line, message, remedy }) => {
    const place = line === undefined ? "" : `line ${line}: `;
    return `- ${place}${inlineText(message)}; ${inlineText(remedy)}`;
  });
  const summary = [
    `${codeSpan(CONFIG_PATH)} on the default branch is not valid. No suggestion is captured until it is mended.`,
    "",
    ...lines,
  ].join("\n");
  const externalId = `config:${createHash("sha256").update(summary).digest("hex").slice(0, 16)}`;
  const count = problems.length === 1 ? "1 problem" : `${problems.length} problems`;
  return { name: CONFIG_CHECK_NAME, externalId, conclusion: "failure", title: `${count} in ${CONFIG_PATH}`, summary };
}
