import { describe, expect, it } from "@jest/globals";
import { withPriority, withSighting } from "../../src/core/change-item.ts";
import type { Priority } from "../../src/core/enhancement.ts";
import { createItem, isEditedByPerson, updateItem, type Item } from "../../src/core/item.ts";
import { suggestion } from "../helpers/suggestion.ts";

const BOT = { botLogin: "review-miner[bot]" };
const SUGGESTION = suggestion();

const askedBy = (by: string, line: number) => ({
  ...{ by, on: "2026-11-21", ...BOT },
  askedIn: { comment: "issue-comment:5", line },
});

/** An item whose review stated a priority, or none. */
function itemOf(priority: Priority | null): Item {
  return createItem({ ...SUGGESTION, priority }, { id: "001", ...BOT });
}

function decided(item: Item, priority: Priority): Item {
  return withPriority(item, priority, askedBy("bob", 1));
}

/** The item once it was raised on another pull request. */
function raised(item: Item, by = "carol"): Item {
  const { key, source, ...rest } = SUGGESTION;
  const again = { ...rest, key: `${key}:again`, source: { ...source, author: { login: by, kind: "human" as const } } };
  return withSighting(item, again);
}

describe("withSighting", () => {
  it.each<[name: string, item: Item, by: string, priority: Priority, from: string]>([
    ["raises what nobody gave a priority, where it is somebody else's", itemOf(null), "carol", "high", "raised"],
    ["leaves what nobody gave a priority, where it is the same person's", itemOf(null), "bob", "medium", "assumed"],
    ["leaves what the review states", itemOf("low"), "carol", "low", "stated"],
    ["leaves what a person decided", decided(itemOf(null), "medium"), "carol", "medium", "decided"],
  ])("%s", (_name, item, by, priority, from) => {
    const { status, files } = raised(item, by);
    expect(status).toMatchObject({ priority, evidence: { priority: from }, sightings: [{ author: by }] });
    const text = files.get("enhancement.md") ?? "";
    expect(text).toContain(`**Priority**: ${priority}\n`);
    expect(text.includes("The review states no priority; medium is assumed.")).toBe(from === "assumed");
    expect(isEditedByPerson({ status, files })).toBe(false);
  });
});

describe("updateItem", () => {
  it.each<[name: string, item: Item, now: Priority | null, priority: Priority, from: string]>([
    ["what the review states now, where it stated none", itemOf(null), "high", "high", "stated"],
    ["what the review states now, where it stated another", itemOf("low"), "high", "high", "stated"],
    ["medium, where the review states none any more", itemOf("low"), null, "medium", "assumed"],
    ["what a person decided", decided(itemOf("low"), "critical"), "high", "critical", "decided"],
    ["what a person decided to be as stated", decided(itemOf("low"), "low"), "high", "low", "decided"],
    ["what a person decided to be as assumed", decided(itemOf(null), "medium"), "high", "medium", "decided"],
    ["what others raised it to, where the review states none still", raised(itemOf(null)), null, "high", "raised"],
    ["what the review states now, though others raised it", raised(itemOf(null)), "low", "low", "stated"],
    ["what a person decided since others raised it", decided(raised(itemOf(null)), "low"), null, "low", "decided"],
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

  it("tells who asked for it, and does not undo for a run made again what was asked for since", () => {
    const low = withPriority(itemOf("medium"), "low", askedBy("bob", 1));
    const high = withPriority(low, "high", askedBy("carol", 2));
    expect(high.status.history.slice(1)).toEqual([
      expect.objectContaining({
        reason: "priority low",
        about: "priority",
        by: "bob",
        askedIn: askedBy("bob", 1).askedIn,
      }),
      expect.objectContaining({ reason: "priority high", by: "carol", askedIn: askedBy("carol", 2).askedIn }),
    ]);
    expect(withPriority(high, "low", askedBy("bob", 1))).toBe(high);
  });
});
