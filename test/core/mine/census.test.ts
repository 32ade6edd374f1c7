import { describe, expect, it } from "@jest/globals";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { censusOf } from "../../../src/core/mine/census.ts";
import { mineBody } from "../../../src/core/mine/mine-body.ts";
import { parseDocument } from "../../../src/core/mine/markdown.ts";
import { TOOL_SIGNALS } from "../../../src/core/mine/signals.ts";
import { TOOLS } from "../../../src/core/mine/tools.ts";
import type { Author } from "../../../src/core/review.ts";

const ROOT = path.join(import.meta.dirname, "../../../fixtures/mining");
const authorOf = (tool: string): Author => ({
  login: `${TOOLS.find(({ name }) => name === tool)?.logins[0] ?? ""}[bot]`,
  kind: "bot",
});
const censusFor = (body: string, tool: string, isOnCode: boolean) =>
  censusOf(mineBody(body, { author: authorOf(tool), isOnCode, isReply: false }));

describe("the census", () => {
  it.each(TOOL_SIGNALS)("counts $name", ({ count, example }) => {
    const document = parseDocument(example);
    expect(count(document.blocks.map(({ content }) => content).join("\n"), document)).toBe(1);
    const other = parseDocument("Thanks, merged.");
    expect(count(other.text, other)).toBe(0);
  });

  it("knows the tools that its signals name", () => {
    const names = TOOLS.map(({ name }) => name);
    expect(TOOL_SIGNALS.flatMap(({ tools }) => tools).filter((tool) => !names.includes(tool))).toEqual([]);
  });

  const files = TOOLS.flatMap(({ name }) =>
    readdirSync(path.join(ROOT, name))
      .filter((file) => file.endsWith(".md"))
      .map((file) => ({ tool: name, file })),
  );

  it.each(files)("agrees with the reader on $tool/$file", ({ tool, file }) => {
    const body = readFileSync(path.join(ROOT, tool, file), "utf8");
    const { counted, found } = censusFor(body, tool, file.endsWith(".inline.md"));
    expect(found).toBeGreaterThanOrEqual(counted);
  });

  it.each([
    [
      "coderabbit",
      "<details>\n<summary>🧹 Nitpick comments (2)</summary>\n\n- a.ts, line 12, share the width\n\n</details>",
      2,
    ],
    ["codex", "![P1 Badge](https://img.shields.io/badge/P1-orange) the expiry of tokens", 1],
    ["qodo", "<h3>Code Review by Qodo</h3>\n\n<code>🐞 Bugs (3)</code>\n\n* Reply is sent twice", 3],
    ["greptile", "<details>\n<summary>Additional Comments (2)</summary>\n\n- src/a.ts, line 12\n\n</details>", 2],
    ["claude", "### Code review\n\nFound 4 issues:\n\nThe list is in the check run.", 4],
  ])("notices a format of %s that its reader no longer knows", (tool, body, counted) => {
    const census = censusFor(body, tool, false);
    expect(census.counted).toBe(counted);
    expect(census.found).toBeLessThan(counted);
    expect(census.signal).not.toBe("nothing");
  });

  it("leaves out what stands in code, quotes and folded noise", () => {
    const badge = "![P1 Badge](https://img.shields.io/badge/P1-orange)";
    const body = `> ${badge}\n\n\`\`\`md\n${badge}\n\`\`\`\n\n<details><summary>About Codex</summary>\n\n${badge}\n\n</details>`;
    expect(censusFor(body, "codex", false).counted).toBe(0);
  });
});
