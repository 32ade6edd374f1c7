/** `enhance mine`: the core of the App on one pull request or one file, shown or written into the working copy. */
import type { Asked } from "../core/asked.ts";
import { CONFIG_PATH, type Config } from "../core/config.ts";
import { countOf } from "../core/count-of.ts";
import { waitInWords } from "../core/reason-to-wait.ts";
import { decideFindings, toMined } from "../core/mine/mine.ts";
import { decideCapture } from "../core/decide-capture.ts";
import { planCapture } from "../core/plan-capture.ts";
import type { CommitPlan } from "../core/commit-plan.ts";
import type { PullRequestFeedback } from "../core/review.ts";
import type { DirectoryListing, Snapshot } from "../core/snapshot.ts";
import { redactFeedback, type Redact } from "../tasks/redacting-forge.ts";
import { mineJsonl } from "./mine-jsonl.ts";
import { explain, NO_TEXTS } from "./explain.ts";
import { printItem, printLeftOut, printUnread, type Output } from "./print.ts";
import { readFeedback, readTarget, type FeedbackSources } from "./read-feedback.ts";
import { readConfig, listDirectories, writeNewFiles, type NewFile } from "./working-copy.ts";

/** What the verb needs from outside; the root gives GitHub in. */
export interface MineSources extends FeedbackSources {
  /** Takes secrets out of what people wrote. */
  redact: Redact;
}

export interface MineFlags {
  json: boolean;
  write: boolean;
  /** The target is a file with one comment per line, in the shape of the accuracy corpus. */
  jsonl: boolean;
  /** Print every finding with the rule that decided. */
  explain: boolean;
  pull?: string | undefined;
  /** At most so many, in place of the config's. */
  max?: number | undefined;
  /** The root of the working copy. */
  root: string;
}

/** Gives the exit code: 0, for whatever was found. Throws `UserError` for input that cannot be read. */
export async function mine(target: string, options: MineFlags, sources: MineSources, output: Output): Promise<number> {
  if (options.jsonl) {
    for (const result of mineJsonl((await readTarget(target, sources.stdin)).split("\n"))) {
      output.out(JSON.stringify(result));
    }
    return 0;
  }
  const given = await readConfig(options.root);
  const capture = { ...given.capture, ...(options.max !== undefined && { max_per_pull_request: options.max }) };
  const config = { ...given, capture, mode: "commit" as const };
  const { feedback: read, directories } = await readFeedback(target, options.pull, sources);
  const feedback = await redactFeedback(read, sources.redact);
  const { pullRequest } = feedback;
  const mayBeMined = (): boolean => true;
  const decided = decideFindings(feedback, { config, mayBeMined });
  const { texts } = decided;
  if (!given.enabled) output.err(DISABLED);
  if (given.mode === "preview" && options.write) output.err(WRITES_IN_PREVIEW);
  if (options.explain) {
    explain(output, texts, { config: given, pullRequest });
    return 0;
  }
  const mined = toMined(decided, config);
  const local = await listDirectories(options.root, config.directory);
  const snapshot = toSnapshot(feedback, [...local, ...directories], config);
  const botLogin = "enhance";
  const decision = decideCapture(snapshot, mined, { config, asked: EVERYTHING, lost: new Set(), botLogin });
  // What stands in the working copy is its owner's to change.
  const decisions = decision.decisions.filter(({ action }) => action === "add");
  const plan = planCapture(snapshot, { ...decision, decisions }, { config, contents: new Map(), botLogin });
  const items = plan.action === "apply" ? plan.added : [];
  const files = plan.action === "apply" ? newFilesOf(plan.commits) : [];
  const waiting = items.flatMap(({ id, key }) => {
    const suggestion = mined.suggestions.find((each) => each.key === key);
    const until = suggestion && waitInWords(suggestion, pullRequest, given);
    return until === undefined ? [] : [{ id, until }];
  });
  const leftOut = [...mined.leftOut, ...decision.overCap];
  const overCap = decision.overCap.length;
  if (options.write) await writeNewFiles(options.root, files);

  if (options.json) {
    const contents = Object.fromEntries(files.map(({ path, content }) => [path, content]));
    const notRead = texts.flatMap(({ feedback: { url }, unread }) => (unread === undefined ? [] : [{ url, unread }]));
    output.out(JSON.stringify({ written: options.write, items, waiting, files: contents, leftOut, notRead }, null, 2));
    return 0;
  }
  const { directory } = config;
  for (const item of items) {
    printItem(output, item, { directory, wait: waiting.find(({ id }) => id === item.id)?.until });
  }
  printLeftOut(output, leftOut);
  printUnread(output, texts);
  if (overCap > 0) output.out(BEYOND_THE_CAP);
  const known = mined.suggestions.length - items.length - overCap;
  const summary = summarise(items.length, { known, overCap, isWritten: options.write });
  output.out(texts.length === 0 ? NO_TEXTS : summary);
  return 0;
}

/** Whoever runs the verb asks for the whole pull request. */
const EVERYTHING: Asked = { isMuted: false, whole: "enhance", threads: new Map(), created: [] };

function newFilesOf(commits: readonly CommitPlan[]): NewFile[] {
  return commits.flatMap(({ files }) =>
    files.flatMap(({ path, content }) => (content === null ? [] : [{ path, content }])),
  );
}

const DISABLED = `enhance: enabled is false in ${CONFIG_PATH}: the App captures nothing here, and this goes on all the same`;

const WRITES_IN_PREVIEW = `enhance: mode is preview in ${CONFIG_PATH}: the App writes nothing here, and --write does all the same`;

const BEYOND_THE_CAP = `for those over the cap, say --max <n>, or raise capture.max_per_pull_request in ${CONFIG_PATH}`;

function summarise(
  count: number,
  { known, overCap, isWritten }: { known: number; overCap: number; isWritten: boolean },
): string {
  const notes = [...(known > 0 ? [`${known} known already`] : []), ...(overCap > 0 ? [`${overCap} over the cap`] : [])];
  const besides = notes.length > 0 ? ` (${notes.join(", ")})` : "";
  if (count === 0) return `nothing to capture${besides}`;
  const noun = countOf(count, "enhancement");
  return isWritten ? `wrote ${noun}${besides}` : `would create ${noun}${besides}; --write creates them here`;
}

/** The working copy in the place of a repository on GitHub: no branches, no follow-ups. */
function toSnapshot(feedback: PullRequestFeedback, directories: DirectoryListing[], config: Config): Snapshot {
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
      config: { ok: true, config },
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
