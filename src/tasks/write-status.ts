/**
 * How changes of status are written down: of merged enhancements on the default branch where the config says so, else on
 * the rolling one; of those that wait in an open follow-up on its branch, be it the rolling one.
 */
import type { Config } from "../core/config.ts";
import { changesOf, type Item } from "../core/item.ts";
import type { BacklogItem } from "../core/merged-items.ts";
import { NOTHING_WRITTEN } from "../core/preview.ts";
import { planRolling } from "../core/rolling.ts";
import type { Rolling } from "../core/rolling-place.ts";
import type { Backlog, DirectoryMove, FileChange } from "../core/snapshot.ts";
import { applyPlan } from "./apply-plan.ts";
import { commitToBranch } from "./commit-to-branch.ts";
import { MovedError, RefusedError, type Forge } from "./forge.ts";
import { readCarried } from "./read-carried.ts";

/** Why nothing is written by itself here; nothing where it may be. */
export function refuseStatus({ repository: { config, isArchived } }: Backlog): string | undefined {
  if (isArchived) return "the repository is archived";
  if (!config.ok) return "the config is invalid";
  if (!config.config.enabled) return "switched off";
  return config.config.mode === "preview" ? NOTHING_WRITTEN : undefined;
}

export interface StatusChange {
  at: BacklogItem;
  before: Item;
  after: Item;
}

interface WriteOptions {
  config: Config;
  rolling: Rolling;
  message: string;
  /** UTC day of what happened. */
  on: string;
  takesIn?: boolean;
}

/** Where the last of the changes went. */
type StatusPlace = "base" | "rolling" | "follow-up" | "nowhere";

/** What came of something that may move statuses. */
export interface StatusOutcome {
  outcome: "moved" | "unchanged" | "refused";
  /** How many enhancements were changed. */
  moved: number;
  where?: StatusPlace;
  reason?: string;
}

/**
 * Throws `MovedError` where a branch moved meanwhile, `RefusedError` where the last resort may not be written either, and
 * `TakenError` where somebody else took that; the other branches are written by then.
 */
export async function writeStatus(
  forge: Forge,
  backlog: Backlog,
  changes: readonly StatusChange[],
  { config, rolling, message, ...options }: WriteOptions,
): Promise<StatusPlace> {
  const { ref, defaultBranch, head } = backlog.repository;
  const { directory } = config;
  const filesOf = (some: readonly StatusChange[]) =>
    some.flatMap(({ before, after }) => changesOf(directory, before, after));
  let where: StatusPlace = "nowhere";
  const waiting = Map.groupBy(
    changes.filter(({ at }) => at.branch !== rolling.name),
    ({ at }) => at.branch,
  );
  for (const [branch, some] of waiting) {
    const parent = backlog.branches.find(({ name }) => name === branch)?.head;
    if (parent === undefined) throw new MovedError(`branch ${branch} is gone`);
    await commitToBranch(forge, backlog, { branch, parent, create: false, message, files: filesOf(some) });
    where = "follow-up";
  }
  const others = changes.filter(({ at }) => at.branch === rolling.name);
  // What the rolling branch changes already, or proposes, goes on there: on both branches at once it would clash.
  const isForBase = ({ at }: StatusChange) => config.status.commit_to === "base" && !at.isPending;
  let onRolling = others.filter((change) => !isForBase(change));
  const files = filesOf(others.filter(isForBase));
  if (files.length > 0) {
    try {
      await forge.commitFiles(ref, { branch: defaultBranch, parent: head, create: false, message, files });
      where = "base";
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error;
      onRolling = others;
    }
  }
  await updateRolling(forge, backlog, rolling, { files: filesOf(onRolling), message, config, ...options });
  return filesOf(onRolling).length > 0 ? "rolling" : where;
}

interface RollingFiles {
  files: FileChange[];
  moves?: DirectoryMove[];
  message: string;
  config: Config;
  on?: string;
  /** The default branch is taken in whether or not the branch fell behind: people edited the same files there. */
  takesIn?: boolean;
}

/** Writes on the rolling branch, which takes in the default branch first where it fell behind. Throws as `writeStatus` does. */
export async function updateRolling(
  forge: Forge,
  backlog: Backlog,
  rolling: Rolling,
  { takesIn = false, ...change }: RollingFiles,
): Promise<void> {
  const { directory } = change.config;
  const isWritten = change.files.length + (change.moves ?? []).length > 0;
  const carried = isWritten ? await readCarried(forge, backlog, rolling, { directory, takesIn }) : undefined;
  const plan = planRolling(backlog, rolling, { ...change, carried });
  await applyPlan(forge, backlog, { action: "apply", added: [], ...plan }, change.config);
}
