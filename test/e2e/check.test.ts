/** The check run "enhancements" on pull requests that touch the backlog or the config. */
import { describe, expect, it } from "@jest/globals";
import type { AppInProcess } from "../helpers/app-in-process.ts";
import { enhancementFiles } from "../helpers/enhancement-files.ts";
import { shareApp } from "../helpers/shared-app.ts";
import { PEOPLE, sourceOf } from "../helpers/source-pull.ts";

const ALICE = { as: PEOPLE.author };
const FOLDER = "enhancements/007-pool-connections";
const HEADER = `${FOLDER}/enhancement.md`;
const STATUS = `${FOLDER}/status.json`;

let app: AppInProcess;
let count = 0;
shareApp((started) => (app = started));

type Files = Record<string, string | null>;

function prepare(config?: string): string {
  count += 1;
  const repository = `octo/check-${count}`;
  app.github.createRepository(repository, {
    files: {
      "README.md": "# API\n",
      ...enhancementFiles(),
      ...(config !== undefined && { ".github/enhance.yml": config }),
    },
  });
  for (const login of [PEOPLE.author, PEOPLE.reviewer]) app.github.setRole(repository, login, "write");
  return repository;
}

async function open(repository: string, files: Files, branch = "edit") {
  app.github.commitFiles(repository, { ...ALICE, branch, files, message: "Edit" });
  const pull = app.github.openPullRequest(repository, { ...ALICE, head: branch, title: "Edit", body: "" });
  await app.settle();
  return pull;
}

const runs = (repository: string) => app.github.checkRuns(repository);
const text = (repository: string, path: string, ref = "main") => app.github.readFiles(repository, ref)[path] ?? "";
/** Requests for the files of pull requests since a moment. */
const filesRequests = (from: number) =>
  app.simulator.requests.slice(from).filter(({ route }) => route.endsWith("/files")).length;

/** A change of status.json that the header does not follow. */
const disagreeing = (repository: string): Files => ({
  [STATUS]: text(repository, STATUS).replace('"status": "ready"', '"status": "blocked"'),
});

describe("what it finds", () => {
  it("is nothing where everything is sound", async () => {
    const repository = prepare();
    const pull = await open(repository, enhancementFiles({ id: "008", slug: "retry", title: "Retry" }));
    const [run, ...more] = runs(repository);
    expect(more).toEqual([]);
    expect(run).toMatchObject({ name: "enhancements", conclusion: "success", headSha: pull.head.sha, actions: [] });
    expect(run?.externalId).toMatch(new RegExp(`^pull:${pull.number}:${pull.head.sha}:`));
  });

  it.each<[name: string, files: (repository: string) => Files, path: string, message: RegExp]>([
    ["a broken status.json", () => ({ [STATUS]: "{" }), STATUS, /not valid JSON/],
    [
      "a word that is no status",
      (repository) => ({ [HEADER]: text(repository, HEADER).replace("**Status**: ready", "**Status**: soon") }),
      HEADER,
      /Status/,
    ],
    ["a header that disagrees", disagreeing, HEADER, /\*\*Status\*\* is "ready", status.json says "blocked"/],
    [
      "a number that is taken",
      () => enhancementFiles({ id: "007", slug: "other", title: "Other" }),
      "enhancements/007-other/",
      /the number 007 is also that of 007-pool-connections/,
    ],
    [
      "a config with a mistake",
      () => ({ ".github/enhance.yml": "enabled: true\nmood: good\n" }),
      ".github/enhance.yml",
      /mood/,
    ],
  ])("fails with %s, on its line, with the remedy", async (_name, files, path, message) => {
    const repository = prepare();
    await open(repository, files(repository));
    const [run] = runs(repository);
    expect(run?.conclusion).toBe("failure");
    const annotations = run?.output.annotations ?? [];
    const found = annotations.find((annotation) => message.test(annotation.message));
    expect(found?.path).toMatch(path);
    expect(found?.start_line).toBeGreaterThan(0);
    expect(run?.output.summary).toContain("What to do stands behind each problem");
  });

  it.each<[from: "rejected" | "ready", to: string, conclusion: string]>([
    ["rejected", "completed", "failure"],
    ["ready", "completed", "success"],
  ])("judges the way from %s to %s: %s", async (from, to, conclusion) => {
    const repository = prepare();
    const before = enhancementFiles({ id: "009", slug: "steps", title: "Steps", status: from });
    app.github.commitFiles(repository, { ...ALICE, branch: "main", files: before, message: "More" });
    const after = Object.entries(before).map(([path, content]) => [
      path,
      content
        .replace(`"status": "${from}",\n  "priority"`, `"status": "${to}",\n  "priority"`)
        .replace(`**Status**: ${from}`, `**Status**: ${to}`),
    ]);
    await open(repository, Object.fromEntries(after) as Files);
    expect(runs(repository).map((run) => run.conclusion)).toEqual([conclusion]);
  });

  it("lets a person edit the header: status.json follows", async () => {
    const repository = prepare();
    await open(repository, { [HEADER]: text(repository, HEADER).replace("**Status**: ready", "**Status**: blocked") });
    const [run] = runs(repository);
    expect(run).toMatchObject({ conclusion: "neutral", actions: [] });
    expect(run?.output.annotations).toMatchObject([{ path: HEADER, annotation_level: "warning" }]);
  });

  it("remarks on a number that an open follow-up has", async () => {
    const repository = prepare("enabled: true\n");
    app.github.commitFiles(repository, {
      ...ALICE,
      branch: "source",
      files: { "src/source.ts": "line 1\n" },
      message: "Source",
    });
    const source = sourceOf(
      app.github,
      repository,
      app.github.openPullRequest(repository, { ...ALICE, head: "source", title: "S" }),
    );
    source.review(["suggestion (non-blocking): Use a connection pool instead of one connection per request."]);
    await app.settle();
    expect(source.directories("enhance/pr-1").map((name) => name.slice(0, 3))).toContain("008");
    await open(repository, enhancementFiles({ id: "008", slug: "retry", title: "Retry" }));
    const [run] = runs(repository);
    expect(run?.conclusion).toBe("neutral");
    expect(run?.output.annotations[0]?.message).toContain("the number 008 is also that of 008-use-a-connection-pool");
  });

  it("tells more than fifty problems, fifty at a time", async () => {
    const repository = prepare();
    const broken = Array.from({ length: 120 }, (_, index) => [`enhancements/${index + 100}-broken/status.json`, "{"]);
    await open(repository, Object.fromEntries(broken) as Files);
    const [run, ...more] = runs(repository);
    expect(more).toEqual([]);
    const annotations = run?.output.annotations ?? [];
    expect(annotations.length).toBeGreaterThan(100);
    expect(new Set(annotations.map(({ path, message }) => `${path} ${message}`)).size).toBe(annotations.length);
  });
});

describe("when it runs", () => {
  it("asks once for the files of a head, and makes one run of it", async () => {
    const repository = prepare();
    const from = app.simulator.requests.length;
    const pull = await open(repository, enhancementFiles({ id: "008", slug: "retry", title: "Retry" }));
    app.github.closePullRequest(repository, pull.number, ALICE);
    app.github.reopenPullRequest(repository, pull.number, ALICE);
    await app.settle();
    expect(filesRequests(from)).toBe(1);
    expect(runs(repository)).toHaveLength(1);
    app.github.commitFiles(repository, { ...ALICE, branch: "edit", files: { [STATUS]: "{" }, message: "Break" });
    await app.settle();
    expect(filesRequests(from)).toBe(2);
    expect(runs(repository).map(({ conclusion }) => conclusion)).toEqual(["success", "failure"]);
  });

  it("makes no second run after a restart, and completes it again when asked", async () => {
    const repository = prepare();
    await open(repository, disagreeing(repository));
    await app.restart();
    const opened = app.simulator.deliveries.findLast(
      ({ event, action }) => event === "pull_request" && action === "opened",
    );
    await app.simulator.redeliver(opened?.guid ?? "");
    const [run] = runs(repository);
    const from = app.simulator.requests.length;
    app.github.rerequestCheckRun(repository, run?.id ?? 0, ALICE);
    await app.settle();
    expect(runs(repository)).toHaveLength(1);
    const written = app.simulator.requests.slice(from).filter(({ category }) => category === "write");
    expect(written.map(({ method, path }) => `${method} ${path}`)).toEqual([
      expect.stringMatching(/^PATCH .*check-runs/),
    ]);
    expect(app.jobs().at(-1)).toMatchObject({ task: "check-pull-request", outcome: "failure" });
  });

  it("says something new when asked again and the base has changed", async () => {
    const repository = prepare();
    await open(repository, enhancementFiles({ id: "008", slug: "retry", title: "Retry" }));
    const other = enhancementFiles({ id: "008", slug: "cache", title: "Cache" });
    app.github.commitFiles(repository, { ...ALICE, branch: "main", files: other, message: "Other" });
    await app.settle();
    app.github.rerequestCheckRun(repository, runs(repository)[0]?.id ?? 0, ALICE);
    await app.settle();
    expect(runs(repository).map(({ conclusion }) => conclusion)).toEqual(["success", "failure"]);
  });

  it.each<[config: string | undefined, touches: boolean, conclusions: string[]]>([
    [undefined, false, []],
    ["check: touched\n", true, ["success"]],
    ["check: always\n", false, ["success"]],
    ["check: off\n", true, []],
    ["enabled: false\n", true, []],
  ])("with the config %j and enhancements touched: %j, tells %j", async (config, touches, conclusions) => {
    const repository = prepare(config);
    const files = touches ? enhancementFiles({ id: "008", slug: "retry", title: "Retry" }) : { "src/a.ts": "a\n" };
    await open(repository, files);
    expect(runs(repository).map(({ conclusion }) => conclusion)).toEqual(conclusions);
  });

  it("reports on our own follow-ups where it may be required", async () => {
    const repository = prepare("check: always\n");
    const pull = await open(repository, { "src/source.ts": "line 1\n" }, "source");
    const source = sourceOf(app.github, repository, pull);
    source.review(["suggestion (non-blocking): Use a connection pool instead of one connection per request."]);
    await app.settle();
    const [followUp] = source.followUps();
    const own = runs(repository).filter(({ headSha }) => headSha === followUp?.head.sha);
    expect(own.map(({ conclusion }) => conclusion)).toEqual(["success"]);
  });

  it("reads a fork's pull request, without a button", async () => {
    const repository = prepare();
    app.github.createRepository(`${PEOPLE.stranger}/fork-${count}`, { forkOf: repository });
    const fork = `${PEOPLE.stranger}/fork-${count}`;
    app.github.commitFiles(fork, {
      as: PEOPLE.stranger,
      branch: "edit",
      files: disagreeing(repository),
      message: "Edit",
    });
    app.github.openPullRequest(repository, { as: PEOPLE.stranger, head: `${PEOPLE.stranger}:edit`, title: "Edit" });
    await app.settle();
    expect(runs(repository)).toMatchObject([{ conclusion: "failure", actions: [] }]);
  });
});

describe("the button", () => {
  async function pressed(as: string, files?: (repository: string) => Files) {
    const repository = prepare();
    app.github.setRole(repository, PEOPLE.stranger, "write");
    const pull = await open(repository, (files ?? disagreeing)(repository));
    const run = runs(repository)[0];
    expect(run?.actions.map(({ identifier }) => identifier)).toEqual(["fix-headers"]);
    app.github.requestCheckAction(repository, run?.id ?? 0, { as, identifier: "fix-headers" });
    if (as === PEOPLE.stranger) app.github.setRole(repository, as, "read");
    await app.settle();
    return { repository, pull };
  }

  it("commits the mended header to the branch, and the new head is sound", async () => {
    const { repository, pull } = await pressed(PEOPLE.reviewer);
    expect(text(repository, HEADER, "edit")).toContain("**Status**: blocked");
    expect(text(repository, HEADER, "edit").replace("blocked", "ready")).toBe(text(repository, HEADER));
    const last = runs(repository).at(-1);
    expect(last).toMatchObject({ headSha: pull.head.sha, conclusion: "success", actions: [] });
  });

  it("does nothing for somebody who lost the permission", async () => {
    const { repository, pull } = await pressed(PEOPLE.stranger);
    expect(app.github.readCommit(repository, "edit").sha).toBe(pull.head.sha);
    expect(text(repository, HEADER, "edit")).toContain("**Status**: ready");
    expect(app.jobs().at(-1)).toMatchObject({ task: "fix-headers", outcome: "refused", reason: "no permission" });
  });

  it("is not there in preview, and does nothing where it was there before", async () => {
    const config = { ".github/enhance.yml": "mode: preview\n" };
    const later = prepare(config[".github/enhance.yml"]);
    await open(later, disagreeing(later));
    expect(runs(later)).toMatchObject([{ conclusion: "failure", actions: [] }]);

    const repository = prepare();
    const pull = await open(repository, disagreeing(repository));
    app.github.commitFiles(repository, { ...ALICE, branch: "main", files: config, message: "Only look" });
    app.github.requestCheckAction(repository, runs(repository)[0]?.id ?? 0, { ...ALICE, identifier: "fix-headers" });
    await app.settle();
    expect(app.github.readCommit(repository, "edit").sha).toBe(pull.head.sha);
    expect(app.jobs().at(-1)).toMatchObject({ outcome: "refused", reason: "nothing is written in preview" });
    expect(runs(repository).at(-1)).toMatchObject({ conclusion: "failure", actions: [] });
  });

  it("mends once when pressed twice", async () => {
    const { repository } = await pressed(PEOPLE.reviewer);
    const [first] = runs(repository);
    app.github.requestCheckAction(repository, first?.id ?? 0, { as: PEOPLE.author, identifier: "fix-headers" });
    await app.settle();
    expect(app.jobs().at(-1)).toMatchObject({ task: "fix-headers", outcome: "unchanged" });
    expect(runs(repository)).toHaveLength(2);
  });
});
