import { describe, expect, it } from "@jest/globals";
import { mineBody } from "../../../src/core/mine/mine-body.ts";
import { REVIEWER } from "./helpers.ts";

describe("a person's remark on a line", () => {
  const codes = (body: string) =>
    mineBody(body, { author: REVIEWER, isOnCode: true, isReply: false }).judged.map(({ verdict }) => verdict.code);

  it.each([
    ["praise before it", "Looks good! Could you add a test for the empty list?", "W2"],
    ["approval and a reservation in one sentence", "LGTM, but please add a timeout to `fetchAll`.", "W2"],
    ["approval and one thing", "LGTM, just one thing: the timeout should come from the config.", "W2"],
    ["nothing blocking, and a wish", "Not a blocker, but I'd like to see `readPage` split up.", "W2"],
    ["a need", "I think we need a lock here, two workers may write the file at the same time.", "W2"],
    ["an alternative asked about", "Did you consider using the cache from `lib/cache`?", "W2"],
    ["an alternative at hand", "We already have `slugify` in utils, use that.", "W2"],
    ["what would be ideal", "Ideally this lives in the shared package, so that the CLI can use it too.", "W2"],
    ["a fault feared", "Won't this throw if `rows` is undefined?", "W2"],
    ["whether it can be done", "Is it possible to reuse the existing validator?", "W2"],
    ["what could be done", "We could cache the result of `scan`.", "W2"],
    ["what was expected", "I would have expected `close()` to be called here.", "W2"],
    ["what may come later", "Happy to merge this as is. We can optimise `scan` later.", "W3"],
  ])("is found for %s", (_name, body, code) => {
    expect(codes(body)).toEqual([code]);
  });

  it.each([
    ["approval", "LGTM, nothing to add."],
    ["thanks", "Looks good, thanks for fixing the tests!"],
    ["an expectation", "All good, the cache should work now."],
    ["an opinion of oneself", "I'd have a much better idea of the plan with a picture."],
    ["a wish to know", "I'd like to understand what the second pass is for."],
  ])("is none for %s", (_name, body) => {
    expect(codes(body)).toEqual([]);
  });
});
