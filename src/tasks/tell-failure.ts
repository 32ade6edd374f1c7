/** The use case of a job that was given up: the pull request it was about is told, once and plainly. */
import { z } from "zod";
import { FAILURE_MARKER, renderFailureNotice } from "../core/failure-notice.ts";
import { refusePlace } from "../core/refuse-place.ts";
import type { Forge } from "./forge.ts";

export const TellFailurePayload = z.object({
  installationId: z.int().positive(),
  repository: z.object({ id: z.int().positive(), owner: z.string(), name: z.string() }),
  pullNumber: z.int().positive(),
  isPrivate: z.boolean().optional(),
  reason: z.enum(["rule", "taken", "failed"]),
  /** Those that somebody else took. */
  branches: z.array(z.string()).optional(),
});
export type TellFailurePayload = z.infer<typeof TellFailurePayload>;

/** At most one comment on a pull request, however many jobs fail there. Nothing where a config does not want us, or it is locked. */
export async function tellFailure(
  forge: Pick<Forge, "readBacklog" | "ensureComment">,
  { repository, pullNumber, isPrivate, reason, branches }: TellFailurePayload,
): Promise<{ outcome: "told" | "refused"; reason?: string }> {
  const { repository: now } = await forge.readBacklog(repository);
  const { config, ref } = now;
  const refusal = refusePlace({ repository, isPrivate }, now);
  if (refusal !== undefined) return { outcome: "refused", reason: refusal };
  if (!config.ok) return { outcome: "refused", reason: "the config is invalid" };
  if (!config.config.enabled) return { outcome: "refused", reason: "switched off by config" };
  const notice = { marker: FAILURE_MARKER, body: renderFailureNotice(reason, branches) };
  const isTold = await forge.ensureComment(ref, pullNumber, notice);
  return isTold ? { outcome: "told" } : { outcome: "refused", reason: "the conversation is locked" };
}
