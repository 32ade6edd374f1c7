/** Processes that the benchmark starts: whatever happens, they end with it. */
import { fork, type ChildProcess } from "node:child_process";
import path from "node:path";
import type { AppCredentials } from "../test/helpers/server-process.ts";

const alive = new Set<ChildProcess>();

process.once("exit", () => {
  for (const child of alive) child.kill("SIGKILL");
});
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => process.exit(1));

/** Lets a process end with this one at the latest. */
export function keepTrack(child: ChildProcess): ChildProcess {
  alive.add(child);
  child.once("exit", () => alive.delete(child));
  return child;
}

/** Starts a file of `bench/servers`, with nothing but these variables. */
export function startChild(file: string, environment: Record<string, string>): ChildProcess {
  const script = path.join(import.meta.dirname, "servers", file);
  return keepTrack(fork(script, { env: { PATH: process.env["PATH"], ...environment } }));
}

/** What the servers of `bench/servers` that take deliveries need to know. */
export function baselineEnvironment(app: AppCredentials, port: number): Record<string, string> {
  const { id, privateKeyPem, webhookSecret } = app;
  return { APP_ID: String(id), PRIVATE_KEY: privateKeyPem, WEBHOOK_SECRET: webhookSecret, PORT: String(port) };
}
