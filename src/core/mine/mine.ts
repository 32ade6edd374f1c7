/** Mining: all that was written on a pull request in, the suggestions worth keeping out. Pure. */
import type { Config } from "../config.ts";
import { sameLogin, type Author, type Feedback, type PullRequestFeedback } from "../review.ts";
import type { Incomplete, LeftOut, Mined, Suggestion } from "../suggestion.ts";
import { bundleNits } from "./bundle-nits.ts";
import { censusOf } from "./census.ts";
import { toSuggestion } from "./describe.ts";
import type { Mark } from "./finding.ts";
import { matchesGlob } from "./glob.ts";
import { mineBody, type Judged, type MinedBody } from "./mine-body.ts";
import { ownPriority } from "./own-priority.ts";
import { refuse, type Refusal } from "./refuse.ts";
import { foldSightings } from "./sightings.ts";
import { noLongerRaised } from "./superseded.ts";
import { readThread } from "./threads.ts";

export interface MineOptions {
  config: Config;
  /** Whose words count. Tools are also held to `capture.from.tools`. */
  mayBeMined: (author: Author) => boolean;
  /** Our own login: what we wrote is never mined. */
  ownLogin?: string;
}

/** An alert has a state of its own where its tool keeps it. */
const TRACKED: Refusal = { group: "settled", reason: "its tool keeps track of it elsewhere" };

/** A finding, and what was decided of it. */
export interface Decision {
  suggestion: Suggestion;
  judged: Judged;
  /** Absent when it is kept. */
  refusal?: Refusal;
}

/** Find the suggestions worth keeping, in the order they were written, and say what was left out and why. */
export function mineSuggestions(feedback: PullRequestFeedback, options: MineOptions): Mined {
  const { decisions, incomplete } = decideFindings(feedback, options);
  const kept = decisions.filter(({ refusal }) => refusal === undefined);
  const isBundled = ({ judged }: Decision): boolean =>
    options.config.capture.nits === "bundle" && judged.verdict.code === "N1";
  const suggestions = foldSightings(kept.filter((one) => !isBundled(one)).map(({ suggestion }) => suggestion));
  const nits = foldSightings(kept.filter(isBundled).map(({ suggestion }) => suggestion));
  const leftOut = decisions.flatMap(({ suggestion: { key, title, source }, judged: { quote }, refusal }): LeftOut[] =>
    refusal ? [{ key, author: source.author, title, quote, url: source.url ?? "", ...refusal }] : [],
  );
  return { suggestions: [...suggestions, ...bundleNits(nits)], leftOut, ...(incomplete.length > 0 && { incomplete }) };
}

/** Every finding with what was decided of it, in the order they were written; and the texts that hold more. */
export function decideFindings(
  feedback: PullRequestFeedback,
  options: MineOptions,
): { decisions: Decision[]; incomplete: Incomplete[] } {
  const { config } = options;
  const decisions: Decision[] = [];
  const incomplete: Incomplete[] = [];
  const read = textsOf(feedback, options)
    .map((written) => ({ ...written, body: readText(written, feedback, options) }))
    .filter(({ text, body }) => isWanted(text, body, options));
  const gone = noLongerRaised(read);
  for (const { body, ...written } of read) {
    const { text } = written;
    const tool = body.tool?.name ?? null;
    const census = censusOf(body);
    if (census.counted > census.found) incomplete.push({ ...census, tool, url: text.url });
    for (const [index, judged] of body.judged.entries()) {
      const mined = toSuggestion(judged, { feedback: text, pull: feedback, tool, index, ...written });
      const priority = ownPriority(judged, body, config.capture.priorities) ?? mined.priority;
      const suggestion = { ...mined, priority };
      const isAlert = body.tool?.isTrackedElsewhere === true;
      const isGone = tool !== null && gone.has(judged);
      const refusal = isAlert
        ? TRACKED
        : (refuse(judged, suggestion, config, written.because) ?? (isGone ? notRaisedBy(tool) : undefined));
      decisions.push({ suggestion, judged, ...(refusal && { refusal }) });
    }
  }
  return { decisions, incomplete };
}

function notRaisedBy(tool: string): Refusal {
  return { group: "settled", reason: `a newer review by ${tool} no longer raises it` };
}

function readText({ text, isReply, marks }: Text, feedback: PullRequestFeedback, { config }: MineOptions): MinedBody {
  const { author } = text;
  const opener = feedback.pullRequest.author;
  const isOnCode = text.kind === "review-comment";
  const isOwnChange = author?.kind === "human" && opener !== null && sameLogin(author.login, opener.login);
  const deferWords = config.capture.words.defer;
  return mineBody(text.body, { author, isOnCode, isReply, isOwnChange, marks, deferWords });
}

interface Text {
  text: Feedback;
  marks: readonly Mark[];
  /** Why it is settled, as a clause, where it is. */
  because?: string;
  isReply: boolean;
  /** It begins a thread on lines that have changed since. */
  isOutdated?: boolean;
  /** The reply that says that it will be done later. */
  promise?: Feedback;
}

const DISMISSED = { marks: ["settled"], because: "its review was dismissed" } as const;

/** Every text with what its thread says of it, oldest first. A promise stands for the comment it answers. */
function textsOf(feedback: PullRequestFeedback, { mayBeMined }: MineOptions): Text[] {
  const texts: Text[] = [...feedback.reviews, ...feedback.comments].map((text) => ({
    text,
    marks: [],
    isReply: false,
    ...(text.reviewState === "dismissed" && DISMISSED),
  }));
  for (const thread of feedback.threads) {
    const { marks, because, promise } = readThread(thread, feedback, mayBeMined);
    for (const [index, text] of thread.comments.entries()) {
      if (text === promise) continue;
      const isReply = index > 0;
      const isSettled = marks.includes("settled");
      texts.push({
        ...{ text, isReply, marks: !isReply || isSettled ? marks : [] },
        ...(because !== undefined && { because }),
        ...(!isReply && { isOutdated: thread.isOutdated }),
        ...(!isReply && promise && { promise }),
        ...(text.reviewState === "dismissed" && promise === undefined && DISMISSED),
      });
    }
  }
  return texts
    .filter(({ text }) => text.body.trim() !== "")
    .sort(
      (one, other) => compare(one.text.createdAt, other.text.createdAt) || one.text.databaseId - other.text.databaseId,
    );
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

/** Whether the words of this author, on this path, count. */
function isWanted(
  { author, path }: Feedback,
  { tool }: MinedBody,
  { config, mayBeMined, ownLogin }: MineOptions,
): boolean {
  if (!author) return false;
  if (ownLogin !== undefined && author.kind === "bot" && sameLogin(author.login, ownLogin)) return false;
  if (path !== undefined && config.capture.ignore_paths.some((glob) => matchesGlob(path, glob))) return false;
  if (author.kind === "bot") {
    const { tools } = config.capture.from;
    if (tools === "none") return false;
    const names = tools === "known" ? undefined : tools;
    if (names && !names.some((name) => name === tool?.name || sameLogin(name, author.login))) return false;
    if (!names && !tool) return false;
  } else if (config.capture.from.people === "none") return false;
  return mayBeMined(author);
}
