/** Somebody else's commit on a branch of ours: what needs the branch says what to do about it, and all else is done. */
import { beforeEach, describe, expect, it } from "@jest/globals";
import type { AppInProcess } from "../helpers/app-in-process.ts";
import { enhancementFiles, statusOf } from "../helpers/enhancement-files.ts";
import { shareApp } from "../helpers/shared-app.ts";
import { openAnother, openSource, PEOPLE, type Source } from "../helpers/source-pull.ts";

const POOL = "suggestion (non-blocking): Use a connection pool instead of one connection per request, in a follow-up.";
const SIZE = "suggestion (non-blocking): Log the size of each upload, in a follow-up.";
const RETRY = "suggestion (non-blocking): Retry a broken transfer with exponential backoff, in a follow-up.";
const TITLE = "Use a connection pool instead of one connection per request";
const ROLLING = "enhance/rolling";
const HEADER = "enhancements/007-pool/enhancement.md";
const BOB = { as: PEOPLE.reviewer };
/** What is said of it in text and in Markdown. */
const HOLDS = "the branch enhance/rolling holds somebody else's commit: rename that branch, or delete it";
const TAKEN =
  /somebody else's commit is on `enhance\/rolling`, where it has to write; rename that branch, or delete it/;

let app: AppInProcess;
let source: Source;
let count = 0;

/** A repository with 007 on its default branch, an open pull request, and a branch `enhance/rolling` of somebody. */
function prepare(config: string): void {
  count += 1;
  const files = enhancementFiles({ slug: "pool", title: TITLE, status: "not-started" });
  source = openSource(app.github, `octo/taken-${count}`, { config, files });
  take(ROLLING);
}

function take(branch: string): void {
  const files = { "NOTES.md": "Mine.\n" };
  app.github.commitFiles(source.repository, { as: PEOPLE.author, branch, files, message: "Mine" });
}

async function giveBack(branch = ROLLING): Promise<void> {
  app.github.deleteBranch(source.repository, branch, { as: PEOPLE.author });
  await app.settle();
}

async function say(body: string, { pull } = source): Promise<string> {
  app.github.comment(source.repository, pull.number, { ...BOB, body });
  await app.settle();
  return pull.comments.at(-1)?.body ?? "";
}

async function review(comments: string[]): Promise<void> {
  source.review(comments);
  await app.settle();
}

const read = (branch: string) => app.github.readFiles(source.repository, branch);
const followUp = () => source.followUps().find(({ state }) => state === "open");
const told = ({ pull } = source) => pull.comments.map(({ body }) => body);

describe("what needs no commit on a rolling branch that somebody else took", () => {
  shareApp((started) => (app = started));
  beforeEach(() => {
    prepare("enabled: true\n");
  });

  it.each([
    ["/enhance help", /`\/enhance merge/],
    ["/enhance list", /\| 007 \|[^|]*\| not-started \|/],
    ["/enhance show 7", /\*\*007: Use a connection pool/],
    ["/enhance start 7", /007 is started on the branch `enhancement\/007-pool`/],
  ])("is answered: %s", async (command, answer) => {
    expect(await say(command)).toMatch(answer);
  });

  it.each(["Implements enhancement 999", "Nothing of ours."])("is done: a pull request says %s", async (body) => {
    app.github.commitFiles(source.repository, { ...BOB, branch: "other", files: { "a.ts": "a\n" }, message: "A" });
    const pull = app.github.openPullRequest(source.repository, { ...BOB, head: "other", title: "A", body });
    await app.settle();
    expect(pull.comments).toEqual([]);
  });

  it("is done beside what is refused, with the remedy: commands", async () => {
    await review([SIZE]);
    const answer = await say("/enhance reject 007 no\n/enhance priority 008 high\n/enhance merge 008 into 007");
    const refused = answer.match(/`\/enhance [a-z]+ \d+` is not done: the branch `enhance\/rolling`[^\n]*/g);
    expect(refused?.map((line) => line.slice(0, 23))).toEqual(["`/enhance reject 007` i", "`/enhance merge 008` is"]);
    expect(refused?.[0]).toContain("Rename that branch, or delete it, and write the command again.");
    expect(statusOf(read("enhance/pr-1"), "008")).toMatchObject({ priority: "high" });
    await giveBack();
    expect(await say("/enhance reject 007 no")).toContain("is now rejected");
    expect(statusOf(read(ROLLING))).toMatchObject({ status: "rejected" });
  });

  it("is captured beside what is known, which is noted once the branch is given back", async () => {
    await review([POOL, SIZE]);
    expect(source.directories("enhance/pr-1").at(-1)).toBe("008-log-the-size-of-each-upload");
    expect(followUp()?.body).toMatch(new RegExp(`connection pool[^\n]*: known already, but not noted: ${HOLDS}`));
    await giveBack();
    await say("/enhance");
    expect(followUp()?.body).not.toContain("known already");
    expect(statusOf(read(ROLLING)).sightings).toHaveLength(1);
  });

  it("is captured beside what a source asks for again that is rejected, from when the mode was another", async () => {
    app.github.commitFiles(source.repository, {
      ...{ ...BOB, branch: "main", message: "Commit" },
      files: { ".github/enhance.yml": "mode: commit\n" },
    });
    await review(["suggestion (non-blocking): Log the size of each upload."]);
    const root = source.pull.threads[0]?.comments[0]?.id ?? 0;
    app.github.resolveThread(source.repository, root, BOB);
    await app.settle();
    expect(statusOf(read("main"), "008")).toMatchObject({ status: "rejected" });
    const files = { ".github/enhance.yml": "mode: pull-request\n" };
    app.github.commitFiles(source.repository, { ...BOB, branch: "main", files, message: "Propose" });
    app.github.unresolveThread(source.repository, root, BOB);
    await review([RETRY]);
    expect(source.directories("enhance/pr-1").at(-1)).toMatch(/^009-retry/);
    expect(followUp()?.body).toMatch(new RegExp(`Log the size[^\n]*: known already, but not noted: ${HOLDS}`));
    await giveBack();
    await say("/enhance");
    expect(statusOf(read(ROLLING), "008")).toMatchObject({ status: "not-started" });
  });

  it("is noted later where nothing else is to be captured, and whoever asks is told why", async () => {
    await review([POOL]);
    expect(told()).toEqual([]);
    expect(app.jobs().at(-1)).toMatchObject({
      outcome: "unchanged",
      reason: expect.stringContaining(HOLDS) as unknown,
    });
    expect(await say("/enhance")).toContain(`already. Not all of it is noted: known already, but not noted: ${HOLDS}`);
  });
});

describe("what needs a commit on a branch that somebody else took is given up at once, and told:", () => {
  shareApp((started) => (app = started), { mayFail: true });
  const givenUp = () => app.jobs().filter(({ repo, outcome }) => repo === source.repository && outcome === "given up");
  const expectOneAttempt = () => {
    expect(givenUp().map(({ attempt }) => attempt)).toEqual([1]);
  };

  it("a capture in rolling mode, until the branch is given back", async () => {
    prepare("mode: rolling\n");
    await review([SIZE]);
    expect(givenUp()).toEqual([]);
    app.github.mergePullRequest(source.repository, source.pull.number, BOB);
    await app.settle();
    expectOneAttempt();
    expect(told()).toEqual([expect.stringMatching(TAKEN)]);
    expect(await say("/enhance help")).toContain("/enhance merge");
    expect(await say("/enhance")).toContain(`Nothing was captured: ${HOLDS}.`);
    expectOneAttempt();
    await giveBack();
    expect(await say("/enhance")).toMatch(/Captured in #\d+: 008/);
  });

  it("a status that a pull request moves", async () => {
    prepare("enabled: true\n");
    const other = openAnother(app.github, source.repository, "enhancement/007-pool");
    await app.settle();
    expectOneAttempt();
    expect(told(other)).toEqual([expect.stringMatching(TAKEN)]);
    expect(told(other)[0]).toContain("`/enhance status <id> <status>` sets a status that did not follow");
  });

  it("a header that a person edited, on the pushed commit", async () => {
    prepare("enabled: true\n");
    const files = { [HEADER]: (read("main")[HEADER] ?? "").replace("**Priority**: medium", "**Priority**: high") };
    const sha = app.github.commitFiles(source.repository, { ...BOB, branch: "main", files, message: "High" });
    await app.settle();
    expectOneAttempt();
    const [check] = app.github.checkRuns(source.repository);
    expect(check).toMatchObject({ conclusion: "failure", headSha: sha });
    expect(check?.output.summary).toContain(`\`${HEADER}\`: ${HOLDS}. *Then edit the header once more.*`);
  });

  it("a capture all of whose branch names are taken", async () => {
    prepare("enabled: true\n");
    for (const suffix of ["", "-2", "-3", "-4"]) take(`enhance/pr-1${suffix}`);
    await review([SIZE]);
    expectOneAttempt();
    expect(told()[0]).toMatch(
      /commit is on `enhance\/pr-1`, [^;]*`enhance\/pr-1-4`, where it has to write; rename one/,
    );
    await giveBack("enhance/pr-1-2");
    expect(await say("/enhance")).toMatch(/Captured in #\d+: 008/);
  });
});
