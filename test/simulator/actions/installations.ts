/** The App: made from its manifest, installed, suspended, removed. */
import { generateKeyPairSync, randomUUID } from "node:crypto";
import { ApiError } from "../api-error.ts";
import type { Account, Repository } from "../model.ts";
import type { Access, App, Installation } from "../model-apps.ts";
import { renderRepositoryName } from "../render/account.ts";
import { covers, emitInstallation } from "../webhooks.ts";
import { nextId, now, register, toNodeId, type World } from "../world.ts";
import { createAccount } from "./accounts.ts";

export interface AppRequest {
  id: number;
  name: string;
  slug: string;
  webhookSecret?: string | undefined;
  permissions: Record<string, Access>;
  events: string[];
  keys: { privateKeyPem: string; publicKeyPem: string };
}

export function createApp(world: World, request: AppRequest): App {
  const { id, name, slug, permissions, events, webhookSecret = randomUUID(), keys } = request;
  const app: App = register(world, {
    type: "App",
    ...{ id, nodeId: toNodeId("App", id), name, slug, webhookSecret, ...keys, permissions, events },
    webhookUrl: undefined,
    bot: createAccount(world, "Bot", `${slug}[bot]`, { appId: id }),
    createdAt: now(world),
  });
  world.apps.push(app);
  return app;
}

/** A key pair as GitHub makes one for an App. */
export function createAppKeys(): { privateKeyPem: string; publicKeyPem: string } {
  const { privateKey, publicKey } = generateKeyPairSync("rsa", {
    modulusLength: 2048,
    publicKeyEncoding: { type: "spki", format: "pem" },
    privateKeyEncoding: { type: "pkcs1", format: "pem" },
  });
  return { privateKeyPem: privateKey, publicKeyPem: publicKey };
}

/** Throws 422 when the App is installed there already. */
export function installApp(
  world: World,
  app: App,
  account: Account,
  { repositories = null, permissions = app.permissions }: Partial<Pick<Installation, "repositories" | "permissions">>,
): Installation {
  if (findInstallation(world, app, account)) throw new ApiError(422, `${app.slug} is installed on ${account.login}`);
  const id = nextId(world, "installation");
  const installation: Installation = register(world, {
    type: "Installation",
    ...{ id, nodeId: toNodeId("Installation", id), app, account, repositories, permissions },
    createdAt: now(world),
    suspendedAt: null,
    isDeleted: false,
  });
  world.installations.push(installation);
  tell(world, installation, "created");
  return installation;
}

export function findInstallation(world: World, app: App, account: Account): Installation | undefined {
  return world.installations.find((each) => each.app === app && each.account === account && !each.isDeleted);
}

/** Repositories that an installation reaches. */
export function installedRepositories(world: World, installation: Installation): Repository[] {
  return [...world.repositories.values()].filter((repository) => covers(installation, repository));
}

export function setSuspended(world: World, installation: Installation, isSuspended: boolean): void {
  installation.suspendedAt = isSuspended ? now(world) : null;
  tell(world, installation, isSuspended ? "suspend" : "unsuspend");
}

/** Its tokens die with it. */
export function uninstall(world: World, installation: Installation): void {
  const repositories = installedRepositories(world, installation).map(renderRepositoryName);
  installation.isDeleted = true;
  for (const [value, token] of world.tokens) {
    if (token.kind === "installation" && token.installation === installation) world.tokens.delete(value);
  }
  tell(world, installation, "deleted", repositories);
}

function tell(
  world: World,
  installation: Installation,
  action: string,
  repositories = installedRepositories(world, installation).map(renderRepositoryName),
): void {
  const kind = { event: "installation", action, sender: installation.account };
  emitInstallation(world, installation, { ...kind, repositories, requester: null });
}

/** An installation token lives an hour. */
const TOKEN_MS = 3_600_000;

interface TokenRequest {
  permissions?: Record<string, Access> | undefined;
  repositories?: Set<Repository> | undefined;
}

/** Throws 403 for a suspended installation, 422 for permissions or repositories that it does not have. */
export function createInstallationToken(world: World, installation: Installation, request: TokenRequest) {
  if (installation.suspendedAt !== null) throw new ApiError(403, "This installation has been suspended");
  const permissions = request.permissions ?? installation.permissions;
  for (const [name, access] of Object.entries(permissions)) {
    const granted = installation.permissions[name];
    if (granted !== access && granted !== "write") {
      throw new ApiError(422, "The permissions requested are not granted to this installation.");
    }
  }
  for (const repository of request.repositories ?? []) {
    if (!covers(installation, repository)) {
      throw new ApiError(
        422,
        "There is at least one repository that does not exist or is not accessible to the parent installation.",
      );
    }
  }
  const value = `ghs_${String(nextId(world, "token")).padStart(36, "0")}`;
  const expiresAt = new Date(world.clock().getTime() + TOKEN_MS).toISOString();
  const token = {
    kind: "installation" as const,
    ...{ value, installation, permissions, expiresAt },
    repositories: request.repositories ?? installation.repositories,
  };
  world.tokens.set(value, token);
  return token;
}
