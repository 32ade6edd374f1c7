/** What a diff of two trees says of each file, as GitHub lists it. */
import { diffLines, toHunks, toLines, type Hunk } from "./line-diff.ts";
import { readBlob, type ObjectStore } from "./objects.ts";
import { compareTrees, type PathEntry } from "./trees.ts";

export interface ChangedFile {
  path: string;
  status: "added" | "removed" | "modified" | "renamed";
  previousPath?: string;
  sha: string;
  additions: number;
  deletions: number;
  /** Empty for binary files, and for a rename without a change. */
  hunks: Hunk[];
}

/** Files that differ between two trees; a file that moved unchanged counts as renamed, as git finds it. */
export function changedFiles(objects: ObjectStore, before: string, after: string): ChangedFile[] {
  const changes = compareTrees(objects, before, after);
  const removed = new Map(
    changes.flatMap(({ path, before: old, after: now }) => (old && !now ? [[old.sha, path]] : [])),
  );
  const moved = new Set<string>();
  const files = changes.map(({ path, before: old, after: now }): ChangedFile => {
    const previousPath = now && !old ? removed.get(now.sha) : undefined;
    if (previousPath !== undefined) {
      moved.add(previousPath);
      return { path, status: "renamed", previousPath, sha: now?.sha ?? "", additions: 0, deletions: 0, hunks: [] };
    }
    const hunks = fileHunks(objects, old, now);
    const count = (kind: string) => hunks.flatMap(({ edits }) => edits).filter((edit) => edit.kind === kind).length;
    const edited = now ? ("modified" as const) : ("removed" as const);
    const status = old ? edited : "added";
    return { path, status, sha: (now ?? old)?.sha ?? "", additions: count("+"), deletions: count("-"), hunks };
  });
  return files.filter(({ path }) => !moved.has(path));
}

/** Hunks between two versions of a file; a missing one is empty. */
function fileHunks(objects: ObjectStore, before: PathEntry | undefined, after: PathEntry | undefined): Hunk[] {
  const [old, now] = [textOf(objects, before), textOf(objects, after)];
  if (old === undefined || now === undefined) return [];
  return toHunks(diffLines(toLines(old), toLines(now)));
}

/** Undefined for what has no lines: binary files, submodules. */
export function textOf(objects: ObjectStore, entry: PathEntry | undefined): string | undefined {
  if (!entry) return "";
  if (entry.mode === "160000" || entry.mode === "40000") return undefined;
  const { content } = readBlob(objects, entry.sha);
  return isBinary(content) ? undefined : content.toString();
}

/** Git's own rule: a NUL among the first 8,000 bytes. */
export function isBinary(content: Buffer): boolean {
  return content.subarray(0, 8_000).includes(0);
}

export function renderPatch(hunks: Hunk[]): string {
  return hunks.flatMap(({ header, edits }) => [header, ...edits.map(({ kind, text }) => kind + text)]).join("\n");
}
