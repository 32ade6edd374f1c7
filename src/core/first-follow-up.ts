/** Without a config nobody has said yet that they want us: the first follow-up asks. How that stands. */
import { parseMarker } from "./marker.ts";
import type { Backlog, FollowUp } from "./snapshot.ts";

/**
 * Wanted: somebody wrote a config, or merged one of ours. Waiting, or declined: one before this is open, or was closed by a
 * person. Unanswered: those before were closed by ourselves. First: there is none before.
 */
type Standing = "wanted" | "waiting" | "declined" | "unanswered" | "first";

/** What was said to our follow-ups so far. `own`: the number of the one that asks, once it has one. */
export function standingOf({ repository, generated }: Backlog, own: number | undefined): Standing {
  const ours = generated.filter(({ isOurs }) => isOurs);
  if (repository.hasConfig || ours.some(({ state }) => state === "merged")) return "wanted";
  const earlier = ours.filter(({ number }) => own === undefined || number < own);
  if (earlier.some(({ state }) => state === "open")) return "waiting";
  if (earlier.some(isClosedByPerson)) return "declined";
  return earlier.length > 0 ? "unanswered" : "first";
}

function isClosedByPerson({ state, body }: FollowUp): boolean {
  return state === "closed" && !parseMarker(body)?.closed;
}
