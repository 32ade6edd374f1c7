/**
 * The use case of the product: make the follow-up of one pull request true. It reads what stands now, decides, and
 * acts on the difference, so that it may run twice, late, or after a crash and end in the same place.
 */
import { z } from "zod";
import { hiddenAmong, type Asked } from "../core/asked.ts";
import type { Config } from "../core/config.ts";
import { renderConfigProblems } from "../core/config-problems.ts";
import { decideCapture, readsFor, type CaptureDecision } from "../core/decide-capture.ts";
import type { StatusFile } from "../core/documents/status-json.ts";
import { maskWords } from "../core/mask-words.ts";
import { planCapture, type CapturePlan, type PlanOptions } from "../core/plan-capture.ts";
import { planClosing, readsForClosing } from "../core/plan-closing.ts";
import { NOTHING_WRITTEN, renderPreview } from "../core/preview.ts";
import { renderSourceComment, SOURCE_COMMENT_MARKER } from "../core/pull-request.ts";
import { refuseCapture } from "../core/refuse-capture.ts";
import { refusePlace } from "../core/refuse-place.ts";
import { viewRolling } from "../core/rolling.ts";
import type { Snapshot } from "../core/snapshot.ts";
import { filesToVerify, verifySuggestions } from "../core/verify-suggestions.ts";
import type { Incomplete, Mined } from "../core/suggestion.ts";
import { applyPlan } from "./apply-plan.ts";
import { MovedError, RefusedError, SecretError, type Forge } from "./forge.ts";
import { mineSnapshot, readAskedOf } from "./mine-snapshot.ts";
import { racing } from "./racing.ts";
import { readCarried } from "./read-carried.ts";
import { readItems } from "./read-items.ts";
import { redactFeedback } from "./redacting-forge.ts";

export const CapturePayload = z.object({
  installationId: z.int().positive(),
  repository: z.object({ id: z.int().positive(), owner: z.string(), name: z.string() }),
  pullNumber: z.int().positive(),
  isPrivate: z.boolean().optional(),
});
export type CapturePayload = z.infer<typeof CapturePayload>;

/** What became of a capture, in the fixed words of the log. */
export interface CaptureOutcome {
  outcome: "captured" | "updated" | "unchanged" | "nothing found" | "closed" | "previewed" | "refused";
  /** How many suggestions this run added. */
  added: number;
  /** The follow-up pull request, where there is one. */
  followUp?: number;
  reason?: string;
  /** What the follow-up carries now, for an answer to whoever asked; never logged. */
  items?: Pick<StatusFile, "id" | "title" | "source">[];
  /** See `hiddenAmong`; for an answer as well. Absent when there are none. */
  hidden?: ReadonlyMap<number, string>;
}

export interface CaptureOptions {
  /** Our own login, for the history in `status.json`. */
  botLogin: string;
  /** User ids of bots that may command, by the operator's word. */
  allowedBots?: readonly number[];
  /** Told of texts that seem to hold more findings than were read. */
  onIncomplete?: ((texts: readonly Incomplete[]) => void) | undefined;
  /** Who asked for this pull request to be mined now, in a comment somewhere else. */
  askedBy?: string;
}

/**
 * Where GitHub finds a secret that was not known for one, words that may be it are left out, once. Throws `MovedError`
 * after three lost races, also where a branch that was restored is not seen, `TakenError` where all goes to a branch that
 * somebody else took, and whatever the forge throws.
 */
export function capturePullRequest(
  forge: Forge,
  { repository, pullNumber, isPrivate }: Pick<CapturePayload, "repository" | "pullNumber" | "isPrivate">,
  options: CaptureOptions,
): Promise<CaptureOutcome> {
  const lost = new Set<string>();
  const restored = new Set<string>();
  let isMasked = false;
  return racing(async () => {
    for (;;) {
      const read = await forge.readSnapshot(repository, pullNumber);
      const snapshot = isMasked ? await masked(read) : read;
      const reason = refusePlace({ repository, isPrivate }, snapshot.repository);
      if (reason !== undefined) return { outcome: "refused", added: 0, reason };
      try {
        const outcome = await captureSnapshot(forge, snapshot, { ...options, lost, restored });
        if (outcome !== "again") return outcome;
      } catch (error) {
        if (!(error instanceof SecretError) || isMasked) throw error;
        isMasked = true;
      }
    }
  });
}

async function masked(snapshot: Snapshot): Promise<Snapshot> {
  const feedback = await redactFeedback(snapshot.feedback, (text) => Promise.resolve(maskWords(text)));
  return { ...snapshot, feedback };
}

interface RunOptions extends CaptureOptions {
  /** Branches that cannot be restored. */
  lost: Set<string>;
  /** Branches that this run has restored. */
  restored: Set<string>;
}

async function captureSnapshot(
  forge: Forge,
  snapshot: Snapshot,
  options: RunOptions,
): Promise<CaptureOutcome | "again"> {
  const { repository, feedback } = snapshot;
  const { botLogin } = options;
  if (!repository.config.ok) {
    if (!repository.config.meanwhile.enabled) return { outcome: "refused", added: 0, reason: "switched off by config" };
    const check = renderConfigProblems(repository.config.problems);
    await forge.ensureCheckRun(repository.ref, { ...check, commit: feedback.pullRequest.headSha });
    return { outcome: "refused", added: 0, reason: "the config is invalid" };
  }
  const { config } = repository.config;
  const { allowedBots = [], askedBy } = options;
  const asked = await readAskedOf(forge, snapshot, { config, allowedBots, askedBy });
  const reason = refuseCapture(snapshot, { config, asked, botLogin });
  if (reason !== undefined) return { outcome: "refused", added: 0, reason };
  const isClosed = feedback.pullRequest.state === "closed";
  const outcome = isClosed
    ? await close(forge, snapshot, { config, botLogin })
    : await captureAsked(forge, snapshot, { config, asked }, options);
  const hidden = hiddenAmong(asked);
  return outcome === "again" || hidden.size === 0 ? outcome : { ...outcome, hidden };
}

async function captureAsked(
  forge: Forge,
  snapshot: Snapshot,
  { config, asked }: Pick<Decided, "config" | "asked">,
  options: RunOptions,
): Promise<CaptureOutcome | "again"> {
  const { repository, feedback } = snapshot;
  const ownLogin = options.botLogin;
  const mined = await verify(forge, snapshot, await mineSnapshot(forge, snapshot, { config, asked, ownLogin }));
  if (mined.incomplete) options.onIncomplete?.(mined.incomplete);
  const decision = decideCapture(snapshot, mined, { config, asked, ...options });
  if (config.mode === "preview") {
    const check = renderPreview(snapshot, decision, config);
    await forge.ensureCheckRun(repository.ref, { ...check, commit: feedback.pullRequest.headSha });
    return { outcome: "previewed", added: 0 };
  }
  return carryOut(forge, snapshot, { mined, asked, decision, config }, options);
}

interface Decided {
  mined: Mined;
  asked: Asked;
  decision: CaptureDecision;
  config: Config;
}

async function carryOut(
  forge: Forge,
  snapshot: Snapshot,
  { mined, asked, decision, config }: Decided,
  options: RunOptions,
  note?: string,
): Promise<CaptureOutcome | "again"> {
  const { ref, defaultBranch } = snapshot.repository;
  const contents = await readItems(forge, snapshot, readsFor(decision, snapshot), config.directory);
  const rolling = viewRolling(snapshot, config.follow_up.branch_prefix);
  const isElsewhere = decision.sightings.length + decision.reopened.length > 0;
  const carried = isElsewhere ? await readCarried(forge, snapshot, rolling, config) : undefined;
  const planOptions: PlanOptions = { config, contents, carried, note, botLogin: options.botLogin };
  const plan = planCapture(snapshot, decision, planOptions);
  if (plan.action === "none") {
    const [held] = decision.held;
    return {
      outcome: plan.found === 0 ? "nothing found" : "unchanged",
      added: 0,
      ...(held && { reason: held.reason }),
    };
  }
  if (plan.action === "restore") {
    const { branch, head } = plan;
    if (options.restored.has(branch)) throw new MovedError(`the branch ${branch} was restored and is not there`);
    options.restored.add(branch);
    if (!(await forge.restoreBranch(ref, branch, head))) options.lost.add(branch);
    return "again";
  }
  try {
    return await apply(forge, snapshot, plan, config);
  } catch (error) {
    if (!(error instanceof RefusedError) || error instanceof SecretError || decision.mode !== "commit") throw error;
    const refused = `A rule of this repository refuses commits on \`${defaultBranch}\`, so here is a pull request.`;
    const fallback = { ...config, mode: "pull-request" as const };
    const instead = decideCapture(snapshot, mined, { config: fallback, asked, ...options });
    return carryOut(forge, snapshot, { mined, asked, decision: instead, config: fallback }, options, refused);
  }
}

async function verify(forge: Forge, snapshot: Snapshot, mined: Mined): Promise<Mined> {
  const { commit, paths } = filesToVerify(snapshot, mined);
  if (paths.length === 0) return mined;
  const files = await forge.readFiles(snapshot.repository.ref, commit, paths);
  return verifySuggestions(mined, { paths, files, isMerged: snapshot.feedback.pullRequest.state === "merged" });
}

async function apply(
  forge: Forge,
  snapshot: Snapshot,
  plan: Extract<CapturePlan, { action: "apply" }>,
  config: Config,
): Promise<CaptureOutcome> {
  const { followUps } = await applyPlan(forge, snapshot, plan, config);
  const [first] = plan.pullRequests;
  const [followUp] = followUps;
  // The rolling follow-up carries what came from elsewhere too.
  const { number } = snapshot.feedback.pullRequest;
  const own = (first?.items ?? plan.added).filter(({ source }) => source.pullRequest === number);
  if (config.follow_up.comment_on_source && own.length > 0 && followUp) {
    const body = renderSourceComment(own, followUp.number);
    await forge.ensureComment(snapshot.repository.ref, number, {
      ...{ marker: SOURCE_COMMENT_MARKER, body },
    });
  }
  const changed = plan.commits.length > 0 ? "updated" : "unchanged";
  return {
    outcome: plan.added.length > 0 ? "captured" : changed,
    added: plan.added.length,
    ...(followUp && { followUp: followUp.number }),
    items: own,
  };
}

async function close(
  forge: Forge,
  snapshot: Snapshot,
  options: { config: Config; botLogin: string },
): Promise<CaptureOutcome> {
  const { config } = options;
  if (config.mode === "preview") return { outcome: "refused", added: 0, reason: NOTHING_WRITTEN };
  const contents = await readItems(forge, snapshot, readsForClosing(snapshot, options), config.directory);
  const plan = planClosing(snapshot, { ...options, contents });
  if (plan.action !== "apply") return { outcome: "unchanged", added: 0 };
  const followUp = plan.closes[0]?.existing.number;
  const closed = { outcome: "closed", added: 0, ...(followUp !== undefined && { followUp }) } as const;
  try {
    await applyPlan(forge, snapshot, plan, config);
    return closed;
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    // A rule keeps us from the default branch by now: what was committed before stays as it is.
    const commits = plan.commits.filter(({ branch }) => branch !== snapshot.repository.defaultBranch);
    await applyPlan(forge, snapshot, { ...plan, commits }, config);
    const isChanged = commits.length + plan.closes.length > 0;
    return isChanged ? closed : { outcome: "unchanged", added: 0 };
  }
}
