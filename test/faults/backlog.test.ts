/** Numbers, branches and decisions that others touch, too: F30 to F35, F45 and F46. */
import { describe, expect, it } from "@jest/globals";
import { openAnother, type Source } from "../helpers/source-pull.ts";
import { expectWhole, POOL, RETRY, shareRig, to, type Rig } from "./rig.ts";

const BRANCH = "enhance/pr-1";

let rig: Rig;
shareRig((started) => (rig = started));

async function captured(options: Parameters<Rig["source"]>[0] = {}) {
  const source = rig.source(options);
  source.review([POOL]);
  await rig.app.settle();
  const [followUp] = source.followUps();
  if (!followUp) throw new Error("there is no follow-up");
  return { source, followUp };
}

const ids = (source: Source, branch = BRANCH) => source.directories(branch).map((name) => name.split("-")[0]);

async function again(source: Source, comments = [RETRY]) {
  source.review(comments);
  await rig.app.settle();
}

describe("a number", () => {
  it("F30 that two captures want at once is given to one of them, and the other takes the next", async () => {
    const { source } = await captured();
    const other = openAnother(rig.github, source.repository, "download");
    source.review([RETRY]);
    other.review(["suggestion (non-blocking): Log the size of each upload."]);
    await rig.app.settle();
    expect([...ids(source), ...ids(source, `enhance/pr-${other.pull.number}`)].toSorted()).toEqual([
      "001",
      "002",
      "003",
    ]);
  });

  it.each([
    ["a hand-made directory", "7-foo", "008"],
    ["three digits and more", "007-bar", "008"],
    ["four digits", "1000-x", "1001"],
    ["nothing but digits", "012", "013"],
  ])("F31 that is held by %s is not given again", async (_, name, expected) => {
    const { source } = await captured({ files: { [`enhancements/${name}/notes.md`]: "Mine.\n" } });
    expect(ids(source)).toContain(expected);
  });

  it("F31 that a follow-up had which a person closed stays burnt", async () => {
    const { source, followUp } = await captured();
    rig.github.closePullRequest(source.repository, followUp.number, { as: "bob" });
    rig.github.deleteBranch(source.repository, BRANCH, { as: "bob" });
    const other = openAnother(rig.github, source.repository, "download");
    await again(other);
    expect(ids(other, other.followUps().at(-1)?.head.ref)).toEqual(["002"]);
  });
});

describe("a branch of ours", () => {
  it("F32 with a person's commit is built upon, never over", async () => {
    const { source } = await captured();
    const files = { "enhancements/notes.md": "By hand.\n" };
    const theirs = rig.github.commitFiles(source.repository, { as: "bob", branch: BRANCH, files, message: "Notes" });
    await again(source);
    expect(ids(source).filter((id) => id !== "notes.md")).toEqual(["001", "002"]);
    expect(rig.github.log(source.repository, BRANCH).map(({ sha }) => sha)).toContain(theirs);
  });

  it("F32 that a person pushed to in the middle of a capture is read again", async () => {
    const { source } = await captured();
    const off = rig.app.simulator.onRequest({
      before(request) {
        if (!to("PATCH", "/git/refs/{ref}")(request)) return undefined;
        off();
        const files = { "enhancements/late.md": "By hand.\n" };
        rig.github.commitFiles(source.repository, { as: "bob", branch: BRANCH, files, message: "Late" });
        return undefined;
      },
    });
    await again(source);
    expect(rig.github.readFiles(source.repository, BRANCH)["enhancements/late.md"]).toBe("By hand.\n");
    expect(source.directories(BRANCH)).toHaveLength(2);
  });

  it("F32 that was deleted, and its pull request closed with it, is a decision", async () => {
    const { source } = await captured();
    rig.github.deleteBranch(source.repository, BRANCH, { as: "bob" });
    await again(source, [POOL]);
    expect(source.followUps()).toHaveLength(1);
  });

  it("F32 that was pushed back by force gets what is missing again", async () => {
    const { source } = await captured();
    await again(source);
    const [, before] = rig.github.log(source.repository, BRANCH);
    rig.github.setBranch(source.repository, BRANCH, before?.sha ?? "");
    await again(source, ["suggestion (non-blocking): Log the size of each upload."]);
    expect(source.directories(BRANCH).length).toBeGreaterThanOrEqual(2);
    expect(new Set(ids(source)).size).toBe(ids(source).length);
    expect(source.followUps()).toHaveLength(1);
  });

  it("F33 whose name somebody else took gets a suffix", async () => {
    const source = rig.source();
    rig.github.commitFiles(source.repository, { as: "bob", branch: BRANCH, files: { a: "a\n" }, message: "Mine" });
    await again(source);
    expect(source.followUps()).toMatchObject([{ head: { ref: "enhance/pr-1-2" } }]);
  });

  it("F33 that cannot be made, because a branch is called as its folder, ends the job at once and says why", async () => {
    const source = rig.source();
    rig.github.setBranch(source.repository, "enhance", rig.github.readCommit(source.repository, "main").sha);
    await again(source);
    expect(rig.jobs(source)).toEqual(["given up"]);
    expect(source.followUps()).toEqual([]);
    expect(JSON.stringify(rig.app.jobs().findLast(({ outcome }) => outcome === "given up"))).toContain(
      `refuses a commit on ${BRANCH}`,
    );
  });
});

describe("a decision", () => {
  it("F34 to close a follow-up is remembered, also by a process that has lost everything", async () => {
    const { source, followUp } = await captured();
    rig.github.closePullRequest(source.repository, followUp.number, { as: "bob" });
    await rig.app.loseQueue();
    for (const { guid } of [...rig.app.simulator.deliveries]) await rig.app.simulator.redeliver(guid);
    await again(source, [POOL]);
    expect(source.followUps().map(({ state }) => state)).toEqual(["closed"]);
  });

  it("F35 to merge a follow-up is final: a comment edited afterwards rewrites nothing that is merged", async () => {
    const { source, followUp } = await captured();
    rig.github.markReady(source.repository, followUp.number, { as: "alice" });
    rig.github.mergePullRequest(source.repository, followUp.number, { as: "alice" });
    await rig.app.settle();
    const before = rig.github.readFiles(source.repository, "main");
    const id = source.pull.threads[0]?.comments[0]?.id ?? 0;
    rig.github.editReviewComment(source.repository, id, { as: "bob", body: `${POOL} At most ten.` });
    await rig.app.settle();
    expect(rig.github.readFiles(source.repository, "main")).toEqual(before);
    expect(source.followUps().filter(({ state }) => state === "open")).toEqual([]);
  });
});

describe("files that people left", () => {
  const STATUS = '{"schemaVersion": 1, "id": "004"';
  it.each([
    ["broken", `${STATUS}, <<<<<<< HEAD`],
    ["huge", `${STATUS}, "x": "${"y".repeat(600_000)}"}`],
    ["with CRLF", `${STATUS}}\r\n`],
    ["with a BOM", `\uFEFF${STATUS}}`],
    ["in the wrong encoding", "Ã¢â‚¬â€œ {"],
    ["a list", "[]"],
    ["empty", ""],
  ])("F45 a status.json that is %s is no reason to stop, keeps its number, and every byte", async (_, text) => {
    const path = "enhancements/004-old/status.json";
    const { source } = await captured({ files: { [path]: text, "enhancements/004-old/enhancement.md": text } });
    expect(ids(source)).toEqual(["004", "005"]);
    expect(rig.github.readFiles(source.repository, BRANCH)[path]).toBe(text);
  });

  it("F45 directories that differ in case alone are both numbers that are taken", async () => {
    const files = { "enhancements/002-Cache/notes.md": "a\n", "enhancements/002-cache/notes.md": "b\n" };
    expect(ids((await captured({ files })).source)).toContain("003");
  });
});

describe("a config", () => {
  const BOMB = [
    "a: &a [x,x,x,x,x,x,x,x,x]",
    ...Array.from({ length: 8 }, (_, n) => `b${n}: &b${n} [*a,*a,*a,*a]`),
  ].join("\n");
  it.each([
    ["invalid", "mode: [pull-request\n"],
    ["of 200 KB", `# ${"x".repeat(200_000)}\n`],
    ["a bomb of aliases", `${BOMB}\n`],
    ["of another type", "- a\n- b\n"],
  ])("F46 that is %s widens nothing: no follow-up, and one note", async (_, config) => {
    const source = rig.source({ config });
    source.review([POOL]);
    await rig.app.settle();
    await again(source);
    expect(source.followUps()).toEqual([]);
    expect(rig.github.checkRuns(source.repository)).toHaveLength(1);
  });

  it("F46 on another branch than the default one is not read", async () => {
    const source = rig.source();
    const files = { ".github/enhance.yml": "enabled: false\n" };
    rig.github.commitFiles(source.repository, { as: "alice", branch: "upload", files, message: "Off" });
    source.review([POOL]);
    await rig.app.settle();
    expectWhole(rig, source);
  });

  it("F46 that is missing leaves the defaults in force", async () => {
    const { followUp } = await captured({ config: undefined as never });
    expect(followUp.head.ref).toBe(BRANCH);
  });
});
