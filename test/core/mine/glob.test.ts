import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { cpuTime } from "../../helpers/cpu-time.ts";
import { isMeant, matchesGlob } from "../../../src/core/mine/glob.ts";

describe("matchesGlob", () => {
  it.each([
    ["a.ts", "a.ts"],
    ["src/a.ts", "src/*.ts"],
    ["src/a.ts", "src/?.ts"],
    ["src/db/a.ts", "src/**"],
    ["src/db/a.ts", "**"],
    ["src/db/a.ts", "src**.ts"],
    ["foo.ts", "**/foo.ts"],
    ["src/foo.ts", "**/foo.ts"],
    ["src/db/foo.ts", "src/**/foo.ts"],
    ["src/foo.ts", "src/**/foo.ts"],
    ["src/foo.ts/foo.ts", "**/foo.ts"],
    ["barfoo/foo.ts", "**/foo.ts"],
    ["vendor/x.ts", "**/vendor/**"],
    ["lib/vendor/a/x.ts", "**/vendor/**"],
    ["myvendor/vendor/x.ts", "**/vendor/**"],
    ["a/gen/x.ts", "**/gen/*.ts"],
    ["a/b/c/d.ts", "**/b/**/d.ts"],
    ["a/b/x.test.ts", "**/*.test.ts"],
    ["a/b", "a**/b"],
  ])("%s matches %s", (path, glob) => {
    expect(matchesGlob(path, glob)).toBe(true);
  });

  it.each([
    ["src/db/a.ts", "src/*.ts"],
    ["src/a.ts", "src?a.ts"],
    ["vendor", "vendor/**"],
    ["myvendor/x.ts", "vendor/**"],
    ["src/barfoo.ts", "**/foo.ts"],
    ["barfoo.ts", "**/foo.ts"],
    ["src/latest.ts", "**/test.ts"],
    ["src/myvendor/x.ts", "**/vendor/**"],
    ["x/oxygen/y.ts", "**/gen/*.ts"],
    ["a/xb/c/d.ts", "**/b/**/d.ts"],
    ["a/b/c/xd.ts", "**/b/**/d.ts"],
    ["src/foo.tsx", "**/foo.ts"],
    ["ab", "a**/b"],
    ["ab", "a**/**"],
  ])("%s does not match %s", (path, glob) => {
    expect(matchesGlob(path, glob)).toBe(false);
  });

  const MEANS: Readonly<Record<string, string>> = { "**/": "(?:.*(?<=^|/))", "**": ".*", "*": "[^/]*", "?": "[^/]" };

  it("says of any path what a regular expression would", () => {
    const name = fc.string({ unit: fc.constantFrom("a", "b"), minLength: 1, maxLength: 3 });
    const paths = fc.array(name, { minLength: 1, maxLength: 4 }).map((names) => names.join("/"));
    const globs = fc.array(fc.constantFrom("a", "b", "/", "*", "?", "**", "**/"), { maxLength: 8 });
    fc.assert(
      fc.property(paths, globs, (path, pieces) => {
        const glob = pieces.join("");
        const source = glob.replace(/\*\*\/|\*\*|[*?]/g, (piece) => MEANS[piece] ?? piece);
        expect(matchesGlob(path, glob)).toBe(new RegExp(`^${source}$`).test(path));
      }),
      { numRuns: 2_000 },
    );
  });

  it("takes little time for many stars", () => {
    const path = "a/".repeat(2_000);
    for (const glob of [`${"**/a/".repeat(20)}*b`, `${"**a".repeat(20)}b`])
      expect(cpuTime(() => expect(matchesGlob(path, glob)).toBe(false))).toBeLessThan(1_000);
  });
});

describe("isMeant", () => {
  it.each([
    ["vendor/a/x.ts", "vendor/"],
    ["vendor/a/x.ts", "vendor"],
    ["vendor/a/x.ts", "/vendor/**"],
    ["vendor/a/x.ts", "./vendor/**"],
    ["vendor/a/x.ts", "./vendor"],
    ["vendor", "vendor"],
    ["packages/api/dist/x.js", "packages/*/dist"],
    ["packages/api/x.js", "packages/*/"],
    ["a/gen/b/x.ts", "**/gen/"],
    ["gen/x.ts", "**/gen"],
    ["src/a.ts", "/src/*.ts"],
  ])("%s is meant by %s", (path, pattern) => {
    expect(isMeant(path, pattern)).toBe(true);
  });

  it.each([
    ["lib/vendor/x.ts", "vendor/"],
    ["lib/vendor/x.ts", "vendor"],
    ["vendored/x.ts", "vendor"],
    ["vendor", "vendor/"],
    ["src/db/a.ts", "src/*"],
    ["src/db/a.ts", "/src/*.ts"],
  ])("%s is not meant by %s", (path, pattern) => {
    expect(isMeant(path, pattern)).toBe(false);
  });
});
