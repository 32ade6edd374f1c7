import { describe, expect, it } from "@jest/globals";
import { applyHeaderEdits, readHeaderEdits, type HeaderEdits } from "../../src/core/header-edits.ts";
import { createItem, type Item } from "../../src/core/item.ts";
import { enhancementFiles, statusOf } from "../helpers/enhancement-files.ts";
import { suggestion } from "../helpers/suggestion.ts";

const ASSUMED = "The review states no priority; medium is assumed.";

const written = enhancementFiles();
const base = statusOf(written);
const text = Object.entries(written).find(([path]) => path.endsWith(".md"))?.[1] ?? "";
const item: Item = {
  status: base,
  files: new Map(Object.entries(written).map(([path, content]) => [path.split("/").at(-1) ?? "", content])),
};
const act = { by: "bob", on: "2026-02-03", base };

describe("readHeaderEdits", () => {
  it.each<[name: string, edited: string, edits: HeaderEdits]>([
    ["nothing", text, {}],
    ["a status", text.replace(": ready", ": blocked"), { status: "blocked" }],
    ["a priority", text.replace(": medium", ": high"), { priority: "high" }],
    ["a title", text.replace("Pool connections", "Pool \\*all\\*"), { title: "Pool *all*" }],
    ["a status in other letters", text.replace(": ready", ": Blocked"), {}],
    ["a status given twice", text.replace("**Status**: ready", "**Status**: blocked\n**Status**: ready"), {}],
    ["a status below the header", `${text}\n**Status**: blocked\n`, {}],
    ["a title that is gone", text.replace("# Enhancement: Pool connections", "# Enhancement: "), {}],
    ["no header", "words", {}],
    ["no file", "", {}],
  ])("reads %s", (_name, edited, edits) => {
    expect(readHeaderEdits(edited, base)).toEqual(edits);
  });
});

describe("applyHeaderEdits", () => {
  it("takes over and tells, once", () => {
    const edits: HeaderEdits = { status: "blocked", priority: "high", title: "Pool all" };
    const after = applyHeaderEdits(item, edits, act);
    if ("refusal" in after) throw new Error(after.refusal);
    expect(after.status).toMatchObject({ ...edits, updated: "2026-02-03", evidence: { priority: "decided" } });
    expect(after.status.history.at(-1)).toMatchObject({
      by: "bob",
      reason: expect.stringContaining("priority high") as unknown,
    });
    expect(after.files.get("enhancement.md")).toContain("**Last Updated**: 2026-02-03");
    expect(applyHeaderEdits(after, edits, act)).toBe(after);
  });

  it("takes out that the priority was assumed", () => {
    const suggested = createItem(suggestion(), { id: "007", botLogin: "review-miner[bot]" });
    expect(suggested.files.get("enhancement.md")).toContain(ASSUMED);
    const after = applyHeaderEdits(suggested, { priority: "high" }, { ...act, base: suggested.status });
    if ("refusal" in after) throw new Error(after.refusal);
    expect(after.status).toMatchObject({ priority: "high", evidence: { priority: "decided" } });
    expect(after.files.get("enhancement.md")).not.toContain(ASSUMED);
  });

  it("takes no status over again that was decided otherwise since", () => {
    const after = applyHeaderEdits(item, { status: "blocked" }, act);
    if ("refusal" in after) throw new Error(after.refusal);
    const { history } = after.status;
    const decided: Item = {
      ...after,
      status: {
        ...after.status,
        status: "ready",
        history: [...history, { status: "ready", on: "2026-02-04", by: "eve", reason: null }],
      },
    };
    expect(applyHeaderEdits(decided, { status: "blocked" }, act)).toBe(decided);
  });

  it("refuses what cannot be", () => {
    const done: Item = { ...item, status: { ...base, status: "completed" } };
    expect(applyHeaderEdits(done, { status: "blocked" }, act)).toEqual({
      refusal: expect.stringContaining("cannot become") as unknown,
    });
  });
});
