/** The collaborator-permission API, in our words. */
import { RequestError } from "@octokit/request-error";
import { ROLES, type Role } from "../core/review.ts";
import type { RepositoryRef } from "../core/snapshot.ts";
import type { GitHubClient } from "./client.ts";

/**
 * `role_name` where it is one of GitHub's own roles; for a custom role the strongest of `user.permissions`; 404, which
 * GitHub answers for accounts that are gone and for some bots, is `none`.
 * https://docs.github.com/rest/collaborators/collaborators#get-repository-permissions-for-a-user
 */
export async function readRole(octokit: GitHubClient, repository: RepositoryRef, login: string): Promise<Role> {
  const { owner, name: repo } = repository;
  try {
    const { data } = await octokit.rest.repos.getCollaboratorPermissionLevel({ owner, repo, username: login });
    const named = ROLES.find((role) => role === data.role_name);
    if (named) return named;
    const may = data.user?.permissions;
    if (may?.admin) return "admin";
    if (may?.maintain) return "maintain";
    if (may?.push) return "write";
    if (may?.triage) return "triage";
    return may?.pull ? "read" : "none";
  } catch (error) {
    if (error instanceof RequestError && error.status === 404) return "none";
    throw error;
  }
}
