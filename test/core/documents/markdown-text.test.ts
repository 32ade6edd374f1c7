import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import {
  blockText,
  codeSpan,
  fileText,
  inlineText,
  plainBlock,
  plainBlockText,
  plainText,
} from "../../../src/core/documents/markdown-text.ts";
import { oneLine, showHidden } from "../../../src/core/documents/visible-text.ts";
import { hostileText } from "../../helpers/hostile-text.ts";
import { findLiveText, readAsRendered } from "../../helpers/inert.ts";

describe("inlineText", () => {
  it.each([
    ["ordinary words", "Pool the connections, please", "Pool the connections, please"],
    ["names with underscores", "Cap max_per_page at 50", "Cap max_per_page at 50"],
    ["an underscore at the edge of a word", "Rename __init__", "Rename \\_\\_init\\_\\_"],
    ["emphasis", "Do *not* drop it", "Do \\*not\\* drop it"],
    ["code marks", "Rename `foo`", "Rename \\`foo\\`"],
    ["a mention", "Ask @octocat.", "Ask `@octocat`."],
    ["a team", "cc @octo/team", "cc `@octo/team`"],
    ["a mention in brackets", "(@octocat)", "(`@octocat`)"],
    ["a reference after a closing keyword", "fixes #12", "fixes `#12`"],
    ["a reference to another repository", "see octo/api#12", "see `octo/api#12`"],
    ["an address", "See https://example.com/a_b.", "See `https://example.com/a_b`."],
    ["an image", "![x](y)", "!\\[x\\](y)"],
    ["HTML", "<b>bold</b>", "\\<b>bold\\</b>"],
    ["a bar", "a | b", "a &#124; b"],
    ["an entity", "&lt; and & alone", "&amp;lt; and & alone"],
    ["a heading", "# one", "\\# one"],
    ["a number sign in the text", "C# and F#", "C# and F\\#"],
    ["a list", "1. one", "1\\. one"],
    ["a line end", "one\ntwo", "one two"],
    ["a hidden character", "a\u202eb", "a\\\\u{202E}b"],
    ["an emoji code", "ship :rocket: it", "ship `:rocket:` it"],
    ["a commit", "since 9f2c1e0d", "since `9f2c1e0d`"],
  ])("keeps %s inert", (_name, text, markdown) => {
    expect(inlineText(text)).toBe(markdown);
  });

  it.each<[name: string, wrap: (text: string) => string]>([
    ["a paragraph", (text) => text],
    ["a heading", (text) => `# ${text}`],
    ["a list item", (text) => `- ${text}`],
    ["emphasis and a link", (text) => `**[${text}](https://example.com/)**`],
    ["a table cell", (text) => `|a|\n|---|\n|${text}|`],
  ])("reads in %s as it was written, and nothing in it acts", (_name, wrap) => {
    fc.assert(
      fc.property(hostileText(), (text) => {
        const markdown = wrap(inlineText(text));
        const words = readAsRendered(markdown).replace(/^a\n\n/, "");
        expect(words).toBe(oneLine(text));
        expect(findLiveText(markdown)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it("is read back by plainText", () => {
    fc.assert(
      fc.property(hostileText(), (text) => {
        expect(plainText(inlineText(text))).toBe(oneLine(text));
        expect(plainText(fileText(text))).toBe(oneLine(text));
      }),
      { numRuns: 333 },
    );
  });

  it("is quick on the longest comment", () => {
    for (const unit of ["@", "`", "|", ":", "$", "_", "\\", "a@!", ":a", "# ", "<", "0a"]) {
      expect(plainText(inlineText(unit.repeat(65_536 / unit.length))).length).toBeGreaterThan(0);
    }
  });
});

describe("blockText", () => {
  it("keeps paragraphs and line breaks, and is read back", () => {
    fc.assert(
      fc.property(hostileText(), (text) => {
        expect(readAsRendered(blockText(text))).toBe(plainBlock(text));
        expect(plainBlockText(blockText(text))).toBe(plainBlock(text));
        expect(findLiveText(blockText(text))).toEqual([]);
      }),
      { numRuns: 333 },
    );
  });
});

describe("codeSpan", () => {
  it.each([
    ["a path", "src/a.ts:42", "`src/a.ts:42`"],
    ["a backtick", "a`b", "``a`b``"],
    ["backticks at the ends", "`a`", "`` `a` ``"],
    ["a bar", "a|b", "`a`&#124;`b`"],
    ["nothing", "", ""],
  ])("holds %s", (_name, text, markdown) => {
    expect(codeSpan(text)).toBe(markdown);
  });

  it("reads as it was written, and nothing in it acts", () => {
    fc.assert(
      fc.property(hostileText(), (text) => {
        const shown = showHidden(text.replace(/[\t\n\v\f\r\u2028\u2029]/g, " "));
        expect(readAsRendered(`|a|\n|---|\n|x${codeSpan(text)}x|`)).toBe(`a\n\nx${shown}x`);
        expect(findLiveText(`x${codeSpan(text)}x`)).toEqual([]);
      }),
      { numRuns: 333 },
    );
  });
});
