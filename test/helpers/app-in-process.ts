/**
 * The whole App in this process, for scenarios: GitHub on loopback, our delivery server over real HTTP, the App function,
 * the work behind it, and the queue in memory. Nothing waits for the clock: `settle` is where work is done and time passes.
 */
import { randomUUID } from "node:crypto";
import { createApp, receiveDelivery } from "../../src/app.ts";
import { catchUp, type CatchUpOptions, type CatchUpReport } from "../../src/catch-up.ts";
import { createDeadLetterTeller } from "../../src/dead-letters.ts";
import { createIdentifier } from "../../src/github/identity.ts";
import { clearForgeCaches, createForgeCaches } from "../../src/github/forge-caches.ts";
import { createMemorySpendingLog, type SpendingLog } from "../../src/github/request-budget.ts";
import type { Clock } from "../../src/github/request-policy.ts";
import { createDeliveryServer, WEBHOOK_PATH, type SignedDelivery } from "../../src/http/delivery-server.ts";
import { closeServer, listen } from "../../src/http/lifecycle.ts";
import { createJobHandlers } from "../../src/job-handlers.ts";
import { createLog, type LogLevel } from "../../src/log.ts";
import { createCatchUpServices } from "../../src/open-app.ts";
import { createOurProbot } from "../../src/probot.ts";
import { redact } from "../../src/redact/redact.ts";
import { startSimulator, type Simulator, type SimulatorOptions } from "../simulator/simulator.ts";
import { endLater, type EndLater } from "./endings.ts";
import { createMemoryQueue, type MemoryQueue, type MemoryQueueOptions } from "./memory-queue.ts";

/** One line of the log, parsed. */
type LogLine = Readonly<Record<string, unknown>>;

export interface AppInProcess {
  simulator: Simulator;
  github: Simulator["github"];
  /** The time that work is measured by. It passes when somebody waits. */
  clock: Clock & { advanceTo(time: number): void };
  /** The queue that is in force now. */
  queue: MemoryQueue;
  /** Every line logged so far. */
  log: LogLine[];
  /** What became of the jobs run so far: the lines named "job". */
  jobs(): LogLine[];
  /** What became of the deliveries so far: the lines named "delivery". */
  decisions(): LogLine[];
  /** Delivers, runs every job, waits out retries and parking at once, until nothing is left to do. */
  settle(): Promise<void>;
  /** Hands a delivery to the App as its server does, with a new GUID unless one is given; gives what became of it. */
  receive(event: string, payload: object, guid?: string): Promise<string>;
  /** Catches up as the server does at its start and every hour. */
  catchUp(options?: CatchUpOptions): Promise<CatchUpReport | undefined>;
  /** Forgets what a process knows of GitHub: caches, tokens, who we are. The queue is kept. */
  restart(): Promise<void>;
  /** The process ends where it stands: none of its requests is sent or answered any more. Another one starts. */
  kill(): Promise<void>;
  /** Kills, and starts again with a queue that knows of nothing. */
  loseQueue(): Promise<void>;
  close(): Promise<void>;
}

interface AppInProcessOptions {
  simulator?: SimulatorOptions;
  queue?: Omit<MemoryQueueOptions, "now">;
  /** False: webhooks and requests are passed on within the process, which is faster. */
  sockets?: boolean;
  /** For one request to GitHub, in milliseconds of the machine's clock. */
  timeoutMs?: number;
  /** From which level up lines are kept; `debug` unless said. */
  logLevel?: LogLevel;
}

/** Rounds of webhooks and jobs after which a scenario is taken to feed itself for ever. */
const MOST_ROUNDS = 200;

/** Starts it all; webhooks go to the App from now on. Install the App on an owner to let it see anything. */
export async function startAppInProcess(options: AppInProcessOptions = {}): Promise<AppInProcess> {
  const { sockets = true, timeoutMs, logLevel = "debug" } = options;
  const inside: SimulatorOptions = {
    listen: false,
    sendBy: (url, init) => (url === "" ? lost() : process.receive(init)),
  };
  const simulator = await startSimulator({ ...(!sockets && inside), ...options.simulator });
  const log: LogLine[] = [];
  const clock = createClock();
  let queue = createMemoryQueue({ ...options.queue, now: clock.now });
  // Kept where a database is shared: another process goes on counting.
  const spending = createMemorySpendingLog();
  // A process that is started again in a test is the App's all the same.
  const ends = endLater();
  const start = () =>
    startProcess({
      ends,
      simulator,
      queue,
      clock,
      spending,
      lines: log,
      sockets,
      logLevel,
      ...(timeoutMs !== undefined && { timeoutMs }),
    });
  let process = await start();
  const kill = async () => {
    process.die();
    queue.abandon();
    await process.close();
  };

  return {
    simulator,
    github: simulator.github,
    clock,
    get queue() {
      return queue;
    },
    log,
    jobs: () => log.filter(({ msg }) => msg === "job"),
    decisions: () => log.filter(({ msg }) => msg === "delivery"),
    async settle() {
      for (let round = 0; round < MOST_ROUNDS; round++) {
        await simulator.settle();
        const next = queue.nextRunAt();
        if (next === undefined) return;
        clock.advanceTo(next);
        await queue.drain();
      }
      throw new Error(`after ${MOST_ROUNDS} rounds there is still something to do`);
    },
    receive: (name, payload, id = randomUUID()) => process.take({ id, name, payload }),
    catchUp: (given) => catchUp(process.catchUpServices, given),
    async restart() {
      await process.close();
      process = await start();
    },
    async kill() {
      await kill();
      process = await start();
    },
    async loseQueue() {
      await kill();
      queue = createMemoryQueue({ ...options.queue, now: clock.now });
      process = await start();
    },
    async close() {
      await process.close();
      await queue.stop({ withinMs: 0 });
      await simulator.close();
    },
  };
}

/** A clock that passes when somebody waits, and then at once. It begins now: the simulator's own is the machine's. */
function createClock(): AppInProcess["clock"] {
  let now = Date.now();
  return {
    now: () => now,
    sleep: (ms) => {
      now += ms;
      return Promise.resolve();
    },
    random: () => 0.5,
    advanceTo: (time) => {
      now = Math.max(now, time);
    },
  };
}

interface Parts {
  ends: EndLater;
  simulator: Simulator;
  queue: MemoryQueue;
  clock: Clock;
  spending: SpendingLog;
  lines: LogLine[];
  sockets: boolean;
  logLevel: LogLevel;
  timeoutMs?: number;
}

/** What one process of the server is made of, as `src/server.ts` puts it together. */
async function startProcess({ ends, simulator, queue, clock, spending, lines, sockets, logLevel, ...limits }: Parts) {
  const { app, url: apiUrl } = simulator;
  let isDead = false;
  const log = createLog(logLevel, {
    write: (line: string) => {
      if (!isDead) lines.push(JSON.parse(line) as LogLine);
    },
  });
  const ask: typeof fetch = async (input, init) => {
    const send = sockets ? fetch : simulator.fetch;
    const response = isDead ? undefined : await send(input, init);
    if (isDead || !response) throw new Error("this process was killed");
    return response;
  };
  const credentials = { id: app.id, privateKey: app.privateKeyPem, webhookSecrets: [app.webhookSecret] as [string] };
  const probot = createOurProbot({ app: credentials, apiUrl, log, clock, spending, fetch: ask, ...limits });
  await probot.ready();
  const client = (installationId: number) => probot.auth(installationId);
  const identify = createIdentifier({ app: () => probot.auth(), installation: client });
  const caches = createForgeCaches();
  await probot.load(createApp({ queue, identify, log, redact, forgetCaches: () => clearForgeCaches(caches) }));
  const receive = (delivery: SignedDelivery) => receiveDelivery(probot, delivery);
  const handlers = createJobHandlers({ client, identify, log, caches, redact, clock });
  await queue.start(handlers, { onDead: createDeadLetterTeller(queue) });
  const die = () => {
    isDead = true;
  };
  const catchUpServices = createCatchUpServices({ queue, probot, identify, log, now: clock.now });
  if (!sockets) {
    simulator.sendWebhooksTo("http://app.simulator/");
    const unsigned = (init?: RequestInit) => receiveUnsigned(receive, init);
    return { catchUpServices, die, take: receive, receive: unsigned, close: () => Promise.resolve() };
  }
  const server = createDeliveryServer({
    ...{ secrets: credentials.webhookSecrets, receive, log },
    isReady: () => queue.isReady(),
  });
  const url = await listen(server, { host: "127.0.0.1", port: 0 });
  simulator.sendWebhooksTo(`${url}${WEBHOOK_PATH}`);
  ends(() => closeServer(server, { withinMs: 0 }));
  const nobody = () => Promise.resolve(new Response());
  return { catchUpServices, die, take: receive, receive: nobody, close: () => closeServer(server, { withinMs: 0 }) };
}

/** Where a webhook goes that has no address. */
function lost(): Promise<Response> {
  return Promise.reject(new TypeError("fetch failed"));
}

/** What the delivery server does with a delivery, once it has found it to be genuine. */
async function receiveUnsigned(
  receive: (delivery: SignedDelivery) => Promise<string>,
  { headers, body }: RequestInit = {},
): Promise<Response> {
  const given = new Headers(headers);
  const payload = JSON.parse(body as string) as object;
  const delivery = { id: given.get("x-github-delivery") ?? "", name: given.get("x-github-event") ?? "", payload };
  try {
    return new Response(await receive(delivery), { status: 202 });
  } catch {
    return new Response(null, { status: 503 });
  }
}
