#!/usr/bin/env node
/** The server: the composition root that gives GitHub, the queue and the network to the App. */
import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { receiveDelivery } from "./app.ts";
import { createDeadLetterTeller } from "./dead-letters.ts";
import { dataDirOf, parseEnv, type AppEnv, type Env } from "./env.ts";
import { createDeliveryServer, WEBHOOK_PATH, type SignedDelivery } from "./http/delivery-server.ts";
import { closeServer, listen, UnusableAddressError, untilSignal } from "./http/lifecycle.ts";
import { createJobHandlers, type JobRun } from "./job-handlers.ts";
import { keepUp } from "./keep-up.ts";
import { createLog } from "./log.ts";
import { restAfterWork } from "./memory-at-rest.ts";
import { createMetrics } from "./metrics.ts";
import { openApp } from "./open-app.ts";
import { messageWithCode, UnusableStoreError } from "./queue/unusable-store-error.ts";
import { redact } from "./redact/redact.ts";
import { credentialsPath, readCredentials, withCredentials } from "./setup/credentials-file.ts";

/** 2: the environment is wrong, and a restart will not mend it. */
const EXIT = { done: 0, failed: 1, misconfigured: 2 } as const;
const SIGNALS = ["SIGTERM", "SIGINT"] as const;
/** What a process that this one starts, or a dump of it, is not to carry along. */
const SECRETS = ["PRIVATE_KEY", "WEBHOOK_SECRET", "WEBHOOK_SECRET_PREVIOUS", "METRICS_TOKEN", "DATABASE_URL"];

async function main(): Promise<number> {
  const dataDir = dataDirOf(process.env);
  const credentials = readCredentials(dataDir);
  const parsed = parseEnv(withCredentials(process.env, credentials ?? {}), (path) => readFileSync(path, "utf8"));
  if (!parsed.ok) return misconfigured(parsed.mistakes);
  const { env } = parsed;
  if (env.app) {
    for (const name of SECRETS) Reflect.deleteProperty(process.env, name);
    return serve(env, env.app);
  }
  if (credentials) return misconfigured([`${credentialsPath(dataDir)} names no App; move it away to set one up`]);
  return (await setUp(env)) ? main() : EXIT.done;
}

function misconfigured(mistakes: string[]): number {
  for (const mistake of mistakes) process.stderr.write(`review-miner: ${mistake}\n`);
  return EXIT.misconfigured;
}

/** Resolves with whether an App was made; false when the process was asked to end first. */
async function setUp({ apiUrl, dataDir, port }: Env): Promise<boolean> {
  const appYml = readFileSync(new URL("../app.yml", import.meta.url), "utf8");
  const { createSetup } = await import("./setup/setup-server.ts");
  const setup = createSetup({ apiUrl, dataDir, appYml, webhookPath: WEBHOOK_PATH });
  // Loopback whatever HOST says: the pages end in the App's private key.
  await listen(setup.server, { host: "127.0.0.1", port });
  process.stdout.write(`No GitHub App is configured yet. To set one up, open\n\n  ${setup.startUrl()}\n\n`);
  process.stdout.write("If you have an App, set APP_ID, PRIVATE_KEY and WEBHOOK_SECRET, and start again.\n");
  const made = await Promise.race([setup.finished, untilSignal(SIGNALS)]);
  await closeServer(setup.server, { withinMs: 500 });
  if (typeof made === "string") return false;
  process.stdout.write(`The App is made; its credentials are in ${credentialsPath(dataDir)}.\n`);
  process.stdout.write(`Next, install it on a repository: ${made.installUrl}\n`);
  return true;
}

async function serve(env: Env, credentials: AppEnv): Promise<number> {
  const log = createLog(env.logLevel);
  const app = await openApp(env, credentials, log, { onRequest: (record) => metrics.onRequest(record) });
  const { queue, probot, client, identify, caches } = app;
  const metrics = createMetrics({ queue });
  const { onIncomplete, read } = metrics;
  const onWork = restAfterWork();

  let isDraining = false;
  const server = createDeliveryServer({
    secrets: credentials.webhookSecrets,
    ...(env.role !== "worker" && { receive: (delivery: SignedDelivery) => receiveDelivery(probot, delivery) }),
    isReady: async () => !isDraining && (await queue.isReady()),
    metrics: { read, token: env.metricsToken },
    onAnswered: (answered) => {
      metrics.onAnswered(answered);
      onWork();
    },
    log,
  });
  if (env.role !== "web") {
    const onRun = (run: JobRun) => {
      metrics.onRun(run);
      onWork();
    };
    const { allowedBots } = env;
    const handlers = createJobHandlers({ client, identify, log, caches, redact, allowedBots, onRun, onIncomplete });
    await queue.start(handlers, { onDead: createDeadLetterTeller(queue) });
  }
  const url = await listen(server, env);
  const endCatchUp = env.role === "web" ? undefined : keepUp({ catchUp: app.catchUp, log });
  log.info({ url, role: env.role, store: env.databaseUrl === undefined ? "embedded" : "postgresql" }, "listening");

  const signal = await untilSignal(SIGNALS);
  isDraining = true;
  log.info({ signal }, "draining");
  // Deliveries are taken until the jobs have ended, and long enough for a load balancer to hear that we are not ready.
  await Promise.all([queue.stopJobs({ withinMs: 8_000 }), endCatchUp?.(), sleep(500)]);
  await closeServer(server, { withinMs: 800 });
  await app.close();
  log.info({}, "stopped");
  return EXIT.done;
}

const argv = process.argv.slice(2);
if (argv.length > 0) {
  // What reads a command line stays in memory, and a server is mostly started without one.
  const { readServerArguments } = await import("./server-arguments.ts");
  readServerArguments(argv);
}
try {
  process.exitCode = await main();
} catch (error) {
  process.exitCode = EXIT.failed;
  if (error instanceof UnusableStoreError || error instanceof UnusableAddressError)
    process.stderr.write(`review-miner: ${messageWithCode(error)}\n`);
  else createLog("fatal").fatal({ err: error }, "ended");
}
// A request that hangs does not keep a drained process alive.
setTimeout(() => process.exit(), 500).unref();
