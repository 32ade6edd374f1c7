/**
 * The whole App in this process, for scenarios: GitHub on loopback, our delivery server over real HTTP, the App function,
 * the work behind it, and the queue in memory. Nothing waits for the clock: `settle` is where work is done and time passes.
 */
import { createApp, receiveDelivery } from "../../src/app.ts";
import { createIdentifier } from "../../src/github/identity.ts";
import type { Clock } from "../../src/github/request-policy.ts";
import { createDeliveryServer, WEBHOOK_PATH } from "../../src/http/delivery-server.ts";
import { close, listen } from "../../src/http/lifecycle.ts";
import { createJobHandlers } from "../../src/job-handlers.ts";
import { createLog } from "../../src/log.ts";
import { createOurProbot } from "../../src/probot.ts";
import { startSimulator, type Simulator, type SimulatorOptions } from "../simulator/simulator.ts";
import { createMemoryQueue, type MemoryQueue, type MemoryQueueOptions } from "./memory-queue.ts";

/** One line of the log, parsed. */
type LogLine = Readonly<Record<string, unknown>>;

export interface AppInProcess {
  simulator: Simulator;
  github: Simulator["github"];
  queue: MemoryQueue;
  /** Every line logged so far, from the level `debug` up. */
  log: LogLine[];
  /** What became of the jobs run so far: the lines named "job". */
  jobs(): LogLine[];
  /** What became of the deliveries so far: the lines named "delivery". */
  decisions(): LogLine[];
  /** Delivers, runs every job, waits out retries and parking at once, until nothing is left to do. */
  settle(): Promise<void>;
  /** Forgets what a process knows of GitHub: caches, tokens, who we are. The queue is kept. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

interface AppInProcessOptions {
  simulator?: SimulatorOptions;
  queue?: Omit<MemoryQueueOptions, "now">;
}

/** Rounds of webhooks and jobs after which a scenario is taken to feed itself for ever. */
const MOST_ROUNDS = 200;

/** Starts it all; webhooks go to the App from now on. Install the App on an owner to let it see anything. */
export async function startAppInProcess(options: AppInProcessOptions = {}): Promise<AppInProcess> {
  const simulator = await startSimulator(options.simulator);
  const log: LogLine[] = [];
  const clock = createClock();
  const queue = createMemoryQueue({ ...options.queue, now: clock.now });
  const parts = { simulator, queue, clock, lines: log };
  let process = await startProcess(parts);

  return {
    simulator,
    github: simulator.github,
    queue,
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
    async restart() {
      await process.close();
      process = await startProcess(parts);
    },
    async close() {
      await process.close();
      await queue.stop({ withinMs: 0 });
      await simulator.close();
    },
  };
}

/** A clock that passes when somebody waits, and then at once. It begins now: the simulator's own is the machine's. */
function createClock(): Clock & { advanceTo(time: number): void } {
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
  simulator: Simulator;
  queue: MemoryQueue;
  clock: Clock;
  lines: LogLine[];
}

/** What one process of the server is made of, as `src/server.ts` puts it together. */
async function startProcess({ simulator, queue, clock, lines }: Parts) {
  const { app, url: apiUrl } = simulator;
  const log = createLog("debug", {
    write: (line: string) => void lines.push(JSON.parse(line) as LogLine),
  });
  const credentials = { id: app.id, privateKey: app.privateKeyPem, webhookSecrets: [app.webhookSecret] as [string] };
  const probot = createOurProbot({ app: credentials, apiUrl, log, clock });
  await probot.ready();
  const client = (installationId: number) => probot.auth(installationId);
  const identify = createIdentifier({ app: () => probot.auth(), installation: client });
  await probot.load(createApp({ queue, identify, log }));
  const server = createDeliveryServer({
    secrets: credentials.webhookSecrets,
    receive: (delivery) => receiveDelivery(probot, delivery),
    isReady: () => queue.isReady(),
    log,
  });
  await queue.start(createJobHandlers({ client, identify, log }));
  const url = await listen(server, { host: "127.0.0.1", port: 0 });
  simulator.sendWebhooksTo(`${url}${WEBHOOK_PATH}`);
  return { close: () => close(server, { withinMs: 0 }) };
}
