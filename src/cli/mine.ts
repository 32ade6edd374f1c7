/** `enhance mine`: the core of the App on one pull request or one file, shown or written into the working copy. */
import { readFile } from "node:fs/promises";
import { text as readStream } from "node:stream/consumers";
import type { Readable } from "node:stream";
import type { Asked } from "../core/asked.ts";
import { CONFIG_PATH } from "../core/config.ts";
import { UserError } from "../core/errors.ts";
import { decideFindings, mineSuggestions } from "../core/mine/mine.ts";
import { decideCapture } from "../core/decide-capture.ts";
import { planCapture } from "../core/plan-capture.ts";
import type { CommitPlan } from "../core/commit-plan.ts";
import type { PullRequestFeedback } from "../core/review.ts";
import type { DirectoryListing, Snapshot } from "../core/snapshot.ts";
import { redactFeedback, type Redact } from "../tasks/redacting-forge.ts";
import { mineJsonl } from "./mine-jsonl.ts";
import { printExplained, printItem, printLeftOut, type Output } from "./print.ts";
import { readConfig, readDirectories, writeNewFiles, type NewFile } from "./working-copy.ts";

export interface PullRequestName {
  fullName: string;
  number: number;
}

/** What the verb needs from outside; the root gives GitHub in. */
export interface MineSources {
  /** All that stands on GitHub about a pull request. Throws `UserError` without a token. */
  readPullRequest: (
    name: PullRequestName,
  ) => Promise<{ feedback: PullRequestFeedback; directories: DirectoryListing[] }>;
  parseJson: (json: unknown, name: PullRequestName | undefined) => PullRequestFeedback;
  stdin: Readable;
  /** Takes secrets out of what people wrote. */
  redact: Redact;
}

export interface MineOptions {
  json: boolean;
  write: boolean;
  /** The target is a file with one comment per line, in the shape of the accuracy corpus. */
  jsonl: boolean;
  /** Print every finding with the rule that decided. */
  explain: boolean;
  pull?: string | undefined;
  /** The root of the working copy. */
  root: string;
}

const TARGET = /^(?<fullName>[\w.-]+\/[\w.-]+)#(?<number>[1-9]\d{0,9})$/;

/** Gives the exit code: 0, for whatever was found. Throws `UserError` for input that cannot be read. */
export async function mine(
  target: string,
  options: MineOptions,
  sources: MineSources,
  output: Output,
): Promise<number> {
  if (options.jsonl) {
    for (const result of mineJsonl((await readTarget(target, sources.stdin)).split("\n"))) {
      output.out(JSON.stringify(result));
    }
    return 0;
  }
  const config = { ...(await readConfig(options.root)), mode: "commit" as const };
  const { feedback: read, directories } = await readFeedback(target, options, sources);
  const feedback = await redactFeedback(read, sources.redact);
  const mayBeMined = (): boolean => true;
  if (options.explain) {
    for (const decision of decideFindings(feedback, { config, mayBeMined }).decisions) printExplained(output, decision);
    return 0;
  }
  const mined = mineSuggestions(feedback, { config, mayBeMined });
  const local = await readDirectories(options.root, config.directory);
  const snapshot = toSnapshot(feedback, [...local, ...directories]);
  const botLogin = "enhance";
  const decision = decideCapture(snapshot, mined, { config, asked: EVERYTHING, lost: new Set(), botLogin });
  // What stands in the working copy is its owner's to change.
  const decisions = decision.decisions.filter(({ action }) => action === "add");
  const plan = planCapture(snapshot, { ...decision, decisions }, { config, contents: new Map(), botLogin });
  const items = plan.action === "apply" ? plan.added : [];
  const files = plan.action === "apply" ? newFilesOf(plan.commits) : [];
  const leftOut = [...mined.leftOut, ...decision.overCap];
  const overCap = decision.overCap.length;
  if (options.write) await writeNewFiles(options.root, files);

  if (options.json) {
    const contents = Object.fromEntries(files.map(({ path, content }) => [path, content]));
    output.out(JSON.stringify({ written: options.write, items, files: contents, leftOut }, null, 2));
    return 0;
  }
  for (const item of items) printItem(output, item, config.directory);
  printLeftOut(output, leftOut);
  if (overCap > 0) output.out(BEYOND_THE_CAP);
  const known = mined.suggestions.length - items.length - overCap;
  output.out(summarise(items.length, { known, overCap, isWritten: options.write }));
  return 0;
}

/** Whoever runs the verb asks for the whole pull request. */
const EVERYTHING: Asked = { isMuted: false, whole: "enhance", threads: new Map(), created: [] };

function newFilesOf(commits: readonly CommitPlan[]): NewFile[] {
  return commits.flatMap(({ files }) =>
    files.flatMap(({ path, content }) => (content === null ? [] : [{ path, content }])),
  );
}

const BEYOND_THE_CAP = `for those over the cap, raise it in ${CONFIG_PATH}, or write "/enhance" in their threads on GitHub`;

function summarise(
  count: number,
  { known, overCap, isWritten }: { known: number; overCap: number; isWritten: boolean },
): string {
  const notes = [...(known > 0 ? [`${known} known already`] : []), ...(overCap > 0 ? [`${overCap} over the cap`] : [])];
  const besides = notes.length > 0 ? ` (${notes.join(", ")})` : "";
  if (count === 0) return `nothing to capture${besides}`;
  const noun = count === 1 ? "1 enhancement" : `${count} enhancements`;
  return isWritten ? `wrote ${noun}${besides}` : `would create ${noun}${besides}; --write creates them here`;
}

async function readFeedback(target: string, { pull }: MineOptions, { readPullRequest, parseJson, stdin }: MineSources) {
  const name = parseName(target);
  if (name) return readPullRequest(name);
  const named = pull === undefined ? undefined : parseName(pull);
  if (pull !== undefined && !named) throw new UserError(`--pull "${pull}" is not a pull request; write owner/repo#12`);
  const text = await readTarget(target, stdin);
  return { feedback: parseJson(parseJsonText(text, target), named), directories: [] };
}

function parseName(target: string): PullRequestName | undefined {
  const groups = TARGET.exec(target)?.groups;
  return groups && { fullName: groups["fullName"] ?? "", number: Number(groups["number"]) };
}

async function readTarget(target: string, stdin: Readable): Promise<string> {
  if (target === "-") return readStream(stdin);
  try {
    return await readFile(target, "utf8");
  } catch (error) {
    const remedy = 'give a pull request as owner/repo#12, a JSON file, or "-" for standard input';
    throw new UserError(`cannot read "${target}"; ${remedy}`, { cause: error });
  }
}

function parseJsonText(text: string, target: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    const name = target === "-" ? "standard input" : `"${target}"`;
    throw new UserError(`${name} is not JSON; give a review or comment as the GitHub API returns it`, {
      cause: error,
    });
  }
}

/** The working copy in the place of a repository on GitHub: no branches, no follow-ups. */
function toSnapshot(feedback: PullRequestFeedback, directories: DirectoryListing[]): Snapshot {
  const { id, fullName } = feedback.repository;
  const [owner = "", name = ""] = fullName.split("/");
  return {
    feedback,
    repository: {
      ref: { id, owner, name },
      url: new URL(`/${fullName}`, toBaseUrl(feedback.pullRequest.url)).href,
      isArchived: false,
      isPrivate: false,
      defaultBranch: feedback.pullRequest.baseRef,
      head: "",
      config: { ok: false, problems: [] },
      hasConfig: true,
      directories,
    },
    branches: [],
    followUps: [],
    generated: [],
  };
}

function toBaseUrl(url: string): string {
  return URL.canParse(url) ? url : "https://github.com";
}
