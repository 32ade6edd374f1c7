/** Questions about the graph of commits. */
import { readCommit, type Commit, type ObjectStore } from "./objects.ts";

/** The commit and what came before it, newest first along all parents, each once. */
export function* ancestors(objects: ObjectStore, sha: string): Generator<Commit> {
  const seen = new Set([sha]);
  const queue = [sha];
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    const commit = readCommit(objects, next);
    yield commit;
    for (const parent of commit.parents) {
      if (seen.has(parent)) continue;
      seen.add(parent);
      queue.push(parent);
    }
  }
}

/** Whether `descendant` contains `sha`: what a fast-forward asks. */
export function contains(objects: ObjectStore, descendant: string, sha: string): boolean {
  for (const commit of ancestors(objects, descendant)) if (commit.sha === sha) return true;
  return false;
}

/** A common ancestor that no other common ancestor descends from; undefined for unrelated histories. */
export function mergeBase(objects: ObjectStore, one: string, other: string): string | undefined {
  if (contains(objects, one, other)) return other;
  const mine = new Set<string>();
  for (const { sha } of ancestors(objects, one)) mine.add(sha);
  const common: string[] = [];
  for (const { sha } of ancestors(objects, other)) if (mine.has(sha)) common.push(sha);
  const hidden = new Set<string>();
  for (const sha of common) for (const parent of readCommit(objects, sha).parents) hidden.add(parent);
  return common.find((sha) => !hidden.has(sha));
}

/** Commits of `head` that `base` does not contain, oldest first. */
export function commitsBetween(objects: ObjectStore, base: string, head: string): Commit[] {
  const known = new Set<string>();
  for (const { sha } of ancestors(objects, base)) known.add(sha);
  const found: Commit[] = [];
  for (const commit of ancestors(objects, head)) if (!known.has(commit.sha)) found.push(commit);
  return found.reverse();
}
