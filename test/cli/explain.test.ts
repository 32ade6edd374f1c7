import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { enhance } from "../helpers/enhance.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "enhance-explain-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** What `enhance mine --explain` prints for comments on lines of one pull request, by the real program. */
function explain(bodies: readonly string[], ...flags: string[]): { code: number | null; lines: string[] } {
  const comments = bodies.map((body, index) => ({
    id: index + 1,
    path: "src/db/client.ts",
    line: 2,
    body,
    user: { login: "octocat", type: "User" },
    html_url: `https://github.com/octo/api/pull/7#discussion_r${index + 1}`,
    created_at: `2026-11-25T10:0${index}:00Z`,
  }));
  writeFileSync(path.join(folder, "review.json"), JSON.stringify(comments));
  const { code, out } = enhance(folder, ["mine", "review.json", "--explain", ...flags]);
  return { code, lines: out.trimEnd().split("\n") };
}

describe("enhance mine --explain", () => {
  it("prints what is kept and what is left out, with the rule and the words", () => {
    const bodies = ["Could we reuse `readPage` from the other module here?", "nit: sort these imports", "Thanks!"];
    expect(explain(bodies)).toEqual({
      code: 0,
      lines: [
        "+ Reuse readPage from the other module here (client.ts)",
        "  kept: a concrete improvement that is still worth doing after the merge",
        '  rule "an improvement" (W2), confidence 0.85',
        '  words asks: "could we" (a question that asks for a change)',
        "  octocat: Could we reuse `readPage` from the other module here?",
        "- Sort these imports (client.ts)",
        "  nit: the reviewer calls it a nit",
        '  rule "called a nit" (N1), confidence 0.85',
        '  words asks: "sort" (an instruction); nits: "sort these imports" (formatting)',
        "  octocat: sort these imports",
      ],
    });
  });

  it("makes control characters of a comment visible", () => {
    const { lines } = explain(["Please close\u001b[31m the `handle` when parsing fails."]);
    expect(lines.join("\n")).toContain("\\u{1b}[31m");
  });

  it("is no way to write", () => {
    expect(explain([], "--write").code).toBe(2);
  });
});
