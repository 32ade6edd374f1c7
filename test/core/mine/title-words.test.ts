/** Titles, word by word: gerunds, capitals, and names in code. */
import { describe, expect, it } from "@jest/globals";
import { asWritten } from "../../../src/core/mine/as-written.ts";
import { lowered } from "../../../src/core/mine/lowered.ts";
import { toTitleOf } from "./title-of.ts";

type Rows = readonly (readonly [said: string, title: string])[];

const expectTitles = (rows: Rows): void => {
  it.each(rows)("%s", (said, title) => {
    expect(toTitleOf(said)).toBe(title);
  });
};

describe("a gerund", () => {
  expectTitles([
    ["Breaking changes in the export format", "Breaking changes in the export format"],
    ["Breaking existing exports of rows", "Breaking existing exports of rows"],
    ["Consider breaking the reader down into two parts.", "Break the reader down into two parts"],
    ["Logging configuration", "Logging configuration"],
    ["Caching layer is bypassed", "Caching layer is bypassed"],
    ["Streaming Reader (read.ts) of pages", "Streaming Reader (read.ts) of pages"],
    ["Naming conventions", "Naming conventions"],
    ["As the list grows, sorting gets slow.", "Sorting gets slow"],
    ["Logging the errors of each page", "Log the errors of each page"],
    ["Sorting rows by name", "Sort rows by name"],
    ["I'd recommend adding a line that says when pages are dropped.", "Add a line that says when pages are dropped"],
    ["Dropping the page when rows are left is slow.", "Dropping the page when rows are left is slow"],
    ["Maybe splitting the reader in two is a better choice?", "Split the reader in two"],
    ["Mia also suggested adding the page to the key.", "Mia also suggested adding the page to the key"],
    ["Suggested adding the page to the key.", "Add the page to the key"],
    ["Maybe worth factoring out the page reader.", "Factor out the page reader"],
    ["I would recommend simply saying the page is read once.", "Say the page is read once"],
    ["Do you mind adding a line on pages to the README?", "Add a line on pages to the README"],
  ]);
});

describe("a word at the start of a sentence stands in small letters inside", () => {
  expectTitles([
    ["Minor leak of handles risk", "Fix minor leak of handles risk"],
    ["Fragile handling of pages", "Fix fragile handling of pages"],
    ["Typo in the page reader", "Fix typo in the page reader"],
    ["Paging loop has no upper bound", "Add upper bound to paging loop"],
    ["Package root should contain sources alone", "Make package root contain sources alone"],
    ["Redis client should retry reads", "Make Redis client retry reads"],
    ["German labels should be sorted", "Sort German labels"],
    ["Page Numbers Don't Match", "Make page numbers match"],
  ]);

  it.each([
    ["Amazon Aurora tables", "Amazon Aurora tables"],
    ["The Reader", "the Reader"],
    ["JSON keys", "JSON keys"],
    ["Page::of", "Page::of"],
    ["Page.of(rows)", "Page.of(rows)"],
    ["X-Ray reader", "X-Ray reader"],
    ["I/O errors", "I/O errors"],
    ["Race Condition of Readers", "race condition of readers"],
  ])("%s", (phrase, inside) => {
    expect(lowered(phrase)).toBe(inside);
  });
});

describe("a name in code keeps its letters", () => {
  it.each([
    [
      "Page list --all with one key fails",
      "`page list --all` with one key fails",
      "page list --all with one key fails",
    ],
    ["Page-lint fails on main", "`page-lint` fails on main", "page-lint fails on main"],
    ["Drop the page", "`drop` is a verb here. Drop the page", "Drop the page"],
    ["Make reader close its file", "`Reader` should close its file", "Make Reader close its file"],
    ["Make reader close the reader", "`Reader` is a reader", "Make reader close the reader"],
  ])("%s", (title, content, kept) => {
    expect(asWritten(title, content)).toBe(kept);
  });
});
