/** `mode: commit`: straight to the default branch, and kept true there. */
import { describe, expect, it } from "@jest/globals";
import type { AppInProcess } from "../helpers/app-in-process.ts";
import { statusOf } from "../helpers/enhancement-files.ts";
import { shareApp } from "../helpers/shared-app.ts";
import { openAnother, openSource, PEOPLE } from "../helpers/source-pull.ts";

const POOL = "suggestion (non-blocking): Use a connection pool, in a follow-up.";
const RETRY = "suggestion (non-blocking): Retry the upload with backoff; out of scope here, let's track it.";
const SIZE = "suggestion (non-blocking): Log the size of each upload.";
const POOL_DIRECTORY = "use-a-connection-pool";

let app: AppInProcess;
shareApp((started) => (app = started));

describe("commit mode", () => {
  const config = "mode: commit\n";

  it("commits to the default branch and opens nothing", async () => {
    const source = openSource(app.github, "octo/commit", { config });
    source.review([POOL]);
    await app.settle();
    expect(source.followUps()).toEqual([]);
    expect(app.github.branches("octo/commit")).toEqual(["main", "upload"]);
    expect(source.directories("main")).toEqual([`001-${POOL_DIRECTORY}`]);
    expect(app.github.log("octo/commit", "main")).toHaveLength(2);
  });

  it("keeps true what it committed: updated, rejected with the reason, held against the merged code", async () => {
    const { github } = app;
    const repository = "octo/commit-life";
    const source = openSource(github, repository, { config });
    source.review([POOL, SIZE]);
    await app.settle();
    const on = (id: string) => statusOn(repository, id);
    const [pool = 0, size = 0] = source.pull.threads.map(({ comments }) => comments[0]?.id ?? 0);
    const body = `${POOL} Ten connections are enough.`;
    github.editReviewComment(repository, pool, { as: PEOPLE.reviewer, body });
    github.resolveThread(repository, size, { as: PEOPLE.author });
    await app.settle();
    expect(JSON.stringify(github.readFiles(repository, "main"))).toContain("Ten connections are enough.");
    expect(on("002")).toMatchObject({
      status: "rejected",
      history: [{ status: "not-started" }, { status: "rejected", reason: "its thread is resolved" }],
    });

    github.mergePullRequest(repository, source.pull.number, { as: PEOPLE.author });
    await app.settle();
    expect(on("001")).toMatchObject({ status: "not-started", evidence: { stillTrue: "unchanged" } });
    const before = github.log(repository, "main").length;
    github.editReviewComment(repository, pool, { as: PEOPLE.reviewer, body: POOL });
    await app.settle();
    expect(github.log(repository, "main")).toHaveLength(before);
  });

  it.each(["ruleset", "protection"] as const)(
    "falls back to a pull request where a %s refuses, and says so",
    async (by) => {
      const { github } = app;
      const source = openSource(github, `octo/by-${by}`, { config });
      github.protectBranch(`octo/by-${by}`, "main", { by });
      source.review([POOL]);
      await app.settle();
      expect(source.directories("main")).toEqual([]);
      expect(source.directories("enhance/pr-1")).toEqual([`001-${POOL_DIRECTORY}`]);
      const [followUp] = source.followUps();
      expect(followUp?.body).toMatch(/^> A rule of this repository refuses commits on `main`/);

      app.simulator.requests.length = 0;
      source.review([RETRY]);
      await app.settle();
      expect(source.followUps()).toHaveLength(1);
      expect(source.directories("enhance/pr-1")).toHaveLength(2);
    },
  );

  it("rejects what it committed when the source closes, and takes it up again when it reopens", async () => {
    const { github } = app;
    const repository = "octo/commit-closed";
    const source = openSource(github, repository, { config });
    source.review([POOL, RETRY, "suggestion (non-blocking): Log the size of each upload, later."]);
    await app.settle();
    github.comment(repository, source.pull.number, { as: PEOPLE.author, body: "/enhance reject 002 not here" });
    await app.settle();
    github.mergePullRequest(repository, source.followUps()[0]?.number ?? 0, { as: PEOPLE.author });
    const edited = Object.entries(github.readFiles(repository, "main")).filter(([path]) => /003-.*md$/.test(path));
    const files = Object.fromEntries(edited.map(([path, text]) => [path, `${text}\nIn bytes.\n`]));
    github.commitFiles(repository, { as: PEOPLE.author, branch: "main", files, message: "Say how" });
    await app.settle();
    const statuses = () => ["001", "002", "003"].map((id) => statusOn(repository, id).status);
    expect(statuses()).toEqual(["not-started", "rejected", "not-started"]);

    github.closePullRequest(repository, source.pull.number, { as: PEOPLE.author });
    await app.settle();
    expect(statuses()).toEqual(["rejected", "rejected", "not-started"]);
    const reason = "its pull request was closed without being merged";
    expect(statusOn(repository, "001").history.at(-1)).toMatchObject({ status: "rejected", reason });
    expect(textOf(repository, "001")).toContain("**Status**: rejected");

    github.reopenPullRequest(repository, source.pull.number, { as: PEOPLE.author });
    await app.settle();
    expect(statuses()).toEqual(["not-started", "rejected", "not-started"]);
    expect(statusOn(repository, "001").history).toMatchObject([
      { status: "not-started" },
      { status: "rejected" },
      { status: "not-started", reason: "it is asked for again" },
    ]);
    expect(textOf(repository, "001")).toContain("**Status**: not-started");
    expect(source.directories("main")).toHaveLength(3);
  });

  it.each([
    ["/enhance reject 001", "rejected"],
    ["/enhance status 001 rejected", "rejected"],
    ["/enhance defer 001", "deferred"],
  ])("leaves what it rejected itself to whoever decides about it since: %s", async (command, status) => {
    const { github } = app;
    const by = { as: PEOPLE.author };
    const repository = `octo/commit-${command.replaceAll(/\W+/g, "-")}`;
    const source = openSource(github, repository, { config });
    source.review([POOL]);
    await app.settle();
    github.closePullRequest(repository, source.pull.number, by);
    await app.settle();
    github.comment(repository, source.pull.number, { ...by, body: command });
    await app.settle();
    github.mergePullRequest(repository, source.followUps()[0]?.number ?? 0, by);
    github.reopenPullRequest(repository, source.pull.number, by);
    await app.settle();
    const { status: now, history } = statusOn(repository, "001");
    expect(now).toBe(status);
    expect(history.at(-1)).toMatchObject({ status, by: PEOPLE.author });
  });

  it.each(["pull-request", "rolling"])(
    "takes up again what it rejected, though the mode is %s by now",
    async (mode) => {
      const { github } = app;
      const repository = `octo/commit-then-${mode}`;
      const source = openSource(github, repository, { config });
      source.review([POOL]);
      await app.settle();
      github.closePullRequest(repository, source.pull.number, { as: PEOPLE.author });
      await app.settle();
      expect(statusOn(repository, "001").status).toBe("rejected");

      const files = { ".github/enhance.yml": `mode: ${mode}\n` };
      github.commitFiles(repository, { as: PEOPLE.author, branch: "main", files, message: "Another mode" });
      github.reopenPullRequest(repository, source.pull.number, { as: PEOPLE.author });
      github.mergePullRequest(repository, source.pull.number, { as: PEOPLE.author });
      await app.settle();
      const [followUp, ...others] = source.followUps();
      expect(others).toEqual([]);
      expect(followUp?.body).toContain(`001-${POOL_DIRECTORY}: rejected → not-started (it is asked for again)`);
      const commits = github.log(repository, "enhance/rolling").length;
      source.review([], { body: "Thanks!" });
      await app.settle();
      expect(github.log(repository, "enhance/rolling")).toHaveLength(commits);

      github.mergePullRequest(repository, followUp?.number ?? 0, { as: PEOPLE.author });
      await app.settle();
      expect(statusOn(repository, "001").status).toBe("not-started");
      expect(source.directories("main")).toHaveLength(1);
    },
  );

  it.each<[command: string, mode: string, acts: (string | null)[][], statuses: string[]]>([
    ["redact 001", "commit", [["quote taken out"], []], ["rejected", "not-started"]],
    ["redact 001", "rolling", [["quote taken out"], []], ["not-started", "not-started"]],
    ["merge 001 into 002", "commit", [["merged into 002"], ["took in 001"]], ["rejected", "rejected"]],
    ["merge 001 into 002", "rolling", [["merged into 002"], ["took in 001"]], ["rejected", "not-started"]],
  ])("writes down no act of a person but /enhance %s on what it rejected itself: then %s", async (...row) => {
    const [command, mode, acts, statuses] = row;
    const { github } = app;
    const by = { as: PEOPLE.author };
    const repository = `octo/commit-${command.replaceAll(" ", "-")}-${mode}`;
    const source = openSource(github, repository, { config });
    source.review([POOL, RETRY]);
    await app.settle();
    github.closePullRequest(repository, 1, by);
    await app.settle();
    github.comment(repository, 1, { ...by, body: `/enhance ${command}` });
    await app.settle();
    github.mergePullRequest(repository, source.followUps()[0]?.number ?? 0, by);
    const files = { ".github/enhance.yml": `mode: ${mode}\n` };
    github.commitFiles(repository, { ...by, branch: "main", files, message: "A mode" });
    github.reopenPullRequest(repository, 1, by);
    github.mergePullRequest(repository, 1, by);
    await app.settle();
    const [, next] = source.followUps();
    if (next) github.mergePullRequest(repository, next.number, by);
    const items = ["001", "002"].map((id) => statusOn(repository, id));
    expect(items.map(({ status }) => status)).toEqual(statuses);
    const ofPeople = items.map(({ history }) => history.filter((change) => change.by === PEOPLE.author));
    expect(ofPeople.map((changes) => changes.map(({ reason }) => reason))).toEqual(acts);
    expect(/^> /m.test(textOf(repository, "001"))).toBe(!command.startsWith("redact"));
  });

  it("takes up again what a thread asks for after all, with the words of now", async () => {
    const { github } = app;
    const repository = "octo/commit-thread";
    const source = openSource(github, repository, { config });
    source.review([SIZE]);
    await app.settle();
    const comment = source.pull.threads[0]?.comments[0]?.id ?? 0;
    github.resolveThread(repository, comment, { as: PEOPLE.author });
    await app.settle();
    expect(statusOn(repository, "001").status).toBe("rejected");

    const other = openAnother(github, repository, "download");
    other.review([SIZE]);
    await app.settle();
    expect(other.directories("main")).toHaveLength(2);

    github.editReviewComment(repository, comment, { as: PEOPLE.reviewer, body: `${SIZE} Bytes are enough.` });
    github.unresolveThread(repository, comment, { as: PEOPLE.author });
    await app.settle();
    expect(statusOn(repository, "001").status).toBe("not-started");
    expect(textOf(repository, "001")).toContain("Bytes are enough.");
    expect(source.directories("main")).toHaveLength(2);
  });

  it("rejects what a comment asks for no more, though another asks for the same", async () => {
    const { github } = app;
    const repository = "octo/commit-again";
    const source = openSource(github, repository, { config });
    source.review([SIZE]);
    await app.settle();
    const [first] = source.pull.threads[0]?.comments ?? [];
    github.editReviewComment(repository, first?.id ?? 0, { as: PEOPLE.reviewer, body: "Never mind." });
    source.review(["Nice.", SIZE]);
    await app.settle();
    expect(["001", "002"].map((id) => statusOn(repository, id).status)).toEqual(["rejected", "not-started"]);
    expect(["001", "002"].map((id) => statusOn(repository, id).source.line)).toEqual([1, 11]);
    expect(statusOn(repository, "001").sightings).toEqual([]);
  });

  it("leaves what it committed where the config keeps it, or a rule refuses by now", async () => {
    const { github } = app;
    const kept = openSource(github, "octo/commit-kept", { config: `${config}follow_up:\n  keep_when_closed: true\n` });
    const refused = openSource(github, "octo/commit-refused", { config });
    for (const source of [kept, refused]) source.review([POOL]);
    await app.settle();
    github.protectBranch("octo/commit-refused", "main", { by: "ruleset" });
    for (const { repository, pull } of [kept, refused]) {
      github.closePullRequest(repository, pull.number, { as: PEOPLE.author });
    }
    await app.settle();
    for (const { repository } of [kept, refused]) expect(statusOn(repository, "001").history).toHaveLength(1);
    expect(app.jobs().at(-1)).toMatchObject({ repo: "octo/commit-refused", outcome: "unchanged" });
  });

  it("leaves what a person decided about, though the decision is not merged yet", async () => {
    const { github } = app;
    const repository = "octo/commit-decided";
    const source = openSource(github, repository, { config });
    source.review([POOL]);
    await app.settle();
    github.comment(repository, source.pull.number, { as: PEOPLE.author, body: "/enhance reject 001 no need" });
    await app.settle();
    const before = github.log(repository, "main").length;
    expect(statusOf(github.readFiles(repository, "enhance/rolling"), "001").status).toBe("rejected");

    github.closePullRequest(repository, source.pull.number, { as: PEOPLE.author });
    await app.settle();
    expect(github.log(repository, "main")).toHaveLength(before);
    expect(statusOn(repository, "001").status).toBe("not-started");
  });

  it("takes from the rolling follow-up what a closed source asked for, where a rule refuses the default branch", async () => {
    const { github } = app;
    const repository = "octo/commit-both";
    const source = openSource(github, repository, { config: "mode: rolling\n" });
    const keeper = openAnother(github, repository, "download");
    for (const [each, wish] of [
      [source, SIZE],
      [keeper, RETRY],
    ] as const) {
      each.review([wish]);
      await app.settle();
      const comment = each.pull.threads[0]?.comments[0]?.id ?? 0;
      github.replyTo(repository, comment, { as: PEOPLE.reviewer, body: "/enhance" });
      await app.settle();
    }
    expect(source.directories("enhance/rolling")).toHaveLength(2);
    const files = { ".github/enhance.yml": config };
    github.commitFiles(repository, { as: PEOPLE.author, branch: "main", files, message: "Commit from now on" });
    source.review([POOL]);
    await app.settle();
    expect(source.directories("main")).toHaveLength(1);

    github.protectBranch(repository, "main", { by: "ruleset" });
    github.closePullRequest(repository, source.pull.number, { as: PEOPLE.author });
    await app.settle();
    expect(source.directories("enhance/rolling").filter((name) => /log-the-size/.test(name))).toEqual([]);
    expect(source.followUps()[0]?.body).not.toContain("Log the size");
  });

  it("needs nothing of a rolling branch that somebody else took", async () => {
    const { github } = app;
    const repository = "octo/commit-taken";
    const source = openSource(github, repository, { config });
    const files = { "NOTES.md": "Mine.\n" };
    github.commitFiles(repository, { as: PEOPLE.author, branch: "enhance/rolling", files, message: "Mine" });
    source.review([POOL]);
    await app.settle();
    github.closePullRequest(repository, source.pull.number, { as: PEOPLE.author });
    await app.settle();
    expect(statusOn(repository, "001").status).toBe("rejected");
  });
});

const statusOn = (repository: string, id: string) => statusOf(app.github.readFiles(repository, "main"), id);

function textOf(repository: string, id: string): string {
  const files = Object.entries(app.github.readFiles(repository, "main"));
  return files.find(([path]) => path.includes(`/${id}-`) && path.endsWith("/enhancement.md"))?.[1] ?? "";
}
