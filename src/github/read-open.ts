/** Open pull requests under our label beyond those that are listed with everything else. */
import type { RepositoryRef } from "../core/snapshot.ts";
import type { BacklogAnswer, FollowUpNode, FollowUps } from "./answers.ts";
import type { GitHubClient } from "./client.ts";
import { followUpPages } from "./follow-up-pages.ts";
import type { Portion } from "./portion.ts";
import { MORE_OPEN } from "./queries.ts";

/**
 * Every open one that `listed` lacks, however many. One request for each hundred, from the oldest on, until as many are
 * known as there are; none where all are known, however many have ended.
 */
export async function readMoreOpen(
  octokit: GitHubClient,
  repository: RepositoryRef,
  { generated: listed, open }: Pick<BacklogAnswer["repository"], "generated" | "open">,
  options: { labels: readonly string[]; portion: Portion },
): Promise<FollowUps> {
  const known = new Set(listed.nodes.flatMap(({ state, number }) => (state === "OPEN" ? [number] : [])));
  const nodes: FollowUpNode[] = [];
  if (known.size >= open.totalCount) return { nodes };
  for await (const page of followUpPages(octokit, repository, MORE_OPEN, options)) {
    const added = page.filter(({ number }) => !known.has(number));
    for (const { number } of added) known.add(number);
    nodes.push(...added);
    if (known.size >= open.totalCount) break;
  }
  return { nodes };
}
