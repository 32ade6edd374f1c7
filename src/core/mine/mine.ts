/** Mining: all that was written on a pull request in, the suggestions worth keeping out. Pure. */
import { compareStrings } from "../compare-strings.ts";
import type { Config } from "../config.ts";
import {
  hiddenClause,
  plainLogin,
  sameLogin,
  type Author,
  type Feedback,
  type PullRequestFeedback,
} from "../review.ts";
import type { Incomplete, LeftOut, Mined, Suggestion } from "../suggestion.ts";
import { bundleNits } from "./bundle-nits.ts";
import { censusOf } from "./census.ts";
import { toSuggestion } from "./describe.ts";
import type { Mark } from "./finding.ts";
import { isMeant } from "./glob.ts";
import { mineBody, type Judged, type MinedBody } from "./mine-body.ts";
import { ownPriority } from "./own-priority.ts";
import { refuseFinding, type Refusal } from "./refuse-finding.ts";
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
export interface FindingDecision {
  suggestion: Suggestion;
  judged: Judged;
  /** Absent when it is kept. */
  refusal?: Refusal;
}

/** A text, and every finding in it with what was decided of it. */
export interface TextDecisions {
  feedback: Feedback;
  decisions: FindingDecision[];
  /** Why its words do not count, as a clause, where they do not. */
  unread?: string;
}

interface Decided {
  texts: TextDecisions[];
  incomplete: Incomplete[];
}

/** Find the suggestions worth keeping, in the order they were written, and say what was left out and why. */
export function mineSuggestions(feedback: PullRequestFeedback, options: MineOptions): Mined {
  return toMined(decideFindings(feedback, options), options.config);
}

/** What was decided, with the same suggestion once, however often it was written. */
export function toMined({ texts, incomplete }: Decided, { capture }: Config): Mined {
  const decisions = texts.flatMap((text) => text.decisions);
  const kept = decisions.filter(({ refusal }) => refusal === undefined);
  const isBundled = ({ judged }: FindingDecision): boolean => capture.nits === "bundle" && judged.verdict.code === "N1";
  const suggestions = foldSightings(kept.filter((one) => !isBundled(one)).map(({ suggestion }) => suggestion));
  const nits = foldSightings(kept.filter(isBundled).map(({ suggestion }) => suggestion));
  const leftOut = decisions.flatMap(({ suggestion: { key, title, source }, judged: { quote }, refusal }): LeftOut[] =>
    refusal ? [{ key, author: source.author, title, quote, url: source.url ?? "", ...refusal }] : [],
  );
  return { suggestions: [...suggestions, ...bundleNits(nits)], leftOut, ...(incomplete.length > 0 && { incomplete }) };
}

/** Every text with what was decided of its findings, in the order they were written; and the texts that hold more. */
export function decideFindings(feedback: PullRequestFeedback, options: MineOptions): Decided {
  const { config } = options;
  const texts: TextDecisions[] = [];
  const incomplete: Incomplete[] = [];
  const read = textsOf(feedback, options).map((written) => {
    const body = readText(written, feedback, options);
    return { ...written, body, unread: written.isPromise === true ? PROMISE : refuseText(written.text, body, options) };
  });
  const gone = noLongerRaised(read.filter(({ unread }) => unread === undefined));
  for (const { body, unread, ...written } of read) {
    const { text } = written;
    const decisions: FindingDecision[] = [];
    texts.push({ feedback: text, decisions, ...(unread !== undefined && { unread }) });
    if (unread !== undefined) continue;
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
        : (refuseFinding(judged, suggestion, config, written.because) ?? (isGone ? notRaisedBy(tool) : undefined));
      decisions.push({ suggestion, judged, ...(refusal && { refusal }) });
    }
  }
  return { texts, incomplete };
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
  /** It promises to do later what it answers. */
  isPromise?: boolean;
  /** It begins a thread on lines that have changed since. */
  isOutdated?: boolean;
  /** The reply that says that it will be done later. */
  promise?: Feedback;
}

const PROMISE = "it counts for the comment that it answers: it puts that off";
const DISMISSED = { marks: ["settled"], because: "its review was dismissed" } as const;

/** Every text with what its thread says of it, oldest first. */
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
      const isReply = index > 0;
      const isSettled = marks.includes("settled");
      texts.push({
        ...{ text, isReply, marks: !isReply || isSettled ? marks : [] },
        ...(text === promise && { isPromise: true }),
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
      (one, other) =>
        compareStrings(one.text.createdAt, other.text.createdAt) || one.text.databaseId - other.text.databaseId,
    );
}

/** Why the words of a text, by its author and on its path, do not count; nothing when they do. */
function refuseText(
  text: Feedback,
  { tool }: MinedBody,
  { config, mayBeMined, ownLogin }: MineOptions,
): string | undefined {
  const { author, path } = text;
  const hidden = hiddenClause(text);
  if (hidden !== undefined) return `it ${hidden}`;
  if (!author) return "nobody is named as its author";
  const { login, kind } = author;
  if (ownLogin !== undefined && kind === "bot" && sameLogin(login, ownLogin)) return "it is our own";
  const { from, ignore_paths } = config.capture;
  if (path !== undefined && ignore_paths.some((pattern) => isMeant(path, pattern)))
    return "the config ignores its path";
  if (kind === "human" && from.people === "none") return "the config leaves out what people say";
  if (kind === "bot") {
    if (from.tools === "none") return "the config leaves out what review tools say";
    const names = from.tools === "known" ? undefined : from.tools;
    if (names && !names.some((name) => isNameOf(tool, name) || sameLogin(name, login)))
      return `the config does not name ${login} in capture.from.tools`;
    if (!names && !tool)
      return `${login} is no review tool that is known; name it in capture.from.tools to have it read`;
  }
  return mayBeMined(author) ? undefined : "the words of its author do not count";
}

/** Tools are named as we call them, or by any account they ever wrote under. */
function isNameOf(tool: MinedBody["tool"], name: string): boolean {
  return tool !== undefined && (name === tool.name || tool.logins.includes(plainLogin(name)));
}
