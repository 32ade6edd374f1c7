import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { automatonOf, BEGINNING, BETWEEN, isRare, type Phrase } from "../../../src/core/mine/aho-corasick.ts";

/** Each phrase as often as the automaton tells of it. */
function found(phrases: readonly string[], text: string): string[] {
  const all: string[] = [];
  automatonOf(phrases.map((phrase, number) => [phrase, number])).run(
    text,
    (number) => {
      all.push(phrases[number] ?? "");
    },
    () => undefined,
  );
  return all.sort();
}

/** The same by looking everywhere; what is between words may stand before and behind the text. */
function looked(phrases: readonly string[], text: string): string[] {
  const whole = `${BETWEEN}${text}${BETWEEN}`;
  const starts = Array.from(whole, (_, start) => start);
  return phrases
    .flatMap((phrase) => {
      const isFirst = phrase.startsWith(BEGINNING);
      const written = isFirst ? phrase.slice(BEGINNING.length) : phrase;
      return (isFirst ? [BETWEEN.length] : starts)
        .filter((start) => whole.startsWith(written, start))
        .map(() => phrase);
    })
    .sort();
}

describe("an automaton", () => {
  it("finds each phrase wherever it stands", () => {
    const unit = fc.constantFrom("a", "b", "c", BETWEEN);
    const words = fc.string({ unit, minLength: 1, maxLength: 6 }).filter((word) => word.trim() !== "");
    const phrase = fc.tuple(fc.constantFrom("", "", BEGINNING), words).map(([before, word]) => before + word);
    fc.assert(
      fc.property(fc.uniqueArray(phrase, { maxLength: 12 }), fc.string({ unit, maxLength: 40 }), (phrases, text) => {
        expect(found(phrases, text)).toEqual(looked(phrases, text));
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ["a phrase that ends another", ["lock", "deadlock"], "a deadlock", ["deadlock", "lock"]],
    ["one that begins another", ["time", "timeout"], "timeout", ["time", "timeout"]],
    ["one within another that breaks off", ["deadlocks", "lock"], "deadlock", ["lock"]],
    ["the edge of a word at the start", [" fix"], "fix it", [" fix"]],
    ["and at the end", ["it "], "fix it", ["it "]],
    ["no word that goes on", [" is "], "this island", []],
    ["any mark for a blank", ["don t"], "don't", ["don t"]],
    ["a phrase twice", ["a b"], "a b a b", ["a b", "a b"]],
    ["what the text starts with", [`${BEGINNING}fix`, " fix"], "fix a fix", [`${BEGINNING}fix`, " fix", " fix"]],
    ["nothing at the start that stands later", [`${BEGINNING}fix`], `${BEGINNING} fix`, []],
  ])("finds %s", (_name, phrases, text, expected) => {
    expect(found(phrases, text)).toEqual(expected);
  });

  it("tells once, at one place, of phrases with one number", () => {
    const told: number[] = [];
    automatonOf([
      ["deadlock", 7],
      ["lock", 7],
      ["lock", 9],
    ]).run(
      "deadlock",
      (number) => {
        told.push(number);
      },
      () => undefined,
    );
    expect(told).toEqual([7, 9]);
  });

  it("tells of what is rare, and where", () => {
    const told: [string, number][] = [];
    automatonOf([["a", 0]]).run(
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
    expect(() => automatonOf(many.map((phrase, number) => [phrase, number]))).toThrow(
      "20000 phrases are too many; give shorter ones, or fewer",
    );
  });

  it("refuses a number that it cannot keep", () => {
    expect(() => automatonOf([["a", 65_536]])).toThrow("the number of a phrase, 65536, is beyond 65535; count from 0");
  });

  it("refuses phrases of which too many end in each other", () => {
    const nested = Array.from({ length: 300 }, () => "a");
    const longer = Array.from(
      { length: 300 },
      (_, number) => "b".repeat(1 + (number % 20)) + "a".repeat(1 + number / 20),
    );
    const phrases = [...nested, ...longer].map((phrase, number): Phrase => [phrase, number]);
    expect(() => automatonOf(phrases)).toThrow(
      "600 phrases end in each other too often; give fewer that end in another",
    );
  });
});
