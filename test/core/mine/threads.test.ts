import { describe, expect, it } from "@jest/globals";
import { isPromise } from "../../../src/core/mine/reply.ts";
import { readThread } from "../../../src/core/mine/threads.ts";
import { AUTHOR, CODERABBIT, inline, pull, REVIEWER, thread } from "./helpers.ts";

const ASK = "Consider extracting the retry logic into `withRetry`.";

describe("isPromise", () => {
  it.each([
    "Let's do this in a follow-up.",
    "Good idea, I'll open an issue for it.",
    "Agreed, but out of scope for this PR.",
    "I'd rather leave that for later.",
    "Will handle it in a separate PR.",
  ])("is: %s", (body) => {
    expect(isPromise(body)).toBe(true);
  });

  it.each([
    "Done.",
    "Fixed in 0a1b2c3d.",
    "This was already fixed in a separate PR.",
    "> let's do this in a follow-up\n\nNo, it belongs here.",
    "`// TODO: in a follow-up`",
    "No follow-up needed.",
    "/enhance defer 003 let's do this in a follow-up",
  ])("is none: %s", (body) => {
    expect(isPromise(body)).toBe(false);
  });
});

describe("readThread", () => {
  const anyone = () => true;
  const nobody = () => false;

  it.each([
    ["the author, last", [["Let's do this in a follow-up.", AUTHOR]]],
    [
      "the author, in between",
      [
        ["I'll open an issue for it.", AUTHOR],
        ["Thanks!", REVIEWER],
      ],
    ],
    ["a maintainer", [["Fine, but please in a separate PR.", REVIEWER]]],
  ] as const)("hears the promise of %s", (_name, replies) => {
    const comments = [inline(ASK), ...replies.map(([body, author]) => inline(body, { author }))];
    const { marks, promise } = readThread(thread(comments, { isResolved: true }), pull({}), anyone);
    expect(marks).toEqual(["elsewhere"]);
    expect(comments).toContain(promise);
  });

  it.each([
    ["a stranger", { login: "stranger", kind: "human" as const }, nobody],
    ["a bot", CODERABBIT, anyone],
  ])("does not hear the promise of %s", (_name, author, mayBeMined) => {
    const comments = [inline(ASK), inline("Let's do this in a follow-up.", { author })];
    expect(readThread(thread(comments), pull({}), mayBeMined)).toEqual({ marks: [] });
  });

  it.each([
    ["resolved", [], true],
    ["answered with a fix", ["Done, pushed."], false],
    ["declined", ["This is intentional."], false],
    ["answered with a fix, before a command", ["Done, pushed.", "/enhance list"], false],
  ])("is settled when %s", (_name, replies, isResolved) => {
    const comments = [inline(ASK), ...replies.map((body) => inline(body, { author: AUTHOR }))];
    const says = readThread(thread(comments, { isResolved }), pull({}), anyone);
    expect(says).toMatchObject({ marks: ["settled"] });
    expect(says.because).toMatch(/^\w/);
  });

  it.each([
    ["an open question", ["What do you mean?"]],
    ["nothing", []],
    ["a partial fix", ["Updated, but not the other one yet."]],
  ])("stays open after %s", (_name, replies) => {
    const comments = [inline(ASK), ...replies.map((body) => inline(body, { author: AUTHOR }))];
    expect(readThread(thread(comments), pull({}), anyone)).toEqual({ marks: [] });
  });

  it.each([undefined, "outdated"])("hears a reply that is shown, and none that is hidden (%s)", (hidden) => {
    const reply = inline("Let's do this in a follow-up.", { author: AUTHOR, ...(hidden && { hidden }) });
    const { promise } = readThread(thread([inline(ASK), reply]), pull({}), anyone);
    expect(promise).toBe(hidden === undefined ? reply : undefined);
  });

  it("keeps what its first comment puts off, even when resolved", () => {
    const comments = [inline("Let's stream the rows in a follow-up.")];
    expect(readThread(thread(comments, { isResolved: true }), pull({}), anyone)).toEqual({ marks: [] });
  });
});
