/** What exists, for a test to look at. */
import { ancestors } from "../git/history.ts";
import { readCommit, type Commit } from "../git/objects.ts";
import { listTree, readTexts, type PathEntry } from "../git/trees.ts";
import type { CheckRun, Issue, PullRequest } from "../model.ts";
import { conversationOf, pullOf, pullsOf, repositoryOf, type World } from "../world.ts";
import { resolve } from "../routes/repositories.ts";

export function createReads(world: World) {
  const find = (name: string) => repositoryOf(world, name);
  return {
    repository: find,
    pullRequest: (name: string, number: number): PullRequest => pullOf(find(name), number),
    /** By number, the lowest first. */
    pullRequests: (name: string): PullRequest[] => pullsOf(find(name)).toSorted((a, b) => a.number - b.number),
    conversation: (name: string, number: number): Issue | PullRequest => conversationOf(find(name), number),
    /** Branch names, sorted. */
    branches: (name: string): string[] =>
      [...find(name).refs.keys()].flatMap((ref) => (ref.startsWith("refs/heads/") ? ref.slice(11) : [])).toSorted(),
    /** Every file of a branch, tag or commit as text. */
    readFiles(name: string, ref: string): Record<string, string> {
      const repository = find(name);
      return readTexts(repository.objects, readCommit(repository.objects, resolve(repository, ref)).tree);
    },
    /** The path of every file of a branch, tag or commit. */
    listFiles(name: string, ref: string): string[] {
      const repository = find(name);
      return [...listTree(repository.objects, readCommit(repository.objects, resolve(repository, ref)).tree).keys()];
    },
    /** The mode and the object of every file of a branch, tag or commit, by its path. */
    readEntries(name: string, ref: string): Record<string, PathEntry> {
      const repository = find(name);
      const { tree } = readCommit(repository.objects, resolve(repository, ref));
      return Object.fromEntries(
        [...listTree(repository.objects, tree)].map(([path, { mode, sha }]) => [path, { mode, sha }]),
      );
    },
    readCommit: (name: string, ref: string): Commit => readCommit(find(name).objects, resolve(find(name), ref)),
    /** The newest first. */
    log: (name: string, ref: string): Commit[] => [...ancestors(find(name).objects, resolve(find(name), ref))],
    checkRuns: (name: string): CheckRun[] => find(name).checkRuns,
  };
}
