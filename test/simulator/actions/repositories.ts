/** Repositories: made, renamed, archived, shown or hidden. */
import { ApiError } from "../api-error.ts";
import type { Account, Repository } from "../model.ts";
import { fullName } from "../model.ts";
import { covers, emit, emitInstallation } from "../webhooks.ts";
import { renderAccount, renderOrganization, renderRepositoryName } from "../render/account.ts";
import { nextId, now, pullsOf, register, toNodeId, type World } from "../world.ts";
import { createLocalCommit } from "./commits.ts";

export interface RepositoryRequest {
  owner: Account;
  name: string;
  files?: Record<string, string> | undefined;
  isPrivate?: boolean | undefined;
  isArchived?: boolean | undefined;
  hasDrafts?: boolean | undefined;
  parent?: Repository | undefined;
  defaultBranch?: string | undefined;
  description?: string | null | undefined;
}

/** A fork starts with the branches of its parent; otherwise `files` are the first commit. `{}` leaves it empty. */
export function createRepository(world: World, request: RepositoryRequest): Repository {
  const { owner, name, files = {}, parent, isPrivate = false, isArchived = false, hasDrafts = true } = request;
  const key = `${owner.login}/${name}`.toLowerCase();
  const taker = world.names.get(key);
  if (taker && !taker.isDeleted && fullName(taker).toLowerCase() === key)
    throw new ApiError(422, "Repository creation failed.");
  const id = nextId(world, "repository");
  const at = now(world);
  const repository: Repository = register(world, {
    type: "Repository",
    ...{ id, nodeId: toNodeId("Repository", id), owner, name, isPrivate, isArchived, hasDrafts },
    description: request.description ?? null,
    isDeleted: false,
    defaultBranch: request.defaultBranch ?? parent?.defaultBranch ?? "main",
    parent: parent ?? null,
    createdAt: at,
    updatedAt: at,
    pushedAt: at,
    objects: parent?.objects ?? new Map(),
    refs: new Map(parent?.refs ?? []),
    rules: [],
    roles: new Map(),
    labels: new Map(),
    conversations: new Map(),
    checkRuns: [],
  });
  world.repositories.set(id, repository);
  world.names.set(key, repository);
  if (!parent && Object.keys(files).length > 0) {
    const sha = createLocalCommit(world, repository, owner, { parent: undefined, files, message: "Initial commit" });
    repository.refs.set(`refs/heads/${repository.defaultBranch}`, sha);
  }
  emitRepository(world, repository, "created", owner);
  return repository;
}

/** The old name leads to the new one until somebody else takes it. */
export function renameRepository(world: World, repository: Repository, name: string): void {
  const from = repository.name;
  repository.name = name;
  world.names.set(fullName(repository).toLowerCase(), repository);
  emitRepository(world, repository, "renamed", repository.owner, { changes: { repository: { name: { from } } } });
}

/** To another owner: installations of the old one lose it. */
export function transferRepository(world: World, repository: Repository, owner: Account): void {
  const from = repository.owner;
  const losing = world.installations.filter((installation) => covers(installation, repository));
  repository.owner = owner;
  world.names.set(fullName(repository).toLowerCase(), repository);
  for (const installation of losing) {
    const repositories = { repositories_added: [], repositories_removed: [renderRepositoryName(repository)] };
    const kind = { event: "installation_repositories", action: "removed", sender: from };
    emitInstallation(world, installation, {
      ...kind,
      repository_selection: "selected",
      ...repositories,
      requester: null,
    });
  }
  const owned =
    from.type === "Organization"
      ? { organization: renderOrganization(world, from) }
      : { user: renderAccount(world, from) };
  emitRepository(world, repository, "transferred", owner, { changes: { owner: { from: owned } } });
}

export function setArchived(world: World, repository: Repository, isArchived: boolean): void {
  repository.isArchived = isArchived;
  emitRepository(world, repository, isArchived ? "archived" : "unarchived", repository.owner);
}

export function setPrivate(world: World, repository: Repository, isPrivate: boolean): void {
  repository.isPrivate = isPrivate;
  emitRepository(world, repository, isPrivate ? "privatized" : "publicized", repository.owner);
}

/** Pull requests from a deleted fork keep their commits and lose their branch. */
export function deleteRepository(world: World, repository: Repository): void {
  emitRepository(world, repository, "deleted", repository.owner);
  repository.isDeleted = true;
  for (const other of world.repositories.values()) {
    for (const pull of pullsOf(other)) if (pull.head.repository === repository) pull.head.repository = null;
  }
}

function emitRepository(
  world: World,
  repository: Repository,
  action: string,
  sender: Account,
  details: Record<string, unknown> = {},
): void {
  repository.updatedAt = now(world);
  emit(world, { event: "repository", action, repository, sender, payload: () => details });
}
