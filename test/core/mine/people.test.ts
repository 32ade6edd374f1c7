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
    ["what may be done later", "The errors could be a lot friendlier, happy to see that done later.", "W3"],
    ["two ways out", "Either make `limit` a flag or keep it in the driver.", "W2"],
    ["a wish that ends in please", "`Instant.now(clock)` please", "W2"],
    ["approval and just one ask", "Happy with this now, just add a test for the empty batch.", "W2"],
    ["what is worth doing", "Identical to the block in `server.go`, worth extracting.", "W2"],
    ["a thing named in a question", "Three flags in a row are hard to read. An options object (or an enum)?", "W2"],
    ["a doubt", "Doesn't `strncpy` leave the buffer unterminated if the name has 32 bytes?", "W2"],
    ["a refusal and its reason", "No. You can't sleep in `probe`, the lock is held.", "W2"],
    ["a shadowed name that breaks the result", "`err` is shadowed in the loop so the result is always nil.", "W1"],
    ["a word of the standard", "This needs to be a MUST, or two clients will disagree.", "W2"],
    [
      "a place that is doubted",
      "I'm not sure that `scan` belongs in core. Feels like something for the contrib module.",
      "W2",
    ],
    ["another thing asked about", "Would a context manager work for `lock` as well?", "W2"],
    ["what was forgotten", "Looks like you forgot to unlock `queue` on the early return.", "W2"],
    ["what may be missing", "This can be nil when `pod` is terminating.", "W1"],
    ["one thing announced", "One small thing: the guide still uses the old command.", "W2"],
    ["a concern announced", "My only concern is memory, all versions of `doc` are kept.", "W2"],
    ["what will go wrong", "This regexp is gonna blow up on nested quotes.", "W1"],
    ["another way that is spelled out", "One option would be to keep `rows` sorted while they arrive.", "W2"],
    ["a way to get there", "An easy way to avoid the copy would be to pass `rows` by reference.", "W2"],
    ["a doubt about the way taken", "I'm wondering whether a global lock is the right thing for `queue`.", "W2"],
    ["agreement and an ask", "I agree, it's best to close `pool` before the fork.", "W2"],
    ["a question whether it is right", "Hm, is this one still correct? It counts the header twice.", "W2"],
    ["a short question that names a change", "Should this retry?", "W2"],
    ["what one wants to do", "I'm tempted to drop the second cache, `scan` reads each row once.", "W2"],
    ["a check that is a noun", "We could replace the loop with a simple check if the list is sorted.", "W2"],
    ["a test asked for beside an edit", "Is it worth testing two locks?\n\n```suggestion\nlock(a);\n```", "W2"],
    ["another matter", "Unrelated to this PR, but `scan` should really close its cursor.", "W3"],
    ["what is done on its own", "I'll clean up the two readers separately, they need new names.", "W3"],
    ["what is left for a version", "That changes the output of `list`, let's leave it for 3.0.", "W3"],
    ["what comes at last", "Eventually, we should build these names from the schema.", "W3"],
    ["a name in question", "What about `rowLimit` instead?", "N1"],
    ["the words of a message", 'Maybe we should say "no such table"?', "N1"],
    ["a place in the file", "These constants should go at the top.", "N1"],
    ["a comment for later readers", "The ordering here needs a comment justifying it.", "N1"],
    ["a line too many", "I don't think you need this import.", "N1"],
    ["a taste", "I'm not a big fan of nested lambdas, I'd rather have a loop here.", "N1"],
    ["a source asked for", "Is it possible to provide a source for the limit of 4096?", "N5"],
    ["open comments", "Some of the comments on `scan` still need to be addressed.", "N5"],
    ["what another change mends", "I'd expect these to be fixed by #12.", "N3"],
    ["things that are not named", "Some improvements can be made in a follow-up.", "N2"],
  ])("is found for %s", (_name, body, code) => {
    expect(codes(body)).toEqual([code]);
  });

  it.each([
    ["approval", "LGTM, nothing to add."],
    ["thanks", "Looks good, thanks for fixing the tests!"],
    ["an expectation", "All good, the cache should work now."],
    ["an opinion of oneself", "I'd have a much better idea of the plan with a picture."],
    ["a review asked for", "@octocat review please"],
    ["what was put off elsewhere", "Yes, #12 is about that. Out of scope here."],
    ["joy about what is gone", "Good that you caught this, the old code would have leaked the handle."],
    ["what is left to others", "I'll leave that to the author of the follow-up."],
    ["a wish to hear more", "Could you say a bit more about why the buffer is 64k?"],
    ["a wish to know", "I'd like to understand what the second pass is for."],
    ["a thought explained", "My thinking was that we should keep the old index for a while."],
    ["a question what was meant", "You mean that the reader should close the file?"],
    ["an example asked for", "I've never seen this header. Can you show me a client that sends it?"],
    ["another look asked for", "Could you take another look?"],
    ["an expectation of the work", "That shouldn't be too hard, let me see."],
  ])("is none for %s", (_name, body) => {
    expect(codes(body)).toEqual([]);
  });
});
