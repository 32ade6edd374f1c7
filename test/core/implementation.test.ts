import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { readImplemented, readReverted } from "../../src/core/implementation.ts";

const words = (body: string, { title = "Pool connections", headRef = "pool" } = {}) => ({ title, body, headRef });

describe("readImplemented", () => {
  it.each<[name: string, pull: ReturnType<typeof words>, named: string[]]>([
    ["a trailer", words("Pools.\n\nEnhancement: 007"), ["007"]],
    ["a trailer in small letters with a short number", words("enhancement: #7"), ["007"]],
    ["a trailer of several", words("Enhancements: 007, 008 and 009"), ["007", "008", "009"]],
    ["a trailer with a directory's name", words("Enhancement: 007-pool-connections"), ["007-pool-connections"]],
    ["a trailer with Windows line ends", words("Pools.\r\n\r\nEnhancement: 007\r\n"), ["007"]],
    ["a line of the body", words("Implements enhancement 007."), ["007"]],
    ["a line among others", words("It pools.\nImplements enhancement 7\nand is fast"), ["007"]],
    ["the title", words("", { title: "Implements enhancement 007" }), ["007"]],
    ["a conventional title", words("", { title: "feat(db)!: implements enhancement 007" }), ["007"]],
    ["the branch", words("", { headRef: "enhancement/007-pool" }), ["007"]],
    ["all of them, once", words("Enhancement: 007", { headRef: "enhancement/007-pool" }), ["007"]],
    ["a line under a quote", words("> as asked\nEnhancement: 007"), ["007"]],
    ["nothing", words(""), []],
    ["a quote", words("> Enhancement: 007"), []],
    ["a fence", words("```\nEnhancement: 007\n```"), []],
    ["indented code", words("Use:\n\n    Enhancement: 007"), []],
    ["a code span over lines", words("`x\nEnhancement: 007\ny`"), []],
    ["an HTML comment", words("<!--\nEnhancement: 007\n-->"), []],
    ["HTML code", words("<pre>\nEnhancement: 007\n</pre>"), []],
    ["an HTML quote", words("<blockquote>\n\nEnhancement: 007\n\n</blockquote>"), []],
    ["other words behind the number", words("Enhancement: 2 spaces instead of tabs"), []],
    ["words before it", words("This is no Enhancement: 007"), []],
    ["a list item", words("- Enhancement: 007"), []],
    ["number nought", words("Enhancement: 000"), []],
    ["a title in the middle", words("", { title: 'Revert "Implements enhancement 007"' }), []],
    ["another branch", words("", { headRef: "enhancements/007-pool" }), []],
    ["a branch without a slug", words("", { headRef: "enhancement/007" }), []],
    ["a revert", words("Reverts octo/api#3\n\nEnhancement: 007", { headRef: "enhancement/007-pool" }), []],
  ])("reads %s", (_name, pull, named) => {
    expect(readImplemented(pull)).toEqual(named);
  });

  it("gives what toReference takes, and never throws", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.constantFrom("", "> ", "`", "    "), (text, before) => {
        const named = readImplemented(
          words(`${text}\n${before}Enhancement: 7\n${text}`, { title: text, headRef: text }),
        );
        expect(named.every((reference) => /^\d{3}/.test(reference))).toBe(true);
      }),
    );
  });
});

describe("readReverted", () => {
  it.each<[body: string, numbers: number[]]>([
    ["Reverts octo/api#12", [12]],
    ["Reverts Octo/API#12\n\nIt broke.", [12]],
    ["Reverts octo/api#12\nReverts octo/api#13", [12, 13]],
    ["Reverts octo/other#12", []],
    ["Reverts #12", []],
    ["> Reverts octo/api#12", []],
    ["`Reverts octo/api#12`", []],
    ["This reverts octo/api#12", []],
  ])("reads %j as %j", (body, numbers) => {
    expect(readReverted(body, { owner: "octo", name: "api" })).toEqual(numbers);
  });
});
