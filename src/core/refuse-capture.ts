/** Why a pull request is not captured at all, or not but for what people ask for by command. */
import type { Asked } from "./asked.ts";
import type { Config } from "./config.ts";
import { standingOf } from "./first-follow-up.ts";
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
  // What was asked for is captured, and what is proposed is kept true.
  return asksForAnything(asked) || openFollowUp(snapshot) ? undefined : refuseUnasked(snapshot, config);
}

/** Why nothing is captured but what people ask for by command, in the words of the log; nothing where the rest is, too. */
export function refuseUnasked(snapshot: Snapshot, { capture }: Config): string | undefined {
  const { author } = snapshot.feedback.pullRequest;
  if (author?.kind === "bot" && !capture.bot_pull_requests) return "opened by a bot";
  return refuseBeforeDecision(snapshot);
}

/**
 * No second follow-up comes before the first is merged or closed. Closed means no. One that was asked for meanwhile is not
 * the first, and says nothing of the rest.
 */
function refuseBeforeDecision(snapshot: Snapshot): string | undefined {
  const standing = standingOf(snapshot, openFollowUp(snapshot)?.number);
  if (standing === "waiting") return "the first follow-up waits for a decision";
  return standing === "declined" ? "the first follow-up was declined" : undefined;
}

/** The follow-up of this source that waits for a decision. */
function openFollowUp({ followUps }: Snapshot): FollowUp | undefined {
  return followUps.find(({ isOurs, state }) => isOurs && state === "open");
}

function asksForAnything({ whole, threads, created }: Asked): boolean {
  return whole !== undefined || threads.size > 0 || created.length > 0;
}
