/** Accounts, and the App's installations on them. */
import { createAccount, createUserToken, deleteAccount } from "../actions/accounts.ts";
import { findInstallation, installApp, setSuspended, uninstall } from "../actions/installations.ts";
import { notFound } from "../api-error.ts";
import type { Account } from "../model.ts";
import type { Access, App, Installation } from "../model-apps.ts";
import { accountOf, repositoryOf, type World } from "../world.ts";

interface InstallRequest {
  /** Names of the repositories; all of the owner's where none are given. */
  repositories?: string[];
  permissions?: Record<string, Access>;
  /** The first App unless another is named. */
  app?: App;
}

export function createAccountActions(world: World) {
  return {
    createUser: (login: string): Account => createAccount(world, "User", login),
    createOrganization: (login: string): Account => createAccount(world, "Organization", login),
    /** `slug` without `[bot]`. */
    createBot: (slug: string, options: { appId?: number } = {}): Account =>
      createAccount(world, "Bot", `${slug}[bot]`, options),
    deleteUser: (login: string): void => deleteAccount(world, accountOf(world, login)),
    /** A token that acts as this user. */
    createToken: (login: string): string => createUserToken(world, accountOf(world, login)),

    /** Sends `installation.created`. */
    install(owner: string, { repositories, permissions, app = firstApp(world) }: InstallRequest = {}): Installation {
      const chosen = repositories?.map((name) => repositoryOf(world, name.includes("/") ? name : `${owner}/${name}`));
      return installApp(world, app, accountOf(world, owner), {
        repositories: chosen ? new Set(chosen) : null,
        ...(permissions && { permissions }),
      });
    },
    suspend: (owner: string): void => setSuspended(world, installationOn(world, owner), true),
    unsuspend: (owner: string): void => setSuspended(world, installationOn(world, owner), false),
    uninstall: (owner: string): void => uninstall(world, installationOn(world, owner)),
  };
}

function firstApp({ apps: [app] }: World): App {
  if (!app) throw new Error("the simulator has no App");
  return app;
}

function installationOn(world: World, owner: string): Installation {
  const found = findInstallation(world, firstApp(world), accountOf(world, owner));
  if (!found) throw notFound();
  return found;
}
