import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import type { Status } from "../../src/core/enhancement.ts";
import type { Item } from "../../src/core/item.ts";
import { followPullRequest, followRevert, type PullRequestMove } from "../../src/core/plan-status.ts";
import { enhancementFiles, statusOf } from "../helpers/enhancement-files.ts";

function itemIn(status: Status): Item {
  const written = enhancementFiles({ status });
  const files = new Map(Object.entries(written).map(([path, text]) => [path.split("/").at(-1) ?? "", text]));
  return { status: statusOf(written), files };
}

const pull = (state: PullRequestMove["state"], more: Partial<PullRequestMove> = {}): PullRequestMove => ({
  ...{ number: 12, state, isTrusted: true, by: "alice", on: "2026-02-01" },
  ...{ commit: state === "merged" ? "c".repeat(40) : null, ...more },
});
type Step = [move: PullRequestMove, isNamed?: boolean];

function after(start: Status, steps: readonly Step[]): Item {
  return steps.reduce((item, [move, isNamed = true]) => {
    const next = followPullRequest(item, move, { isNamed });
    if ("refusal" in next) throw new Error(next.refusal);
    return next;
  }, itemIn(start));
}

describe("followPullRequest", () => {
  it.each<[name: string, start: Status, steps: Step[], status: Status, pulls: number[]]>([
    ["opened", "ready", [[pull("open")]], "in-progress", [12]],
    ["opened by a stranger", "ready", [[pull("open", { isTrusted: false })]], "ready", []],
    ["merged", "ready", [[pull("open")], [pull("merged")]], "completed", [12]],
    ["merged unseen", "not-started", [[pull("merged")]], "completed", [12]],
    ["closed, from ready", "ready", [[pull("open")], [pull("closed")]], "ready", []],
    ["closed, from deferred", "deferred", [[pull("open")], [pull("closed")]], "deferred", []],
    ["closed unseen", "ready", [[pull("closed")]], "ready", []],
    ["opened again", "ready", [[pull("open")], [pull("closed")], [pull("open")]], "in-progress", [12]],
    ["named no more", "ready", [[pull("open")], [pull("open"), false]], "ready", []],
    ["never named", "ready", [[pull("open"), false]], "ready", []],
    [
      "closed while another goes on",
      "ready",
      [[pull("open")], [pull("open", { number: 13 })], [pull("closed")]],
      "in-progress",
      [13],
    ],
    [
      "closed like the other before it",
      "ready",
      [[pull("open")], [pull("open", { number: 13 })], [pull("closed", { number: 13 })], [pull("closed")]],
      "ready",
      [],
    ],
  ])("of one that is %s (%s)", (_name, start, steps, status, pulls) => {
    const item = after(start, steps);
    expect(item.status).toMatchObject({ status, links: { pullRequests: pulls } });
    expect(item.files.get("enhancement.md")).toContain(`**Status**: ${status}`);
  });

  it("records the commit, who and when", () => {
    expect(after("ready", [[pull("merged")]]).status.history.at(-1)).toEqual({
      ...{ status: "completed", on: "2026-02-01", by: "alice", reason: "pull request 12 merged" },
      ...{ pullRequest: 12, commit: "c".repeat(40) },
    });
  });

  it("lets stand what a person decided meanwhile", () => {
    const open = after("ready", [[pull("open")]]);
    const item: Item = { ...open, status: { ...open.status, status: "blocked" } };
    expect(followPullRequest(item, pull("open"), { isNamed: true })).toBe(item);
    expect(followPullRequest(item, pull("closed"), { isNamed: true })).toMatchObject({ status: { status: "blocked" } });
  });

  it("refuses what the table refuses", () => {
    expect(followPullRequest(itemIn("rejected"), pull("merged"), { isNamed: true })).toEqual({
      refusal: expect.stringContaining('"rejected" cannot become "completed"') as unknown,
    });
  });

  it("does nothing the second time", () => {
    const steps = fc.array(
      fc.record({
        state: fc.constantFrom("open" as const, "closed" as const, "merged" as const),
        number: fc.constantFrom(12, 13),
        isNamed: fc.boolean(),
      }),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(steps, (given) => {
        let item = itemIn("ready");
        for (const { state, number, isNamed } of given) {
          const once = followPullRequest(item, pull(state, { number }), { isNamed });
          if ("refusal" in once) continue;
          expect(followPullRequest(once, pull(state, { number }), { isNamed })).toBe(once);
          item = once;
        }
      }),
    );
  });
});

describe("followRevert", () => {
  const merged = after("ready", [[pull("merged")]]);
  const revert = pull("merged", { number: 20, on: "2026-02-03" });

  it("makes it ready again, once", () => {
    const item = followRevert(merged, 12, revert);
    if ("refusal" in item) throw new Error(item.refusal);
    expect(item.status).toMatchObject({ status: "ready", updated: "2026-02-03" });
    expect(followRevert(item, 12, revert)).toBe(item);
    expect(followPullRequest(item, pull("merged"), { isNamed: true })).toBe(item);
  });

  it("makes it completed again when the revert is reverted, and ready when that is", () => {
    const steps = [
      [12, 20, "ready"],
      [20, 21, "completed"],
      [21, 22, "ready"],
    ] as const;
    let item = merged;
    for (const [reverted, number, status] of steps) {
      const next = followRevert(item, reverted, pull("merged", { number }));
      if ("refusal" in next) throw new Error(next.refusal);
      expect(next.status).toMatchObject({ status, links: { pullRequests: [12] } });
      expect(followRevert(next, reverted, pull("merged", { number }))).toBe(next);
      item = next;
    }
    expect(item.status.history.at(-2)).toMatchObject({ pullRequest: 21, commit: "c".repeat(40) });
  });

  it("leaves what a person decided after a revert", () => {
    const reverted = followRevert(merged, 12, revert);
    if ("refusal" in reverted) throw new Error(reverted.refusal);
    const item: Item = { ...reverted, status: { ...reverted.status, status: "deferred" } };
    expect(followRevert(item, 20, pull("merged", { number: 21 }))).toBe(item);
  });

  it("leaves what another pull request completed", () => {
    expect(followRevert(merged, 11, revert)).toBe(merged);
  });
});
