/**
 * The App function: it turns deliveries into durable jobs and jobs into follow-ups. It runs under our own server and
 * under `probot run` alike; what it needs besides Probot is given in.
 */
import { AsyncLocalStorage } from "node:async_hooks";
import type { Logger } from "pino";
import type { Probot } from "probot";
import { toTask } from "./github/events.ts";
import type { Identity } from "./github/client.ts";
import { createIdentifier } from "./github/identity.ts";
import { createForgeCaches, createOctokitForge } from "./github/octokit-forge.ts";
import type { JobQueue } from "./queue/job-queue.ts";
import { CapturePayload, capturePullRequest } from "./tasks/capture-pull-request.ts";

/** What became of a delivery. */
export type DeliveryOutcome = "queued" | "known" | { ignored: string };

export interface Delivery {
  /** GitHub's GUID. */
  id: string;
  /** The event's name, like `pull_request_review`. */
  name: string;
  payload: object;
}

interface AppServices {
  queue: Pick<JobQueue, "enqueue">;
  log: Logger;
}

/** Probot's `receive` resolves to nothing: the outcome travels beside it, one holder per call. */
const outcomes = new AsyncLocalStorage<{ outcome?: DeliveryOutcome }>();

/** The App function for Probot. A handler resolves once its job is stored; it throws when storing failed. */
export function createApp({ queue, log }: AppServices): (probot: Probot) => void {
  return (probot) => {
    const identify = createIdentifier(toClients(probot));
    probot.onAny(async ({ id, name, payload }) => {
      const outcome = await enqueueDelivery({ id, name, payload }, queue, identify);
      const holder = outcomes.getStore();
      if (holder) holder.outcome = outcome;
      if (typeof outcome === "object") log.debug({ deliveryId: id, event: name, reason: outcome.ignored }, "ignored");
    });
  };
}

async function enqueueDelivery(
  { id, name, payload }: Delivery,
  queue: Pick<JobQueue, "enqueue">,
  identify: (installationId: number) => Promise<Identity>,
): Promise<DeliveryOutcome> {
  const installationId = installationOf(payload);
  if (installationId === undefined) return { ignored: "no installation" };
  const decision = toTask(name, payload, await identify(installationId));
  if ("skip" in decision) return { ignored: decision.skip };
  const { task, payload: job, repositoryId } = decision;
  return queue.enqueue({ deliveryId: id, task, payload: job, key: String(repositoryId) });
}

function installationOf(payload: object): number | undefined {
  const installation = "installation" in payload ? payload.installation : undefined;
  if (typeof installation !== "object" || installation === null || !("id" in installation)) return undefined;
  return typeof installation.id === "number" ? installation.id : undefined;
}

/** Hands a delivery to Probot and gives back what the App function decided. Throws when it could not be stored. */
export async function receiveDelivery(probot: Probot, { id, name, payload }: Delivery): Promise<DeliveryOutcome> {
  const holder: { outcome?: DeliveryOutcome } = {};
  // The event's name comes from outside: Probot's type lists the names known when it was built.
  const event = { id, name, payload } as unknown as Parameters<Probot["receive"]>[0];
  await outcomes.run(holder, () => probot.receive(event));
  return holder.outcome ?? { ignored: "nothing is done for this event" };
}

/** The work behind each task name. A task's payload is parsed where the queue hands it over. */
export function createTasks(probot: Probot): {
  "capture-pull-request": { payload: typeof CapturePayload; run(payload: CapturePayload): Promise<object> };
} {
  const clients = toClients(probot);
  const identify = createIdentifier(clients);
  const caches = createForgeCaches();
  return {
    "capture-pull-request": {
      payload: CapturePayload,
      async run(payload) {
        const self = await identify(payload.installationId);
        const forge = createOctokitForge(await clients.installation(payload.installationId), self, caches);
        return capturePullRequest(forge, payload, { botLogin: self.login });
      },
    },
  };
}

function toClients(probot: Probot) {
  return { app: () => probot.auth(), installation: (id: number) => probot.auth(id) };
}
