import { describe, expect, it } from "@jest/globals";
import { DEFAULT_CONFIG } from "../../../src/core/config.ts";
import { mineBody } from "../../../src/core/mine/mine-body.ts";

const lines = (...all: string[]) => all.join("\n");
const judge = (body: string) =>
  mineBody(body, { author: { login: "claude[bot]", kind: "bot" }, isOnCode: false, isReply: false }).judged;
const quotes = (body: string) => judge(body).map(({ quote }) => quote);
const worthy = (body: string) =>
  judge(body)
    .filter(({ verdict }) => verdict.isWorthy && verdict.confidence >= DEFAULT_CONFIG.capture.minimum_confidence)
    .map(({ quote }) => quote);

describe("a long report of a tool", () => {
  it("has no findings where it says so under their heading, whatever notes stand there", () => {
    const note = "- `scan` came after this branch and has no such message, so no other reader is missing.";
    expect(quotes(lines("## Findings", "", "No findings.", "", "### Notes", "", note))).toEqual([]);
    expect(quotes(lines("## Findings", "", "### Notes", "", note))).toHaveLength(1);
  });

  it.each([
    "**approved.go:10** — The handle leaks when `read` throws. Close it in `finally`.",
    "- Nonexistent rows make `read` drop the page.",
  ])("has findings in words that only look like there being none: %s", (finding) => {
    expect(worthy(`## Issues\n\n${finding}`)).toHaveLength(1);
  });

  it("weighs by a heading what stands in the fold of that heading, and nothing after it", () => {
    const fold = (summary: string, ...inner: string[]) =>
      lines("<details>", `<summary>${summary}</summary>`, "", ...inner, "", "</details>", "");
    const body = lines(
      fold("Details", "#### CRITICAL", "", "- `read` silently drops the last row"),
      fold("Other issues", "- `scan` never closes its cursor"),
    );
    expect(judge(body).map(({ finding }) => finding.severity)).toEqual(["critical", undefined]);
  });

  it.each(["🤖 Automated review complete. Please react with 👍 or 👎 on it.", "Please react with 👍 or 👎."])(
    "closes with words that are no part of its last finding: %s",
    (footer) => {
      const body = lines("## 1. Stale entries", "", "`stop` keeps the map.", "", "**Suggested fix:**", "", "```ts");
      expect(quotes(lines(body, "map.clear();", "```", "", "---", `*${footer}*`))).toEqual([
        "1. Stale entries\n\n`stop` keeps the map.",
      ]);
    },
  );

  it("has findings where only heavy ones are denied", () => {
    const body = lines(
      "## Issues",
      "",
      "No critical issues.",
      "",
      "### Minor",
      "",
      "- `read` silently drops the last row",
    );
    expect(quotes(body)).toEqual(["`read` silently drops the last row"]);
  });

  it("lists findings behind words that deny heavy ones alone", () => {
    const listed = (words: string) =>
      quotes(lines("## Security", "", words, "", "- `read` silently drops the last row"));
    expect(listed("No critical issues found.")).toEqual(["`read` silently drops the last row"]);
    expect(listed("No issues found.")).toEqual([]);
  });

  it("tells what is well under a number and a name", () => {
    const told = (mark: string) =>
      lines("### 2. Sessions and tokens", "", `**\`session.ts\`** ${mark} Keeps the return address when a token fails`);
    expect(quotes(told("✅"))).toEqual([]);
    expect(quotes(told("⚠️"))).toHaveLength(1);
    expect(quotes(told("❌ Before, ✅"))).toHaveLength(1);
    expect(quotes(told("✅ Better:"))).toHaveLength(1);
    expect(quotes(lines(told("✅"), "", "Recommendation: read the address once."))).toHaveLength(1);
  });

  it("names one finding by a number, though its name be of common words, and a list tell of it", () => {
    const body = lines(
      "## Issues Found",
      "",
      "#### 3. **Missing Security Considerations** (Low Priority)",
      "",
      "**Issue:** The guide names `keys.yml`, and says nothing of these:",
      "- Keys should be encrypted",
      "- The role clones over HTTP",
      "",
      "**Recommendation:** Add a note on both to the guide.",
    );
    expect(quotes(body)).toEqual(["**Recommendation:** Add a note on both to the guide."]);
  });

  it("says under a label in bold what has to be done about the finding over it", () => {
    const body = lines(
      "## Issues",
      "",
      "### 2. Version of the reader",
      "",
      "**Problem:** `read` fails unless a label is set.",
      "",
      "**Fix Required:**",
      "```ts",
      "read({ version: 'latest' })",
      "```",
    );
    expect(judge(body).map(({ finding }) => finding.title)).toEqual(["2. Version of the reader"]);
  });

  it("has two findings where two names in a row share most of their words", () => {
    const body = lines(
      "### Issues",
      "",
      "**1. `limit()` placed in the wrong file, which the layout in Appendix B forbids**",
      "",
      "The layout asks for a file of its own.",
      "",
      "**2. Queue placed in the wrong directory, which the layout in Appendix B forbids**",
      "",
      "Both tell jobs from events.",
    );
    expect(quotes(body)).toHaveLength(2);
  });

  it("says nothing by a heading that lost its marks", () => {
    expect(quotes("🟡 MAJOR ISSUES (Should Fix)")).toEqual([]);
    expect(quotes("Follow-up Tasks:")).toEqual([]);
  });

  it("names what it wrote for those who implement, which puts nothing off", () => {
    expect(
      quotes(lines("## Documents", "", "### For implementation", "", "- Drawings of the reader, complete")),
    ).toEqual([]);
    expect(worthy(lines("## Left for implementation", "", "- A test of `read` with an empty list"))).toHaveLength(1);
  });

  it("counts what it found, which is no finding", () => {
    expect(
      worthy("## Issues\n\n- The second judge asks for changes: 0 blockers, 1 warning, 3 nits in the reader"),
    ).toEqual([]);
  });

  it.each([
    ["when it is due", "## Recommendations\n\n- **Phase 3 (Future)**: Add windows to the `scan` of a week", "W2"],
    ["that it is put off", "## Notes\n\n- **Follow-up (Mac):** the `scan` of links never runs on Windows.", "W3"],
    ["no check at all", "## Issues\n\n- `scan` reads the header, with no check that the sender is known.", "W1"],
  ])("says before a colon, or with a word of checking, %s", (_name, body, code) => {
    expect(judge(body)[0]?.verdict).toMatchObject({ isWorthy: true, code });
  });

  it("quotes what it suggests together with a label in Chinese", () => {
    const body = lines(
      "## Findings",
      "",
      "### Medium",
      "",
      "- **建议**（择一）：",
      "  - 在 `read` 中校验 `limit`",
      "  - 或者捕获错误",
    );
    expect(quotes(body)[0]).toContain("校验");
    const [first] = judge(lines("主要问题：", "", "- `read` 一次读取全部行，占用较多内存"));
    expect(first?.finding.around).toBe("issues");
  });

  it("names a finding in bold, with the place behind the name", () => {
    const body = lines(
      "## Critical issues",
      "",
      "1. **Race in the rate limit** (`src/limit.ts:12-40`)",
      "   - One map for all requests",
      "   - Risk: the limit is passed by",
    );
    expect(judge(body).map(({ finding, quote }) => [finding.title, quote.split("\n")[0]])).toEqual([
      ["Race in the rate limit (src/limit.ts:12-40)", "**Race in the rate limit** (`src/limit.ts:12-40`)"],
    ]);
  });

  it.each([
    "**Recommendation:** REQUEST CHANGES before this can go in.",
    "**Final Verdict**: ❌ **REJECT** - it would break the reader.",
    "Overall assessment: ⚠️ requires changes, as the reader has a bug.",
  ])("gives a verdict, which is no finding: %s", (verdict) => {
    expect(quotes(`## Verdict of the review\n\n${verdict}`)).toEqual([]);
  });

  it.each(["**Suggested Test:**", "**Recommended Optimization:**"])(
    "opens a part of a finding by a label alone: %s",
    (label) => {
      const body = lines(
        "## Issues",
        "",
        "### 1. `read` drops the last row of a page",
        "",
        "A page of one row is read as none.",
        "",
        label,
        "",
        "```ts",
        "read([1]);",
        "```",
      );
      expect(judge(body).map(({ finding }) => finding.title)).toEqual([
        "1. `read` drops the last row of a page".replaceAll("`", ""),
      ]);
    },
  );

  it("lists what is done beside what is not, under headings that name no finding", () => {
    const body = lines(
      "## Potential problems",
      "",
      "### Data and migrations of the store",
      "",
      "- [x] **Old rows** - they may be lost in `migrate`",
      "- [ ] **New rows** - `migrate` fails on a page without rows",
    );
    expect(quotes(body)).toEqual(["[ ] **New rows** - `migrate` fails on a page without rows"]);
  });

  it("strikes out what does not hold any more", () => {
    expect(quotes("## Issues\n\n- ~~`read` silently drops the last row~~\n- `scan` never closes its cursor")).toEqual([
      "`scan` never closes its cursor",
    ]);
  });

  it("has done with what a heading calls done in another language than its label", () => {
    const items = "\n\n- `read`의 마지막 행이 누락되는 문제를 수정하고 테스트를 추가해야 합니다";
    expect(worthy(`### 1.1 Blocker (완벽히 해결됨)${items}`)).toEqual([]);
    expect(worthy(`### 1.1 Blocker${items}`)).toHaveLength(1);
  });

  it("names a file under a label in Chinese, which is no finding", () => {
    expect(quotes("## 问题\n\n- 位置: `src/read.ts:12`")).toEqual([]);
  });

  it("names a finding among the issues by a sentence, though it speaks of files or changes", () => {
    const body = lines("## Issues", "", "### Old files are never deleted", "", "They fill the disk of `scan`.");
    expect(judge(body).map(({ finding }) => finding.title)).toEqual(["Old files are never deleted"]);
    expect(quotes(lines("## Issues", "", "### Changed files", "", "- `read.ts`: reads the rows"))).toEqual([]);
  });
});
