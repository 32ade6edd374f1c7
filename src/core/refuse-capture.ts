/** Why a pull request is not captured at all. */
import type { Asked } from "./asked.ts";
import type { Config } from "./config.ts";
import { parseMarker } from "./marker.ts";
import { sameLogin } from "./review.ts";
import type { FollowUp, Snapshot } from "./snapshot.ts";

interface RefusalFacts {
  config: Config;
  asked: Asked;
  /** Our own login. */
  botLogin: string;
}

/** A reason in the words of the log, or nothing when the capture may go on. */
export function refuseCapture(snapshot: Snapshot, { config, asked, botLogin }: RefusalFacts): string | undefined {
  const { pullRequest } = snapshot.feedback;
  if (snapshot.repository.isArchived) return "the repository is archived";
  if (!config.enabled) return "switched off by config";
  if (asked.isMuted) return "muted by a command";
  if (pullRequest.author && !pullRequest.isFork && sameLogin(pullRequest.author.login, botLogin)) {
    return "our own follow-up is never mined";
  }
  if (isAsked(asked)) return undefined;
  if (pullRequest.author?.kind === "bot" && !config.capture.bot_pull_requests) return "opened by a bot";
  return refuseBeforeDecision(snapshot);
}

/**
 * Without a config nobody has said yet that they want us: the first follow-up asks, and no second one comes before it
 * is merged or closed. Closed means no.
 */
function refuseBeforeDecision({ repository, generated, followUps }: Snapshot): string | undefined {
  if (repository.hasConfig || followUps.some(({ isOurs, state }) => isOurs && state === "open")) return undefined;
  const ours = generated.filter(({ isOurs }) => isOurs);
  if (ours.some(({ state }) => state === "merged")) return undefined;
  if (ours.some(({ state }) => state === "open")) return "the first follow-up waits for a decision";
  return ours.some(isClosedByPerson) ? "the first follow-up was declined" : undefined;
}

function isClosedByPerson({ state, body }: FollowUp): boolean {
  return state === "closed" && !parseMarker(body)?.closed;
}

function isAsked({ whole, threads, created }: Asked): boolean {
  return whole !== undefined || threads.size > 0 || created.length > 0;
}
