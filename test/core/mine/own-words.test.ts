import { describe, expect, it } from "@jest/globals";
import { ownWordIn } from "../../../src/core/mine/own-words.ts";

describe("ownWordIn", () => {
  it.each([
    ["Parking lot: cache the size", ["parking lot"], "parking lot"],
    ["for the PARKING LOT.", ["parking lot"], "parking lot"],
    ["for #later, please", ["#later"], "#later"],
    ["parkinglots", ["parking lot"], undefined],
    ["laterally", ["later"], undefined],
    ["collateral, later", ["later"], "later"],
    ["a.*b", [".*"], ".*"],
    ["ab", [".*"], undefined],
    ["以后再做", ["以后"], undefined],
    ["anything", [], undefined],
  ])("in %j of %j is %j", (text, words, expected) => {
    expect(ownWordIn(text, words)).toBe(expected);
  });
});
