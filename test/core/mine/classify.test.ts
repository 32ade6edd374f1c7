import { describe, expect, it } from "@jest/globals";
import { DEFAULT_CONFIG } from "../../../src/core/config.ts";
import { mineBody, type BodyContext } from "../../../src/core/mine/mine-body.ts";
import { CODERABBIT, REVIEWER } from "./helpers.ts";

const verdictOf = (body: string, given: Partial<BodyContext> = {}) =>
  mineBody(body, { author: REVIEWER, isOnCode: true, isReply: false, ...given }).judged[0]?.verdict;

const BAR = DEFAULT_CONFIG.capture.minimum_confidence;

describe("confidence", () => {
  it.each([
    ["a defect in named code", "`parse` crashes when the list is empty, please guard against it.", {}],
    ["an improvement that names code", "Could we reuse `readPage` from the other module?", {}],
    ["a promise", "Let's stream the rows in a follow-up.", {}],
    [
      "an improvement in the conversation that names code",
      "We should reuse `readPage` in `upload`.",
      { isOnCode: false },
    ],
  ])("passes the bar for %s", (_name, body, given) => {
    expect(verdictOf(body, given)).toMatchObject({ isWorthy: true });
    expect(verdictOf(body, given)?.confidence).toBeGreaterThanOrEqual(BAR);
  });

  it("stays below the bar for what a tool says in passing, and names nothing", () => {
    const verdict = verdictOf("A timeout here would help, rather than waiting.", {
      author: { login: "claude[bot]", kind: "bot" },
      isOnCode: false,
    });
    expect(verdict).toMatchObject({ isWorthy: true });
    expect(verdict?.confidence).toBeLessThan(BAR);
  });

  it("is higher with a weight from the tool than without", () => {
    const light = "## Issues\n\n### Close the file handle\n\nIt leaks when parsing fails.";
    const heavy = light.replace("### Close", "### Critical: Close");
    const by = { author: CODERABBIT, isOnCode: false };
    expect(verdictOf(heavy, by)?.confidence).toBeGreaterThan(verdictOf(light, by)?.confidence ?? 1);
  });
});

describe("families of rules", () => {
  it.each([
    ["nit", "Please rename this variable to `limit`.", "N1"],
    ["process", "Please rebase this on the main branch.", "N5"],
    ["deferral", "Let's stream the rows of `readPage` in a follow-up.", "W3"],
  ] as const)("%s can be left out", (family, body, code) => {
    expect(verdictOf(body)?.code).toBe(code);
    expect(verdictOf(body, { without: new Set([family]) })?.code).not.toBe(code);
  });
});

describe("priority", () => {
  it.each([
    ["nit: sort these `imports`", "low"],
    ["issue (critical): `parse` leaks its handle", "critical"],
    ["`parse` leaks its handle, please close it", null],
  ])("of %s is %s", (body, priority) => {
    expect(verdictOf(body)?.priority).toBe(priority);
  });
});
