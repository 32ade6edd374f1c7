import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { findCommandLines } from "../../../src/core/command-lines.ts";
import { quoteBetween, readBodyText } from "../../../src/core/mine/body-text.ts";

describe("readBodyText", () => {
  it.each([
    ["nothing to leave out", "a\nb", "a\nb", []],
    ["carriage returns before line ends", "a\r\nb", "a\nb", []],
    ["a carriage return alone, which ends a line", "a\rb", "a\rb", []],
    ["invisible characters", "\ufeffa\u200bb\u00adc", "abc", []],
    ["a comment within a line", "a <!-- x --> b", "a  b", ["x"]],
    ["a comment on its own line, with the line", "a\n<!-- x -->\nb", "a\nb", ["x"]],
    ["a comment over several lines", "a\n<!-- x\ny -->\nb", "a\nb", ["x\ny"]],
    ["invisible characters in a comment", "<!-- x\u200by -->\n", "", ["xy"]],
    ["a comment in a fence, which is code", "```\n<!-- x -->\n```", "```\n<!-- x -->\n```", []],
    ["a comment in backticks, which is code", "`<!-- x -->`", "`<!-- x -->`", []],
    ["a comment that never closes", "a\n<!-- x", "a\n", [""]],
    ["a command, without its line end", "a\n  /enhance list\nb", "a\n\nb", []],
    ["a command and a comment that opens on its line", "/enhance <!-- x\ny -->\nb", "\nb", ["x\ny"]],
    ["an example of a command, which is code", "`/enhance list`", "`/enhance list`", []],
  ])("reads %s", (_name, body, text, comments) => {
    const read = readBodyText(body);
    expect(read.text).toBe(text);
    expect(read.comments.map((comment) => (text === "a\n" ? "" : comment))).toEqual(comments);
  });

  it("gives back the body's own words for any stretch", () => {
    const piece = fc.constantFrom("a", "b ", "\n", "\r\n", "\u200b", "<!-- c -->", "`", "```\n", "é😀", "\n/enhance\n");
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), fc.nat(60), fc.nat(60), (pieces, one, other) => {
        const body = pieces.join("");
        const text = readBodyText(body);
        const from = Math.min(one, other, text.text.length);
        const to = Math.min(Math.max(one, other), text.text.length);
        const { quote, start } = quoteBetween(text, from, to);
        expect(body.slice(start, start + quote.length)).toBe(quote);
        for (const command of findCommandLines(body).filter(({ place }) => place === "text"))
          expect(command.from < start + quote.length && start < command.to).toBe(false);
      }),
    );
  });
});
