/** An invalid config, told on a check run and in answers: each file by its name, one of the owner with its repository before it. */
import { CONFIG_PATH, MISNAMED_CONFIG_PATH } from "./config.ts";
import { countOf } from "./count-of.ts";
import { digest } from "./digest.ts";
import { codeSpan, inlineText } from "./documents/markdown-text.ts";
import { fitRows, WHOLE_TEXT } from "./fit-rows.ts";
import type { Problem } from "./problem.ts";

const CONFIG_CHECK_NAME = "Review Miner config";
const LISTED = `${codeSpan("enhance check")} in a working copy lists them all`;
/** An answer is about a command in the first place. */
const MOST_ANSWERED = 5;

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
  const fit = { rest: LISTED, room: Math.floor(WHOLE_TEXT / files.length) };
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

function renderLine(problem: Problem): string {
  const place = problem.line === undefined ? "" : `line ${problem.line}: `;
  return `- ${place}${tell(problem)}`;
}

/** What an answer to a command says of it: Markdown, with a link to each place. `url`: the address of the repository. */
export function renderConfigAnswer(problems: readonly Problem[], url: string): string {
  const rows = problems.map((problem) => `- ${linkTo(problem, url)}: ${tell(problem)}`);
  return [
    "The config is not valid. Until it is mended on the default branch nothing is captured, and commands change nothing:",
    "",
    fitRows(rows, { rest: LISTED, most: MOST_ANSWERED }),
  ].join("\n");
}

/** A file of the owner's is named with its repository before it. */
function linkTo({ path, line }: Problem, url: string): string {
  const isOwn = path === CONFIG_PATH || path === MISNAMED_CONFIG_PATH;
  const [owner = "", name = "", ...file] = path.split("/");
  const place = isOwn ? `${url}/blob/HEAD/${path}` : new URL(`/${owner}/${name}/blob/HEAD/${file.join("/")}`, url).href;
  return line === undefined ? `[${codeSpan(path)}](${place})` : `[${codeSpan(path)}, line ${line}](${place}#L${line})`;
}

function tell({ message, remedy }: Problem): string {
  return `${inlineText(message)}; ${inlineText(remedy)}`;
}
