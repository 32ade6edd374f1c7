/** Reviews that are long, hostile, or change while they are read: F40 to F43, F47 and F48. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "@jest/globals";
import type { Source } from "../helpers/source-pull.ts";
import { capResources } from "../simulator/resources.ts";
import { expectWhole, operation, POOL, RETRY, shareRig, to, type Rig } from "./rig.ts";

/** What the pull request of a source adds. */
const CHANGED = "src/upload.ts";
const ROOT = path.join(import.meta.dirname, "..", "..");

let rig: Rig;
shareRig((started) => (rig = started));

const BOB = { as: "bob" };
const firstOf = ({ pull }: Source) => pull.threads[0]?.comments[0]?.id ?? 0;

/** A review of so many comments, of which the last alone asks for something. */
function reviewOf(count: number): Source {
  const source = rig.source();
  const comments = Array.from({ length: count }, (_, index) => ({
    ...{ path: CHANGED, line: (index % 1_000) + 1 },
    body: index === count - 1 ? POOL : `praise: number ${index} is neat`,
  }));
  rig.github.submitReview(source.repository, 1, { ...BOB, state: "COMMENTED", body: "", comments });
  return source;
}

describe("a review", () => {
  it("F40 of 0 comments makes nothing", async () => {
    const source = rig.source();
    source.review([], { body: "Looks good." });
    await rig.app.settle();
    expect(source.followUps()).toEqual([]);
  });

  it.each([1, 100, 101, 500])("F40 of %i comments is read to the last one", async (count) => {
    const source = reviewOf(count);
    await rig.app.settle();
    expectWhole(rig, source);
  });

  it.each([
    ["at once", false, 1],
    ["in time", true, 3],
  ])("F40 of 150 comments, more than GitHub answers %s, is read to the last one", async (_, isLate, asked) => {
    const { hits, off } = capResources(rig.app.simulator, { mostObjects: 300, isLate });
    const source = reviewOf(150);
    await rig.app.settle();
    off();
    expect(hits).toEqual(Array<string>(asked).fill("Snapshot"));
    expect(rig.jobs(source)).toEqual(["captured"]);
    expectWhole(rig, source);
  });

  it("F40 whose pages change between the reading of them is complete, and without doubles", async () => {
    const source = reviewOf(150);
    let isDone = false;
    const off = rig.app.simulator.onRequest({
      after(request) {
        if (isDone || !operation("Snapshot")(request)) return undefined;
        isDone = true;
        rig.github.deleteReviewComment(source.repository, firstOf(source), BOB);
        source.review([RETRY]);
        return undefined;
      },
    });
    await rig.app.settle();
    off();
    expect(source.directories("enhance/pr-1")).toHaveLength(2);
  });

  it.each([
    ["of 65,536 characters", `${POOL}\n\n${"Ä long story. ".repeat(5_000)}`.slice(0, 65_536)],
    ["of 65,536 characters outside the BMP", `${POOL}\n\n${"𝒳".repeat(32_000)}`],
    ["with nothing but its mark", "suggestion (non-blocking): "],
  ])("F41 with a comment %s is captured or left, and the body stays within GitHub's bounds", async (_, body) => {
    const source = rig.source();
    source.review([body, RETRY]);
    await rig.app.settle();
    const [followUp] = source.followUps();
    expect(followUp?.body.length).toBeLessThan(65_536);
    expect(source.directories("enhance/pr-1").length).toBeGreaterThan(0);
  });

  it.each<[string, (source: Source) => void]>([
    [
      "edited away",
      ({ repository, pull }) =>
        rig.github.editReviewComment(repository, pull.threads[0]?.comments[0]?.id ?? 0, {
          ...BOB,
          body: "Never mind.",
        }),
    ],
    ["deleted", (source) => rig.github.deleteReviewComment(source.repository, firstOf(source), BOB)],
    ["resolved", (source) => rig.github.resolveThread(source.repository, firstOf(source), { as: "alice" })],
  ])(
    "F42 whose comment is %s while the job waits, or while it runs, is captured as it stands in the end",
    async (_, act) => {
      const early = rig.source();
      early.review([POOL, RETRY]);
      await rig.app.simulator.settle();
      act(early);
      await rig.app.settle();
      expect(early.directories("enhance/pr-1")).toHaveLength(1);

      const late = rig.source();
      late.review([POOL, RETRY]);
      const off = rig.app.simulator.onRequest({
        before(request) {
          if (!to("POST", "/git/trees")(request)) return undefined;
          off();
          act(late);
          return undefined;
        },
      });
      await rig.app.settle();
      expect(late.directories("enhance/pr-1")).toHaveLength(1);
    },
  );

  it("F42 whose author's account is gone by the time it is read is no crash", async () => {
    const source = rig.source();
    rig.github.createUser("carol");
    rig.github.setRole(source.repository, "carol", "write");
    source.review([POOL], { as: "carol" });
    await rig.app.simulator.settle();
    rig.github.deleteUser("carol");
    source.review([RETRY]);
    await rig.app.settle();
    expect(rig.jobs(source).every((outcome) => outcome === "captured" || outcome === "unchanged")).toBe(true);
  });
});

describe("a command", () => {
  const answers = ({ pull }: Source) =>
    pull.comments.filter(({ author }) => author.login.endsWith("[bot]")).map(({ body }) => body);

  it.each([
    ["at the start of a line", "/enhance list", 1],
    ["with CRLF around it", "Hello\r\n/enhance list\r\nThanks", 1],
    ["twice in one comment", "/enhance list\n/enhance list", 1],
    ["in a code block", "```\n/enhance list\n```", 0],
    ["in a quote", "> /enhance list", 0],
    ["in an HTML comment", "<!--\n/enhance list\n-->", 0],
    ["in code", "`/enhance list`", 0],
    ["in the middle of a line", "please /enhance list", 0],
    ["with a full-width slash", "／enhance list", 0],
  ])("F43 %s (%j) is run in %i answers", async (_, body, count) => {
    const source = rig.source();
    rig.github.comment(source.repository, 1, { ...BOB, body });
    await rig.app.settle();
    expect(answers(source).filter((answer) => !answer.includes("was not run"))).toHaveLength(count);
  });

  it("F43 that is edited in by its author is answered, and by nobody else", async () => {
    const source = rig.source();
    const { id } = rig.github.comment(source.repository, 1, { ...BOB, body: "Hello" });
    rig.github.editComment(source.repository, id, { as: "alice", body: "/enhance list" });
    await rig.app.settle();
    expect(answers(source)).toHaveLength(0);
    const own = rig.github.comment(source.repository, 1, { ...BOB, body: "Hello" });
    rig.github.editComment(source.repository, own.id, { ...BOB, body: "/enhance list" });
    await rig.app.settle();
    expect(answers(source)).toHaveLength(1);
  });
});

describe("what a capture needs", () => {
  it("F47 does not apply: no model is called, so that none can be late or wrong", () => {
    const { dependencies } = JSON.parse(readFileSync(path.join(ROOT, "package.json"), "utf8")) as {
      dependencies: object;
    };
    expect(Object.keys(dependencies).filter((name) => /^(?:ai|openai)$|anthropic|langchain/.test(name))).toEqual([]);
    const sources = readdirSync(path.join(ROOT, "src"), { recursive: true, encoding: "utf8" }).filter((file) =>
      file.endsWith(".ts"),
    );
    const callers = sources.filter((file) =>
      /api\.(?:openai|anthropic)\.com/.test(readFileSync(path.join(ROOT, "src", file), "utf8")),
    );
    expect(callers).toEqual([]);
  });

  it.each([
    ["brackets", "[".repeat(60_000)],
    ["quotes", `${">".repeat(30_000)} ${POOL}`],
    ["emphasis", "*a_".repeat(20_000)],
    ["tags", "<a ".repeat(20_000)],
  ])("F48 60,000 characters of %s stall nothing: the job ends, and what else was said is captured", async (_, bomb) => {
    const source = rig.source();
    source.review([bomb, RETRY]);
    const { user } = process.cpuUsage();
    await rig.app.settle();
    expect((process.cpuUsage().user - user) / 1_000).toBeLessThan(5_000);
    expect(source.directories("enhance/pr-1").length).toBeGreaterThan(0);
  });
});
