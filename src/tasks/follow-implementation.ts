/** The use case of a status that follows: what a pull request carries out moves with it. */
import { z } from "zod";
import { renderCommitMessage, type Deed } from "../core/commit-message.ts";
import { locate } from "../core/desk.ts";
import { readImplemented, readReverted } from "../core/implementation.ts";
import type { Item } from "../core/item.ts";
import { lastMove } from "../core/last-move.ts";
import { mergedItems, proposedItems, type BacklogItem } from "../core/merged-items.ts";
import { waitingItems } from "../core/waiting-items.ts";
import { followPullRequest, followRevert, type PullRequestMove } from "../core/plan-status.ts";
import { isAtLeast } from "../core/review.ts";
import { viewRolling } from "../core/rolling.ts";
import type { Backlog } from "../core/snapshot.ts";
import { refusePlace } from "../core/refuse-place.ts";
import type { Forge, PullRequestFacts } from "./forge.ts";
import { racing } from "./racing.ts";
import { readItems } from "./read-items.ts";
import { refuseStatus, writeStatus, type StatusChange, type StatusOutcome } from "./write-status.ts";

export const FollowPayload = z.object({
  installationId: z.int().positive(),
  repository: z.object({ id: z.int().positive(), owner: z.string(), name: z.string() }),
  pullNumber: z.int().positive(),
  /** Who did what happened. */
  actor: z.object({ login: z.string(), isBot: z.boolean() }).nullable(),
  /** It is their doing that the pull request is open and names what it names. */
  isTheirWord: z.boolean(),
  /** ISO 8601: when it happened. */
  at: z.string(),
});
export type FollowPayload = z.infer<typeof FollowPayload>;

/**
 * Throws `MovedError` after three lost races, `TakenError` where somebody else took the branch that is to be written, and
 * whatever the forge throws.
 */
export function followImplementation(
  forge: Forge,
  payload: FollowPayload,
  { botLogin }: { botLogin: string },
): Promise<StatusOutcome> {
  return racing(() => followOnce(forge, payload, botLogin));
}

async function followOnce(forge: Forge, payload: FollowPayload, botLogin: string): Promise<StatusOutcome> {
  const backlog = await forge.readBacklog(payload.repository);
  const { ref, config: read, defaultBranch } = backlog.repository;
  const refusal = refusePlace(payload, backlog.repository) ?? refuseStatus(backlog);
  if (refusal !== undefined || !read.ok) return { outcome: "refused", moved: 0, reason: refusal ?? "" };
  const { config } = read;
  const pull = await forge.readPullRequest(ref, payload.pullNumber);
  if (pull.author?.login === botLogin) return { outcome: "refused", moved: 0, reason: "our own follow-up" };
  // On another branch nothing is done yet: that branch's own pull request tells.
  if (pull.base.branch !== defaultBranch) return { outcome: "unchanged", moved: 0, reason: "not the default branch" };

  const rolling = viewRolling(backlog, config.follow_up.branch_prefix);
  const all = [mergedItems, proposedItems, waitingItems].flatMap((itemsOf) => itemsOf(backlog, rolling));
  const items = concerned(all, pull, ref);
  const move = await readMove(forge, backlog, pull, payload);
  const contents = await readItems(forge, backlog, [...items.keys()], config.directory);
  let changes: StatusChange[] = [];
  for (const [at, concern] of items) {
    const before: Item = { status: at.status, files: contents.get(at.name) ?? new Map() };
    const after =
      "reverted" in concern ? followRevert(before, concern.reverted, move) : followPullRequest(before, move, concern);
    if (!("refusal" in after) && after !== before) changes.push({ at, before, after });
  }
  if (move.state === "open" && changes.length > 0) {
    // A branch that moves the status itself brings it along when it merges.
    const { paths } = await forge.readChangedFiles(ref, pull);
    changes = changes.filter(({ at }) => !paths.includes(`${config.directory}/${at.name}/status.json`));
  }
  const where = await writeStatus(forge, backlog, changes, {
    ...{ config, rolling, on: move.on },
    message: renderCommitMessage(changes.map(toDeed), ` for pull request ${pull.number}`),
  });
  return changes.length > 0 ? { outcome: "moved", moved: changes.length, where } : { outcome: "unchanged", moved: 0 };
}

function toDeed({ before, after: { status } }: StatusChange): Deed {
  const isMoved = status.status !== before.status.status;
  return isMoved ? { verb: "move", of: `${status.id} to ${status.status}` } : { verb: "update", of: status.id };
}

type Concern = { isNamed: boolean } | { reverted: number };

/** The enhancements that a pull request names, named once, or takes back. */
function concerned(
  all: readonly BacklogItem[],
  { number, title, body, head, state }: PullRequestFacts,
  repository: { owner: string; name: string },
): Map<BacklogItem, Concern> {
  const found = new Map<BacklogItem, Concern>();
  for (const item of all) {
    if (item.status.links.pullRequests.includes(number)) found.set(item, { isNamed: false });
  }
  for (const reference of readImplemented({ title, body, headRef: head.branch })) {
    const named = locate(reference, all);
    const item = "refusal" in named ? undefined : all.find(({ status }) => status.uid === named.status.uid);
    if (item) found.set(item, { isNamed: true });
  }
  for (const reverted of state === "merged" ? readReverted(body, repository) : []) {
    for (const item of all) {
      if (lastMove(item.status)?.pullRequest === reverted) found.set(item, { reverted });
    }
  }
  return found;
}

async function readMove(
  forge: Pick<Forge, "readRole">,
  { repository: { ref } }: Backlog,
  { number, state, author, mergedBy, closedAt, mergeCommit }: PullRequestFacts,
  { actor, isTheirWord, at }: FollowPayload,
): Promise<PullRequestMove> {
  const speakers = [author, isTheirWord ? actor : null].flatMap((each) => (each && !each.isBot ? [each.login] : []));
  let isTrusted = false;
  for (const login of state === "open" ? new Set(speakers) : []) {
    isTrusted ||= isAtLeast(await forge.readRole(ref, login), "write");
  }
  const who = (state === "merged" ? mergedBy : null) ?? actor?.login ?? author?.login ?? "ghost";
  const on = new Date(closedAt ?? at).toISOString().slice(0, 10);
  return { number, state, isTrusted, by: who, on, commit: mergeCommit };
}
