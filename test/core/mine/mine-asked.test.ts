import { expect, it } from "@jest/globals";
import { findWishes, readAsked } from "../../../src/core/asked.ts";
import { mineSuggestions } from "../../../src/core/mine/mine.ts";
import { withAsked } from "../../../src/core/mine/mine-asked.ts";
import type { Suggestion } from "../../../src/core/suggestion.ts";
import { inline, OPTIONS, pull, thread } from "./helpers.ts";

const CURSOR = "Could we close the cursor in `finally`? It leaks when parsing fails.";

/** What is found in a thread of these comments, all by a reviewer who may command. */
function foundIn(comments: string[]): Suggestion[] {
  const feedback = pull({ threads: [thread(comments.map((body) => inline(body)))] });
  const asked = readAsked(findWishes(feedback), () => true);
  return withAsked(mineSuggestions(feedback, OPTIONS), asked, feedback).suggestions;
}

it.each([
  ["what mining would leave out", ["Is this list ever empty?", "/enhance"], 1],
  ["words and a command in one comment", ["The list may be empty.\n/enhance"], 1],
  ["a command alone, whose comment was deleted", ["/enhance"], 0],
  ["commands alone, in the lines of Windows", ["/enhance\r\n\r\n/enhance capture high\r\n", "/enhance"], 0],
  ["a command alone, in capitals", ["/Enhance capture high"], 0],
  ["a command alone, behind spaces", ["  /enhance capture high"], 0],
  ["a command alone, in another tool's spelling", ["/github:pr-review 12", "/enhance"], 0],
  ["an example of a command alone", ["`/enhance capture high`", "/enhance"], 1],
])("takes in %s", (_name, comments, count) => {
  expect(foundIn(comments)).toHaveLength(count);
});

it.each([
  ["its command last", "The naming here confuses me a bit.\n/enhance capture", "The naming here confuses me a bit."],
  ["its command first", "/enhance\nThe naming here confuses me a bit.", "The naming here confuses me a bit."],
  ["a command within", "The naming confuses me.\n/Enhance capture\nAnd the order.", "The naming confuses me."],
  ["two within", "\n  /enhance\nThe naming confuses me.\r\n/enhance list\r\nBye.", "The naming confuses me."],
])("quotes a comment that is kept whole up to a command: %s", (_name, body, quote) => {
  const [kept, ...others] = foundIn([body]);
  expect(others).toEqual([]);
  expect(kept).toMatchObject({ quote, description: expect.not.stringMatching(/enhance/i) as unknown });
  expect(kept?.title).not.toMatch(/enhance/i);
});

it.each([
  ["above a command", "Agreed, we saw this leak in production twice.\n/enhance capture high"],
  ["under a command", "/enhance capture high\nAgreed, we saw this leak in production twice."],
  ["between commands", "  /Enhance\nAgreed, we saw this leak in production twice.\n/github:pr-review 12"],
])("repeats what a reply says %s", (_name, reply) => {
  expect(foundIn([CURSOR, reply])).toMatchObject([
    {
      description:
        "Could we close the cursor in finally? It leaks when parsing fails.\n\n" +
        "robin replied: Agreed, we saw this leak in production twice.",
    },
  ]);
});
