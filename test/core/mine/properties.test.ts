import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { findWishes, readAsked } from "../../../src/core/asked.ts";
import { findCommandLines } from "../../../src/core/command-lines.ts";
import { withAsked } from "../../../src/core/mine/mine-asked.ts";
import { mineBody } from "../../../src/core/mine/mine-body.ts";
import { mineSuggestions } from "../../../src/core/mine/mine.ts";
import type { Author } from "../../../src/core/review.ts";
import { inline, OPTIONS, pull, text, thread } from "./helpers.ts";

const PERSON: Author = { login: "octocat", kind: "human" };
const BOT: Author = { login: "github-actions[bot]", kind: "bot" };
const AUTHORS = [
  PERSON,
  BOT,
  { login: "coderabbitai[bot]", kind: "bot" },
  { login: "claude[bot]", kind: "bot" },
] as const;
const ROOT = path.join(import.meta.dirname, "../../../fixtures/mining");
const FIXTURES = readdirSync(ROOT, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".md") && file.includes(path.sep))
  .map((file) => ({ file, body: readFileSync(path.join(ROOT, file), "utf8") }));

/** Pieces that reviewers write, and pieces that break parsers. */
const PIECE = fc.constantFrom(
  "Consider caching the result of `load`.",
  "This should be a map.",
  "**Close the handle**: it leaks.",
  "**Recommendation:** add a lock.",
  "_⚠️ Potential issue_ | _🟠 Major_",
  "## Suggestions",
  "### 1. Race in `claim`",
  "**Strengths:**",
  "- retry with backoff",
  "1. pool the connections",
  "   - nested: drop the copy",
  "- [ ] run the migration",
  "> quoted: should be removed",
  "```suggestion\nconst limit = 10;\n```",
  "````md\n## Issues\n- should not count\n````",
  "<details><summary>🧹 Nitpick comments (1)</summary><blockquote>",
  "</blockquote></details>",
  "<!-- cr-comment:v1:0123456789abcdef -->",
  "<!-- open",
  "| Issue | Fix |\n|---|---|\n| leaks | close it |",
  "![high](https://www.gstatic.com/codereviewagent/high-priority.svg)",
  "`unclosed",
  "**unclosed",
  "建议：这里应该加锁。",
  "Debería validarse la entrada.",
  "---",
  "\u200b",
  "é\u0301😀",
);
const BODY = fc
  .array(
    fc.oneof({ weight: 4, arbitrary: PIECE }, { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 40 }) }),
    {
      maxLength: 14,
    },
  )
  .chain((pieces) => fc.constantFrom("\n", "\n\n", " ", "\r\n").map((separator) => pieces.join(separator)));

/** Commands, and what stands at the same place of a line and is none. */
const COMMAND = fc.constantFrom(
  "/enhance defer 003 we should rewrite the cache in a follow-up",
  "   /Enhance capture high",
  '/enhancement:create "Consider a lock"',
  "/github:pr-review 12 please",
  "`/enhance reject 004 use the pool`",
  "> /enhance priority 007 high",
);
/** A title and words under it, which are quoted together. */
const TITLED = fc.constantFrom("### Close the handle in `stop`", "It leaks when parsing fails.");
/** Bodies with commands on lines of their own, each with a word that stands nowhere else. */
const COMMANDED = fc
  .array(fc.oneof(PIECE, COMMAND, TITLED), { maxLength: 14 })
  .chain((pieces) =>
    fc
      .constantFrom("\n", "\n\n", "\r\n")
      .map((separator) =>
        pieces
          .map((piece, nth) => piece.replace(/^.*(?:\/enhance|\/github).*?(?=`?$)/i, `$& zebra${nth}end`))
          .join(separator),
      ),
  );

function mine(body: string, author: Author = BOT, isOnCode = false) {
  return mineBody(body, { author, isOnCode, isReply: false }).judged;
}

/** The words of each finding, however they are spaced. */
function wordsOf(body: string, author: Author): string[] {
  return mine(body, author).map(({ quote }) =>
    quote
      .replace(/<!--.*?-->|\u200b/gs, "")
      .replace(/[\s>]+/g, " ")
      .trim(),
  );
}

describe("mining", () => {
  it("never throws, and quotes what stands in the body", () => {
    fc.assert(
      fc.property(BODY, fc.constantFrom(...AUTHORS), fc.boolean(), (body, author, isOnCode) => {
        for (const { quote } of mine(body, author, isOnCode)) {
          expect(quote).not.toBe("");
          expect(body.includes(quote)).toBe(true);
        }
      }),
      { numRuns: 400 },
    );
  });

  it("takes nothing from a command", () => {
    fc.assert(
      fc.property(COMMANDED, fc.constantFrom(...AUTHORS), fc.boolean(), (body, author, isOnCode) => {
        const commands = findCommandLines(body).filter(({ place }) => place === "text");
        const words = commands.flatMap(({ text }) => /zebra\d+end/.exec(text)?.[0] ?? []);
        expect(words).toHaveLength(commands.length);
        const comments = isOnCode ? [] : [text(body, { author })];
        const threads = isOnCode ? [thread([inline(body, { author })])] : [];
        const feedback = pull({ comments, threads });
        const asked = readAsked(findWishes(feedback), () => true);
        const { suggestions, leftOut } = withAsked(
          mineSuggestions(feedback, OPTIONS),
          { ...asked, created: [] },
          feedback,
          OPTIONS,
        );
        const described = leftOut.map((one) => ({ ...one, description: "" }));
        for (const { title, description, quote } of [...suggestions, ...described]) {
          expect(body).toContain(quote);
          for (const word of words) expect(`${title}\n${description}\n${quote}`).not.toContain(word);
        }
      }),
      { numRuns: 400 },
    );
  });

  it("gives the same for the same", () => {
    fc.assert(
      fc.property(BODY, fc.constantFrom(...AUTHORS), (body, author) => {
        expect(mine(body, author)).toEqual(mine(body, author));
      }),
      { numRuns: 100 },
    );
  });

  it("takes nothing from what is quoted", () => {
    fc.assert(
      fc.property(BODY, fc.constantFrom(...AUTHORS), (body, author) => {
        const quoted = body.replace(/^/gm, "> ").replace(/\r(?!\n)/g, "\r> ");
        expect(mine(quoted, author).map(({ quote }) => quote)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});

describe("one hostile comment", () => {
  /** Processor time of the best of three: what else the machine does must not fail a test. */
  function cost(body: string, author: Author): number {
    const times = [1, 2, 3].map(() => {
      const start = process.cpuUsage();
      mine(body, author, true);
      const { user } = process.cpuUsage(start);
      return user / 1_000;
    });
    return Math.min(...times);
  }

  it.each([
    "- ",
    "> ",
    "`",
    "[",
    "![",
    "<a ",
    "**a\n",
    "nit: a\n\n",
    "# should fix a bug\n",
    "**Fix the leak**: it leaks\n\n",
    "- consider caching `a`\n",
    "please cache `a`\n\nDone when:\n- b\n\n",
    "```suggestion\na\n```\n",
    "<details>\n<summary>x</summary>\n\n",
    "<!-- a -->\n",
    " <!-- a -->",
    "| leak | x |\n",
    "address the ",
    "a/b.c:1 ",
    "should ",
    "_x_ | ",
    "\u200b",
  ])("of %j grows no faster than its length", (piece) => {
    const long = piece.repeat(Math.ceil(65_536 / piece.length));
    for (const author of AUTHORS) {
      mine(long.slice(0, 4_096), author, true);
      const whole = cost(long, author);
      // Four times the length: linear work takes about four times as long, quadratic work sixteen times.
      if (whole > 150) expect(whole).toBeLessThan(10 * cost(long.slice(0, 16_384), author));
    }
  });
});

describe.each(FIXTURES)("$file", ({ file, body }) => {
  const tool = file.split(path.sep)[0] ?? "";
  const author: Author = { login: `${tool}[bot]`, kind: "bot" };
  const expected = wordsOf(body, author);

  it.each([
    ["carriage returns", (text: string) => text.replaceAll("\n", "\r\n")],
    ["trailing space", (text: string) => text.replace(/(?<=\S)$/gm, " ")],
    ["zero-width characters", (text: string) => text.replace(/ /g, " \u200b")],
    ["a comment in HTML at the end", (text: string) => `${text}\n<!-- a note of nobody's -->\n`],
  ])("reads the same with %s", (_name, change) => {
    expect(wordsOf(change(body), author)).toEqual(expected);
  });
});
