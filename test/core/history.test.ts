/** What a history tells besides moves of the status: the status, and why it is what it is, stay told. */
import { describe, expect, it } from "@jest/globals";
import { redactItem, withPriority } from "../../src/core/change-item.ts";
import { applyHeaderEdits } from "../../src/core/header-edits.ts";
import type { Item } from "../../src/core/item.ts";
import { renderItemsTable } from "../../src/core/items-table.ts";
import { renderItem } from "../../src/core/list-enhancements.ts";
import { isRejectedByUs } from "../../src/core/plan-items.ts";
import { followRevert } from "../../src/core/plan-status.ts";
import { statusFile } from "../helpers/status-file.ts";

const BOT = "review-miner[bot]";
const LINKS = { url: "https://github.com/octo/api", branch: "main", directory: "enhancements" };
const ACT = { by: "bob", on: "2026-11-28", botLogin: BOT, askedIn: { comment: "issue-comment:5", line: 1 } };

const CHANGES: [name: string, change: (item: Item) => Item | { refusal: string }][] = [
  ["a priority that was asked for", (item) => withPriority(item, "low", ACT)],
  ["a quote that was taken out", (item) => redactItem(item, ACT)],
  [
    "a priority set in the header",
    (item) => applyHeaderEdits(item, { priority: "low" }, { ...ACT, base: item.status }),
  ],
];

/** An item that was moved once, and then changed otherwise. */
function changed(move: { status: "rejected" | "completed"; by: string; reason: string; pullRequest?: number }, at = 0) {
  const before = statusFile();
  const status = { ...before, status: move.status, history: [...before.history, { ...move, on: "2026-11-27" }] };
  const after = CHANGES[at]?.[1]({ status, files: new Map() });
  if (!after || "refusal" in after) throw new Error("it was refused");
  expect(after.status.history).toHaveLength(3);
  return after;
}

describe.each(CHANGES.map(([name], at) => [name, at] as const))("after %s", (_name, at) => {
  it("the reason of a status is told still", () => {
    const { status } = changed({ status: "rejected", by: "dana", reason: "not ours" }, at);
    expect(renderItemsTable([status], LINKS).join("\n")).toContain("(rejected: not ours)");
    const place = { isMerged: true, branch: "main", commit: "c".repeat(40) };
    expect(renderItem({ status, ...place }, LINKS)).toContain("- status: rejected (not ours)");
  });

  it.each([
    [BOT, true],
    ["dana", false],
  ])("what %s rejected is known as that", (by, isOurs) => {
    expect(isRejectedByUs(changed({ status: "rejected", by, reason: "not ours" }, at).status, BOT)).toBe(isOurs);
  });

  it("a revert of what completed it is followed", () => {
    const done = changed({ status: "completed", by: "dana", reason: "pull request 12 merged", pullRequest: 12 }, at);
    const pull = { number: 20, state: "merged" as const, isTrusted: true, by: "dana", on: "2026-11-29", commit: null };
    expect(followRevert(done, 12, pull)).toMatchObject({ status: { status: "ready" } });
  });
});
