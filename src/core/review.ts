/**
 * What reviewers wrote on a pull request, as the core sees it: plain values that a forge or a file fills in.
 * Bodies are untrusted text.
 */

/** What a collaborator may do, by GitHub's permission API: each may do what those before it may. */
export const ROLES = ["none", "read", "triage", "write", "maintain", "admin"] as const;
export type Role = (typeof ROLES)[number];

/** Whether a role may do all that another may. */
export function isAtLeast(role: Role, least: Role): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(least);
}

export interface Author {
  /** As the forge spells it; REST and GraphQL spell bots differently, so compare with `sameLogin`. */
  login: string;
  kind: "human" | "bot";
  /** The account's numeric id, where the forge says it. */
  id?: number;
  /** The GitHub App that a bot is the account of, where the forge says it: it stays when the App is renamed. */
  appId?: number;
}

/** One text that somebody wrote: a review's body, a review comment, or a comment on the conversation. */
export interface Feedback {
  kind: "review" | "review-comment" | "issue-comment";
  /** GitHub's global node id: the same in REST, GraphQL and webhooks. */
  nodeId: string;
  /** The numeric id that REST uses; 0 where a file does not say. */
  databaseId: number;
  url: string;
  /** `null` when the account is gone. */
  author: Author | null;
  body: string;
  /** ISO 8601 in UTC; for a review the time it was submitted. */
  createdAt: string;
  /** Changed after it was posted; `by` is who changed it last, `null` when the account is gone; `at` when, ISO 8601 in UTC. */
  edited?: { by: string | null; at: string };
  /** Hidden by those who maintain the repository, and as what: "outdated", "spam", or empty where that is not said. */
  hidden?: string;
  /** The review this is, or belongs to. */
  reviewId?: number;
  reviewState?: "approved" | "changes_requested" | "commented" | "dismissed";
  /** Review comments alone: the file, and the line in it; no line on a comment about the whole file. */
  path?: string;
  line?: number;
  startLine?: number;
  diffHunk?: string;
  /** The commit that was reviewed, 40 hex digits. */
  commit?: string;
}

/** That a text is hidden, as a clause behind its name; nothing for one that is shown. */
export function hiddenClause({ hidden }: Feedback): string | undefined {
  if (hidden === undefined) return undefined;
  return /^[a-z][a-z -]{1,20}$/.test(hidden) ? `was hidden as ${hidden}` : "was hidden";
}

/**
 * ISO 8601: since when a text says all that it says. Of an edit GitHub says when it was made, and not what it added; and a text
 * may be edited before it is sent.
 */
export function saidAt({ createdAt, edited }: Pick<Feedback, "createdAt" | "edited">): string {
  return edited && edited.at > createdAt ? edited.at : createdAt;
}

/** A review comment and its replies, oldest first. */
export interface Thread {
  nodeId: string;
  isResolved: boolean;
  /** The line it stands on has changed since. */
  isOutdated: boolean;
  comments: Feedback[];
}

export interface PullRequest {
  number: number;
  title: string;
  url: string;
  author: Author | null;
  state: "open" | "closed" | "merged";
  isDraft: boolean;
  /** ISO 8601 in UTC. */
  createdAt: string;
  /** ISO 8601 in UTC; set once it is merged. */
  mergedAt?: string;
  /** The commit that the merge made on the base branch, 40 hex digits; set once it is merged. */
  mergeCommit?: string;
  baseRef: string;
  headRef: string;
  headSha: string;
  /** The head branch lives in another repository. */
  isFork: boolean;
}

/** All that was written on one pull request. */
export interface PullRequestFeedback {
  repository: { id: number; fullName: string };
  pullRequest: PullRequest;
  reviews: Feedback[];
  threads: Thread[];
  /** Comments on the conversation. */
  comments: Feedback[];
}

/** Every text of a pull request, those of a kind together. */
export function textsIn({ reviews, comments, threads }: PullRequestFeedback): Feedback[] {
  return [...reviews, ...comments, ...threads.flatMap((thread) => thread.comments)];
}

/** A login without case and without GitHub's `[bot]` suffix, which REST writes and GraphQL does not. */
export function plainLogin(login: string): string {
  return login.toLowerCase().replace(/\[bot\]$/, "");
}

/** Whether two spellings mean the same account. */
export function sameLogin(one: string, other: string): boolean {
  return plainLogin(one) === plainLogin(other);
}

/** Whether its author is known, and nobody else edited it last. */
export function isOwnWords({ author, edited }: Feedback): boolean {
  if (!author || !edited) return author !== null;
  return edited.by !== null && sameLogin(edited.by, author.login);
}
