/** What people decide about a follow-up stands, whatever comes afterwards. */
import { describe, expect, it } from "@jest/globals";
import { parseMarker } from "../../src/core/marker.ts";
import type { AppInProcess } from "../helpers/app-in-process.ts";
import { shareApp } from "../helpers/shared-app.ts";
import { openAnother, openSource, PEOPLE, type Source } from "../helpers/source-pull.ts";

const POOL = "suggestion (non-blocking): Use a connection pool, in a follow-up.";
const RETRY = "suggestion (non-blocking): Retry the upload with backoff; out of scope here, let's track it.";
const BLOCKING = "issue (blocking): The temporary file leaks when the upload is cut off. Delete it in a finally block.";
const by = { as: PEOPLE.reviewer };
/** With a config of its own, a repository is not asked whether it wants us. */
const config = "mode: pull-request\n";

let app: AppInProcess;
shareApp((started) => (app = started));

async function capture(repository: string, comments: string[]): Promise<Source> {
  const source = openSource(app.github, repository, { config });
  source.review(comments);
  await app.settle();
  return source;
}

/** Titles of the directories that stand on the branches of open follow-ups, without their numbers. */
function proposed(source: Source): string[] {
  const open = source.followUps().filter(({ state, mergedAt }) => state === "open" && mergedAt === null);
  return open.flatMap(({ head }) => source.directories(head.ref));
}

describe("a follow-up", () => {
  it("that a person closed is not proposed again, and its numbers stay burnt", async () => {
    const source = await capture("octo/closed", [POOL]);
    app.github.closePullRequest("octo/closed", 2, by);
    await app.settle();
    source.review([], { body: "Thanks!" });
    await app.settle();
    expect(proposed(source)).toEqual([]);

    source.review([RETRY]);
    await app.settle();
    expect(proposed(source)).toEqual([expect.stringMatching(/^002-retry/)]);
  });

  it.each([
    ["pull-request", false],
    ["pull-request", true],
    ["rolling", false],
    ["rolling", true],
  ])(
    "that a person closed comes back, as far as somebody asks for it since: %s mode, branch gone: %s",
    async (mode, isGone) => {
      const { github } = app;
      const repository = `octo/wanted-${mode}-${isGone ? "gone" : "there"}`;
      const source = openSource(github, repository, { config: `mode: ${mode}\n` });
      source.review([POOL, RETRY]);
      github.mergePullRequest(repository, source.pull.number, { as: PEOPLE.author });
      await app.settle();
      const later = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();
      const close = async (at: string) => {
        const open = source.followUps().find(({ state }) => state === "open");
        const branch = open?.head.ref ?? "";
        github.closePullRequest(repository, open?.number ?? 0, { ...by, at });
        if (isGone) github.deleteBranch(repository, branch, by);
        await app.settle();
        expect(proposed(source)).toEqual([]);
      };
      await close(later(1));

      const [, retry] = source.pull.threads;
      github.replyTo(repository, retry?.comments[0]?.id ?? 0, { ...by, body: "/enhance", at: later(2) });
      await app.settle();
      expect(proposed(source)).toEqual([expect.stringMatching(/^003-retry/)]);

      await close(later(3));
      source.review([], { body: "Thanks!" });
      await app.settle();
      expect(proposed(source)).toEqual([]);
    },
  );

  it("that a person closed comes back as far as a reply is edited to ask for it since", async () => {
    const { github } = app;
    const source = await capture("octo/edited-to-ask", [POOL, RETRY]);
    const [root] = source.pull.threads[0]?.comments ?? [];
    const reply = github.replyTo(source.repository, root?.id ?? 0, { ...by, body: "Agreed." });
    const minutes = (count: number) => new Date(Date.now() + count * 60_000).toISOString();
    github.closePullRequest(source.repository, 2, { ...by, at: minutes(1) });
    await app.settle();
    github.editReviewComment(source.repository, reply.id, { ...by, body: "Agreed.\n/enhance", at: minutes(2) });
    await app.settle();
    expect(proposed(source)).toEqual([expect.stringMatching(/^003-use-a-connection-pool/)]);
  });

  it("that a person closed makes way for the next, however many branches of it are left standing", async () => {
    const source = await capture("octo/standing", [POOL]);
    const more = [
      "Compress the stored files",
      "Count the uploads that were refused",
      "Log the size of each upload",
      "Retry a broken transfer with exponential backoff",
      "Show the progress to whoever uploads",
    ];
    for (const [index, words] of more.entries()) {
      const open = source.followUps().find(({ state }) => state === "open");
      app.github.closePullRequest("octo/standing", open?.number ?? 0, by);
      source.review([`suggestion (non-blocking): ${words}, in a follow-up.`]);
      await app.settle();
      expect(proposed(source)).toEqual([`00${index + 2}-${words.toLowerCase().replaceAll(" ", "-")}`]);
    }
    const branches = new Set(source.followUps().map(({ head }) => head.ref));
    expect(branches.size).toBe(4);
  });

  it("stays the one, whatever strangers call the branches of their forks", async () => {
    const { github } = app;
    const source = await capture("octo/forked", [POOL]);
    github.createRepository("mallory/forked", { forkOf: "octo/forked" });
    for (const branch of ["enhance/pr-1", "enhance/pr-1-2", "enhance/pr-1-3", "enhance/pr-1-4"]) {
      const files = { [`${branch.slice(-1)}.md`]: "mine\n" };
      github.commitFiles("mallory/forked", { as: PEOPLE.stranger, branch, files, message: "Mine" });
      const head = `mallory:${branch}`;
      for (let times = 0; times < 10; times += 1) {
        const { number } = github.openPullRequest("octo/forked", { as: PEOPLE.stranger, head, title: "Mine" });
        if (times < 9) github.closePullRequest("octo/forked", number, { as: PEOPLE.stranger });
      }
    }
    source.review([RETRY]);
    await app.settle();
    expect(source.followUps()).toHaveLength(1);
    expect(source.directories("enhance/pr-1")).toHaveLength(2);

    github.closePullRequest("octo/forked", source.followUps()[0]?.number ?? 0, by);
    source.review(["suggestion (non-blocking): Sort the banners, in a follow-up."]);
    await app.settle();
    expect(proposed(source)).toEqual([expect.stringMatching(/^003-sort/)]);
  });

  it("that was merged is not proposed again, and what comes later goes into another", async () => {
    const source = await capture("octo/merged", [POOL]);
    app.github.markReady("octo/merged", 2, by);
    app.github.mergePullRequest("octo/merged", 2, by);
    await app.settle();
    source.review([RETRY]);
    await app.settle();
    const open = source.followUps().filter(({ state }) => state === "open");
    expect(open.map(({ head }) => source.directories(head.ref).map((name) => name.slice(0, 4)))).toEqual([
      ["001-", "002-"],
    ]);
    expect(open[0]?.title).toBe("Capture 1 suggestion from #1");
  });

  it("keeps the title and the body that a person gave it", async () => {
    const source = await capture("octo/edited", [POOL]);
    const edited = {
      title: "Things for next sprint",
      body: source.followUps()[0]?.body.replace("worth keeping", "ours"),
    };
    app.github.editPullRequest("octo/edited", 2, { ...by, title: edited.title, body: edited.body ?? "" });
    source.review([RETRY]);
    await app.settle();
    const [followUp] = source.followUps();
    expect(followUp?.title).toBe("Things for next sprint");
    expect(followUp?.body).toContain("is ours.");
    expect(source.directories("enhance/pr-1")).toHaveLength(2);
  });

  it("remembers what was taken out of it, though a person wrote below its marker", async () => {
    const source = await capture("octo/below", [POOL, RETRY]);
    const [dropped = ""] = source.directories("enhance/pr-1");
    const paths = ["enhancement.md", "status.json"].map((file) => [`enhancements/${dropped}/${file}`, null] as const);
    const files = Object.fromEntries(paths);
    app.github.commitFiles("octo/below", { ...by, branch: "enhance/pr-1", files, message: "Not this one" });
    source.review([], { body: "Thanks!" });
    await app.settle();
    const body = `${source.followUps()[0]?.body ?? ""}\n\nMerge this after the release, please.`;
    app.github.editPullRequest("octo/below", 2, { ...by, body });
    source.review(["suggestion (non-blocking): Compress the stored files, in a later change."]);
    await app.settle();
    expect(proposed(source)).toEqual([expect.stringMatching(/^002-retry/), expect.stringMatching(/^003-compress/)]);
    expect(source.followUps()[0]?.body).toContain("Merge this after the release, please.");
  });

  it("keeps what a person changed in its files, and does not bring back what they deleted", async () => {
    const source = await capture("octo/files", [POOL, RETRY]);
    const [kept = "", dropped = ""] = source.directories("enhance/pr-1");
    const files = {
      [`enhancements/${kept}/notes.md`]: "Ask the database team first.\n",
      [`enhancements/${dropped}/enhancement.md`]: null,
      [`enhancements/${dropped}/status.json`]: null,
    };
    app.github.commitFiles("octo/files", { ...by, branch: "enhance/pr-1", files, message: "Drop one" });
    source.review(["suggestion (non-blocking): Compress the stored files, in a later change."]);
    await app.settle();
    const directories = source.directories("enhance/pr-1");
    expect(directories).toEqual([kept, expect.stringMatching(/^003-compress/)]);
    expect(app.github.readFiles("octo/files", "enhance/pr-1")).toMatchObject({
      [`enhancements/${kept}/notes.md`]: "Ask the database team first.\n",
    });
  });

  it.each(["pull-request", "rolling"])(
    "forgets the words of what was taken out, with the comment: %s mode",
    async (mode) => {
      const { github } = app;
      const source = openSource(github, `octo/forgotten-${mode}`, { config: `mode: ${mode}\n` });
      source.review([POOL, RETRY]);
      github.mergePullRequest(source.repository, source.pull.number, { as: PEOPLE.author });
      await app.settle();
      const branch = source.followUps()[0]?.head.ref ?? "";
      const paths = Object.keys(github.readFiles(source.repository, branch)).filter((path) => path.includes("/001-"));
      const files = Object.fromEntries(paths.map((path) => [path, null]));
      github.commitFiles(source.repository, { ...by, branch, files, message: "Drop one" });
      source.review([], { body: "Thanks!" });
      await app.settle();
      const all = () => {
        const body = source.followUps()[0]?.body ?? "";
        return `${body}${JSON.stringify(parseMarker(body))}`;
      };
      expect(all()).toMatch(/connection pool/i);
      const [root] = source.pull.threads[0]?.comments ?? [];
      github.deleteReviewComment(source.repository, root?.id ?? 0, by);
      await app.settle();
      expect(all()).not.toMatch(/connection pool/i);
      expect(proposed(source)).toEqual([expect.stringMatching(/^002-retry/)]);
    },
  );

  it("is kept true though a person reopened it, and three others wait", async () => {
    const { github } = app;
    const source = await capture("octo/fourth", [POOL]);
    const number = source.followUps()[0]?.number ?? 0;
    github.closePullRequest(source.repository, number, by);
    const compress = "suggestion (non-blocking): Compress the stored files, in a later change.";
    const count = "suggestion (non-blocking): Count the uploads that were refused, in a follow-up.";
    for (const [index, text] of [RETRY, compress, count].entries()) {
      openAnother(github, source.repository, `other-${index}`).review([text]);
      await app.settle();
    }
    github.reopenPullRequest(source.repository, number, by);
    expect(proposed(source)).toHaveLength(4);
    github.mergePullRequest(source.repository, source.pull.number, { as: PEOPLE.author });
    await app.settle();
    expect(source.followUps().map(({ isDraft }) => isDraft)).toEqual([false, true, true, true]);
  });

  it("holds what blocks the source only once the source has merged with it open", async () => {
    const source = await capture("octo/blocking", [POOL, BLOCKING]);
    expect(proposed(source)).toEqual([expect.stringMatching(/^001-use-a-connection-pool/)]);
    app.github.mergePullRequest("octo/blocking", 1, { as: PEOPLE.author });
    await app.settle();
    expect(proposed(source)).toHaveLength(2);
  });
});

describe("a pull request that is not mined", () => {
  const COMPRESS = "suggestion (non-blocking): Compress the stored files, in a later change.";

  /** A pull request with three suggestions, of which nothing was captured. */
  async function unmined(why: string, repository = `octo/${why.replaceAll(" ", "-")}`): Promise<Source> {
    const { github } = app;
    const first = openSource(github, repository, why === "opened by a bot" ? { config } : {});
    if (why !== "opened by a bot") {
      first.review(["suggestion (non-blocking): Sort the banners, in a follow-up."]);
      await app.settle();
    }
    if (why === "the first follow-up was declined") github.closePullRequest(repository, 2, by);
    const as = why === "opened by a bot" ? "some-unknown-tool[bot]" : PEOPLE.author;
    const source = openAnother(github, repository, "download", { as });
    source.review([POOL, RETRY, COMPRESS]);
    await app.settle();
    expect(app.jobs().at(-1)).toMatchObject({ outcome: "refused", reason: why });
    return source;
  }

  /** What was captured from it alone. */
  const captured = (source: Source) =>
    source.directories(`enhance/pr-${source.pull.number}`).map((name) => name.slice(4));

  it.each(["opened by a bot", "the first follow-up was declined", "the first follow-up waits for a decision"])(
    "gives what is asked for by command alone, until the whole is asked for: %s",
    async (why) => {
      const { github } = app;
      const source = await unmined(why);
      const [, retry] = source.pull.threads;
      github.replyTo(source.repository, retry?.comments[0]?.id ?? 0, { ...by, body: "/enhance" });
      github.comment(source.repository, source.pull.number, { ...by, body: '/enhance create "Shard the queue"' });
      await app.settle();
      const asked = [expect.stringMatching(/^retry/), "shard-the-queue"];
      expect(captured(source)).toEqual(asked);
      expect(source.followUps().at(-1)?.body).toContain("2 more wait until somebody asks for them by /enhance");

      source.review(["suggestion (non-blocking): Count the uploads that were refused, in a follow-up."]);
      await app.settle();
      expect(captured(source)).toEqual(asked);

      github.comment(source.repository, source.pull.number, { ...by, body: "/enhance" });
      await app.settle();
      expect(captured(source)).toHaveLength(5);
    },
  );

  it("is kept true once it was captured for somebody who asked elsewhere", async () => {
    const { github } = app;
    const source = await unmined("opened by a bot", "octo/asked-elsewhere");
    github.comment(source.repository, 1, { ...by, body: `/github:pr-review ${source.pull.number}` });
    await app.settle();
    expect(source.followUps()).toMatchObject([{ isDraft: true }]);
    github.mergePullRequest(source.repository, source.pull.number, by);
    await app.settle();
    expect(source.followUps()).toMatchObject([{ isDraft: false }]);
    expect(captured(source)).toHaveLength(3);
  });
});

describe("words outside of a review", () => {
  it("on the conversation are captured like those of a review", async () => {
    const source = openSource(app.github, "octo/conversation", { config });
    app.github.comment("octo/conversation", 1, { ...by, body: RETRY });
    await app.settle();
    expect(proposed(source)).toEqual([expect.stringMatching(/^001-retry/)]);
  });

  it("in a thread put its first comment off, and so have it captured", async () => {
    const source = await capture("octo/thread", [BLOCKING]);
    expect(proposed(source)).toEqual([]);
    const [root] = source.pull.threads.flatMap(({ comments }) => comments);
    app.github.replyTo("octo/thread", root?.id ?? 0, {
      as: PEOPLE.author,
      body: "Right. I'll do that in a follow-up.",
    });
    await app.settle();
    expect(proposed(source)).toEqual([expect.stringMatching(/^001-/)]);
  });
});
