import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { cutQuote } from "../../../src/core/mine/cut-quote.ts";
import { readInline, sentences } from "../../../src/core/mine/inline.ts";
import { parseDocument } from "../../../src/core/mine/markdown.ts";

const blocksOf = (body: string) => parseDocument(body).blocks;

describe("parseDocument", () => {
  it.each([
    ["a heading", "## Title", { kind: "heading", level: 2, content: "Title" }],
    ["a heading in HTML", "<h3>Title</h3>", { kind: "heading", level: 3, content: "Title" }],
    ["a paragraph", "some words", { kind: "text", content: "some words" }],
    ["code with its language", "```Suggestion\na\n```", { kind: "code", info: "suggestion", content: "a\n" }],
    ["a quote", "> said", { kind: "text", quote: 1 }],
    ["a quote in a quote", "> > said", { kind: "text", quote: 2 }],
    ["an alert, which is its author's own", "> [!NOTE]\n> said", { kind: "text", quote: 0 }],
    ["a picture in HTML", '<img alt="P1" src="a.svg">', { kind: "text", content: "![P1](a.svg)" }],
    ["a summary", "<details><summary>Open (1)</summary></details>", { kind: "summary", content: "Open (1)" }],
  ])("reads %s", (_name, body, expected) => {
    expect(blocksOf(body)).toMatchObject([expected]);
  });

  it("reads a single line that opens with a letter as it reads the line with its end", () => {
    const words = [
      "# ",
      "- ",
      "1. ",
      "> ",
      "| -",
      "===",
      "```",
      "<b>",
      "[a]: b",
      "\t",
      "\0",
      "\u00a0",
      "\u2028",
      " ",
      "é",
    ];
    const piece = fc.oneof(fc.constantFrom(...words), fc.string({ unit: "grapheme", maxLength: 6 }));
    fc.assert(
      fc.property(fc.constantFrom("a", "É", "修"), fc.array(piece, { maxLength: 6 }), (letter, pieces) => {
        const line = `${letter}${pieces.join("").replace(/[\r\n]/g, "")}`;
        expect(blocksOf(line)).toEqual(blocksOf(`${line}\n`));
      }),
    );
  });

  it("tells rows of a table apart, in Markdown and in HTML", () => {
    const rows = (body: string) => {
      const ids = blocksOf(body).map(({ row }) => row);
      return ids.map((id) => [...new Set(ids)].indexOf(id));
    };
    expect(rows("| a | b |\n|---|---|\n| c | d |")).toEqual([0, 0, 1, 1]);
    expect(rows("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>")).toEqual([0, 0, 1]);
  });

  it("knows the folds around a block", () => {
    const body =
      "<details><summary>Outer</summary>\n\n<details>\n<summary>Inner</summary>\n\ntext\n\n</details>\n</details>\n\nafter";
    const folds = blocksOf(body)
      .filter(({ kind }) => kind === "text")
      .map(({ details }) => details.map(({ summary }) => summary));
    expect(folds).toEqual([["Outer", "Inner"], []]);
  });

  it("survives folds without end", () => {
    expect(blocksOf("<details>\n\n".repeat(5_000) + "text").at(-1)?.content).toBe("text");
  });
});

describe("cutQuote", () => {
  it.each([
    ["a paragraph", "Close it.", "Close it."],
    ["an item", "- Close it.", "Close it."],
    ["lines of an alert", "> [!NOTE]\n> Close it\n> soon.", "[!NOTE]\n> Close it\n> soon."],
    ["carriage returns", "Close it\r\nsoon.\r\n", "Close it\r\nsoon."],
    ["a zero-width space", "Close\u200b it.", "Close\u200b it."],
    ["a comment in HTML", "Close <!-- now --> it.", "Close <!-- now --> it."],
    ["an indented item", "1. a\n   - Close it\n     soon.", "Close it\n     soon."],
  ])("is exact for %s", (_name, body, expected) => {
    const document = parseDocument(body);
    const block = document.blocks.at(-1);
    if (!block) throw new Error("no block");
    expect(cutQuote(document, { block, from: 0, to: block.content.length }).quote).toBe(expected);
  });

  it("runs from one block to another", () => {
    const document = parseDocument("### Title\n\nFirst words. More.");
    const [title, text] = document.blocks;
    if (!title || !text) throw new Error("no blocks");
    const { quote } = cutQuote(document, { block: title, from: 0, to: 5, end: { block: text, to: 12 } });
    expect(quote).toBe("Title\n\nFirst words.");
  });

  it("ends before a command between two blocks", () => {
    const document = parseDocument("### Title\n/enhance capture\nFirst words. More.");
    const [title, text] = document.blocks;
    if (!title || !text) throw new Error("no blocks");
    const { quote } = cutQuote(document, { block: title, from: 0, to: 5, end: { block: text, to: 12 } });
    expect(quote).toBe("Title");
  });
});

describe("readInline", () => {
  it.each([
    ["code", "use `a_b` here", "use a_b here", "use `x` here"],
    ["emphasis", "**Close** the *handle* and __do go__", "Close the handle and do go", undefined],
    [
      "names with underscores",
      "in __init__ of _WIN32_WINNT=1 and a_b_c",
      "in __init__ of _WIN32_WINNT=1 and a_b_c",
      undefined,
    ],
    ["a product", "2 * 3 * 4", "2 * 3 * 4", undefined],
    ["links", "see [the `docs`](https://a.example/b_(c)) now", "see the docs now", "see the `x` now"],
    ["no link", "rows[0] and [x]", "rows[0] and [x]", undefined],
    ["tags and entities", "a<br>b &amp; <sub>c</sub> &nope;", "a b & c &nope;", undefined],
    ["addresses", "<https://a.example>", "https://a.example", undefined],
    ["escapes", "\\*not\\* bold", "*not* bold", undefined],
    ["an open backtick", "a ` b", "a ` b", undefined],
    ["comparisons", "if a < b && c > d", "if a < b && c > d", undefined],
    ["shortcodes", "done :tada: now", "done now", undefined],
    ["lines of a file, which are none", "a.ts:17: close it", "a.ts:17: close it", undefined],
  ])("reads %s", (_name, source, plain, prose) => {
    expect(readInline(source)).toMatchObject({ plain, prose: prose ?? plain.toLowerCase() });
  });

  it("keeps the words of pictures apart", () => {
    expect(readInline('[![high](a.svg)](b) <img alt="P1" src="c"> text')).toEqual({
      plain: "text",
      prose: "text",
      badges: ["high", "a.svg", "P1"],
    });
  });
});

describe("sentences", () => {
  it.each([
    ["full stops", "One. Two! Three?", ["One.", " Two!", " Three?"]],
    ["short forms", "Use a map, e.g. this one.", ["Use a map, e.g. this one."]],
    ["code", "Call `a. B` first. Then go.", ["Call `a. B` first.", " Then go."]],
    ["versions and paths", "Since v1.2 a.ts is gone.", ["Since v1.2 a.ts is gone."]],
    [
      "labels on lines of their own",
      "**Impact:** high\n**Fix:** close it",
      ["**Impact:** high", "\n**Fix:** close it"],
    ],
    ["full-width stops", "应该加锁。然后测试。", ["应该加锁。", "然后测试。"]],
  ])("are cut at %s", (_name, source, expected) => {
    expect(sentences(source).map(({ from, to }) => source.slice(from, to))).toEqual(expected);
  });
});
