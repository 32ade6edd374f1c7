/** Who may do what in a repository. */
import { ApiError, notFound } from "./api-error.ts";
import type { Account, Issue, PullRequest, Repository, Role } from "./model.ts";

const ORDER: readonly Role[] = ["read", "triage", "write", "maintain", "admin"];

/** Undefined: no access of their own. A user is admin of what is theirs; bots act through Apps of their own. */
export function roleOf(repository: Repository, account: Account): Role | undefined {
  if (repository.owner.id === account.id) return "admin";
  return repository.roles.get(account.id)?.role ?? (repository.isPrivate ? undefined : "read");
}

/** Bots other than ours are installed by their own Apps, with whatever they need. */
export function may(repository: Repository, account: Account, least: Role): boolean {
  if (account.type === "Bot") return true;
  const role = roleOf(repository, account);
  return role !== undefined && ORDER.indexOf(role) >= ORDER.indexOf(least);
}

/** Throws 404 when the repository is not theirs to see, 403 when the role is too small. */
export function requireRole(repository: Repository, account: Account, least: Role): void {
  if (!may(repository, account, "read")) throw notFound();
  if (!may(repository, account, least)) {
    throw new ApiError(403, `Must have ${least === "admin" ? "admin" : "push"} access to Repository.`);
  }
}

export function requireUnarchived({ isArchived }: Repository): void {
  if (isArchived) throw new ApiError(403, "Repository was archived so is read-only.");
}

/** A locked conversation takes no word of an App's bot, whatever else that may do. */
export function requireUnlocked({ isLocked, repository }: Issue | PullRequest, account: Account): void {
  if (!isLocked || (account.type !== "Bot" && may(repository, account, "write"))) return;
  throw new ApiError(403, "Unable to create comment because issue is locked.");
}

type Association = "OWNER" | "COLLABORATOR" | "CONTRIBUTOR" | "NONE";

/** GitHub's `author_association`, as far as roles tell it. */
export function associationOf(repository: Repository, account: Account): Association {
  if (repository.owner.id === account.id) return "OWNER";
  if (repository.roles.has(account.id)) return "COLLABORATOR";
  const hasMerged = [...repository.conversations.values()].some(
    (each) => each.type === "PullRequest" && each.mergedAt !== null && each.author.id === account.id,
  );
  return hasMerged ? "CONTRIBUTOR" : "NONE";
}
