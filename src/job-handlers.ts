/** The work behind each task name: a job's payload is parsed here, its outcome logged as one line, its failure named. */
import { setTimeout as sleep } from "node:timers/promises";
import type { Logger } from "pino";
import type { z } from "zod";
import { UserError } from "./core/errors.ts";
import type { Incomplete } from "./core/suggestion.ts";
import { TELL_FAILURE } from "./dead-letters.ts";
import type { GitHubClient, Identity } from "./github/client.ts";
import { classifyFailure, type FailureClass } from "./github/classify-failure.ts";
import type { Clock } from "./github/request-policy.ts";
import { LimitedError } from "./github/request-errors.ts";
import { createOctokitForge, type ForgeCaches } from "./github/octokit-forge.ts";
import { HopelessError, ParkedError, type Job, type JobHandler } from "./queue/job-queue.ts";
import { AnswerPayload, answerComment } from "./tasks/answer-comment.ts";
import { CapturePayload, capturePullRequest } from "./tasks/capture-pull-request.ts";
import { CheckPayload, checkPullRequest } from "./tasks/check-pull-request.ts";
import { fixHeaders, FixHeadersPayload } from "./tasks/fix-headers.ts";
import { followImplementation, FollowPayload } from "./tasks/follow-implementation.ts";
import { followPush, PushPayload } from "./tasks/follow-push.ts";
import { RefusedError, type Forge } from "./tasks/forge.ts";
import { createRedactingForge, type Redact } from "./tasks/redacting-forge.ts";
import { tellFailure, TellFailurePayload } from "./tasks/tell-failure.ts";
import { refuseUnreadable, UNREADABLE, UnreadablePayload } from "./unreadable-delivery.ts";

export interface JobServices {
  /** A client that acts as one installation. */
  client: (installationId: number) => Promise<GitHubClient>;
  /** Our bot user, asked through an installation. */
  identify: (installationId: number) => Promise<Identity>;
  log: Logger;
  caches: ForgeCaches;
  /** Takes secrets out of what people wrote. */
  redact: Redact;
  /** User ids of bots that may command, by the operator's word. */
  allowedBots?: readonly number[];
  /** The machine's when it is left out. */
  clock?: Pick<Clock, "now" | "sleep">;
  /** Told of each run of a job. */
  onRun?: ((run: JobRun) => void) | undefined;
  /** Told of texts that seem to hold more findings than were read. */
  onIncomplete?: ((texts: readonly Incomplete[]) => void) | undefined;
}

/** One run of a job, in few and fixed words. */
export interface JobRun {
  task: string;
  /** As in the log. */
  outcome: string;
  attempt: number;
  seconds: number;
}

/** The handlers to start the queue with. Each run of a job writes one line to the log, whatever becomes of it. */
export function createJobHandlers(services: JobServices): Record<string, JobHandler> {
  const { client, identify, log, caches, redact, allowedBots = [], onRun, onIncomplete } = services;
  const { clock = { now: Date.now, sleep } } = services;
  const told = { log, clock, onRun };
  const run = async (
    payload: Pick<CapturePayload, "installationId">,
    work: (forge: Forge, options: RunOptions) => Promise<Outcome>,
  ) => {
    const self = await identify(payload.installationId);
    const forge = createOctokitForge(await client(payload.installationId), self, caches, { sleep: clock.sleep });
    return work(createRedactingForge(forge, redact), { botLogin: self.login, allowedBots, onIncomplete });
  };
  return {
    "capture-pull-request": (job) =>
      logged(told, job, CapturePayload, (payload) =>
        run(payload, async (forge, options) => {
          const { items, ...outcome } = await capturePullRequest(forge, payload, options);
          return { ...outcome, ...(items && { carried: items.length }) };
        }),
      ),
    "answer-comment": (job) =>
      logged(told, job, AnswerPayload, (payload) =>
        run(payload, (forge, options) => answerComment(forge, payload, options)),
      ),
    "follow-implementation": (job) =>
      logged(told, job, FollowPayload, (payload) =>
        run(payload, (forge, options) => followImplementation(forge, payload, options)),
      ),
    "follow-push": (job) =>
      logged(told, job, PushPayload, (payload) => run(payload, (forge) => followPush(forge, payload))),
    "check-pull-request": (job) =>
      logged(told, job, CheckPayload, (payload) => run(payload, (forge) => checkPullRequest(forge, payload))),
    "fix-headers": (job) =>
      logged(told, job, FixHeadersPayload, (payload) => run(payload, (forge) => fixHeaders(forge, payload))),
    [TELL_FAILURE]: (job) =>
      logged(told, job, TellFailurePayload, (payload) => run(payload, (forge) => tellFailure(forge, payload))),
    [UNREADABLE]: (job) => logged(told, job, UnreadablePayload, refuseUnreadable),
  };
}

interface RunOptions extends Pick<JobServices, "allowedBots" | "onIncomplete"> {
  botLogin: string;
}

type Outcome = object & { outcome: string };

/** What a payload says of where it belongs. */
interface Place {
  repository?: CapturePayload["repository"] | undefined;
  pullNumber?: number;
}

async function logged<Payload extends z.ZodType<Place>>(
  { log, clock, onRun }: Required<Pick<JobServices, "log" | "clock">> & Pick<JobServices, "onRun">,
  job: Job,
  schema: Payload,
  run: (payload: z.infer<Payload>) => Promise<Outcome>,
): Promise<void> {
  const { deliveryId, id, task, attempt } = job;
  const begun = performance.now();
  const end = (outcome: string) => {
    const ms = performance.now() - begun;
    onRun?.({ task, outcome, attempt, seconds: ms / 1000 });
    return { outcome, ms: Math.round(ms) };
  };
  const parsed = schema.safeParse(job.payload);
  if (!parsed.success) {
    // It was stored by another version of us: no further attempt reads it better.
    const error = new HopelessError(`the payload does not fit ${task}`, { cause: parsed.error });
    log.warn({ deliveryId, job: id, task, attempt, ...end("given up"), err: error }, "job");
    throw error;
  }
  const { repository, pullNumber } = parsed.data;
  const fields = {
    deliveryId,
    ...(repository && { repo: `${repository.owner}/${repository.name}` }),
    ...(pullNumber !== undefined && { pull: pullNumber }),
    job: id,
    task,
    attempt,
  };
  try {
    const outcome = await run(parsed.data);
    log.info({ ...fields, ...outcome, ...end(outcome.outcome) }, "job");
  } catch (cause) {
    const error = toJobError(cause, clock.now());
    log.warn({ ...fields, ...end(outcomeOf(error)), err: error }, "job");
    throw error;
  }
}

const HOPELESS: ReadonlySet<FailureClass> = new Set(["permission", "gone", "rule", "permanent"]);
/** How long an installation rests that its owner has suspended: nothing tells us surely when it is taken up again. */
const SUSPENDED_MS = 60 * 60_000;

/** What a failure means to the queue: wait for GitHub, give up, or, as it is, try again later. */
function toJobError(cause: unknown, now: number): unknown {
  if (cause instanceof LimitedError) return new ParkedError(cause.message, { until: cause.until, cause });
  if (cause instanceof RefusedError || cause instanceof UserError) {
    return new HopelessError("GitHub refuses what this job is to do", { cause });
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
