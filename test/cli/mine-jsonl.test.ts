import { describe, expect, it } from "@jest/globals";
import { execFileSync, spawnSync } from "node:child_process";
import path from "node:path";
import type { JsonlResult } from "../../src/cli/mine-jsonl.ts";
import { childEnvironment } from "../helpers/child-environment.ts";

const CLI = path.join(import.meta.dirname, "..", "..", "src", "cli.ts");

const BODY = "Please move this into a helper, it is repeated in `close`.";

/** What `enhance mine --jsonl` answers to some comments on its standard input. */
function mine(...comments: object[]): JsonlResult[] {
  const input = comments.map((comment) => `${JSON.stringify(comment)}\n`).join("\n");
  const printed = execFileSync(process.execPath, [CLI, "mine", "--jsonl", "-"], {
    input,
    encoding: "utf8",
    env: childEnvironment(),
  });
  return printed
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as JsonlResult);
}

describe("enhance mine --jsonl", () => {
  it("answers each comment with a line of its own, under the comment's id", () => {
    const [asked, thanked] = mine(
      { id: "a", author_kind: "human", event: "review_comment", body: BODY },
      { id: 2, author_kind: "human", event: "review_comment", body: "Thanks!" },
    );
    expect(asked).toMatchObject({ id: "a", suggestions: [{ kind: "refactor" }] });
    expect(BODY).toContain(asked?.suggestions[0]?.quote);
    expect(thanked).toEqual({ id: 2, suggestions: [] });
  });

  it("says in a title which file is meant, as the App does", () => {
    const [result] = mine({ id: "a", event: "review_comment", body: BODY, path: "src/db/client.ts" });
    expect(result?.suggestions[0]?.title).toBe("Move this into a helper, it is repeated in close (client.ts)");
  });

  it("takes what the pull request's author says, or an answer that gives a reason, for an explanation", () => {
    const body = "This must run before `init`, because the plugins read the config.";
    const codes = mine(
      { id: "a", event: "review_comment", body },
      { id: "b", event: "review_comment", body, is_author: true },
      { id: "c", event: "review_comment", body, is_reply: true },
    ).map(({ suggestions }) => suggestions.map(({ code }) => code));
    expect(codes).toEqual([["W2"], ["N4"], ["N4"]]);
  });

  it("reads a tool's text by its markup, whatever bot posts it", () => {
    const body =
      "**![P1 Badge](https://img.shields.io/badge/P1-orange) Close the handle**\n\nIt leaks when parsing fails.";
    const [known, unknown] = mine(
      { id: "a", author_kind: "bot:codex", event: "review_comment", body },
      { id: "b", author_kind: "bot:nobody-knows", event: "review_comment", body },
    );
    expect(known?.suggestions).toMatchObject([{ priority: "high" }]);
    expect(unknown?.suggestions).toMatchObject([{ priority: "high" }]);
  });

  it("names the line that is no comment, and says what one looks like", () => {
    const { status, stderr } = spawnSync(process.execPath, [CLI, "mine", "--jsonl", "-"], {
      input: `${JSON.stringify({ id: "a", body: BODY })}\n{"id": "b"}\n`,
      encoding: "utf8",
    });
    expect(status).toBe(2);
    expect(stderr).toContain('line 2 is not a comment in JSON; write one with "id" and "body" on each line');
  });
});
