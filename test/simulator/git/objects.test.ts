import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import fc from "fast-check";
import { mergeLines } from "./merge.ts";
import { diffLines, toHunks, toLines } from "./line-diff.ts";
import { renderPatch } from "./changed-files.ts";
import { EMPTY_TREE, readTree, writeBlob, writeCommit, writeTag, type ObjectStore } from "./objects.ts";
import { compareTrees, editTree, listTree, readTexts } from "./trees.ts";
import { commitsBetween, contains, mergeBase } from "./history.ts";

/** The real git is the judge. */
let repository: string;
const git = (args: string[], input?: string) =>
  execFileSync("git", args, { cwd: repository, input, encoding: "utf8", stdio: ["pipe", "pipe", "pipe"] }).trimEnd();

beforeAll(() => {
  repository = mkdtempSync(path.join(tmpdir(), "simulator-git-"));
  git(["init", "-q"]);
});
afterAll(() => rmSync(repository, { recursive: true, force: true }));

const FILES: Record<string, string> = {
  "README.md": "# Hello\n",
  "a/b/c.txt": "deep\n",
  "a/b.txt": "beside\n",
  "a.txt": "sorts between a/ and a-\n",
  "a-b": "dash\n",
  "empty.txt": "",
  "no newline": "last line",
  "snow ☃.txt": "über\n",
};

function writeFiles(objects: ObjectStore, files: Record<string, string>): string {
  const edits = Object.entries(files).map(
    ([name, text]) => [name, { mode: "100644", sha: writeBlob(objects, Buffer.from(text)) }] as const,
  );
  return editTree(objects, EMPTY_TREE, new Map(edits));
}

function writeWithGit(files: Record<string, string>): string {
  const folder = mkdtempSync(path.join(repository, "files-"));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  git(["--git-dir=.git", `--work-tree=${folder}`, "add", "--all"]);
  return git(["write-tree"]);
}

const AUTHOR = { name: "alice", email: "1+alice@users.noreply.github.com", seconds: 1_795_000_000 };
const SIGNATURE = "-----BEGIN PGP SIGNATURE-----\n\nabc\n-----END PGP SIGNATURE-----\n";

describe("object ids", () => {
  it("of blobs and trees are git's own, at every depth", () => {
    const objects: ObjectStore = new Map();
    expect(writeFiles(objects, FILES)).toBe(writeWithGit(FILES));
  });

  it("of modes other than a plain file's are git's own", () => {
    const objects: ObjectStore = new Map();
    const sha = writeBlob(objects, Buffer.from("run\n"));
    const modes = ["100755", "120000", "160000"];
    const tree = editTree(objects, EMPTY_TREE, new Map(modes.map((mode) => [`f${mode}`, { mode, sha }])));
    expect(tree).toBe(
      git(
        ["mktree", "--missing"],
        modes.map((mode) => `${mode} ${mode === "160000" ? "commit" : "blob"} ${sha}\tf${mode}\n`).join(""),
      ),
    );
  });

  it.each([
    ["without a parent", [], undefined],
    ["with two parents", ["1".repeat(40), "2".repeat(40)], undefined],
    ["signed by GitHub", [], SIGNATURE],
  ])("of a commit %s are git's own", (_name, parents, signature) => {
    const objects: ObjectStore = new Map();
    const tree = writeFiles(objects, FILES);
    const fields = { tree, parents, message: "subject\n\nbody\n", author: AUTHOR, committer: AUTHOR };
    const sha = writeCommit(objects, { ...fields, ...(signature !== undefined && { signature }) });
    const who = `${AUTHOR.name} <${AUTHOR.email}> ${AUTHOR.seconds} +0000`;
    const lines = [`tree ${tree}`, ...parents.map((parent) => `parent ${parent}`), `author ${who}`, `committer ${who}`];
    const signed = signature === undefined ? [] : [`gpgsig ${signature.split("\n").join("\n ")}`];
    const text = `${[...lines, ...signed].join("\n")}\n\nsubject\n\nbody\n`;
    expect(sha).toBe(git(["hash-object", "-t", "commit", "--stdin", "--literally"], text));
  });

  it("of an annotated tag are git's own", () => {
    const objects: ObjectStore = new Map();
    const object = writeCommit(objects, {
      tree: EMPTY_TREE,
      parents: [],
      message: "m",
      author: AUTHOR,
      committer: AUTHOR,
    });
    const sha = writeTag(objects, { tag: "v1", object, objectType: "commit", tagger: AUTHOR, message: "one\n" });
    const text = `object ${object}\ntype commit\ntag v1\ntagger ${AUTHOR.name} <${AUTHOR.email}> ${AUTHOR.seconds} +0000\n\none\n`;
    expect(sha).toBe(git(["hash-object", "-t", "tag", "--stdin", "--literally"], text));
  });
});

describe("a tree's edits", () => {
  const objects: ObjectStore = new Map();
  const base = writeFiles(objects, FILES);
  const blob = { mode: "100644", sha: writeBlob(objects, Buffer.from("new\n")) };

  it.each([
    ["a new file in a new directory", [["x/y/z.txt", blob]], { "x/y/z.txt": "new\n" }, []],
    ["a changed file", [["a/b/c.txt", blob]], { "a/b/c.txt": "new\n" }, []],
    ["a removed file, whose empty directory goes too", [["a/b/c.txt", null]], {}, ["a/b/c.txt"]],
    ["a file where a directory was", [["a", blob]], { a: "new\n" }, ["a/b/c.txt", "a/b.txt"]],
    ["a directory where a file was", [["a.txt/in", blob]], { "a.txt/in": "new\n" }, ["a.txt"]],
  ] as const)("%s", (_name, edits, added, removed) => {
    const expected: Record<string, string> = { ...FILES, ...added };
    for (const name of removed) Reflect.deleteProperty(expected, name);
    const tree = editTree(objects, base, new Map(edits));
    expect(readTexts(objects, tree)).toEqual(expected);
    expect(tree).toBe(writeWithGit(expected));
  });

  it("are what a comparison finds", () => {
    const tree = editTree(
      objects,
      base,
      new Map([
        ["a/b.txt", null],
        ["q", blob],
      ]),
    );
    const found = compareTrees(objects, base, tree).map(({ path: at, before, after }) => [at, !!before, !!after]);
    expect(found).toEqual([
      ["a/b.txt", true, false],
      ["q", false, true],
    ]);
    expect([...listTree(objects, tree, { trees: true }).keys()]).toContain("a/b");
    expect(readTree(objects, tree).entries.map(({ name }) => name)).toContain("q");
  });
});

const texts = fc.array(fc.constantFrom("a", "b", "c", "d"), { maxLength: 12 });

describe("a line diff", () => {
  it("leads from one text to the other and back", () => {
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const edits = diffLines(before, after);
        expect(edits.filter(({ kind }) => kind !== "+").map(({ text }) => text)).toEqual(before);
        expect(edits.filter(({ kind }) => kind !== "-").map(({ text }) => text)).toEqual(after);
      }),
    );
  });

  it.each([
    ["a changed line", "one\ntwo\nthree\n", "one\n2\nthree\n"],
    ["a new file", "", "one\ntwo\n"],
    ["an emptied file", "one\n", ""],
    ["two hunks", lines(1, 30), lines(1, 30).replace("\n3\n", "\nthree\n").replace("\n25\n", "\n25\nmore\n")],
    ["hunks that meet", lines(1, 20), lines(1, 20).replace("\n3\n", "\nthree\n").replace("\n9\n", "\nnine\n")],
    ["an insertion at the start", lines(1, 9), `0\n${lines(1, 9)}`],
  ])("of %s is git's own", (_name, before, after) => {
    const [old, now] = [before, after].map((text) => git(["hash-object", "-w", "--stdin"], text));
    const patch = git(["-c", "core.attributesFile=/dev/null", "diff", "--no-color", old ?? "", now ?? ""]);
    const hunks = patch.slice(patch.indexOf("\n@@") + 1).replace(/^(@@[^@]*@@).*$/gm, "$1");
    expect(renderPatch(toHunks(diffLines(toLines(before), toLines(after))))).toBe(hunks);
  });

  function lines(from: number, to: number): string {
    return Array.from({ length: to - from + 1 }, (_, index) => `${from + index}\n`).join("");
  }
});

describe("a merge of lines", () => {
  it.each([
    ["changes far apart", "abcdefgh", "Xbcdefgh", "abcdefgY", "XbcdefgY"],
    ["the same change twice", "abc", "aXc", "aXc", "aXc"],
    ["a change against none", "abc", "abc", "aXc", "aXc"],
    ["the same line changed in two ways", "abc", "aXc", "aYc", undefined],
    ["a line changed here and removed there", "abc", "aXc", "ac", undefined],
  ])("%s", (_name, base, ours, theirs, expected) => {
    const split = (text: string) => Array.from(text);
    expect(mergeLines(split(base), split(ours), split(theirs))?.join("")).toBe(expected);
  });

  it("does not mind which side is which", () => {
    fc.assert(
      fc.property(texts, texts, texts, (base, ours, theirs) => {
        expect(mergeLines(base, ours, theirs)).toEqual(mergeLines(base, theirs, ours));
      }),
    );
  });
});

describe("history", () => {
  const objects: ObjectStore = new Map();
  const commit = (message: string, ...parents: string[]) =>
    writeCommit(objects, { tree: EMPTY_TREE, parents, message, author: AUTHOR, committer: AUTHOR });
  const root = commit("root");
  const left = commit("left", root);
  const right = commit("right", root);
  const merge = commit("merge", left, right);

  it.each([
    ["a commit and itself", left, left, left],
    ["a commit and its parent", left, root, root],
    ["two branches", left, right, root],
    ["a branch and a merge of it", right, merge, right],
  ])("finds the merge base of %s", (_name, one, other, expected) => {
    expect(mergeBase(objects, one, other)).toBe(expected);
    expect(mergeBase(objects, other, one)).toBe(expected);
  });

  it("knows what a branch brings and what it contains", () => {
    expect(commitsBetween(objects, left, merge).map(({ message }) => message)).toEqual(["right", "merge"]);
    expect([contains(objects, merge, root), contains(objects, left, right)]).toEqual([true, false]);
    expect(mergeBase(objects, root, commit("stranger"))).toBeUndefined();
  });
});
