import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import {
  directoryName,
  LONGEST_SLUG,
  nextId,
  parseDirectoryName,
  slugify,
  takenNumber,
} from "../../src/core/allocate.ts";
import { NAUGHTY_STRINGS } from "../helpers/suites.ts";

describe("nextId", () => {
  it.each([
    ["an empty catalog", [], "001"],
    ["a gap, which stays a gap", [1, 7], "008"],
    ["unsorted numbers", [10, 2], "011"],
    ["the end of three digits", [999], "1000"],
    ["four digits", [1, 1234], "1235"],
  ])("follows %s", (_name, taken, expected) => {
    expect(nextId(new Set(taken))).toBe(expected);
  });
});

describe("takenNumber", () => {
  it.each([
    ["007-pool-connections", 7],
    ["7-foo", 7],
    ["007", 7],
    ["1000-x", 1000],
    ["1000x", 1000],
    ["012_Under", 12],
    ["0042-padded", 42],
    ["2025-10-13-notes", 2025],
    ["000-template", undefined],
    ["notes", undefined],
    ["v7", undefined],
    [".007", undefined],
    ["", undefined],
    ["20251013-notes", undefined],
    ["1234567890123456789012-x", undefined],
    ["٧-arabic", undefined],
  ])("of %j is %j", (name, number) => {
    expect(takenNumber(name)).toBe(number);
  });
});

describe("slugify", () => {
  it.each([
    ["Use Redis™ for Caching!", "use-redis-for-caching"],
    ["Éviter les états globaux de l'œuvre", "eviter-les-etats-globaux-de-loeuvre"],
    ["Größe der Straße prüfen", "groesse-der-strasse-pruefen"],
    ["ÄNDERUNG", "aenderung"],
    ["Кэшировать запросы", "keshirovat-zaprosy"],
    ["Αποθήκευση δεδομένων", "apothikeysi-dedomenon"],
    ["Łódź i Kraków", "lodz-i-krakow"],
    ["useMyHook and PostgreSQL", "usemyhook-and-postgresql"],
    ["Read & write", "read-and-write"],
    ["Don't repeat `it`", "dont-repeat-it"],
    ["../../etc/passwd", "etc-passwd"],
    [".git/hooks", "git-hooks"],
    ["缓存", "untitled"],
    ["", "untitled"],
    ["...", "untitled"],
    ["con", "con-item"],
    ["AUX", "aux-item"],
    ["nul.txt", "nul-txt"],
    ["COM1", "com1-item"],
    ["ﬁne ＦＵＬＬ", "fine-full"],
    ["a".repeat(100), "a".repeat(60)],
    [`${"word ".repeat(11)}endless`, "word-word-word-word-word-word-word-word-word-word-word"],
  ])("%j -> %s", (title, slug) => {
    expect(slugify(title)).toBe(slug);
  });

  const isSafe = (slug: string) => {
    expect(slug).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
    expect(slug.length).toBeLessThanOrEqual(LONGEST_SLUG + "-item".length);
    expect(slug).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d)$/);
  };

  it("is safe on every file system and reads back, whatever the title", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), fc.integer({ min: 1, max: 5000 }), (title, number) => {
        const id = String(number).padStart(3, "0");
        const slug = slugify(title);
        isSafe(slug);
        expect(parseDirectoryName(directoryName(id, slug))).toEqual({ id, slug });
        expect(takenNumber(directoryName(id, slug))).toBe(number);
        expect(slugify(slug.replace(/-item$/, ""))).toBe(slug);
      }),
    );
  });

  it("is safe for every naughty string", () => {
    for (const text of NAUGHTY_STRINGS) isSafe(slugify(text));
  });
});

describe("parseDirectoryName", () => {
  it.each(["7-foo", "007", "007-", "007-Foo", "007--a", "007-a-", "0007-a", "000-a", "007-a/b", "007-a\n", "٠٠٧-a"])(
    "knows that %j is not ours",
    (name) => {
      expect(parseDirectoryName(name)).toBeUndefined();
    },
  );
});
