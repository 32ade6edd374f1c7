/** A repository with people in it and an open pull request to review: what most scenarios begin with. */
import type { PullRequest, Review } from "../simulator/model.ts";
import type { GitHub } from "../simulator/people/github.ts";

/** Who is who in every scenario: the author, a reviewer with write, and somebody without any role. */
export const PEOPLE = { author: "alice", reviewer: "bob", stranger: "mallory" } as const;

/** How long the file is that the pull request adds: its lines are `line 1`, `line 2` and so on. */
const LINES = 1_100;

export interface SourceOptions {
  /** Besides a README, on the default branch. */
  files?: Record<string, string>;
  /** Text of `.github/enhance.yml`; without one the defaults are in force. */
  config?: string;
  isArchived?: boolean;
  hasDrafts?: boolean;
}

export interface Source {
  repository: string;
  pull: PullRequest;
  /** Submits a review by the reviewer, or by another; comments stand on lines 1, 11, 21 and so on of the changed file. */
  review(
    comments: string[],
    options?: { as?: string; body?: string; state?: "COMMENTED" | "APPROVED" | "CHANGES_REQUESTED"; at?: string },
  ): Review;
  /** Every pull request of our bot user, the lowest number first. */
  followUps(): PullRequest[];
  /** Directories under `enhancements/` on a branch, sorted. */
  directories(branch: string): string[];
}

/** Makes the accounts that scenarios speak of, and installs the App on `octo`. */
export function populate(github: GitHub): void {
  github.createOrganization("octo");
  for (const login of Object.values(PEOPLE)) github.createUser(login);
  for (const slug of ["coderabbitai", "some-unknown-tool"]) github.createBot(slug);
  github.install("octo");
}

/** Makes a repository of `octo` whose author opened a pull request. `repository` is its full name. */
export function openSource(github: GitHub, repository: string, options: SourceOptions = {}): Source {
  const { files, config, isArchived = false, hasDrafts = true } = options;
  github.createRepository(repository, {
    files: { "README.md": "# API\n", ...files, ...(config !== undefined && { ".github/enhance.yml": config }) },
    hasDrafts,
  });
  for (const login of [PEOPLE.author, PEOPLE.reviewer]) github.setRole(repository, login, "write");
  const source = openAnother(github, repository, "upload");
  if (isArchived) github.archiveRepository(repository);
  return source;
}

interface OpenOptions {
  /** The author unless said. */
  as?: string;
  /** The repository to open it in, where that is another than the one of the branch. */
  base?: string;
}

/** Opens one more pull request, from a new branch of a repository that is there. */
export function openAnother(
  github: GitHub,
  repository: string,
  branch: string,
  { as = PEOPLE.author, base = repository }: OpenOptions = {},
): Source {
  const text = Array.from({ length: LINES }, (_, index) => `line ${index + 1}\n`).join("");
  const path = `src/${branch}.ts`;
  github.commitFiles(repository, { as, branch, files: { [path]: text }, message: "Stream uploads" });
  const head = base === repository ? branch : `${repository.split("/")[0] ?? ""}:${branch}`;
  return sourceOf(github, base, github.openPullRequest(base, { as, head, title: "Stream uploads" }));
}

/** The same view of a pull request that was opened in another way. */
export function sourceOf(github: GitHub, repository: string, pull: PullRequest): Source {
  const path = `src/${pull.head.ref}.ts`;
  return {
    repository,
    pull,
    review: (comments, { as = PEOPLE.reviewer, ...options } = {}) =>
      github.submitReview(repository, pull.number, {
        ...{ as, state: "COMMENTED", ...options },
        comments: comments.map((body, index) => ({ path, line: 10 * index + 1, body })),
      }),
    followUps: () => github.pullRequests(repository).filter(({ author }) => author.login === "review-miner[bot]"),
    directories: (branch) => directoriesOf(github, repository, branch),
  };
}

function directoriesOf(github: GitHub, repository: string, branch: string): string[] {
  const names = github
    .listFiles(repository, branch)
    .flatMap((path) => /^enhancements\/([^/]+)\//.exec(path)?.[1] ?? []);
  return [...new Set(names)].toSorted();
}
