/** Accounts in GitHub's REST and webhook shapes. */
import type { Account } from "../model.ts";
import type { App, Installation } from "../model-apps.ts";
import { fullName, type Repository } from "../model.ts";
import type { World } from "../world.ts";

/** What GitHub shows in place of a deleted user. */
const GHOST = { id: 10_137, login: "ghost", nodeId: "MDQ6VXNlcjEwMTM3", type: "User" as const };

type Shown = Pick<Account, "login" | "id" | "nodeId" | "type" | "appId">;

/** A deleted account shows as `ghost`. */
export function renderAccount({ url }: Pick<World, "url">, account: Account) {
  const { login, id, nodeId, type, appId }: Shown = account.isDeleted ? GHOST : account;
  const encoded = encodeURIComponent(login);
  const user = `${url}/users/${encoded}`;
  return {
    login,
    id,
    node_id: nodeId,
    avatar_url: `https://avatars.githubusercontent.com/${appId === undefined ? `u/${id}` : `in/${appId}`}?v=4`,
    gravatar_id: "",
    url: user,
    html_url: htmlUrlOf(login, type),
    followers_url: `${user}/followers`,
    following_url: `${user}/following{/other_user}`,
    gists_url: `${user}/gists{/gist_id}`,
    starred_url: `${user}/starred{/owner}{/repo}`,
    subscriptions_url: `${user}/subscriptions`,
    organizations_url: `${user}/orgs`,
    repos_url: `${user}/repos`,
    events_url: `${user}/events{/privacy}`,
    received_events_url: `${user}/received_events`,
    type,
    user_view_type: "public",
    site_admin: false,
  };
}

function htmlUrlOf(login: string, type: Account["type"]): string {
  return type === "Bot" ? `https://github.com/apps/${login.replace("[bot]", "")}` : `https://github.com/${login}`;
}

/** Where GitHub leaves the place empty instead of showing the ghost. */
export function renderAccountOrNull(world: Pick<World, "url">, account: Account | null) {
  return account === null || account.isDeleted ? null : renderAccount(world, account);
}

export function renderOrganization({ url }: Pick<World, "url">, { login, id, nodeId }: Account) {
  const org = `${url}/orgs/${login}`;
  return {
    login,
    id,
    node_id: nodeId,
    url: org,
    repos_url: `${org}/repos`,
    events_url: `${org}/events`,
    hooks_url: `${org}/hooks`,
    issues_url: `${org}/issues`,
    members_url: `${org}/members{/member}`,
    public_members_url: `${org}/public_members{/member}`,
    avatar_url: `https://avatars.githubusercontent.com/u/${id}?v=4`,
    description: "",
  };
}

export function renderApp(world: World, app: App) {
  const owner = [...world.accounts.values()].find(({ type }) => type === "Organization") ?? app.bot;
  return {
    id: app.id,
    client_id: `Iv1.${app.id.toString(16).padStart(16, "0")}`,
    slug: app.slug,
    node_id: app.nodeId,
    owner: renderAccount(world, owner),
    name: app.name,
    description: "",
    external_url: "https://example.com",
    html_url: `https://github.com/apps/${app.slug}`,
    created_at: app.createdAt,
    updated_at: app.createdAt,
    permissions: app.permissions,
    events: app.events,
  };
}

/** `seconds` writes dates as some webhooks of an installation do, and some do not. */
export function renderInstallation(world: World, installation: Installation, { seconds = false } = {}) {
  const { id, app, account, repositories, permissions, createdAt, suspendedAt } = installation;
  const created = seconds ? Date.parse(createdAt) / 1_000 : createdAt;
  return {
    id,
    client_id: `Iv1.${app.id.toString(16).padStart(16, "0")}`,
    account: renderAccount(world, account),
    repository_selection: repositories ? ("selected" as const) : ("all" as const),
    access_tokens_url: `${world.url}/app/installations/${id}/access_tokens`,
    repositories_url: `${world.url}/installation/repositories`,
    html_url: `https://github.com/settings/installations/${id}`,
    app_id: app.id,
    app_slug: app.slug,
    target_id: account.id,
    target_type: account.type,
    permissions,
    events: app.events,
    created_at: created,
    updated_at: created,
    single_file_name: null,
    has_multiple_single_files: false,
    single_file_paths: [],
    suspended_by: null,
    suspended_at: suspendedAt,
  };
}

/** The short form in the payloads of an installation's own events. */
export function renderRepositoryName(repository: Repository) {
  const { id, nodeId, name, isPrivate } = repository;
  return { id, node_id: nodeId, name, full_name: fullName(repository), private: isPrivate };
}
