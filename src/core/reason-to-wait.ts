/** Whether a suggestion is published now, or what it waits for. */
import type { Asked } from "./asked.ts";
import type { Config } from "./config.ts";
import type { PullRequest } from "./review.ts";
import type { Suggestion } from "./suggestion.ts";

type Weighed = Pick<Suggestion, "isBlocking" | "isDeferred" | "askedBy">;
type SourcePull = Pick<PullRequest, "state">;

/**
 * What a suggestion waits for: that somebody asks for it; nothing, as the config never keeps what is meant for the pull
 * request itself; the merge, as such a one; or the merge, like everything else.
 */
export type WaitReason = "command" | "never" | "blocking" | "merge";

/**
 * Nothing for what is published now. What is meant for the pull request itself waits until it has merged, and so does
 * everything where the config, or the rolling follow-up, holds it until then. What was asked for never waits.
 */
export function reasonToWait(
  { isBlocking, isDeferred, askedBy }: Weighed,
  { state }: SourcePull,
  { capture, asked, isRolling }: { capture: Config["capture"]; asked: Pick<Asked, "whole">; isRolling: boolean },
): WaitReason | undefined {
  if (askedBy !== undefined || asked.whole !== undefined) return undefined;
  if (capture.on === "command") return "command";
  const isForPull = isBlocking && !isDeferred;
  if (isForPull && capture.blocking === "never") return "never";
  if (state === "merged") return undefined;
  if (isForPull && capture.blocking === "if-open-at-merge") return "blocking";
  return capture.on === "merge" || isRolling ? "merge" : undefined;
}

/** What a suggestion waits for while nobody asks for it, as an object of "waits for"; nothing when it is due now. */
export function waitInWords(suggestion: Weighed, source: SourcePull, { capture, mode }: Config): string | undefined {
  const reason = reasonToWait(suggestion, source, { capture, asked: {}, isRolling: mode === "rolling" });
  if (reason === undefined) return undefined;
  return reason === "command" || reason === "never" ? "/enhance" : "the merge";
}
