/** What happens when a job is given up: the pull request that it was about is told, by a job of its own. */
import { TakenError } from "./core/errors.ts";
import { classifyFailure, type FailureClass } from "./github/classify-failure.ts";
import type { Job, JobQueue } from "./queue/job-queue.ts";
import { RefusedError } from "./tasks/forge.ts";
import { TellFailurePayload } from "./tasks/tell-failure.ts";

export const TELL_FAILURE = "tell-failure";

type Failure = Pick<TellFailurePayload, "reason" | "branches">;

/** Jobs whose failure somebody on the pull request would miss something by. */
const TOLD = new Set(["capture-pull-request", "answer-comment"]);
/** And those whose failure people alone can mend. */
const TOLD_IF_TAKEN = new Set([...TOLD, "follow-implementation"]);
const FailurePlace = TellFailurePayload.omit({ reason: true, branches: true });
/** Whoever withdrew what we need knows it; and we could not speak there anyway. */
const SILENT: ReadonlySet<FailureClass> = new Set(["permission", "gone", "suspended", "unauthorized", "limited"]);
const DEEPEST_CAUSE = 5;

/** For the queue's `onDead`. Queues at most one telling for a job, whatever becomes of it later. */
export function createDeadLetterTeller(queue: Pick<JobQueue, "accept">): (job: Job, error: unknown) => Promise<void> {
  return async ({ id, task, payload, key, group }, error) => {
    const place = FailurePlace.safeParse(payload);
    const failure = failureOf(error);
    if (!failure || !place.success || !(failure.reason === "taken" ? TOLD_IF_TAKEN : TOLD).has(task)) return;
    const { installationId, repository } = place.data;
    const delivery = { id: `dead:${id}`, event: "dead", action: null, installationId, repositoryId: repository.id };
    await queue.accept(delivery, { job: { task: TELL_FAILURE, payload: { ...place.data, ...failure }, key, group } });
  };
}

/** Undefined where nobody is to be told. */
function failureOf(error: unknown): Failure | undefined {
  let each = error;
  for (let depth = 0; depth < DEEPEST_CAUSE && each instanceof Error; depth++) {
    if (each instanceof TakenError) return { reason: "taken", branches: [...each.branches] };
    if (each instanceof RefusedError) return { reason: "rule" };
    const failure = classifyFailure(each);
    if (failure === "rule") return { reason: "rule" };
    if (failure && SILENT.has(failure)) return undefined;
    each = each.cause;
  }
  return { reason: "failed" };
}
