/** What people asked for by command joins what mining found: an asked-for thread is kept whatever mining thinks of it. */
import type { Asked } from "../asked.ts";
import { isOwnWords, saidAt, type Author, type Feedback, type PullRequestFeedback, type Thread } from "../review.ts";
import { findSource } from "../pair-items.ts";
import type { Mined, Suggestion } from "../suggestion.ts";
import { hasOwnWords, quoteBetween } from "./body-text.ts";
import { sourceOf, toSuggestion } from "./describe.ts";
import type { Finding } from "./finding.ts";
import { hasWords } from "./has-words.ts";
import { readInline } from "./inline.ts";
import { parseDocument, type Block, type Document } from "./markdown.ts";
import { mineBody } from "./mine-body.ts";
import type { MineOptions } from "./mine.ts";
import { titleOf } from "./title.ts";

/** The longest piece of a reply that an item repeats, in characters. */
const LONGEST_REPLY = 300;
const NOTHING_SAID = { outcomes: [], criteria: [], references: { issues: [], specs: [], links: [], files: [] } };

/** The label of a conventional comment says nothing in a title. */
const LABEL = /^(?:\*\*)?[a-z][a-z-]{2,11}(?: \([^()\n]{1,60}\))?:(?:\*\*)? /i;

/**
 * Adds what was asked for. Suggestions of an asked-for thread are marked, and repeat its replies by people whose words
 * count; a thread without any becomes one. A priority that was given for the whole pull request is that of all that was
 * there by then, but for a thread that was given its own. What was hidden is not kept, whoever asks.
 */
export function withAsked(mined: Mined, asked: Asked, feedback: PullRequestFeedback, options: MineOptions): Mined {
  let { leftOut } = mined;
  let suggestions = mined.suggestions.map((suggestion) => withPriorityOfAll(suggestion, asked, feedback));
  for (const { thread, by, at, priority } of asked.threads.values()) {
    const [root] = thread.comments;
    // Whoever deletes the comment that was asked for leaves the command behind.
    if (!root || root.hidden !== undefined || !hasOwnWords(root.body)) continue;
    const isOfThread = ({ source }: Suggestion) => source.kind === root.kind && source.commentId === root.databaseId;
    const found = suggestions.some(isOfThread)
      ? []
      : [withPriorityOfAll(suggestionOf(thread, feedback), asked, feedback)];
    const replies = discussionIn(thread, options);
    suggestions = [...suggestions, ...found].map((suggestion) => {
      if (!isOfThread(suggestion)) return suggestion;
      return {
        ...suggestion,
        priority: priority ?? suggestion.priority,
        reasons: [`asked for by ${by} with /enhance`, ...(found.length > 0 ? [] : suggestion.reasons)],
        ...(replies.length > 0 && { replies }),
        confidence: 1,
        isBlocking: false,
        askedBy: by,
        askedAt: at,
      };
    });
    leftOut = leftOut.filter(({ key }) => !suggestions.some((suggestion) => suggestion.key === key));
  }
  return { ...mined, suggestions: [...suggestions, ...asked.created.map((wish) => fromWish(wish, feedback))], leftOut };
}

function withPriorityOfAll(suggestion: Suggestion, { priority }: Asked, feedback: PullRequestFeedback): Suggestion {
  if (!priority || shownAt(suggestion, feedback) > priority.at) return suggestion;
  return { ...suggestion, priority: priority.value, ownPriority: suggestion.priority };
}

/** ISO 8601: since when people see all that its text says. A comment is shown when its review is sent. */
function shownAt(suggestion: Suggestion, feedback: PullRequestFeedback): string {
  const text = findSource(suggestion, feedback);
  const written = text ? saidAt(text) : suggestion.createdAt;
  const sent = feedback.reviews.find(({ databaseId }) => databaseId === text?.reviewId)?.createdAt ?? written;
  return sent > written ? sent : written;
}

/** The comment that a thread begins with, as one suggestion. */
function suggestionOf({ comments }: Thread, feedback: PullRequestFeedback): Suggestion {
  const [root] = comments;
  if (!root) throw new Error("a thread without a comment");
  const { judged, tool, document } = mineBody(root.body, { author: root.author, isOnCode: true, isReply: false });
  const name = tool?.name ?? null;
  const [first] = judged;
  if (first) return toSuggestion(first, { feedback: root, pull: feedback, tool: name, index: 0 });

  const finding = wholeComment(document);
  return {
    ...NOTHING_SAID,
    key: `comment:${root.nodeId}:0`,
    title: titleOf(finding, root.path),
    description: finding.explanation.join("\n\n") || "See the quoted comment.",
    quote: quoteBetween(document, 0, document.text.length).quote,
    kind: "design",
    priority: null,
    reasons: [],
    confidence: 1,
    isDeferred: false,
    isBlocking: false,
    source: sourceOf(root, feedback, name, {}),
    createdAt: root.createdAt,
    sightings: [],
  };
}

/** All that a comment says, as one finding. */
function wholeComment({ text, blocks }: Document): Finding {
  const own = blocks.filter(({ kind, quote }) => (kind === "text" || kind === "heading") && quote === 0);
  const read = own.map(({ content }, index) => readInline(index === 0 ? content.replace(LABEL, "") : content));
  const place = { content: text, from: 0, line: 0 };
  const block: Block = {
    kind: "text",
    content: text,
    level: 0,
    info: "",
    quote: 0,
    items: [],
    details: [],
    row: 0,
    place,
  };
  return {
    ...{ block, from: 0, to: text.length, shape: "sentence", section: "", marks: [] },
    plain: read[0]?.plain ?? "",
    prose: read[0]?.prose ?? "",
    context: read.map(({ prose }) => prose).join(" "),
    explanation: read.map(({ plain }) => plain).filter((plain) => plain !== ""),
    hasSuggestion: false,
    isClaimed: true,
  };
}

/** Who said something in the threads that were asked for: their roles decide whether it is repeated. */
export function peopleInThreads({ threads }: Asked): Author[] {
  return [...threads.values()].flatMap(({ thread }) => repliesOf(thread).flatMap(({ author }) => author ?? []));
}

/** What people said in the thread, for whoever reads the item without it. Commands and bare thanks say nothing. */
function discussionIn(thread: Thread, { config, mayBeMined }: MineOptions): string[] {
  if (config.capture.from.people === "none") return [];
  return repliesOf(thread).flatMap(({ author, body }) => {
    if (!author || !mayBeMined(author)) return [];
    const words = parseDocument(body)
      .blocks.filter(({ kind, quote }) => kind === "text" && quote === 0)
      .map(({ content }) => readInline(content).plain)
      .join(" ");
    if (!hasWords(words, 4)) return [];
    const short = words.length > LONGEST_REPLY ? `${words.slice(0, LONGEST_REPLY).toWellFormed()}…` : words;
    return [`${author.login} replied: ${short}`];
  });
}

/** The replies of people that are shown, in their own words. */
function repliesOf({ comments: [, ...replies] }: Thread): Feedback[] {
  return replies.filter((reply) => reply.author?.kind === "human" && reply.hidden === undefined && isOwnWords(reply));
}

function fromWish(
  { title, by, text, at, index, priority }: Asked["created"][number],
  feedback: PullRequestFeedback,
): Suggestion {
  return {
    ...NOTHING_SAID,
    key: `comment:${text.nodeId}:create-${index}`,
    title,
    description: title,
    quote: title,
    kind: "other",
    priority: priority ?? null,
    reasons: [`created by ${by.login} with /enhance`],
    confidence: 1,
    isDeferred: false,
    isBlocking: false,
    source: { ...sourceOf(text, feedback, null, {}), kind: "manual" },
    createdAt: at,
    sightings: [],
    askedBy: by.login,
    askedAt: at,
  };
}
