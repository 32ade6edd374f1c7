import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { isBodyEditedByPerson, parseMarker, withoutMarker, withMarker } from "../../src/core/marker.ts";

const items = [{ id: "007", key: "comment:PRRC_x:0", title: "Pool connections", path: null }];

describe("the marker", () => {
  it("gives back what was put in, whatever the keys and the text", () => {
    const key = fc.string({ unit: "binary", maxLength: 60 });
    fc.assert(
      fc.property(fc.string(), fc.array(key, { maxLength: 5 }), (text, keys) => {
        const given = keys.map((each, index) => ({
          id: String(index + 1).padStart(3, "0"),
          key: each.toWellFormed(),
          title: each.toWellFormed(),
          path: null,
        }));
        expect(parseMarker(withMarker(text, { pull: 12, items: given }))).toMatchObject({ pull: 12, items: given });
      }),
    );
  });

  it("never lets a key end its HTML comment", () => {
    const body = withMarker("text", {
      pull: 1,
      items: [{ id: "001", key: "--> <img src=x> @team", title: "-->", path: null }],
    });
    expect(body.match(/-->/g)).toHaveLength(1);
    expect(body).not.toContain("@team");
  });

  it("survives the line ends of GitHub's editor", () => {
    const body = withMarker("one\ntwo", { pull: 1, items }).replaceAll("\n", "\r\n");
    expect(parseMarker(body)?.items).toEqual(items);
    expect(isBodyEditedByPerson(body)).toBe(false);
    expect(withoutMarker(body)).toBe("one\ntwo");
  });

  it.each([
    ["no marker", "hello"],
    ["an empty body", ""],
    ["a marker that is not base64url JSON", "x\n\n<!-- review-miner AAAA -->"],
    ["a marker of another version", `x\n\n<!-- review-miner ${Buffer.from('{"v":2}').toString("base64url")} -->`],
  ])("is nothing in %s", (_name, body) => {
    expect(parseMarker(body)).toBeUndefined();
    expect(isBodyEditedByPerson(body)).toBe(true);
  });

  it("tells a person's edit, and keeps telling it", () => {
    const body = withMarker("ours", { pull: 1, items });
    expect(isBodyEditedByPerson(body)).toBe(false);
    const edited = body.replace("ours", "theirs");
    expect(isBodyEditedByPerson(edited)).toBe(true);
    const rewritten = withMarker(withoutMarker(edited), { pull: 1, items, edited: true });
    expect(withoutMarker(rewritten)).toBe("theirs");
    expect(isBodyEditedByPerson(rewritten)).toBe(true);
  });

  it("stands though a person writes below it, and keeps their words", () => {
    const body = `${withMarker("ours", { pull: 1, items })}\n\nPlease merge after the release.\n`;
    expect(parseMarker(body)?.items).toEqual(items);
    expect(isBodyEditedByPerson(body)).toBe(true);
    const rewritten = withMarker(withoutMarker(body), { pull: 1, items, edited: true });
    expect(withoutMarker(rewritten)).toBe("ours\n\nPlease merge after the release.");
    expect(parseMarker(rewritten)?.items).toEqual(items);
  });

  it.each([
    ["words of the newest only", 400, 400],
    ["the newest only", 4_000, 600],
  ])("keeps a body within GitHub's limit: %s", (_, count, least) => {
    const many = Array.from({ length: count }, (_each, index) => ({
      ...{ id: String(index + 1).padStart(3, "0"), key: `comment:${2_000_000_000 + index}:0` },
      ...{ title: `Pool the connections of worker ${index}`, path: "src/pool.ts" },
    }));
    const text = "x".repeat(20_000);
    const body = withMarker(text, { items: many });
    expect(body.length).toBeLessThanOrEqual(65_536);
    const read = parseMarker(body)?.items ?? [];
    expect(read.length).toBeGreaterThanOrEqual(least);
    expect(read.at(-1)).toMatchObject({ key: many.at(-1)?.key });
    expect(withoutMarker(body)).toBe(text);
  });

  it("cuts a text that leaves no room for it, once", () => {
    const body = withMarker("x".repeat(65_536), { pull: 1, items, edited: true });
    expect(body.length).toBeLessThanOrEqual(65_536);
    expect(parseMarker(body)).toMatchObject({ pull: 1, edited: true });
    expect(withMarker(withoutMarker(body), { pull: 1, items, edited: true })).toBe(body);
  });
});
