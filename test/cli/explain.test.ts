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

const url = (number: number) => `https://github.com/octo/api/pull/7#discussion_r${number}`;

describe("enhance mine --explain", () => {
  it("prints a block for each text: where it stands, what was found, and what was decided", () => {
    const bodies = [
      "Could we reuse `readPage` from the other module here?",
      "nit: sort these imports",
      "Thanks!",
      "blocking: the handle leaks when parsing fails",
    ];
    expect(explain(bodies)).toEqual({
      code: 0,
      lines: [
        `src/db/client.ts:2  octocat  ${url(1)}`,
        "  + Reuse readPage from the other module here (client.ts)",
        "    kept: a concrete improvement that is still worth doing after the merge",
        "    refactor, medium priority (assumed); proposed at once",
        '    rule "an improvement" (W2), confidence 0.85',
        '    words asks: "could we" (a question that asks for a change)',
        "    > Could we reuse `readPage` from the other module here?",
        `src/db/client.ts:2  octocat  ${url(2)}`,
        "  - Sort these imports (client.ts)",
        "    nit: the reviewer calls it a nit",
        "    style, low priority",
        '    rule "called a nit" (N1), confidence 0.85',
        '    words asks: "sort" (an instruction); nits: "sort these imports" (formatting)',
        "    > sort these imports",
        `src/db/client.ts:2  octocat  ${url(3)}`,
        "  nothing found: Thanks!",
        `src/db/client.ts:2  octocat  ${url(4)}`,
        "  + The handle leaks when parsing fails",
        expect.stringContaining("    kept: "),
        "    bug, medium priority (assumed); waits for the merge",
        expect.stringContaining("    rule "),
        expect.stringContaining("    words "),
        "    > the handle leaks when parsing fails",
        "4 texts, 1 with nothing found; 3 findings, 2 kept, 1 of them waits, 1 left out",
      ],
    });
  });

  it.each([
    [
      "words around a finding",
      "Thanks for the quick fix!\n\nCould we reuse `readPage` here?\n\nI like the tests.",
      "  2 of 3 sentences ask for nothing: Thanks for the quick fix!",
    ],
    [
      "one sentence",
      "Could we reuse `readPage` here?\n\nI like it.",
      "  1 of 2 sentences asks for nothing: I like it.",
    ],
    ["the explanation of a finding", "Could we reuse `readPage` here? It closes the cursor.", undefined],
    ["words behind a label", "nit: sort these imports", undefined],
    ["quotes and code", "> Old words.\n\nCould we reuse `readPage` here?\n\n```\nlet a;\n```", undefined],
  ])("says what else was read: %s", (_name, body, line) => {
    const { lines } = explain([body]);
    expect(lines.find((each) => each.includes("for nothing"))).toBe(line);
  });

  it("says why a text is not read", () => {
    writeFileSync(
      path.join(folder, "review.json"),
      JSON.stringify([
        { id: 1, body: "Cache the token, in a follow-up" },
        { id: 2, body: "Cache the token, in a follow-up", user: { login: "some-tool[bot]", type: "Bot" } },
      ]),
    );
    const { code, out } = enhance(folder, ["mine", "review.json", "--explain", "--pull", "octo/api#7"]);
    expect(out.split("\n")).toEqual([
      "issue comment  nobody",
      "  not read: nobody is named as its author",
      "issue comment  some-tool[bot]",
      "  not read: some-tool[bot] is no review tool that is known; name it in capture.from.tools to have it read",
      "2 texts, 2 not read; 0 findings, 0 kept, 0 left out",
      "",
    ]);
    expect(code).toBe(0);
  });

  it("says that nothing was written", () => {
    expect(explain([" "])).toEqual({ code: 0, lines: ["nothing was written there yet"] });
  });

  it("makes control characters of a comment visible", () => {
    const { lines } = explain(["Please close\u001b[31m the `handle` when parsing fails."]);
    expect(lines.join("\n")).toContain("\\u{1b}[31m");
  });

  it("is no way to write", () => {
    expect(explain([], "--write").code).toBe(2);
  });
});
