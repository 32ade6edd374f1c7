/** Probot as we run it: its App authentication and its dispatch, without its limits, retries and logs of bodies. */
import type { Logger } from "pino";
import { createProbot, ProbotOctokit, type Probot } from "probot";
import type { AppEnv } from "./env.ts";

interface ProbotOptions {
  app: AppEnv;
  apiUrl: string;
  log: Logger;
}

/**
 * Gives Probot without reading the environment. Requests go to `apiUrl`, and for GraphQL to the place beside it.
 * At levels below `warn` Probot logs whole payloads and request bodies, so it is not let to.
 */
export function createOurProbot({ app, apiUrl, log }: ProbotOptions): Probot {
  return createProbot({
    env: {},
    overrides: {
      appId: app.id,
      privateKey: app.privateKey,
      secret: app.webhookSecrets[0],
      baseUrl: apiUrl,
      log: log.child({}, { level: "warn" }),
      // The function form: as an object these defaults are silently ignored.
      Octokit: ProbotOctokit.defaults((options: object) => ({
        ...options,
        throttle: { enabled: false },
        retry: { enabled: false },
      })),
    },
  });
}
