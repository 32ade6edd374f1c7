/** Where titles end. */
import { describe, expect, it } from "@jest/globals";
import { LONGEST_TITLE } from "../../../src/core/mine/text-end.ts";
import { toTitleOf } from "./title-of.ts";

type Rows = readonly (readonly [said: string, title: string])[];

const expectTitles = (rows: Rows): void => {
  it.each(rows)("%s", (said, title) => {
    expect(toTitleOf(said)).toBe(title);
  });
};

describe("a title is not cut", () => {
  expectTitles([
    ["Keep one list of all pages, or", "Keep one list of all pages"],
    [
      "Sort the old pages, otherwise it is hard to tell which of them the reader is still going to keep.",
      "Sort the old pages",
    ],
    ["The reader keeps the rows of a page, including:", "The reader keeps the rows of a page"],
  ]);

  it.each([
    [
      "before what its last verb needs",
      "The `read_all_pages_of_the_list` function doesn't validate that `rows` is a list of pages, so it fails.",
      /validate that/,
    ],
    [
      "before what is said of its subject",
      "The readers and writers named in the current list of all of the pages do not exist on this branch.",
      /…$/,
    ],
    [
      "between a condition and its verb",
      "Consider if the fix of the reader mentioned in the description of the change was merged to main.",
      /mentioned in/,
    ],
    [
      "between words that belong together",
      "Check that the order of all the pages in the new list should always be based on their numbers alone.",
      /^(?!.*\bbased$)/,
    ],
    [
      "within a comparison",
      "The key of each page of the list must be at least as long as the key of the old page was.",
      /as long as/,
    ],
    [
      "before what somebody is asked to do",
      "We keep the order of all of the pages in the new list and require each reader to be done with them.",
      /^(?!.*require each reader$)/,
    ],
    [
      "behind what is only so in one way",
      "The old entries of the list of pages are only removed via the close call, which nobody ever makes.",
      /^(?!.*removed$)/,
    ],
  ])("%s", (_name, said, form) => {
    const title = toTitleOf(said);
    expect(title).toMatch(form);
    expect(title.length).toBeLessThanOrEqual(LONGEST_TITLE);
  });
});
