/** What is told of commands afterwards: in the follow-up's text, in the answer, and in the log of its branch. */
import { describe, expect, it } from "@jest/globals";
import type { AppInProcess } from "../helpers/app-in-process.ts";
import { shareApp } from "../helpers/shared-app.ts";
import { openSource, PEOPLE } from "../helpers/source-pull.ts";

const POOL = "suggestion (non-blocking): Use a connection pool instead of one connection per request.";
const RETRY = "suggestion (non-blocking): Retry uploads with backoff instead of giving up.";
const BOB = { as: PEOPLE.reviewer };

let app: AppInProcess;
let count = 0;
shareApp((started) => {
  app = started;
});

async function captured() {
  count += 1;
  const source = openSource(app.github, `octo/told-${count}`, { config: "enabled: true\n" });
  source.review([POOL, RETRY]);
  await app.settle();
  const { repository } = source;
  const [followUp] = source.followUps();
  if (!followUp) throw new Error("there is no follow-up");
  const say = async (body: string, pull = followUp) => {
    app.github.comment(repository, pull.number, { ...BOB, body });
    await app.settle();
    return pull.comments.at(-1)?.body.split("\n").slice(1).join("\n").trim() ?? "";
  };
  return { source, followUp, say };
}

describe("what commands did", () => {
  it("is told of one that was merged into another, in both places", async () => {
    const { followUp, say } = await captured();
    await say("/enhance merge 002 into 001");
    expect(followUp.body).toMatch(/^- 002 Retry uploads .+: merged into 001$/m);
    expect(followUp.body).toMatch(/^\| 001 \| .+; 002 is merged into it \|/m);
  });

  it("is told of a status without a redaction that came after it", async () => {
    const { followUp, say } = await captured();
    await say("/enhance status 002 completed shipped in 2.1\n/enhance redact 002");
    expect(followUp.body).toContain("(completed: shipped in 2.1) |");
  });
});

describe("the answer to create", () => {
  it("names what was created, and nothing else that the follow-up carries", async () => {
    const { source, say } = await captured();
    const answer = await say('/enhance create "Own idea"\n/enhance create "Another one"', source.pull);
    expect(answer).toBe("Captured in #2: 003 Own idea.\n\nCaptured in #2: 004 Another one.");
  });
});

describe("the answer to list and show", () => {
  it.each([
    [
      "a capture",
      '/enhance create "Own idea"\n/enhance list',
      ["| 003 | Own idea | not-started, not merged yet | medium |"],
    ],
    ["a capture below it", '/enhance list\n/enhance create "Own idea"', ["| 003 | Own idea |"]],
    ["changes", "/enhance reject 001 no\n/enhance priority 002 low\n/enhance list", ["| rejected, not", "| low |"]],
    ["a change, of one", "/enhance reject 001 too much\n/enhance show 001", ["- status: rejected (too much)"]],
  ])("is how it stands after %s in the same comment", async (_name, body, lines) => {
    const { source, say } = await captured();
    const answer = await say(body, source.pull);
    for (const line of lines) expect(answer.split("\n\n").at(-1)).toContain(line);
  });
});

describe("the link in the answer to show", () => {
  type Told = Awaited<ReturnType<typeof captured>>;
  /** Merges whatever of ours is open, and deletes its branch. */
  const merge = async ({ source }: Told) => {
    for (const { number, head } of source.followUps().filter(({ state }) => state === "open")) {
      app.github.markReady(source.repository, number, BOB);
      app.github.mergePullRequest(source.repository, number, BOB);
      app.github.deleteBranch(source.repository, head.ref, BOB);
      await app.settle();
    }
  };

  it.each<[name: string, prepare: (told: Told) => Promise<unknown>]>([
    ["proposed by a follow-up", () => Promise.resolve()],
    ["merged", merge],
    [
      "merged and changed on the rolling follow-up",
      async (told) => {
        await merge(told);
        await told.say("/enhance approve 001", told.source.pull);
      },
    ],
  ])("leads to a file that is there and stays there, of what is %s", async (_name, prepare) => {
    const told = await captured();
    await prepare(told);
    const answer = await told.say("/enhance show 001", told.source.pull);
    const [, commit = "", file = ""] = /\/blob\/([^/]+)\/([^)]+)\)/.exec(answer) ?? [];
    expect(app.github.readFiles(told.source.repository, commit)[file]).toContain("Use a connection pool");
    await merge(told);
    expect(app.github.readFiles(told.source.repository, commit)[file]).toContain("Use a connection pool");
  });
});

describe("the log of a follow-up's branch", () => {
  it("says what was done, as a rebase keeps it", async () => {
    const { source, followUp, say } = await captured();
    await say('/enhance create "Own idea"', source.pull);
    await say("/enhance defer 001\n/enhance merge 003 into 001\n/enhance reject 099");
    const [, retry] = source.pull.threads;
    app.github.editReviewComment(source.repository, retry?.comments[0]?.id ?? 0, { ...BOB, body: `${RETRY} Soon.` });
    await app.settle();
    app.github.resolveThread(source.repository, retry?.comments[0]?.id ?? 0, BOB);
    await app.settle();
    const log = app.github.log(source.repository, followUp.head.ref).map(({ message }) => message);
    expect(log.filter((message) => message.startsWith("docs("))).toEqual([
      "docs(enhancements): withdraw 002 for pull request 1",
      "docs(enhancements): update 002 for pull request 1",
      "docs(enhancements): defer 001 and merge 003 into 001, as asked on #2",
      "docs(enhancements): capture 1 suggestion from pull request 1",
      "docs(enhancements): capture 2 suggestions from pull request 1",
    ]);
  });
});

describe("the answer to a mistake", () => {
  it("is a sentence with one mark", async () => {
    const { say } = await captured();
    const answer = await say("/enhance rejct 001\n/enhance reject 099");
    expect(answer.split("\n\n")).toEqual([
      'There is no enhancement 099; "/enhance list" shows those there are.',
      expect.stringMatching(/^Line 1: unknown command "rejct"; did you mean "\/enhance reject"\?$/),
    ]);
  });
});
