/** Captures in repositories of every kind: other configs, other contents, and rules that refuse. */
import { describe, expect, it } from "@jest/globals";
import type { AppInProcess } from "../helpers/app-in-process.ts";
import { shareApp } from "../helpers/shared-app.ts";
import { openAnother, openSource, PEOPLE } from "../helpers/source-pull.ts";

const POOL = "suggestion (non-blocking): Use a connection pool, in a follow-up.";
const RETRY = "suggestion (non-blocking): Retry the upload with backoff; out of scope here, let's track it.";
const POOL_DIRECTORY = "use-a-connection-pool";

let app: AppInProcess;
shareApp((started) => (app = started));

const writes = () => app.simulator.requests.filter(({ category }) => category === "write").map(({ path }) => path);

describe("a repository", () => {
  it("archived before the job runs is left alone", async () => {
    const source = openSource(app.github, "octo/archived");
    source.review([POOL]);
    await app.simulator.settle();
    const us = app.simulator.app.webhookUrl ?? "";
    // GitHub's message about it is lost: else the job would be deleted.
    app.simulator.sendWebhooksTo("http://127.0.0.1:9/");
    app.github.archiveRepository("octo/archived");
    await app.simulator.settle();
    app.simulator.sendWebhooksTo(us);
    await app.settle();
    expect(app.jobs().at(-1)).toMatchObject({ outcome: "refused", reason: "the repository is archived" });
    expect(source.followUps()).toEqual([]);
  });

  it("whose config says so is left alone", async () => {
    const source = openSource(app.github, "octo/disabled", { config: "enabled: false\n" });
    source.review([POOL]);
    await app.settle();
    expect(source.followUps()).toEqual([]);
  });

  it("with an invalid config is told where, once per commit, and captured when it is mended", async () => {
    const { github } = app;
    const source = openSource(github, "octo/invalid", { config: "enabled: true\nmode: pull-requests\nlables: [a]\n" });
    app.simulator.requests.length = 0;
    source.review([POOL]);
    await app.settle();
    source.review([RETRY]);
    await app.settle();
    expect(source.followUps()).toEqual([]);
    expect(writes()).toEqual(["/repos/octo/invalid/check-runs"]);
    const [check, ...others] = github.checkRuns("octo/invalid");
    expect(others).toEqual([]);
    expect(check).toMatchObject({ conclusion: "failure", headSha: source.pull.head.sha });
    expect(check?.output.summary).toMatch(/line 2: mode/);
    expect(check?.output.summary).toMatch(/line 3: unknown key/);

    const files = { ".github/enhance.yml": "mode: pull-request\n" };
    github.commitFiles("octo/invalid", { as: PEOPLE.author, branch: "main", files, message: "Mend the config" });
    github.comment("octo/invalid", source.pull.number, { as: PEOPLE.author, body: "The config is mended." });
    await app.settle();
    expect(source.directories("enhance/pr-1")).toHaveLength(2);
  });

  it("with an invalid config of its owner is told whose it is", async () => {
    const { github } = app;
    github.createOrganization("umbrella");
    github.install("umbrella");
    github.createRepository("umbrella/.github", { files: { ".github/enhance.yml": "mode: pull-requests\n" } });
    const source = openSource(github, "umbrella/api");
    source.review([POOL]);
    await app.settle();
    expect(source.followUps()).toEqual([]);
    const [check] = github.checkRuns("umbrella/api");
    expect(check?.output.title).toBe("1 problem in umbrella/.github/.github/enhance.yml");
    expect(check?.output.summary).toContain("`umbrella/.github/.github/enhance.yml` is not valid.\n\n- line 1: mode");
  });

  it("that is switched off hears nothing, though its config has a mistake", async () => {
    const { github } = app;
    const source = openSource(github, "octo/off", { config: "enabled: false\nlables: [a]\n" });
    source.review([POOL]);
    github.comment("octo/off", source.pull.number, { as: PEOPLE.reviewer, body: "/enhance" });
    await app.settle();
    expect(github.checkRuns("octo/off")).toEqual([]);
    expect(source.pull.comments).toHaveLength(1);
    expect(source.followUps()).toEqual([]);
  });

  it("is told the line alone of a mistake in a private config of its owner", async () => {
    const { github } = app;
    github.createOrganization("discreet");
    github.install("discreet");
    const files = { ".github/enhance.yml": "mode: hunter2\n" };
    github.createRepository("discreet/.github", { files, isPrivate: true });
    const source = openSource(github, "discreet/api");
    source.review([POOL]);
    github.comment("discreet/api", source.pull.number, { as: PEOPLE.reviewer, body: "/enhance list" });
    await app.settle();
    const told = [github.checkRuns("discreet/api")[0]?.output.summary, source.pull.comments.at(-1)?.body];
    for (const text of told) {
      expect(text?.replaceAll("\\", "")).toMatch(/line 1\b.*: a mistake in a private repository, which is not told/);
      expect(text).not.toContain("hunter2");
    }
  });

  it("with a config that is no text is told so", async () => {
    const { github } = app;
    const source = openSource(github, "octo/binary", { config: "mode: pull-request\n" });
    const files = { ".github/enhance.yml": { bytes: Uint8Array.from([0, 1, 2]) } };
    github.commitFiles("octo/binary", { as: PEOPLE.author, branch: "main", files, message: "Oops" });
    source.review([POOL]);
    await app.settle();
    expect(source.followUps()).toEqual([]);
    const summary = github.checkRuns("octo/binary")[0]?.output.summary;
    expect(summary).toContain("the config cannot be read as text; make it a file of UTF-8 text");
  });

  it("with a config under another name is told to rename it", async () => {
    const { github } = app;
    const source = openSource(github, "octo/misnamed", { files: { ".github/enhance.yaml": "enabled: false\n" } });
    source.review([POOL]);
    await app.settle();
    expect(source.followUps()).toEqual([]);
    const [check] = github.checkRuns("octo/misnamed");
    expect(check).toMatchObject({ conclusion: "failure", output: { title: "1 problem in .github/enhance.yaml" } });
    expect(check?.output.summary).toContain("rename it to .github/enhance.yml");
  });

  it("without a config follows the one of its owner's .github repository", async () => {
    const { github } = app;
    github.createOrganization("acme");
    github.install("acme");
    const config = "directory: docs/backlog\nfollow_up:\n  labels: [later]\n";
    github.createRepository("acme/.github", { files: { ".github/enhance.yml": config } });
    const source = openSource(github, "acme/api");
    source.review([POOL]);
    await app.settle();
    const [followUp] = source.followUps();
    expect(followUp?.labels.map(({ name }) => name)).toEqual(["enhancement-capture", "later"]);
    expect(Object.keys(github.readFiles("acme/api", "enhance/pr-1"))).toContain(
      `docs/backlog/001-${POOL_DIRECTORY}/status.json`,
    );
  });

  it.each([
    ["gaps and a four-digit number", { "003-c/status.json": "{}", "1000-m/status.json": "{}" }, "1001-"],
    ["stray files", { "001-a/notes.md": "a", "README.md": "all", "009": "a file", ".keep": "" }, "010-"],
    ["a broken status.json", { "004-d/status.json": '{"id": "004", <<<<<<<', "004-d/enhancement.md": "" }, "005-"],
    ["a number used twice", { "002-a/status.json": "", "002-b/status.json": "" }, "003-"],
  ])("whose backlog has %s is captured under the next number", async (name, files, expected) => {
    const named = Object.fromEntries(Object.entries(files).map(([path, text]) => [`enhancements/${path}`, text]));
    const repository = `octo/${name.replaceAll(/[^a-z]+/g, "-")}`;
    const source = openSource(app.github, repository, { files: named });
    source.review([POOL]);
    await app.settle();
    expect(source.directories("enhance/pr-1")).toContain(`${expected}${POOL_DIRECTORY}`);
    expect(app.github.readFiles(repository, "enhance/pr-1")).toMatchObject(named);
  });

  it("with 1,200 enhancements is read past the thousand that GitHub's contents API lists", async () => {
    const numbers = Array.from({ length: 1_200 }, (_, index) => String(index + 1).padStart(3, "0"));
    const files = Object.fromEntries(numbers.map((id) => [`enhancements/${id}-known/notes.md`, `${id}\n`]));
    const source = openSource(app.github, "octo/large", { files });
    source.review([POOL]);
    await app.settle();
    expect(source.directories("enhance/pr-1")).toHaveLength(1_201);
    expect(source.directories("enhance/pr-1")).toContain(`1201-${POOL_DIRECTORY}`);
  });

  it("without drafts gets an ordinary pull request", async () => {
    const source = openSource(app.github, "octo/no-drafts", { hasDrafts: false });
    source.review([POOL]);
    await app.settle();
    expect(source.followUps()).toMatchObject([{ isDraft: false, state: "open" }]);
  });

  it("where the branch name is somebody else's gets another name", async () => {
    const { github } = app;
    const source = openSource(github, "octo/taken");
    const theirs = { as: PEOPLE.reviewer, branch: "enhance/pr-1", files: { "theirs.md": "mine\n" }, message: "Mine" };
    const head = github.commitFiles("octo/taken", theirs);
    source.review([POOL]);
    await app.settle();
    expect(source.followUps()).toMatchObject([{ head: { ref: "enhance/pr-1-2" } }]);
    expect(github.readCommit("octo/taken", "enhance/pr-1").sha).toBe(head);
  });

  it("where a number is taken on another open follow-up branch gets the next one", async () => {
    const first = openSource(app.github, "octo/numbers", { config: "mode: pull-request\n" });
    const second = openAnother(app.github, "octo/numbers", "second");
    first.review([POOL]);
    second.review([RETRY]);
    await app.settle();
    const ids = first.followUps().map(({ head }) => first.directories(head.ref).map((name) => name.slice(0, 3)));
    expect(ids).toEqual([["001"], ["002"]]);
  });

  it("where a branch of ours without a pull request holds a number gets the next one", async () => {
    const source = openSource(app.github, "octo/branch-alone");
    const files = { "enhancements/041-left-over/notes.md": "From a run that was stopped.\n" };
    const commit = { as: PEOPLE.reviewer, branch: "enhance/pr-77", files, message: "Left over" };
    app.github.commitFiles("octo/branch-alone", commit);
    source.review([POOL]);
    await app.settle();
    expect(source.directories("enhance/pr-1")).toEqual([`042-${POOL_DIRECTORY}`]);
  });
});

describe("the summary on the source", () => {
  it("is one comment that is kept up to date, where the config asks for it", async () => {
    const source = openSource(app.github, "octo/summary", { config: "follow_up:\n  comment_on_source: true\n" });
    source.review([POOL]);
    await app.settle();
    const { comments } = source.pull;
    expect(comments.map(({ author, body }) => [author.login, body])).toEqual([
      ["review-miner[bot]", expect.stringContaining("1 suggestion kept for later in #2")],
    ]);
    source.review([RETRY, RETRY.replace("upload", "download")]);
    await app.settle();
    expect(comments).toHaveLength(1);
    expect(comments[0]?.body).toMatch(/suggestions kept for later in #2/);
  });
});
