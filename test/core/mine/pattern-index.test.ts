import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { LANGUAGES } from "../../../src/core/mine/cues.ts";
import { anyOf } from "../../../src/core/mine/forms.ts";
import { KIND_RULES } from "../../../src/core/mine/kind.ts";
import { TABLES } from "../../../src/core/mine/languages/language.ts";
import { NOTICE_RULES } from "../../../src/core/mine/notices.ts";
import { indexPatterns, mayStand, indexOfFirst, possibleIn } from "../../../src/core/mine/pattern-index.ts";
import { APART, EDGE, requiredText, START } from "../../../src/core/mine/required-text.ts";
import { SEVERITY_RULES } from "../../../src/core/mine/severity.ts";

const ROWS = LANGUAGES.flatMap((language) => [
  ...language.sections,
  ...language.chatter,
  ...TABLES.flatMap((table) => language[table] ?? []),
]);
const RULES = [
  ...[...KIND_RULES, ...SEVERITY_RULES].map(({ pattern, example }): [RegExp, string] => [pattern, example]),
  ...NOTICE_RULES.flatMap(({ forms, ...frame }) =>
    Object.entries(forms).map(([example, form]): [RegExp, string] => [anyOf({ [example]: form }, frame), example]),
  ),
  ...ROWS.flatMap(({ forms, unless = {} }) =>
    [...Object.entries(forms), ...Object.entries(unless)].map(([example, pattern]): [RegExp, string] => [
      pattern,
      example,
    ]),
  ),
].map(([pattern, example]) => ({ pattern, example: example.toLowerCase() }));

const PATTERNS = indexPatterns(RULES.map(({ pattern }) => pattern));

describe("requiredText", () => {
  it.each([
    ["plain words", /later on/, ["later on"]],
    ["alternatives", /\b(?:crash|leak)s\b/, [`${EDGE}crashs`, `${EDGE}leaks`].map((text) => text + EDGE)],
    ["an optional letter", /\btests?\b/, [`${EDGE}tests${EDGE}`, `${EDGE}test${EDGE}`]],
    [
      "an optional word before",
      /\bnot (?:really )?needed\b/,
      [`${EDGE}not really needed${EDGE}`, `${EDGE}not needed${EDGE}`],
    ],
    ["the longer of two words", /\bon \w{1,30} purpose/, [" purpose"]],
    ["a word after white space", /\w (?:\w{1,9} )?purpose/, [`${APART}purpose`]],
    ["the start", /^(?:\W{0,4})fixed/, [`${APART}fixed`]],
    [
      "one of many words, behind words that may be left out",
      /^\W{0,4}(?:just |only )?(?:a|b|c|d|e|f|g|h|i)x/,
      "abcdefghi".split("").map((letter) => `${APART}${letter}`),
    ],
    [
      "words of a part at its start, and others within it",
      /\b(?:crash|leak(?: \w{1,9})? badly|\d spaces)/,
      [`${EDGE}crash`, " badly", " spaces"],
    ],
    ["the very start", /^fixed/, [`${START}fixed`]],
    ["what it opens with, not the longer word within", /^so (?:\w{1,9} )?purpose/, [`${START}so `]],
    ["how a word begins", /\b(?:crash|leak\w{0,9})\b/, [`${EDGE}crash`, `${EDGE}leak`]],
    ["words on both sides of anything", /\bdo.{0,9}\blater\b/, [`${EDGE}later${EDGE}`]],
    ["the one of two words that begins a word", /\bdo.{0,9}later\b/, [`${EDGE}do`]],
    ["a bracket that may be left out", /known issue \(?#\d/, ["known issue (#", "known issue #"]],
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
    ["flags within the pattern", /(?i:foo)bar/],
    ["flags behind a backslash", /\\(?i:foo)/],
    ["a character of two code units that may be left out", /^a😀?b/u],
  ])("is not known of %s", (_name, pattern) => {
    expect(requiredText(pattern)).toBeUndefined();
  });
});

describe("possibleIn", () => {
  it("holds every pattern that matches", () => {
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
        const possible = possibleIn(text);
        for (const [nth, { pattern }] of RULES.entries())
          if (pattern.test(text)) expect([pattern, mayStand(PATTERNS, nth, possible)]).toEqual([pattern, true]);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ["a mark that stands for the start elsewhere", /\^foo/, "a ^foo"],
    ["that mark right behind a word", /\b\^foo\b/, "x^foo"],
    ["the start", /^foo/, "foo"],
    ["more words than are looked for", /\bthe quick brown foxes\b/, "the quick brown foxes"],
    ["capitals and digits", /A1_/, "xA1_"],
    ["a text that ends", /\bfoo\b/, "(foo"],
  ])("holds a pattern for %s", (_name, pattern, text) => {
    expect(pattern.test(text)).toBe(true);
    expect(mayStand(indexPatterns([pattern]), 0, possibleIn(text))).toBe(true);
  });

  it("leaves out most patterns", () => {
    const possible = possibleIn("the quick brown fox jumps over the lazy dog");
    expect(RULES.filter((_rule, nth) => mayStand(PATTERNS, nth, possible)).length).toBeLessThan(RULES.length / 8);
  });

  it.each([
    ["a word that goes on", /\bleaks\b/, "leaksy"],
    ["a word that began before", /\bleaks\b/, "xleaks"],
    ["words not at the start", /^fixed it/, "i fixed it"],
    ["a word right behind another", /^(?:\W{0,4})hotfix/, "ahotfix"],
  ])("leaves out a pattern for %s", (_name, pattern, text) => {
    expect(mayStand(indexPatterns([pattern]), 0, possibleIn(text))).toBe(false);
  });
});

describe("indexOfFirst", () => {
  const COUNTS = Array.from({ length: 70 }, (_, number) => `${String.fromCharCode(97 + (number % 26))}word${number}x`);
  const patterns = indexPatterns(COUNTS.map((word) => new RegExp(`\\b${word}\\b`)));

  it("finds each that stands, one after the other", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(COUNTS.length - 1), { maxLength: 8 }), (some) => {
        const text = some.map((place) => COUNTS[place]).join(" ");
        const possible = possibleIn(text);
        const found: number[] = [];
        for (
          let at = indexOfFirst(patterns, text, possible);
          at !== -1;
          at = indexOfFirst(patterns, text, possible, at + 1)
        ) {
          found.push(at);
        }
        expect(found).toEqual(some.toSorted((one, other) => one - other));
      }),
    );
  });

  it("finds none of an empty list", () => {
    expect(indexOfFirst(indexPatterns([]), "anything", possibleIn("anything"))).toBe(-1);
  });
});
