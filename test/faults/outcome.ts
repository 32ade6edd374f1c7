/** One source of a schedule: how it begins, and what counts of it in the end. */
import { parseStatusJson } from "../../src/core/documents/status-json.ts";
import type { PullRequest } from "../simulator/model.ts";
import type { Simulator } from "../simulator/simulator.ts";
import { LINES, SOURCE_FILE } from "./people.ts";

const BOT = "review-miner[bot]";

/** What the config of a place may say; a schedule is run in one of them. */
export const MODES = ["pull-request", "rolling", "commit"] as const;
export type Mode = (typeof MODES)[number];

export interface Place {
  repository: string;
  pull: PullRequest;
  mode: Mode;
}

/** A new repository with an open pull request. */
export function openPlace(github: Simulator["github"], repository: string, mode: Mode = "pull-request"): Place {
  github.createRepository(repository, {
    files: { "README.md": "# API\n", ".github/enhance.yml": `mode: ${mode}\n` },
  });
  for (const login of ["alice", "bob"]) github.setRole(repository, login, "write");
  const text = Array.from({ length: LINES }, (_, index) => `line ${index + 1}\n`).join("");
  const commit = { as: "alice", branch: "upload", files: { [SOURCE_FILE]: text }, message: "Stream uploads" };
  github.commitFiles(repository, commit);
  return {
    ...{ repository, mode },
    pull: github.openPullRequest(repository, { as: "alice", head: "upload", title: "Stream uploads" }),
  };
}

/** What counts in the end, without the numbers of things and the times. */
export function outcomeOf({ github, violations }: Simulator, { repository, pull, mode }: Place) {
  const followUps = github.pullRequests(repository).filter(({ author }) => author.login === BOT);
  const live = followUps.filter(({ state }) => state === "open");
  const branches = github.branches(repository).filter((name) => name.startsWith("enhance/"));
  const committed = github.readFiles(repository, "main");
  const numbers = [committed, ...branches.map((branch) => github.readFiles(repository, branch))].flatMap(directoriesOf);
  const answers = pull.threads.flatMap(({ comments }) => comments).filter(({ author }) => author.login === BOT);
  return {
    violations: [...violations],
    doubled: {
      // The rolling one is closed when nothing is left on it, and the next is another.
      followUps: Math.max(0, (mode === "rolling" ? live : followUps).length - 1),
      numbers: numbers.length - new Set(numbers).size,
      answers: answers.length - new Set(answers.map(({ body }) => body.split("\n")[0])).size,
    },
    live: live.map(({ title, isDraft, labels, requestedReviewers, head }) => ({
      ...{ title, isDraft, labels: labels.map(({ name }) => name) },
      reviewers: requestedReviewers.map(({ login }) => login),
      items: itemsOf(github.readFiles(repository, head.ref), repository),
    })),
    // What was rejected in between is there or not, as it was seen in time.
    committed: itemsOf(committed, repository).filter(({ status }) => status !== "rejected"),
  };
}

function directoriesOf(files: Record<string, string>): string[] {
  const names = Object.keys(files).flatMap((path) => /^enhancements\/(\d+)-[^/]+\//.exec(path)?.[0] ?? []);
  return [...new Set(names)].map((name) => name.split("-")[0] ?? "");
}

/** By their titles, with what their files say but for the numbers. */
function itemsOf(files: Record<string, string>, repository: string) {
  return Object.entries(files)
    .filter(([path]) => /^enhancements\/[^/]+\/status\.json$/.test(path))
    .map(([path, text]) => {
      const parsed = parseStatusJson(text, path);
      if (!parsed.ok) return { title: path, status: "broken", problems: parsed.problems };
      const { title, status, priority, kind, evidence, created } = parsed.value;
      const document = files[path.replace("status.json", "enhancement.md")] ?? "";
      return {
        title,
        status,
        priority,
        kind,
        stillTrue: evidence.stillTrue,
        created,
        document: plain(document, repository),
      };
    })
    .toSorted((one, other) => one.title.localeCompare(other.title));
}

function plain(text: string, repository: string): string {
  return text
    .replaceAll(repository, "octo/x")
    .replaceAll(/[0-9a-f]{40}/g, "sha")
    .replaceAll(/(?:discussion_r|issuecomment-|pullrequestreview-)\d+/g, "comment")
    .replace(/\*\*ID\*\*: \d+/, "");
}
