import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { splitFrontMatter } from "../../../src/core/documents/frontmatter.ts";
import { cpuTime } from "../../helpers/cpu-time.ts";
import { hostileText } from "../../helpers/hostile-text.ts";

describe("splitFrontMatter", () => {
  it.each<[name: string, text: string, raw: string, values: Record<string, unknown>]>([
    ["none", "# Title\n", "", {}],
    ["none, behind a byte-order mark", "\uFEFF# Title\n", "\uFEFF", {}],
    [
      "some",
      "---\nowner: docs\nport: 8080\n---\n# Title\n",
      "---\nowner: docs\nport: 8080\n---\n",
      { owner: "docs", port: 8080 },
    ],
    ["Windows line ends", "---\r\na: b\r\n---\r\n# T", "---\r\na: b\r\n---\r\n", { a: "b" }],
    ["a byte-order mark", "\uFEFF---\na: b\n---\n", "\uFEFF---\na: b\n---\n", { a: "b" }],
    ["comments alone", "---\n# nothing\n---\nx", "---\n# nothing\n---\n", {}],
    ["nothing between the marks", "---\n---\nx", "---\n---\n", {}],
    ["a rule of four", "----\nx", "", {}],
    [
      "dates and numbers as they are written",
      "---\non: 2025-10-13\n---\n",
      "---\non: 2025-10-13\n---\n",
      { on: "2025-10-13" },
    ],
    ["a body that opens with a rule", "---\na: 1\n---\n---\nx: y\n---\n", "---\na: 1\n---\n", { a: 1 }],
  ])("reads %s and keeps every byte", (_name, text, raw, values) => {
    const split = splitFrontMatter(text);
    if (!split.ok) throw new Error(split.message);
    expect(split.raw).toBe(raw);
    expect(split.raw + split.body).toBe(text);
    expect({ ...split.values }).toEqual(values);
  });

  it.each([
    ["JavaScript", "---js\nglobalThis.wasRun = true\n---\n"],
    ["JavaScript by its long name", "---javascript\nglobalThis.wasRun = true\n---\n"],
    ["JavaScript after a space", "--- js\nglobalThis.wasRun = true\n---\n"],
    ["CoffeeScript", "---coffee\nglobalThis.wasRun = true\n---\n"],
    ["an inherited name", "---constructor\nglobalThis.wasRun = true\n---\n"],
    ["JSON", '---json\n{"a":1}\n---\n'],
    ["an alias", "---\na: &a [1]\nb: *a\n---\n"],
    ["broken YAML", "---\na: [\n---\n"],
    ["a list", "---\n- a\n---\n"],
    ["no end", "---\na: b\n"],
    ["too much of it", `---\na: ${"x".repeat(70_000)}\n---\n`],
    ["a function of YAML", "---\na: !!js/function 'function () { globalThis.wasRun = true }'\n---\n"],
  ])("refuses %s or passes it over, and runs nothing", (name, text) => {
    const split = splitFrontMatter(text);
    expect((globalThis as Record<string, unknown>)["wasRun"]).toBeUndefined();
    if (split.ok) expect(name).toMatch(/after a space|function of YAML/);
    else expect(split).toMatchObject({ line: 1 });
  });

  it("answers the same each time, and pollutes no prototype", () => {
    const broken = "---\na: [\n---\n";
    expect(splitFrontMatter(broken)).toEqual(splitFrontMatter(broken));
    const split = splitFrontMatter("---\n__proto__:\n  polluted: true\nconstructor: x\n---\n");
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
    expect(split.ok).toBe(true);
  });

  it("never throws and never loses a byte", () => {
    fc.assert(
      fc.property(hostileText(), hostileText(), (yaml, body) => {
        const text = `---\n${yaml}\n---\n${body}`;
        const split = splitFrontMatter(text);
        if (split.ok) expect(split.raw + split.body).toBe(text);
      }),
      { numRuns: 500 },
    );
  });

  it.each(["\n", "a\n", "- ", "{", "&a ", " #"])("reads as much of %j as it may in time", (unit) => {
    const text = `---\n${unit.repeat(16_000 / unit.length)}\n---\n`;
    expect(cpuTime(() => void splitFrontMatter(text))).toBeLessThan(3_000);
  });
});
