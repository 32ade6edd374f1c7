/** What operators' verbs work on: the server's store and, for deliveries, the App, without the server. */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import type { CatchUpReport } from "./catch-up.ts";
import { UserError } from "./core/errors.ts";
import { dataDirOf, parseEnv, type Env } from "./env.ts";
import { createLog } from "./log.ts";
import { openApp } from "./open-app.ts";
import type { JobDesk } from "./queue/job-queue.ts";
import { openQueue } from "./queue/open-queue.ts";
import { messageWithCode, UnusableStoreError } from "./queue/unusable-store-error.ts";
import { readCredentials, withCredentials } from "./setup/credentials-file.ts";

/** Opens the store, lets `act` at its jobs, and closes it. Throws `UserError` when it cannot be opened. */
export async function withDesk(act: (desk: JobDesk) => Promise<number>): Promise<number> {
  const { dataDir, databaseUrl } = readEnv();
  const queue = await usable(() => openQueue({ dataDir, databaseUrl, log: createErrorLog() }));
  try {
    return await act(queue.jobs);
  } finally {
    await queue.stop({ withinMs: 0 });
  }
}

/** Catches up once, as the App. Throws `UserError` without an App, and while the server does it. */
export async function catchUpOnce(options: { isDryRun: boolean; since: number | undefined }): Promise<CatchUpReport> {
  const env = readEnv();
  const { app: credentials } = env;
  if (!credentials) throw new UserError("no App is configured; set APP_ID, PRIVATE_KEY and WEBHOOK_SECRET");
  const app = await usable(() => openApp(env, credentials, createErrorLog()));
  try {
    const report = await app.catchUp(options);
    if (!report) throw new UserError("the server is catching up just now; try again in a minute");
    return report;
  } finally {
    await app.close();
  }
}

function readEnv(): Env {
  const dataDir = dataDirOf(process.env);
  const raw = withCredentials(process.env, readCredentials(dataDir) ?? {});
  const parsed = parseEnv(raw, (file) => readFileSync(file, "utf8"));
  if (!parsed.ok) throw new UserError(parsed.mistakes.join("\n"));
  // Looking must not make a store where there is none.
  if (parsed.env.databaseUrl === undefined && !existsSync(path.join(dataDir, "pglite"))) {
    throw new UserError(`there is no store in ${dataDir}; set DATABASE_URL or DATA_DIR as the server has it`);
  }
  return parsed.env;
}

async function usable<Opened>(open: () => Promise<Opened>): Promise<Opened> {
  try {
    return await open();
  } catch (error) {
    if (error instanceof UnusableStoreError) throw new UserError(messageWithCode(error), { cause: error });
    throw error;
  }
}

/** Standard output belongs to what was asked for. */
function createErrorLog() {
  return createLog("error", process.stderr);
}
