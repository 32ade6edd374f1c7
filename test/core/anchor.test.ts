import { describe, expect, it } from "@jest/globals";
import { anchorOf, compareAnchor, isApplied } from "../../src/core/anchor.ts";

const hunk = "@@ -1,2 +1,4 @@\n one\n-two\n+two changed\n+three";
const comment = { path: "a.ts", line: 3, diffHunk: hunk, body: "Use a name." };
const at = (given: Partial<typeof comment> & { startLine?: number } = {}) => anchorOf({ ...comment, ...given });

describe("anchorOf", () => {
  it.each<[name: string, given: Parameters<typeof at>[0], snippet: string[]]>([
    ["one line", {}, ["three"]],
    ["a range", { startLine: 2 }, ["two changed", "three"]],
    ["a range that begins before the hunk", { startLine: 1 }, ["one", "two changed", "three"]],
  ])("is %s", (_name, given, snippet) => {
    expect(at(given)?.snippet).toEqual(snippet);
  });

  it.each([
    ["no line", { ...comment, line: undefined }],
    ["no hunk", { ...comment, diffHunk: undefined }],
    ["no path", { ...comment, path: undefined }],
    ["a deleted line", { ...comment, diffHunk: "@@ -1 +0,0 @@\n-one" }],
    ["a blank line", { ...comment, diffHunk: "@@ -0,0 +1 @@\n+  " }],
  ])("is nothing for a comment with %s", (_name, given) => {
    expect(anchorOf(given)).toBeUndefined();
  });

  it.each<[name: string, body: string, replacement: string[] | undefined]>([
    ["none", "Use a name.", undefined],
    ["one", "So:\n\n```suggestion\nname\n```\n", ["name"]],
    ["one with CRLF", "```suggestion\r\nname\r\n```", ["name"]],
    ["one that deletes", "```suggestion\n```", []],
    ["one in tildes", "~~~suggestion\na\n\nb\n~~~", ["a", "", "b"]],
    ["two", "```suggestion\na\n```\n```suggestion\nb\n```", undefined],
    ["one that never ends", "```suggestion\na", undefined],
  ])("knows the committable suggestion: %s", (_name, body, replacement) => {
    expect(at({ body })?.replacement).toEqual(replacement);
  });
});

describe("compareAnchor", () => {
  const anchor = at();
  it.each<[state: string, text: string | undefined]>([
    ["unchanged", "one\ntwo\nthree\n"],
    ["unchanged", "one\r\ntwo\r\nthree  \r\n"],
    ["moved", "zero\none\ntwo\nthree\n"],
    ["changed", "one\ntwo\n"],
    ["gone", undefined],
  ])("is %s in %j", (state, text) => {
    expect(compareAnchor(anchor, text)).toBe(state);
  });

  it("is unknown without an anchor", () => {
    expect(compareAnchor(undefined, "one")).toBe("unknown");
  });
});

describe("isApplied", () => {
  const suggested = at({ body: "```suggestion\nthird\n```" });
  it.each<[isDone: boolean, name: string, text: string]>([
    [true, "the suggested line in its place", "one\ntwo\nthird\n"],
    [false, "both lines", "three\nthird\n"],
    [false, "neither line", "one\n"],
  ])("is %s with %s", (isDone, _name, text) => {
    expect(suggested && isApplied(suggested, text)).toBe(isDone);
  });

  it("is true when the commented line stays as a part of the suggestion", () => {
    const longer = at({ body: "```suggestion\nthree\nfour\n```" });
    expect(longer && isApplied(longer, "one\nthree\nfour\n")).toBe(true);
    expect(longer && isApplied(longer, "three\nthree\nfour\n")).toBe(false);
  });

  it("is never true for a deletion, which leaves nothing to find", () => {
    const deletion = at({ body: "```suggestion\n```" });
    expect(deletion && isApplied(deletion, "one\n")).toBe(false);
  });
});
