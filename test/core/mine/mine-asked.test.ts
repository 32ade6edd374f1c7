import { expect, it } from "@jest/globals";
import { findWishes, readAsked } from "../../../src/core/asked.ts";
import { mineSuggestions } from "../../../src/core/mine/mine.ts";
import { withAsked } from "../../../src/core/mine/mine-asked.ts";
import { inline, OPTIONS, pull, thread } from "./helpers.ts";

/** Titles of what is found in a thread of these comments, all by a reviewer who may command. */
function titlesOf(comments: string[]): string[] {
  const feedback = pull({ threads: [thread(comments.map((body) => inline(body)))] });
  const asked = readAsked(findWishes(feedback), () => true);
  return withAsked(mineSuggestions(feedback, OPTIONS), asked, feedback).suggestions.map(({ title }) => title);
}

it.each([
  ["what mining would leave out", ["Is this list ever empty?", "/enhance"], 1],
  ["words and a command in one comment", ["The list may be empty.\n/enhance"], 1],
  ["a command alone, whose comment was deleted", ["/enhance"], 0],
  ["commands alone, in the lines of Windows", ["/enhance\r\n\r\n/enhance capture high\r\n", "/enhance"], 0],
])("takes in %s", (_name, comments, count) => {
  expect(titlesOf(comments)).toHaveLength(count);
});
