/** Our App, installed on an organisation of `emulate`, with a person who reads back what it did. */
import { Octokit } from "@octokit/rest";
import { generateKeyPairSync } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import type { Probot } from "probot";
import { parse } from "yaml";
import { createForgeCaches } from "../../src/github/forge-caches.ts";
import { createOctokitForge } from "../../src/github/octokit-forge.ts";
import type { Identity } from "../../src/github/client.ts";
import { createLog } from "../../src/log.ts";
import { createOurProbot } from "../../src/probot.ts";
import type { Forge } from "../../src/tasks/forge.ts";
import { startEmulate } from "./emulate-process.ts";
import { ROOT } from "./server-process.ts";

/** The App with the permissions of `app.yml`, and one that may only read. */
export const WRITER = { appId: 1, installation: 10, slug: "review-miner" };
export const READER = { appId: 2, installation: 20, slug: "reader" };

/** GitHub lets `pull_requests: write` label a pull request; emulate asks for `issues: write`. */
const MANIFEST = parse(readFileSync(path.join(ROOT, "app.yml"), "utf8")) as { default_permissions: object };
const PERMISSIONS = { ...MANIFEST.default_permissions, issues: "write" };

/** Octokit reports every 404, and in tests some are the point. */
const SILENT = { debug: ignore, info: ignore, warn: ignore, error: ignore };

export interface EmulateApp {
  self: Identity;
  forge: Forge;
  /** Owner of the organisation `octo`. */
  alice: Octokit;
  /** Our own Probot for an App that signs with `key`. */
  probotFor(appId: number, key?: string): Probot;
  stop(): Promise<void>;
}

/** Starts emulate with these repositories of `octo`, each with a first commit on `main`. */
export async function startEmulateApp(repositories: string[]): Promise<EmulateApp> {
  const privateKey = newPrivateKey();
  const installed = ({ appId, installation, slug }: typeof WRITER, permissions: object) => ({
    ...{ app_id: appId, slug, name: slug, private_key: privateKey, permissions, events: [] },
    installations: [{ installation_id: installation, account: "octo", repository_selection: "all" }],
  });
  const emulate = await startEmulate({
    tokens: { "token-of-alice": { login: "alice", scopes: ["repo", "admin:org"] } },
    github: {
      users: [{ login: "alice" }],
      orgs: [{ login: "octo", members: [{ login: "alice", role: "admin" }] }],
      repos: repositories.map((name) => ({ owner: "octo", name, auto_init: true })),
      apps: [installed(WRITER, PERMISSIONS), installed(READER, { contents: "read", metadata: "read" })],
    },
  });
  const probotFor = (id: number, key = privateKey) => {
    const app = { id, privateKey: key, webhookSecrets: ["not used here"] as [string] };
    return createOurProbot({ app, apiUrl: emulate.url, log: createLog("silent") });
  };
  const alice = new Octokit({ baseUrl: emulate.url, auth: "token-of-alice", log: SILENT });

  const installation = await probotFor(WRITER.appId).auth(WRITER.installation);
  // It does not know a bot user by name; who we are shows in what we write.
  const place = { owner: "octo", repo: repositories[0] ?? "" };
  const issue = await alice.rest.issues.create({ ...place, title: "who are you?" });
  const answer = { ...place, issue_number: issue.data.number, body: "me" };
  const { user } = (await installation.rest.issues.createComment(answer)).data;
  if (!user) throw new Error("emulate does not say who wrote a comment");
  const self = { id: user.id, login: user.login };
  const forge = createOctokitForge(installation, self, createForgeCaches());
  return { self, forge, alice, probotFor, stop: () => emulate.stop() };
}

export function newPrivateKey(): string {
  return generateKeyPairSync("rsa", {
    modulusLength: 2048,
    privateKeyEncoding: { type: "pkcs1", format: "pem" },
    publicKeyEncoding: { type: "pkcs1", format: "pem" },
  }).privateKey;
}

function ignore(): void {
  return;
}
