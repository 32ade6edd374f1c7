/** Commits, and whether anybody will see them. */
import type { CommitPlan } from "../core/commit-plan.ts";
import type { Backlog, FollowUp, Snapshot } from "../core/snapshot.ts";
import { MovedError, type Forge } from "./forge.ts";

/**
 * One commit. Where a follow-up is open for its branch, it must be open still when the commit is there: what comes after a
 * merge, or a close, stands where nobody looks. Throws `MovedError` where it is not, and whatever `commitFiles` throws.
 */
export async function commitToBranch(
  forge: Pick<Forge, "commitFiles" | "readPullRequest">,
  backlog: Backlog | Snapshot,
  commit: CommitPlan,
): Promise<void> {
  const { ref } = backlog.repository;
  await forge.commitFiles(ref, commit);
  const isShownIn = ({ branch, state, isOurs }: FollowUp) => isOurs && state === "open" && branch === commit.branch;
  const pull = [...backlog.generated, ...("followUps" in backlog ? backlog.followUps : [])].find(isShownIn);
  if (!pull) return;
  const { state } = await forge.readPullRequest(ref, pull.number);
  if (state !== "open") throw new MovedError(`pull request #${pull.number} was ${state} meanwhile`);
}
