/** The servers that are compared, each a process of its own, and the simulated GitHub that ours works against. */
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import {
  createSeededFolder,
  createTestDatabase,
  createTestFolder,
  POSTGRES_URL,
} from "../test/helpers/queue-database.ts";
import {
  freePort,
  serverEnvironment,
  startServer,
  type AppCredentials,
  type ServerProcess,
} from "../test/helpers/server-process.ts";
import { baselineEnvironment, keepTrack, startChild } from "./children.ts";
import { openConnection, signBody, type SignedBody } from "./load.ts";

/** What the process of the simulated GitHub says of itself. */
export interface SimulatedGitHub {
  url: string;
  app: AppCredentials;
  /** Deliveries of reviews that are there. */
  reviews: { event: string; body: string }[];
}

export interface Subject {
  port: number;
  pid: number;
  /** Resolves when it has nothing left to do. */
  settle(): Promise<void>;
  stop(): Promise<void>;
}

export interface Scene {
  github: SimulatedGitHub;
  /** The reviews, signed. */
  bodies: SignedBody[];
  close(): Promise<void>;
}

/** Starts the simulated GitHub. */
export async function startScene(): Promise<Scene> {
  const child = startChild("github.ts", {});
  const [github] = (await once(child, "message")) as [SimulatedGitHub];
  const bodies = github.reviews.map((review) => signBody(github.app.webhookSecret, review));
  return {
    ...{ github, bodies },
    async close() {
      child.disconnect();
      await once(child, "exit");
    },
  };
}

/** Starts one of the servers that ours is compared with. */
export async function startBaseline(name: "bare" | "probot", { app }: SimulatedGitHub): Promise<Subject> {
  const port = await freePort();
  const child = startChild(`${name}.ts`, baselineEnvironment(app, port));
  await untilListening(port);
  return {
    ...{ port, pid: child.pid ?? 0 },
    settle: () => Promise.resolve(),
    async stop() {
      child.disconnect();
      await once(child, "exit");
    },
  };
}

export type Store = "pglite" | "postgres";

/** The stores that can be measured here: PostgreSQL where there is a server. */
export const STORES: readonly Store[] = POSTGRES_URL === undefined ? ["pglite"] : ["pglite", "postgres"];

/** What Node runs: our server, built, as the image and the package have it. */
export const PRODUCT = ["dist/server.js"];

/** Starts our server as people run it, on an empty store of its own. */
export async function startProduct(store: Store, { app, url }: SimulatedGitHub): Promise<Subject> {
  const place = await createStore(store);
  const port = await freePort();
  const environment = { ...toEnvironment(app, url, place.dataDir, port), ...place.environment };
  const server = await startServer(environment, { run: PRODUCT });
  keepTrack(server.child);
  return {
    ...{ port, pid: server.child.pid ?? 0 },
    settle: () => untilIdle(server),
    async stop() {
      await server.stop();
      await place.remove();
    },
  };
}

export interface PlaceOfStore {
  dataDir: string;
  environment: Record<string, string>;
  remove(): Promise<void>;
}

/** An empty store: a folder, or a database on the server. */
export async function createStore(store: Store): Promise<PlaceOfStore> {
  if (store === "pglite") {
    const folder = await createSeededFolder();
    return { dataDir: folder.path, environment: {}, remove: () => Promise.resolve().then(folder.remove) };
  }
  const folder = createTestFolder();
  const database = await createTestDatabase(POSTGRES_URL ?? "");
  return {
    dataDir: folder.path,
    environment: { DATABASE_URL: database.url },
    async remove() {
      await database.drop();
      folder.remove();
    },
  };
}

/** As by default: it works while it takes deliveries, and logs what it says of its jobs. */
export function toEnvironment(
  app: AppCredentials,
  apiUrl: string,
  dataDir: string,
  port: number,
): Record<string, string> {
  return {
    ...serverEnvironment(app, apiUrl, dataDir, port),
    // What tests compile for each other is no part of an installation, and counts as memory.
    NODE_DISABLE_COMPILE_CACHE: "1",
    LOG_LEVEL: "info",
    JOB_DEBOUNCE_MS: "3000",
  };
}

async function untilListening(port: number): Promise<void> {
  for (;;) {
    try {
      (await openConnection(port)).close();
      return;
    } catch {
      await sleep(10);
    }
  }
}

/** Until every job has ended, those that wait for their debounce too. */
async function untilIdle({ url, child }: ServerProcess): Promise<void> {
  while (child.exitCode === null) {
    const text = await (await fetch(`${url}/metrics`)).text();
    const left = [...text.matchAll(/^review_miner_jobs\{state="(?:waiting|running)"\} (?<count>\d+)$/gm)];
    if (left.length === 2 && left.every(({ groups }) => groups?.["count"] === "0")) return;
    await sleep(100);
  }
  throw new Error("the server ended by itself");
}
