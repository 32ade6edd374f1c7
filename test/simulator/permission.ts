/** A role in the words of the collaborator-permission API. */
import type { Account, Repository, Role } from "./model.ts";

/** The five flags, each role having those below it. */
export function createAccess(role: Role | undefined) {
  const level = role === undefined ? -1 : ["read", "triage", "write", "maintain", "admin"].indexOf(role);
  return { pull: level >= 0, triage: level >= 1, push: level >= 2, maintain: level >= 3, admin: level >= 4 };
}

/** `permission` knows the old roles alone; a custom role shows in `role_name`, its base in the rest. */
export function roleNameOf(repository: Repository, user: Account, role: Role | undefined) {
  const base = { read: "read", triage: "read", write: "write", maintain: "write", admin: "admin" } as const;
  const permission = role === undefined ? "none" : base[role];
  return { permission, role_name: repository.roles.get(user.id)?.customRole ?? role ?? "none" };
}
