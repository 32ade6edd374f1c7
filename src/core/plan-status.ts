/**
 * How the status of an enhancement follows the pull requests that carry it out. By state: what the history of the
 * item tells already is not done again, so that an event may come twice, late, or never.
 */
import { movesOf } from "./last-move.ts";
import { laterDay } from "./later-day.ts";
import { editItem, type Item } from "./item.ts";
import type { IsoDate, Status } from "./enhancement.ts";
import type { StatusFile } from "./documents/status-json.ts";
import { refuseMove } from "./lifecycle.ts";

export interface PullRequestMove {
  number: number;
  state: "open" | "closed" | "merged";
  /** Somebody with write opened it, or made it name the enhancement. */
  isTrusted: boolean;
  /** Login of who did what happened last. */
  by: string;
  /** UTC day of it. */
  on: IsoDate;
  /** The commit on the default branch, of a merged one. */
  commit: string | null;
}

/** The item after a pull request that names it, or named it, has changed. `refusal`: its status cannot go there. */
export function followPullRequest(
  item: Item,
  pull: PullRequestMove,
  { isNamed }: { isNamed: boolean },
): Item | { refusal: string } {
  const { status } = item;
  const { number } = pull;
  const isLinked = status.links.pullRequests.includes(number);
  if (isCompletedBy(status, number)) return item;
  if (isNamed && pull.state === "merged") {
    const reason = `pull request ${number} merged`;
    return record(item, "completed", pull, { reason, pullRequests: withNumber(status, number) });
  }
  if (isNamed && pull.state === "open") {
    if (isLinked || !pull.isTrusted) return item;
    const reason = `pull request ${number} carries it out`;
    return record(item, "in-progress", pull, { reason, pullRequests: withNumber(status, number) });
  }
  if (!isLinked) return item;
  const pullRequests = status.links.pullRequests.filter((each) => each !== number);
  const isAlone = pullRequests.every((each) => isCompletedBy(status, each));
  const reason = `pull request ${number} ${pull.state === "open" ? "carries it out no more" : "closed without merging"}`;
  const isWorkedOn = status.status === "in-progress" && isAlone;
  return record(item, isWorkedOn ? statusBefore(status) : status.status, pull, { reason, pullRequests });
}

/**
 * The item after a merged pull request took back another one: ready again where that one had completed it, and completed
 * again where that one had itself taken back what completed it.
 */
export function followRevert(item: Item, reverted: number, pull: PullRequestMove): Item | { refusal: string } {
  const { status } = item;
  const [before, last] = movesOf(status).slice(-2);
  const only = last ?? before;
  if (only?.pullRequest !== reverted || only.status !== status.status) return item;
  const { pullRequests } = status.links;
  const reason = `pull request ${reverted} reverted by ${pull.number}`;
  if (status.status === "completed") return record(item, "ready", pull, { reason, pullRequests });
  const wasTakenBack = last?.status === "ready" && before?.status === "completed";
  return wasTakenBack ? record(item, "completed", pull, { reason, pullRequests }) : item;
}

function isCompletedBy({ history }: StatusFile, number: number): boolean {
  return history.some((change) => change.status === "completed" && change.pullRequest === number);
}

/** Where it stood before it was last taken up. */
function statusBefore({ history }: StatusFile): Status {
  return history.findLast(({ status }) => status !== "in-progress")?.status ?? "not-started";
}

function withNumber({ links: { pullRequests } }: StatusFile, number: number): number[] {
  return [...new Set([...pullRequests, number])];
}

function record(
  item: Item,
  to: Status,
  { number, by, on, commit }: PullRequestMove,
  { reason, pullRequests }: { reason: string; pullRequests: number[] },
): Item | { refusal: string } {
  const { status } = item;
  const refusal = refuseMove(status.status, to);
  if (refusal !== undefined) return { refusal };
  const isDone = to === "completed" && commit !== null;
  const change = { status: to, on, by, reason, pullRequest: number, ...(isDone && { commit }) };
  return editItem(item, {
    ...status,
    status: to,
    links: { ...status.links, pullRequests },
    updated: laterDay(status.updated, on),
    history: [...status.history, change],
  });
}
