/** Branches of follow-ups: brought back, and taken away. */
import { RequestError } from "@octokit/request-error";
import type { RepositoryRef } from "../core/snapshot.ts";
import { RefusedError } from "../tasks/forge.ts";
import { classifyFailure } from "./classify-failure.ts";
import type { GitHubClient } from "./client.ts";

/** Where a branch stands, 40 hex digits; nothing when it is not there. */
export async function readHead(
  octokit: GitHubClient,
  { owner, name: repo }: RepositoryRef,
  branch: string,
): Promise<string | undefined> {
  try {
    const { data } = await octokit.rest.git.getRef({ owner, repo, ref: `heads/${branch}` });
    return data.object.sha;
  } catch (error) {
    if (error instanceof RequestError && error.status === 404) return undefined;
    throw error;
  }
}

/** Makes a branch at a commit; one that is there already is left alone. False when GitHub has the commit no more. */
export async function restoreBranch(
  octokit: GitHubClient,
  repository: RepositoryRef,
  branch: string,
  commit: string,
): Promise<boolean> {
  const { owner, name: repo } = repository;
  try {
    await octokit.rest.git.createRef({ owner, repo, ref: `refs/heads/${branch}`, sha: commit });
    return true;
  } catch (error) {
    if (!(error instanceof RequestError) || error.status !== 422) throw error;
    return (await readHead(octokit, repository, branch)) !== undefined;
  }
}

/** Deletes a branch that stands at `head`; one that moved on, or is gone, is left alone. */
export async function deleteBranch(
  octokit: GitHubClient,
  repository: RepositoryRef,
  { name, head }: { name: string; head: string },
): Promise<void> {
  if ((await readHead(octokit, repository, name)) !== head) return;
  const { owner, name: repo } = repository;
  try {
    await octokit.rest.git.deleteRef({ owner, repo, ref: `heads/${name}` });
  } catch (error) {
    if (error instanceof RequestError && (error.status === 422 || error.status === 404)) return;
    throw error;
  }
}

/** Makes a lightweight tag; one that is there already is left alone. Throws `RefusedError` where a rule forbids it. */
export async function ensureTag(
  octokit: GitHubClient,
  { owner, name: repo }: RepositoryRef,
  name: string,
  commit: string,
): Promise<void> {
  try {
    await octokit.rest.git.createRef({ owner, repo, ref: `refs/tags/${name}`, sha: commit });
  } catch (error) {
    if (classifyFailure(error) === "rule") {
      throw new RefusedError(`${owner}/${repo} refuses the tag ${name}`, { cause: error });
    }
    if (!(error instanceof RequestError) || error.status !== 422) throw error;
  }
}
