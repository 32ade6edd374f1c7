import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { didYouMean } from "../../src/core/did-you-mean.ts";

describe("didYouMean", () => {
  it.each<[word: string, known: string[], meant: string | undefined]>([
    ["redy", ["ready", "rejected"], "ready"],
    ["Reayd", ["ready", "rejected"], "ready"],
    ["readyy", ["ready", "rejected"], "ready"],
    ["raedi", ["ready", "rejected"], "ready"],
    ["in_progress", ["in-progress", "ready"], "in-progress"],
    ["rej", ["ready", "rejected"], "rejected"],
    ["re", ["ready", "rejected"], undefined],
    ["lst", ["list"], "list"],
    ["lts", ["list"], undefined],
    ["done", ["completed", "ready"], undefined],
    ["loq", ["low", "log"], undefined],
    ["r", ["ready"], undefined],
    ["", ["ready"], undefined],
    ["ready".repeat(20), ["ready"], undefined],
  ])("%j among %j: %j", (word, known, meant) => {
    expect(didYouMean(word, known)).toBe(meant);
  });

  it("knows a word with one letter changed, added, left out or swapped", () => {
    const known = "critical";
    const place = fc.integer({ min: 1, max: known.length - 2 });
    fc.assert(
      fc.property(place, fc.constantFrom("#", "", "swap", "add"), (at, mistake) => {
        const rest = known.slice(at + 1);
        let word = known.slice(0, at) + mistake + rest;
        if (mistake === "add") word = `${known.slice(0, at)}#${known.slice(at)}`;
        if (mistake === "swap") word = `${known.slice(0, at)}${rest[0] ?? ""}${known[at] ?? ""}${rest.slice(1)}`;
        expect(didYouMean(word, [known, "blocked", "deferred"])).toBe(known);
      }),
    );
  });
});
