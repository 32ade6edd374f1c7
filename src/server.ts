#!/usr/bin/env node
/** The server: the composition root that gives GitHub, the queue and the network to the App. */
import { readFileSync } from "node:fs";
import { createApp, receiveDelivery } from "./app.ts";
import { parseEnv, type AppEnv, type Env } from "./env.ts";
import { createIdentifier } from "./github/identity.ts";
import { createDeliveryServer } from "./http/delivery-server.ts";
import { close, listen, untilSignal } from "./http/lifecycle.ts";
import { createJobHandlers } from "./job-handlers.ts";
import { createLog } from "./log.ts";
import { createOurProbot } from "./probot.ts";
import { openQueue } from "./queue/open-queue.ts";

/** 2: the environment is wrong, and a restart will not mend it. */
const EXIT = { done: 0, failed: 1, misconfigured: 2 } as const;

async function main(): Promise<number> {
  const parsed = parseEnv(process.env, (path) => readFileSync(path, "utf8"));
  if (!parsed.ok) {
    for (const mistake of parsed.mistakes) process.stderr.write(`review-miner: ${mistake}\n`);
    return EXIT.misconfigured;
  }
  const { env } = parsed;
  if (!env.app) {
    process.stderr.write("review-miner: APP_ID is not set\n");
    return EXIT.misconfigured;
  }
  // What this process starts, or dumps, does not carry the App's credentials with it.
  for (const name of ["PRIVATE_KEY", "WEBHOOK_SECRET", "WEBHOOK_SECRET_PREVIOUS"])
    Reflect.deleteProperty(process.env, name);
  return serve(env, env.app);
}

async function serve(env: Env, app: AppEnv): Promise<number> {
  const log = createLog(env.logLevel);
  const { dataDir, databaseUrl } = env;
  const queue = await openQueue({ dataDir, log, ...(databaseUrl !== undefined && { databaseUrl }) });
  const probot = createOurProbot({ app, apiUrl: env.apiUrl, log });
  await probot.ready();
  const client = (installationId: number) => probot.auth(installationId);
  const identify = createIdentifier({ app: () => probot.auth(), installation: client });
  await probot.load(createApp({ queue, identify, log }));

  let isDraining = false;
  const server = createDeliveryServer({
    secrets: app.webhookSecrets,
    receive: (delivery) => receiveDelivery(probot, delivery),
    isReady: async () => !isDraining && (await queue.isReady()),
    log,
  });
  await queue.start(createJobHandlers({ client, identify, log }));
  const url = await listen(server, env);
  log.info({ url, store: databaseUrl === undefined ? "embedded" : "postgresql" }, "listening");

  const signal = await untilSignal(["SIGTERM", "SIGINT"]);
  isDraining = true;
  log.info({ signal }, "draining");
  // Deliveries under way are stored first: the queue refuses them once it stops.
  await close(server, { withinMs: 800 });
  await queue.stop({ withinMs: 8_000 });
  log.info({}, "stopped");
  return EXIT.done;
}

try {
  process.exitCode = await main();
} catch (error) {
  createLog("fatal").fatal({ err: error }, "ended");
  process.exitCode = EXIT.failed;
}
// A request that hangs does not keep a drained process alive.
setTimeout(() => process.exit(), 500).unref();
