import { expect, it } from "@jest/globals";
import { hasWords } from "../../../src/core/mine/has-words.ts";

it.each([
  ["", 1],
  ["one", 1],
  ["one two", 2],
  ["one two three", 3],
  ["one  two", 3],
])("%j has %i words, and no more", (text, count) => {
  expect([count - 1, count, count + 1].map((least) => hasWords(text, least))).toEqual([true, true, false]);
});
