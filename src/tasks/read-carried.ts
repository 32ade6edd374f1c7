/** What the rolling branch carries, to be written again on top of the default branch where that went on without it. */
import type { Carried } from "../core/carried.ts";
import { bodyBelow } from "../core/documents/enhancement-md.ts";
import { parseStatusJson } from "../core/documents/status-json.ts";
import { ENHANCEMENT_MD, nameOf, STATUS_JSON } from "../core/item.ts";
import { isBehind, mergedItems, proposedItems, startsWith } from "../core/merged-items.ts";
import type { Rolling } from "../core/rolling-place.ts";
import type { Backlog, FileChange, RepositoryRef, TreeFile } from "../core/snapshot.ts";
import type { Forge } from "./forge.ts";
import { readItems } from "./read-items.ts";

interface CarriedOptions {
  /** The enhancements directory. */
  directory: string;
  /** Whether or not the branch fell behind. */
  takesIn?: boolean;
}

type CarriedForge = Pick<Forge, "readDirectories" | "readFiles" | "readEntries" | "readChangedFiles">;

/**
 * All that the rolling branch has beyond the default branch, what people added there among it. Nothing where it has not
 * fallen behind, and where both differ in a way that is for people to settle, when they merge.
 */
export async function readCarried(
  forge: CarriedForge,
  backlog: Backlog,
  rolling: Rolling,
  { directory, takesIn = false }: CarriedOptions,
): Promise<Carried | undefined> {
  if (!rolling.isLive || !(takesIn || isBehind(backlog, rolling))) return undefined;
  const ours = await readOurs(forge, backlog, rolling, directory);
  const theirs = ours && (await readTheirs(forge, backlog, rolling, { known: new Set(ours.known), directory }));
  return theirs && { ours: ours.files, theirs };
}

/** Of each enhancement that the branch changes or adds, the two files that we write. `known`: their paths on the branch. */
async function readOurs(
  forge: CarriedForge,
  backlog: Backlog,
  rolling: Rolling,
  directory: string,
): Promise<{ files: FileChange[]; known: string[] } | undefined> {
  const { head } = backlog.repository;
  const changed = mergedItems(backlog, rolling).filter(({ isPending }) => isPending);
  const pending = [...changed, ...proposedItems(backlog, rolling)];
  const onBase = changed.map(({ name }) => ({ name, commit: head }));
  const onRolling = await readItems(forge, backlog, pending, directory);
  const before = await readItems(forge, backlog, onBase, directory);
  const files: FileChange[] = [];
  const known: string[] = [];
  for (const { name, from = name, status } of pending) {
    const now = onRolling.get(name) ?? new Map<string, string>();
    const base = before.get(name);
    const parsed = parseStatusJson(base?.get(STATUS_JSON) ?? "", STATUS_JSON);
    const goesOn = !base || (parsed.ok && startsWith(status, parsed.value));
    if (name !== nameOf(status) || !goesOn) return undefined;
    if (base && !isSameBody(now.get(ENHANCEMENT_MD), base.get(ENHANCEMENT_MD))) return undefined;
    for (const file of [ENHANCEMENT_MD, STATUS_JSON]) {
      const content = now.get(file);
      const path = `${directory}/${name}/${file}`;
      known.push(`${directory}/${from}/${file}`);
      if (content !== undefined && content !== base?.get(file)) files.push({ path, content });
    }
  }
  return { files, known };
}

/** What else the rolling follow-up changes is people's. What stands on the default branch by now need not be carried. */
async function readTheirs(
  forge: CarriedForge,
  { repository: { ref, head, defaultBranch } }: Backlog,
  { name: branch, existing, commit, directories }: Rolling,
  { known, directory }: { known: ReadonlySet<string>; directory: string },
): Promise<TreeFile[] | undefined> {
  if (!existing) return [];
  const changed = await forge.readChangedFiles(ref, {
    number: existing.number,
    head: { branch, sha: commit, isFork: false },
    base: { branch: defaultBranch, sha: head },
  });
  const paths = changed.paths.filter((path) => !known.has(path));
  if (changed.isCutShort) return undefined;
  if (paths.length === 0) return [];
  const renamed = new Map(directories.flatMap(({ name, from }) => (from === undefined ? [] : [[from, name]])));
  const today = new Map(paths.map((path) => [path, todayOf(path, directory, renamed)]));
  const onBranch = await forge.readEntries(ref, commit, paths);
  const onBase = await forge.readEntries(ref, head, [...today.values()]);
  const files: TreeFile[] = [];
  const edited: { given: string; path: string }[] = [];
  for (const [given, path] of today) {
    const [now, before] = [onBranch.get(given), onBase.get(path)];
    if (isSame(now, before)) continue;
    // The default branch is ahead of what the branch has of this enhancement.
    if (path.endsWith(`/${STATUS_JSON}`) && before !== undefined) continue;
    if (path.endsWith(`/${ENHANCEMENT_MD}`) && isFile(now) && isFile(before)) edited.push({ given, path });
    else if (!isFile(now) || before !== undefined) return undefined;
    else files.push({ ...now, path });
  }
  return (await differInBody(forge, ref, { edited, commit, head })) ? undefined : files;
}

/** Whether people wrote something else below the headers: on one branch, or on the other. */
async function differInBody(
  forge: CarriedForge,
  ref: RepositoryRef,
  { edited, commit, head }: { edited: readonly { given: string; path: string }[]; commit: string; head: string },
): Promise<boolean> {
  if (edited.length === 0) return false;
  const onBranch = await forge.readFiles(
    ref,
    commit,
    edited.map(({ given }) => given),
  );
  const onBase = await forge.readFiles(
    ref,
    head,
    edited.map(({ path }) => path),
  );
  return edited.some(({ given, path }) => {
    const [now, before] = [onBranch.get(given), onBase.get(path)];
    return now === undefined || before === undefined || !isSameBody(now, before);
  });
}

function isSame(one: TreeFile | "folder" | undefined, other: TreeFile | "folder" | undefined): boolean {
  return isFile(one) && isFile(other) ? one.sha === other.sha && one.mode === other.mode : one === other;
}

function isFile(entry: TreeFile | "folder" | undefined): entry is TreeFile {
  return entry !== undefined && entry !== "folder";
}

/** Where a file of a directory stands that the default branch has renamed since. */
function todayOf(path: string, directory: string, renamed: ReadonlyMap<string, string>): string {
  if (!path.startsWith(`${directory}/`)) return path;
  const [name = "", ...rest] = path.slice(directory.length + 1).split("/");
  return [directory, renamed.get(name) ?? name, ...rest].join("/");
}

function isSameBody(one: string | undefined, other: string | undefined): boolean {
  return bodyBelow(one ?? "") === bodyBelow(other ?? "");
}
