/**
 * One commit through the Git data API: tree with inline content, commit, ref. No author or committer is given, so
 * that GitHub signs the commit as the App (https://docs.github.com/authentication, "Signature verification for bots").
 */
import { RequestError } from "@octokit/request-error";
import type { RepositoryRef } from "../core/snapshot.ts";
import { MovedError, RefusedError, type CommitRequest } from "../tasks/forge.ts";
import type { GitHubClient } from "./client.ts";
import type { SnapshotCaches } from "./read-snapshot.ts";

/**
 * Writes `files` over the tree of `parent` and moves, or makes, the branch. A tree or commit left behind by a crash
 * is unreachable and harmless. Throws `MovedError` when the branch is not at `parent` (or exists, with `create`),
 * `RefusedError` when it is and GitHub still says no.
 */
export async function commitFiles(
  octokit: GitHubClient,
  caches: Pick<SnapshotCaches, "treeByCommit">,
  { owner, name: repo }: RepositoryRef,
  { branch, parent, create, message, files }: CommitRequest,
): Promise<void> {
  const { git } = octokit.rest;
  // GitHub documents `base_tree` as a tree, and not everything that speaks its API takes a commit for one.
  const baseTree =
    caches.treeByCommit.get(parent) ?? (await git.getCommit({ owner, repo, commit_sha: parent })).data.tree.sha;
  const tree = await refusable(
    git.createTree({
      ...{ owner, repo, base_tree: baseTree },
      tree: files.map(({ path, content }) => ({ path, content, mode: "100644", type: "blob" })),
    }),
  );
  const commit = await git.createCommit({ owner, repo, message, tree: tree.data.sha, parents: [parent] });
  const sha = commit.data.sha;
  try {
    if (create) await git.createRef({ owner, repo, ref: `refs/heads/${branch}`, sha });
    else await git.updateRef({ owner, repo, ref: `heads/${branch}`, sha, force: false });
  } catch (error) {
    throw await classify(error);
  }

  /** GitHub answers 422 for a lost race and for a rule alike: where the branch stands now tells them apart. */
  async function classify(error: unknown): Promise<unknown> {
    if (!(error instanceof RequestError) || ![403, 409, 422].includes(error.status)) return error;
    const head = await readHead(octokit, { owner, repo, branch });
    if (create ? head !== undefined : head !== parent) {
      return new MovedError(`branch ${branch} of ${owner}/${repo} moved`, { cause: error });
    }
    return new RefusedError(`${owner}/${repo} refuses a commit on ${branch}`, { cause: error });
  }
}

/** 409 on content is push protection: a secret was found, or the repository cannot be written to. */
async function refusable<Answer>(request: Promise<Answer>): Promise<Answer> {
  try {
    return await request;
  } catch (error) {
    if (error instanceof RequestError && error.status === 409) {
      throw new RefusedError("GitHub refuses the content of the commit", { cause: error });
    }
    throw error;
  }
}

async function readHead(
  octokit: GitHubClient,
  { owner, repo, branch }: { owner: string; repo: string; branch: string },
): Promise<string | undefined> {
  try {
    const { data } = await octokit.rest.git.getRef({ owner, repo, ref: `heads/${branch}` });
    return data.object.sha;
  } catch (error) {
    if (error instanceof RequestError && error.status === 404) return undefined;
    throw error;
  }
}
