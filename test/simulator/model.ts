/** What exists: plain, live objects. Every one that has a node id says its GraphQL type. */
import type { App, Installation } from "./model-apps.ts";
import type { ObjectStore } from "./git/objects.ts";

export interface Account {
  type: "User" | "Bot" | "Organization";
  id: number;
  nodeId: string;
  /** As REST shows it: `slug[bot]` for bots. */
  login: string;
  /** Bots alone: the App whose account it is. */
  appId?: number;
  /** A deleted account's words stay, its name does not. */
  isDeleted: boolean;
  createdAt: string;
}

export type Role = "read" | "triage" | "write" | "maintain" | "admin";

export interface Rule {
  /** A branch name; `*` stands for anything. */
  pattern: string;
  by: "ruleset" | "protection";
  message: string;
}

export interface Label {
  type: "Label";
  id: number;
  nodeId: string;
  name: string;
  color: string;
  description: string | null;
}

export interface Repository {
  type: "Repository";
  id: number;
  nodeId: string;
  owner: Account;
  name: string;
  description: string | null;
  isPrivate: boolean;
  isArchived: boolean;
  isDeleted: boolean;
  /** Draft pull requests: a question of the owner's plan. */
  hasDrafts: boolean;
  defaultBranch: string;
  parent: Repository | null;
  createdAt: string;
  updatedAt: string;
  pushedAt: string;
  objects: ObjectStore;
  /** Full name (`refs/heads/main`) to object id. */
  refs: Map<string, string>;
  rules: Rule[];
  /** By account id. */
  roles: Map<number, { role: Role; customRole?: string }>;
  /** By lower-case name. */
  labels: Map<string, Label>;
  /** Issues and pull requests share their numbers. */
  conversations: Map<number, Issue | PullRequest>;
  checkRuns: CheckRun[];
}

export const REACTIONS = ["+1", "-1", "laugh", "confused", "heart", "hooray", "rocket", "eyes"] as const;
export type ReactionContent = (typeof REACTIONS)[number];

export interface Reaction {
  type: "Reaction";
  id: number;
  nodeId: string;
  content: ReactionContent;
  user: Account;
  createdAt: string;
}

/** Who changed a text last, and when; null for one that stands as it was written. */
interface Editable {
  editor: Account | null;
  editedAt: string | null;
}

/** What may be hidden: as "outdated", "resolved", "spam" and the like. */
interface Minimizable {
  minimizedAs: string | null;
}

interface Conversation extends Editable {
  id: number;
  nodeId: string;
  repository: Repository;
  number: number;
  title: string;
  body: string;
  author: Account;
  state: "open" | "closed";
  isLocked: boolean;
  createdAt: string;
  updatedAt: string;
  closedAt: string | null;
  labels: Label[];
  comments: IssueComment[];
  reactions: Reaction[];
}

export interface Issue extends Conversation {
  type: "Issue";
}

interface Head {
  ref: string;
  sha: string;
  /** Null once the fork is deleted. */
  repository: Repository | null;
  owner: Account;
}

export interface PullRequest extends Conversation {
  type: "PullRequest";
  /** As an issue it has another id. */
  issueId: number;
  isDraft: boolean;
  base: { ref: string; sha: string };
  /** Follows the branch while the pull request is open. */
  head: Head;
  mergedAt: string | null;
  mergedBy: Account | null;
  mergeCommitSha: string | null;
  requestedReviewers: Account[];
  reviews: Review[];
  threads: Thread[];
}

export type ReviewState = "PENDING" | "COMMENTED" | "APPROVED" | "CHANGES_REQUESTED" | "DISMISSED";

export interface Review extends Editable, Minimizable {
  type: "PullRequestReview";
  id: number;
  nodeId: string;
  pull: PullRequest;
  author: Account;
  body: string;
  state: ReviewState;
  commit: string;
  createdAt: string;
  updatedAt: string;
  /** Null while it is pending. */
  submittedAt: string | null;
}

export interface Thread {
  type: "PullRequestReviewThread";
  id: number;
  nodeId: string;
  pull: PullRequest;
  resolvedBy: Account | null;
  comments: ReviewComment[];
}

export type Side = "LEFT" | "RIGHT";

export interface ReviewComment extends Editable, Minimizable {
  type: "PullRequestReviewComment";
  id: number;
  nodeId: string;
  pull: PullRequest;
  thread: Thread;
  review: Review;
  author: Account;
  body: string;
  path: string;
  /** Where it was written, in the diff of `commit`; null for a comment on the whole file. */
  line: number | null;
  side: Side;
  startLine: number | null;
  startSide: Side | null;
  position: number | null;
  diffHunk: string;
  commit: string;
  inReplyTo: ReviewComment | null;
  createdAt: string;
  updatedAt: string;
  reactions: Reaction[];
}

export interface IssueComment extends Editable, Minimizable {
  type: "IssueComment";
  id: number;
  nodeId: string;
  conversation: Issue | PullRequest;
  author: Account;
  body: string;
  createdAt: string;
  updatedAt: string;
  reactions: Reaction[];
}

export interface Annotation {
  path: string;
  start_line: number;
  end_line: number;
  start_column?: number;
  end_column?: number;
  annotation_level: "notice" | "warning" | "failure";
  message: string;
  title?: string;
  raw_details?: string;
}

export const CONCLUSIONS = [
  "action_required",
  "cancelled",
  "failure",
  "neutral",
  "success",
  "skipped",
  "timed_out",
] as const;
export type Conclusion = (typeof CONCLUSIONS)[number];

export interface CheckRun {
  type: "CheckRun";
  id: number;
  nodeId: string;
  repository: Repository;
  app: App;
  name: string;
  headSha: string;
  status: "queued" | "in_progress" | "completed";
  conclusion: Conclusion | null;
  externalId: string;
  detailsUrl: string | null;
  startedAt: string;
  completedAt: string | null;
  output: { title: string | null; summary: string | null; text: string | null; annotations: Annotation[] };
  actions: { label: string; description: string; identifier: string }[];
}

export type Node =
  | Account
  | Repository
  | Issue
  | PullRequest
  | Review
  | Thread
  | ReviewComment
  | IssueComment
  | Label
  | Reaction
  | CheckRun
  | App
  | Installation;

export function fullName({ owner, name }: Repository): string {
  return `${owner.login}/${name}`;
}
