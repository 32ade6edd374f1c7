/** The work behind each task name: a job's payload is parsed here, its outcome logged as one line, its failure named. */
import type { Logger } from "pino";
import { UserError } from "./core/errors.ts";
import type { GitHubClient, Identity } from "./github/client.ts";
import { classifyFailure, type FailureClass } from "./github/classify-failure.ts";
import { LimitedError } from "./github/request-errors.ts";
import { createForgeCaches, createOctokitForge } from "./github/octokit-forge.ts";
import { HopelessError, ParkedError, type Job, type JobHandler } from "./queue/job-queue.ts";
import { CapturePayload, capturePullRequest } from "./tasks/capture-pull-request.ts";
import { RefusedError } from "./tasks/forge.ts";

export interface JobServices {
  /** A client that acts as one installation. */
  client: (installationId: number) => Promise<GitHubClient>;
  /** Our bot user, asked through an installation. */
  identify: (installationId: number) => Promise<Identity>;
  log: Logger;
}

/** The handlers to start the queue with. Each run of a job writes one line to the log, whatever becomes of it. */
export function createJobHandlers({ client, identify, log }: JobServices): Record<string, JobHandler> {
  const caches = createForgeCaches();
  return {
    async "capture-pull-request"(job) {
      const payload = parsePayload(job, log);
      const { repository, pullNumber, installationId } = payload;
      const repo = `${repository.owner}/${repository.name}`;
      await logged(log, job, { repo, pull: pullNumber }, async () => {
        const self = await identify(installationId);
        const forge = createOctokitForge(await client(installationId), self, caches);
        return capturePullRequest(forge, payload, { botLogin: self.login });
      });
    },
  };
}

/** A payload of another shape was stored by another version of us: no further attempt reads it better. */
function parsePayload(job: Job, log: Logger): CapturePayload {
  const parsed = CapturePayload.safeParse(job.payload);
  if (parsed.success) return parsed.data;
  const { deliveryId, id, task, attempt } = job;
  const error = new HopelessError(`the payload does not fit ${task}`, { cause: parsed.error });
  log.warn({ deliveryId, job: id, task, attempt, outcome: "given up", err: error }, "job");
  throw error;
}

async function logged(log: Logger, job: Job, subject: object, run: () => Promise<object>): Promise<void> {
  const { deliveryId, id, task, attempt } = job;
  const fields = { deliveryId, ...subject, job: id, task, attempt };
  const begun = performance.now();
  const ms = () => Math.round(performance.now() - begun);
  try {
    const outcome = await run();
    log.info({ ...fields, ...outcome, ms: ms() }, "job");
  } catch (cause) {
    const error = toJobError(cause);
    log.warn({ ...fields, outcome: outcomeOf(error), ms: ms(), err: error }, "job");
    throw error;
  }
}

const HOPELESS: ReadonlySet<FailureClass> = new Set(["permission", "gone", "rule", "permanent"]);
/** How long an installation rests that its owner has suspended: nothing tells us surely when it is taken up again. */
const SUSPENDED_MS = 60 * 60_000;

/** What a failure means to the queue: wait for GitHub, give up, or, as it is, try again later. */
function toJobError(cause: unknown): unknown {
  if (cause instanceof LimitedError) return new ParkedError(cause.message, { until: cause.until, cause });
  if (cause instanceof RefusedError || cause instanceof UserError) {
    return new HopelessError("GitHub refuses what this job is to do", { cause });
  }
  const failure = classifyFailure(cause);
  if (failure === "suspended") {
    return new ParkedError("the installation is suspended", { until: new Date(Date.now() + SUSPENDED_MS), cause });
  }
  if (failure && HOPELESS.has(failure)) return new HopelessError(`no further attempt can help (${failure})`, { cause });
  return cause;
}

function outcomeOf(error: unknown): string {
  if (error instanceof ParkedError) return "parked";
  return error instanceof HopelessError ? "given up" : "failed";
}
