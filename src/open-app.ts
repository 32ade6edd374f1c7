/** What the server and the operator's commands have in common: the store, and the App on top of it. */
import type { Logger } from "pino";
import type { Probot } from "probot";
import { createApp, receiveDelivery } from "./app.ts";
import { catchUp, type CatchUpOptions, type CatchUpReport, type CatchUpServices } from "./catch-up.ts";
import type { AppEnv, Env } from "./env.ts";
import type { GitHubClient, Identity } from "./github/client.ts";
import { createDeliveryLog } from "./github/delivery-log.ts";
import { createIdentifier } from "./github/identity.ts";
import { clearForgeCaches, createForgeCaches, type ForgeCaches } from "./github/forge-caches.ts";
import type { RequestRecord } from "./github/request-policy.ts";
import { listUpdatedPulls } from "./github/updated-pulls.ts";
import { createOurProbot } from "./probot.ts";
import type { JobQueue } from "./queue/job-queue.ts";
import { openQueue } from "./queue/open-queue.ts";
import { redact } from "./redact/redact.ts";
import { createSharedSpendingLog } from "./shared-spending-log.ts";

export interface OpenApp {
  queue: JobQueue;
  probot: Probot;
  /** A client that acts as one installation. */
  client: (installationId: number) => Promise<GitHubClient>;
  /** Our bot user, asked through an installation. */
  identify: (installationId: number) => Promise<Identity>;
  /** What this process remembers of repositories. */
  caches: ForgeCaches;
  /** See `catchUp`. */
  catchUp: (options?: CatchUpOptions) => Promise<CatchUpReport | undefined>;
  /** Gives back what still runs, and closes the store. */
  close(): Promise<void>;
}

interface OpenOptions {
  /** Told of every request to GitHub. */
  onRequest?: (record: RequestRecord) => void;
}

/** Opens the store; asks GitHub nothing, and runs no job yet. Throws `UnusableStoreError`. */
export async function openApp(
  env: Env,
  credentials: AppEnv,
  log: Logger,
  { onRequest }: OpenOptions = {},
): Promise<OpenApp> {
  const { apiUrl, dataDir, databaseUrl } = env;
  const queue = await openQueue({ dataDir, databaseUrl, log, debounceMs: env.jobDebounceMs });
  const onError = (err: Error) => {
    log.error({ err }, "a connection to the database broke");
  };
  const spending = databaseUrl === undefined ? undefined : createSharedSpendingLog(databaseUrl, { onError });
  const probot = createOurProbot({ app: credentials, apiUrl, log, onRequest, ...(spending && { spending }) });
  await probot.ready();
  const client = (installationId: number) => probot.auth(installationId);
  const identify = createIdentifier({ app: () => probot.auth(), installation: client });
  const caches = createForgeCaches();
  await probot.load(createApp({ queue, identify, log, redact, forgetCaches: () => clearForgeCaches(caches) }));
  const services = createCatchUpServices({ queue, probot, identify, log, now: Date.now });
  return {
    ...{ queue, probot, client, identify, caches },
    catchUp: (options) => catchUp(services, options),
    async close() {
      await queue.stop({ withinMs: 0 });
      await spending?.close();
    },
  };
}

interface Parts extends Pick<OpenApp, "probot" | "identify"> {
  queue: CatchUpServices["queue"];
  log: Logger;
  now: () => number;
}

/** What catching up needs, over one Probot and one queue. */
export function createCatchUpServices({ queue, probot, identify, log, now }: Parts): CatchUpServices {
  const app = () => probot.auth();
  const client = (installationId: number) => probot.auth(installationId);
  const onUnreadable = (installation: number, err: unknown) => {
    log.warn({ installation, err }, "an installation cannot be read");
  };
  return {
    deliveries: createDeliveryLog(app),
    updatedPulls: (since) => listUpdatedPulls({ app, client, identify, onUnreadable }, since),
    receive: (delivery) => receiveDelivery(probot, delivery),
    onFailed: (deliveryId, err) => log.warn({ deliveryId, err }, "a delivery could not be taken"),
    ...{ queue, now },
  };
}
