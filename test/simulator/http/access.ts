/** What a credential may do in a repository. */
import { ApiError, notFound } from "../api-error.ts";
import type { Repository } from "../model.ts";
import type { Access } from "../model-apps.ts";
import { may, requireUnarchived, roleOf } from "../roles.ts";
import { covers } from "../webhooks.ts";
import type { Auth } from "./auth.ts";

/** One of these sets is enough; GitHub has routes that two permissions open. */
export type Needs = Record<string, Access>[];

/** Whether a repository is there for this credential at all. */
export function canSee(auth: Auth, repository: Repository): boolean {
  if (repository.isDeleted) return false;
  if (!repository.isPrivate) return true;
  if (auth.kind === "user") return roleOf(repository, auth.user) !== undefined;
  return auth.kind === "installation" && reaches(auth, repository);
}

function reaches(token: Extract<Auth, { kind: "installation" }>, repository: Repository): boolean {
  return covers(token.installation, repository) && (token.repositories?.has(repository) ?? true);
}

/** Throws 401, 403 or 404 as GitHub would. A write into an archived repository is refused whoever asks. */
export function requireAccess(auth: Auth, repository: Repository, needs: Needs): void {
  refuseSuspended(auth);
  if (auth.kind === "app") throw new ApiError(401, "Bad credentials");
  if (!canSee(auth, repository)) throw notFound();
  const isWrite = needs.some((need) => Object.values(need).includes("write"));
  if (auth.kind === "anonymous" && isWrite) throw new ApiError(401, "Requires authentication");
  if (auth.kind === "installation") requireGrant(auth, repository, needs, isWrite);
  if (auth.kind === "user") requireUserGrant(auth, repository, needs);
  if (isWrite) requireUnarchived(repository);
}

/** Throws 403 for the token of a suspended installation. */
export function refuseSuspended(auth: Auth): void {
  if (auth.kind === "installation" && auth.installation.suspendedAt !== null) {
    throw new ApiError(403, "This installation has been suspended");
  }
}

function requireGrant(
  token: Extract<Auth, { kind: "installation" }>,
  repository: Repository,
  needs: Needs,
  isWrite: boolean,
): void {
  if (!reaches(token, repository)) {
    if (isWrite) throw new ApiError(403, "Resource not accessible by integration");
    return;
  }
  const isGranted = (need: Record<string, Access>) =>
    Object.entries(need).every(([name, access]) => {
      const granted = token.permissions[name];
      return granted === "write" || granted === access || (name === "metadata" && access === "read");
    });
  if (!needs.some(isGranted)) throw new ApiError(403, "Resource not accessible by integration");
}

/** Pull requests, reviews and comments are open to whoever reads; their own rules stand with the actions. */
function requireUserGrant({ user }: Extract<Auth, { kind: "user" }>, repository: Repository, needs: Needs): void {
  if (needs.every((need) => need["checks"] === "write")) {
    throw new ApiError(403, "You must authenticate via a GitHub App.");
  }
  if (needs.every((need) => need["contents"] === "write") && !may(repository, user, "write")) {
    throw new ApiError(repository.isPrivate ? 404 : 403, "Must have admin rights to Repository.");
  }
}
