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

  it("tells what is well under a number and a name", () => {
    const told = (mark: string) =>
      lines("### 2. Sessions and tokens", "", `**\`session.ts\`** ${mark} Keeps the return address when a token fails`);
    expect(quotes(told("✅"))).toEqual([]);
    expect(quotes(told("⚠️"))).toHaveLength(1);
    expect(quotes(told("❌ Before, ✅"))).toHaveLength(1);
    expect(quotes(told("✅ Better:"))).toHaveLength(1);
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
});
