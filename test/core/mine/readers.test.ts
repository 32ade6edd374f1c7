import { describe, expect, it } from "@jest/globals";
import { mineBody } from "../../../src/core/mine/mine-body.ts";
import { mineSuggestions } from "../../../src/core/mine/mine.ts";
import { noticeIn } from "../../../src/core/mine/notices.ts";
import { inline, OPTIONS, pull, thread } from "./helpers.ts";

const SHARED = { login: "github-actions[bot]", kind: "bot" } as const;
const PERSON = { login: "octocat", kind: "human" } as const;
const lines = (...all: string[]) => all.join("\n");
const quotes = (body: string, author: { login: string; kind: "bot" | "human" } = SHARED, isOnCode = false) =>
  mineBody(body, { author, isOnCode, isReply: false }).judged.map(({ quote }) => quote);

describe("a tool's Markdown", () => {
  it.each([
    [
      "a heading over a list of a finding's parts: its fix",
      lines(
        "### Failures",
        "",
        "#### Types do not resolve",
        "- **Type**: build",
        "- **Affected jobs**: 7525",
        "- **Root cause**: The project names no package for `Queue`.",
        "- **Suggested fix**: Add `queue-types` to the project.",
        "",
        "### Summary",
        "- **Failures of this change**: 1 (types)",
        "- **Flaky failures**: 0",
      ),
      ["**Suggested fix**: Add `queue-types` to the project."],
    ],
    [
      "names with a number and a bracket, the parts of each in a list after it, and no offers of the tool's own",
      lines(
        "Points",
        "",
        "1) Queue: the lock is taken twice",
        "- Current behavior: `claim` locks, and so does `sweep`.",
        "- Suggestion: take the lock in `claim` alone.",
        "- Rationale: a worker waits for itself.",
        "",
        "2) Store and its tests",
        "- Tests cover one worker alone. Good.",
        "- Consider adding a test of two workers.",
        "",
        "Overall",
        "- The change is useful.",
        "",
        "If you want, I can:",
        "- Propose a patch with the changes described",
      ),
      ["Suggestion: take the lock in `claim` alone.", "Consider adding a test of two workers."],
    ],
    [
      "nothing of what was improved",
      lines("**Key Improvements:**", "- **Queue**: claims are now taken in one place", "- **Store**: one copy less"),
      [],
    ],
    [
      "items under a heading that asks",
      lines("## Suggestions", "", "- Cache the size", "- Drop the copy"),
      ["Cache the size", "Drop the copy"],
    ],
    [
      "a numbered title with parts: its recommendation",
      lines(
        "## Issues",
        "",
        "### 1. Race in the queue",
        "",
        "**Location:** `queue.ts:4`",
        "",
        "Two workers may take one job.",
        "",
        "**Recommendation:** Claim it in one statement.",
      ),
      ["**Recommendation:** Claim it in one statement."],
    ],
    [
      "lines that open with a mark of failure, and none with a mark of success",
      lines("✔ Tests: present", "✖ Keyboard: the picker is out of reach in `Dialog`", "✔ Names: clear"),
      ["✖ Keyboard: the picker is out of reach in `Dialog`"],
    ],
    [
      "items of a paragraph under lines that name their weight",
      lines(
        "**Diff Doctor** looked at 2 files",
        "",
        "🟥 High",
        "• `lru.ts` – the list is changed without the lock",
        "🟧 Medium",
        "• `api.ts` – eviction runs on every `put`",
      ),
      ["• `lru.ts` – the list is changed without the lock", "• `api.ts` – eviction runs on every `put`"],
    ],
    [
      "rows that are marked as failed",
      lines(
        "| Check | Result | Notes |",
        "|---|---|---|",
        "| Names | ✅ | Should stay as they are |",
        "| Errors | ⚠️ | `connect()` has no timeout |",
      ),
      ["`connect()` has no timeout"],
    ],
    [
      "remarks that are announced, and nothing of what was liked",
      lines(
        "A few things stood out:",
        "",
        "1. **Clock**: `Date.now()` jumps when the clock is set.",
        "",
        "Things I liked:",
        "- the injected store",
      ),
      ["**Clock**: `Date.now()` jumps when the clock is set."],
    ],
    [
      "lines that are lettered",
      lines("Comments:", "(a) fonts are fetched at run time; bundle them.", "(b) page numbers are not localised."),
      ["(a) fonts are fetched at run time; bundle them.", "(b) page numbers are not localised."],
    ],
    [
      "paragraphs that open with a weight in bold",
      lines(
        ":red_circle: **Must fix** `session.py`: the id stays the same after login.",
        "",
        ":green_circle: **Looks fine** `tests.py`",
      ),
      [":red_circle: **Must fix** `session.py`: the id stays the same after login."],
    ],
    [
      "what recommendations add, where a restatement names no more than the code",
      lines(
        "## Performance",
        "",
        "- `TagService` reads once for each article. Fetch the tags in one query.",
        "",
        "## Recommendations",
        "",
        "1. Fix `TagService`",
        "2. Keep up the good work!",
      ),
      ["Fetch the tags in one query.", "Keep up the good work!"],
    ],
    [
      "what a list of recommendations adds, and nothing of what it says again at greater length",
      lines(
        "## Tests",
        "",
        "- ❌ No validation of YAML syntax",
        "",
        "## Recommendations",
        "",
        "- Add a linting job to the pipeline for validating the YAML syntax of workflows",
        "- Cache the packages",
      ),
      ["❌ No validation of YAML syntax", "Cache the packages"],
    ],
    [
      "a title that nothing under it repeats: the title and its first words",
      lines("## Issues", "", "### Secrets in the log", "", "The whole payload is printed."),
      ["Secrets in the log\n\nThe whole payload is printed."],
    ],
    [
      "bold titles with prose, one finding each",
      lines(
        "**Leaking handle**: `open` is never closed.",
        "",
        "Close it in `finally`.",
        "",
        "**Slow start**: all rows are read; read them lazily.",
      ),
      ["Close it in `finally`.", "**Slow start**: all rows are read; read them lazily."],
    ],
    [
      "a recommendation that is a list of changes: each of them",
      lines(
        "## Concerns",
        "",
        "### 1. History",
        "",
        "- **Issue:** nine commits",
        "- **Recommendation:**",
        "  - Squash the merges",
        "  - Write longer messages",
      ),
      ["Squash the merges", "Write longer messages"],
    ],
    [
      "an introduction that asks: one finding with its list",
      lines("## Testing", "", "Add tests for:", "- an empty list", "- a broken file"),
      ["Add tests for:\n- an empty list\n- a broken file"],
    ],
    [
      "a group within a list",
      lines("## Future improvements", "", "1. **Scripts:**", "   - Sort the output", "   - Remove the old flag"),
      ["Sort the output", "Remove the old flag"],
    ],
    [
      "rows of a table of issues",
      lines(
        "## Review",
        "",
        "| Severity | Issue |",
        "|---|---|",
        "| High | The lock is never released |",
        "| Low | Retry without delay |",
      ),
      ["The lock is never released", "Retry without delay"],
    ],
    [
      "unchecked tasks of a test plan",
      lines("## Test plan", "", "- [x] Build it", "- [ ] Run the migration twice"),
      ["[ ] Run the migration twice"],
    ],
    [
      "lines that are items in all but name",
      lines("## Issues", "", "⚠️ The token is logged", "❌ The port is not checked"),
      ["⚠️ The token is logged", "❌ The port is not checked"],
    ],
    [
      "what no test covers",
      lines("#### 🧪 Tests", "", "No test covers the empty list."),
      ["No test covers the empty list."],
    ],
    [
      "an instruction behind its reason",
      lines("### Review", "", "`parseHeader` trusts the length; check it against the buffer."),
      ["`parseHeader` trusts the length; check it against the buffer."],
    ],
    ["a label and its words in bold, without the marks", "**Issue: Missing await**", ["Missing await"]],
    [
      "an alert, without the mark of its quote",
      lines("> [!WARNING]", "> **Unbounded**", "> It retries without a limit; add a maximum."),
      ["It retries without a limit; add a maximum."],
    ],
  ])("gives, for %s", (_name, body, expected) => {
    expect(quotes(body)).toEqual(expected);
  });

  it("takes what it weighs on a line of code for a finding, though it asks for nothing", () => {
    const body = "[Critical] `src/a.ts:10` SQL built by concatenation";
    const { judged } = mineBody(body, { author: SHARED, isOnCode: true, isReply: false });
    expect(judged.map(({ quote, verdict }) => [quote, verdict.isWorthy])).toEqual([[body, true]]);
    expect(quotes(body)).toEqual([]);
  });

  it.each([
    ["in a bold title", "**![P1 Badge](https://img.example/p1.svg) Close the handle**\n\nIt stays open.", "high"],
    ["above the words", "![critical](https://img.example/c.svg)\n\nThe handle stays open.", "critical"],
    ["in HTML", '<img alt="medium" src="https://img.example/m.svg"> The handle stays open.', "medium"],
    ["of no weight", "![logo](https://img.example/l.svg)\n\nThe handle stays open.", null],
  ])("takes the weight from a picture %s, whichever tool shows it", (_where, body, priority) => {
    const { judged } = mineBody(body, { author: SHARED, isOnCode: true, isReply: false });
    expect(judged.map(({ verdict }) => verdict.priority)).toEqual([priority]);
  });

  it("takes what has a name and a line of code for an issue, though no heading says so", () => {
    const body = lines(
      "Nice split of the two stores. What I would sort out:",
      "",
      "**1. Weights are compared as words** (`scale/weigh.go:31`)",
      "",
      '`"9" > "10"`, thus light parcels go first.',
    );
    const { judged } = mineBody(body, { author: SHARED, isOnCode: false, isReply: false });
    expect(judged.map(({ verdict }) => verdict.rule.name)).toEqual(["listed as an issue"]);
  });

  it("takes a title with a weight in a picture for the name of a finding", () => {
    const body = lines("### ![high](https://img.example/h.svg) Handle left open in `close`", "", "See the loop.");
    const { judged } = mineBody(body, { author: SHARED, isOnCode: false, isReply: false });
    expect(judged.map(({ finding, verdict }) => [finding.title, verdict.priority])).toEqual([
      ["Handle left open in close", "high"],
    ]);
  });

  it("reads a list of smaller points after findings with names, and no verdict", () => {
    const body = lines(
      "### Review",
      "",
      "**1. `save` is not atomic** (`src/save.ts:12`)",
      "",
      "The index is written before the rows, so a crash between them leaves both useless.",
      "",
      "Smaller points, none of them blocking:",
      "- add a test for an empty list of rows",
      "- `readPage` and `readRows` should share their parser",
      "",
      "### Verdict",
      "",
      "⚠️ **Request changes** because of #1; the rest can be a follow-up.",
    );
    expect(quotes(body).map((quote) => quote.slice(0, 40))).toEqual([
      "**1. `save` is not atomic** (`src/save.t",
      "add a test for an empty list of rows",
      "`readPage` and `readRows` should share t",
    ]);
  });

  it("reads two asks of one remark on a line", () => {
    const body = "Quote the path before it reaches the shell. Also move the host into an environment variable.";
    expect(quotes(body, SHARED, true)).toEqual([
      "Quote the path before it reaches the shell.",
      "Also move the host into an environment variable.",
    ]);
  });

  it("reads sentences below a tool's title on a line as its explanation, and a list's items as what they are", () => {
    const titled = lines(
      "**Missing lock**: two workers claim the same job",
      "",
      "**Seen first in:**",
      "```",
      "src/claim.ts:19",
      "```",
      "**Recommendation:**",
      "Lock the row in `claim` before it is read.",
      "",
      "Consider the lock that `sweep` takes.",
    );
    const { judged } = mineBody(titled, { author: SHARED, isOnCode: true, isReply: false });
    expect(judged.map(({ quote }) => quote)).toEqual(["**Missing lock**: two workers claim the same job"]);
    expect(judged[0]?.finding.explanation).toContain("Consider the lock that sweep takes.");
    const listed = `${titled}\n\n- Add a test of two workers.\n- Rename the map that holds both.`;
    expect(quotes(listed, SHARED, true)).toHaveLength(3);
    expect(quotes(titled, SHARED)).toHaveLength(3);
  });

  it("keeps what stands under a heading of its own, is put off or is a defect, below a tool's title on a line", () => {
    const headed = lines(
      "### Close the cursor in `flush`",
      "",
      "It stays open when the write fails.",
      "",
      "### Separately",
      "",
      "Please validate `limit`, because a negative one reads all rows.",
    );
    expect(quotes(headed, SHARED, true)).toHaveLength(2);
    const faulty = lines(
      "**Missing lock**: two workers claim the same job",
      "",
      "**Beside it:**",
      "```",
      "src/claim.ts:19",
      "```",
      "The token is logged in plain text.",
      "",
      "Reading the row twice should go, but in a follow-up.",
    );
    expect(quotes(faulty, SHARED, true)).toEqual([
      "**Missing lock**: two workers claim the same job",
      "The token is logged in plain text.",
      "Reading the row twice should go, but in a follow-up.",
    ]);
  });

  it.each([
    ["under a label", "suggestion: a few things of the reader.", PERSON],
    ["of a tool", "Please sort the rows.", SHARED],
  ])("loses none of several requests on lines of their own %s", (_name, opening, author) => {
    const asked = ["Please drop the flag.", "Please read the offset from the query.", "Please close the cursor."];
    const { judged } = mineBody(lines(opening, ...asked), { author, isOnCode: true, isReply: false });
    const told = judged.flatMap(({ finding }) => finding.explanation).join(" ");
    expect(asked.filter((one) => !told.includes(one))).toEqual([]);
  });

  it("reads the change, not the words that lead on to its code", () => {
    const body = lines(
      "The helper can be simplified, as `calls` is counted twice.",
      "",
      "Here is a simpler version that does the same:",
      "",
      "```ts",
      "const calls = [];",
      "```",
    );
    expect(quotes(body, SHARED, true)).toEqual(["The helper can be simplified, as `calls` is counted twice."]);
  });

  it("reads the parts of one finding under headings of their own", () => {
    const body = lines(
      "### Missing null check in `readPage`",
      "",
      "###### What is the issue?",
      "`readPage` reads `row.id` without checking that a row was found.",
      "",
      "###### Why this matters",
      "It crashes when the table is empty.",
      "",
      "###### Suggested change",
      "Return an empty page when `row` is undefined.",
    );
    expect(quotes(body, SHARED, true)).toEqual(["Return an empty page when `row` is undefined."]);
  });

  it.each([
    ["praise", lines("## Strengths", "", "- Should scale well", "- Good use of the builder")],
    [
      "what a mark calls good",
      lines("## Feedback", "", "**Tests:** ✅", "- New tests cover the edge cases", "- Prevents a crash in `scan`"),
    ],
    [
      "what a heading calls correct",
      lines("## Review", "", "### 2. Lint fix: `unless` → `if` (`a.ex`) — Correct", "", "The order of both is kept."),
    ],
    [
      "what was gained",
      lines(
        "## Key metrics and achievements",
        "",
        "### Performance improvements",
        "",
        "- **98% fewer** calls of the provider",
      ),
    ],
    [
      "why it is no risk",
      lines(
        "## Risk analysis",
        "",
        "**Risk level: Very Low**",
        "",
        "- Changes are purely visual",
        "- The refactoring of `if` keeps the logic",
      ),
    ],
    [
      "what the change does",
      lines(
        "## Summary",
        "",
        "The PR addresses two issues:",
        "",
        "1. **Chain names:** cuts the id, so that `tables` no longer fails",
      ),
    ],
    [
      "what was learned",
      lines("### 💡 Implementation insights", "", "- **Tests first**: Each stream followed the tests"),
    ],
    [
      "facts about the review",
      lines("# Review", "", "- **Commit:** a85714d", "- **Test cases:** 15 written", "- **Branch:** `fix/pool`"),
    ],
    [
      "what was gained among what is done",
      lines("## Resolved since last review", "", "### Cache improvements", "", "- Read the page of `cache` once"),
    ],
    ["what was accepted", lines("## Low (accepted)", "", "1. **No focus trap** in `sheet.tsx`")],
    [
      "how well something is",
      lines(
        "## Security",
        "",
        "- **Token** - stored as a secret, correct",
        "- A shallow clone is optimal for `ci.yml`",
      ),
    ],
    [
      "trouble named under praise",
      lines("## Strengths", "", "### 3. Security improvements", "", "- Uses a temporary file instead of a pipe"),
    ],
    ["the verdict", lines("## Verdict", "", "**Approve** after addressing the concerns above.")],
    [
      "nothing found",
      lines(
        "## Security",
        "",
        "**No concerns identified.** The changes:",
        "",
        "- Do not change any call",
        "- Only add text",
      ),
    ],
    ["what is done", lines("## Checklist", "", "- ✅ All links should work", "- [x] Add a test")],
    ["a table of files", lines("## Files", "", "| File | Description |", "|---|---|", "| a.ts | Should be reviewed |")],
    [
      "a row that is settled",
      lines("| Finding | Status |", "|---|---|", "| The handle leaks in `parse` | Fixed in `0a1b2c3` |"),
    ],
    ["notes of a release", lines("# Release notes", "", "## Bug fixes", "", "- fix the crash on an empty config")],
    ["the steps that were tried", lines("Steps I used to verify:", "", "- Create a user", "- Log in twice")],
    ["a list of changes", lines("Changes since the last review:", "", "- Fix the race in `Pool.get`")],
    [
      "an enumeration of what changed",
      lines("## Summary", "", "This change:", "", "- adds a queue", "- fixes the lock"),
    ],
    [
      "what was checked and is fine",
      lines("## Checked and clean", "", "- `load` reads in one pass, no unbounded growth"),
    ],
    [
      "what was ruled out",
      lines("## Things I ruled out", "", "- **Lost writes** in `flush`: the queue is drained first"),
    ],
    [
      "rows that a column calls done",
      lines(
        "| Issue | Status |",
        "|---|---|",
        "| `pool` leaks on retry | **Fixed** (closed in `stop`) |",
        "| `scan` has no limit | Accepted, by design |",
      ),
    ],
    ["what counts nothing", lines("## Findings", "", "- Zero type errors in `src/db`")],
    [
      "how well all of it is",
      lines("## Notes", "", "- `load` now correctly raises on failure. The names are well chosen."),
    ],
    [
      "a pointer at findings by their numbers",
      lines("## Recommendations", "", "- Share the reader (items 1-2): the biggest win", "- Fix the bugs listed above"),
    ],
    ["help with the tool", lines("## Suggestions", "", "### How to use", "", "Tag me in a comment and ask.")],
    ["a pointer at other findings", lines("## Recommendations", "", "Please address the issues above before merging.")],
  ])("gives nothing for %s", (_name, body) => {
    expect(quotes(body)).toEqual([]);
  });

  it("takes of two that say the same the one that says what to do", () => {
    const body = lines(
      "### Areas for improvement",
      "",
      "1. **Structured logging:** the service relies on the `log` package of the standard library.",
      "2. **Sessions:** all of them live in one map.",
      "",
      "### Next steps",
      "",
      "- **Structured logging:** replace the `log` package of the standard library with `slog`.",
    );
    expect(quotes(body)).toContain(
      "**Structured logging:** replace the `log` package of the standard library with `slog`.",
    );
    expect(quotes(body).filter((quote) => quote.includes("Structured logging"))).toHaveLength(1);
  });

  it("keeps the file of what was said first, where that is said again with what to do", () => {
    const body = lines(
      "## Areas for improvement",
      "",
      "### `src/reader.ts`",
      "",
      "- **Structured logging:** the service relies on the `log` package of the standard library.",
      "",
      "## Next steps",
      "",
      "- **Structured logging:** replace the `log` package of the standard library with `slog`.",
    );
    const { judged } = mineBody(body, { author: SHARED, isOnCode: false, isReply: false });
    expect(judged.map(({ finding: { path }, quote }) => [path, quote])).toEqual([
      ["src/reader.ts", "**Structured logging:** replace the `log` package of the standard library with `slog`."],
    ]);
  });

  it("quotes the defect, not the example of it", () => {
    const body = lines(
      "The offset is incorrect when both lists are read.",
      "",
      "For example, page 2 should hold 20 rows, and holds 40.",
    );
    const copilot = { login: "copilot-pull-request-reviewer[bot]", kind: "bot" } as const;
    expect(quotes(body, copilot, true)).toEqual(["The offset is incorrect when both lists are read."]);
  });

  it("keeps what a table of issues says again, with the weight it gives", () => {
    const body = lines(
      "### 1. Price comes from the client",
      "",
      "The handler takes `price` as it is sent.",
      "",
      "### Summary",
      "",
      "| # | Severity | Issue |",
      "|---|---|---|",
      "| 1 | Critical | Price comes from the client |",
    );
    const { judged } = mineBody(body, { author: SHARED, isOnCode: false, isReply: false });
    expect(judged.map(({ finding: { severity }, verdict: { code } }) => [severity, code])).toEqual([
      ["critical", "W2"],
    ]);
  });

  it("takes a restatement once, whichever list comes first", () => {
    const body = lines(
      "## Issues",
      "",
      "### Task ids may collide",
      "",
      "`$RANDOM` has 15 bits only.",
      "",
      "**Recommendation:** Take the task id from `openssl rand`.",
      "",
      "## Recommendations summary",
      "",
      "1. Take task ids from `openssl rand`, as `$RANDOM` may collide",
      "2. Run the linter in CI",
    );
    expect(quotes(body)).toEqual(["**Recommendation:** Take the task id from `openssl rand`.", "Run the linter in CI"]);
  });

  it("takes what is listed again for later once", () => {
    const body = lines(
      "## Issues found",
      "",
      "### 1. Wrong page size in the example readers",
      "",
      "`limit` is 30 there, and the server answers 20 at most.",
      "",
      "## Optional follow-up tasks",
      "",
      "- Fix page size of example readers: `limit` in all `example-*.ts`",
    );
    expect(quotes(body)).toHaveLength(1);
  });

  it("keeps neighbours in a list that differ in one word", () => {
    const body = lines(
      "## Suggestions",
      "",
      "- Add the `book` field to the transform",
      "- Add the `links` field to the transform",
    );
    expect(quotes(body)).toHaveLength(2);
  });

  it("takes a comment on a line of code as one remark", () => {
    const body = lines(
      "**Duplicate code**: `setUp` stands in both files and duplicates the helper.",
      "",
      "**Impact:** both must change together.",
      "",
      "**Suggested fix:**",
      "Import it from `shared.ts`.",
    );
    expect(quotes(body, SHARED, true)).toEqual(["Import it from `shared.ts`."]);
  });

  it("knows the file that a heading names", () => {
    const { judged } = mineBody(lines("## Issues", "", "### `src/a.ts`", "", "- The handle leaks"), {
      author: SHARED,
      isOnCode: false,
      isReply: false,
    });
    expect(judged.map(({ finding }) => finding.path)).toEqual(["src/a.ts"]);
  });
});

describe("what a tool's review is not worth keeping for", () => {
  it.each([
    [
      "what is done, by its status",
      lines(
        "## Issues",
        "",
        "### 1. `pool` leaks",
        "",
        "It is never closed.",
        "",
        "**Status:** fixed in the second push.",
      ),
    ],
    [
      "how things are, under suggestions",
      lines("## Next steps", "", "- **Review**: the patterns are solid", "- **Benchmarks**: they exceed the goal"),
    ],
  ])("is %s", (_name, body) => {
    const { judged } = mineBody(body, { author: SHARED, isOnCode: false, isReply: false });
    expect(judged.filter(({ verdict }) => verdict.isWorthy)).toEqual([]);
  });
});

describe("a tool's list of times", () => {
  it("is a list of findings, not one finding with a name", () => {
    const body = lines(
      "## Recommendations",
      "",
      "### Immediate (before merge)",
      "",
      "1. Close `pool` in `stop`",
      "",
      "### Short-term (next sprint)",
      "",
      "1. Add a health check to `server.ts`",
      "2. Count the retries of `scan`",
    );
    expect(quotes(body)).toEqual([
      "Close `pool` in `stop`",
      "Add a health check to `server.ts`",
      "Count the retries of `scan`",
    ]);
  });
});

describe("what only looks like it is done with", () => {
  it.each([
    [
      "a heading of what did not go well",
      lines("## What does not do well", "", "- `read` silently drops the last row"),
      ["`read` silently drops the last row"],
    ],
    [
      "a heading of suggestions that are no issues",
      lines("## Not issues, but suggestions", "", "- Cap the queue of `read`"),
      ["Cap the queue of `read`"],
    ],
    [
      "an issue by its number",
      "## Suggestions\n\n- Cap the queue of readers (issue #12)",
      ["Cap the queue of readers (issue #12)"],
    ],
    [
      "things above a limit",
      lines("## Issues", "", "- Items above the limit are silently dropped by the reader"),
      ["Items above the limit are silently dropped by the reader"],
    ],
  ])("is kept: %s", (_name, body, expected) => {
    expect(quotes(body)).toEqual(expected);
  });
});

describe("a button under a title", () => {
  it("asks for nothing, though its address holds a prompt", () => {
    const address = `https://review.example.com/?q=${"Remove%20what%20is%20unused%20(all%20of%20it).%20".repeat(12)}`;
    const body = lines(
      "## Issues",
      "",
      "### 2. **Debounce helper**",
      "It keeps `this`:",
      "",
      `[Fix debounce helper →](${address})`,
    );
    expect(quotes(body)).toEqual(["2. **Debounce helper**\nIt keeps `this`:"]);
  });
});

describe("a heading over a list", () => {
  it.each([
    [
      "of tasks names no finding",
      lines("## Next steps", "", "### 1) Gates", "", "- [ ] Add a linter to `ci.yml`", "- [ ] Pin the version of `pg`"),
      ["[ ] Add a linter to `ci.yml`", "[ ] Pin the version of `pg`"],
    ],
    [
      "of findings with names names none itself",
      lines(
        "## Areas for improvement",
        "",
        "**Throughput of the reader**",
        "1. **Page size** (page.ts:31): `limit` should follow the header",
        "2. **Pool**: one pool could serve `read` and `scan`",
      ),
      [
        "**Page size** (page.ts:31): `limit` should follow the header",
        "**Pool**: one pool could serve `read` and `scan`",
      ],
    ],
    [
      "of a finding's parts names it",
      lines(
        "## Issues",
        "",
        "### 1. Retries of the reader",
        "",
        "- **Problem**: `retry` never ends",
        "- **Fix**: count them in `retry`",
      ),
      ["**Fix**: count them in `retry`"],
    ],
    [
      "of answers names what they answer",
      lines(
        "## Issues",
        "",
        "### 1. Retries of the reader never end",
        "",
        "- **Option A**: count them in `retry`",
        "- **Option B**: give `retry` a deadline",
      ),
      ["1. Retries of the reader never end\n\n- **Option A**: count them in `retry`"],
    ],
  ])("%s", (_name, body, expected) => {
    expect(quotes(body)).toEqual(expected);
  });
});

describe("a tool's words behind code", () => {
  const CODE = ["The rows should be read in one pass:", "", "```ts", "rows.map(load).filter(isOpen);", "```", ""];

  it("belong to what stands before it", () => {
    expect(quotes(lines(...CODE, "Consider one loop to avoid the second read."))).toHaveLength(1);
  });

  it("are another finding where they say so", () => {
    expect(quotes(lines(...CODE, "Also, consider one pool for both readers."))).toHaveLength(2);
  });
});

describe("a tool's remark on a line of code", () => {
  it.each([
    [
      "opens with its name, though a list stands under it",
      lines(
        "**Keys are compared in order and letter by letter**",
        "",
        "Both lists are walked in step. This has two consequences:",
        "",
        "1. **Order**: the same keys in another order are refused.",
        "2. **Spelling**: a blank more makes another key.",
      ),
      ["Keys are compared in order and letter by letter"],
    ],
    [
      "opens with its name in HTML",
      lines("<b>Month in the filter</b>", "", "Only February is counted. Compare the month of the date instead."),
      ["Month in the filter"],
    ],
    [
      "opens with the file that its items are about",
      lines("**Risk Level 2 - /home/ci/src/queue.ts**", "", "1. The lock is never released.", "", "2. Add a timeout."),
      [undefined, undefined],
    ],
  ])("%s", (_name, body, titles) => {
    const { judged } = mineBody(body, { author: SHARED, isOnCode: true, isReply: false });
    expect(judged.map(({ finding }) => finding.title)).toEqual(titles);
  });
});

describe("a person's words", () => {
  it.each([
    [
      "what a labelled comment also asks for, in a paragraph of its own",
      "nit: sort these imports\n\nAlso, could you close the file when parsing fails?",
      ["sort these imports", "Also, could you close the file when parsing fails?"],
    ],
    [
      "what a labelled comment also asks for, in the same paragraph",
      "**nit:** rename this. Also, please add a timeout to `fetchAll`.",
      ["rename this.", "Also, please add a timeout to `fetchAll`."],
    ],
    [
      "a label alone where what follows asks for nothing",
      "suggestion: one pool for both clients\n\nAlso helps with tests.",
      ["one pool for both clients"],
    ],
    [
      "what is asked under a label that asks nothing",
      "praise: a clean split.\n\nCould you close the file when parsing fails?",
      ["Could you close the file when parsing fails?"],
    ],
    [
      "a question with a label that asks for a change",
      "question: could we reuse the parser?",
      ["could we reuse the parser?"],
    ],
    ["nothing of a note that explains", "note: old clients need it.\n\nThe first page may be empty there.", []],
    [
      "a labelled comment with a committable line once",
      "nit: rename it\n\n```suggestion\nlet limit = 10;\n```",
      ["rename it"],
    ],
    ["the committable line under praise", "praise: nice!\n\n```suggestion\nlet limit = 10;\n```", ["let limit = 10;"]],
    [
      "two asks of a paragraph",
      "Why not use `check` here? Btw, it might make sense to move `check` to `config.js`.",
      ["Why not use `check` here?", "Btw, it might make sense to move `check` to `config.js`."],
    ],
    [
      "no titles of other pull requests",
      lines(
        "[Add a timeout to the client](https://github.com/octo/api/pull/12) fixed the issue.",
        "",
        "- [Close the handle in the parser](https://github.com/octo/api/issues/13)",
      ),
      [],
    ],
    ["no buttons", "[Open in the playground](https://play.example.com/?from=12)", []],
    ["the sentence that asks", "I like this. We should cache the size, though.", ["We should cache the size, though."]],
    [
      "one remark for each paragraph",
      "Please add a timeout.\n\nCould we reuse the parser?",
      ["Please add a timeout.", "Could we reuse the parser?"],
    ],
    [
      "the ask rather than a bare mark",
      "(separate issue)\nlet's rename the logger in a different PR?",
      ["let's rename the logger in a different PR?"],
    ],
    [
      "all items under words that announce remarks",
      "A few comments:\n\n- it is not clear whether the digest covers the header\n- section 5 needs an example",
      ["it is not clear whether the digest covers the header", "section 5 needs an example"],
    ],
    ["items under words that ask", "Some suggestions:\n\n- use a map\n- drop the copy", ["use a map", "drop the copy"]],
    ["a suggestion block alone", "```suggestion\nconst limit = 10;\n```", ["const limit = 10;"]],
    ["text without Markdown", "this leaks when parsing fails", ["this leaks when parsing fails"]],
  ])("give %s", (_name, body, expected) => {
    expect(quotes(body, PERSON, true)).toEqual(expected);
  });

  it.each([
    ["quotes of others", "> we should cache this\n\nDone in the last commit."],
    ["code", "```ts\n// TODO: should be a map\n```"],
    ["a weak cue in a conversation", "The build fails on my machine as well."],
  ])("give nothing for %s", (_name, body) => {
    expect(quotes(body, PERSON)).toEqual([]);
  });
});

describe("comments that hold no finding", () => {
  it.each([
    "Please close the handle when parsing fails.",
    "Moderate faults of the installation script remain.",
    "The row is too large for the page, so `insert` splits it twice.",
    "A worker that is working on a job never sees that the session ended.",
    "When the reader encountered an error it retries forever.",
    "A client over its quota gets a 200 with the text rate limit exceeded, not a 429.",
  ])("are told from findings about the same words: %s", (text) => {
    expect(noticeIn(text.toLowerCase(), true)).toBeUndefined();
  });

  it.each([
    "Claude Code is working…",
    "This PR is too big for the reviewer.",
    "Too many files changed for review (212 files, at most 150).",
    "## Review rate limit exceeded",
  ])("are known by their first words: %s", (text) => {
    expect(noticeIn(text, true)).toBeDefined();
  });
});

describe("alerts that are tracked elsewhere", () => {
  it("are left out, and said so", () => {
    const alert = inline("## CodeQL / Request forgery\n\nThe URL depends on user input.", {
      author: { login: "github-advanced-security[bot]", kind: "bot" },
    });
    const { suggestions, leftOut } = mineSuggestions(pull({ threads: [thread([alert])] }), OPTIONS);
    expect(suggestions).toEqual([]);
    expect(leftOut).toMatchObject([{ group: "settled", reason: "its tool keeps track of it elsewhere" }]);
  });
});
