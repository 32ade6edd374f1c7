/** The work behind each task name: a job's payload is parsed here, its outcome logged as one line, its failure named. */
import type { Logger } from "pino";
import { ZodError } from "zod";
import { UserError } from "./core/errors.ts";
import type { GitHubClient, Identity } from "./github/client.ts";
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
      const payload = parsePayload(job);
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
function parsePayload(job: Job): CapturePayload {
  const parsed = CapturePayload.safeParse(job.payload);
  if (parsed.success) return parsed.data;
  throw new HopelessError(`the payload of job ${job.id} does not fit ${job.task}`, { cause: parsed.error });
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

/** What a failure means to the queue: wait for GitHub, give up, or, as it is, try again later. */
function toJobError(error: unknown): unknown {
  if (error instanceof RefusedError || error instanceof UserError) {
    return new HopelessError("GitHub refuses what this job is to do", { cause: error });
  }
  return error;
}

function outcomeOf(error: unknown): string {
  if (error instanceof ParkedError) return "parked";
  if (error instanceof HopelessError) return "given up";
  if (error instanceof ZodError) return "unreadable";
  return "failed";
}
