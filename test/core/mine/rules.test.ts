import { describe, expect, it } from "@jest/globals";
import { Config } from "../../../src/core/config.ts";
import { RULES } from "../../../src/core/mine/classify.ts";
import { mineBody } from "../../../src/core/mine/mine-body.ts";
import { mineSuggestions } from "../../../src/core/mine/mine.ts";
import { AUTHOR, CODERABBIT, inline, OPTIONS, pull, REVIEWER, thread } from "./helpers.ts";

const EVERYTHING = Config.parse({ capture: { minimum_confidence: 0 } });

describe("rules of judgement", () => {
  it.each(RULES.filter(({ exampleReply }) => exampleReply === undefined).map((rule) => [rule.name, rule] as const))(
    "%s decides its own example",
    (name, { example, exampleBy, exampleByAuthor: isOwnChange = false, exampleIsReply: isReply = false, code }) => {
      const author = exampleBy === "tool" ? CODERABBIT : REVIEWER;
      const { judged } = mineBody(example, { author, isOnCode: exampleBy !== "tool", isReply, isOwnChange });
      expect(judged.map(({ verdict }) => [verdict.rule.name, verdict.code])).toEqual([[name, code]]);
    },
  );

  it.each(
    RULES.flatMap((rule) => (rule.exampleReply === undefined ? [] : [[rule.name, rule, rule.exampleReply] as const])),
  )("%s decides its example in a thread", (_name, { example, reason }, reply) => {
    const answered = pull({ threads: [thread([inline(example), inline(reply, { author: AUTHOR })])] });
    const { suggestions } = mineSuggestions(answered, { ...OPTIONS, config: EVERYTHING });
    expect(suggestions.map(({ quote, reasons }) => [quote, reasons[0]])).toEqual([[example, reason]]);
  });

  it("have names of their own, and reasons that read as a clause", () => {
    expect(new Set(RULES.map(({ name }) => name)).size).toBe(RULES.length);
    for (const { reason } of RULES) expect(reason).toMatch(/^[a-z][^.]*[a-z]$/);
  });

  it("end with one that matches everything", () => {
    expect(RULES.at(-1)?.matches.length).toBe(0);
  });
});

describe("words that ask to verify", () => {
  it.each([
    ["Test suggestions", "W2"],
    ["Missing tests", "W1"],
    ["Test plan", "N5"],
  ])("under the heading %s: %s", (heading, code) => {
    const body = `## ${heading}\n\n- [ ] Verify that the lease is renewed before it ends.\n`;
    const { judged } = mineBody(body, { author: CODERABBIT, isOnCode: false, isReply: false });
    expect(judged.map(({ verdict }) => verdict.code)).toEqual([code]);
  });
});

describe("the reason of a defect", () => {
  it.each([
    ["the words that name it", "`parse` crashes when the list is empty.", 'it names a defect or a risk: "crashes"'],
    [
      "whole words",
      "This route has no validation of `limit`, please add one.",
      'it names a defect or a risk: "has no validation"',
    ],
    [
      "words of its explanation",
      "Please clamp the index. It overflows on a page of 65,536 rows.",
      'it names a defect or a risk: "overflows"',
    ],
    ["no words that are code", "`resize` raises `TypeError` for a list.", "it names a defect or a risk"],
  ])("gives %s", (_name, body, reason) => {
    const { judged } = mineBody(body, { author: REVIEWER, isOnCode: true, isReply: false });
    expect(judged.map(({ verdict }) => verdict.reasons)).toEqual([[reason]]);
  });
});

describe("precedence", () => {
  it.each([
    ["settled over deferred", "We should move this in a follow-up. This was already fixed.", "N3"],
    ["fine over improvement", "Consider a cache, but the current approach is fine.", "N4"],
    ["deferral over nit", "Let's rename `a` to `limit` in a follow-up.", "W3"],
    ["deferral over acceptance", "This is acceptable for now, but worth opening an issue for the retry.", "W3"],
    ["process over deferral when it splits the pull request", "Please split this into two pull requests.", "N5"],
    ["the author's own promise over process", "I'll move the parser to a separate PR.", "W3"],
    ["a sum over a defect in it", "I found two issues: a lost update in `credit`, and a rounding error.", "N2"],
    ["nit over improvement", "Could you fix the typo in the heading?", "N1"],
    ["defect over nit when the edit is weighty", "`limit` is never used, so the upload fails.", "W1"],
    [
      "a missing part of what was promised over process",
      "The PR description says uploads retry, but the retry is missing.",
      "W1",
    ],
  ])("%s", (_name, body, code) => {
    const { judged } = mineBody(body, { author: REVIEWER, isOnCode: true, isReply: false });
    expect(judged.map(({ verdict }) => verdict.code)).toContain(code);
  });
});
