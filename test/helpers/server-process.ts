/** The real server as a child process, with an App's environment: for the demo and for tests that kill it. */
import type { ChildProcess } from "node:child_process";
import { createServer } from "node:net";
import path from "node:path";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { startChild } from "./child-process.ts";
import type { EndLater } from "./endings.ts";

export const ROOT = path.join(import.meta.dirname, "..", "..");

export interface ServerProcess {
  url: string;
  webhookUrl: string;
  child: ChildProcess;
  /** Standard output and error so far. */
  output(): string;
  /** Sends a signal and resolves with the exit code, or null when the signal ended it. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

/** What the server needs to know of an App. */
export interface AppCredentials {
  id: number;
  privateKeyPem: string;
  webhookSecret: string;
}

/** A port of the loopback interface that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  if (address === null || typeof address === "string") throw new Error("no port was given");
  return address.port;
}

export function serverEnvironment(app: AppCredentials, apiUrl: string, dataDir: string, port: number) {
  return {
    APP_ID: String(app.id),
    PRIVATE_KEY: app.privateKeyPem,
    WEBHOOK_SECRET: app.webhookSecret,
    GITHUB_API_URL: apiUrl,
    DATA_DIR: dataDir,
    HOST: "127.0.0.1",
    PORT: String(port),
    LOG_LEVEL: "debug",
    JOB_DEBOUNCE_MS: "0",
  };
}

interface StartOptions {
  readyWithinMs?: number;
  /** What Node is given to run, from the root of the repository. */
  run?: readonly string[];
  /** What it ends with: what is going on now, unless said. */
  ends?: EndLater;
}

/** Starts the server and resolves once it is ready. Throws with its output when it ends before that. */
export async function startServer(
  environment: Record<string, string>,
  { readyWithinMs = 180_000, run = ["src/server.ts"], ...options }: StartOptions = {},
): Promise<ServerProcess> {
  const url = `http://127.0.0.1:${environment["PORT"] ?? ""}`;
  const child = startChild(run, { cwd: ROOT, variables: environment, ...options });
  const server: ServerProcess = {
    url,
    webhookUrl: `${url}/api/github/webhooks`,
    child: child.process,
    output: () => child.output(),
    stop: (signal = "SIGTERM") => child.stop(signal),
  };
  const deadline = Date.now() + readyWithinMs;
  while (!(await isReady(url))) {
    if (!child.isRunning()) throw new Error(`the server ended before it was ready:\n${child.output()}`);
    if (Date.now() > deadline) {
      await server.stop("SIGKILL");
      throw new Error(`the server was not ready in ${readyWithinMs} ms:\n${child.output()}`);
    }
    await sleep(25);
  }
  return server;
}

async function isReady(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/readyz`)).ok;
  } catch {
    return false;
  }
}

/** Resolves with the first value that is not undefined; throws with `what` when none came in time. Looks every `pollMs`. */
export async function waitFor<Value>(
  what: string,
  look: () => Value | undefined,
  withinMs = 20_000,
  pollMs = 20,
): Promise<Value> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    const value = look();
    if (value !== undefined) return value;
    if (Date.now() > deadline) throw new Error(`waited ${withinMs} ms in vain for ${what}`);
    await sleep(pollMs);
  }
}
