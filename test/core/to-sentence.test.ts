import { describe, expect, it } from "@jest/globals";
import { toSentence } from "../../src/core/to-sentence.ts";

describe("toSentence", () => {
  it.each([
    ["there is no enhancement 099", "There is no enhancement 099."],
    ['did you mean "/enhance reject"?', 'Did you mean "/enhance reject"?'],
    ["it is done.", "It is done."],
    ["001 names more than one", "001 names more than one."],
  ])("of %j is %j", (clause, sentence) => {
    expect(toSentence(clause)).toBe(sentence);
  });
});
