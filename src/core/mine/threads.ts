/** What a thread says of its first comment: settled, or put off until later. */
import { plainLogin, type Author, type Feedback, type PullRequestFeedback, type Thread } from "../review.ts";
import { hasOwnWords } from "./body-text.ts";
import { deferralIn } from "./cues.ts";
import type { Mark } from "./finding.ts";
import { readInline } from "./inline.ts";
import { parseDocument } from "./markdown.ts";

const DONE =
  /^\W{0,9}(?:done|fixed|resolved|addressed|updated|applied|changed|removed|added|renamed|good catch,? fixed|thanks,? fixed)\b(?!.{0,80}\b(?:not|later|but)\b)|\b(?:fixed|done|addressed|resolved|changed) in (?:[0-9a-f]{7,40}\b|`x`|the latest|commit|my last)/;
const DECLINED =
  /\b(?:won't (?:fix|do|change)|not going to|by design|as (?:designed|intended|expected)|this is intentional|intentional\b|i disagree|false positive|not an issue|already (?:done|fixed|handled|covered|tracked))\b/;

export interface ThreadSays {
  marks: Mark[];
  /** Why it is settled, as a clause, where it is. */
  because?: string;
  /** The reply that puts it off, if one does. */
  promise?: Feedback;
}

/** Read the replies of a thread. `mayBeMined` says whose promise counts beside the pull request's author's. */
export function readThread(
  thread: Thread,
  { pullRequest }: PullRequestFeedback,
  mayBeMined: (author: Author) => boolean,
): ThreadSays {
  const [root, ...replies] = thread.comments;
  const promise = replies.findLast(({ author, body }) => {
    if (!author || author.kind === "bot") return false;
    const isOwner = pullRequest.author !== null && plainLogin(author.login) === plainLogin(pullRequest.author.login);
    return (isOwner || mayBeMined(author)) && isPromise(body);
  });
  if (promise) return { marks: ["elsewhere"], promise };
  const rootDefers = root !== undefined && deferralIn(proseOf(root.body))?.strength === 3;
  if (thread.isResolved && !rootDefers) return { marks: ["settled"], because: "its thread is resolved" };
  const last = replies.findLast(({ author, body }) => author?.kind === "human" && hasOwnWords(body));
  if (last === undefined || rootDefers) return { marks: [] };
  const prose = proseOf(last.body);
  if (DONE.test(prose)) return { marks: ["settled"], because: "its thread says that it is done" };
  return DECLINED.test(prose) ? { marks: ["settled"], because: "it was declined in its thread" } : { marks: [] };
}

/** The reply puts the matter off until later, in words outside quotes and code. */
export function isPromise(body: string): boolean {
  const prose = proseOf(body);
  return (
    deferralIn(prose)?.strength === 3 &&
    !/\bnot (?:in )?a follow-?up\b|\bno follow-?up\b/.test(prose) &&
    !DONE.test(prose)
  );
}

function proseOf(body: string): string {
  return parseDocument(body)
    .blocks.filter(({ kind, quote }) => kind === "text" && quote === 0)
    .map(({ content }) => readInline(content).prose)
    .join(" ");
}
