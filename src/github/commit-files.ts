/**
 * One commit through the Git data API: tree with inline content, commit, ref. No author or committer is given, so
 * that GitHub signs the commit as the App (https://docs.github.com/authentication, "Signature verification for bots").
 */
import { RequestError } from "@octokit/request-error";
import type { RestEndpointMethodTypes } from "@octokit/rest";
import type { CommitPlan } from "../core/commit-plan.ts";
import type { FileChange, FileMode, RepositoryRef, TreeFile } from "../core/snapshot.ts";
import { MovedError, RefusedError, SecretError } from "../tasks/forge.ts";
import { readHead } from "./branches.ts";
import { classifyFailure } from "./classify-failure.ts";
import type { GitHubClient } from "./client.ts";
import { saysSecret } from "./github-words.ts";
import { readMovedFiles, type MovedFile } from "./moved-files.ts";
import type { SnapshotCaches } from "./read-backlog.ts";
import { adoptOrThrow, repeatable } from "./uncertain.ts";

/**
 * Moves `moves` and writes `kept` and `files` over the tree of `parent` and moves, or makes, the branch. A tree or commit left behind by a
 * crash is unreachable and harmless. Throws `MovedError` when the branch is not at `parent` (or exists, with `create`),
 * `RefusedError` when it is and GitHub still says no, `SecretError` when that is for a secret, `UncertainError` when the
 * branch may move yet.
 */
export async function commitFiles(
  octokit: GitHubClient,
  caches: Pick<SnapshotCaches, "treeByCommit">,
  repository: RepositoryRef,
  { branch, parent, create, onto = parent, message, files, kept = [], moves = [] }: CommitPlan,
  sleep: (ms: number) => Promise<unknown>,
): Promise<void> {
  const { owner, name: repo } = repository;
  const { git } = octokit.rest;
  // GitHub documents `base_tree` as a tree, and not everything that speaks its API takes a commit for one.
  const baseTree =
    caches.treeByCommit.get(onto) ?? (await git.getCommit({ owner, repo, commit_sha: onto })).data.tree.sha;
  const moved = await readMovedFiles(octokit, repository, parent, moves);
  // Objects have no name until the branch is there: made twice, the second is found to be the first or is garbage.
  const tree = await refusable(
    repeatable(() =>
      git.createTree({
        ...{ owner, repo, base_tree: baseTree },
        tree: treeEntries({ files, kept, moved }, { isOnParent: onto === parent }),
      }),
    ),
  );
  // What a run that was stopped has moved already leaves nothing to commit.
  if (moves.length > 0 && tree.data.sha === baseTree && onto === parent && !create) return;
  const parents = [...new Set([parent, onto])];
  const commit = await repeatable(() => git.createCommit({ owner, repo, message, tree: tree.data.sha, parents }));
  const sha = commit.data.sha;
  const move = async () => {
    if (create) await git.createRef({ owner, repo, ref: `refs/heads/${branch}`, sha });
    else await git.updateRef({ owner, repo, ref: `heads/${branch}`, sha, force: false });
    return sha;
  };
  const find = async () => {
    const head = await readHead(octokit, repository, branch);
    if (head === undefined || head === parent) return undefined;
    if (head !== sha) throw new MovedError(`branch ${branch} of ${owner}/${repo} moved`);
    return head;
  };
  try {
    await adoptOrThrow(move, { find, sleep });
  } catch (error) {
    throw await classify(error);
  }

  /** GitHub answers 422 for a lost race and for a rule alike: where the branch stands now tells them apart. */
  async function classify(error: unknown): Promise<unknown> {
    if (!(error instanceof RequestError) || ![403, 409, 422].includes(error.status)) return error;
    if (classifyFailure(error) === "suspended") return error;
    const head = await readHead(octokit, repository, branch);
    if (create ? head !== undefined : head !== parent) {
      return new MovedError(`branch ${branch} of ${owner}/${repo} moved`, { cause: error });
    }
    return refusal(`${owner}/${repo} refuses a commit on ${branch}`, error);
  }
}

type TreeEntry = RestEndpointMethodTypes["git"]["createTree"]["parameters"]["tree"][number];

interface TreeParts {
  files: readonly FileChange[];
  kept: readonly TreeFile[];
  moved: readonly MovedFile[];
}

/** What is kept or was moved goes by its object; where something is written in its place, that keeps its mode. */
function treeEntries({ files, kept, moved }: TreeParts, { isOnParent }: { isOnParent: boolean }): TreeEntry[] {
  const written = new Set(files.map(({ path }) => path));
  const arrived = moved.flatMap(({ to: path, ...file }) => (path === null ? [] : [{ ...file, path }]));
  const standing: TreeFile[] = [...kept, ...arrived];
  const modes = new Map(standing.map(({ path, mode }) => [path, mode]));
  const gone = isOnParent ? moved.flatMap(({ from: path, ...file }) => (path === null ? [] : [{ ...file, path }])) : [];
  return [
    ...gone
      .filter(({ path }) => !written.has(path))
      .map(({ path, mode }): TreeEntry => ({ path, mode, type: typeOf(mode), sha: null })),
    ...standing
      .filter(({ path }) => !written.has(path))
      .map(({ path, mode, sha }): TreeEntry => ({ path, mode, type: typeOf(mode), sha })),
    ...files.map(({ path, content }): TreeEntry => ({
      ...{ path, mode: modes.get(path) ?? "100644", type: "blob" },
      ...(content === null ? { sha: null } : { content }),
    })),
  ];
}

function typeOf(mode: FileMode): "commit" | "blob" {
  return mode === "160000" ? "commit" : "blob";
}

/** 409 on content is push protection: a secret was found, or the repository cannot be written to. */
async function refusable<Answer>(request: Promise<Answer>): Promise<Answer> {
  try {
    return await request;
  } catch (error) {
    if (error instanceof RequestError && error.status === 409) {
      throw refusal("GitHub refuses the content of the commit", error);
    }
    throw error;
  }
}

function refusal(message: string, cause: RequestError): RefusedError {
  return saysSecret(cause.message) ? new SecretError(message, { cause }) : new RefusedError(message, { cause });
}
