/** Why a pull request is not captured at all. */
import type { Config } from "./config.ts";
import { sameLogin } from "./review.ts";
import type { Snapshot } from "./snapshot.ts";

/** A reason in the words of the log, or nothing when the capture may go on. `botLogin` is our own. */
export function refuseCapture(snapshot: Snapshot, config: Config, botLogin: string): string | undefined {
  const { pullRequest } = snapshot.feedback;
  if (snapshot.repository.isArchived) return "the repository is archived";
  if (!config.enabled) return "switched off by config";
  if (pullRequest.state === "closed") return "closed without being merged";
  if (config.capture.on === "merge" && pullRequest.state === "open") return "waits for the merge";
  if (pullRequest.author && !pullRequest.isFork && sameLogin(pullRequest.author.login, botLogin)) {
    return "our own follow-up is never mined";
  }
  if (pullRequest.author?.kind === "bot" && !config.capture.bot_pull_requests) return "opened by a bot";
  return undefined;
}
