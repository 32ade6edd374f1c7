/** The button of the check run: one commit on the head branch brings the headers in line with status.json. */
import { z } from "zod";
import { NOTHING_WRITTEN } from "../core/preview.ts";
import { isAtLeast } from "../core/review.ts";
import { refusePlace } from "../core/refuse-place.ts";
import { checkPullRequest, CheckPayload, readHeaderFix, type CheckForge } from "./check-pull-request.ts";
import type { Forge } from "./forge.ts";
import { racing } from "./racing.ts";

export const FixHeadersPayload = CheckPayload.omit({ isAskedAgain: true }).extend({
  /** Who pressed it. */
  actor: z.object({ login: z.string(), isBot: z.boolean() }),
});
export type FixHeadersPayload = z.infer<typeof FixHeadersPayload>;

export interface FixOutcome {
  outcome: "fixed" | "unchanged" | "refused";
  reason?: string;
}

/** Throws `MovedError` after three lost races, `RefusedError` where a rule refuses the commit, and what the forge throws. */
export async function fixHeaders(
  forge: CheckForge & Pick<Forge, "readRole" | "commitFiles">,
  { repository, pullNumber, actor }: Omit<FixHeadersPayload, "installationId">,
): Promise<FixOutcome> {
  const { repository: now } = await forge.readBacklog(repository);
  const { ref, config: read } = now;
  const elsewhere = refusePlace({ repository }, now);
  if (elsewhere !== undefined) return { outcome: "refused", reason: elsewhere };
  const config = read.ok ? read.config : read.meanwhile;
  if (!config.enabled || config.check === "off") return { outcome: "refused", reason: "the config wants no check" };
  // Nobody but who may push is shown the button; who presses it is asked for all the same.
  const role = actor.isBot ? "none" : await forge.readRole(ref, actor.login, { isAnew: true });
  if (!isAtLeast(role, "write")) return { outcome: "refused", reason: "no permission" };
  if (config.mode === "preview") {
    // The check may be older than the mode: told again, it has no button.
    await checkPullRequest(forge, { repository, pullNumber });
    return { outcome: "refused", reason: NOTHING_WRITTEN };
  }
  return racing(async () => {
    const pull = await forge.readPullRequest(ref, pullNumber);
    if (pull.state !== "open") return { outcome: "refused", reason: "the pull request is not open" };
    if (pull.head.isFork) return { outcome: "refused", reason: "its branch is in a fork" };
    const files = await readHeaderFix(forge, ref, { pull, config });
    if (files.length > 0) {
      await forge.commitFiles(ref, {
        ...{ branch: pull.head.branch, parent: pull.head.sha, create: false, files },
        message: "docs(enhancements): bring the headers in line with status.json",
      });
    }
    // The push is our own, which nobody tells us of: the new head gets its check here.
    await checkPullRequest(forge, { repository, pullNumber });
    return { outcome: files.length > 0 ? "fixed" : "unchanged" };
  });
}
