/** Whose reviews become follow-ups, and whose do not. */
import { describe, expect, it } from "@jest/globals";
import { parseStatusJson, type StatusFile } from "../../src/core/documents/status-json.ts";
import type { AppInProcess } from "../helpers/app-in-process.ts";
import { shareApp } from "../helpers/shared-app.ts";
import { openAnother, openSource, PEOPLE, sourceOf, type Source } from "../helpers/source-pull.ts";

const POOL = "suggestion (non-blocking): Use a connection pool, in a follow-up.";
const RETRY = "suggestion (non-blocking): Retry the upload with backoff; out of scope here, let's track it.";
/** A finding in the shape that CodeRabbit gives its inline comments. */
const FINDING = `_🛠️ Refactor suggestion_ | _🟡 Minor_

**Share one connection pool between the uploads.**

Every upload opens its own connection, so under load the database refuses new ones. A pool would cap that.`;

let app: AppInProcess;
shareApp((started) => (app = started));

/** What the `status.json` files on a branch say, in the order of their directories. */
function items({ repository }: Source, branch = "enhance/pr-1"): StatusFile[] {
  return Object.entries(app.github.readFiles(repository, branch))
    .filter(([path]) => path.endsWith("/status.json"))
    .map(([path, text]) => {
      const parsed = parseStatusJson(text, path);
      if (!parsed.ok) throw new Error(`${path} cannot be read`);
      return parsed.value;
    });
}

describe("a review", () => {
  it("without a body, of inline comments alone, is captured", async () => {
    const source = openSource(app.github, "octo/inline");
    source.review([POOL, RETRY]);
    await app.settle();
    expect(items(source).map(({ source: { line } }) => line)).toEqual([1, 11]);
  });

  it("without comments, of a body alone, is captured", async () => {
    const source = openSource(app.github, "octo/body");
    source.review([], { body: "Looks good.\n\n## Follow-up\n\n- Add a test for an upload that is cut off" });
    await app.settle();
    expect(items(source)).toMatchObject([{ source: { kind: "review", path: null } }]);
  });

  it("of 101 comments, on two pages, is captured to the last one", async () => {
    const source = openSource(app.github, "octo/pages");
    source.review([...Array.from({ length: 100 }, (_, index) => `praise: line ${index + 1} is neat`), POOL]);
    app.simulator.requests.length = 0;
    await app.settle();
    expect(items(source).map(({ source: { line } }) => line)).toEqual([1001]);
    const reads = app.simulator.requests.flatMap(({ operation }) => operation ?? []);
    expect(reads.filter((name) => name === "MoreFeedback")).toHaveLength(1);
  });

  it("by a known tool is captured, and says which tool it was", async () => {
    const source = openSource(app.github, "octo/tool");
    source.review([FINDING], { as: "coderabbitai[bot]" });
    await app.settle();
    expect(items(source)).toMatchObject([{ source: { tool: "coderabbit", author: { kind: "bot" } } }]);
  });

  it("by a known tool under another login is known by its App", async () => {
    app.github.createBot("rabbit-of-tomorrow", { appId: 347_564 });
    const source = openSource(app.github, "octo/renamed-tool");
    source.review([FINDING], { as: "rabbit-of-tomorrow[bot]" });
    await app.settle();
    expect(items(source)).toMatchObject([{ source: { tool: "coderabbit" } }]);
  });

  it.each([
    ["an unknown bot", "some-unknown-tool[bot]", FINDING],
    ["a stranger", PEOPLE.stranger, POOL],
  ])("by %s changes nothing", async (_, as, body) => {
    const source = openSource(app.github, `octo/by-${as.replace("[bot]", "")}`);
    source.review([body], { as });
    await app.settle();
    expect(source.followUps()).toEqual([]);
    expect(app.github.branches(source.repository)).toEqual(["main", "upload"]);
  });

  it("by a person who may only read changes nothing until they may triage", async () => {
    const source = openSource(app.github, "octo/triage");
    app.github.setRole("octo/triage", PEOPLE.stranger, "read");
    source.review([POOL], { as: PEOPLE.stranger });
    await app.settle();
    expect(source.followUps()).toEqual([]);

    app.github.setRole("octo/triage", PEOPLE.stranger, "triage");
    await app.restart();
    source.review([RETRY], { as: PEOPLE.stranger });
    await app.settle();
    expect(items(source)).toHaveLength(2);
  });

  it("of a pull request from a fork is captured by writes to the base repository alone", async () => {
    const { github } = app;
    github.createRepository("octo/forked", { files: { "README.md": "# API\n" } });
    github.setRole("octo/forked", PEOPLE.reviewer, "write");
    const fork = `${PEOPLE.stranger}/forked`;
    github.createRepository(fork, { forkOf: "octo/forked" });
    const { pull } = openAnother(github, fork, "fix", { as: PEOPLE.stranger, base: "octo/forked" });
    const source = sourceOf(github, "octo/forked", pull);
    source.review([POOL]);
    await app.settle();
    expect(source.followUps()).toMatchObject([{ head: { ref: "enhance/pr-1" }, base: { ref: "main" } }]);
    expect(github.branches(fork)).toEqual(["fix", "main"]);
    const writes = app.simulator.requests.filter(({ path }) => path.startsWith(`/repos/${fork}`));
    expect(writes).toEqual([]);
  });

  it("of our own follow-up, by a tool or a person, is never mined", async () => {
    const source = openSource(app.github, "octo/own");
    source.review([POOL]);
    await app.settle();
    const [followUp] = source.followUps();
    if (!followUp) throw new Error("there is no follow-up");

    const head = app.github.readCommit("octo/own", "enhance/pr-1").sha;
    const path = `enhancements/${source.directories("enhance/pr-1")[0] ?? ""}/enhancement.md`;
    for (const [as, body] of [
      ["coderabbitai[bot]", FINDING],
      [PEOPLE.reviewer, RETRY],
    ] as const) {
      app.github.submitReview("octo/own", followUp.number, { as, comments: [{ path, line: 1, body }] });
    }
    app.github.comment("octo/own", followUp.number, { as: PEOPLE.reviewer, body: RETRY });
    await app.settle();
    app.github.markReady("octo/own", followUp.number, { as: PEOPLE.author });
    app.github.mergePullRequest("octo/own", followUp.number, { as: PEOPLE.author });
    await app.settle();
    expect(source.followUps()).toHaveLength(1);
    expect(app.github.readCommit("octo/own", "enhance/pr-1").sha).toBe(head);
    const jobs = app.jobs().filter(({ repo, pull }) => repo === "octo/own" && pull === followUp.number);
    expect(jobs.filter(({ task }) => task === "capture-pull-request")).toEqual([]);
  });

  it("of a pull request that a bot opened is not mined", async () => {
    app.github.createRepository("octo/bot-pull", { files: { "README.md": "# API\n" } });
    for (const login of [PEOPLE.reviewer, "coderabbitai[bot]"]) app.github.setRole("octo/bot-pull", login, "write");
    const source = openAnother(app.github, "octo/bot-pull", "fix", { as: "coderabbitai[bot]" });
    source.review([POOL]);
    await app.settle();
    expect(source.followUps()).toEqual([]);
  });

  it("read again, after an edit that changes nothing, writes nothing", async () => {
    const source = openSource(app.github, "octo/again");
    const review = source.review([POOL]);
    await app.settle();
    app.simulator.requests.length = 0;
    app.github.editReview("octo/again", review.id, { as: PEOPLE.reviewer, body: "Thanks!" });
    await app.settle();
    expect(app.jobs().at(-1)).toMatchObject({ repo: "octo/again", outcome: "unchanged" });
    expect(app.simulator.requests.filter(({ category }) => category === "write")).toEqual([]);
  });
});

describe("an event of our own", () => {
  it("is answered, and no job comes of it", async () => {
    const source = openSource(app.github, "octo/own-events", {
      // So that one of them is on the source.
      config: "follow_up:\n  comment_on_source: true\n",
    });
    source.review([POOL]);
    await app.settle();
    const own = app.simulator.deliveries.filter(
      ({ payload }) => (payload as { sender: { login: string } }).sender.login === "review-miner[bot]",
    );
    expect(own.length).toBeGreaterThan(0);
    expect(own.map(({ attempts }) => attempts.map(({ status }) => status))).toEqual(own.map(() => [202]));
    const guids = new Set(own.map(({ guid }) => guid));
    const decided = app.decisions().filter(({ deliveryId }) => guids.has(String(deliveryId)));
    expect(new Set(decided.map(({ outcome }) => outcome))).toEqual(new Set(["ignored"]));
    expect(decided.map(({ reason }) => reason)).toContain("own event");
  });
});
