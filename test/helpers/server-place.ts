/** GitHub, a store, and the real server between them, as a process that may be killed and started again. */
import { setTimeout as sleep } from "node:timers/promises";
import { startSimulator, type Simulator } from "../simulator/simulator.ts";
import { endLater } from "./endings.ts";
import { createSeededFolder, createTestDatabase, createTestFolder, POSTGRES_URL } from "./queue-database.ts";
import { freePort, serverEnvironment, startServer, type ServerProcess } from "./server-process.ts";
import { populate } from "./source-pull.ts";

/** Longer than a job of a killed process waits for its successor, and than a fault's retries take, on a busy machine. */
const IDLE_WITHIN_MS = 240_000;

export interface Place {
  simulator: Simulator;
  /** The process that runs now. */
  server: () => ServerProcess;
  start(): Promise<void>;
  close(): Promise<void>;
}

/** Each store that there is, by its name, with what `createPlace` wants to hear for it. */
export const STORES: readonly (readonly [name: string, serverUrl: string | undefined])[] = [
  ["PGlite", undefined],
  ...(POSTGRES_URL === undefined ? [] : [["PostgreSQL", POSTGRES_URL] as const]),
];

/** On PostgreSQL at `serverUrl`, in a database of its own; without one on PGlite. */
export async function createPlace(serverUrl?: string): Promise<Place> {
  // A server that is started again in a test is the place's all the same.
  const ends = endLater();
  const folder = serverUrl === undefined ? await createSeededFolder() : createTestFolder();
  const database = serverUrl === undefined ? undefined : await createTestDatabase(serverUrl);
  const simulator = await startSimulator();
  populate(simulator.github);
  const environment = {
    ...serverEnvironment(simulator.app, simulator.url, folder.path, await freePort()),
    ...(database && { DATABASE_URL: database.url }),
  };
  let server = await startServer(environment, { ends });
  simulator.sendWebhooksTo(server.webhookUrl);
  return {
    simulator,
    server: () => server,
    async start() {
      server = await startServer(environment, { ends });
    },
    async close() {
      await server.stop();
      await simulator.close();
      await database?.drop();
      folder.remove();
    },
  };
}

/** Resolves when no delivery is on its way and no job waits or runs. */
export async function becomeIdle({ simulator, server }: Place): Promise<void> {
  const deadline = Date.now() + IDLE_WITHIN_MS;
  for (;;) {
    await simulator.settle();
    const text = await fetch(`${server().url}/metrics`).then((response) => response.text());
    const counts = [...text.matchAll(/^review_miner_jobs\{state="(?:waiting|running)"\} (\d+)$/gm)].map(([, count]) =>
      Number(count),
    );
    if (counts.length === 2 && counts.every((count) => count === 0)) return;
    if (Date.now() > deadline)
      throw new Error(`after ${IDLE_WITHIN_MS} ms there is still work: ${counts.join(" and ")}`);
    await sleep(100);
  }
}
