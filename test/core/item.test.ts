import { describe, expect, it } from "@jest/globals";
import { withPriority } from "../../src/core/change-item.ts";
import type { Priority } from "../../src/core/enhancement.ts";
import { createItem, updateItem, type Item } from "../../src/core/item.ts";
import type { Suggestion } from "../../src/core/suggestion.ts";

const BOT = { botLogin: "review-miner[bot]" };
const SUGGESTION: Suggestion = {
  key: "comment:PRRC_1:0",
  title: "Pool database connections",
  description: "Use a pool.",
  quote: "Use a pool.",
  kind: "performance",
  priority: null,
  reasons: ["the reviewer put it off until later"],
  confidence: 0.9,
  isDeferred: true,
  isBlocking: false,
  outcomes: [],
  criteria: [],
  references: { issues: [], specs: [], links: [], files: [] },
  source: {
    ...{
      kind: "review-comment",
      repository: { id: 1, fullName: "octo/api" },
      pullRequest: 1,
      reviewId: 2,
      commentId: 3,
    },
    ...{ url: null, author: { login: "bob", kind: "human" }, tool: null, path: null, line: null, commit: null },
  },
  sightings: [],
  createdAt: "2026-11-20T10:00:00Z",
};

/** An item whose review stated a priority, or none. */
function itemOf(priority: Priority | null): Item {
  return createItem({ ...SUGGESTION, priority }, { id: "001", ...BOT });
}

function decided(item: Item, priority: Priority): Item {
  return withPriority(item, priority, { by: "alice", on: "2026-11-21" });
}

describe("updateItem", () => {
  it.each<[name: string, item: Item, now: Priority | null, priority: Priority, from: string]>([
    ["what the review states now, where it stated none", itemOf(null), "high", "high", "stated"],
    ["what the review states now, where it stated another", itemOf("low"), "high", "high", "stated"],
    ["medium, where the review states none any more", itemOf("low"), null, "medium", "assumed"],
    ["what a person decided", decided(itemOf("low"), "critical"), "high", "critical", "decided"],
    ["what a person decided to be as stated", decided(itemOf("low"), "low"), "high", "low", "decided"],
    ["what a person decided to be as assumed", decided(itemOf(null), "medium"), "high", "medium", "decided"],
  ])("gives an edited suggestion %s as its priority", (_name, item, now, priority, from) => {
    const { status } = updateItem(item, { ...SUGGESTION, priority: now }, { isEdited: false, ...BOT });
    expect(status).toMatchObject({ priority, evidence: { priority: from } });
  });
});

describe("withPriority", () => {
  it("changes nothing where a person decided the same before", () => {
    const once = decided(itemOf("low"), "low");
    expect(decided(once, "low")).toBe(once);
  });
});
