/** Titles, clause by clause: what becomes an instruction or something to check, and what stays as it is said. */
import { describe, expect, it } from "@jest/globals";
import { toTitleOf } from "./title-of.ts";

type Rows = readonly (readonly [said: string, title: string])[];

const expectTitles = (rows: Rows): void => {
  it.each(rows)("%s", (said, title) => {
    expect(toTitleOf(said)).toBe(title);
  });
};

describe("what is said of no noun, or of a whole clause", () => {
  expectTitles([
    ["Fine but could be simplified if pages are small", "Simplify this if pages are small"],
    ["Could get rid of this second list and use one map.", "Get rid of this second list and use one map"],
    ["Should close the file before it throws", "Close the file before it throws"],
    ["Can be merged with the loop above in a later step.", "Merge this with the loop above in a later step"],
    ["Can be read by all users of the page.", "Can be read by all users of the page"],
    ["Reader uses rows of one page but should use rows of all", "Use rows of all"],
    ["It could be dropped and another list could be used for pages.", "Drop it and use another list for pages"],
    ["If pages are kept for later, that should be noted.", "That should be noted if pages are kept for later"],
    ["The page should not be wrapped in a list.", "Don't wrap the page in a list"],
    ["There are old pages of rows that need to be dropped.", "Drop old pages of rows"],
    ["These should be pre-compiled once at start.", "Pre-compile these once at start"],
    ["The page reader needs to close its file first.", "Make the page reader close its file first"],
    ["Should raise an error first, then close it", "Raise an error first, then close it"],
    [
      "This one reads pages but not rows so it shouldn't be marked as done.",
      "This one reads pages but not rows so it shouldn't be marked as done",
    ],
    ["The export isn't documented anywhere.", "Document the export"],
    ["Readers need a way to skip a page.", "Add a way for readers to skip a page"],
    ["This should be nested under pages.", "Make sure that this is nested under pages"],
    ["This should be on the second page.", "Put this on the second page"],
    ["This needs to be a constant.", "Make this a constant"],
    ["It is good practice to close the page reader.", "Close the page reader"],
    ["Should have a test of its own.", "Add a test of its own"],
    ["Should be fine with pages of this size.", "Should be fine with pages of this size"],
    ["Only admins should see this page.", "Only admins should see this page"],
    ["Should be in lib/pages.ts", "Put this in lib/pages.ts"],
    ["This should be pushed into the list of pages.", "Push this into the list of pages"],
    ["This should be gzipped.", "Make sure that this is gzipped"],
    ["The parser should only be used if the page is new.", "Only use the parser if the page is new"],
    ["The reader should only keep rows of one page.", "Make the reader only keep rows of one page"],
    ["Unused keys break the export of rows", "Unused keys break the export of rows"],
    ["Hardcoded colors violate the rules for themes", "Hardcoded colors violate the rules for themes"],
    ["Hardcoded colors in the page header", "Replace hardcoded colors in the page header"],
    ["Inconsistent with the other pages of rows", "Inconsistent with the other pages of rows"],
    ["Inconsistent names of pages", "Fix inconsistent names of pages"],
    [
      "The possible leak of handles from the old reader remains.",
      "Fix the possible leak of handles from the old reader",
    ],
    ["The possible deadlock bug in the old reader remains.", "Fix the possible deadlock bug in the old reader"],
    ["Please file an issue on the old reader of pages", "File an issue on the old reader of pages"],
    ["Page index isn't documented in the README", "Document page index in the README"],
    ["PAGES.md (Rule 3 - Don't Repeat Rows / DRY)", "PAGES.md (Rule 3 - Don't Repeat Rows / DRY)"],
  ]);
});

describe("nobody asks for a harm", () => {
  expectTitles([
    ["No private data exposure", "No private data exposure"],
    ["No memory leaks in the page reader", "No memory leaks in the page reader"],
    ["No breaking changes for callers", "No breaking changes for callers"],
    ["No failure handling in the page reader", "Add failure handling in the page reader"],
    ["No conflict resolution for pages", "Add conflict resolution for pages"],
    ["No warning when pages are dropped", "No warning when pages are dropped"],
    ["No lock on pages means that two readers run at once", "Add lock on pages"],
    ["No page limit + unbounded list of readers", "Add page limit"],
    ["No retry on failure of a page", "Add retry on failure of a page"],
    ["Could this be a race of two readers?", "Check whether this could be a race of two readers"],
    ["No limit on rows of a page", "Add limit on rows of a page"],
    ["Missing check of rows could drop a page", "Add the missing check of rows"],
    ["Missing in the reader of pages", "Missing in the reader of pages"],
    ["There is no need to copy the list of pages", "No need to copy the list of pages"],
    ["There is a need for a lock in the page reader", "Add a lock in the page reader"],
    [
      "If keys differ, they might drop rows or break the order.",
      "They might drop rows or break the order if keys differ",
    ],
    [
      "A push can drop rows, break the order, or close the page.",
      "A push can drop rows, break the order, or close the page",
    ],
  ]);
});

describe("a phrase that says what something does stays as it is", () => {
  expectTitles([
    ["Unbounded page loop may hammer the store", "Unbounded page loop may hammer the store"],
    ["Unbounded growth of the page list", "Limit growth of the page list"],
    ["Unrestricted page upload", "Restrict page upload"],
    ["Unvalidated page name allows any path", "Unvalidated page name allows any path"],
    ["Unvalidated page name", "Validate page name"],
    ["Incomplete write leaves a broken page", "Incomplete write leaves a broken page"],
    ["Incomplete handling of empty pages", "Complete handling of empty pages"],
    ["Unused index slows down every write", "Unused index slows down every write"],
    ["Duplicate key silently drops rows", "Duplicate key silently drops rows"],
    ["Hardcoded password ends up in logs", "Hardcoded password ends up in logs"],
    ["Unsafe cast may overflow", "Unsafe cast may overflow"],
    ["Unclosed page readers leak on error", "Unclosed page readers leak on error"],
    ["Missing index slows the list of pages", "Add the missing index"],
  ]);
});

describe("words before the change", () => {
  expectTitles([
    ["BTW, I think it might make sense to sort the rows.", "Sort the rows"],
    ["In my opinion the export should be based on whole pages.", "Base the export on whole pages"],
    ["By the way, we could cap the list of pages.", "Cap the list of pages"],
    ["Might have to keep a first page", "Keep a first page"],
    ["We will need to prefetch the rows of a page.", "Prefetch the rows of a page"],
    ["Maybe we want a lock?", "Add a lock"],
    ["Don't you want to call `close()` before the last page?", "Call `close()` before the last page"],
    ["Shouldn't we be able to easily check that pages differ?", "Check that pages differ"],
    ["It feels safer if we copy the list of pages.", "Copy the list of pages"],
    [
      "This might be more useful as two lists, as both are read.",
      "This might be more useful as two lists, as both are read",
    ],
    ["It would be better if each page has one lock.", "It would be better if each page has one lock"],
    ["We should consider one list of pages for all readers.", "Consider one list of pages for all readers"],
    ["We should consider sorting the pages.", "Sort the pages"],
    ["I generally prefer to not copy the list of pages.", "Don't copy the list of pages"],
    ["Could we not do that in this reader?", "Don't do that in this reader"],
    ["Should we do this in a reader of its own?", "Do this in a reader of its own"],
    ["To run the tests you may need to close the reader.", "Close the reader"],
    ["To test the reader could you have the mock close it?", "Have the mock close it"],
    ["@octo to write the part on pages", "Write the part on pages"],
    ["API3:2023 Pages of others", "API3:2023 Pages of others"],
    ["Fix required: Close the page of each reader.", "Close the page of each reader"],
    ["This might need a diagram to back it up.", "Add a diagram here to back it up"],
    ["An index of pages may be useful here.", "Add an index of pages here"],
    ["Not sure if this is the right page", "Check whether this is the right page"],
    ["I'm not sure we should keep this page, though.", "Check whether we should keep this page"],
    ["I'm wondering if we should keep this page.", "Keep this page"],
  ]);
});

describe("what is proposed to be so", () => {
  expectTitles([
    [
      "To keep it small, I propose that the sorting continue to be done by one reader.",
      "Make the sorting continue to be done by one reader",
    ],
    ["I suggest that the page cache be cleared on close.", "Clear the page cache on close"],
    ["I propose that each reader close its own page.", "Make each reader close its own page"],
    ["I'd recommend that the page size be configurable.", "Make the page size configurable"],
    ["I suggest that the rows are sorted by name.", "The rows are sorted by name"],
  ]);
});

describe("a clause that leads on to its main clause without a comma", () => {
  expectTitles([
    ["Since pages can be read by two readers it's probably better to copy the list.", "Copy the list"],
    [
      "Regardless of how long the page is the reader should not keep the lock.",
      "The reader should not keep the lock regardless of how long the page is",
    ],
    ["Because the list is shared we must copy it.", "Because the list is shared we must copy it"],
    ["If we want to keep both readers we should rename the first.", "Rename the first if we want to keep both readers"],
  ]);
});

describe("a question whose subject is more than a word", () => {
  expectTitles([
    ["Should this page be written once?", "Check whether this page should be written once"],
    ["Should the pages be read early with a join?", "Check whether the pages should be read early with a join"],
    ["Could limits be set to match the old pages?", "Check whether limits could be set to match the old pages"],
    ["Is this function still used by the reader?", "Check whether this function is still used by the reader"],
    ["Is the second page needed here?", "Check whether the second page is needed here"],
    ["Is this safe when pages are empty?", "Check whether this is safe when pages are empty"],
    ["Does the reader handle empty pages?", "Check whether the reader handles empty pages"],
    ["Does this function close the page?", "Check whether this function closes the page"],
    ["Should the cache be keyed by page?", "Check whether the cache should be keyed by page"],
    ["Are these two calls needed?", "Check whether these two calls are needed"],
    ["Will this test fail on an empty page?", "Check whether this test will fail on an empty page"],
    ["Does this also need a lock?", "Check whether this also needs a lock"],
    ["How does the reader know when it is done?", "Check how the reader knows when it is done"],
    ["Could this be null?", "Check whether this could be null"],
    ["Is it that each page must have one reader?", "Check whether each page must have one reader"],
    ["Why is the plan to drop the old pages?", "Check why the plan is to drop the old pages"],
  ]);
});
