/**
 * A whole capture against `emulate`: the use case, the planning and the writes are ours, GitHub is not. The one read that
 * emulate cannot answer, the snapshot by GraphQL, is put together here from what its REST says.
 */
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { DEFAULT_CONFIG } from "../../src/core/config.ts";
import { parseStatusJson } from "../../src/core/documents/status-json.ts";
import type { Feedback, PullRequestFeedback } from "../../src/core/review.ts";
import type { DirectoryListing, Snapshot } from "../../src/core/snapshot.ts";
import { capturePullRequest } from "../../src/tasks/capture-pull-request.ts";
import type { Forge } from "../../src/tasks/forge.ts";
import { startEmulateApp, type EmulateApp } from "../helpers/emulate-app.ts";

const SOURCE = 900;
const STEPS = ["commitFiles", "openPullRequest", "addLabels"] as const;
const REPOSITORIES = ["plain", ...STEPS.map((step) => step.toLowerCase())];

let world: EmulateApp;

beforeAll(async () => {
  world = await startEmulateApp(REPOSITORIES);
});

afterAll(() => world.stop());

function comment(id: number, body: string): Feedback {
  return {
    ...{ kind: "review-comment", nodeId: `PRRC_${id}`, databaseId: id, body, createdAt: "2026-11-25T10:00:00Z" },
    url: `https://github.com/octo/api/pull/${SOURCE}#discussion_r${id}`,
    author: { login: "alice", kind: "human" },
    ...{ path: "src/a.ts", line: id, diffHunk: "@@ -1 +1 @@\n+one" },
  };
}

const FIRST = comment(1, "suggestion (non-blocking): cache the parsed config in a follow-up");
const SECOND = comment(2, "suggestion (non-blocking): retry the upload with backoff in a follow-up");

function feedback(repo: string, comments: Feedback[]): PullRequestFeedback {
  return {
    repository: { id: 1, fullName: `octo/${repo}` },
    pullRequest: {
      ...{ number: SOURCE, title: "Upload files", url: `https://github.com/octo/${repo}/pull/${SOURCE}` },
      ...{ author: { login: "alice", kind: "human" }, state: "open", isDraft: false, isFork: false },
      ...{ createdAt: "2026-11-24T10:00:00Z", baseRef: "main", headRef: "upload", headSha: "0".repeat(40) },
    },
    reviews: [],
    threads: comments.map((root) => ({
      ...{ nodeId: `PRRT_${root.databaseId}`, isResolved: false, isOutdated: false, comments: [root] },
    })),
    comments: [],
  };
}

/** What GraphQL would have said, by REST. */
async function readSnapshot(repo: string, comments: Feedback[]): Promise<Snapshot> {
  const { rest } = world.alice;
  const place = { owner: "octo", repo };
  const refs = (await rest.git.listMatchingRefs({ ...place, ref: "heads/" })).data;
  const branches = await Promise.all(
    refs.map(async ({ ref, object }) => ({
      name: ref.replace("refs/heads/", ""),
      head: object.sha,
      parents: (await rest.git.getCommit({ ...place, commit_sha: object.sha })).data.parents.map(({ sha }) => sha),
      isOurs: true,
      directories: await listDirectories(repo, object.sha),
    })),
  );
  const main = branches.find(({ name }) => name === "main");
  if (!main) throw new Error("there is no main branch");
  const pulls = (await rest.pulls.list({ ...place, state: "all" })).data;
  return {
    feedback: feedback(repo, comments),
    repository: {
      ref: { id: 1, owner: "octo", name: repo },
      ...{
        url: `https://github.com/octo/${repo}`,
        isArchived: false,
        isPrivate: false,
        defaultBranch: "main",
        head: main.head,
      },
      config: { ok: true, config: DEFAULT_CONFIG },
      hasConfig: true,
      directories: main.directories,
    },
    branches: branches.filter(({ name }) => name.startsWith("enhance/")),
    generated: [],
    followUps: pulls.map((pull) => ({
      ...{ number: pull.number, nodeId: pull.node_id, url: pull.html_url, branch: pull.head.ref, title: pull.title },
      state: pull.state === "open" ? "open" : "closed",
      closedAt: pull.closed_at,
      isOurs: pull.user?.id === world.self.id,
      ...{
        headSha: pull.head.sha,
        isDraft: pull.draft ?? false,
        body: pull.body ?? "",
        labels: pull.labels.map(({ name }) => name),
      },
    })),
  };
}

async function listDirectories(repo: string, commit: string): Promise<DirectoryListing[]> {
  return Object.entries(await readFiles(repo, commit)).flatMap(([path, text]) => {
    const [, name] = /^enhancements\/([^/]+)\/status\.json$/.exec(path) ?? [];
    return name === undefined ? [] : [{ name, statusJson: text }];
  });
}

async function readFiles(repo: string, commit: string): Promise<Record<string, string>> {
  const { git } = world.alice.rest;
  const place = { owner: "octo", repo };
  const { data } = await git.getTree({ ...place, tree_sha: commit, recursive: "1" });
  const blobs = data.tree.filter(({ type }) => type === "blob");
  const texts = blobs.map(async ({ path, sha }): Promise<[string, string]> => {
    const blob = await git.getBlob({ ...place, file_sha: sha });
    return [path, Buffer.from(blob.data.content, "base64").toString("utf8")];
  });
  return Object.fromEntries(await Promise.all(texts));
}

function forgeOf(repo: string, comments: Feedback[], overrides: Partial<Forge> = {}): Forge {
  return { ...world.forge, readSnapshot: () => readSnapshot(repo, comments), ...overrides };
}

function capture(repo: string, forge: Forge) {
  const repository = { id: 1, owner: "octo", name: repo };
  return capturePullRequest(forge, { repository, pullNumber: SOURCE }, { botLogin: world.self.login });
}

/** What stands on the forge: our pull requests, the branch's commits after the base, and the ids on it. */
async function outcomeOf(repo: string) {
  const { branches, followUps } = await readSnapshot(repo, []);
  const commits = await world.alice.rest.repos.listCommits({ owner: "octo", repo, sha: branches[0]?.head ?? "" });
  return {
    pulls: followUps.map(({ branch, isDraft, isOurs, labels }) => ({ branch, isDraft, isOurs, labels })),
    branches: branches.map(({ name }) => name),
    commits: commits.data.length - 1,
    directories: branches[0]?.directories.map(({ name }) => name.slice(0, 3)),
  };
}

const ONE = {
  pulls: [{ branch: `enhance/pr-${SOURCE}`, isDraft: true, isOurs: true, labels: ["enhancement-capture"] }],
  branches: [`enhance/pr-${SOURCE}`],
  commits: 1,
  directories: ["001"],
};

describe("a capture", () => {
  it("opens one follow-up whose files read back", async () => {
    expect(await capture("plain", forgeOf("plain", [FIRST]))).toMatchObject({ outcome: "captured", added: 1 });
    expect(await outcomeOf("plain")).toEqual(ONE);
    const [listing] = (await readSnapshot("plain", [])).branches.flatMap(({ directories }) => directories);
    expect(parseStatusJson(listing?.statusJson ?? "", "status.json")).toMatchObject({ ok: true });
  });

  it("run again changes nothing", async () => {
    expect(await capture("plain", forgeOf("plain", [FIRST]))).toMatchObject({ outcome: "unchanged", added: 0 });
    expect(await outcomeOf("plain")).toEqual(ONE);
  });

  it("of a later comment adds a commit to the same follow-up", async () => {
    expect(await capture("plain", forgeOf("plain", [FIRST, SECOND]))).toMatchObject({ outcome: "captured", added: 1 });
    expect(await outcomeOf("plain")).toEqual({ ...ONE, commits: 2, directories: ["001", "002"] });
  });

  it.each(STEPS)("stopped right after %s is finished by the next run, and nothing is doubled", async (step) => {
    const repo = step.toLowerCase();
    const stopped: Partial<Forge> = {
      async [step](...args: unknown[]) {
        await (world.forge[step] as (...given: unknown[]) => Promise<unknown>)(...args);
        throw new Error("the process ended here");
      },
    };
    await expect(capture(repo, forgeOf(repo, [FIRST], stopped))).rejects.toThrow("the process ended here");
    await capture(repo, forgeOf(repo, [FIRST]));
    expect(await outcomeOf(repo)).toEqual(ONE);
  });
});
