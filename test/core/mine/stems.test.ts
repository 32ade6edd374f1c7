/** What a text is about: its words without endings and without those that carry no meaning. */
import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { overlap, standIn, stems } from "../../../src/core/mine/stems.ts";

describe("the stems of a text", () => {
  it.each([
    ["Validate the header", "validating headers", "validation of a header"],
    ["Split the calls", "splitting calls", "we should split this call"],
    ["Naïve Größe", "naïve größe", "the naïve Größe"],
  ])("are the same for %j, %j and %j", (one, other, third) => {
    expect([...stems(other)]).toEqual([...stems(one)]);
    expect([...stems(third)]).toEqual([...stems(one)]);
    expect(stems(one).size).toBeGreaterThan(0);
  });

  it("leave out words that any review holds, and single letters", () => {
    expect(stems("We should fix this, and add it to a PR: x y z").size).toBe(0);
  });

  it("are those of its words, whatever was read before", () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-zé_0-9]{1,12}$/), { maxLength: 40 }), (words) => {
        const apart = new Set(words.flatMap((word) => [...stems(word)]));
        for (const word of words) for (const stem of stems(word)) expect(word.startsWith(stem)).toBe(true);
        expect(stems(words.join(" — "))).toEqual(apart);
      }),
      { numRuns: 1_000 },
    );
  });

  it("are at most sixty, and those of a word without end are read in pieces", () => {
    const many = Array.from({ length: 200 }, (_, nth) => `word${nth}x`).join(" ");
    expect(stems(many).size).toBe(60);
    expect([...stems("q".repeat(100))].map((stem) => stem.length)).toEqual([40, 20]);
  });
});

describe("two sets of stems", () => {
  it.each([
    ["parse header twice", "header", 1, true],
    ["parse header twice", "header footer", 0.5, true],
    ["parse header twice", "header footer", 0.6, false],
    ["parse header twice read rows", "parse header twice read files and more", 0.8, true],
    ["parse header twice read rows", "parse header twice open files and more", 0.8, false],
    ["parse header", "close socket", 0.1, false],
    ["parse header", "", 0, false],
  ])("%j and %j share at least %d of the smaller: %s", (one, other, share, expected) => {
    expect(overlap(stems(one), stems(other), share)).toBe(expected);
    expect(overlap(stems(other), stems(one), share)).toBe(expected);
  });

  it("stand in another one way, whichever is the larger", () => {
    expect(standIn(stems("parse header"), stems("parse header twice"), 1)).toBe(true);
    expect(standIn(stems("parse header twice"), stems("parse header"), 1)).toBe(false);
  });
});
