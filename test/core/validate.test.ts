import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { readFileSync } from "node:fs";
import path from "node:path";
import { planFix, validateEnhancements } from "../../src/core/validate.ts";
import { hostileText } from "../helpers/hostile-text.ts";

const FIXTURES = path.join(import.meta.dirname, "../../fixtures/documents/new/full");
const MARKDOWN = readFileSync(path.join(FIXTURES, "enhancement.md"), "utf8");
const STATUS = readFileSync(path.join(FIXTURES, "status.json"), "utf8");
const NAME = "007-pool-database-connections";
const MD = `${NAME}/enhancement.md`;
const JSON_PATH = `${NAME}/status.json`;

interface Expected {
  path: string;
  line?: number;
  severity?: "error" | "warning";
  message: unknown;
}

/** A sound directory, with some files replaced; `undefined` takes one out. */
function tree(changes: Record<string, string | undefined> = {}): Map<string, string> {
  const files: Record<string, string | undefined> = { [MD]: MARKDOWN, [JSON_PATH]: STATUS, ...changes };
  return new Map(Object.entries(files).filter((entry): entry is [string, string] => entry[1] !== undefined));
}

/** Another sound directory. */
function other(id: string, slug: string, status = STATUS): Record<string, string> {
  return {
    [`${id}-${slug}/enhancement.md`]: MARKDOWN.replace("**ID**: 007", `**ID**: ${id}`),
    [`${id}-${slug}/status.json`]: status
      .replace('"id": "007"', `"id": "${id}"`)
      .replace('"slug": "pool-database-connections"', `"slug": "${slug}"`),
  };
}

const otherStatus = STATUS.replace(/enh_\w+/, "enh_000000000000").replace("PRRC_1:0", "PRRC_2:0");

describe("validateEnhancements", () => {
  it.each([
    ["a sound directory", tree()],
    ["nothing", new Map<string, string>()],
    ["two sound directories", tree(other("1000", "retry", otherStatus))],
    [
      "files that are not ours",
      tree({
        "README.md": "x",
        "templates/a.md": "\uFFFD",
        [`${NAME}/notes.md`]: "<<<<<<< x",
        [`${NAME}/a/b.txt`]: "",
      }),
    ],
    [
      "Windows line ends",
      tree({ [MD]: MARKDOWN.replaceAll("\n", "\r\n"), [JSON_PATH]: STATUS.replaceAll("\n", "\r\n") }),
    ],
    ["front matter on top", tree({ [MD]: `---\nowner: docs\n---\n${MARKDOWN}` })],
  ])("finds no fault with %s", (_name, files) => {
    expect(validateEnhancements(files)).toEqual([]);
  });

  it.each<[name: string, files: Map<string, string>, expected: Expected]>([
    [
      "no enhancement.md",
      tree({ [MD]: undefined }),
      { path: NAME, severity: "error", message: "there is no enhancement.md" },
    ],
    [
      "no status.json",
      tree({ [JSON_PATH]: undefined }),
      { path: NAME, severity: "warning", message: "there is no status.json" },
    ],
    [
      "half a status.json",
      tree({ [JSON_PATH]: STATUS.slice(0, 300) }),
      { path: JSON_PATH, severity: "error", message: expect.stringMatching(/ends too early/) },
    ],
    [
      "half an enhancement.md",
      tree({ [MD]: MARKDOWN.slice(0, MARKDOWN.indexOf("## Success")) }),
      { path: MD, severity: "warning", message: 'there is no section "## Success Criteria"' },
    ],
    ["an empty enhancement.md", tree({ [MD]: "" }), { path: MD, severity: "error", message: "the file is empty" }],
    [
      "a status that differs",
      tree({ [MD]: MARKDOWN.replace("not-started", "ready") }),
      { path: MD, line: 4, severity: "error", message: '**Status** is "ready", status.json says "not-started"' },
    ],
    [
      "a status that is none",
      tree({ [MD]: MARKDOWN.replace("not-started", "urgent") }),
      {
        ...{ path: MD, line: 4, severity: "error" },
        message:
          '**Status** is "urgent": it is none of not-started, analyzed, ready, in-progress, blocked, completed, rejected, deferred',
      },
    ],
    [
      "a title that differs",
      tree({ [MD]: MARKDOWN.replace("Pool d", "Drop d") }),
      { path: MD, line: 1, message: expect.stringMatching(/the title is "Drop database/) },
    ],
    [
      "a status that differs under front matter",
      tree({ [MD]: `---\na: b\n---\n${MARKDOWN.replace("not-started", "ready")}` }),
      { path: MD, line: 7, message: expect.anything() },
    ],
    [
      "another id than the directory's",
      tree(other("008", "x", otherStatus.replace('"007"', '"009"'))),
      { path: "008-x/status.json", message: "the id is 009, the directory says 008" },
    ],
    [
      "another slug than the directory's",
      tree({ [JSON_PATH]: STATUS.replace('"slug": "pool', '"slug": "poor') }),
      { path: JSON_PATH, message: expect.stringMatching(/the slug is "poor-/) },
    ],
    [
      "a name that is none",
      new Map([["7_Foo/enhancement.md", MARKDOWN]]),
      { path: "7_Foo", message: "the name is not that of an enhancement" },
    ],
    [
      "a number used twice",
      tree(other("007", "retry", otherStatus)),
      { path: "007-retry", message: `the number 007 is also that of ${NAME}` },
    ],
    [
      "a number used twice, written otherwise",
      new Map([...tree(), ["7-x/enhancement.md", MARKDOWN]]),
      { path: "7-x", message: `the number 007 is also that of ${NAME}` },
    ],
    [
      "a uid used twice",
      tree(other("008", "x", STATUS.replace("PRRC_1:0", "PRRC_2:0"))),
      { path: "008-x/status.json", message: expect.stringMatching(/^the uid "enh_/) },
    ],
    [
      "a suggestion captured twice",
      tree(other("008", "x", STATUS.replace(/enh_\w+/, "enh_000000000000"))),
      { path: "008-x/status.json", message: `the same suggestion is captured in ${NAME}` },
    ],
    [
      "names that differ in case",
      tree({ [`${NAME}/Notes.md`]: "", [`${NAME}/notes.md`]: "" }),
      { path: `${NAME}/notes.md`, message: expect.stringMatching(/in case alone/) },
    ],
    [
      "a byte-order mark",
      tree({ [MD]: `\uFEFF${MARKDOWN}` }),
      { path: MD, line: 1, severity: "warning", message: expect.stringMatching(/byte-order mark/) },
    ],
    [
      "mixed line ends",
      tree({ [MD]: MARKDOWN.replace("\n", "\r\n") }),
      { path: MD, line: 2, severity: "warning", message: "line ends are mixed" },
    ],
    [
      "UTF-8 encoded twice",
      tree({ [MD]: MARKDOWN.replace("—", "â€”") }),
      { path: MD, severity: "warning", message: expect.stringMatching(/encoded twice/) },
    ],
    [
      "bytes that are no UTF-8",
      tree({ [MD]: `${MARKDOWN}\uFFFD` }),
      { path: MD, severity: "error", message: "the file is not valid UTF-8" },
    ],
    [
      "a conflict left in",
      tree({ [MD]: `${MARKDOWN}<<<<<<< HEAD\n` }),
      { path: MD, severity: "error", message: "a merge conflict is left in the file" },
    ],
    [
      "a NUL",
      tree({ [MD]: MARKDOWN.replace("A pool", "A\0pool") }),
      { path: MD, severity: "error", message: "the file holds a NUL character" },
    ],
    [
      "a huge file",
      tree({ [MD]: MARKDOWN + "x".repeat(1_000_001) }),
      { path: MD, severity: "error", message: expect.stringMatching(/too large/) },
    ],
  ])("finds %s", (_name, files, expected) => {
    const problems = validateEnhancements(files);
    expect(problems).toContainEqual(expect.objectContaining(expected));
    for (const { remedy } of problems) expect(remedy).not.toBe("");
  });

  it("takes no words of other languages for mojibake", () => {
    const text = "Größe, «CAFÉ», São Paulo, Ünïcødé, Кэш, Ärger – “so”, été, PORTUGUÊS";
    expect(validateEnhancements(tree({ [MD]: `${MARKDOWN}${text}\n` }))).toEqual([]);
  });

  it("never throws, and never plans to rewrite what it cannot read", () => {
    fc.assert(
      fc.property(hostileText(60), hostileText(60), hostileText(4), (markdown, json, name) => {
        const files = new Map([
          [MD, markdown],
          [JSON_PATH, json],
          [`${name}/status.json`, STATUS],
          [`${name}/enhancement.md`, markdown],
        ]);
        validateEnhancements(files);
        expect(planFix(files).filter(({ path: file }) => file === MD)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});

describe("planFix", () => {
  it.each<[name: string, text: string, expected: string]>([
    ["a status", MARKDOWN.replace("not-started", "ready"), MARKDOWN],
    [
      "every field",
      MARKDOWN.replace("007", "8")
        .replace("high", "urgent")
        .replace("2026-11-24", "yesterday")
        .replace("2026-11-25", ""),
      MARKDOWN,
    ],
    ["a title", MARKDOWN.replace("Pool d", "Drop d"), MARKDOWN],
    [
      "a field that is missing",
      MARKDOWN.replace("**Priority**: high\n", ""),
      MARKDOWN.replace("**Priority**: high\n", "").replace("2026-11-25\n", "2026-11-25\n**Priority**: high\n"),
    ],
    [
      "Windows line ends and front matter",
      `---\na: b\n---\n${MARKDOWN}`.replace("high", "low").replaceAll("\n", "\r\n"),
      `---\na: b\n---\n${MARKDOWN}`.replaceAll("\n", "\r\n"),
    ],
    ["a byte-order mark kept", `\uFEFF${MARKDOWN.replace("high", "low")}`, `\uFEFF${MARKDOWN}`],
  ])("brings %s in line with status.json", (_name, text, expected) => {
    const fixed = planFix(tree({ [MD]: text }));
    expect(fixed).toEqual([{ path: MD, content: expected }]);
    expect(planFix(tree({ [MD]: expected }))).toEqual([]);
    expect(validateEnhancements(tree({ [MD]: expected })).filter(({ severity }) => severity === "error")).toEqual([]);
  });

  const WRONG = MARKDOWN.replace("not-started", "ready");
  it.each<[name: string, files: Map<string, string>]>([
    ["a sound directory", tree()],
    ["a broken status.json", tree({ [MD]: WRONG, [JSON_PATH]: STATUS.slice(1) })],
    ["no status.json", tree({ [MD]: WRONG, [JSON_PATH]: undefined })],
    ["an id that is not the directory's", tree({ [MD]: WRONG, [JSON_PATH]: STATUS.replace('"007"', '"008"') })],
    ["a header without an end", tree({ [MD]: WRONG.replaceAll("---", "") })],
    ["a file without a title", tree({ [MD]: WRONG.replace("# Enhancement: ", "") })],
    ["bytes that are no UTF-8", tree({ [MD]: `${WRONG}\uFFFD` })],
    ["a conflict left in", tree({ [MD]: `${WRONG}<<<<<<< HEAD\n` })],
    ["broken front matter", tree({ [MD]: `---\na: [\n---\n${WRONG}` })],
    ["a huge file", tree({ [MD]: WRONG + "x".repeat(1_000_001) })],
  ])("leaves %s alone", (_name, files) => {
    expect(planFix(files)).toEqual([]);
  });
});
