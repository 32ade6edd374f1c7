/**
 * A delivery that something is to be done for, and that cannot be read, becomes a job that is dead from its first run: an
 * operator sees what is wrong, and the delivery is known as one that is to be sent again.
 */
import { z } from "zod";
import type { DeliveryOrigin, Unreadable } from "./github/event-payload.ts";
import { Fault } from "./github/payload-field.ts";
import { HopelessError, type JobRequest } from "./queue/job-queue.ts";

export const UNREADABLE = "unreadable-delivery";

const MOST_FAULTS = 10;

export const UnreadablePayload = z.object({
  /** The event and its action. */
  event: z.string(),
  /** Not there where it is the repository that cannot be read. */
  repository: z.object({ id: z.int(), owner: z.string(), name: z.string() }).optional(),
  /** What would have been begun. */
  tasks: z.array(z.string()),
  faults: z.array(Fault).max(MOST_FAULTS),
});
type UnreadablePayload = z.infer<typeof UnreadablePayload>;

/** Each task and fault once, and of a long list of faults the first. `repository` is its place, where that could be read. */
export function toUnreadableJob(
  all: readonly Unreadable[],
  { event, action, installationId, repositoryId }: DeliveryOrigin & { event: string },
  repository?: UnreadablePayload["repository"],
): JobRequest {
  const faults = new Map(all.flatMap((each) => each.faults).map((fault) => [renderFault(fault), fault]));
  const payload: UnreadablePayload = {
    event: action === null ? event : `${event}.${action}`,
    ...(repository && { repository }),
    tasks: [...new Set(all.flatMap(({ unreadable }) => unreadable))],
    faults: [...faults.values()].slice(0, MOST_FAULTS),
  };
  return {
    task: UNREADABLE,
    payload,
    key: String(repositoryId ?? "unknown"),
    group: String(installationId ?? "unknown"),
  };
}

/** Throws a `HopelessError` that names the fields, and says what to do. */
export function refuseUnreadable({ event, tasks, faults }: UnreadablePayload): Promise<never> {
  const wrong = faults.map(renderFault).join("; ");
  const remedy = "report it as a fault of Review Miner, and redeliver it from the App's page once that is mended";
  return Promise.reject(new HopelessError(`cannot read ${event} for ${tasks.join(", ")}: ${wrong}; ${remedy}`));
}

function renderFault({ field, message }: Fault): string {
  return `${field}: ${message}`;
}
