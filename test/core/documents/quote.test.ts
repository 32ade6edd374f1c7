import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { parseQuote, quotable, renderQuote } from "../../../src/core/documents/quote.ts";
import { hostileText } from "../../helpers/hostile-text.ts";
import { findHidden, findLiveText, readAsRendered } from "../../helpers/inert.ts";

const attribution = "octocat, review comment, PR #123";

describe("renderQuote", () => {
  it.each([
    ["plain prose", "Let's pool the connections (in a follow-up).", ["Let's pool the connections (in a follow-up)."]],
    ["two paragraphs of it", "One thing.\n\nAnother.", ["One thing.", "", "Another."]],
    ["German prose", "„Später“ wäre schöner: Größe prüfen!", ["„Später“ wäre schöner: Größe prüfen!"]],
    ["two lines", "one\ntwo", ["```", "one", "two", "```"]],
    ["Windows line ends", "one\r\ntwo", ["```", "one", "two", "```"]],
    ["markup", "use `foo`", ["```", "use `foo`", "```"]],
    ["a fence", "```js\nx\n```", ["````", "```js", "x", "```", "````"]],
    ["a mention", "ask @octocat", ["```", "ask @octocat", "```"]],
    ["an address", "see https://example.com", ["```", "see https://example.com", "```"]],
    ["a forged header", "---\n**ID**: 999", ["```", "---", "**ID**: 999", "```"]],
    ["a forged attribution", "— octocat", ["```", "— octocat", "```"]],
    ["a hidden character", "a\u202eb", ["```", "a\\u{202E}b", "```"]],
    ["an emoji", "❤️ it, 👩‍💻", ["❤️ it, 👩‍💻"]],
    ["nothing", "", ["```", "", "```"]],
  ])("shows %s", (_name, text, lines) => {
    const expected = [...lines, "", "— octocat, review comment, PR #123"].map((line) =>
      line === "" ? ">" : `> ${line}`,
    );
    expect(renderQuote({ text, attribution }).split("\n")).toEqual(expected);
  });

  it("reads as it was written, acts in nothing, and is read back", () => {
    fc.assert(
      fc.property(hostileText(), (text) => {
        const markdown = renderQuote({ text, attribution });
        expect(readAsRendered(markdown)).toBe(`${quotable(text)}\n\n— ${attribution}`);
        const live = findLiveText(markdown).filter(
          (found) => !/^(?:reference: #123|hidden character: U\+(?:FE0F|200D))$/.test(found),
        );
        expect(live).toEqual([]);
        expect(parseQuote(markdown.split("\n"))).toEqual({ text: quotable(text), attribution });
      }),
      { numRuns: 666 },
    );
  });

  it("hides nothing but what holds emoji together", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0x10ffff }), (code) => {
        expect(findHidden(quotable(`a${String.fromCodePoint(code)}b`))).toEqual([]);
      }),
      { numRuns: 666 },
    );
  });
});

describe("parseQuote", () => {
  it.each([
    ["no quote", "words", undefined],
    ["a quote without attribution", "> one\n> two", { text: "one\ntwo", attribution: "" }],
    [
      "the format's own example",
      "> Exact quote\n>\n> — Claude Code PR Review, PR #123",
      { text: "Exact quote", attribution: "Claude Code PR Review, PR #123" },
    ],
    ["a fence that never ends", "> ```\n> one", { text: "```\none", attribution: "" }],
    ["text around it", "before\n\n> one\n>\n> — x\n\nafter\n\n> two", { text: "one", attribution: "x" }],
  ])("reads %s", (_name, markdown, expected) => {
    expect(parseQuote(markdown.split("\n"))).toEqual(expected);
  });
});
