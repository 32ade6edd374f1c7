/** A follow-up keeps step with its source: event in, state of the simulated GitHub out. */
import { describe, expect, it } from "@jest/globals";
import type { AppInProcess } from "../helpers/app-in-process.ts";
import { statusOf } from "../helpers/enhancement-files.ts";
import { shareApp } from "../helpers/shared-app.ts";
import { openAnother, openSource, PEOPLE, type SourceOptions } from "../helpers/source-pull.ts";

const POOL = "suggestion (non-blocking): Use a connection pool instead of one connection per request.";
const RETRY = "suggestion (non-blocking): Retry uploads with backoff instead of giving up.";
const BOB = { as: PEOPLE.reviewer };
const ALICE = { as: PEOPLE.author };

let app: AppInProcess;
let count = 0;
shareApp((started) => {
  app = started;
  app.github.createBot("claude");
});

/** A source with two suggestions in it, and its follow-up. */
async function captured({
  state = "COMMENTED",
  ...options
}: SourceOptions & { state?: "COMMENTED" | "APPROVED" } = {}) {
  count += 1;
  const repository = `octo/life-${count}`;
  const source = openSource(app.github, repository, options);
  const review = source.review([POOL, RETRY], { state });
  await app.settle();
  const [followUp] = source.followUps();
  if (!followUp) throw new Error("there is no follow-up");
  const [pool, retry] = source.pull.threads.map(({ comments }) => comments[0]);
  if (!pool || !retry) throw new Error("there are no comments");
  return { repository, source, review, followUp, pool, retry, number: source.pull.number };
}
type Captured = Awaited<ReturnType<typeof captured>>;

const numbersOn = ({ source }: Captured, branch = "enhance/pr-1") =>
  source.directories(branch).map((name) => name.slice(0, 3));

describe("while the source is open", () => {
  it.each<[name: string, happens: (given: Captured) => void, reason: string]>([
    [
      "deleted",
      ({ repository, pool }) => app.github.deleteReviewComment(repository, pool.id, BOB),
      "the comment it came from was deleted",
    ],
    [
      "edited and asks no more",
      ({ repository, pool }) => app.github.editReviewComment(repository, pool.id, { ...BOB, body: "Never mind." }),
      "the comment it came from was edited and no longer asks for it",
    ],
    [
      "resolved",
      ({ repository, pool }) => app.github.resolveThread(repository, pool.id, ALICE),
      "its thread is resolved",
    ],
    [
      "answered with a fix",
      ({ repository, pool }) => void app.github.replyTo(repository, pool.id, { ...ALICE, body: "Fixed in 0a1b2c3d." }),
      "its thread says that it is done",
    ],
    [
      "declined",
      ({ repository, pool }) => void app.github.replyTo(repository, pool.id, { ...ALICE, body: "This is by design." }),
      "it was declined in its thread",
    ],
    [
      "hidden, which only the next event tells",
      ({ repository, pool, retry }) => {
        app.github.hide(pool, { ...ALICE, reason: "outdated" });
        app.github.replyTo(repository, retry.id, { ...ALICE, body: "Thanks!" });
      },
      "the comment it came from was hidden as outdated",
    ],
  ])("withdraws an item whose comment is %s", async (_name, happens, reason) => {
    const given = await captured();
    happens(given);
    await app.settle();
    expect(numbersOn(given)).toEqual(["002"]);
    expect(given.followUp.body).toContain("Withdrawn: 1");
    expect(given.followUp.body).toContain(reason);
    expect(given.followUp.title).toBe("Capture 1 suggestion from #1");
  });

  it("withdraws what a newer review of the same tool no longer raises", async () => {
    count += 1;
    const source = openSource(app.github, `octo/life-${count}`);
    const review = (...items: string[]) =>
      ["## Code review", "", "### Suggestions", "", ...items.map((item) => `- ${item}`)].join("\n");
    const POOLED = "**Connection pool**: `upload.ts` could use a pool in place of one connection per request";
    const LOGGED = "**Upload sizes**: the log could tell the size of each upload";
    for (const items of [[POOLED, LOGGED], [LOGGED]]) {
      source.review([], { as: "claude[bot]", body: review(...items) });
      await app.settle();
    }
    expect(source.directories("enhance/pr-1").map((name) => name.slice(0, 3))).toEqual(["002"]);
    expect(source.followUps()[0]?.body).toContain("a newer review by claude no longer raises it");
  });

  it("withdraws everything of a dismissed review, and closes", async () => {
    const given = await captured({ state: "APPROVED" });
    app.github.dismissReview(given.repository, given.review.id, ALICE);
    await app.settle();
    expect(given.followUp.state).toBe("closed");
    expect(given.followUp.body).toContain("its review was dismissed");
    expect(app.github.branches(given.repository)).not.toContain("enhance/pr-1");
  });

  it("takes an item back under its number when the thread is open again", async () => {
    const given = await captured();
    app.github.resolveThread(given.repository, given.pool.id, ALICE);
    await app.settle();
    app.github.unresolveThread(given.repository, given.pool.id, ALICE);
    await app.settle();
    expect(numbersOn(given)).toEqual(["001", "002"]);
    expect(given.followUp.body).not.toContain("Withdrawn");
  });

  it("brings an item up to date with its edited comment", async () => {
    const given = await captured();
    const body = "suggestion (non-blocking): Use a connection pool of at most ten connections.";
    app.github.editReviewComment(given.repository, given.pool.id, { ...BOB, body });
    await app.settle();
    expect(numbersOn(given)).toEqual(["001", "002"]);
    const files = app.github.readFiles(given.repository, "enhance/pr-1");
    const text = Object.entries(files).find(([path]) => /\/001-.*enhancement\.md$/.test(path))?.[1];
    expect(text).toContain("at most ten connections");
    expect(given.followUp.body).toContain("at most ten connections");
  });

  it("withdraws an item whose suggested lines were committed", async () => {
    count += 1;
    const repository = `octo/life-${count}`;
    const source = openSource(app.github, repository);
    const block = `Let's use a connection pool here in a follow-up.\n\n\`\`\`suggestion\nstreamed 1\n\`\`\``;
    source.review([block, RETRY]);
    await app.settle();
    const old = app.github.readFiles(repository, "upload")["src/upload.ts"] ?? "";
    const files = { "src/upload.ts": old.replace("line 1\n", "streamed 1\n") };
    app.github.commitFiles(repository, { ...ALICE, branch: "upload", files, message: "Apply" });
    await app.settle();
    expect(source.directories("enhance/pr-1").map((name) => name.slice(0, 3))).toEqual(["002"]);
    expect(source.followUps()[0]?.body).toContain("the suggested lines stand in the code");
  });

  it("keeps what a person wrote into an item, and never deletes their files", async () => {
    const given = await captured();
    const [directory = ""] = given.source.directories("enhance/pr-1");
    const notes = `enhancements/${directory}/notes.md`;
    const commit = { ...BOB, branch: "enhance/pr-1", files: { [notes]: "Ask ops first.\n" }, message: "Notes" };
    app.github.commitFiles(given.repository, commit);
    app.github.resolveThread(given.repository, given.pool.id, ALICE);
    await app.settle();
    expect(app.github.readFiles(given.repository, "enhance/pr-1")[notes]).toBe("Ask ops first.\n");
    expect(numbersOn(given)).toEqual(["001", "002"]);
  });

  it("does not propose again what a person took out", async () => {
    const given = await captured();
    const [directory = ""] = given.source.directories("enhance/pr-1");
    const files = {
      [`enhancements/${directory}/enhancement.md`]: null,
      [`enhancements/${directory}/status.json`]: null,
    };
    app.github.commitFiles(given.repository, { ...BOB, branch: "enhance/pr-1", files, message: "Not this one" });
    given.source.review(["suggestion (non-blocking): Log the size of each upload."]);
    await app.settle();
    expect(numbersOn(given)).toEqual(["002", "003"]);
    expect(given.followUp.body).toContain("taken out of this pull request");
  });

  it("gives an item another number when its own is taken on the default branch", async () => {
    const given = await captured();
    const files = { "enhancements/001-by-hand/enhancement.md": "# Enhancement: By hand\n" };
    app.github.commitFiles(given.repository, { ...ALICE, branch: "main", files, message: "By hand" });
    given.source.review(["Thanks, looks great!"]);
    await app.settle();
    expect(numbersOn(given)).toEqual(["002", "003"]);
    const texts = app.github.readFiles(given.repository, "enhance/pr-1");
    const [, text = ""] = Object.entries(texts).find(([path]) => /\/003-use.*enhancement\.md$/.test(path)) ?? [];
    expect(text).toContain("**ID**: 003");
    expect(given.followUp.body).toContain("| 003 |");
  });
});

describe("when the source ends", () => {
  it("checks each item against the merged code, and is ready, with the author asked to review", async () => {
    const given = await captured();
    app.github.mergePullRequest(given.repository, given.number, ALICE);
    await app.settle();
    expect(given.followUp.isDraft).toBe(false);
    expect(given.followUp.body).toContain("its lines merged unchanged");
    expect(given.followUp.requestedReviewers.map(({ login }) => login)).toEqual([PEOPLE.author]);
    const files = app.github.readFiles(given.repository, "enhance/pr-1");
    const status = Object.entries(files).find(([path]) => /\/001-.*status\.json$/.test(path))?.[1] ?? "{}";
    expect(JSON.parse(status)).toMatchObject({ evidence: { stillTrue: "unchanged" } });
  });

  it("closes with it, and comes back with it", async () => {
    const given = await captured();
    app.github.closePullRequest(given.repository, given.number, ALICE);
    await app.settle();
    expect(given.followUp.state).toBe("closed");
    expect(app.github.branches(given.repository)).not.toContain("enhance/pr-1");
    app.github.reopenPullRequest(given.repository, given.number, ALICE);
    await app.settle();
    expect(given.followUp.state).toBe("open");
    expect(numbersOn(given)).toEqual(["001", "002"]);
    expect(given.source.followUps()).toHaveLength(1);
  });

  it("stays where the config says so", async () => {
    const given = await captured({ config: "follow_up: { keep_when_closed: true }\n" });
    app.github.closePullRequest(given.repository, given.number, ALICE);
    await app.settle();
    expect(given.followUp.state).toBe("open");
  });

  it("is a decision when a person closes it", async () => {
    const given = await captured({ config: "enabled: true\n" });
    app.github.closePullRequest(given.repository, given.followUp.number, BOB);
    given.source.review([POOL]);
    await app.settle();
    expect(given.source.followUps()).toHaveLength(1);
  });
});

describe("how many", () => {
  it("asks once without a config, and waits for the answer", async () => {
    const given = await captured();
    const other = openAnother(app.github, given.repository, "download");
    other.review([POOL]);
    await app.settle();
    expect(given.source.followUps()).toHaveLength(1);
    app.github.closePullRequest(given.repository, given.followUp.number, BOB);
    other.review([RETRY]);
    await app.settle();
    expect(given.source.followUps()).toHaveLength(1);
  });

  it("keeps the weightiest where not all find room, and names the others", async () => {
    count += 1;
    const config = "capture:\n  max_per_pull_request: 2\n";
    const source = openSource(app.github, `octo/life-${count}`, { config });
    source.review([POOL, RETRY, "The rows could be streamed to the client; fine to do in a follow-up."]);
    await app.settle();
    const [followUp] = source.followUps();
    expect(source.directories("enhance/pr-1")).toEqual([
      "001-use-a-connection-pool-instead-of-one-connection-per-request",
      "002-stream-the-rows-to-the-client",
    ]);
    expect(followUp?.body).toContain("1 more did not fit: max_per_pull_request is 2");
    expect(followUp?.body).toContain("- [Retry uploads with backoff instead of giving up](");

    const retry = source.pull.threads[1]?.comments[0];
    app.github.replyTo(source.repository, retry?.id ?? 0, { ...BOB, body: "/enhance" });
    await app.settle();
    expect(source.directories("enhance/pr-1")).toContain("003-retry-uploads-with-backoff-instead-of-giving-up");
  });

  it("turns to the rolling follow-up when three wait", async () => {
    const given = await captured({ config: "enabled: true\n" });
    const texts = ["Cache the compiled template.", "Log the size of each upload.", "Stream the rows to the client."];
    const sources = texts.map((text, index) => {
      const other = openAnother(app.github, given.repository, `branch-${index}`);
      other.review([`suggestion (non-blocking): ${text}`]);
      return other;
    });
    await app.settle();
    expect(given.source.followUps()).toHaveLength(3);
    const last = sources.at(-1) ?? given.source;
    app.github.mergePullRequest(given.repository, last.pull.number, ALICE);
    await app.settle();
    const [, , , rolling] = given.source.followUps();
    expect(rolling).toMatchObject({ isDraft: false, head: { ref: "enhance/rolling" } });
    expect(last.directories("enhance/rolling")).toHaveLength(1);
  });

  it.each([
    ["has nothing of its own", false],
    ["has had a follow-up that we closed, for nothing was left on it", true],
  ])("makes a sighting of what another pull request raises again, which %s", async (_name, isEmptied) => {
    const given = await captured({ config: "enabled: true\n" });
    const other = openAnother(app.github, given.repository, "download");
    if (isEmptied) {
      other.review(["suggestion (non-blocking): Log the size of each upload."]);
      await app.settle();
      const [comment] = other.pull.threads[0]?.comments ?? [];
      app.github.deleteReviewComment(given.repository, comment?.id ?? 0, BOB);
      await app.settle();
      expect(other.followUps().map(({ state }) => state)).toEqual(["open", "closed"]);
    }
    other.review([POOL]);
    await app.settle();
    expect(given.source.followUps().filter(({ state }) => state === "open")).toHaveLength(1);
    const files = app.github.readFiles(given.repository, "enhance/pr-1");
    const status = Object.entries(files).find(([path]) => /\/001-.*status\.json$/.test(path))?.[1] ?? "{}";
    expect(JSON.parse(status)).toMatchObject({ sightings: [{ author: PEOPLE.reviewer }] });
  });

  it("makes two sightings of what another pull request raises again in two files", async () => {
    const { github } = app;
    const given = await captured({ config: "enabled: true\n" });
    const { repository, pull } = openAnother(github, given.repository, "download");
    const files = { "src/resume.ts": "line 1\n" };
    github.commitFiles(repository, { ...ALICE, branch: "download", files, message: "Resume" });
    const comments = ["src/download.ts", "src/resume.ts"].map((path) => ({ path, line: 1, body: POOL }));
    github.submitReview(repository, pull.number, { ...BOB, state: "COMMENTED", comments });
    await app.settle();
    expect(statusOf(github.readFiles(repository, "enhance/pr-1"), "001").sightings).toHaveLength(2);
  });
});
