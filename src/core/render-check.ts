/** What is told on the check run of a pull request: a conclusion, a summary with the remedies, and annotations. */
import { codeSpan, inlineText } from "./documents/markdown-text.ts";
import { countOf } from "./count-of.ts";
import { fitRows } from "./fit-rows.ts";
import { digest } from "./digest.ts";
import type { Problem } from "./problem.ts";
import { toSentence } from "./to-sentence.ts";

export const CHECK_NAME = "enhancements";
/** The identifier of the button; GitHub allows twenty characters, and as many on its label. */
export const FIX_HEADERS = "fix-headers";

interface Annotation {
  path: string;
  /** Counted from one. */
  line: number;
  level: "failure" | "warning";
  /** Plain text. */
  message: string;
}

export interface RenderedCheck {
  name: typeof CHECK_NAME;
  externalId: string;
  conclusion: "success" | "failure" | "neutral";
  title: string;
  /** GitHub-flavoured Markdown. */
  summary: string;
  annotations: Annotation[];
  actions: { label: string; description: string; identifier: string }[];
}

interface CheckFindings {
  /** What it is about: the start of the external id, `pull:7:<head>`. */
  subject: string;
  problems: readonly Problem[];
  /** Paths of files whose header can be mended by the button; none where there is no button. */
  fixable: readonly string[];
  /** Changed paths: annotations stand on files. */
  changed: readonly string[];
  /** Whether anything that the check looks at was changed. */
  isTouched: boolean;
  /** GitHub lists no more files than were looked at. */
  isCutShort: boolean;
}

/** More would bury what matters; the summary says how many there are. */
const MOST_ANNOTATIONS = 500;
const MOST_LINES = 100;
/** A problem quotes what it found, which may be a whole file on one line. */
const MOST_CHARACTERS = 250;
/** Where a list that is cut goes on: what other branches tell is not seen there. */
const LISTED = `${codeSpan("enhance check")} lists all that the files themselves show`;

/** Title, summary and annotations of the check run, as Markdown and plain values, cut to what GitHub takes. */
export function renderCheck(findings: CheckFindings): RenderedCheck {
  const { subject, problems, fixable, changed, isTouched, isCutShort } = findings;
  const errors = problems.filter(({ severity }) => severity === "error").length;
  const actions =
    fixable.length === 0
      ? []
      : [
          {
            label: "Fix the headers",
            description: "Commit what status.json says",
            identifier: FIX_HEADERS,
          },
        ];
  const told = {
    conclusion: conclusionOf(problems, errors),
    title: checkTitle(problems.length, errors, isTouched),
    summary: [
      ...summaryOf(problems, isTouched),
      ...renderFixable(fixable),
      ...(isCutShort ? ["", "The pull request is so large that GitHub lists only part of its files."] : []),
    ].join("\n"),
    annotations: problems.slice(0, MOST_ANNOTATIONS).map((problem) => toAnnotation(problem, changed)),
    actions,
  };
  return { name: CHECK_NAME, externalId: `${subject}:${digest(JSON.stringify(told))}`, ...told };
}

/** The pull request that a check run of ours is about, by its external id. */
export function checkedPullRequest(externalId: string): number | undefined {
  const number = /^pull:(?<number>[1-9]\d{0,9}):/.exec(externalId)?.groups?.["number"];
  return number === undefined ? undefined : Number(number);
}

function conclusionOf(problems: readonly Problem[], errors: number): RenderedCheck["conclusion"] {
  if (errors > 0) return "failure";
  return problems.length > 0 ? "neutral" : "success";
}

function checkTitle(count: number, errors: number, isTouched: boolean): string {
  if (count === 0) return isTouched ? "Everything is sound" : "No enhancement is touched";
  return countOf(count, errors > 0 ? "problem" : "remark");
}

function summaryOf(problems: readonly Problem[], isTouched: boolean): string[] {
  if (problems.length === 0) {
    return [
      isTouched
        ? "Every enhancement that this pull request touches is sound, and its files agree."
        : "This pull request changes neither the enhancements nor their config.",
    ];
  }
  const lines = problems.map(({ path, line, message, remedy }) => {
    const place = line === undefined ? path : `${path}:${line}`;
    return `- ${codeSpan(place)}: ${inlineText(clip(message))}. *${inlineText(toSentence(remedy))}*`;
  });
  return [
    "What to do stands behind each problem. `enhance check` finds on your machine all but what other branches tell.",
    "",
    fitRows(lines, { rest: LISTED, most: MOST_LINES }),
  ];
}

function renderFixable(paths: readonly string[]): string[] {
  if (paths.length === 0) return [];
  const rows = paths.map((path) => `- ${codeSpan(path)}`);
  return ["", "The button **Fix the headers** mends these files:", "", fitRows(rows, { rest: "it mends them, too" })];
}

function clip(words: string): string {
  return words.length > MOST_CHARACTERS ? `${words.slice(0, MOST_CHARACTERS).toWellFormed()}…` : words;
}

/** A problem of a whole directory stands on the first file of it that was changed. */
function toAnnotation({ path, line = 1, severity, message, remedy }: Problem, changed: readonly string[]): Annotation {
  const file = changed.includes(path) ? path : (changed.find((each) => each.startsWith(`${path}/`)) ?? path);
  return {
    ...{ path: file, line },
    level: severity === "error" ? "failure" : "warning",
    message: `${clip(message)}; ${remedy}`,
  };
}
