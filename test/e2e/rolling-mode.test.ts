/** `mode: rolling`: one follow-up for all sources. */
import { describe, expect, it } from "@jest/globals";
import { parseMarker } from "../../src/core/marker.ts";
import type { AppInProcess } from "../helpers/app-in-process.ts";
import { statusOf } from "../helpers/enhancement-files.ts";
import { shareApp } from "../helpers/shared-app.ts";
import { openAnother, openSource, PEOPLE, type Source } from "../helpers/source-pull.ts";

const SIZE = "suggestion (non-blocking): Log the size of each upload.";
const RETRY = "suggestion (non-blocking): Retry a broken transfer with exponential backoff.";
const ROLLING = "enhance/rolling";
const config = "mode: rolling\n";

let app: AppInProcess;
shareApp((started) => (app = started));

async function ask(source: Source): Promise<void> {
  const [root] = source.pull.threads[0]?.comments ?? [];
  app.github.replyTo(source.repository, root?.id ?? 0, { as: PEOPLE.reviewer, body: "/enhance" });
  await app.settle();
}

/** As a rule of the repository does. */
function refuseDeletion(simulator: AppInProcess["simulator"]): () => void {
  const body = JSON.stringify({ message: "Cannot delete this branch" });
  const answer = { status: 422, headers: { "content-type": "application/json" }, body };
  return simulator.onRequest({ before: ({ method }) => (method === "DELETE" ? { answer } : undefined) });
}

/** The process ends before the request that closes a pull request: its body says already that it is closed. */
async function dieBeforeClosing(meanwhile: () => void = () => undefined): Promise<void> {
  let changes = 0;
  const off = app.simulator.onRequest({
    async before({ method, route }) {
      if (method !== "PATCH" || !route.includes("/pulls/") || ++changes !== 2) return undefined;
      meanwhile();
      await app.kill();
      return { drop: true };
    },
  });
  await app.settle();
  off();
  expect(changes).toBeGreaterThan(1);
}

/** The process ends between the opening of a pull request and its label. */
async function dieBeforeLabelling(meanwhile: () => void = () => undefined): Promise<void> {
  const off = app.simulator.onRequest({
    async before({ method, route }) {
      if (method !== "POST" || !route.endsWith("/labels")) return undefined;
      off();
      meanwhile();
      await app.kill();
      return { drop: true };
    },
  });
  await app.settle();
}

const statusOn = (repository: string, id: string) => statusOf(app.github.readFiles(repository, ROLLING), id);

describe("rolling mode", () => {
  it("takes the same suggestion of another source as a sighting", async () => {
    const { github } = app;
    const repository = "octo/rolling-twins";
    const one = openSource(github, repository, { config });
    const other = openAnother(github, repository, "download");
    for (const source of [one, other]) {
      source.review([RETRY]);
      github.mergePullRequest(repository, source.pull.number, { as: PEOPLE.author });
      await app.settle();
    }
    expect(one.directories(ROLLING)).toHaveLength(1);
    expect(statusOn(repository, "001").sightings).toHaveLength(1);
  });

  it.each([
    ["", "closed"],
    [", where no branch may be deleted", "undeleted"],
  ])("gives up what a closed source asked for, and takes it back when that reopens%s", async (_, name) => {
    const { github, simulator } = app;
    const repository = `octo/rolling-${name}`;
    const off = name === "undeleted" ? refuseDeletion(simulator) : () => undefined;
    const source = openSource(github, repository, { config });
    source.review([SIZE]);
    await ask(source);
    expect(source.directories(ROLLING)).toHaveLength(1);

    github.closePullRequest(repository, source.pull.number, { as: PEOPLE.author });
    await app.settle();
    const [followUp, ...others] = source.followUps();
    expect(others).toEqual([]);
    expect(followUp).toMatchObject({ state: "closed", mergedAt: null });
    expect(followUp?.body).toMatch(/^> Nothing is left to merge here/);
    expect(github.branches(repository).includes(ROLLING)).toBe(name === "undeleted");

    github.reopenPullRequest(repository, source.pull.number, { as: PEOPLE.author });
    await app.settle();
    expect(source.directories(ROLLING)).toHaveLength(1);
    expect(source.followUps().filter(({ state }) => state === "open")).toHaveLength(1);
    off();
  });

  it("keeps what other sources carry when one is closed", async () => {
    const { github } = app;
    const repository = "octo/rolling-two";
    const one = openSource(github, repository, { config });
    const other = openAnother(github, repository, "download");
    one.review([SIZE]);
    other.review([RETRY]);
    for (const source of [one, other]) await ask(source);
    github.closePullRequest(repository, one.pull.number, { as: PEOPLE.author });
    await app.settle();
    expect(one.directories(ROLLING)).toEqual(["002-retry-a-broken-transfer-with-exponential-backoff"]);
    expect(one.followUps()[0]?.state).toBe("open");
  });

  it("says once that it closes, though it was stopped before it could", async () => {
    const { github } = app;
    const repository = "octo/rolling-stopped";
    const source = openSource(github, repository, { config });
    source.review([SIZE]);
    await ask(source);
    github.closePullRequest(repository, source.pull.number, { as: PEOPLE.author });
    await dieBeforeClosing();
    expect(source.followUps()[0]?.state).toBe("closed");
    expect(source.followUps()[0]?.body.match(/Nothing is left to merge here/g)).toHaveLength(1);
  });

  it("tells again what it holds, where its source reopened before it could be closed", async () => {
    const { github } = app;
    const repository = "octo/rolling-rescued";
    const source = openSource(github, repository, { config });
    source.review([SIZE]);
    await ask(source);
    const before = source.followUps()[0]?.body;
    github.closePullRequest(repository, source.pull.number, { as: PEOPLE.author });
    await dieBeforeClosing(() => github.reopenPullRequest(repository, source.pull.number, { as: PEOPLE.author }));
    expect(source.followUps().map(({ state }) => state)).toEqual(["open"]);
    expect(source.followUps()[0]?.body).toBe(before);

    github.closePullRequest(repository, source.followUps()[0]?.number ?? 0, { as: PEOPLE.author });
    source.review([RETRY]);
    await app.settle();
    expect(source.followUps().map(({ state }) => state)).toEqual(["closed"]);
  });

  it("tells what it holds, though it was stopped between the commit and the text", async () => {
    const { github, simulator } = app;
    const repository = "octo/rolling-untold";
    const source = openSource(github, repository, { config });
    const other = openAnother(github, repository, "download");
    source.review([SIZE]);
    await ask(source);
    const off = simulator.onRequest({
      async after({ method, path }) {
        if (method !== "PATCH" || !decodeURIComponent(path).endsWith(`/heads/${ROLLING}`)) return undefined;
        off();
        await app.kill();
        return { drop: true };
      },
    });
    other.review([RETRY]);
    github.mergePullRequest(repository, other.pull.number, { as: PEOPLE.author });
    await app.settle();
    const [followUp] = source.followUps();
    expect(followUp?.body).toContain("Retry a broken transfer");

    github.closePullRequest(repository, followUp?.number ?? 0, { as: PEOPLE.author });
    github.deleteBranch(repository, ROLLING, { as: PEOPLE.author });
    other.review(["suggestion (non-blocking): Count the uploads that were refused, in a follow-up."]);
    await app.settle();
    expect(source.directories(ROLLING)).toEqual(["003-count-the-uploads-that-were-refused"]);
  });

  it("says no word of a comment that was deleted, when nothing else is left", async () => {
    const { github } = app;
    const source = openSource(github, "octo/rolling-deleted", { config });
    source.review([SIZE]);
    await ask(source);
    const [root] = source.pull.threads[0]?.comments ?? [];
    github.deleteReviewComment(source.repository, root?.id ?? 0, { as: PEOPLE.reviewer });
    await app.settle();
    const [followUp] = source.followUps();
    expect(followUp).toMatchObject({ state: "closed", body: expect.not.stringMatching(/log the size/i) as unknown });
    expect(parseMarker(followUp?.body ?? "")?.items).toMatchObject([{ title: "", path: null }]);
  });

  it("tells a source of its own items only", async () => {
    const { github } = app;
    const repository = "octo/rolling-own";
    const source = openSource(github, repository, { config: `${config}follow_up: { comment_on_source: true }\n` });
    const other = openAnother(github, repository, "download");
    source.review([SIZE]);
    await ask(source);
    other.review([RETRY]);
    await app.settle();
    github.comment(repository, other.pull.number, { as: PEOPLE.reviewer, body: "/enhance" });
    await app.settle();
    const said = other.pull.comments.map(({ body }) => body).join("\n");
    expect(said).toContain("1 suggestion kept for later");
    expect(said).toMatch(/Captured in #\d+: 002 Retry/);
    expect(said).not.toContain("Log the size");
  });

  it("stays open for what a person added without a status", async () => {
    const { github } = app;
    const repository = "octo/rolling-guest";
    const source = openSource(github, repository, { config });
    const other = openAnother(github, repository, "download");
    source.review([SIZE]);
    await ask(source);
    const files = { "enhancements/900-by-hand/enhancement.md": "# By hand\n" };
    github.commitFiles(repository, { as: PEOPLE.author, branch: ROLLING, files, message: "Add one" });
    other.review([RETRY]);
    await ask(other);
    for (const { pull } of [source, other]) {
      github.closePullRequest(repository, pull.number, { as: PEOPLE.author });
      await app.settle();
    }
    expect(source.directories(ROLLING)).toEqual(["900-by-hand"]);
    expect(source.followUps().map(({ state }) => state)).toEqual(["open"]);
  });

  it("gives what a person edited a number that is free, where its own was taken before its source closed", async () => {
    const { github } = app;
    const repository = "octo/rolling-renumbered";
    const source = openSource(github, repository, { config });
    const note = (name: string) => ({ [`enhancements/${name}/enhancement.md`]: "# By hand\n" });
    github.commitFiles(repository, { as: PEOPLE.author, branch: "main", files: note("001-first"), message: "Add" });
    source.review([SIZE]);
    await ask(source);
    expect(source.directories(ROLLING)).toEqual(["001-first", "002-log-the-size-of-each-upload"]);
    const path = "enhancements/002-log-the-size-of-each-upload/enhancement.md";
    const text = github.readFiles(repository, ROLLING)[path] ?? "";
    const files = { [path]: `${text}\nIn bytes.\n` };
    github.commitFiles(repository, { as: PEOPLE.author, branch: ROLLING, files, message: "Say how" });
    github.commitFiles(repository, { as: PEOPLE.author, branch: "main", files: note("002-second"), message: "Add" });
    github.closePullRequest(repository, source.pull.number, { as: PEOPLE.author });
    await app.settle();
    expect(source.directories(ROLLING)).toContain("003-log-the-size-of-each-upload");
  });

  it.each(["merged", "closed"])(
    "goes on where a person wrote on a branch that was %s, and left it there",
    async (how) => {
      const { github } = app;
      const repository = `octo/rolling-left-${how}`;
      const source = openSource(github, repository, { config });
      const other = openAnother(github, repository, "download");
      source.review([SIZE]);
      await ask(source);
      const path = "enhancements/001-log-the-size-of-each-upload/enhancement.md";
      const text = github.readFiles(repository, ROLLING)[path] ?? "";
      const files = { [path]: `${text}\nIn bytes.\n` };
      github.commitFiles(repository, { as: PEOPLE.author, branch: ROLLING, files, message: "Say how" });
      const end = how === "merged" ? github.mergePullRequest : github.closePullRequest;
      end(repository, source.followUps()[0]?.number ?? 0, { as: PEOPLE.author });
      await app.settle();

      other.review([RETRY]);
      await ask(other);
      expect(source.directories(ROLLING).at(-1)).toBe("002-retry-a-broken-transfer-with-exponential-backoff");
      expect(source.directories(ROLLING)).toHaveLength(how === "merged" ? 2 : 1);
      expect(source.followUps().map(({ state }) => state)).toEqual(["closed", "open"]);
    },
  );

  it.each([
    ["the pull request that was closed", "declined"],
    ["an item that was taken out of it", "taken-out"],
  ])("does not propose again what a person declined: %s", async (_, name) => {
    const { github } = app;
    const repository = `octo/rolling-${name}`;
    const one = openSource(github, repository, { config });
    const other = openAnother(github, repository, "download");
    one.review([SIZE]);
    await ask(one);
    const [first] = one.followUps();
    if (name === "declined") github.closePullRequest(repository, first?.number ?? 0, { as: PEOPLE.author });
    else {
      const paths = Object.keys(github.readFiles(repository, ROLLING)).filter((path) => path.includes("/001-"));
      const files = Object.fromEntries(paths.map((path) => [path, null]));
      github.commitFiles(repository, { as: PEOPLE.author, branch: ROLLING, files, message: "Not this one" });
    }
    other.review([RETRY]);
    await ask(other);
    one.review(["suggestion (non-blocking): Count the uploads that were refused, in a follow-up."]);
    github.mergePullRequest(repository, one.pull.number, { as: PEOPLE.author });
    await app.settle();
    expect(one.directories(ROLLING)).toEqual([
      "002-retry-a-broken-transfer-with-exponential-backoff",
      "003-count-the-uploads-that-were-refused",
    ]);
  });

  it("does not propose again what a person closed before it had its label", async () => {
    const { github } = app;
    const source = openSource(github, "octo/rolling-unlabelled", { config });
    source.review([RETRY, SIZE]);
    github.mergePullRequest(source.repository, source.pull.number, { as: PEOPLE.author });
    await dieBeforeLabelling(() => {
      const [followUp] = source.followUps();
      expect(followUp).toMatchObject({ state: "open", labels: [] });
      github.closePullRequest(source.repository, followUp?.number ?? 0, { as: PEOPLE.author });
    });
    expect(source.followUps().map(({ state }) => state)).toEqual(["closed"]);
  });

  it("is given its label after a stop between its opening and that", async () => {
    const { github } = app;
    const source = openSource(github, "octo/rolling-late-label", { config });
    source.review([RETRY]);
    github.mergePullRequest(source.repository, source.pull.number, { as: PEOPLE.author });
    await dieBeforeLabelling();
    const labels = source.followUps().map((each) => each.labels.map(({ name }) => name));
    expect(labels).toEqual([["enhancement-capture"]]);
  });

  it("is not needed by another follow-up, where somebody else took its branch", async () => {
    const { github } = app;
    const source = openSource(github, "octo/rolling-taken");
    const files = { "NOTES.md": "Mine.\n" };
    github.commitFiles(source.repository, { as: PEOPLE.author, branch: ROLLING, files, message: "Mine" });
    source.review(["suggestion (non-blocking): Log the size of each upload, in a follow-up."]);
    await app.settle();
    expect(source.directories("enhance/pr-1")).toHaveLength(1);
    github.closePullRequest(source.repository, source.pull.number, { as: PEOPLE.author });
    await app.settle();
    expect(source.followUps().map(({ state }) => state)).toEqual(["closed"]);
  });
});
