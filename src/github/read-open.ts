/** Open pull requests under our label beyond those that are listed with everything else. */
import type { RepositoryRef } from "../core/snapshot.ts";
import { MoreOpenAnswer, type BacklogAnswer, type FollowUps, type PageInfo } from "./answers.ts";
import type { GitHubClient } from "./client.ts";
import type { Portion } from "./portion.ts";
import { query } from "./graphql.ts";
import { MORE_OPEN } from "./queries.ts";

/**
 * Every open one that `listed` lacks, however many. One request for each hundred, from the oldest on, until as many are
 * known as there are; none where all are known, however many have ended.
 */
export async function readMoreOpen(
  octokit: GitHubClient,
  { owner, name }: RepositoryRef,
  labels: readonly string[],
  { generated: listed, open }: Pick<BacklogAnswer["repository"], "generated" | "open">,
  portion: Portion,
): Promise<FollowUps> {
  const known = new Set((listed.nodes ?? []).flatMap((node) => (node?.state === "OPEN" ? [node.number] : [])));
  const nodes: NonNullable<FollowUps["nodes"]> = [];
  let page: PageInfo = { hasNextPage: true, endCursor: null };
  while (known.size < open.totalCount && page.hasNextPage) {
    const variables = { owner, name, labels, after: page.endCursor };
    const { repository } = await portion((size) =>
      query(octokit, MORE_OPEN, { ...variables, page: size }, MoreOpenAnswer),
    );
    for (const node of repository.open.nodes ?? []) {
      if (!node || known.has(node.number)) continue;
      known.add(node.number);
      nodes.push(node);
    }
    page = repository.open.pageInfo;
  }
  return { nodes };
}
