import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { createMemorySpendingLog } from "../../src/github/request-budget.ts";
import { limitedUntil } from "../../src/github/limit-time.ts";
import { requestCost } from "../../src/github/request-cost.ts";

describe("the cost of a request", () => {
  it.each([
    ["GET", "/repos/{owner}/{repo}", undefined, { isSafe: true, points: 1, isContent: false }],
    ["PATCH", "/repos/{owner}/{repo}/pulls/{pull_number}", undefined, { isSafe: false, points: 5, isContent: false }],
    ["POST", "/repos/{owner}/{repo}/git/refs", undefined, { isSafe: false, points: 5, isContent: false }],
    ["POST", "/repos/{owner}/{repo}/pulls", undefined, { isSafe: false, points: 5, isContent: true }],
    ["GET", "/repos/{owner}/{repo}/pulls", undefined, { isSafe: true, points: 1, isContent: false }],
    ["POST", "/repos/{owner}/{repo}/issues/{n}/comments", undefined, { isSafe: false, points: 5, isContent: true }],
    ["POST", "/repos/{owner}/{repo}/issues/{n}/labels", undefined, { isSafe: false, points: 5, isContent: false }],
    [
      "POST",
      "/repos/{owner}/{repo}/pulls/{n}/comments/{c}/replies",
      undefined,
      { isSafe: false, points: 5, isContent: true },
    ],
    ["POST", "/repos/{owner}/{repo}/pulls/{n}/reviews", undefined, { isSafe: false, points: 5, isContent: true }],
    ["POST", "/app/installations/{id}/access_tokens", undefined, { isSafe: true, points: 5, isContent: false }],
    ["POST", "/graphql", "query ($a: Int) { b }", { isSafe: true, points: 1, isContent: false }],
    ["POST", "https://ghe.example.com/api/graphql", "{ b }", { isSafe: true, points: 1, isContent: false }],
    ["POST", "/graphql", "\n  mutation { b }", { isSafe: false, points: 5, isContent: false }],
  ])("of %s %s %s", (method, url, query, expected) => {
    expect(requestCost({ method, url, query })).toEqual(expected);
  });
});

describe("the time GitHub names", () => {
  const now = Date.parse("2026-11-24T12:00:00Z");
  const epoch = now / 1_000;
  it.each([
    ["seconds", { "retry-after": "30" }, { strikes: 1, isPrimary: false }, 31],
    ["a date", { "retry-after": "Tue, 24 Nov 2026 12:00:30 GMT" }, { strikes: 1, isPrimary: false }, 31],
    [
      "a date by GitHub's clock",
      { "retry-after": "Tue, 24 Nov 2026 13:00:30 GMT", date: "Tue, 24 Nov 2026 13:00:00 GMT" },
      { strikes: 1, isPrimary: false },
      31,
    ],
    ["nonsense", { "retry-after": "soon" }, { strikes: 1, isPrimary: false }, 60],
    ["nothing, again", {}, { strikes: 3, isPrimary: false }, 240],
    ["nothing, for ever", {}, { strikes: 40, isPrimary: false }, 3_600],
    ["a reset", { "x-ratelimit-reset": String(epoch + 90) }, { strikes: 1, isPrimary: true }, 91],
    [
      "a reset, of a limit that is not the hour's",
      { "x-ratelimit-reset": String(epoch + 90) },
      { strikes: 1, isPrimary: false },
      60,
    ],
    ["a reset that has passed", { "x-ratelimit-reset": String(epoch - 90) }, { strikes: 1, isPrimary: true }, 60],
    ["a reset in a year", { "x-ratelimit-reset": String(epoch + 9e6) }, { strikes: 1, isPrimary: true }, 60],
  ])("as %s is %j", (_, headers, options, seconds) => {
    const until = limitedUntil(headers, { now, ...options });
    expect((until.getTime() - now) / 1_000).toBe(seconds);
  });
});

describe("the spending log", () => {
  it("never lets more through in any window, and never more than it must turn away", async () => {
    const limits = { concurrent: 1, pointsPerMinute: 20, contentPerMinute: 3, contentPerHour: 8 };
    const request = fc.record({ wait: fc.integer({ min: 0, max: 400_000 }), isContent: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.array(request, { maxLength: 60 }), async (requests) => {
        const log = createMemorySpendingLog(limits);
        const spent: { at: number; points: number; content: number }[] = [];
        let now = 0;
        const total = (span: number, key: "points" | "content", at: number) =>
          spent.filter((entry) => entry.at > at - span).reduce((sum, entry) => sum + entry[key], 0);
        const fits = (points: number, content: number, at: number) =>
          total(60_000, "points", at) + points <= 20 &&
          (content === 0 || (total(60_000, "content", at) < 3 && total(3_600_000, "content", at) < 8));
        for (const { wait, isContent } of requests) {
          now += wait;
          const cost = { isSafe: false, points: 5, isContent };
          const content = isContent ? 1 : 0;
          const answer = await log.spend(1, cost, now);
          if (answer === "spent") {
            expect(fits(5, content, now)).toBe(true);
            spent.push({ at: now, points: 5, content });
            continue;
          }
          expect(fits(5, content, now)).toBe(false);
          expect(fits(5, content, answer.freeAt - 1)).toBe(false);
          expect(fits(5, content, answer.freeAt)).toBe(true);
        }
      }),
    );
  });

  it("keeps installations apart", async () => {
    const log = createMemorySpendingLog({ concurrent: 1, pointsPerMinute: 1, contentPerMinute: 1, contentPerHour: 1 });
    const cost = { isSafe: true, points: 1, isContent: false };
    expect(await log.spend(1, cost, 0)).toBe("spent");
    expect(await log.spend(2, cost, 0)).toBe("spent");
    expect(await log.spend(1, cost, 0)).toEqual({ freeAt: 60_000 });
  });
});
