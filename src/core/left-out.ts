/** What a capture leaves out, with the reason as a maintainer reads it. */
import type { Config } from "./config.ts";
import type { PullRequestFeedback } from "./review.ts";
import { takenError, type Rolling } from "./rolling-place.ts";
import type { LeftOut, OverCap, Suggestion } from "./suggestion.ts";

/** The same was declined in another follow-up, by its number. */
export function toDeclined(suggestion: Suggestion, followUp: number): LeftOut {
  return leaveOut(suggestion, { group: "settled", reason: `declined before, in pull request ${followUp}` });
}

/** It is on file, and cannot be noted there while somebody else's commit is on the rolling branch. */
export function toHeld(suggestion: Suggestion, rolling: Rolling): LeftOut {
  return leaveOut(suggestion, {
    group: "settled",
    reason: `known already, but not noted: ${takenError(rolling).message}`,
  });
}

/** It found no room under the cap. */
export function toOverCap(suggestion: Suggestion, { threads }: PullRequestFeedback, { capture }: Config): OverCap {
  const { priority, source } = suggestion;
  const isInThread =
    source.kind === "review-comment" && threads.some(({ comments: [root] }) => root?.databaseId === source.commentId);
  const reason = `at most ${capture.max_per_pull_request} from one pull request`;
  const left = leaveOut(suggestion, { group: "over the cap", reason });
  return { ...left, priority, isInThread };
}

function leaveOut({ key, title, quote, source }: Suggestion, why: Pick<LeftOut, "group" | "reason">): LeftOut {
  return { key, author: source.author, title, quote, url: source.url ?? "", ...why };
}
