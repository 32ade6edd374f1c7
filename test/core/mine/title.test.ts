import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import type { Finding } from "../../../src/core/mine/finding.ts";
import { LONGEST_TITLE } from "../../../src/core/mine/text-end.ts";
import { titleOf } from "../../../src/core/mine/title.ts";
import { mineBody } from "../../../src/core/mine/mine-body.ts";
import { CODERABBIT, REVIEWER } from "./helpers.ts";
import { toTitleOf } from "./title-of.ts";

/** The title of the first finding of a comment. */
function titleIn(body: string, { isTool = false, path }: { isTool?: boolean; path?: string } = {}): string | undefined {
  const author = isTool ? CODERABBIT : REVIEWER;
  const [judged] = mineBody(body, { author, isOnCode: true, isReply: false }).judged;
  return judged && titleOf(judged.finding, path);
}

describe("titleOf, sentences of people", () => {
  it.each([
    ["Could we reuse the parser from `read.ts`?", "Reuse the parser from read.ts"],
    ["Keeping the order of rows would make the diff easier to read.", "Keep the order of rows"],
    ["The lack of a limit on `rows` could fill the memory.", "Add a limit on rows"],
    ["Please keep the text in Lithuanian, e.g.\n\n```\nlabel=x\n```", "Keep the text in Lithuanian"],
    ["An alternative would be to keep `rows` sorted.", "Keep rows sorted"],
    ["We should be closing `pool` before the fork.", "Close pool before the fork"],
    ["You should be able to derive these from `columns`.", "Derive these from columns"],
    ["I'd be inclined to drop the second cache here.", "Drop the second cache here"],
    ["Should each reader have a lock of its own?", "Make each reader have a lock of its own"],
    ["Do you think it would make sense to pool the buffers of `scan`?", "Pool the buffers of scan"],
    ["We may want to consider caching the rows (it would help `scan` too).", "Cache the rows (it would help scan too)"],
    ["`config.yml` should be checked in.", "Check config.yml in"],
    ["I think it would be better to lock rather than copy the list.", "Lock rather than copy the list"],
    ["I think we should cache the compiled templates.", "Cache the compiled templates"],
    ["It would be nice to stream the rows instead of loading them.", "Stream the rows instead of loading them"],
    ["Could we please not allocate a buffer on each call?", "Don't allocate a buffer on each call"],
    ["Stale entries are never evicted.", "Evict stale entries"],
    ["Consider adding a retry to the upload client.", "Add a retry to the upload client"],
    ["Please, don't swallow the error in `load`.", "Don't swallow the error in load"],
    ["The `close` callback should be called when parsing fails.", "Call the close callback when parsing fails"],
    ["The client should retry uploads with backoff.", "Make the client retry uploads with backoff"],
    ["This should be a foreach loop over `rows`.", "Make this a foreach loop over rows"],
    ["Missing test for the empty `rows` list.", "Add the missing test for the empty rows list"],
    ["I'm no expert on this, but can't we call `close()` here instead?", "Call close() here instead"],
    ["If the file must stay, restrict the commit to `master` only.", "Restrict the commit to master only"],
    ["Consider normalizing and caching the names of `rows`.", "Normalize and cache the names of rows"],
    ["Consider only setting the limit when it is not set already.", "Only set the limit when it is not set already"],
    ["Why not use the shared client for `upload`?", "Use the shared client for upload"],
    ["What about a map for `rows`?", "Consider a map for rows"],
    ["Needs a timeout in `connect`.", "Add a timeout in connect"],
    ["Would you mind adding a changelog entry?", "Add a changelog entry"],
    ["We should not catch `Throwable` here.", "Don't catch Throwable here"],
    ["We shouldn’t catch `Throwable` here.", "Don't catch Throwable here"],
    ["Out of scope for this PR, but the parser doesn't handle CRLF.", "Make the parser handle CRLF"],
    ["It'd be nice if this was tested on Windows.", "It'd be nice if this was tested on Windows"],
    ["I would make it a MUST.", "Make it a MUST"],
    ["Either way we should validate `id` on our side.", "Validate id on our side"],
    ["I'd argue that a 404 is better than a list that is empty.", "A 404 is better than a list that is empty"],
    ["I'll open an issue for the missing Windows support.", "Add the missing Windows support"],
    ["There is no test for the empty archive in `unpack`.", "Add a test for the empty archive in unpack"],
    ["The handle leaks when parsing fails.", "The handle leaks when parsing fails"],
    ["Each poll reads the whole directory with `stat`—consider caching the sizes.", "Cache the sizes"],
    ["Last nit, could we sort the rows by name?", "Sort the rows by name"],
    ["On the other hand every caller must close the handle itself.", "Every caller must close the handle itself"],
    ["The id is not rotated after login, which allows fixation.", "Rotate the id after login"],
    [
      "Ordering is undefined without ORDER BY, so paging can show a row twice, or it may never show the row.",
      "Ordering is undefined without ORDER BY",
    ],
    [
      "Please pass a parameterized call to the logger, strings are joined even if debugging is off.",
      "Pass a parameterized call to the logger",
    ],
    [
      "The name of the archive is taken from the header without checking that it stays inside of the folder.",
      "The name of the archive is taken from the header without checking that…",
    ],
    [
      "The `Content-Length` header of streamed answers in `http/send.ts` is counted in characters rather than in bytes.",
      "The Content-Length header of streamed answers is counted in characters",
    ],
    ["The flag is dropped, restore the flag please", "Restore the flag"],
    ["Do we need another index on `owner`?", "Consider another index on owner"],
    ["Did you mean `readAll` instead of `read` in the loop?", "Use readAll instead of read in the loop"],
    ["Is there a reason to not close all readers here?", "Close all readers here"],
    ["Do we want to say something about replay?", "Say something about replay"],
    ["Can this be an `assert` rather than a silent return?", "Make this an assert rather than a silent return"],
    ["We'd also have to bump the version of the protocol.", "Bump the version of the protocol"],
    ["No test covers the `--dry-run` branch as far as I can tell.", "Add a test for the --dry-run branch"],
    ["I used pointers to look for missing objects, but `find` is wrong.", "find is wrong"],
    [
      "If `fit` saw rows of shape `(n, 1)`, should `predict` return that shape?",
      "Should predict return that shape if fit saw rows of shape (n, 1)",
    ],
    [
      "We should give them a grace period (configurable, maybe 10s).",
      "Give them a grace period (configurable, maybe 10s)",
    ],
    ["`touch` is called without `await` and fails unseen.", "touch is called without await and fails unseen"],
    [
      "Consider also capping the errors; a file with the wrong delimiter would give one for each line.",
      "Cap the errors; a file with the wrong delimiter would give one",
    ],
    ["Did you consider using the cache from `lib/cache`?", "Use the cache from lib/cache"],
    ["Is there any reason not to reuse `readPage`?", "Reuse readPage"],
    ["Is it possible to reuse the existing validator?", "Reuse the existing validator"],
    ["I would have expected `close()` to be called here.", "Call close() here"],
    ["Wouldn't it be simpler to return early in `load`?", "Return early in load"],
    ["LGTM, but please add a timeout to `fetchAll`.", "Add a timeout to fetchAll"],
    ["[test] It would be good to have a test for `n=0`.", "Add a test for n=0"],
    ["@octocat please move the parser to `read.ts`.", "Move the parser to read.ts"],
    ["The retry loop never breaks on a 404.", "Make the retry loop break on a 404"],
    ["The button has no accessible name, readers say `button`.", "Add accessible name to the button"],
    ["The path `/srv/data` is hardcoded. Make it an argument.", "The path /srv/data is hardcoded: make it an argument"],
    ["Otherwise passing a string silently compares letters.", "Passing a string silently compares letters"],
    [
      "Cells are written as they are, which allows formula injection.",
      "Cells are written as they are, which allows formula injection",
    ],
    ["All of the other loops should be using that.", "All of the other loops should be using that"],
    ["Why not do that for the other pools?", "Do that for the other pools"],
    ["Why not just have a default for `limit`?", "Use a default for limit"],
    ["`scan` needs a timeout.", "Add a timeout to scan"],
    ["This needs an integration test.", "Add an integration test here"],
    ["I think we need a lock?", "Add a lock"],
    ["I think moving the lock into `scan` would be better.", "Move the lock into scan"],
    ["I'm not convinced that the retry belongs in `scan`.", "Check whether the retry belongs in scan"],
    ["We shouldn't swallow the error of `close`.", "Don't swallow the error of close"],
    ["I don't think we need to actually parse the header twice.", "Don't parse the header twice"],
    ["We might want this to be an error of its own.", "Make this an error of its own"],
    ["A test for the empty page would be nice here.", "Add a test for the empty page here"],
    ["The page number should show the total as well.", "Make the page number show the total as well"],
    ["Somebody should find out why `scan` runs twice.", "Somebody should find out why scan runs twice"],
    ["We should drop the second index, right?", "Drop the second index"],
    ["(We could also consider caching the rows of `scan`.)", "Cache the rows of scan"],
    ["I then suggest that we avoid the copy of `rows`.", "Avoid the copy of rows"],
    ["I'd say we cap the batch at `limit`.", "Cap the batch at limit"],
    ["Please support intervals like [0, 10) in `range`.", "Support intervals like [0, 10) in range"],
    ["We should use option b) for the retries of `scan`.", "Use option b) for the retries of scan"],
    ["What do you think about caching the header of `scan`?", "Cache the header of scan"],
    ["How about we emit an event in `scan`?", "Emit an event in scan"],
    ["I would have expected a 409 from `scan` rather than a 500.", "Use a 409 from scan rather than a 500"],
    ["I'd like to see a test for the empty list.", "Add a test for the empty list"],
    ["I'd really like to see the snapshots replaced with `expect` calls.", "Replace the snapshots with expect calls"],
    ["Wondering if we should cache the rows of `scan` at some stage", "Cache the rows of scan"],
    ["One day we should get rid of `legacy.js`", "Get rid of legacy.js"],
    ["We should use a queue in `scan` eventually", "Use a queue in scan"],
    ["We're going to want a limit on `rows` before the launch.", "Add a limit on rows before the launch"],
    ["See https://docs.test/keys: keys shouldn't live in `repo.json`.", "Keys shouldn't live in repo.json"],
    ["Off by one, should be `<=` as in `scan`.", "Off by one, should be <= as in scan"],
    ["Don't leave this for a follow-up: `scan` drops the last row.", "scan drops the last row"],
    ["Blocking: `scan` drops the last row on retry.", "scan drops the last row on retry"],
    ["issue(security): JWT is not verified", "Verify JWT"],
    [
      "The loop in `scan` will hammer the API when it's down, no cap.",
      "The loop in scan will hammer the API when it's down, no cap",
    ],
  ])("%s", (body, title) => {
    expect(titleIn(body)).toBe(title);
  });
});

describe("titleOf, questions that leave a choice", () => {
  it.each([
    ["Does this need to hold the lock while it writes?", "Check whether this needs to hold the lock while it writes"],
    ["Hmm, is this one safe when rows is empty?", "Check whether this one is safe when rows is empty"],
    ["Is limit ever read after the first page?", "Check whether limit is ever read after the first page"],
    ["Does readAll still hold the lock here?", "Check whether readAll still holds the lock here"],
    ["Do we need to copy the list again?", "Check whether we need to copy the list again"],
    ["Why do you call flush twice in the loop?", "Check why you call flush twice in the loop"],
    ["Is there a reason that this is in a table of its own?", "Check why this is in a table of its own"],
    ["Does it have a limit for rows of a page?", "Check whether it has a limit for rows of a page"],
    ["Does it retry the upload after a reset?", "Check whether it retries the upload after a reset"],
    ["Would a reader of the log find this odd?", "Would a reader of the log find this odd"],
    ["Have this method take a Row then?", "Have this method take a Row then"],
  ])("of %s", (question, title) => {
    expect(toTitleOf(question)).toBe(title);
  });
});

describe("titleOf, findings of tools", () => {
  it.each([
    [
      "a weight of a letter and a number",
      "## Issues\n\n- P1: The price is rounded too early, so totals are off.",
      "The price is rounded too early, so totals are off",
    ],
    [
      "a weight in brackets and a place before the words",
      "## Issues\n\n- **[Critical]** `src/a.ts:10` SQL built by concatenation",
      "SQL built by concatenation",
    ],
    [
      "a weight before the title",
      "## Issues\n\n### 1. Critical: Race Condition Risk\n\nTwo workers take one job.",
      "Fix race condition risk",
    ],
    [
      "a category as its title",
      "## Issues\n\n### Error Handling\n\nConsider adding a retry to `upload`.",
      "Add a retry to upload",
    ],
    [
      "a name, a colon and what to do",
      "## Suggestions\n\n- **Link check**: run the link checker over the docs each night",
      "Run the link checker over the docs each night",
    ],
    [
      "a name, and what to do in its explanation",
      "## Issues\n\n### Upload Strategy\n\nUploads fail on a busy network. Retry the upload with a growing pause.",
      "Retry the upload with a growing pause",
    ],
    [
      "a name, and what to do that does not stand alone",
      "## Issues\n\n### Parser Size\n\nThe parser is long. Split it into smaller ones.",
      "Parser Size: split it into smaller ones",
    ],
    [
      "an instruction as its title",
      "## Issues\n\n### Close the file handle\n\nIt leaks when parsing fails.",
      "Close the file handle",
    ],
    [
      "a statement as its title",
      "## Issues\n\n### Token limits are not enforced in prompts\n\nThey grow.",
      "Enforce token limits in prompts",
    ],
    [
      "a noun that is a verb as well as its title",
      "## Issues\n\n### Scope Creep\n\nThe first phase is too ambitious. Three parts of it could wait.",
      "Scope Creep: the first phase is too ambitious",
    ],
    [
      "a statement as its title, and an ask that does not stand alone",
      "## Issues\n\n### Templates are read from disk on each message\n\nLoad them once at startup.",
      "Templates are read from disk on each message",
    ],
    [
      "a label in brackets",
      "## Issues\n\n- [golang] The error of `close()` is not checked in `upload`",
      "Check the error of close() in upload",
    ],
    [
      "an act that has a bad effect",
      "Using `verify=False` disables the check of the certificate.",
      "Using verify=False disables the check of the certificate",
    ],
    ["a number of its own", "**B2 (minor):** `limit` is read and never checked.", "limit is read and never checked"],
    [
      "a test that is missing",
      "## Issues\n\n- No test asserts the order of the rows.",
      "Add a test that asserts the order of the rows",
    ],
    [
      "something that is missing, in a clause of its own",
      "## Issues\n\n- The cleanup of old rows is left to a job, but no job exists for it.",
      "The cleanup of old rows is left to a job, but no job exists for it",
    ],
    [
      "a sentence set without spaces",
      "**P2 🟡**: 上限の確認がない\n\n`limit` に上限の確認を追加してください。",
      "limit に上限の確認を追加",
    ],
    ["capitals", "## Issues\n\n### 1. MISSING BOUNDS CHECK\n\n`at` overflows.", "Add the missing bounds check"],
    [
      "a weight behind the title",
      "## Issues\n\n### 2. Inconsistent Paths (Medium Severity)\n\n`a` and `b` differ.",
      "Fix inconsistent paths",
    ],
  ])("%s", (_name, body, title) => {
    expect(titleIn(body, { isTool: true })).toBe(title);
  });
});

describe("titleOf, what stands alone", () => {
  it("says in which file, when it points at something around it", () => {
    expect(titleIn("Please move this into a helper.", { path: "src/db/client.ts" })).toBe(
      "Move this into a helper (client.ts)",
    );
  });

  it.each([
    [
      "Please move this block of retries into a helper to avoid repetition.",
      "Move this block of retries into a helper",
    ],
    ["Please read these rows in one batch, because each one is a query.", "Read these rows in one batch"],
  ])("leaves out what a change is good for, where the file takes its room: %s", (body, title) => {
    const path = "src/a-rather-long-file.ts";
    expect(titleIn(body, { path })).toBe(`${title} (a-rather-long-file.ts)`);
  });

  it("takes no title from one of several ways", () => {
    const body =
      "## Issues\n\n### 2. Snapshot files left\nThe change adds the snapshots of ten runs. Suggest either:\n- Move the snapshots into `fixtures/` (one folder)\n- Leave them out\n";
    expect(titleIn(body, { isTool: true })).toBe("Snapshot files left: the change adds the snapshots of ten runs");
  });

  it("leaves out no change", () => {
    const path = "src/a-rather-long-file-name.ts";
    expect(titleIn("This helper has more states than we need to keep the order of the rows.", { path })).toContain(
      "we need to keep the order",
    );
  });

  it("leaves the file out when there is no room, or it is named already", () => {
    const long = "Please move this whole block of retries and their waits into a helper of its own.";
    expect(titleIn(long, { path: "src/a-rather-long-file-name.ts" })).not.toContain("a-rather-long");
    expect(titleIn("Please move this into `client.ts`.", { path: "src/db/client.ts" })).toBe(
      "Move this into client.ts",
    );
  });

  it.each([
    [
      "Add a warning log or docstring note explaining that retrieving precise forces requires querying the context of the whole simulation.",
      /[a-z]$/,
    ],
    [
      "Ensure `forces` is initialised in the recorder's constructor or add a check that the key exists before it is read.",
      /constructor$/,
    ],
    [
      "Resolve the conflict between the rules: “no external dependencies” versus “use the shared evidence library”.",
      /rules$/,
    ],
  ])("cuts where a clause ends: %s", (body, end) => {
    const title = titleIn(body);
    expect(title).toMatch(end);
    expect(title).not.toMatch(/\b(?:that|the|to|or|and|explaining|requires)$/);
  });
});

describe("titleOf, always", () => {
  const finding = (plain: string, title: string | undefined): Finding => ({
    block: { kind: "text", content: plain } as Finding["block"],
    from: 0,
    to: 0,
    plain,
    prose: plain.toLowerCase(),
    context: plain.toLowerCase(),
    ...(title !== undefined && { title }),
    explanation: [plain],
    shape: "sentence",
    section: "",
    marks: [],
    hasSuggestion: false,
    isClaimed: false,
  });

  it("is one line, not empty, and at most 72 characters", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme", maxLength: 300 }),
        fc.option(fc.string(), { nil: undefined }),
        (plain, heading) => {
          const title = titleOf(finding(plain, heading), "src/read.ts");
          expect(title.trim()).not.toBe("");
          expect(title).not.toMatch(/[\r\n]/);
          expect(title.length).toBeLessThanOrEqual(LONGEST_TITLE);
        },
      ),
    );
  });
});
