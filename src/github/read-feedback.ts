/** The feedback part of a snapshot: further pages, and the core's value made of the whole. */
import type { PullRequestFeedback } from "../core/review.ts";
import type { RepositoryRef } from "../core/snapshot.ts";
import type { GitHubClient } from "./client.ts";
import { query } from "./graphql.ts";
import { MoreFeedbackAnswer, MoreRepliesAnswer, type PullRequestNode, type ThreadNode } from "./answers.ts";
import type { Portion } from "./portion.ts";
import { MORE_FEEDBACK, MORE_REPLIES, pageSizes } from "./queries.ts";
import { toComment, toPullRequest, toReview, toThread } from "./to-feedback.ts";

/** Appends to `node` whatever GitHub had no room for on the first page. Nodes seen twice are kept once. */
export async function readMoreFeedback(
  octokit: GitHubClient,
  ref: RepositoryRef,
  node: PullRequestNode,
  portion: Portion,
): Promise<void> {
  for (;;) {
    const withReviews = node.reviews.pageInfo.hasNextPage;
    const withThreads = node.reviewThreads.pageInfo.hasNextPage;
    const withComments = node.comments.pageInfo.hasNextPage;
    if (!withReviews && !withThreads && !withComments) break;

    const variables = {
      owner: ref.owner,
      name: ref.name,
      number: node.number,
      ...{ withReviews, withThreads, withComments },
      reviewsAfter: node.reviews.pageInfo.endCursor,
      threadsAfter: node.reviewThreads.pageInfo.endCursor,
      commentsAfter: node.comments.pageInfo.endCursor,
    };
    const { repository } = await portion((size) =>
      query(octokit, MORE_FEEDBACK, { ...variables, ...pageSizes(size) }, MoreFeedbackAnswer),
    );
    append(node.reviews, repository.pullRequest.reviews);
    append(node.reviewThreads, repository.pullRequest.reviewThreads);
    append(node.comments, repository.pullRequest.comments);
  }
  for (const thread of node.reviewThreads.nodes) await readMoreReplies(octokit, thread, portion);
}

async function readMoreReplies(octokit: GitHubClient, thread: ThreadNode, portion: Portion): Promise<void> {
  while (thread.comments.pageInfo.hasNextPage) {
    const variables = { thread: thread.id, after: thread.comments.pageInfo.endCursor };
    const { node } = await portion((size) =>
      query(octokit, MORE_REPLIES, { ...variables, page: size }, MoreRepliesAnswer),
    );
    append(thread.comments, node.comments);
  }
}

interface Page<Node> {
  nodes: Node[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

/** A comment deleted or added between two pages shifts them: a node may come twice. */
function append<Node extends { id: string }>(all: Page<Node>, next: Page<Node> | undefined): void {
  if (!next) return;
  const seen = new Set(all.nodes.map(({ id }) => id));
  all.nodes.push(...next.nodes.filter(({ id }) => !seen.has(id)));
  all.pageInfo = next.pageInfo;
}

export function toPullRequestFeedback(
  ref: RepositoryRef,
  fullName: string,
  node: PullRequestNode,
): PullRequestFeedback {
  return {
    repository: { id: ref.id, fullName },
    pullRequest: toPullRequest(node),
    reviews: node.reviews.nodes.map(toReview).filter((review) => review !== undefined),
    threads: node.reviewThreads.nodes.map(toThread).filter((thread) => thread !== undefined),
    comments: node.comments.nodes.map(toComment),
  };
}
