import { describe, expect, it } from "@jest/globals";
import { KIND_RULES } from "../../../src/core/mine/kind.ts";
import { mineBody } from "../../../src/core/mine/mine-body.ts";
import { SEVERITY_RULES, severityOf } from "../../../src/core/mine/severity.ts";
import { REVIEWER } from "./helpers.ts";

describe("kinds", () => {
  it.each(KIND_RULES.map((rule) => [rule.kind, rule] as const))("%s matches its example", (kind, { example }) => {
    expect(KIND_RULES.find(({ pattern }) => pattern.test(example))?.kind).toBe(kind);
  });

  it("are never a matter of style for what is worth keeping", () => {
    const body = "The duplicated formatter in `a.ts` breaks when the imports change, please extract it.";
    const [judged] = mineBody(body, { author: REVIEWER, isOnCode: true, isReply: false }).judged;
    expect(judged?.verdict).toMatchObject({ isWorthy: true });
    expect(judged?.verdict.kind).not.toBe("style");
  });
});

describe("severity", () => {
  it.each(SEVERITY_RULES.map((rule) => [rule.severity, rule.example] as const))("%s: %s", (severity, example) => {
    expect(severityOf(example)).toBe(severity);
  });

  it("is unknown where nothing says it", () => {
    expect(severityOf("Close the file handle.")).toBeUndefined();
  });

  it.each([
    ["Not a blocker: the cursor leaks.", undefined],
    ["Non-critical: the cursor leaks.", undefined],
    ["This isn't a high priority, but the cursor leaks.", undefined],
    ["No major issue, though the cursor leaks.", undefined],
    ["Not a blocker, minor: the cursor leaks.", "low"],
    ["Nobody noticed, but this is critical: the cursor leaks.", "critical"],
  ])("is none where it is denied: %s", (text, severity) => {
    expect(severityOf(text)).toBe(severity);
  });
});
