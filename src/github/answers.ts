/** The shapes of GitHub's GraphQL answers, as far as we ask. */
import { z } from "zod";

const Author = z
  .object({
    __typename: z.string(),
    login: z.string(),
    databaseId: z.int().nullish(),
    avatarUrl: z.string().optional(),
  })
  .nullable();
export type ActorNode = z.infer<typeof Author>;
const edited = { lastEditedAt: z.string().nullable(), editor: z.object({ login: z.string() }).nullable() };
const hidden = { isMinimized: z.boolean(), minimizedReason: z.string().nullable() };
const DatabaseId = z.coerce.number().int();
const PageInfo = z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() });
export type PageInfo = z.infer<typeof PageInfo>;

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
  ...edited,
  ...hidden,
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
  ...edited,
  ...hidden,
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
  ...edited,
  ...hidden,
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

const ConfigFile = z.object({ object: z.object({ text: z.string().nullish() }).nullable() }).nullish();

/** Under its own name, and under one that is not read. */
const ConfigFiles = { config: ConfigFile, misnamed: ConfigFile };

export const RefNode = z.object({
  name: z.string(),
  target: z
    .object({
      oid: z.string(),
      tree: z.object({ oid: z.string() }),
      author: z.object({ email: z.string().nullable() }).nullish(),
      parents: z.object({ nodes: z.array(z.object({ oid: z.string() }).nullable()).nullable() }),
      directory: Entries,
    })
    .nullable(),
});
export type RefNode = z.infer<typeof RefNode>;

const FollowUpNode = z.object({
  id: z.string(),
  number: z.int(),
  url: z.string(),
  title: z.string(),
  body: z.string(),
  state: z.enum(["OPEN", "CLOSED", "MERGED"]),
  closedAt: z.string().nullable(),
  updatedAt: z.string(),
  isDraft: z.boolean(),
  headRefName: z.string(),
  headRefOid: z.string(),
  headRepository: z.object({ databaseId: z.int().nullable() }).nullable(),
  labels: z.object({ nodes: z.array(z.object({ name: z.string() }).nullable()).nullable() }).nullable(),
  author: Author,
});
export type FollowUpNode = z.infer<typeof FollowUpNode>;

const FollowUps = z.object({
  nodes: z
    .array(FollowUpNode.nullable())
    .nullable()
    .transform((nodes) => (nodes ?? []).filter((each) => each !== null)),
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
  mergeCommit: z.object({ oid: z.string() }).nullable(),
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

const BacklogNode = z.object({
  databaseId: z.int(),
  nameWithOwner: z.string(),
  url: z.string(),
  isArchived: z.boolean(),
  isPrivate: z.boolean(),
  defaultBranchRef: z
    .object({
      name: z.string(),
      target: z
        .object({ oid: z.string(), tree: z.object({ oid: z.string() }), directory: Entries, ...ConfigFiles })
        .nullable(),
    })
    .nullable(),
  refs: connection(RefNode).nullable(),
  generated: FollowUps.extend({ totalCount: z.int() }),
  open: z.object({ totalCount: z.int() }),
  rolling: FollowUps,
});

export const BacklogAnswer = z.object({
  ownerDefaults: z
    .object({
      isPrivate: z.boolean(),
      defaultBranchRef: z.object({ target: z.object(ConfigFiles).nullable() }).nullable(),
    })
    .nullish(),
  repository: BacklogNode,
});
export type BacklogAnswer = z.infer<typeof BacklogAnswer>;

export const SnapshotAnswer = BacklogAnswer.extend({
  repository: BacklogNode.extend({
    followUps1: FollowUps,
    followUps2: FollowUps,
    followUps3: FollowUps,
    followUps4: FollowUps,
    pullRequest: PullRequestNode.nullable(),
  }),
});

export const MoreFeedbackAnswer = z.object({
  repository: z.object({
    pullRequest: PullRequestNode.pick({ reviews: true, reviewThreads: true, comments: true }).partial(),
  }),
});

export const MoreRepliesAnswer = z.object({ node: z.object({ comments: connection(ReviewCommentNode) }) });

export const MoreRefsAnswer = z.object({ repository: z.object({ refs: connection(RefNode) }) });

export const MoreFollowUpsAnswer = z.object({ repository: z.object({ more: connection(FollowUpNode) }) });

export const FilesAnswer = z.object({
  repository: z.record(z.string(), z.object({ text: z.string().nullish() }).nullable()),
});

export const DirectoriesAnswer = z.object({
  repository: z.record(
    z.string(),
    z
      .object({
        entries: z
          .array(
            z.object({
              name: z.string(),
              type: z.string(),
              object: z.object({ text: z.string().nullish() }).nullish(),
            }),
          )
          .nullish(),
      })
      .nullable(),
  ),
});

export const TreesAnswer = z.object({
  repository: z.record(
    z.string(),
    z
      .object({
        entries: z.array(z.object({ name: z.string(), type: z.string(), mode: z.int(), oid: z.string() })).nullish(),
      })
      .nullable(),
  ),
});

export const EntriesAnswer = z.object({
  repository: z.object({
    object: z.record(z.string(), z.object({ type: z.string(), mode: z.int(), oid: z.string() }).nullable()).nullable(),
  }),
});
