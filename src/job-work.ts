/**
 * What the job of each task is to do. With all that it stands on, mining above all, this is half of the program: it is
 * loaded with the first job, so that a server at rest, and one that only takes deliveries, does without it.
 */
import type { z } from "zod";
import { TELL_FAILURE } from "./dead-letters.ts";
import type { GitHubClient, Identity } from "./github/client.ts";
import type { ForgeCaches } from "./github/forge-caches.ts";
import { createOctokitForge } from "./github/octokit-forge.ts";
import { AnswerPayload, answerComment } from "./tasks/answer-comment.ts";
import { CapturePayload, capturePullRequest, type CaptureOptions } from "./tasks/capture-pull-request.ts";
import { CheckPayload, checkPullRequest } from "./tasks/check-pull-request.ts";
import { fixHeaders, FixHeadersPayload } from "./tasks/fix-headers.ts";
import { followImplementation, FollowPayload } from "./tasks/follow-implementation.ts";
import { followPush, PushPayload } from "./tasks/follow-push.ts";
import type { Forge } from "./tasks/forge.ts";
import { createRedactingForge, type Redact } from "./tasks/redacting-forge.ts";
import { tellFailure, TellFailurePayload } from "./tasks/tell-failure.ts";
import type { TaskName } from "./task-names.ts";
import { refuseUnreadable, UNREADABLE, UnreadablePayload } from "./unreadable-delivery.ts";

/** What the work is done with. */
export interface WorkServices extends Pick<CaptureOptions, "allowedBots" | "onIncomplete"> {
  /** A client that acts as one installation. */
  client: (installationId: number) => Promise<GitHubClient>;
  /** Our bot user, asked through an installation. */
  identify: (installationId: number) => Promise<Identity>;
  caches: ForgeCaches;
  /** Takes secrets out of what people wrote. */
  redact: Redact;
  sleep: (ms: number) => Promise<unknown>;
}

/** What a payload says of where it belongs. */
interface PayloadPlace {
  repository?: CapturePayload["repository"] | undefined;
  pullNumber?: number;
}

type Outcome = object & { outcome: string };

/** Throws whatever the task throws. */
export type Work = (services: WorkServices) => Promise<Outcome>;

/** A job's payload, read; or why it does not fit its task. */
export type ReadJob = { ok: true; place: PayloadPlace; work: Work } | { ok: false; error: z.ZodError };

type PayloadReader = (payload: unknown) => ReadJob;

function task<Payload extends PayloadPlace>(
  schema: z.ZodType<Payload>,
  work: (payload: Payload, services: WorkServices) => Promise<Outcome>,
): PayloadReader {
  return (payload) => {
    const { success, data, error } = schema.safeParse(payload);
    return success ? { ok: true, place: data, work: (services) => work(data, services) } : { ok: false, error };
  };
}

/** A task on one repository, done as the installation that its payload names. */
function onForge<Payload extends PayloadPlace & { installationId: number }>(
  schema: z.ZodType<Payload>,
  work: (forge: Forge, payload: Payload, options: CaptureOptions) => Promise<Outcome>,
): PayloadReader {
  return task(schema, async (payload, { client, identify, caches, redact, sleep, ...options }) => {
    const self = await identify(payload.installationId);
    const forge = createOctokitForge(await client(payload.installationId), self, caches, { sleep });
    return work(createRedactingForge(forge, redact), payload, { ...options, botLogin: self.login });
  });
}

const READERS: Readonly<Record<TaskName, PayloadReader>> = {
  "capture-pull-request": onForge(CapturePayload, async (forge, payload, options) => {
    const { items, hidden, ...outcome } = await capturePullRequest(forge, payload, options);
    return { ...outcome, ...(items && { carried: items.length }), ...(hidden && { hidden: hidden.size }) };
  }),
  "answer-comment": onForge(AnswerPayload, answerComment),
  "follow-implementation": onForge(FollowPayload, followImplementation),
  "follow-push": onForge(PushPayload, followPush),
  "check-pull-request": onForge(CheckPayload, checkPullRequest),
  "fix-headers": onForge(FixHeadersPayload, fixHeaders),
  [TELL_FAILURE]: onForge(TellFailurePayload, tellFailure),
  [UNREADABLE]: task(UnreadablePayload, refuseUnreadable),
};

/** Reads the payload of a task's job. */
export function readJob(name: TaskName, payload: unknown): ReadJob {
  return READERS[name](payload);
}
