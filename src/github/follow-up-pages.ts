/** Pull requests under our label beyond those that are listed with everything else. */
import type { RepositoryRef } from "../core/snapshot.ts";
import { MoreFollowUpsAnswer, type FollowUpNode, type PageInfo } from "./answers.ts";
import type { GitHubClient } from "./client.ts";
import { query } from "./graphql.ts";
import type { Portion } from "./portion.ts";

/**
 * What `document`, `MORE_OPEN` or `MORE_ENDED`, lists, from the oldest on: one request for each hundred, made when its page
 * is wanted. Throws when a page cannot be read.
 */
export async function* followUpPages(
  octokit: GitHubClient,
  { owner, name }: RepositoryRef,
  document: string,
  { labels, portion }: { labels: readonly string[]; portion: Portion },
): AsyncGenerator<FollowUpNode[]> {
  let page: PageInfo = { hasNextPage: true, endCursor: null };
  while (page.hasNextPage) {
    const variables = { owner, name, labels, after: page.endCursor };
    const { repository } = await portion((size) =>
      query(octokit, document, { ...variables, page: size }, MoreFollowUpsAnswer),
    );
    yield repository.more.nodes;
    page = repository.more.pageInfo;
  }
}
