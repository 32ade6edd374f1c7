import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { readFileSync } from "node:fs";
import path from "node:path";
import {
  editStatusJson,
  parseStatusJson,
  renderStatusJson,
  type StatusFile,
} from "../../../src/core/documents/status-json.ts";
import { hostileText } from "../../helpers/hostile-text.ts";
import { findHidden } from "../../helpers/inert.ts";

const GOLDEN = readFileSync(
  path.join(import.meta.dirname, "../../../fixtures/documents/status/pool-connections.json"),
  "utf8",
);

function parse(text: string): StatusFile {
  const parsed = parseStatusJson(text, "status.json");
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.value;
}

describe("renderStatusJson", () => {
  it("writes the golden file byte for byte, whatever the order of the keys", () => {
    expect(renderStatusJson(parse(GOLDEN))).toBe(GOLDEN);
    const shuffled = Object.fromEntries(Object.entries(parse(GOLDEN)).toReversed()) as StatusFile;
    expect(renderStatusJson(shuffled)).toBe(GOLDEN);
  });

  it("is read back as it was, with unknown keys at every level", () => {
    fc.assert(
      fc.property(hostileText(), hostileText(), fc.jsonValue(), (title, reason, unknown) => {
        const given = parse(GOLDEN);
        const value: StatusFile = {
          ...given,
          title: `x${title}`,
          source: { ...given.source, extra: unknown },
          evidence: { ...given.evidence, kept: [reason], extra: unknown },
          extra: unknown,
        };
        const text = renderStatusJson(value);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(parse(text).title).toBe(value.title);
        expect(renderStatusJson(parse(text))).toBe(text);
        expect(findHidden(text)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

describe("editStatusJson", () => {
  it.each<[name: string, text: string, changes: Partial<StatusFile>, expected: string]>([
    [
      "changes one value and no other byte",
      GOLDEN.replace('"status": "not-started"', '"status" :\t"not-started"'),
      { status: "ready", updated: "2026-12-01" },
      GOLDEN.replace('"status": "not-started"', '"status" :\t"ready"').replace(
        '"updated": "2026-11-25"',
        '"updated": "2026-12-01"',
      ),
    ],
    [
      "keeps a person's keys, numbers and spacing",
      GOLDEN.replace('  "id"', '  "estimate": 1.50e3, "big": 12345678901234567890,\n  "id"'),
      { priority: "low" },
      GOLDEN.replace('  "id"', '  "estimate": 1.50e3, "big": 12345678901234567890,\n  "id"').replace(
        '"priority": "high"',
        '"priority": "low"',
      ),
    ],
    ["leaves the text alone when nothing differs", GOLDEN, parse(GOLDEN), GOLDEN],
    [
      "keeps Windows line ends",
      GOLDEN.replaceAll("\n", "\r\n"),
      { sightings: [] },
      GOLDEN.replace(/"sightings": \[[^\]]*\]/, '"sightings": []').replaceAll("\n", "\r\n"),
    ],
    [
      "keeps a byte-order mark",
      `\uFEFF${GOLDEN}`,
      { slug: "pool" },
      `\uFEFF${GOLDEN.replace('"slug": "pool-database-connections"', '"slug": "pool"')}`,
    ],
    ["works on one line", '{"status":"ready","x":[1]}', { status: "blocked" }, '{"status":"blocked","x":[1]}'],
    ["adds what is missing at the end", '{\n  "x": {}\n}\n', { slug: "a" }, '{\n  "x": {},\n  "slug": "a"\n}\n'],
    ["adds to an object on one line", '{"x":1}', { slug: "a" }, '{"x":1, "slug": "a"}'],
    ["adds to an empty object", "{}", { slug: "a" }, '{\n"slug": "a"}'],
  ])("%s", (_name, text, changes, expected) => {
    expect(editStatusJson(text, changes)).toBe(expected);
  });

  it("makes the change that JSON.parse sees, however the file is laid out", () => {
    const layout = fc.constantFrom<string | number | undefined>(undefined, 1, 2, 4, "\t");
    fc.assert(
      fc.property(fc.dictionary(hostileText(4), fc.jsonValue()), fc.jsonValue(), layout, (others, value, indent) => {
        const before = { ...others, status: "ready", tail: [1] };
        const text = JSON.stringify(before, null, indent);
        const edited = editStatusJson(text, { status: value as "ready" });
        expect(JSON.parse(edited)).toEqual({
          ...(JSON.parse(text) as object),
          status: JSON.parse(JSON.stringify(value)) as unknown,
        });
      }),
      { numRuns: 300 },
    );
  });
});

describe("parseStatusJson", () => {
  it.each<[name: string, text: string, line: number | undefined, message: RegExp]>([
    ["an empty file", "", undefined, /empty/],
    ["a byte-order mark alone", "\uFEFF", undefined, /empty/],
    ["half a file", GOLDEN.slice(0, 200), GOLDEN.slice(0, 200).split("\n").length, /not valid JSON/],
    ["a comma too many", GOLDEN.replace('"007",', '"007",,'), 4, /not valid JSON/],
    ["a list", "[]", undefined, /the file: an object is needed here$/],
    ["null", "null", undefined, /the file: /],
    ["a missing key", GOLDEN.replace(/ {2}"key".*\n/, ""), undefined, /^key: it is missing$/],
    [
      "an unknown status",
      GOLDEN.replace('"status": "not-started"', '"status": "done"'),
      7,
      /^status: it is none of not-started, /,
    ],
    ["text for a number", GOLDEN.replace('"line": 42', '"line": "42"'), 10, /^source\.line: a number is needed here$/],
    ["a key given twice", GOLDEN.replace('"slug"', '"id": "008",\n  "slug"'), 5, /"id" is given twice/],
    ["a newer version", GOLDEN.replace('"schemaVersion": 1', '"schemaVersion": 2'), 2, /schemaVersion/],
    ["a file that is too large", `{"a":"${"x".repeat(1_000_001)}"}`, undefined, /too large/],
    ["bytes that are no UTF-8", GOLDEN.replace("Pool", "P\uFFFDol"), undefined, /UTF-8/],
    ["nesting without end", "[".repeat(100_000), undefined, /nested/],
    [
      "a wrong value further in",
      GOLDEN.replace('"pullRequest": 123', '"pullRequest": -1'),
      10,
      /^source.pullRequest: it is below 1$/,
    ],
  ])("refuses %s and says where", (_name, text, line, message) => {
    const parsed = parseStatusJson(text, "x/status.json");
    if (parsed.ok) throw new Error("taken as valid");
    expect(parsed.problems[0]).toMatchObject({ path: "x/status.json", severity: "error" });
    expect(parsed.problems[0]?.message).toMatch(message);
    expect(parsed.problems[0]?.line).toBe(line);
    expect(parsed.problems[0]?.remedy).not.toBe("");
  });

  it("takes nothing over from a prototype", () => {
    const text = GOLDEN.replace('"schemaVersion"', '"__proto__": { "polluted": true },\n  "schemaVersion"');
    const parsed = parseStatusJson(text, "status.json");
    expect(parsed.ok).toBe(true);
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
    expect(editStatusJson(text, { priority: "low" })).toBe(text.replace('"high"', '"low"'));
  });

  it("never throws, whatever a file holds", () => {
    fc.assert(fc.property(hostileText(60), (text) => void parseStatusJson(text, "x")));
    fc.assert(fc.property(fc.json(), (text) => void parseStatusJson(text, "x")));
  });
});
