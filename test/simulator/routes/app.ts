/** What the App asks as itself, and installations. */
import { createInstallationToken, findInstallation, installedRepositories } from "../actions/installations.ts";
import { ApiError, notFound } from "../api-error.ts";
import { refuseSuspended } from "../http/access.ts";
import { optionalObject, texts } from "../http/fields.ts";
import { remainingFor } from "../http/rate-limit.ts";
import { paginate } from "../http/pagination.ts";
import { appRoute, publicRoute, type AppContext, type Route } from "../http/route.ts";
import type { Access, Installation } from "../model-apps.ts";
import { renderAccount, renderApp, renderInstallation } from "../render/account.ts";
import { renderRepository } from "../render/repository.ts";
import { accountOf, repositoryOf } from "../world.ts";

export const APP_ROUTES: Route[] = [
  appRoute("GET /app", ({ world, app }) => ({
    status: 200,
    body: {
      ...renderApp(world, app),
      installations_count: world.installations.filter((each) => each.app === app && !each.isDeleted).length,
    },
  })),
  appRoute("GET /app/installations", (context) =>
    paginate(
      context,
      context.world.installations.filter((each) => each.app === context.app && !each.isDeleted),
      (each) => renderInstallation(context.world, each),
    ),
  ),
  appRoute("GET /app/installations/{installation_id}", (context) => ({
    status: 200,
    body: renderInstallation(context.world, installationOf(context)),
  })),
  appRoute("POST /app/installations/{installation_id}/access_tokens", createToken),
  appRoute("GET /repos/{owner}/{repo}/installation", (context) => {
    const { owner = "", repo = "" } = context.params;
    return installationOn(context, repositoryOf(context.world, `${owner}/${repo}`).owner.login);
  }),

  publicRoute("GET /installation/repositories", (context) => {
    const { auth, world } = context;
    if (auth.kind !== "installation")
      throw new ApiError(403, "You must authenticate with an installation access token.");
    refuseSuspended(auth);
    const reached = installedRepositories(world, auth.installation);
    const visible = reached.filter((each) => auth.repositories?.has(each) ?? true);
    return paginate(
      context,
      visible,
      (each) => renderRepository(world, each),
      (repositories, total_count) => ({
        total_count,
        repository_selection: auth.repositories ? "selected" : "all",
        repositories,
      }),
    );
  }),
  publicRoute("DELETE /installation/token", ({ auth, world }) => {
    if (auth.kind !== "installation")
      throw new ApiError(403, "You must authenticate with an installation access token.");
    world.tokens.delete(auth.value);
    return { status: 204 };
  }),
  publicRoute("GET /rate_limit", ({ world, auth }) => {
    const { resetAt, ...limit } = remainingFor(world, auth);
    const rate = { ...limit, reset: resetAt.getTime() / 1_000 };
    return { status: 200, body: { resources: { core: rate, graphql: rate }, rate } };
  }),
  publicRoute("GET /users/{username}", ({ world, params }) => {
    const account = accountOf(world, params["username"] ?? "");
    return { status: 200, body: renderProfile(world, account) };
  }),
];

function renderProfile(world: AppContext["world"], account: AppContext["app"]["bot"]) {
  return {
    ...renderAccount(world, account),
    name: account.login,
    created_at: account.createdAt,
    updated_at: account.createdAt,
  };
}

function installationOf({ world, app, params }: AppContext): Installation {
  const id = Number(params["installation_id"]);
  const found = world.installations.find((each) => each.app === app && each.id === id && !each.isDeleted);
  if (!found) throw notFound();
  return found;
}

function installationOn({ world, app }: AppContext, owner: string) {
  const installation = findInstallation(world, app, accountOf(world, owner));
  if (!installation) throw notFound();
  return { status: 200, body: renderInstallation(world, installation) };
}

function createToken(context: AppContext) {
  const { world, body } = context;
  const installation = installationOf(context);
  const names = texts(body, "repositories");
  const ids = Array.isArray(body["repository_ids"]) ? (body["repository_ids"] as number[]) : [];
  const chosen = [
    ...names.map((name) => repositoryOf(world, `${installation.account.login}/${name}`)),
    ...ids.map((id) => world.repositories.get(id) ?? repositoryOf(world, "")),
  ];
  const token = createInstallationToken(world, installation, {
    permissions: optionalObject(body, "permissions") as Record<string, Access> | undefined,
    repositories: chosen.length > 0 ? new Set(chosen) : undefined,
  });
  return {
    status: 201,
    body: {
      token: token.value,
      expires_at: token.expiresAt.replace(/\.\d+Z$/, "Z"),
      permissions: token.permissions,
      repository_selection: token.repositories ? "selected" : "all",
      ...(token.repositories && { repositories: [...token.repositories].map((each) => renderRepository(world, each)) }),
    },
  };
}
