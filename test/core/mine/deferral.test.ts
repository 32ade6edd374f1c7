import { describe, expect, it } from "@jest/globals";
import { deferringWords, isBareDeferral, withoutDeferral } from "../../../src/core/mine/deferral.ts";
import { mineBody } from "../../../src/core/mine/mine-body.ts";
import { titleOf } from "../../../src/core/mine/title.ts";
import { CODERABBIT, REVIEWER } from "./helpers.ts";

const minedOf = (body: string, author = REVIEWER) =>
  mineBody(body, { author, isOnCode: true, isReply: false }).judged.map(({ finding, quote, verdict }) => ({
    code: verdict.code,
    quote,
    title: titleOf(finding),
    reasons: verdict.reasons,
  }));

describe("deferringWords", () => {
  it.each([
    ["let's do that in a follow-up", "in a follow-up"],
    ["this belongs in a separate pr", "in a separate pr"],
    ["out of scope here, but the retry needs jitter", "out of scope"],
    ["worth an issue", "worth an issue"],
    ["please add a timeout", undefined],
  ])("in %j", (prose, words) => {
    expect(deferringWords(prose)).toBe(words);
  });
});

describe("isBareDeferral", () => {
  it.each([
    ["can be done in a follow-up.", true],
    ["let's leave that for later.", true],
    ["for a separate issue.", true],
    ["this predates this pr, so a separate issue is fine.", true],
    ["not for this pr, but let us fix it in a follow-up.", true],
    ["it's pre-existing, let's address that in a separate pr.", true],
    ["let's fix these existing readers in a follow-up.", false],
    ["let's cache the size in a follow-up.", false],
    ["`x` can move in a follow-up.", false],
    ["please add a timeout.", false],
  ])("of %j", (prose, expected) => {
    expect(isBareDeferral(prose)).toBe(expected);
  });
});

describe("withoutDeferral", () => {
  it.each([
    ["Cache the compiled template, in a follow-up", "Cache the compiled template"],
    ["Move the parser into its own package in a follow-up PR.", "Move the parser into its own package"],
    ["Drop the second lookup (maybe in a separate PR)", "Drop the second lookup"],
    ["Drop the second lookup; fine to do in a follow-up", "Drop the second lookup"],
    ["Drop the second lookup, that's ok later", "Drop the second lookup"],
    ["Refactoring the retry logic is out of scope here", "Refactoring the retry logic"],
    ["(separate issue) The reader keeps the file in memory", "The reader keeps the file in memory"],
    ["Commentary (not for this PR): The reader keeps the file in memory", "The reader keeps the file in memory"],
    ["Retry the upload with backoff; out of scope here, let's track it.", "Retry the upload with backoff"],
    ["Retry the upload; it gives up too soon", "Retry the upload; it gives up too soon"],
    ["Do it in a follow-up", "Do it in a follow-up"],
    ["Show the time until the next release", "Show the time until the next release"],
  ])("%s", (text, expected) => {
    expect(withoutDeferral(text)).toBe(expected);
  });
});

describe("what is put off", () => {
  it.each([
    [
      "in the sentence after it",
      "The reader keeps the whole file in memory. Can be done in a follow-up.",
      "The reader keeps the whole file in memory. Can be done in a follow-up.",
      "The reader keeps the whole file in memory",
    ],
    [
      "in brackets before it",
      "(For a separate issue.) The reader keeps the whole file in memory.",
      "The reader keeps the whole file in memory.",
      "The reader keeps the whole file in memory",
    ],
    [
      "in the paragraph after it",
      "Right now `readAll` loads the whole table.\n\nFine as a follow-up.",
      "Right now `readAll` loads the whole table.",
      "Right now readAll loads the whole table",
    ],
  ])("%s is quoted and named", (_name, body, quote, title) => {
    expect(minedOf(body)).toMatchObject([{ code: "W3", quote, title }]);
  });

  it("keeps the title that its tool gave it", () => {
    const body =
      "**Extract the retry loop into a helper.**\n\nIt stands in three handlers. This can be done in a follow-up.";
    expect(minedOf(body, CODERABBIT)).toMatchObject([{ code: "W3", title: "Extract the retry loop into a helper" }]);
  });

  it("says why in the reviewer's words", () => {
    expect(minedOf("We should cache the template in a follow-up PR.")[0]?.reasons).toEqual([
      'deferred by its reviewer: "in a follow-up PR"',
    ]);
  });
});
