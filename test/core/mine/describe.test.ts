import { describe, expect, it } from "@jest/globals";
import { mineSuggestions } from "../../../src/core/mine/mine.ts";
import { referencesIn } from "../../../src/core/mine/references.ts";
import { inline, OPTIONS, pull, text, thread } from "./helpers.ts";

const first = (body: string, given = {}) =>
  mineSuggestions(pull({ threads: [thread([inline(body, given)])] }), OPTIONS).suggestions[0];

describe("toSuggestion", () => {
  it("describes in the reviewer's own words, once", () => {
    const body = "Please cache the compiled templates in `render`. They are compiled again on every request.";
    expect(first(body)?.description).toBe(
      "Please cache the compiled templates in render. They are compiled again on every request.",
    );
  });

  it("leaves out the number of a finding among others", () => {
    const body =
      "**Must fix:**\n1. Close the pool in `stop`\n\n**Should fix:**\n2. Add a test for the empty `rows` list";
    const { suggestions } = mineSuggestions(pull({ comments: [text(body)] }), OPTIONS);
    expect(suggestions.map(({ description }) => description)).toEqual([
      "Close the pool in stop",
      "Add a test for the empty rows list",
    ]);
  });

  it("takes outcomes only from what the text says", () => {
    const body = "Please cache the templates in `render`. This would avoid compiling them on every request.";
    expect(first(body)).toMatchObject({
      outcomes: ["This would avoid compiling them on every request."],
      criteria: [],
    });
    expect(first("Please cache the templates in `render`.")).toMatchObject({ outcomes: [], criteria: [] });
  });

  const POOL = "Please pool the connections in `open`.";

  it.each([
    ["a list under it", `${POOL}\n\nAcceptance criteria:\n- no request opens its own\n- \`stop\` closes\n  the pool`],
    [
      "a list under its last line",
      `${POOL}\n**Success criteria:**\n\n1. no request opens its own\n2. \`stop\` closes the pool`,
    ],
    [
      "what is not ticked off",
      `${POOL}\n\nDone when:\n- [ ] no request opens its own\n- [x] a pool is chosen\n- [ ] \`stop\` closes the pool`,
    ],
    [
      "a list in its item",
      `- ${POOL}\n\n  Definition of done:\n  - no request opens its own\n    - not even one\n  - \`stop\` closes the pool\n- other`,
    ],
    ["sentences", `${POOL} Done when no request opens its own. Acceptance criteria: \`stop\` closes the pool`],
  ])("takes criteria from what the text names so: %s", (_name, body) => {
    const criteria = first(body)?.criteria.map((text) => text.replace(/\.$/, ""));
    expect(criteria).toEqual(["no request opens its own", "stop closes the pool"]);
  });

  it.each([
    ["another list", `${POOL}\n\nThe places:\n- \`read\`\n- \`write\``],
    ["a list of the whole pull request", `${POOL}\n\n## Before the merge\n\nAcceptance criteria:\n- all tests pass`],
    ["a list under several", `- ${POOL}\n- Please retry \`upload\`.\n\nAcceptance criteria:\n- all tests pass`],
    ["a list above it", `Acceptance criteria:\n- all tests pass\n\n${POOL}`],
    ["a quoted list", `${POOL}\n\n> Acceptance criteria:\n> - all tests pass`],
    ["a list in a fold", `${POOL}\n\n<details>\n\nAcceptance criteria:\n- all tests pass\n\n</details>`],
    ["words about criteria", `${POOL} The acceptance criteria are vague. I am done when it is merged.`],
  ])("takes no criteria from %s", (_name, body) => {
    const { suggestions } = mineSuggestions(pull({ threads: [thread([inline(body)])] }), OPTIONS);
    expect(suggestions.map(({ criteria }) => criteria)).toEqual(suggestions.map(() => []));
    expect(suggestions).not.toEqual([]);
  });

  it("gives criteria to the finding right above them", () => {
    const body = `${POOL}\n\nDone when:\n- no request opens its own\n\nPlease retry \`upload\` with backoff.\n\nDone when:\n- a test covers it`;
    const { suggestions } = mineSuggestions(pull({ threads: [thread([inline(body)])] }), OPTIONS);
    expect(suggestions.map(({ criteria }) => criteria)).toEqual([["no request opens its own"], ["a test covers it"]]);
  });

  it.each([
    ["a defect of the pull request", "`parse` crashes when the list is empty.", {}, true],
    ["an improvement", "Could we reuse `readPage` from the other module?", {}, false],
    [
      "an improvement in a review that requests changes",
      "Could we reuse `readPage`?",
      { reviewState: "changes_requested" },
      true,
    ],
    ["a blocker in words", "Blocker: `readPage` must release its lock before merging.", {}, true],
    ["what is put off", "`parse` crashes when the list is empty, let's fix it in a follow-up.", {}, false],
    ["what is said not to be put off", "Don't leave this for a follow-up: `parse` crashes on a list.", {}, true],
    ["what is labelled as blocking", "[blocking] use the shared pool in `readPage`", {}, true],
    ["a defect that is no blocker", "Not a blocker, but `parse` crashes when the list is empty.", {}, false],
    [
      "a defect that holds nothing up",
      "`parse` crashes on an empty list. That need not hold up the merge, though it isn't rare; nothing has to block this.",
      {},
      false,
    ],
    ["a defect that was there before", "`parse` crashes when the list is empty, as it did before this PR.", {}, false],
    ["a defect to be mended before the merge", "`parse` crashes on a list; fix it before this PR is merged.", {}, true],
    ["a defect of little weight", "Low severity: `parse` crashes when the list is empty.", {}, false],
  ])("is blocking or not: %s", (_name, body, given, isBlocking) => {
    expect(first(body, given)).toMatchObject({ isBlocking });
  });
});

describe("referencesIn", () => {
  it.each([
    ["issues", "See #46 and #1200, not C#9 or a/b#7.", { issues: [46, 1200] }],
    ["specs", "As in specs/004-mining/spec.md.", { specs: ["specs/004-mining/spec.md"] }],
    ["links, without the mark after them", "See https://example.com/a?b=1.", { links: ["https://example.com/a?b=1"] }],
    ["files with lines", "In src/db/client.ts:42-48 and `read.py`.", { files: ["src/db/client.ts:42-48", "read.py"] }],
    ["nothing", "Version 1.2 of e.g. the parser.", { issues: [], specs: [], links: [], files: [] }],
  ])("finds %s", (_name, text, expected) => {
    expect(referencesIn(text)).toMatchObject(expected);
  });
});
