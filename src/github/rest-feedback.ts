/**
 * JSON in GitHub's REST and webhook shapes becomes `PullRequestFeedback`: a webhook payload, a review, a comment, a list
 * of them, or an object that groups them (`reviews`, `comments`, `review_comments`, `issue_comments`). So does what the
 * `gh` tool makes of those.
 */
import { z } from "zod";
import { wordsOfIssue } from "../core/documents/value-words.ts";
import { UserError } from "../core/errors.ts";
import type { Author, Feedback, PullRequest, PullRequestFeedback, Thread } from "../core/review.ts";
import { appOfAvatar } from "./app-of-avatar.ts";
import { LISTS, toRestShape } from "./to-rest-shape.ts";

const User = z.object({ login: z.string(), type: z.string().optional(), avatar_url: z.string().nullish() }).nullish();

const Numeral = z.int("give a whole number").positive("give a number above 0");
const Commit = z
  .string()
  .regex(/^[0-9a-f]{40}$/)
  .nullish()
  .catch(undefined);
const Time = z.iso.datetime({ offset: true, error: "give a time like 2026-11-24T10:00:00Z" });

const Text = z
  .object({
    id: Numeral.optional(),
    node_id: z.string().optional(),
    user: User,
    body: z.string().nullish(),
    html_url: z.string().default(""),
    state: z.string().optional(),
    submitted_at: Time.nullish(),
    created_at: Time.optional(),
    path: z.string().optional(),
    line: Numeral.nullish(),
    original_line: Numeral.nullish(),
    start_line: Numeral.nullish(),
    original_start_line: Numeral.nullish(),
    diff_hunk: z.string().optional(),
    commit_id: Commit,
    original_commit_id: Commit,
    in_reply_to_id: Numeral.optional(),
    pull_request_review_id: Numeral.nullish(),
    pull_request_url: z.string().optional(),
    issue_url: z.string().optional(),
    hidden: z.string().optional().catch(undefined),
  })
  .refine(({ id, node_id }) => id !== undefined || node_id !== undefined, {
    path: ["id"],
    error: "there is none; give each text the id that GitHub has for it",
  });
type Text = z.infer<typeof Text>;

const Pull = z.object({
  number: Numeral,
  title: z.string().default(""),
  html_url: z.string().default(""),
  user: User,
  state: z.string().optional(),
  merged: z.boolean().nullish(),
  merged_at: z.string().nullish(),
  draft: z.boolean().optional(),
  created_at: z.string().optional(),
  base: z.object({ ref: z.string() }).optional(),
  head: z.object({ ref: z.string(), sha: z.string() }).optional(),
});

const Texts = z.array(Text).default([]);
const Grouped = z.object({
  repository: z.object({ id: z.int().nonnegative().default(0), full_name: z.string() }).optional(),
  pull_request: Pull.optional(),
  issue: Pull.optional(),
  review: Text.optional(),
  comment: Text.optional(),
  reviews: Texts,
  comments: Texts,
  review_comments: Texts,
  issue_comments: Texts,
});

interface PullRequestName {
  fullName: string;
  number: number;
}

interface RestOptions {
  /** Which pull request the texts belong to, where the JSON does not say. */
  name?: PullRequestName | undefined;
  /** ISO 8601: the date of texts that carry none. */
  now: string;
  /** What messages call the JSON: the file that it was read from, say. */
  from?: string | undefined;
}

/** Throws `UserError` for JSON of another shape, or when the pull request cannot be told. */
export function parseRestFeedback(json: unknown, { name, now, from = "this JSON" }: RestOptions): PullRequestFeedback {
  const given = toRestShape(json);
  const { repository, pull_request, issue, review, comment, ...lists } = parse(Grouped, given, from);
  const texts = [...lists.reviews, ...lists.comments, ...lists.review_comments, ...lists.issue_comments];
  if (review) texts.push(review);
  if (comment) texts.push(comment);
  if (texts.length === 0 && hasBody(given)) texts.push(parse(Text, given, from));
  if (texts.length === 0 && !hasList(given)) {
    throw new UserError(`no review or comment with a "body" in ${from}; ${INSTEAD}`);
  }

  const urls = texts.flatMap((text) => [text.html_url, text.pull_request_url ?? "", text.issue_url ?? ""]);
  const pull = pull_request ?? issue;
  const told = name ?? nameFromUrls([pull?.html_url ?? "", ...urls]);
  const number = told?.number ?? pull?.number;
  const fullName = name?.fullName ?? repository?.full_name ?? told?.fullName;
  if (number === undefined || fullName === undefined) {
    throw new UserError(`cannot tell which pull request ${from} belongs to; say --pull owner/repo#n`);
  }
  const sent = withoutPending(texts);
  const feedback = sent.map((text) => toFeedback(text, now));
  return {
    repository: { id: repository?.id ?? 0, fullName },
    pullRequest: pullRequestFrom(pull, { number, fullName, now }),
    reviews: feedback.filter(({ kind }) => kind === "review"),
    threads: toThreads(sent, feedback),
    comments: feedback.filter(({ kind }) => kind === "issue-comment"),
  };
}

const INSTEAD = `give reviews and comments as GitHub's API or gh gives them; "enhance mine --help" has the shapes`;

function parse<Schema extends z.ZodType>(schema: Schema, json: unknown, from: string): z.infer<Schema> {
  const result = schema.safeParse(json, { error: wordsOfIssue });
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const place = issue === undefined || issue.path.length === 0 ? "" : `${issue.path.join(".")}: `;
  throw new UserError(`${from} is not in GitHub's shapes: ${place}${issue?.message ?? ""}; ${INSTEAD}`);
}

/** Empty lists are what the API gives where nothing was written. */
function hasList(json: unknown): boolean {
  return typeof json === "object" && json !== null && Object.keys(json).some((name) => LISTS.includes(name));
}

function hasBody(json: unknown): boolean {
  return typeof json === "object" && json !== null && "body" in json && typeof json.body === "string";
}

const NAMED =
  /^https?:\/\/[^/]+\/(?:api\/v3\/)?(?:repos\/)?(?<owner>[\w.-]+)\/(?<repo>[\w.-]+)\/(?:pull|pulls|issues)\/(?<number>\d+)/;

function nameFromUrls(urls: string[]): PullRequestName | undefined {
  for (const url of urls) {
    const groups = NAMED.exec(url)?.groups;
    if (groups) return { fullName: `${groups["owner"]}/${groups["repo"]}`, number: Number(groups["number"]) };
  }
  return undefined;
}

function toAuthor(user: z.infer<typeof User>): Author | null {
  if (!user) return null;
  const isBot = user.type === "Bot" || user.login.endsWith("[bot]");
  return { login: user.login, kind: isBot ? "bot" : "human", ...(isBot && appOfAvatar(user.avatar_url)) };
}

/** Lower case in webhooks, upper case in REST. */
const ReviewState = z.enum(["approved", "changes_requested", "commented", "dismissed"]);

/** Without reviews that are still being written, and their comments: nobody but their author sees them. */
function withoutPending(texts: readonly Text[]): Text[] {
  const isPending = ({ state }: Text): boolean => state?.toLowerCase() === "pending";
  const pending = new Set<number | null | undefined>(texts.filter(isPending).map(({ id }) => id));
  return texts.filter((text) => !isPending(text) && !pending.has(text.pull_request_review_id));
}

function toFeedback(text: Text, now: string): Feedback {
  const kind = kindOf(text);
  const reviewId = (kind === "review" ? text.id : text.pull_request_review_id) ?? undefined;
  const line = text.original_line ?? text.line ?? undefined;
  const startLine = text.original_start_line ?? text.start_line ?? undefined;
  const commit = text.original_commit_id ?? text.commit_id ?? undefined;
  const reviewState = ReviewState.safeParse(text.state?.toLowerCase()).data;
  return {
    kind,
    nodeId: text.node_id ?? `${kind}-${text.id ?? 0}`,
    databaseId: text.id ?? 0,
    url: text.html_url,
    author: toAuthor(text.user),
    body: text.body ?? "",
    createdAt: text.submitted_at ?? text.created_at ?? now,
    ...(text.hidden !== undefined && { hidden: text.hidden }),
    ...(reviewId !== undefined && { reviewId }),
    ...(reviewState && { reviewState }),
    ...(text.path !== undefined && { path: text.path }),
    ...(line !== undefined && { line }),
    ...(startLine !== undefined && { startLine }),
    ...(text.diff_hunk !== undefined && { diffHunk: text.diff_hunk }),
    ...(commit !== undefined && { commit }),
  };
}

function kindOf({ path, state, submitted_at }: Text): Feedback["kind"] {
  if (path !== undefined) return "review-comment";
  return state !== undefined || submitted_at !== undefined ? "review" : "issue-comment";
}

/** Replies join the thread of the comment they answer; REST does not say whether a thread is resolved. */
function toThreads(texts: Text[], feedback: Feedback[]): Thread[] {
  const threads = new Map<number, Thread>();
  for (const [index, text] of texts.entries()) {
    const comment = feedback[index];
    if (comment?.kind !== "review-comment") continue;
    const root = text.in_reply_to_id ?? text.id ?? -index - 1;
    const thread = threads.get(root) ?? { nodeId: comment.nodeId, isResolved: false, isOutdated: false, comments: [] };
    thread.comments.push(comment);
    threads.set(root, thread);
  }
  return [...threads.values()];
}

function pullRequestFrom(
  pull: z.infer<typeof Pull> | undefined,
  { number, fullName, now }: { number: number; fullName: string; now: string },
): PullRequest {
  const mergedAt = pull?.merged_at ?? undefined;
  const isMerged = pull?.merged === true || mergedAt !== undefined;
  const openOrClosed = pull?.state === "closed" ? "closed" : "open";
  return {
    number,
    title: pull?.title ?? "",
    url: pull?.html_url || `https://github.com/${fullName}/pull/${number}`,
    author: toAuthor(pull?.user),
    state: isMerged ? "merged" : openOrClosed,
    isDraft: pull?.draft ?? false,
    createdAt: pull?.created_at ?? now,
    ...(mergedAt !== undefined && { mergedAt }),
    baseRef: pull?.base?.ref ?? "",
    headRef: pull?.head?.ref ?? "",
    headSha: pull?.head?.sha ?? "",
    isFork: false,
  };
}
