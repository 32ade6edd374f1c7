/**
 * The GraphQL documents. `$page`, and `$replies` of each thread, is how much is asked for at once: see `pageSizes`. A test validates every one against GitHub's published schema. Field choices: `originalLine` and `originalCommit` name the place as the reviewer saw it, so that a link to
 * it stays right when the branch moves on; `fullDatabaseId` because `databaseId` stops at 32 bits.
 */
import { CONFIG_PATH, MISNAMED_CONFIG_PATH } from "../core/config.ts";

/** As much as GitHub gives on one page. */
export const FULL_PAGE = 100;

/** Threads are short: of their comments half as many are asked for, and the rest of a long one by itself. */
export function pageSizes(page: number): { page: number; replies: number } {
  return { page, replies: Math.ceil(page / 2) };
}

const AUTHOR = `author { __typename login ... on Bot { databaseId avatarUrl } ... on User { databaseId } }`;
const EDITED = `lastEditedAt editor { login }`;
const HIDDEN = `isMinimized minimizedReason`;

const REVIEWS = `
  nodes { id fullDatabaseId url body state submittedAt commit { oid } ${EDITED} ${HIDDEN} ${AUTHOR} }
  pageInfo { hasNextPage endCursor }`;

const THREAD_COMMENTS = `
  nodes {
    id fullDatabaseId url body createdAt path originalLine originalStartLine diffHunk
    originalCommit { oid } pullRequestReview { fullDatabaseId state } ${EDITED} ${HIDDEN} ${AUTHOR}
  }
  pageInfo { hasNextPage endCursor }`;

const THREADS = `
  nodes { id isResolved isOutdated comments(first: $replies) { ${THREAD_COMMENTS} } }
  pageInfo { hasNextPage endCursor }`;

const COMMENTS = `
  nodes { id fullDatabaseId url body createdAt ${EDITED} ${HIDDEN} ${AUTHOR} }
  pageInfo { hasNextPage endCursor }`;

const DIRECTORY = `directory: file(path: $directory) { object { ... on Tree { entries { name type oid } } } }`;

const REFS = `
  nodes { name target { oid ... on Commit { tree { oid } author { email } parents(first: 2) { nodes { oid } } ${DIRECTORY} } } }
  pageInfo { hasNextPage endCursor }`;

/** Of many on one branch the latest say how it stands. */
const NEWEST = "orderBy: { field: CREATED_AT, direction: DESC }";

/** Of many under our label those come first that may not be as they are remembered: see `readMoreEnded`. */
const LAST_CHANGED = "orderBy: { field: UPDATED_AT, direction: DESC }";

const FOLLOW_UPS = `
  nodes {
    id number url title body state closedAt updatedAt isDraft headRefName headRefOid headRepository { databaseId }
    labels(first: 20) { nodes { name } } ${AUTHOR}
  }`;

const CONFIG_FILE = `
  config: file(path: "${CONFIG_PATH}") { object { ... on Blob { text } } }
  misnamed: file(path: "${MISNAMED_CONFIG_PATH}") { object { ... on Blob { byteSize } } }`;

/** The owner's `.github` repository may be out of reach, which is not an error. */
const OWNER_DEFAULTS = `
  ownerDefaults: repository(owner: $owner, name: ".github") {
    isPrivate
    defaultBranchRef { target { ... on Commit { ${CONFIG_FILE} } } }
  }`;

const BACKLOG_FIELDS = `
    databaseId nameWithOwner url isArchived isPrivate
    defaultBranchRef { name target { oid ... on Commit { tree { oid } ${DIRECTORY} ${CONFIG_FILE} } } }
    refs(refPrefix: $refPrefix, first: $page) { ${REFS} }
    generated: pullRequests(labels: $labels, first: 50, ${LAST_CHANGED}) { totalCount ${FOLLOW_UPS} }
    open: pullRequests(labels: $labels, states: [OPEN], first: 1) { totalCount }
    rolling: pullRequests(headRefName: $rolling, first: 10, ${NEWEST}) { ${FOLLOW_UPS} }`;

/** The enhancements of a repository, merged or waiting. */
export const BACKLOG = `
query Backlog(
  $owner: String!, $name: String!, $directory: String!, $refPrefix: String!, $rolling: String!, $labels: [String!]!
  $page: Int!
) {
  rateLimit { cost remaining resetAt }
  ${OWNER_DEFAULTS}
  repository(owner: $owner, name: $name) { ${BACKLOG_FIELDS} }
}`;

/** The same, and a source pull request with all that was written on it: step 5 of docs/how-it-works.md, in one request. */
export const SNAPSHOT = `
query Snapshot(
  $owner: String!, $name: String!, $number: Int!
  $directory: String!, $refPrefix: String!, $rolling: String!, $labels: [String!]!
  $branch1: String!, $branch2: String!, $branch3: String!, $branch4: String!
  $page: Int!, $replies: Int!
) {
  rateLimit { cost remaining resetAt }
  ${OWNER_DEFAULTS}
  repository(owner: $owner, name: $name) {
    ${BACKLOG_FIELDS}
    followUps1: pullRequests(headRefName: $branch1, first: 10, ${NEWEST}) { ${FOLLOW_UPS} }
    followUps2: pullRequests(headRefName: $branch2, first: 10, ${NEWEST}) { ${FOLLOW_UPS} }
    followUps3: pullRequests(headRefName: $branch3, first: 10, ${NEWEST}) { ${FOLLOW_UPS} }
    followUps4: pullRequests(headRefName: $branch4, first: 10, ${NEWEST}) { ${FOLLOW_UPS} }
    pullRequest(number: $number) {
      number title url state isDraft createdAt mergedAt mergeCommit { oid }
      baseRefName headRefName headRefOid isCrossRepository ${AUTHOR}
      reviews(first: $page) { ${REVIEWS} }
      reviewThreads(first: $page) { ${THREADS} }
      comments(first: $page) { ${COMMENTS} }
    }
  }
}`;

/** The next page of whatever has one. */
export const MORE_FEEDBACK = `
query MoreFeedback(
  $owner: String!, $name: String!, $number: Int!
  $reviewsAfter: String, $threadsAfter: String, $commentsAfter: String
  $withReviews: Boolean!, $withThreads: Boolean!, $withComments: Boolean!
  $page: Int!, $replies: Int!
) {
  repository(owner: $owner, name: $name) {
    pullRequest(number: $number) {
      reviews(first: $page, after: $reviewsAfter) @include(if: $withReviews) { ${REVIEWS} }
      reviewThreads(first: $page, after: $threadsAfter) @include(if: $withThreads) { ${THREADS} }
      comments(first: $page, after: $commentsAfter) @include(if: $withComments) { ${COMMENTS} }
    }
  }
}`;

/** The next replies of one long thread. */
export const MORE_REPLIES = `
query MoreReplies($thread: ID!, $after: String!, $page: Int!) {
  node(id: $thread) { ... on PullRequestReviewThread { comments(first: $page, after: $after) { ${THREAD_COMMENTS} } } }
}`;

/** The next branches under our prefix. */
export const MORE_REFS = `
query MoreRefs(
  $owner: String!, $name: String!, $refPrefix: String!, $directory: String!, $after: String!, $page: Int!
) {
  repository(owner: $owner, name: $name) { refs(refPrefix: $refPrefix, first: $page, after: $after) { ${REFS} } }
}`;

/** Pull requests under our label that are open, and those that ended: what the fifty that changed last leave out. */
export const MORE_OPEN = followUpsQuery("MoreOpen", "OPEN");
export const MORE_ENDED = followUpsQuery("MoreEnded", "CLOSED, MERGED");

/** The oldest first, an order in which none is passed over because it changes between two pages. */
function followUpsQuery(operation: string, states: string): string {
  return `query ${operation}($owner: String!, $name: String!, $labels: [String!]!, $after: String, $page: Int!) {
  repository(owner: $owner, name: $name) {
    more: pullRequests(
      labels: $labels, states: [${states}], first: $page, after: $after, orderBy: { field: CREATED_AT, direction: ASC }
    ) { ${FOLLOW_UPS} pageInfo { hasNextPage endCursor } }
  }
}`;
}

/** Draft to ready, and back: GitHub has both in GraphQL only. */
export const MARK_READY = `
mutation MarkReady($id: ID!) { markPullRequestReadyForReview(input: { pullRequestId: $id }) { pullRequest { id } } }`;
export const CONVERT_TO_DRAFT = `
mutation ConvertToDraft($id: ID!) { convertPullRequestToDraft(input: { pullRequestId: $id }) { pullRequest { id } } }`;

/** At most so many files are read by one request. */
export const FILES_PER_QUERY = 100;

/** Files by revision expression (`<commit>:<path>`), one alias `f0`, `f1`, ... each. */
export function filesQuery(count: number): string {
  return objectsQuery("Files", "f", count, "... on Blob { text isBinary }");
}

/** At most so many directories are read by one request. */
export const DIRECTORIES_PER_QUERY = 50;

/** Whole directories by revision expression, with the text of their files, one alias `d0`, `d1`, ... each. */
export function directoriesQuery(count: number): string {
  return objectsQuery(
    "Directories",
    "d",
    count,
    "... on Tree { entries { name type object { ... on Blob { text isBinary } } } }",
  );
}

/** What directories hold as git has it, one alias `t0`, `t1`, ... each. */
export function treesQuery(count: number): string {
  return objectsQuery("Trees", "t", count, "... on Tree { entries { name type mode oid } }");
}

/** What git has at paths of one commit, one alias `f0`, `f1`, ... each. */
export function entriesQuery(count: number): string {
  const indexes = Array.from({ length: count }, (_, index) => index);
  const parameters = indexes.map((index) => `$p${index}: String!`).join(", ");
  const fields = indexes.map((index) => `f${index}: file(path: $p${index}) { type mode oid }`);
  return `query Entries($owner: String!, $name: String!, $commit: String!, ${parameters}) {
  repository(owner: $owner, name: $name) { object(expression: $commit) { ... on Commit { ${fields.join("\n")} } } }
}`;
}

function objectsQuery(operation: string, alias: string, count: number, selection: string): string {
  const indexes = Array.from({ length: count }, (_, index) => index);
  const parameters = indexes.map((index) => `$e${index}: String!`).join(", ");
  const fields = indexes.map((index) => `${alias}${index}: object(expression: $e${index}) { ${selection} }`);
  return `query ${operation}($owner: String!, $name: String!, ${parameters}) {
  repository(owner: $owner, name: $name) { ${fields.join("\n")} }
}`;
}

/** Paths as variables of `entriesQuery`. */
export function pathsOf(paths: readonly string[]): Record<string, string> {
  return Object.fromEntries(paths.map((path, index) => [`p${index}`, path]));
}

/** The revision expressions of paths at a commit, as variables of these queries. */
export function expressionsOf(commit: string, paths: readonly string[]): Record<string, string> {
  return Object.fromEntries(paths.map((path, index) => [`e${index}`, `${commit}:${path}`]));
}
