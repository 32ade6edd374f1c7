import { describe, expect, it } from "@jest/globals";
import { DEFAULT_CONFIG } from "../../../src/core/config.ts";
import { mineBody, type BodyContext } from "../../../src/core/mine/mine-body.ts";
import { CODERABBIT, REVIEWER } from "./helpers.ts";

const verdictOf = (body: string, given: Partial<BodyContext> = {}) =>
  mineBody(body, { author: REVIEWER, isOnCode: true, isReply: false, ...given }).judged[0]?.verdict;

const BAR = DEFAULT_CONFIG.capture.minimum_confidence;

describe("confidence", () => {
  it.each([
    ["a defect in named code", "`parse` crashes when the list is empty, please guard against it.", {}],
    ["an improvement that names code", "Could we reuse `readPage` from the other module?", {}],
    ["a promise", "Let's stream the rows in a follow-up.", {}],
    [
      "an improvement in the conversation that names code",
      "We should reuse `readPage` in `upload`.",
      { isOnCode: false },
    ],
  ])("passes the bar for %s", (_name, body, given) => {
    expect(verdictOf(body, given)).toMatchObject({ isWorthy: true });
    expect(verdictOf(body, given)?.confidence).toBeGreaterThanOrEqual(BAR);
  });

  it.each([
    ["names nothing", "A timeout here would help, rather than waiting."],
    ["asks for nothing", "`read` calls `parse`, which throws on an empty header."],
    ["asks for it by name", "You could reuse `readPage` here, because the other reader has its limits."],
  ])("stays below the bar for what a tool says in passing, and %s", (_name, body) => {
    const verdict = verdictOf(body, {
      author: { login: "claude[bot]", kind: "bot" },
      isOnCode: false,
    });
    expect(verdict).toMatchObject({ isWorthy: true });
    expect(verdict?.confidence).toBeLessThan(BAR);
  });

  it.each([
    [
      "stands under a heading that says what it is",
      "## Suggestions\n\nYou could reuse `readPage` here, because it has limits.",
    ],
    ["opens with a label", "Recommendation: reuse `readPage` here, because it has limits."],
    [
      "names what breaks, and what to do",
      "`read` crashes on an empty header because it is never checked, so it should return early.",
    ],
  ])("passes the bar for a tool's sentence that %s", (_name, body) => {
    const verdict = verdictOf(body, { author: { login: "claude[bot]", kind: "bot" }, isOnCode: false });
    expect(verdict).toMatchObject({ isWorthy: true });
    expect(verdict?.confidence).toBeGreaterThanOrEqual(BAR);
  });

  it.each([
    ["that speaks of the pull request", "We should mention the retry in this release as well, I think."],
    ["of a few words", "We should probably cache the parsed header."],
    ["that is polite", "Please use the shared client in the importer as well."],
  ])("keeps what is asked on a line, and not in the conversation: something %s", (_name, body) => {
    const [on, off] = [true, false].map((isOnCode) => verdictOf(body, { isOnCode }));
    expect([on?.isWorthy, off?.isWorthy]).toEqual([true, true]);
    expect(on?.confidence).toBeGreaterThanOrEqual(BAR);
    expect(off?.confidence).toBeLessThan(BAR);
  });

  it.each([
    [
      "a question",
      "Could we stream the rows of `export` to the disk instead of memory?",
      "We could stream the rows of `export` to the disk instead of memory.",
    ],
    [
      "words on tests",
      "The `export` of a tenant without any rows should be tested as well, I think.",
      "The `export` of a tenant without any rows should be logged as well, I think.",
    ],
    [
      "more words",
      "We should stream the rows of the export to the disk. The largest tenant has more of them than fit in memory.",
      "We should stream the rows of the export to the disk.",
    ],
  ])("is higher for %s", (_name, higher, lower) => {
    expect(verdictOf(higher)?.confidence).toBeGreaterThan(verdictOf(lower)?.confidence ?? 1);
  });

  it("keeps what is put off, wherever it is said", () => {
    const body = "Let's please sort the index in a separate PR.";
    expect(verdictOf(body, { isOnCode: false })).toMatchObject({ code: "W3" });
    expect(verdictOf(body, { isOnCode: false })?.confidence).toBeGreaterThanOrEqual(BAR);
  });

  it("is higher with a weight from the tool than without", () => {
    const light = "## Issues\n\n### Close the file handle\n\nIt leaks when parsing fails.";
    const heavy = light.replace("### Close", "### Critical: Close");
    const by = { author: CODERABBIT, isOnCode: false };
    expect(verdictOf(heavy, by)?.confidence).toBeGreaterThan(verdictOf(light, by)?.confidence ?? 1);
  });

  it("is lower for what its tool suppressed, as it was not sure of it", () => {
    const remark = "The delay between the tries of `send` is fixed. Consider growing it with each try.";
    const summary = "Comments suppressed due to low confidence (1)";
    const folded = `## Pull request overview\n\n<details>\n<summary>${summary}</summary>\n\n**src/mail.ts:31**\n* ${remark}\n\n</details>`;
    const by = { author: { login: "copilot-pull-request-reviewer[bot]", kind: "bot" } } as const;
    const [open, suppressed] = [verdictOf(remark, by), verdictOf(folded, { ...by, isOnCode: false })];
    expect([open?.isWorthy, suppressed?.isWorthy]).toEqual([true, true]);
    expect(suppressed?.confidence).toBeLessThan(open?.confidence ?? 0);
  });
});

describe("words that name no change", () => {
  const TOOL = { author: { login: "github-actions[bot]", kind: "bot" }, isOnCode: false } as const;
  it.each([
    ["a tool's goal", "- Ensure that `readPage` returns a valid page.", TOOL, "N2"],
    ["a tool's goal with a way to it", "- Ensure `page` is set or add a check in `readPage`.", TOOL, "W2"],
    ["a person's goal", "Please make sure that `readPage` returns a page in the order of `ids`.", {}, "W2"],
    ["an open whether", "- Consider paging through the 1000 files if needed.", TOOL, "N2"],
    ["what any change needs", "- Update the documentation to reflect these changes.", TOOL, "N2"],
    ["a fact to find out", "- Consider if the fix of `readPage` was successfully merged.", TOOL, "N5"],
    ["a type alone", "- Replace the `any` type in `readPage` with `Row`.", TOOL, "N1"],
    ["white space that is read", "- Treat all whitespace as separators in `split`.", TOOL, "W2"],
    [
      "a small edit against something weighty",
      "`read` drops the last row, and the import silently stops. Keep the newline.",
      { ...TOOL, isOnCode: true },
      "W1",
    ],
    ["a person's small remark", "minor: `ookups` lacks its first letter", {}, "N1"],
  ])("%s", (_name, body, given, code) => {
    expect(verdictOf(body, given)?.code).toBe(code);
  });

  it("of others, told by a person, ask for nothing", () => {
    const reported = "Currently, the draft explicitly states that the client should ignore `name`.";
    expect(verdictOf(reported)?.isWorthy ?? false).toBe(false);
  });
});

describe("families of rules", () => {
  it.each([
    ["nit", "Please rename this variable to `limit`.", "N1"],
    ["process", "Please rebase this on the main branch.", "N5"],
    ["deferral", "Let's stream the rows of `readPage` in a follow-up.", "W3"],
  ] as const)("%s can be left out", (family, body, code) => {
    expect(verdictOf(body)?.code).toBe(code);
    expect(verdictOf(body, { without: new Set([family]) })?.code).not.toBe(code);
  });
});

describe("priority", () => {
  it.each([
    ["nit: sort these `imports`", "low"],
    ["issue (critical): `parse` leaks its handle", "critical"],
    ["`parse` leaks its handle, please close it", null],
  ])("of %s is %s", (body, priority) => {
    expect(verdictOf(body)?.priority).toBe(priority);
  });
});
