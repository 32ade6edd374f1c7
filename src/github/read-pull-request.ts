/** A pull request by itself, and the files it changes. */
import type { RepositoryRef } from "../core/snapshot.ts";
import type { ChangedFiles, PullRequestFacts } from "../tasks/forge.ts";
import type { GitHubClient } from "./client.ts";

export async function readPullRequest(
  octokit: GitHubClient,
  { id, owner, name: repo }: RepositoryRef,
  number: number,
): Promise<PullRequestFacts> {
  const { data } = await octokit.rest.pulls.get({ owner, repo, pull_number: number });
  const { user, head, base } = data;
  // A head repository that was deleted is null, whatever GitHub's description says.
  const home = head.repo as { id: number } | null;
  return {
    ...{ number, title: data.title, body: data.body ?? "" },
    state: data.merged ? "merged" : data.state,
    author: (user as typeof user | null) && { login: user.login, isBot: user.type === "Bot" },
    mergedBy: data.merged_by?.login ?? null,
    closedAt: data.closed_at,
    mergeCommit: data.merged ? data.merge_commit_sha : null,
    head: { branch: head.ref, sha: head.sha, isFork: home?.id !== id },
    base: { branch: base.ref, sha: base.sha },
  };
}

const PER_PAGE = 100;
/** GitHub lists 3,000 files of a pull request and no more. */
const MOST_PAGES = 30;

export async function readChangedFiles(
  octokit: GitHubClient,
  { owner, name: repo }: RepositoryRef,
  number: number,
): Promise<ChangedFiles> {
  const paths: string[] = [];
  for (let page = 1; page <= MOST_PAGES; page++) {
    const request = { owner, repo, pull_number: number, per_page: PER_PAGE, page };
    const { data } = await octokit.rest.pulls.listFiles(request);
    for (const { filename, previous_filename: before } of data) {
      paths.push(filename, ...(before === undefined ? [] : [before]));
    }
    if (data.length < PER_PAGE) return { paths, isCutShort: false };
  }
  return { paths, isCutShort: true };
}
