/** What a pull request changes: its diff starts where its branch left the base. */
import { changedFiles, type ChangedFile } from "./git/changed-files.ts";
import { mergeBase } from "./git/history.ts";
import { mergeTrees, type MergeResult } from "./git/merge.ts";
import { EMPTY_TREE, readCommit } from "./git/objects.ts";
import type { PullRequest } from "./model.ts";

/** The tree that the diff starts from, for the head as it is now or as it was at `head`. */
export function baseTreeOf({ repository: { objects }, base, head }: PullRequest, headSha = head.sha): string {
  const start = mergeBase(objects, base.sha, headSha);
  return start === undefined ? EMPTY_TREE : readCommit(objects, start).tree;
}

const diffs = new WeakMap<PullRequest, { key: string; files: ChangedFile[] }>();

/** The files of the pull request, as they stand now. */
export function diffOf(pull: PullRequest): ChangedFile[] {
  const key = `${pull.base.sha}...${pull.head.sha}`;
  const known = diffs.get(pull);
  if (known?.key === key) return known.files;
  const { objects } = pull.repository;
  const files = changedFiles(objects, baseTreeOf(pull), readCommit(objects, pull.head.sha).tree);
  diffs.set(pull, { key, files });
  return files;
}

/** The merged tree, or the files in conflict. */
export function mergePullTrees(pull: PullRequest): MergeResult {
  const { objects } = pull.repository;
  const [ours, theirs] = [pull.base.sha, pull.head.sha].map((sha) => readCommit(objects, sha).tree);
  return mergeTrees(objects, baseTreeOf(pull), ours ?? EMPTY_TREE, theirs ?? EMPTY_TREE);
}

export function isMergeable(pull: PullRequest): boolean {
  return "tree" in mergePullTrees(pull);
}
