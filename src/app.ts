/**
 * The App function: it turns each delivery into a decision, and stores both. It runs under our own server and under
 * `probot run` alike; what it needs besides Probot is given in.
 */
import { AsyncLocalStorage } from "node:async_hooks";
import type { Logger } from "pino";
import type { Probot } from "probot";
import type { Identity } from "./github/client.ts";
import type { Departed } from "./github/departures.ts";
import { readEvent, readOrigin, type DeliveryOrigin } from "./github/event-payload.ts";
import { decideEvent, type Call, type EventDecision } from "./github/events.ts";
import type { SignedDelivery } from "./http/delivery-server.ts";
import type { Acceptance, JobQueue, JobRequest } from "./queue/job-queue.ts";
import { redactStrings, type Redact } from "./tasks/redacting-forge.ts";
import { toUnreadableJob } from "./unreadable-delivery.ts";

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

/** Probot's `receive` takes no times, changes what it is given and resolves to nothing: one holder per call goes beside it. */
const holders = new AsyncLocalStorage<Holder>();

interface Holder extends Pick<SignedDelivery, "payload" | "sentAt"> {
  acceptance?: Acceptance;
}

/** Matches no account: deliveries are decided as if none were ours. */
const NOBODY: Identity = { id: -1, login: "" };

/** The App function for Probot. A handler resolves once the delivery is stored; it throws when storing failed. */
export function createApp(services: AppServices): (probot: Probot) => void {
  return (probot) => {
    probot.onAny(async ({ id, name, payload }) => {
      const holder = holders.getStore();
      const delivery = {
        id,
        name,
        payload: holder?.payload ?? payload,
        ...(holder?.sentAt && { sentAt: holder.sentAt }),
      };
      const acceptance = await take(delivery, services);
      if (holder) holder.acceptance = acceptance;
    });
  };
}

/** Hands a delivery to Probot and gives back what became of it. Throws when it could not be stored. */
export async function receiveDelivery(probot: Probot, delivery: SignedDelivery): Promise<Acceptance> {
  const { id, name, payload, sentAt } = delivery;
  const holder: Holder = { payload, ...(sentAt && { sentAt }) };
  // The event's name comes from outside: Probot's type lists the names known when it was built.
  const event = { id, name, payload: withPlainKeys(payload) } as unknown as Parameters<Probot["receive"]>[0];
  await holders.run(holder, () => probot.receive(event));
  if (holder.acceptance === undefined) throw new Error("the App function was not loaded into Probot");
  return holder.acceptance;
}

/** What Probot itself reads of a payload, and takes to be well-formed, is left out where it is not. */
function withPlainKeys(payload: object): object {
  const origin = readOrigin(payload);
  const { action, installation, ...rest } = payload as { action?: unknown; installation?: unknown };
  return {
    ...rest,
    ...(origin.action !== null && { action }),
    ...(origin.installationId !== null && { installation }),
  };
}

async function take(delivery: SignedDelivery, services: AppServices): Promise<Acceptance> {
  const { id, name, payload, sentAt } = delivery;
  const { queue, log } = services;
  const origin = readOrigin(payload);
  const decision = await decide(delivery, services);
  const [job, ...further] = await toJobs(decision, { ...origin, event: name }, services);
  await forget(delivery, decision.departed, services);
  const queued = { ...origin, id, event: name, ...(sentAt && { sentAt }) };
  // The delivery itself is stored last: where one before it failed, it is sent again, and nothing is stored twice.
  for (const each of further) await queue.accept({ ...queued, id: `${id}+${each.task}` }, { job: each });
  const nameless = { ...queued, installationId: null, repositoryId: null };
  const acceptance = await queue.accept(
    decision.departed.length > 0 ? nameless : queued,
    job ? { job } : { ignored: decision.skip },
  );
  const fields = { deliveryId: id, event: name, outcome: acceptance };
  log.debug(job ? fields : { ...fields, reason: decision.skip }, "delivery");
  return acceptance;
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

/** The same decision whether or not it is our own event is taken without asking GitHub who we are. */
async function decide({ name, payload }: SignedDelivery, services: AppServices): Promise<EventDecision> {
  const event = readEvent(name, payload);
  const blind = decideEvent(event, NOBODY);
  if (!blind.place || blind.calls.length + blind.unreadable.length === 0) return blind;
  const self = await identifySoon(blind.place.installationId, services);
  return self ? decideEvent(event, self) : blind;
}

/**
 * The first is the delivery's own. Where something cannot be read it is the job that says so: while that is dead the delivery
 * may be taken again, and what it began already bears that, as every task does.
 */
async function toJobs(
  { calls, unreadable, place }: EventDecision,
  origin: DeliveryOrigin & { event: string },
  { redact }: AppServices,
): Promise<JobRequest[]> {
  const jobs = await Promise.all(calls.map((call) => toJob(call, redact)));
  return unreadable.length === 0 ? jobs : [toUnreadableJob(unreadable, origin, place?.repository), ...jobs];
}

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
