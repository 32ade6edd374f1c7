/** Mining: all that was written on a pull request in, the suggestions worth keeping out. Pure. */
import type { Config } from "../config.ts";
import { sameLogin, type Author, type Feedback, type PullRequestFeedback } from "../review.ts";
import type { LeftOut, Mined, Suggestion } from "../suggestion.ts";
import { censusOf } from "./census.ts";
import { toSuggestion } from "./describe.ts";
import type { Mark } from "./finding.ts";
import { matchesGlob } from "./glob.ts";
import { mineBody, type Judged, type MinedBody } from "./mine-body.ts";
import type { Code } from "./rules/rule.ts";
import { foldSightings } from "./sightings.ts";
import { readThread } from "./threads.ts";

export interface MineOptions {
  config: Config;
  /** Whose words count. Tools are also held to `capture.from.tools`. */
  mayBeMined: (author: Author) => boolean;
  /** Our own login: what we wrote is never mined. */
  ownLogin?: string;
}

const GROUPS: Readonly<Record<Code, LeftOut["group"] | undefined>> = {
  W1: undefined,
  W2: undefined,
  W3: undefined,
  N1: "nit",
  N2: "vague",
  N3: "settled",
  N4: "informational",
  N5: "process",
};

/** An alert has a state of its own where its tool keeps it. */
const TRACKED = { group: "settled", reason: "its tool keeps track of it elsewhere" } as const;

/** Find the suggestions worth keeping, in the order they were written, and say what was left out and why. */
export function mineSuggestions(feedback: PullRequestFeedback, options: MineOptions): Mined {
  const suggestions: Suggestion[] = [];
  const leftOut: LeftOut[] = [];
  const incomplete: NonNullable<Mined["incomplete"]> = [];
  for (const written of textsOf(feedback, options)) {
    const { text, marks, isReply } = written;
    const body = mineBody(text.body, { author: text.author, isOnCode: text.kind === "review-comment", isReply, marks });
    if (!isWanted(text, body, options)) continue;
    const tool = body.tool?.name ?? null;
    const census = censusOf(body);
    if (census.counted > census.found) incomplete.push({ ...census, tool, url: text.url });
    for (const [index, judged] of body.judged.entries()) {
      const suggestion = toSuggestion(judged, { feedback: text, pull: feedback, tool, index, ...written });
      const isAlert = body.tool?.isTrackedElsewhere === true;
      const refusal = isAlert ? TRACKED : refuse(judged, suggestion, options.config, written.because);
      if (!refusal) suggestions.push(suggestion);
      else {
        const { key, title, source } = suggestion;
        leftOut.push({ key, author: source.author, title, quote: judged.quote, url: text.url, ...refusal });
      }
    }
  }
  return { suggestions: foldSightings(suggestions), leftOut, ...(incomplete.length > 0 && { incomplete }) };
}

interface Text {
  text: Feedback;
  marks: readonly Mark[];
  /** Why it is settled, as a clause, where it is. */
  because?: string;
  isReply: boolean;
  /** It begins a thread on lines that have changed since. */
  isOutdated?: boolean;
  /** Who said that they would do it later. */
  promisedBy?: string;
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
    const promisedBy = promise?.author?.login;
    for (const [index, text] of thread.comments.entries()) {
      if (text === promise) continue;
      const isReply = index > 0;
      const isSettled = marks.includes("settled");
      texts.push({
        ...{ text, isReply, marks: !isReply || isSettled ? marks : [] },
        ...(because !== undefined && { because }),
        ...(!isReply && { isOutdated: thread.isOutdated }),
        ...(!isReply && promisedBy !== undefined && { promisedBy }),
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

/** Why a finding is left out, or nothing. */
function refuse(
  { verdict, finding }: Judged,
  { confidence, source }: Suggestion,
  { capture }: Config,
  because: string | undefined,
): Pick<LeftOut, "group" | "reason"> | undefined {
  const group = GROUPS[verdict.code];
  if (group) return { group, reason: (group === "settled" ? because : undefined) ?? verdict.rule.reason };
  if (finding.path !== undefined && capture.ignore_paths.some((glob) => matchesGlob(source.path ?? "", glob))) {
    return { group: "ignored by config", reason: `the config ignores this path` };
  }
  const isPromised = finding.marks.includes("elsewhere");
  if (!isPromised && !capture.kinds.includes(verdict.kind))
    return { group: "ignored by config", reason: `the config leaves out the kind "${verdict.kind}"` };
  if (confidence < capture.minimum_confidence) {
    return { group: "low confidence", reason: `its confidence, ${confidence}, is below ${capture.minimum_confidence}` };
  }
  return undefined;
}
