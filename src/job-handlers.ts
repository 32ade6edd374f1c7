/** What surrounds the work of a job: its payload is read, its outcome logged as one line, its failure named. */
import { setTimeout as sleep } from "node:timers/promises";
import type { Logger } from "pino";
import { UserError } from "./core/errors.ts";
import { classifyFailure, type FailureClass } from "./github/classify-failure.ts";
import type { Clock } from "./github/request-policy.ts";
import { LimitedError } from "./github/request-errors.ts";
import type { Work, WorkServices } from "./job-work.ts";
import { HopelessError, ParkedError, type Job, type JobHandler } from "./queue/job-queue.ts";
import { RefusedError } from "./tasks/forge.ts";
import { TASKS, type TaskName } from "./task-names.ts";

export interface JobServices extends Omit<WorkServices, "sleep"> {
  log: Logger;
  /** The machine's when it is left out. */
  clock?: Pick<Clock, "now" | "sleep">;
  /** Told of each run of a job. */
  onRun?: ((run: JobRun) => void) | undefined;
}

/** One run of a job, in few and fixed words. */
export interface JobRun {
  task: string;
  /** As in the log. */
  outcome: string;
  attempt: number;
  seconds: number;
}

/**
 * The handlers to start the queue with. Each run of a job writes one line to the log, whatever becomes of it; the first
 * loads the work.
 */
export function createJobHandlers({
  log,
  clock = { now: Date.now, sleep },
  onRun,
  ...services
}: JobServices): Record<string, JobHandler> {
  const run = async (task: TaskName, job: Job): Promise<void> => {
    const { deliveryId, id, attempt } = job;
    const begun = performance.now();
    const end = (outcome: string) => {
      const ms = performance.now() - begun;
      onRun?.({ task, outcome, attempt, seconds: ms / 1000 });
      return { outcome, ms: Math.round(ms) };
    };
    let place: object = {};
    const fields = () => ({ deliveryId, ...place, job: id, task, attempt });
    try {
      const { work, ...known } = await read(task, job.payload);
      place = known.place;
      const outcome = await work({ ...services, sleep: clock.sleep });
      log.info({ ...fields(), ...outcome, ...end(outcome.outcome) }, "job");
    } catch (cause) {
      const error = toJobError(cause, clock.now());
      log.warn({ ...fields(), ...end(outcomeOf(error)), err: error }, "job");
      throw error;
    }
  };
  return Object.fromEntries(TASKS.map((task) => [task, (job: Job) => run(task, job)]));
}

/** What there is to do, and the fields of the log that say where. */
async function read(task: TaskName, payload: unknown): Promise<{ place: object; work: Work }> {
  const { readJob } = await import("./job-work.ts");
  const job = readJob(task, payload);
  if (!job.ok) {
    // It was stored by another version of us: no further attempt reads it better.
    throw new HopelessError(`the payload does not fit ${task}`, { cause: job.error });
  }
  const { repository, pullNumber } = job.place;
  const place = {
    ...(repository && { repo: `${repository.owner}/${repository.name}` }),
    ...(pullNumber !== undefined && { pull: pullNumber }),
  };
  return { place, work: job.work };
}

const HOPELESS: ReadonlySet<FailureClass> = new Set(["permission", "gone", "rule", "permanent"]);
/** How long an installation rests that its owner has suspended: nothing tells us surely when it is taken up again. */
const SUSPENDED_MS = 60 * 60_000;

/** What a failure means to the queue: wait for GitHub, give up, or, as it is, try again later. */
function toJobError(cause: unknown, now: number): unknown {
  if (cause instanceof LimitedError) return new ParkedError(cause.message, { until: cause.until, cause });
  if (cause instanceof RefusedError || cause instanceof UserError) {
    return new HopelessError("what this job is to do is refused", { cause });
  }
  const failure = classifyFailure(cause);
  if (failure === "suspended") {
    return new ParkedError("the installation is suspended", { until: new Date(now + SUSPENDED_MS), cause });
  }
  if (failure && HOPELESS.has(failure)) return new HopelessError(`no further attempt can help (${failure})`, { cause });
  return cause;
}

function outcomeOf(error: unknown): string {
  if (error instanceof ParkedError) return "parked";
  return error instanceof HopelessError ? "given up" : "failed";
}
