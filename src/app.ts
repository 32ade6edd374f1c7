/**
 * The App function: it turns each delivery into a decision, and stores both. It runs under our own server and under
 * `probot run` alike; what it needs besides Probot is given in.
 */
import { AsyncLocalStorage } from "node:async_hooks";
import type { Logger } from "pino";
import type { Probot } from "probot";
import { toDepartures, type Departed } from "./github/departures.ts";
import { toTask, type Decision as TaskDecision } from "./github/events.ts";
import { toFurtherTasks, type FurtherTask } from "./github/further-tasks.ts";
import type { Identity } from "./github/client.ts";
import type { SignedDelivery } from "./http/delivery-server.ts";
import type { Acceptance, Decision, JobQueue, JobRequest } from "./queue/job-queue.ts";
import { redactStrings, type Redact } from "./tasks/redacting-forge.ts";

export interface AppServices {
  queue: Pick<JobQueue, "accept" | "forget" | "missing">;
  /** Our bot user, asked through an installation. */
  identify: (installationId: number) => Promise<Identity>;
  log: Logger;
  /** Takes secrets out of what people wrote. */
  redact: Redact;
  /** Empties what this process remembers of repositories. */
  forgetCaches: () => void;
  /** GitHub waits ten seconds for our answer, so we wait less for GitHub's about who we are. */
  identifyWithinMs?: number;
}

/** Probot's `receive` takes no times and resolves to nothing: both travel beside it, one holder per call. */
const holders = new AsyncLocalStorage<Holder>();

interface Holder extends Pick<SignedDelivery, "sentAt"> {
  acceptance?: Acceptance;
}

/** Matches no account: deliveries are decided as if none were ours. */
const NOBODY: Identity = { id: -1, login: "" };

/** The App function for Probot. A handler resolves once the delivery is stored; it throws when storing failed. */
export function createApp(services: AppServices): (probot: Probot) => void {
  return (probot) => {
    probot.onAny(async ({ id, name, payload }) => {
      const holder = holders.getStore();
      const delivery = { id, name, payload, ...(holder?.sentAt && { sentAt: holder.sentAt }) };
      const [decision, ...further] = await decide(delivery, services);
      const departed = toDepartures(name, payload);
      await forget(delivery, departed, services);
      const queued = toQueueDelivery(delivery);
      // The delivery itself is stored last: where one before it failed, it is sent again, and nothing is stored twice.
      for (const each of further) await services.queue.accept({ ...queued, id: `${id}+${each.job.task}` }, each);
      const nameless = { ...queued, installationId: null, repositoryId: null };
      const acceptance = await services.queue.accept(departed.length > 0 ? nameless : queued, decision);
      if (holder) holder.acceptance = acceptance;
      const fields = { deliveryId: id, event: name, outcome: acceptance };
      services.log.debug("ignored" in decision ? { ...fields, reason: decision.ignored } : fields, "delivery");
    });
  };
}

/** Hands a delivery to Probot and gives back what became of it. Throws when it could not be stored. */
export async function receiveDelivery(probot: Probot, delivery: SignedDelivery): Promise<Acceptance> {
  const { id, name, payload, sentAt } = delivery;
  const holder: Holder = { ...(sentAt && { sentAt }) };
  // The event's name comes from outside: Probot's type lists the names known when it was built.
  const event = { id, name, payload: withPlainKeys(payload) } as unknown as Parameters<Probot["receive"]>[0];
  await holders.run(holder, () => probot.receive(event));
  if (holder.acceptance === undefined) throw new Error("the App function was not loaded into Probot");
  return holder.acceptance;
}

/**
 * What Probot itself reads of a payload, and takes to be well-formed, is left out where it is not: such a delivery is
 * then ignored like any other that says nothing to us.
 */
function withPlainKeys(payload: object): object {
  const { action, installation, ...rest } = payload as { action?: unknown; installation?: unknown };
  return {
    ...rest,
    ...(typeof action === "string" && { action }),
    ...(idOf(installation) !== null && { installation }),
  };
}

/**
 * Before the delivery is stored: one that fails here is refused, and comes again. One that came before does nothing. One
 * that comes late leaves what was sent after it: whoever left may be back.
 */
async function forget(
  { id, sentAt }: SignedDelivery,
  departed: readonly Departed[],
  { queue, log, forgetCaches }: AppServices,
): Promise<void> {
  if (departed.length === 0 || (await queue.missing([id])).length === 0) return;
  forgetCaches();
  for (const party of departed) {
    const jobs = await queue.forget(party, { until: sentAt });
    log.info({ deliveryId: id, ...party, jobs }, "forgotten");
  }
}

/** One job for the delivery, or why there is none; and the jobs that it begins besides, under ids of their own. */
type Decisions = [first: Decision, ...further: { job: JobRequest }[]];

/** The same decision whether or not it is our own event is taken without asking GitHub who we are. */
async function decide({ name, payload }: SignedDelivery, services: AppServices): Promise<Decisions> {
  const blind = toCalls(name, payload, NOBODY);
  const [first] = blind;
  if (!first || "skip" in first) return [{ ignored: first?.skip ?? "nothing to do" }];
  const self = await identifySoon(first.payload.installationId, services);
  const [call, ...further] = self ? toCalls(name, payload, self) : blind;
  if (!call || "skip" in call) return [{ ignored: call?.skip ?? "nothing to do" }];
  const { redact } = services;
  const rest = further.flatMap((each) => ("skip" in each ? [] : [each]));
  const jobs = await Promise.all(rest.map(async (each) => ({ job: await toJob(each, redact) })));
  return [{ job: await toJob(call, redact) }, ...jobs];
}

/** Every call that an event begins; a skip stands alone. */
function toCalls(name: string, payload: unknown, self: Identity): (TaskDecision | FurtherTask)[] {
  const first = toTask(name, payload, self);
  const further = toFurtherTasks(name, payload, self);
  return "skip" in first && further.length > 0 ? further : [first, ...further];
}

type Call = Exclude<TaskDecision | FurtherTask, { skip: string }>;

async function toJob(call: Call, redact: Redact): Promise<JobRequest> {
  return { ...toJobRequest(call), payload: await redactPayload(call, redact) };
}

/** The job of a task call: one repository at a time, on its installation's budget. */
export function toJobRequest(call: Call): JobRequest {
  const { repository, installationId } = call.payload;
  return {
    task: call.task,
    payload: call.payload,
    key: String(repository.id),
    group: String(installationId),
    ...("subject" in call && call.subject !== undefined && { subject: call.subject }),
  };
}

/** Of a comment its commands are stored, and they hold words of its author. */
async function redactPayload(call: Call, redact: Redact): Promise<object> {
  if (call.task !== "answer-comment") return call.payload;
  const { commands, problems, hint } = call.payload;
  const said = { commands, problems, ...(hint !== undefined && { hint }) };
  return { ...call.payload, ...(await redactStrings(said, redact)) };
}

/** Nothing when GitHub does not say who we are: the job is stored all the same, and its own run tells own from other. */
async function identifySoon(
  installationId: number,
  { identify, log, identifyWithinMs = 5_000 }: AppServices,
): Promise<Identity | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, identifyWithinMs, undefined);
  });
  const asked = identify(installationId).catch((error: unknown) => {
    log.warn({ err: error, installation: installationId }, "GitHub does not say who we are");
    return undefined;
  });
  try {
    return await Promise.race([asked, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}

function toQueueDelivery({ id, name, payload, sentAt }: SignedDelivery): Parameters<JobQueue["accept"]>[0] {
  const { action, installation, repository } = payload as Record<string, unknown>;
  return {
    id,
    event: name,
    action: typeof action === "string" ? action : null,
    installationId: idOf(installation),
    repositoryId: idOf(repository),
    ...(sentAt && { sentAt }),
  };
}

function idOf(value: unknown): number | null {
  if (typeof value !== "object" || value === null || !("id" in value)) return null;
  return Number.isSafeInteger(value.id) ? (value.id as number) : null;
}
