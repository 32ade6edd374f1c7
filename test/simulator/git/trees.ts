/** Trees by path: look up, list, edit, compare. Subtrees that are equal are never walked. */
import { EMPTY_TREE, readBlob, readTree, writeTree, type ObjectStore, type TreeEntry } from "./objects.ts";

export const TREE_MODE = "40000";

export type PathEntry = Omit<TreeEntry, "name">;

/** What stands at `path`; `""` is the tree itself. */
export function entryAt(objects: ObjectStore, tree: string, path: string): PathEntry | undefined {
  let entry: PathEntry = { mode: TREE_MODE, sha: tree };
  for (const name of path.split("/").filter((part) => part !== "")) {
    if (entry.mode !== TREE_MODE) return undefined;
    const found = readTree(objects, entry.sha).entries.find((child) => child.name === name);
    if (!found) return undefined;
    entry = found;
  }
  return entry;
}

/** Every entry below a tree by its path. `trees` adds the directories themselves, parents first. */
export function listTree(objects: ObjectStore, tree: string, { trees = false } = {}): Map<string, PathEntry> {
  const found = new Map<string, PathEntry>();
  walk(tree, "");
  return found;

  function walk(sha: string, prefix: string): void {
    for (const entry of readTree(objects, sha).entries) {
      const path = prefix + entry.name;
      if (entry.mode !== TREE_MODE || trees) found.set(path, entry);
      if (entry.mode === TREE_MODE) walk(entry.sha, `${path}/`);
    }
  }
}

/** Files as text by path; submodules are left out. */
export function readTexts(objects: ObjectStore, tree: string): Record<string, string> {
  const files = [...listTree(objects, tree)].filter(([, { mode }]) => mode !== "160000");
  return Object.fromEntries(files.map(([path, { sha }]) => [path, readBlob(objects, sha).content.toString()]));
}

/** A new tree: `base` with each path set, or removed where the entry is null. Empty directories vanish. */
export function editTree(objects: ObjectStore, base: string, edits: Map<string, PathEntry | null>): string {
  const children = new Map(readTree(objects, base).entries.map((entry) => [entry.name, entry]));
  const below = new Map<string, Map<string, PathEntry | null>>();
  for (const [path, entry] of edits) {
    const slash = path.indexOf("/");
    if (slash === -1) {
      if (entry) children.set(path, { name: path, ...entry });
      else children.delete(path);
      continue;
    }
    const name = path.slice(0, slash);
    const inner = below.get(name) ?? new Map<string, PathEntry | null>();
    below.set(name, inner.set(path.slice(slash + 1), entry));
  }
  for (const [name, inner] of below) {
    const child = children.get(name);
    const sha = editTree(objects, child?.mode === TREE_MODE ? child.sha : emptyTree(objects), inner);
    if (sha === EMPTY_TREE) children.delete(name);
    else children.set(name, { name, mode: TREE_MODE, sha });
  }
  return writeTree(objects, [...children.values()]);
}

function emptyTree(objects: ObjectStore): string {
  return writeTree(objects, []);
}

export interface TreeChange {
  path: string;
  before: PathEntry | undefined;
  after: PathEntry | undefined;
}

/** The files that differ, in the order of their paths. */
export function compareTrees(objects: ObjectStore, before: string, after: string): TreeChange[] {
  const changes: TreeChange[] = [];
  compare(before, after, "");
  return changes.toSorted((a, b) => Buffer.compare(Buffer.from(a.path), Buffer.from(b.path)));

  function compare(left: string | undefined, right: string | undefined, prefix: string): void {
    if (left === right) return;
    const [old, now] = [left, right].map(
      (sha) => new Map((sha === undefined ? [] : readTree(objects, sha).entries).map((entry) => [entry.name, entry])),
    );
    for (const name of new Set([...(old?.keys() ?? []), ...(now?.keys() ?? [])])) {
      const was = old?.get(name);
      const is = now?.get(name);
      if (was?.sha === is?.sha && was?.mode === is?.mode) continue;
      const wasTree = was?.mode === TREE_MODE ? was : undefined;
      const isTree = is?.mode === TREE_MODE ? is : undefined;
      if (wasTree || isTree) compare(wasTree?.sha, isTree?.sha, `${prefix}${name}/`);
      const before = wasTree ? undefined : was;
      const after = isTree ? undefined : is;
      if (before || after) changes.push({ path: prefix + name, before, after });
    }
  }
}
