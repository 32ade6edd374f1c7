/** Makes a plan true, step by step. Every step looks for its own work first, so that a second run changes nothing. */
import type { Config } from "../core/config.ts";
import type { ClosePlan } from "../core/close-plan.ts";
import type { CapturePlan } from "../core/plan-capture.ts";
import type { PullRequestPlan } from "../core/pull-request-plan.ts";
import { isAtLeast } from "../core/review.ts";
import type { Backlog, RepositoryRef, Snapshot } from "../core/snapshot.ts";
import { commitToBranch } from "./commit-to-branch.ts";
import { checkPullRequest } from "./check-pull-request.ts";
import type { Forge } from "./forge.ts";

/** What a plan makes beside commits. */
export type Applied = { followUps: { branch: string; number: number }[] };

/** Throws `MovedError` or `RefusedError` where a commit does. */
export async function applyPlan(
  forge: Forge,
  backlog: Backlog | Snapshot,
  { commits, pullRequests, closes }: Extract<CapturePlan, { action: "apply" }>,
  config: Config,
): Promise<Applied> {
  const { ref, defaultBranch } = backlog.repository;
  for (const { existing, bodyFirst } of pullRequests) {
    if (!existing || bodyFirst === undefined) continue;
    await forge.updatePullRequest(ref, existing.number, { title: existing.title, body: bodyFirst });
  }
  for (const commit of commits) await commitToBranch(forge, backlog, commit);
  const followUps: Applied["followUps"] = [];
  for (const plan of pullRequests) {
    const number = await ensurePullRequest(forge, ref, plan, { base: defaultBranch, config });
    followUps.push({ branch: plan.branch, number });
    // Our own pushes start nothing, and a required check that never reports keeps a pull request from merging.
    if (config.check === "always") await checkPullRequest(forge, { repository: ref, pullNumber: number });
  }
  for (const close of closes) await ensureClosed(forge, ref, close);
  return { followUps };
}

async function ensurePullRequest(
  forge: Forge,
  ref: RepositoryRef,
  plan: PullRequestPlan,
  { base, config }: { base: string; config: Config },
): Promise<number> {
  const { title, body, isDraft } = plan;
  const existing = plan.existing && (await reopened(forge, ref, plan.existing));
  // A draft until its reviewers are asked: a run that is stopped before that is found by it, and finished.
  const asks = !isDraft && config.follow_up.draft_until_merged && plan.reviewers.length > 0;
  const request = { head: plan.branch, base, title, body, isDraft: isDraft || asks };
  const followUp = existing ?? (await forge.openPullRequest(ref, request));
  const isCurrent = !existing || (existing.title === title && existing.body === body);
  if (!isCurrent) await forge.updatePullRequest(ref, followUp.number, { title, body });
  const missing = plan.labels.filter((label) => !existing?.labels.includes(label));
  if (missing.length > 0) await forge.addLabels(ref, followUp.number, missing);
  if (asks && existing?.isDraft !== false) await askReviewers(forge, ref, followUp.number, plan.reviewers);
  if (followUp.isDraft !== isDraft) await forge.setDraft(followUp, isDraft);
  return followUp.number;
}

async function reopened(forge: Forge, ref: RepositoryRef, existing: NonNullable<PullRequestPlan["existing"]>) {
  if (existing.state === "open") return existing;
  return (await forge.reopenPullRequest(ref, existing.number)) ? existing : null;
}

/** Only people who may push are asked. */
async function askReviewers(forge: Forge, ref: RepositoryRef, number: number, logins: readonly string[]) {
  const asked: string[] = [];
  for (const login of logins) {
    const role = await forge.readRole(ref, login);
    if (isAtLeast(role, "write")) asked.push(login);
  }
  if (asked.length > 0) await forge.requestReviews(ref, number, asked);
}

async function ensureClosed(forge: Forge, ref: RepositoryRef, { existing, body, branch }: ClosePlan): Promise<void> {
  // The body first: it says that we close it, and where the branch stood.
  if (existing.body !== body) await forge.updatePullRequest(ref, existing.number, { title: existing.title, body });
  if (existing.state === "open") await forge.closePullRequest(ref, existing.number);
  if (branch) await forge.deleteBranch(ref, branch);
}
