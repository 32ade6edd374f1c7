/**
 * The use case of the product: make the follow-up of one pull request true. It reads what stands now, decides, and
 * acts on the difference, so that it may run twice, late, or after a crash and end in the same place.
 */
import { z } from "zod";
import { refuseCapture } from "../core/refuse-capture.ts";
import { renderConfigProblems } from "../core/config-problems.ts";
import { mineSuggestions } from "../core/mine/mine.ts";
import { planCapture, type CapturePlan } from "../core/plan-capture.ts";
import { renderSourceComment, SOURCE_COMMENT_MARKER } from "../core/pull-request.ts";
import type { Config } from "../core/config.ts";
import { ROLES, type Author, type Role } from "../core/review.ts";
import type { RepositoryRef, Snapshot } from "../core/snapshot.ts";
import type { Mined } from "../core/suggestion.ts";
import { MovedError, RefusedError, type Forge } from "./forge.ts";

export const CapturePayload = z.object({
  installationId: z.int().positive(),
  repository: z.object({ id: z.int().positive(), owner: z.string(), name: z.string() }),
  pullNumber: z.int().positive(),
});
export type CapturePayload = z.infer<typeof CapturePayload>;

/** What became of a capture, in the fixed words of the log. */
export interface CaptureOutcome {
  outcome: "captured" | "unchanged" | "nothing found" | "refused";
  /** How many suggestions this run added. */
  added: number;
  /** The follow-up pull request, where there is one. */
  followUp?: number;
  reason?: string;
}

interface CaptureOptions {
  /** Our own login, for the history in `status.json`. */
  botLogin: string;
}

/** How often a lost race is planned again before the job is given back to the queue. */
const RACES = 3;

/** Throws `MovedError` after three lost races, and whatever the forge throws. */
export async function capturePullRequest(
  forge: Forge,
  { repository, pullNumber }: Pick<CapturePayload, "repository" | "pullNumber">,
  options: CaptureOptions,
): Promise<CaptureOutcome> {
  for (let race = 1; ; race++) {
    const snapshot = await forge.readSnapshot(repository, pullNumber);
    try {
      return await captureSnapshot(forge, snapshot, options);
    } catch (error) {
      if (!(error instanceof MovedError) || race === RACES) throw error;
    }
  }
}

async function captureSnapshot(
  forge: Forge,
  snapshot: Snapshot,
  { botLogin }: CaptureOptions,
): Promise<CaptureOutcome> {
  const { repository, feedback } = snapshot;
  if (!repository.config.ok) {
    const check = renderConfigProblems(repository.config.problems);
    await forge.ensureCheckRun(repository.ref, { ...check, commit: feedback.pullRequest.headSha });
    return { outcome: "refused", added: 0, reason: "the config is invalid" };
  }
  const config = repository.config.config;
  const refusal = refuseCapture(snapshot, config, botLogin);
  if (refusal !== undefined) return { outcome: "refused", added: 0, reason: refusal };

  const mined = await mine(forge, snapshot, config, botLogin);
  const plan = planCapture(snapshot, mined, { config, botLogin });
  try {
    return await applyPlan(forge, snapshot, plan, config);
  } catch (error) {
    if (!(error instanceof RefusedError) || plan.action !== "commit") throw error;
    const note = `A rule of this repository refuses commits on \`${repository.defaultBranch}\`, so here is a pull request.`;
    const fallback = planCapture(snapshot, mined, { config: { ...config, mode: "pull-request" }, botLogin, note });
    return applyPlan(forge, snapshot, fallback, config);
  }
}

/** Mines all, asks for the roles of those whose words would be kept, and mines again with the answers. */
async function mine(forge: Forge, snapshot: Snapshot, config: Config, ownLogin: string): Promise<Mined> {
  const all = mineSuggestions(snapshot.feedback, { config, ownLogin, mayBeMined: () => true });
  const { people } = config.capture.from;
  if (people === "anyone") return all;

  const trusted = new Set<string>();
  if (people === "triage") {
    const logins = new Set(
      all.suggestions.flatMap(({ source: { author } }) => (isPerson(author) ? [author.login] : [])),
    );
    for (const login of logins) {
      if (isAtLeastTriage(await forge.readRole(snapshot.repository.ref, login))) trusted.add(login);
    }
  }
  const mayBeMined = (author: Author) => author.kind === "bot" || trusted.has(author.login);
  return mineSuggestions(snapshot.feedback, { config, ownLogin, mayBeMined });
}

function isPerson(author: { login: string; kind: string } | null): author is { login: string; kind: "human" } {
  return author?.kind === "human";
}

function isAtLeastTriage(role: Role): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf("triage");
}

async function applyPlan(forge: Forge, snapshot: Snapshot, plan: CapturePlan, config: Config): Promise<CaptureOutcome> {
  const { ref, defaultBranch } = snapshot.repository;
  if (plan.action === "none") return { outcome: plan.found === 0 ? "nothing found" : "unchanged", added: 0 };
  if (plan.commit) await forge.commitFiles(ref, plan.commit);
  const added = plan.added;
  if (plan.action === "commit") return { outcome: added > 0 ? "captured" : "unchanged", added };

  const { pullRequest } = plan;
  const number = await ensurePullRequest(forge, ref, pullRequest, plan.branch, defaultBranch);
  const missing = pullRequest.labels.filter((label) => !pullRequest.existing?.labels.includes(label));
  if (missing.length > 0) await forge.addLabels(ref, number, missing);
  if (pullRequest.existing?.isDraft === true && !pullRequest.isDraft)
    await forge.markReady(pullRequest.existing.nodeId);
  if (config.follow_up.comment_on_source) {
    const body = renderSourceComment(pullRequest.items, number);
    await forge.ensureComment(ref, snapshot.feedback.pullRequest.number, { marker: SOURCE_COMMENT_MARKER, body });
  }
  return { outcome: added > 0 ? "captured" : "unchanged", added, followUp: number };
}

async function ensurePullRequest(
  forge: Forge,
  ref: RepositoryRef,
  { existing, title, body, isDraft }: Extract<CapturePlan, { action: "pull-request" }>["pullRequest"],
  head: string,
  base: string,
): Promise<number> {
  if (!existing) return (await forge.openPullRequest(ref, { head, base, title, body, isDraft })).number;
  const isCurrent = existing.title === title && existing.body === body;
  if (!isCurrent) await forge.updatePullRequest(ref, existing.number, { title, body });
  return existing.number;
}
