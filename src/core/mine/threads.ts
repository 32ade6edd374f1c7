/** What a thread says of its first comment: settled, or put off until later. */
import { sameLogin, type Author, type Feedback, type PullRequestFeedback, type Thread } from "../review.ts";
import { deferralIn } from "./cues.ts";
import type { Mark } from "./finding.ts";
import { readInline } from "./inline.ts";
import { parseDocument } from "./markdown.ts";
import { readReply, type Saying, type Voice } from "./reply.ts";

export interface ThreadSays {
  marks: Mark[];
  /** Why it is settled, as a clause, where it is. */
  because?: string;
  /** The reply that puts it off, if one does. */
  promise?: Feedback;
}

/** A reply that says something, with what it says. */
interface Said extends Saying {
  reply: Feedback;
}

const BECAUSE = {
  done: "its thread says that it is done",
  declined: "it was declined in its thread",
  retracted: "whoever wrote it took it back in its thread",
} as const;

/**
 * Read the replies of a thread. `mayBeMined` says whose word counts beside the pull request's author's.
 *
 * The latest reply that says something decides. But what was promised once, in a reply or in the first comment, stays
 * promised until a later reply ends it firmly: done in a commit, declined, taken back, or wanted now. A thread that is
 * resolved is settled, unless it is promised. What a tool says under its own comment counts where no person says anything.
 */
export function readThread(
  thread: Thread,
  feedback: PullRequestFeedback,
  mayBeMined: (author: Author) => boolean,
): ThreadSays {
  const [root] = thread.comments;
  const said = sayingsOf(thread, feedback, mayBeMined);
  const isPutOff = root !== undefined && isPutOffIn(root.body);
  const decided = decide(said) ?? (isPutOff ? undefined : decide(sayingsByTool(thread)));
  if (decided?.says === "promised") return { marks: ["elsewhere"], promise: decided.reply };
  if (isPutOff && decided?.isFirm !== true) return { marks: [] };
  if (thread.isResolved) return { marks: ["settled"], because: "its thread is resolved" };
  return decided === undefined || decided.says === "open"
    ? { marks: [] }
    : { marks: ["settled"], because: BECAUSE[decided.says] };
}

/** Who wrote the replies that decide, did everybody's word count, and the comments that they answer. */
export function peopleToAsk(feedback: PullRequestFeedback): Author[] {
  return feedback.threads.flatMap((thread) => {
    const said = sayingsOf(thread, feedback, () => true);
    return said.length === 0
      ? []
      : [thread.comments[0], ...said.map(({ reply }) => reply)].flatMap((text) => text?.author ?? []);
  });
}

/** What decides, of all that was said. Oldest first. */
function decide(said: readonly Said[]): Said | undefined {
  const last = said.at(-1);
  if (!last || last.isFirm) return last;
  const firm = said.findLast(({ isFirm }) => isFirm);
  if (firm?.says === "promised") return firm;
  if (last.says !== "retracted") return last;
  // "Fair enough." to somebody who is going to change it takes nothing back.
  const before = said.findLast(({ reply }) => reply.author?.login !== last.reply.author?.login);
  return before?.says === "open" ? before : last;
}

function sayingsOf(
  thread: Thread,
  { pullRequest }: PullRequestFeedback,
  mayBeMined: (author: Author) => boolean,
): Said[] {
  const [root] = thread.comments;
  return repliesIn(thread).flatMap((reply) => {
    const { author } = reply;
    if (author?.kind !== "human") return [];
    const mayDecide = isBy(pullRequest.author, author) || mayBeMined(author);
    const isOfRoot = isBy(root?.author, author);
    return mayDecide || isOfRoot ? saidBy(reply, { mayDecide, isOfRoot }) : [];
  });
}

/** What is hidden decides nothing. */
function repliesIn({ comments: [, ...replies] }: Thread): Feedback[] {
  return replies.filter(({ hidden }) => hidden === undefined);
}

function sayingsByTool(thread: Thread): Said[] {
  const [root] = thread.comments;
  if (root?.author?.kind !== "bot") return [];
  return repliesIn(thread)
    .filter(({ author }) => author?.kind === "bot" && isBy(root.author, author))
    .flatMap((reply) => saidBy(reply, { mayDecide: true, isOfRoot: true }))
    .filter(({ says, isFirm }) => isFirm && says !== "promised");
}

function saidBy(reply: Feedback, voice: Voice): Said[] {
  const saying = readReply(reply.body, voice);
  return saying ? [{ ...saying, reply }] : [];
}

function isBy(one: Author | null | undefined, { login }: Author): boolean {
  return one !== null && one !== undefined && sameLogin(one.login, login);
}

/** Words outside quotes and code put it off. */
function isPutOffIn(body: string): boolean {
  const prose = parseDocument(body)
    .blocks.filter(({ kind, quote }) => kind === "text" && quote === 0)
    .map(({ content }) => readInline(content).prose)
    .join(" ");
  return deferralIn(prose)?.strength === 3;
}
