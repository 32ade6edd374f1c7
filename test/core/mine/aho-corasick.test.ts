import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { automatonOf, BETWEEN, isRare } from "../../../src/core/mine/aho-corasick.ts";

/** Each phrase and the place right behind it, as the automaton tells of them. */
function found(phrases: readonly string[], text: string): string[] {
  const all: string[] = [];
  automatonOf(phrases).run(
    text,
    (nth, end) => all.push(`${phrases[nth] ?? ""}@${end}`),
    () => undefined,
  );
  return all.sort();
}

/** The same by looking everywhere; what is between words may stand before and behind the text. */
function looked(phrases: readonly string[], text: string): string[] {
  const whole = `${BETWEEN}${text}${BETWEEN}`;
  const ends = Array.from({ length: whole.length + 1 }, (_, end) => end);
  return phrases
    .flatMap((phrase) =>
      ends.filter((end) => whole.slice(0, end).endsWith(phrase)).map((end) => `${phrase}@${end - 1}`),
    )
    .sort();
}

describe("an automaton", () => {
  it("finds each phrase wherever it stands", () => {
    const words = fc.string({ unit: fc.constantFrom("a", "b", "c", " "), minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(
        fc.uniqueArray(
          words.filter((word) => word.trim() !== ""),
          { maxLength: 12 },
        ),
        fc.string({ unit: fc.constantFrom("a", "b", "c", " "), maxLength: 40 }),
        (phrases, text) => expect(found(phrases, text)).toEqual(looked(phrases, text)),
      ),
      { numRuns: 500 },
    );
  });

  it.each([
    ["a phrase that ends another", ["lock", "deadlock"], "a deadlock", ["deadlock@10", "lock@10"]],
    ["one that begins another", ["time", "timeout"], "timeout", ["time@4", "timeout@7"]],
    ["the edge of a word at the start", [" fix"], "fix it", [" fix@3"]],
    ["and at the end", ["it "], "fix it", ["it @7"]],
    ["no word that goes on", [" is "], "this island", []],
    ["any mark for a blank", ["don t"], "don't", ["don t@5"]],
    ["a phrase twice", ["a b"], "a b a b", ["a b@3", "a b@7"]],
  ])("finds %s", (_name, phrases, text, expected) => {
    expect(found(phrases, text)).toEqual(expected);
  });

  it("tells of what is rare, and where", () => {
    const told: [string, number][] = [];
    automatonOf(["a"]).run(
      "a → b >",
      () => undefined,
      (code, at) => told.push([String.fromCharCode(code), at]),
    );
    expect(told).toEqual([
      ["→", 2],
      [">", 6],
    ]);
    expect(["a", " ", "_", "-", "é", "請"].map(isRare)).toEqual([false, false, false, false, true, true]);
  });

  it("refuses more phrases than it can tell apart", () => {
    const many = Array.from({ length: 20_000 }, (_, number) =>
      number
        .toString(26)
        .padStart(4, "0")
        .replace(/\d/g, (digit) => "qrstuvwxyz"[Number(digit)] ?? "q")
        .concat("abcdef"),
    );
    expect(() => automatonOf(many)).toThrow("20000 phrases are too many");
  });

  it("refuses phrases of which too many end in each other", () => {
    const nested = Array.from({ length: 300 }, () => "a");
    const longer = Array.from(
      { length: 300 },
      (_, number) => "b".repeat(1 + (number % 20)) + "a".repeat(1 + number / 20),
    );
    expect(() => automatonOf([...nested, ...longer])).toThrow("600 phrases end in each other too often");
  });
});
