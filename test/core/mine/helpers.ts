import type { Author, Feedback, PullRequestFeedback, Thread } from "../../../src/core/review.ts";
import { DEFAULT_CONFIG } from "../../../src/core/config.ts";
import type { MineOptions } from "../../../src/core/mine/mine.ts";

export const REVIEWER: Author = { login: "robin", kind: "human" };
export const AUTHOR: Author = { login: "sam", kind: "human" };
export const CODERABBIT: Author = { login: "coderabbitai[bot]", kind: "bot" };

export const OPTIONS: MineOptions = { config: DEFAULT_CONFIG, mayBeMined: () => true, ownLogin: "review-miner[bot]" };

let ids = 0;

/** A text by the reviewer unless told otherwise; each has its own id and minute. */
export function text(body: string, given: Partial<Feedback> = {}): Feedback {
  ids += 1;
  return {
    kind: "issue-comment",
    nodeId: `C_${ids}`,
    databaseId: ids,
    url: `https://github.com/octo/api/pull/123#c${ids}`,
    author: REVIEWER,
    body,
    createdAt: new Date(Date.UTC(2026, 0, 1, 0, ids)).toISOString(),
    ...given,
  };
}

/** A comment on a line of code. */
export function inline(body: string, given: Partial<Feedback> = {}): Feedback {
  return text(body, {
    kind: "review-comment",
    path: "src/db/client.ts",
    line: 42,
    commit: "a".repeat(40),
    reviewId: 7,
    ...given,
  });
}

export function thread(comments: Feedback[], given: Partial<Thread> = {}): Thread {
  return { nodeId: `T_${comments[0]?.databaseId ?? 0}`, isResolved: false, isOutdated: false, comments, ...given };
}

export function pull(given: Partial<PullRequestFeedback>): PullRequestFeedback {
  return {
    repository: { id: 1, fullName: "octo/api" },
    pullRequest: {
      number: 123,
      title: "Add the client",
      url: "https://github.com/octo/api/pull/123",
      author: AUTHOR,
      state: "open",
      isDraft: false,
      createdAt: "2026-01-01T00:00:00Z",
      baseRef: "main",
      headRef: "client",
      headSha: "a".repeat(40),
      isFork: false,
    },
    reviews: [],
    threads: [],
    comments: [],
    ...given,
  };
}
