/** Follow-up pull requests: opened, closed, reopened, made drafts and ready, and given reviewers. */
import { GraphqlResponseError } from "@octokit/graphql";
import { RequestError } from "@octokit/request-error";
import type { RepositoryRef } from "../core/snapshot.ts";
import type { OpenedPullRequest, PullRequestRequest } from "../tasks/forge.ts";
import type { GitHubClient, Identity } from "./client.ts";
import { CONVERT_TO_DRAFT, MARK_READY } from "./queries.ts";
import { adoptOrThrow, repeatable } from "./uncertain.ts";

/**
 * GitHub answers 422 when there is a pull request for the branch already, which is then ours to go on with, and where
 * drafts do not exist: an ordinary pull request is the next best thing.
 */
export async function openPullRequest(
  octokit: GitHubClient,
  { owner, name: repo }: RepositoryRef,
  { head, base, title, body, isDraft }: PullRequestRequest,
  { self, sleep }: { self: Identity; sleep: (ms: number) => Promise<unknown> },
): Promise<OpenedPullRequest> {
  const find = async () => {
    const { data } = await octokit.rest.pulls.list({ owner, repo, state: "open", head: `${owner}:${head}`, base });
    return data.find(({ user }) => user?.id === self.id);
  };
  const open = (draft: boolean) =>
    adoptOrThrow<OpenedAnswer>(
      async () => (await octokit.rest.pulls.create({ owner, repo, head, base, title, body, draft })).data,
      { find, sleep },
    );
  try {
    return toOpened(await open(isDraft));
  } catch (error) {
    if (!(error instanceof RequestError) || error.status !== 422) throw error;
    const existing = await find();
    if (existing) return toOpened(existing);
    if (!isDraft) throw error;
    return toOpened(await open(false));
  }
}

interface OpenedAnswer {
  number: number;
  node_id: string;
  draft?: boolean;
}

function toOpened({ number, node_id: nodeId, draft: isDraft = false }: OpenedAnswer): OpenedPullRequest {
  return { number, nodeId, isDraft };
}

/** False when GitHub says that it cannot be reopened: its branch is gone, or was made anew. */
export async function reopenPullRequest(
  octokit: GitHubClient,
  { owner, name: repo }: RepositoryRef,
  number: number,
): Promise<boolean> {
  try {
    await repeatable(() => octokit.rest.pulls.update({ owner, repo, pull_number: number, state: "open" }));
    return true;
  } catch (error) {
    if (error instanceof RequestError && error.status === 422) return false;
    throw error;
  }
}

/** Draft to ready, and back; where the repository has no drafts, nothing happens. */
export async function setDraft(octokit: GitHubClient, nodeId: string, isDraft: boolean): Promise<void> {
  try {
    await repeatable(() => octokit.graphql(isDraft ? CONVERT_TO_DRAFT : MARK_READY, { id: nodeId }));
  } catch (error) {
    if (!(isDraft && error instanceof GraphqlResponseError)) throw error;
  }
}

/** Asks for reviews; GitHub refuses all of a list for one who cannot be asked, so each is asked for alone. */
export async function requestReviews(
  octokit: GitHubClient,
  { owner, name: repo }: RepositoryRef,
  number: number,
  logins: readonly string[],
): Promise<void> {
  for (const login of logins) {
    try {
      const request = { owner, repo, pull_number: number, reviewers: [login] };
      await repeatable(() => octokit.rest.pulls.requestReviewers(request));
    } catch (error) {
      if (!(error instanceof RequestError) || error.status !== 422) throw error;
    }
  }
}
