/** What the adapter needs of an Octokit: Probot's and @octokit/rest's both have it. */
import type { Octokit } from "@octokit/rest";

export type GitHubClient = Pick<Octokit, "rest" | "graphql">;

/** Our own bot user. Its id is what commits and pull requests are recognised by; a login can be renamed. */
export interface Identity {
  /** The bot user's id, which is not the App's id. */
  id: number;
  /** `slug[bot]`. */
  login: string;
}
