/**
 * The GraphQL documents, and the shapes of their answers. A test validates every document against GitHub's published
 * schema. Field choices: `originalLine` and `originalCommit` name the place as the reviewer saw it, so that a link to
 * it stays right when the branch moves on; `fullDatabaseId` because `databaseId` stops at 32 bits.
 */
import { z } from "zod";

const AUTHOR = `author { __typename login }`;

const REVIEWS = `
  nodes { id fullDatabaseId url body state submittedAt commit { oid } ${AUTHOR} }
  pageInfo { hasNextPage endCursor }`;

const THREAD_COMMENTS = `
  nodes {
    id fullDatabaseId url body createdAt path originalLine originalStartLine diffHunk
    originalCommit { oid } pullRequestReview { fullDatabaseId state } ${AUTHOR}
  }
  pageInfo { hasNextPage endCursor }`;

const THREADS = `
  nodes { id isResolved isOutdated comments(first: 50) { ${THREAD_COMMENTS} } }
  pageInfo { hasNextPage endCursor }`;

const COMMENTS = `
  nodes { id fullDatabaseId url body createdAt ${AUTHOR} }
  pageInfo { hasNextPage endCursor }`;

const DIRECTORY = `directory: file(path: $directory) { object { ... on Tree { entries { name type oid } } } }`;

const REFS = `
  nodes { name target { oid ... on Commit { tree { oid } author { email } ${DIRECTORY} } } }
  pageInfo { hasNextPage endCursor }`;

const FOLLOW_UPS = `
  nodes {
    id number url title body state isDraft headRefName headRepository { databaseId } labels(first: 20) { nodes { name } }
    author { login __typename ... on Bot { databaseId } ... on User { databaseId } }
  }`;

const CONFIG_FILE = `config: file(path: ".github/enhance.yml") { object { ... on Blob { text byteSize } } }`;

/** All of DESIGN 1.5 in one request; the owner's \`.github\` repository may be out of reach, which is not an error. */
export const SNAPSHOT = `
query Snapshot(
  $owner: String!, $name: String!, $number: Int!, $directory: String!, $refPrefix: String!
  $branch1: String!, $branch2: String!, $branch3: String!, $branch4: String!
) {
  rateLimit { cost remaining resetAt }
  ownerDefaults: repository(owner: $owner, name: ".github") {
    defaultBranchRef { target { ... on Commit { ${CONFIG_FILE} } } }
  }
  repository(owner: $owner, name: $name) {
    databaseId nameWithOwner url isArchived
    defaultBranchRef { name target { oid ... on Commit { tree { oid } ${DIRECTORY} ${CONFIG_FILE} } } }
    refs(refPrefix: $refPrefix, first: 100) { ${REFS} }
    followUps1: pullRequests(headRefName: $branch1, first: 10) { ${FOLLOW_UPS} }
    followUps2: pullRequests(headRefName: $branch2, first: 10) { ${FOLLOW_UPS} }
    followUps3: pullRequests(headRefName: $branch3, first: 10) { ${FOLLOW_UPS} }
    followUps4: pullRequests(headRefName: $branch4, first: 10) { ${FOLLOW_UPS} }
    pullRequest(number: $number) {
      number title url state isDraft createdAt mergedAt baseRefName headRefName headRefOid isCrossRepository ${AUTHOR}
      reviews(first: 100) { ${REVIEWS} }
      reviewThreads(first: 100) { ${THREADS} }
      comments(first: 100) { ${COMMENTS} }
    }
  }
}`;

/** The next page of whatever has one. */
export const MORE_FEEDBACK = `
query MoreFeedback(
  $owner: String!, $name: String!, $number: Int!
  $reviewsAfter: String, $threadsAfter: String, $commentsAfter: String
  $withReviews: Boolean!, $withThreads: Boolean!, $withComments: Boolean!
) {
  repository(owner: $owner, name: $name) {
    pullRequest(number: $number) {
      reviews(first: 100, after: $reviewsAfter) @include(if: $withReviews) { ${REVIEWS} }
      reviewThreads(first: 100, after: $threadsAfter) @include(if: $withThreads) { ${THREADS} }
      comments(first: 100, after: $commentsAfter) @include(if: $withComments) { ${COMMENTS} }
    }
  }
}`;

/** The next replies of one long thread. */
export const MORE_REPLIES = `
query MoreReplies($thread: ID!, $after: String!) {
  node(id: $thread) { ... on PullRequestReviewThread { comments(first: 100, after: $after) { ${THREAD_COMMENTS} } } }
}`;

/** The next branches under our prefix. */
export const MORE_REFS = `
query MoreRefs($owner: String!, $name: String!, $refPrefix: String!, $directory: String!, $after: String!) {
  repository(owner: $owner, name: $name) { refs(refPrefix: $refPrefix, first: 100, after: $after) { ${REFS} } }
}`;

/** Draft to ready: GitHub has it in GraphQL only. */
export const MARK_READY = `
mutation MarkReady($id: ID!) { markPullRequestReadyForReview(input: { pullRequestId: $id }) { pullRequest { id } } }`;

/** At most so many files are read by one request. */
export const FILES_PER_QUERY = 100;

/** Files by revision expression (`<commit>:<path>`), one alias `f0`, `f1`, ... each. */
export function filesQuery(count: number): string {
  const indexes = Array.from({ length: count }, (_, index) => index);
  const parameters = indexes.map((index) => `$e${index}: String!`).join(", ");
  const fields = indexes.map((index) => `f${index}: object(expression: $e${index}) { ... on Blob { text isBinary } }`);
  return `query Files($owner: String!, $name: String!, ${parameters}) {
  repository(owner: $owner, name: $name) { ${fields.join("\n")} }
}`;
}

const Author = z.object({ __typename: z.string(), login: z.string() }).nullable();
const DatabaseId = z.coerce.number().int();
const PageInfo = z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() });

function connection<Node extends z.ZodType>(node: Node) {
  return z.object({
    nodes: z
      .array(node.nullable())
      .nullable()
      .transform((nodes) => (nodes ?? []).filter((each) => each !== null)),
    pageInfo: PageInfo,
  });
}

export const ReviewNode = z.object({
  id: z.string(),
  fullDatabaseId: DatabaseId,
  url: z.string(),
  body: z.string(),
  state: z.enum(["APPROVED", "CHANGES_REQUESTED", "COMMENTED", "DISMISSED", "PENDING"]),
  submittedAt: z.string().nullable(),
  commit: z.object({ oid: z.string() }).nullable(),
  author: Author,
});
export type ReviewNode = z.infer<typeof ReviewNode>;

export const ReviewCommentNode = z.object({
  id: z.string(),
  fullDatabaseId: DatabaseId,
  url: z.string(),
  body: z.string(),
  createdAt: z.string(),
  path: z.string(),
  originalLine: z.int().nullable(),
  originalStartLine: z.int().nullable(),
  diffHunk: z.string(),
  originalCommit: z.object({ oid: z.string() }).nullable(),
  pullRequestReview: z.object({ fullDatabaseId: DatabaseId, state: ReviewNode.shape.state }).nullable(),
  author: Author,
});
export type ReviewCommentNode = z.infer<typeof ReviewCommentNode>;

export const ThreadNode = z.object({
  id: z.string(),
  isResolved: z.boolean(),
  isOutdated: z.boolean(),
  comments: connection(ReviewCommentNode),
});
export type ThreadNode = z.infer<typeof ThreadNode>;

export const CommentNode = z.object({
  id: z.string(),
  fullDatabaseId: DatabaseId,
  url: z.string(),
  body: z.string(),
  createdAt: z.string(),
  author: Author,
});
export type CommentNode = z.infer<typeof CommentNode>;

const Entries = z
  .object({
    object: z
      .object({ entries: z.array(z.object({ name: z.string(), type: z.string(), oid: z.string() })).nullish() })
      .nullable(),
  })
  .nullish();
export type Entries = z.infer<typeof Entries>;

const ConfigFile = z
  .object({ object: z.object({ text: z.string().nullish(), byteSize: z.int().optional() }).nullable() })
  .nullish();

export const RefNode = z.object({
  name: z.string(),
  target: z
    .object({
      oid: z.string(),
      tree: z.object({ oid: z.string() }),
      author: z.object({ email: z.string().nullable() }).nullish(),
      directory: Entries,
    })
    .nullable(),
});
export type RefNode = z.infer<typeof RefNode>;

const FollowUps = z.object({
  nodes: z
    .array(
      z
        .object({
          id: z.string(),
          number: z.int(),
          url: z.string(),
          title: z.string(),
          body: z.string(),
          state: z.enum(["OPEN", "CLOSED", "MERGED"]),
          isDraft: z.boolean(),
          headRefName: z.string(),
          headRepository: z.object({ databaseId: z.int().nullable() }).nullable(),
          labels: z.object({ nodes: z.array(z.object({ name: z.string() }).nullable()).nullable() }).nullable(),
          author: z.object({ __typename: z.string(), login: z.string(), databaseId: z.int().nullish() }).nullable(),
        })
        .nullable(),
    )
    .nullable(),
});
export type FollowUps = z.infer<typeof FollowUps>;

export const PullRequestNode = z.object({
  number: z.int(),
  title: z.string(),
  url: z.string(),
  state: z.enum(["OPEN", "CLOSED", "MERGED"]),
  isDraft: z.boolean(),
  createdAt: z.string(),
  mergedAt: z.string().nullable(),
  baseRefName: z.string(),
  headRefName: z.string(),
  headRefOid: z.string(),
  isCrossRepository: z.boolean(),
  author: Author,
  reviews: connection(ReviewNode),
  reviewThreads: connection(ThreadNode),
  comments: connection(CommentNode),
});
export type PullRequestNode = z.infer<typeof PullRequestNode>;

export const SnapshotAnswer = z.object({
  ownerDefaults: z
    .object({ defaultBranchRef: z.object({ target: z.object({ config: ConfigFile }).nullable() }).nullable() })
    .nullish(),
  repository: z.object({
    databaseId: z.int(),
    nameWithOwner: z.string(),
    url: z.string(),
    isArchived: z.boolean(),
    defaultBranchRef: z
      .object({
        name: z.string(),
        target: z
          .object({
            oid: z.string(),
            tree: z.object({ oid: z.string() }),
            directory: Entries,
            config: ConfigFile,
          })
          .nullable(),
      })
      .nullable(),
    refs: connection(RefNode).nullable(),
    followUps1: FollowUps,
    followUps2: FollowUps,
    followUps3: FollowUps,
    followUps4: FollowUps,
    pullRequest: PullRequestNode.nullable(),
  }),
});
export type SnapshotAnswer = z.infer<typeof SnapshotAnswer>;

export const MoreFeedbackAnswer = z.object({
  repository: z.object({
    pullRequest: PullRequestNode.pick({ reviews: true, reviewThreads: true, comments: true }).partial(),
  }),
});

export const MoreRepliesAnswer = z.object({ node: z.object({ comments: connection(ReviewCommentNode) }) });

export const MoreRefsAnswer = z.object({ repository: z.object({ refs: connection(RefNode) }) });

export const FilesAnswer = z.object({
  repository: z.record(z.string(), z.object({ text: z.string().nullish() }).nullable()),
});
