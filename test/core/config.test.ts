import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { DEFAULT_CONFIG, parseConfig } from "../../src/core/config.ts";

describe("parseConfig", () => {
  it.each([
    ["an empty file", ""],
    ["only comments", "# nothing yet\n"],
    ["an explicit null", "~"],
  ])("reads %s as the defaults", (_name, text) => {
    expect(parseConfig(text)).toEqual({ ok: true, config: DEFAULT_CONFIG });
  });

  it("replaces what is given and keeps the rest", () => {
    const parsed = parseConfig("mode: commit\ncapture:\n  from:\n    people: anyone\n");
    expect(parsed).toMatchObject({
      ok: true,
      config: {
        mode: "commit",
        directory: "enhancements",
        capture: { on: "review", from: { people: "anyone", tools: "known" }, max_per_pull_request: 8 },
      },
    });
  });

  it.each<[name: string, text: string, line: number | undefined, message: RegExp]>([
    ["an unknown key", "enabled: true\nenable: false\n", 2, /unknown key "enable"/],
    ["an unknown key further in", "capture:\n  when: now\n", 2, /unknown key "capture.when"/],
    ["a wrong value", "directory: enhancements\nmode: rewrite\n", 2, /^mode: /],
    ["a wrong type", "capture:\n  max_per_pull_request: many\n", 2, /capture.max_per_pull_request/],
    ["a directory that leaves the repository", "directory: ../../etc\n", 1, /relative path/],
    ["a hidden directory", "directory: .github/workflows\n", 1, /relative path/],
    ["an absolute directory", "directory: /etc\n", 1, /relative path/],
    ["a branch prefix without an end", "follow_up:\n  branch_prefix: main\n", 2, /ends with "\/"/],
    ["a list at the top", "- a\n", undefined, /the config/],
    ["broken YAML", "mode: [\n", 2, /not valid YAML/],
    ["an alias", "a: &a [1]\nb: *a\n", undefined, /aliases/],
    ["a file over the limit", `# ${"x".repeat(70_000)}\n`, undefined, /bytes long/],
    ["a duplicate key", "enabled: true\nenabled: false\n", 2, /not valid YAML/],
    ["an inherited name", "__proto__:\n  enabled: false\n", 1, /unknown key "__proto__"/],
  ])("refuses %s", (_name, text, line, message) => {
    const parsed = parseConfig(text);
    if (parsed.ok) throw new Error("taken as valid");
    expect(parsed.problems).not.toHaveLength(0);
    expect(parsed.problems[0]).toMatchObject({ path: ".github/enhance.yml", severity: "error" });
    expect(parsed.problems[0]?.line).toBe(line);
    expect(parsed.problems[0]?.message).toMatch(message);
  });

  it("never throws", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => void parseConfig(text)));
  });
});
