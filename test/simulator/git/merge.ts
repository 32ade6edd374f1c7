/** Three-way merge of trees, and of lines within a file that both sides changed. */
import { textOf } from "./changed-files.ts";
import { diffLines, toLines, type LineEdit } from "./line-diff.ts";
import { writeBlob, type ObjectStore } from "./objects.ts";
import { compareTrees, editTree, entryAt, type PathEntry } from "./trees.ts";

export type MergeResult = { tree: string } | { conflicts: string[] };

/** `base` is the tree both sides started from. */
export function mergeTrees(objects: ObjectStore, base: string, ours: string, theirs: string): MergeResult {
  const edits = new Map<string, PathEntry | null>();
  const conflicts: string[] = [];
  for (const { path, before, after } of compareTrees(objects, base, theirs)) {
    const mine = entryAt(objects, ours, path);
    if (mine?.sha === after?.sha && mine?.mode === after?.mode) continue;
    if (mine?.sha === before?.sha && mine?.mode === before?.mode) {
      edits.set(path, after ?? null);
      continue;
    }
    const merged = before && mine && after ? mergeFile(objects, before, mine, after) : undefined;
    if (merged === undefined) conflicts.push(path);
    else edits.set(path, { mode: after?.mode ?? "100644", sha: merged });
  }
  return conflicts.length > 0 ? { conflicts } : { tree: editTree(objects, ours, edits) };
}

function mergeFile(objects: ObjectStore, base: PathEntry, ours: PathEntry, theirs: PathEntry): string | undefined {
  const [old, mine, yours] = [base, ours, theirs].map((entry) => textOf(objects, entry));
  if (old === undefined || mine === undefined || yours === undefined) return undefined;
  const lines = mergeLines(toLines(old), toLines(mine), toLines(yours));
  return lines && writeBlob(objects, Buffer.from(lines.length === 0 ? "" : `${lines.join("\n")}\n`));
}

interface Change {
  /** Lines of the base that are replaced: from, up to but not including to. */
  from: number;
  to: number;
  lines: string[];
}

/** Undefined when both sides changed the same or adjoining lines differently. */
export function mergeLines(base: string[], ours: string[], theirs: string[]): string[] | undefined {
  const mine = toChanges(diffLines(base, ours));
  const yours = toChanges(diffLines(base, theirs));
  const merged: string[] = [];
  let at = 0;
  while (mine.length > 0 || yours.length > 0) {
    const [left, right] = [mine[0], yours[0]];
    if (left && right && left.from <= right.to && right.from <= left.to) {
      const isSame =
        left.from === right.from && left.to === right.to && left.lines.join("\n") === right.lines.join("\n");
      if (!isSame) return undefined;
      mine.shift();
    }
    const isLeft = left !== undefined && (right === undefined || left.from < right.from);
    const next = isLeft ? mine.shift() : yours.shift();
    if (!next) continue;
    merged.push(...base.slice(at, next.from), ...next.lines);
    at = next.to;
  }
  return [...merged, ...base.slice(at)];
}

function toChanges(edits: LineEdit[]): Change[] {
  const changes: Change[] = [];
  let at = 0;
  let open: Change | undefined;
  for (const { kind, text } of edits) {
    if (kind === " ") {
      open = undefined;
      at++;
      continue;
    }
    if (!open) changes.push((open = { from: at, to: at, lines: [] }));
    if (kind === "+") open.lines.push(text);
    else open.to = ++at;
  }
  return changes;
}
