/** From the start of a process to its first 2xx. */
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort, ROOT } from "../test/helpers/server-process.ts";
import { baselineEnvironment, keepTrack, startChild } from "./children.ts";
import { openConnection, signBody, type SignedBody } from "./load.ts";
import { median, medianOrNull } from "./measure.ts";
import {
  createStore,
  PRODUCT,
  startScene,
  STORES,
  toEnvironment,
  type SimulatedGitHub,
  type Store,
} from "./subjects.ts";

const ROUNDS = 3;
const GIVE_UP_MS = 120_000;

/** Starts each in turn, several times, on a store that has been there before. */
export async function benchColdStart() {
  const scene = await startScene();
  const ping = signBody(scene.github.app.webhookSecret, {
    event: "ping",
    body: '{"zen":"Keep it logically awesome."}',
  });
  const stores = new Map<Store, Awaited<ReturnType<typeof createStore>>>();
  const times = { bare: [] as number[], pglite: [] as number[], postgres: [] as number[] };
  try {
    for (const store of STORES) stores.set(store, await createStore(store));
    for (let round = 0; round <= ROUNDS; round++) {
      const port = await freePort();
      const took = { bare: await timed(() => startBare(scene.github, port), port, ping), pglite: 0, postgres: 0 };
      for (const [store, { dataDir, environment }] of stores) {
        const given = { ...toEnvironment(scene.github.app, scene.github.url, dataDir, port), ...environment };
        took[store] = await timed(() => startOurs(given), port, ping);
      }
      // The first makes the tables.
      if (round === 0) continue;
      times.bare.push(took.bare);
      for (const store of STORES) times[store].push(took[store]);
    }
  } finally {
    for (const store of stores.values()) await store.remove();
    await scene.close();
  }
  const bare = median(times.bare);
  const pglite = median(times.pglite);
  return {
    coldStartMs: pglite,
    coldStartVsBare: pglite / bare,
    coldStartBareMs: bare,
    coldStartPostgresMs: medianOrNull(times.postgres),
  };
}

function startBare({ app }: SimulatedGitHub, port: number): ChildProcess {
  return startChild("bare.ts", baselineEnvironment(app, port));
}

function startOurs(environment: Record<string, string>): ChildProcess {
  const options = { cwd: ROOT, env: { PATH: process.env["PATH"], ...environment }, stdio: "ignore" } as const;
  return keepTrack(spawn(process.execPath, PRODUCT, options));
}

/** Gives the milliseconds until the ping was taken, and ends the process. */
async function timed(start: () => ChildProcess, port: number, ping: SignedBody): Promise<number> {
  const begun = performance.now();
  const child = start();
  while (!(await isTaken(port, ping))) {
    if (child.exitCode !== null || performance.now() > begun + GIVE_UP_MS) throw new Error("a server did not start");
    await sleep(2);
  }
  const took = performance.now() - begun;
  child.kill("SIGTERM");
  await once(child, "exit");
  return took;
}

async function isTaken(port: number, ping: SignedBody): Promise<boolean> {
  try {
    const connection = await openConnection(port);
    const status = await connection.send(ping);
    connection.close();
    return status >= 200 && status < 300;
  } catch {
    return false;
  }
}
