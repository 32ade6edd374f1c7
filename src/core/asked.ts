/**
 * What people asked of us on a source pull request with commands. It is read with everything else that stands there, so
 * that it needs no memory of ours: a capture that runs late, twice or on an empty store finds the same wishes.
 */
import { parseCommands, type EnhanceCommand } from "./command.ts";
import type { Verb } from "./command-grammar.ts";
import { compareStrings } from "./compare-strings.ts";
import type { Priority } from "./enhancement.ts";
import {
  hiddenClause,
  isOwnWords,
  saidAt,
  type Author,
  type Feedback,
  type PullRequestFeedback,
  type Thread,
} from "./review.ts";

/** A command that concerns capturing, and where it stands. */
export interface Wish {
  author: Author;
  command: EnhanceCommand;
  text: Feedback;
  /** ISO 8601: see `saidAt`. */
  at: string;
  /** The thread it stands in; absent in a review or on the conversation. */
  thread?: Thread;
}

interface AskedThread {
  thread: Thread;
  by: string;
  /** ISO 8601. */
  at: string;
  /** The last one that was given: asking without one takes none away. */
  priority?: Priority;
}

export interface Asked {
  /** Nothing more is to be captured from this pull request. */
  isMuted: boolean;
  /** Who asked for the whole pull request to be mined now. */
  whole?: string;
  /** The last one that was given with that. It is for what was written by then (ISO 8601): it was seen, and what comes is not. */
  priority?: { value: Priority; at: string };
  /** Threads to keep whatever is thought of them, by node id. */
  threads: ReadonlyMap<string, AskedThread>;
  created: readonly { title: string; by: Author; text: Feedback; at: string; index: number; priority?: Priority }[];
}

const VERBS = new Set<Verb>(["capture", "create", "ignore", "unignore"]);

/** Whether a command is a wish: it concerns the capturing of the pull request that it stands on. */
export function isWish(command: EnhanceCommand): boolean {
  return VERBS.has(command.verb) && !("fromPull" in command);
}

/** Every wish, in the order they were asked for. An edit by somebody else than the author voids the commands of a text. */
export function findWishes(feedback: PullRequestFeedback): Wish[] {
  const texts = [
    ...[...feedback.reviews, ...feedback.comments].map((text) => ({ text })),
    ...feedback.threads.flatMap((thread) => thread.comments.map((text) => ({ text, thread }))),
  ];
  return texts
    .filter(({ text }) => isOwnWords(text))
    .map((place) => ({ ...place, at: saidAt(place.text) }))
    .sort(order)
    .flatMap(({ text, ...place }) =>
      parseCommands(text.body).commands.flatMap(({ command }): Wish[] =>
        text.author && isWish(command) ? [{ author: text.author, command, text, ...place }] : [],
      ),
    );
}

/** The wishes of those who may command, taken together: of `ignore` and `unignore` the last one holds. */
export function readAsked(wishes: readonly Wish[], mayRun: (author: Author, verb: Verb) => boolean): Asked {
  const threads = new Map<string, AskedThread>();
  const created: Asked["created"][number][] = [];
  let isMuted = false;
  let whole: string | undefined;
  let priority: Asked["priority"];
  for (const { author, command, text, at, thread } of wishes) {
    if (!mayRun(author, command.verb)) continue;
    if (command.verb === "ignore") isMuted = true;
    if (command.verb === "unignore") isMuted = false;
    if (command.verb === "capture") {
      if (thread) {
        const own = command.priority ?? threads.get(thread.nodeId)?.priority;
        threads.set(thread.nodeId, { thread, by: author.login, at, ...(own && { priority: own }) });
      } else {
        whole = author.login;
        if (command.priority) priority = { value: command.priority, at };
      }
    }
    if (command.verb === "create" && "title" in command) {
      const index = created.filter((other) => other.text === text).length;
      const own = command.priority;
      created.push({ title: command.title, by: author, text, at, index, ...(own && { priority: own }) });
    }
  }
  return { isMuted, ...(whole !== undefined && { whole }), ...(priority && { priority }), threads, created };
}

/** Of the threads that were asked for, those whose first comment was hidden: by its id, how, as a clause. They are not kept. */
export function hiddenAmong({ threads }: Asked): Map<number, string> {
  const hidden = new Map<number, string>();
  for (const { thread } of threads.values()) {
    const [root] = thread.comments;
    const clause = root && hiddenClause(root);
    if (root && clause !== undefined) hidden.set(root.databaseId, clause);
  }
  return hidden;
}

function order(one: Pick<Wish, "at" | "text">, other: Pick<Wish, "at" | "text">): number {
  return compareStrings(one.at, other.at) || one.text.databaseId - other.text.databaseId;
}
