/** Accounts and their tokens. */
import { ApiError } from "../api-error.ts";
import type { Account } from "../model.ts";
import { nextId, now, register, toNodeId, type World } from "../world.ts";

/** Throws 422 for a login that is taken. */
export function createAccount(
  world: World,
  type: Account["type"],
  login: string,
  { appId }: { appId?: number } = {},
): Account {
  const key = login.toLowerCase();
  if (world.accounts.has(key)) throw new ApiError(422, `the login ${login} is taken`);
  const id = nextId(world, "account");
  const account: Account = {
    ...{ type, id, nodeId: toNodeId(type, id), login, isDeleted: false, createdAt: now(world) },
    ...(appId !== undefined && { appId }),
  };
  world.accounts.set(key, account);
  return register(world, account);
}

/** What they wrote stays; they cannot be found any more. */
export function deleteAccount(world: World, account: Account): void {
  account.isDeleted = true;
  for (const repository of world.repositories.values()) repository.roles.delete(account.id);
  for (const [value, token] of world.tokens)
    if (token.kind === "user" && token.user === account) world.tokens.delete(value);
}

export function createUserToken(world: World, user: Account): string {
  const value = `ghp_${String(nextId(world, "token")).padStart(36, "0")}`;
  world.tokens.set(value, { kind: "user", value, user });
  return value;
}
