/** Status follows the pull requests that carry enhancements out, and the headers that people edit. */
import { describe, expect, it } from "@jest/globals";
import type { AppInProcess } from "../helpers/app-in-process.ts";
import { enhancementFiles, statusOf } from "../helpers/enhancement-files.ts";
import { shareApp } from "../helpers/shared-app.ts";
import { openAnother, PEOPLE } from "../helpers/source-pull.ts";

const BOB = { as: PEOPLE.reviewer };
const ALICE = { as: PEOPLE.author };
const ROLLING = "enhance/rolling";
const HEADER = "enhancements/007-pool-connections/enhancement.md";
const STATUS = "enhancements/007-pool-connections/status.json";

let app: AppInProcess;
let count = 0;
shareApp((started) => (app = started));

/** A repository whose default branch holds enhancements 007 and 008, both ready. */
function prepare({ config, files }: { config?: string; files?: Record<string, string> } = {}): string {
  count += 1;
  const repository = `octo/status-${count}`;
  app.github.createRepository(repository, {
    files: {
      "README.md": "# API\n",
      ...enhancementFiles(),
      ...enhancementFiles({ id: "008", slug: "retry-uploads", title: "Retry uploads" }),
      ...files,
      ...(config !== undefined && { ".github/enhance.yml": config }),
    },
  });
  for (const login of [PEOPLE.author, PEOPLE.reviewer]) app.github.setRole(repository, login, "write");
  app.github.setRole(repository, PEOPLE.stranger, "read");
  return repository;
}

interface Implementing {
  as?: string;
  body?: string;
  branch?: string;
  title?: string;
  files?: Record<string, string>;
  at?: string;
}

async function implement(
  repository: string,
  { as = PEOPLE.author, branch = "pool", body = "Enhancement: 007", title = "Pool", files, at }: Implementing = {},
) {
  app.github.commitFiles(repository, {
    ...ALICE,
    branch,
    files: files ?? { [`src/${branch}.ts`]: "pool\n" },
    message: "Pool",
  });
  const pull = app.github.openPullRequest(repository, {
    as,
    head: branch,
    title,
    body,
    ...(at !== undefined && { at }),
  });
  await app.settle();
  return pull;
}

const on = (repository: string, branch: string, id = "007") => statusOf(app.github.readFiles(repository, branch), id);
const rollingPulls = (repository: string) =>
  app.github.pullRequests(repository).filter(({ head }) => head.ref === ROLLING);
const merge = async (repository: string, number: number) => {
  app.github.mergePullRequest(repository, number, BOB);
  await app.settle();
};

describe("a pull request that carries out an enhancement", () => {
  it.each<[name: string, pull: Implementing]>([
    ["a trailer", {}],
    ["a line of its body", { body: "Implements enhancement 007" }],
    ["its title", { title: "feat: implements enhancement 007", body: "" }],
    ["its branch", { branch: "enhancement/007-pool", body: "" }],
  ])("names it by %s: in progress when opened, completed when merged", async (_name, options) => {
    const repository = prepare();
    const pull = await implement(repository, options);
    expect(on(repository, ROLLING)).toMatchObject({
      status: "in-progress",
      links: { pullRequests: [pull.number] },
    });
    expect(app.github.readFiles(repository, ROLLING)[HEADER]).toContain("**Status**: in-progress");
    // Somebody at work is no news worth a pull request of its own.
    expect(rollingPulls(repository)).toHaveLength(0);

    await merge(repository, pull.number);
    const status = on(repository, ROLLING);
    expect(status).toMatchObject({ status: "completed", links: { pullRequests: [pull.number] } });
    expect(status.history.at(-1)).toMatchObject({
      ...{ status: "completed", by: PEOPLE.reviewer, pullRequest: pull.number, commit: pull.mergeCommitSha },
    });
    const [rolling, ...more] = rollingPulls(repository);
    expect(more).toEqual([]);
    expect(rolling?.body).toContain("ready → completed");
    expect(on(repository, "main").status).toBe("ready");
  });

  it("gathers in one follow-up", async () => {
    const repository = prepare();
    for (const [branch, id] of [
      ["pool", "007"],
      ["retry", "008"],
    ] as const) {
      const pull = await implement(repository, { branch, body: `Enhancement: ${id}` });
      await merge(repository, pull.number);
    }
    const [rolling, ...more] = rollingPulls(repository);
    expect(more).toEqual([]);
    expect(rolling?.body).toMatch(/007-pool[^\n]*completed[^]*008-retry[^\n]*completed/);
    await merge(repository, rolling?.number ?? 0);
    expect([on(repository, "main").status, on(repository, "main", "008").status]).toEqual(["completed", "completed"]);
  });

  it("is told when it waited for a day", async () => {
    const repository = prepare();
    const first = await implement(repository, { at: "2026-03-01T10:00:00Z" });
    expect(rollingPulls(repository)).toHaveLength(0);
    const second = { branch: "retry", body: "Enhancement: 008", at: "2026-03-02T10:00:00Z" };
    await implement(repository, second);
    const [rolling] = rollingPulls(repository);
    expect(rolling?.body).toContain(`pull request ${first.number} carries it out`);
  });

  it("goes back to what it was when closed without merging, and comes again when reopened", async () => {
    const repository = prepare();
    const pull = await implement(repository);
    app.github.closePullRequest(repository, pull.number, ALICE);
    await app.settle();
    expect(on(repository, ROLLING)).toMatchObject({ status: "ready", links: { pullRequests: [] } });
    app.github.reopenPullRequest(repository, pull.number, ALICE);
    await app.settle();
    expect(on(repository, ROLLING).status).toBe("in-progress");
  });

  it("of a stranger completes it only when it is merged", async () => {
    const repository = prepare();
    const pull = await implement(repository, { as: PEOPLE.stranger });
    expect(app.github.branches(repository)).not.toContain(ROLLING);
    await merge(repository, pull.number);
    expect(on(repository, ROLLING).status).toBe("completed");
  });

  it("is one from when somebody with write makes it name the enhancement, until they take that back", async () => {
    const repository = prepare();
    const pull = await implement(repository, { as: PEOPLE.stranger, body: "" });
    app.github.editPullRequest(repository, pull.number, { ...BOB, body: "Enhancement: 007" });
    await app.settle();
    expect(on(repository, ROLLING).status).toBe("in-progress");
    app.github.editPullRequest(repository, pull.number, { ...BOB, body: "" });
    await app.settle();
    expect(on(repository, ROLLING).status).toBe("ready");
  });

  it("is ready again when a merged pull request reverts it", async () => {
    const repository = prepare();
    const pull = await implement(repository);
    await merge(repository, pull.number);
    const revert = await implement(repository, {
      ...{ branch: `revert-${pull.number}-pool`, title: 'Revert "Pool"', body: `Reverts ${repository}#${pull.number}` },
    });
    expect(on(repository, ROLLING).status).toBe("completed");
    await merge(repository, revert.number);
    expect(on(repository, ROLLING).status).toBe("ready");
    expect(on(repository, ROLLING).history.at(-1)?.reason).toBe(
      `pull request ${pull.number} reverted by ${revert.number}`,
    );
  });

  it("is completed again when that revert is reverted", async () => {
    const repository = prepare();
    const pull = await implement(repository);
    await merge(repository, pull.number);
    const take = async (branch: string, reverted: number) => {
      const { number } = await implement(repository, { branch, body: `Reverts ${repository}#${reverted}` });
      await merge(repository, number);
      return number;
    };
    const revert = await take("revert-1", pull.number);
    expect(on(repository, ROLLING).status).toBe("ready");
    await take("revert-2", revert);
    expect(on(repository, ROLLING).status).toBe("completed");
  });

  it("moves on the branch of the open follow-up that still proposes it", async () => {
    const repository = prepare();
    const source = await implement(repository, { branch: "upload", body: "", files: { "src/upload.ts": "upload\n" } });
    app.github.submitReview(repository, source.number, {
      ...BOB,
      state: "APPROVED",
      body: "suggestion (non-blocking): Retry the upload with a backoff in a follow-up.",
    });
    await app.settle();
    const branch = `enhance/pr-${source.number}`;
    expect(on(repository, branch, "009").status).toBe("not-started");
    const pull = await implement(repository, { body: "Enhancement: 009" });
    expect(on(repository, branch, "009")).toMatchObject({
      status: "in-progress",
      links: { pullRequests: [pull.number] },
    });
    await merge(repository, pull.number);
    expect(on(repository, branch, "009").status).toBe("completed");
    expect(rollingPulls(repository)).toEqual([]);
    app.github.submitReview(repository, source.number, { ...BOB, state: "COMMENTED", body: "Thanks!" });
    await app.settle();
    expect(on(repository, branch, "009").status).toBe("completed");
  });

  it("is let alone where its branch moves the status itself", async () => {
    const repository = prepare();
    const text = app.github.readFiles(repository, "main")[STATUS] ?? "";
    await implement(repository, { files: { [STATUS]: text.replace('"status": "ready"', '"status": "in-progress"') } });
    expect(app.github.branches(repository)).not.toContain(ROLLING);
  });

  it("completes what /enhance start began, also where the follow-up stood before", async () => {
    const repository = prepare();
    const other = await implement(repository, { branch: "retry", body: "Enhancement: 008" });
    await merge(repository, other.number);
    app.github.comment(repository, other.number, { ...BOB, body: "/enhance start 007" });
    await app.settle();
    const branch = "enhancement/007-pool-connections";
    expect(on(repository, branch).status).toBe("in-progress");
    const pull = await implement(repository, { branch, body: "" });
    await merge(repository, pull.number);
    expect(on(repository, "main").status).toBe("in-progress");
    expect(on(repository, ROLLING).history.map(({ status }) => status)).toEqual([
      ...["not-started", "ready", "in-progress", "completed"],
    ]);
    // It took the default branch in, so that it merges.
    const [rolling] = rollingPulls(repository);
    await merge(repository, rolling?.number ?? 0);
    expect([on(repository, "main").status, on(repository, "main", "008").status]).toEqual(["completed", "completed"]);
  });

  it.each<[name: string, options: Implementing]>([
    ["a quote", { body: "> Enhancement: 007" }],
    ["code", { body: "```\nEnhancement: 007\n```" }],
    ["a number that nothing has", { body: "Enhancement: 099" }],
  ])("is none where the words stand in %s", async (_name, options) => {
    const repository = prepare();
    const pull = await implement(repository, options);
    await merge(repository, pull.number);
    expect(app.github.branches(repository)).not.toContain(ROLLING);
  });

  it.each(["enabled: false\n", "mode: preview\n", "mode: nonsense\n"])("is let alone under %j", async (config) => {
    const repository = prepare({ config });
    await implement(repository);
    expect(app.github.branches(repository)).not.toContain(ROLLING);
  });

  it("stays in progress when the same is raised again", async () => {
    const repository = prepare({ config: "enabled: true\n" });
    const raise = async (branch: string) => {
      const source = openAnother(app.github, repository, branch);
      source.review(["suggestion (non-blocking): Cache the compiled template for later requests."]);
      await app.settle();
      return source;
    };
    const [followUp] = (await raise("template")).followUps();
    app.github.markReady(repository, followUp?.number ?? 0, BOB);
    await merge(repository, followUp?.number ?? 0);
    const pull = await implement(repository, { body: "Enhancement: 009" });
    await raise("template-2");
    expect(on(repository, ROLLING, "009")).toMatchObject({
      ...{ status: "in-progress", sightings: [{ author: PEOPLE.reviewer }] },
      links: { pullRequests: [pull.number] },
    });
    expect(rollingPulls(repository)).toHaveLength(0);
  });

  it("changes nothing more when an event comes twice", async () => {
    const repository = prepare();
    const pull = await implement(repository);
    await merge(repository, pull.number);
    const head = app.github.log(repository, ROLLING)[0]?.sha;
    await app.restart();
    const closed = app.simulator.deliveries.findLast(
      ({ event, action }) => event === "pull_request" && action === "closed",
    );
    app.simulator.github.editPullRequest(repository, pull.number, { ...BOB, body: "Enhancements: 007" });
    await app.simulator.redeliver(closed?.guid ?? "");
    await app.settle();
    expect(app.github.log(repository, ROLLING)[0]?.sha).toBe(head);
  });
});

describe("status: { commit_to: base }", () => {
  const config = "status: { commit_to: base }\n";

  it("commits to the default branch", async () => {
    const repository = prepare({ config });
    const pull = await implement(repository);
    expect(on(repository, "main").status).toBe("in-progress");
    await merge(repository, pull.number);
    expect(on(repository, "main").status).toBe("completed");
    expect(app.github.branches(repository)).not.toContain(ROLLING);
  });

  it("falls back to the follow-up where a rule refuses", async () => {
    const repository = prepare({ config });
    app.github.protectBranch(repository, "main");
    await implement(repository);
    expect(on(repository, "main").status).toBe("ready");
    expect(on(repository, ROLLING).status).toBe("in-progress");
  });
});

describe("a push to the default branch", () => {
  async function edit(repository: string, change: (text: string) => string, path = HEADER) {
    const text = app.github.readFiles(repository, "main")[path] ?? "";
    const files = { [path]: change(text) };
    app.github.commitFiles(repository, {
      ...BOB,
      branch: "main",
      files,
      message: "By hand",
      at: "2026-02-03T23:30:00Z",
    });
    await app.settle();
  }

  it("brings what a person wrote into the header to status.json, with its history", async () => {
    const repository = prepare();
    await edit(repository, (text) =>
      text
        .replace("**Status**: ready", "**Status**: blocked")
        .replace("**Priority**: medium", "**Priority**: high")
        .replace("Pool connections", "Pool every connection"),
    );
    const status = on(repository, ROLLING);
    expect(status).toMatchObject({ status: "blocked", priority: "high", title: "Pool every connection" });
    expect(status.history.at(-1)).toEqual({
      ...{ status: "blocked", on: "2026-02-03", by: PEOPLE.reviewer },
      reason: "status, priority high, title set in enhancement.md",
    });
    const [rolling] = rollingPulls(repository);
    expect(rolling?.body).toContain("ready → blocked");
    await merge(repository, rolling?.number ?? 0);
    expect(on(repository, "main").status).toBe("blocked");
    expect(app.github.readFiles(repository, "main")[HEADER]).toContain("**Last Updated**: 2026-02-03");
  });

  it("does so on the default branch where the config says so", async () => {
    const repository = prepare({ config: "status: { commit_to: base }\n" });
    await edit(repository, (text) => text.replace("**Priority**: medium", "**Priority**: low"));
    expect(on(repository, "main").priority).toBe("low");
  });

  it("adds to what waits on the rolling branch", async () => {
    const repository = prepare();
    await implement(repository);
    await edit(repository, (text) => text.replace("**Priority**: medium", "**Priority**: high"));
    expect(on(repository, ROLLING)).toMatchObject({ status: "in-progress", priority: "high" });
    const [rolling] = rollingPulls(repository);
    await merge(repository, rolling?.number ?? 0);
    expect(on(repository, "main")).toMatchObject({ status: "in-progress", priority: "high" });
  });

  it("tells on the commit what cannot be", async () => {
    const repository = prepare({ files: enhancementFiles({ status: "rejected" }) });
    await edit(repository, (text) => text.replace("**Status**: rejected", "**Status**: completed"));
    expect(app.github.branches(repository)).not.toContain(ROLLING);
    const [run] = app.github.checkRuns(repository);
    expect(run).toMatchObject({ name: "enhancements", conclusion: "failure" });
    expect(run?.output.annotations).toMatchObject([{ path: HEADER, annotation_level: "failure" }]);
  });

  it.each<[name: string, path: string, change: (text: string) => string]>([
    ["a word that is no status", HEADER, (text) => text.replace("**Status**: ready", "**Status**: someday")],
    ["a text without a header", HEADER, () => "just words\n"],
    ["other words of the text", HEADER, (text) => text.replace("Use a pool.", "Use two pools.")],
    ["status.json alone", STATUS, (text) => text.replace('"status": "ready"', '"status": "blocked"')],
    [
      "a directory made by hand",
      "enhancements/009-by-hand/enhancement.md",
      () => "# Enhancement: By hand\n\n**Status**: ready\n\n---\n",
    ],
  ])("lets %s be", async (_name, path, change) => {
    const repository = prepare();
    await edit(repository, change, path);
    expect(app.github.branches(repository)).not.toContain(ROLLING);
  });
});
