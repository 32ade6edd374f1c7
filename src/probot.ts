/** Probot as we run it: its App authentication and its dispatch, without its limits, retries and logs of bodies. */
import { setTimeout as sleep } from "node:timers/promises";
import { Octokit } from "@octokit/core";
import type { Logger } from "pino";
import { createProbot, ProbotOctokit, type Probot } from "probot";
import type { AppEnv } from "./env.ts";
import { createCheckedFetch } from "./github/checked-fetch.ts";
import type { SpendingLog } from "./github/request-budget.ts";
import { createRequestPolicy, type Clock, type Hooked, type RequestRecord } from "./github/request-policy.ts";

/** GitHub gives itself ten seconds for most answers. */
const REQUEST_TIMEOUT_MS = 15_000;
const SYSTEM_CLOCK: Clock = { now: Date.now, sleep, random: Math.random };

interface ProbotOptions {
  app: AppEnv;
  apiUrl: string;
  log: Logger;
  /** What installations may send is counted here; in this process's memory when it is left out. */
  spending?: SpendingLog;
  /** The time that limits are measured by; the machine's when it is left out. */
  clock?: Clock;
  /** Told of every request that was sent. */
  onRequest?: ((record: RequestRecord) => void) | undefined;
  /** How GitHub is reached; the real network when it is left out. */
  fetch?: typeof fetch;
  /** For the whole of one request, in milliseconds. */
  timeoutMs?: number;
}

/**
 * Gives Probot without reading the environment. Requests go to `apiUrl`, and for GraphQL to the place beside it.
 * At levels below `warn` Probot logs whole payloads and request bodies, so it is not let to.
 */
export function createOurProbot({
  app,
  apiUrl,
  log,
  spending,
  clock = SYSTEM_CLOCK,
  onRequest,
  ...network
}: ProbotOptions): Probot {
  const policy = createRequestPolicy({
    clock,
    ...(spending && { spending }),
    onRequest: (record) => {
      onRequest?.(record);
      const { remaining, ...fields } = record;
      log.debug({ ...fields, ...(remaining && { remaining: remaining.left }) }, "request");
    },
  });
  const request = { fetch: createCheckedFetch({ timeoutMs: REQUEST_TIMEOUT_MS, ...network }) };
  // Probot's own is bound to github.com: a token that is asked for anew would come from there.
  const askForToken = new Octokit({ baseUrl: apiUrl, request }).request;
  const OurOctokit = ProbotOctokit.plugin((octokit: Octokit, { auth }: { auth?: { installationId?: number } }) => {
    // Its own type of hook is narrower in what nobody here looks at.
    policy(octokit as unknown as Hooked, auth?.installationId);
    return {};
  });
  return createProbot({
    env: {},
    overrides: {
      appId: app.id,
      privateKey: app.privateKey,
      secret: app.webhookSecrets[0],
      baseUrl: apiUrl,
      log: log.child({}, { level: "warn" }),
      request,
      // The function form: as an object these defaults are silently ignored.
      Octokit: OurOctokit.defaults(({ auth, ...given }: { auth?: object }): object => ({
        ...given,
        ...(auth && { auth: { ...auth, request: askForToken } }),
        throttle: { enabled: false },
        retry: { enabled: false },
      })),
    },
  });
}
