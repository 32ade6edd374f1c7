import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { LANGUAGES } from "../../../src/core/mine/cues.ts";
import { KIND_RULES } from "../../../src/core/mine/kind.ts";
import { matches } from "../../../src/core/mine/pattern-index.ts";
import { requiredText } from "../../../src/core/mine/required-text.ts";

const NAMES = ["asks", "defers", "nits", "settled", "fine", "process", "checks", "vague", "defects"] as const;
const RULES = [
  ...KIND_RULES,
  ...LANGUAGES.flatMap((language) => [...language.sections, ...language.chatter]),
  ...LANGUAGES.flatMap((language) => NAMES.flatMap((name) => language[name] ?? [])),
].map(({ pattern, example }) => ({ pattern, example: example.toLowerCase() }));

describe("requiredText", () => {
  it.each([
    ["plain words", /later on/, ["later on"]],
    ["alternatives", /\b(?:crash|leak)s\b/, ["crashs", "leaks"]],
    ["an optional letter", /\btests?\b/, ["tests", "test"]],
    ["an optional word before", /\bnot (?:really )?needed\b/, ["not really needed", "not needed"]],
    ["the longer of two words", /\bon \w{1,30} purpose/, [" purpose"]],
    ["words on both sides of anything", /\bdo.{0,9}later\b/, ["later"]],
    ["what must be repeated", /(?:very ){1,5}\w/, ["very "]],
    ["a choice of letters", /optimi[sz]e/, ["optimise", "optimize"]],
    ["a look ahead", /please (?!note)/, ["please "]],
    ["an escape of several characters", /\p{L}word\u{1f600}/u, ["word"]],
  ])("of %s", (_name, pattern, expected) => {
    expect(requiredText(pattern)).toEqual(expected);
  });

  it.each([
    ["anything", /\w{3,9}/],
    ["something that may be left out", /(?:crash){0,2}\d/],
    ["an alternative of anything", /crash|\w\d/],
    ["one of many letters", /[a-z]x?/],
  ])("is not known of %s", (_name, pattern) => {
    expect(requiredText(pattern)).toBeUndefined();
  });
});

describe("matches", () => {
  it("answers like the pattern itself", () => {
    const piece = fc.oneof(
      fc.constantFrom(...RULES.map(({ example }) => example)),
      fc
        .constantFrom(...RULES.map(({ example }) => example))
        .chain((text) => fc.nat(text.length).map((from) => text.slice(from, from + 6))),
      fc.string({ unit: "grapheme", maxLength: 8 }),
      fc.constantFrom(" ", ", ", "→", "->", "s/", "✅", "é"),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), fc.constantFrom("", " "), (pieces, separator) => {
        const text = pieces.join(separator).toLowerCase();
        for (const { pattern } of RULES)
          expect([pattern, matches(pattern, text)]).toEqual([pattern, pattern.test(text)]);
      }),
      { numRuns: 300 },
    );
  });

  it("runs a pattern that was not made known", () => {
    expect([matches(/unheard/, "an unheard word"), matches(/unheard/, "a word")]).toEqual([true, false]);
  });
});
