import { describe, expect, it } from "@jest/globals";
import {
  checkEnhancements,
  isTouched,
  planHeaderFix,
  touchedDirectories,
  type CheckFacts,
} from "../../src/core/check-pull-request.ts";
import { checkedPullRequest, renderCheck } from "../../src/core/render-check.ts";
import type { Contents } from "../../src/core/snapshot.ts";
import { enhancementFiles } from "../helpers/enhancement-files.ts";

const NAME = "007-pool-connections";

function contents(files: Record<string, string>): Contents {
  const byName = new Map<string, Map<string, string>>();
  for (const [path, text] of Object.entries(files)) {
    const [, name = "", file = ""] = path.split("/");
    byName.set(name, (byName.get(name) ?? new Map<string, string>()).set(file, text));
  }
  return byName;
}

/** The enhancement with one of its files changed. */
function edited(file: string, change: (text: string) => string): Contents {
  const files = enhancementFiles();
  const path = `enhancements/${NAME}/${file}`;
  return contents({ ...files, [path]: change(files[path] ?? "") });
}

const sound = contents(enhancementFiles());
const check = (facts: Partial<CheckFacts>) =>
  checkEnhancements({ directory: "enhancements", base: sound, head: sound, others: [], ...facts });

describe("touchedDirectories", () => {
  it("takes folders of the directory alone", () => {
    const paths = [
      "enhancements/b/x.md",
      "enhancements/a/y/z",
      "enhancements/README.md",
      "enhancements-2/c/x",
      "src/a",
    ];
    expect(touchedDirectories(paths, "enhancements")).toEqual(["a", "b"]);
    expect(paths.map((path) => isTouched([path], "enhancements"))).toEqual([true, true, true, false, false]);
    expect(isTouched([".github/enhance.yml"], "enhancements")).toBe(true);
  });
});

describe("checkEnhancements", () => {
  it.each<
    [name: string, facts: Partial<CheckFacts>, found: [severity: string, path: string, line: number | undefined][]]
  >([
    ["nothing where all is sound", {}, []],
    ["nothing where it is gone", { head: new Map() }, []],
    [
      "a header that status.json left behind",
      { head: edited("status.json", (text) => text.replace('"ready"', '"blocked"')) },
      [["error", "enhancement.md", 4]],
    ],
    [
      "a header that leads, as a remark",
      { head: edited("enhancement.md", (text) => text.replace(": ready", ": blocked")) },
      [["warning", "enhancement.md", 4]],
    ],
    [
      "an edited id, which is ours",
      { head: edited("enhancement.md", (text) => text.replace("**ID**: 007", "**ID**: 008")) },
      [["error", "enhancement.md", 3]],
    ],
    ["a config with a mistake", { config: "a: 1\n" }, [["error", ".github/enhance.yml", 1]]],
    ["no mistake in a sound config", { config: "check: off\n" }, []],
    [
      "a number of the base",
      { base: new Map(), others: [{ name: "007-other", where: "base" }] },
      [["error", NAME, undefined]],
    ],
    [
      "a number of a follow-up, as a remark",
      { base: new Map(), others: [{ name: "007-other", where: "follow-up" }] },
      [["warning", NAME, undefined]],
    ],
    ["no number that stood there before", { others: [{ name: "007-other", where: "base" }] }, []],
  ])("finds %s", (_name, facts, found) => {
    const problems = check(facts).filter(({ message }) => !message.includes("no section"));
    expect(problems.map(({ severity, line, path }) => [severity, path, line])).toEqual(
      found.map(([severity, path, line]) => [severity, expect.stringMatching(new RegExp(`${path}$`)) as unknown, line]),
    );
  });

  it.each([
    ["status.json", '"completed",\n  "priority"', '"rejected",\n  "priority"', "status.json"],
    ["the header", "**Status**: completed", "**Status**: rejected", "enhancement.md"],
  ])("finds a move that cannot be in %s", (_name, from, to, file) => {
    const files = enhancementFiles({ status: "completed" });
    const path = `enhancements/${NAME}/${file}`;
    const head = contents({ ...files, [path]: (files[path] ?? "").replace(from, to) });
    const problems = check({ base: contents(files), head });
    expect(problems.find(({ message }) => message.includes("cannot become"))).toMatchObject({
      path,
      severity: "error",
    });
  });
});

describe("planHeaderFix", () => {
  it("takes over what status.json says, but no edit that leads", () => {
    const behind = edited("status.json", (text) => text.replace('"ready"', '"blocked"'));
    const [fixed] = planHeaderFix({ directory: "enhancements", base: sound, head: behind });
    expect(fixed).toMatchObject({ path: `enhancements/${NAME}/enhancement.md` });
    expect(fixed?.content).toContain("**Status**: blocked");
    const leading = edited("enhancement.md", (text) => text.replace(": ready", ": blocked").replace(": 007", ": 008"));
    const [mended] = planHeaderFix({ directory: "enhancements", base: sound, head: leading });
    expect(mended?.content).toContain("**ID**: 007\n**Status**: blocked");
  });
});

describe("renderCheck", () => {
  const problem = {
    path: "enhancements/007-a",
    severity: "error",
    message: "*bad* @octocat",
    remedy: "mend it",
  } as const;
  const given = {
    subject: `pull:7:${"a".repeat(40)}`,
    problems: [problem],
    fixable: [],
    changed: [],
    isTouched: true,
    isCutShort: false,
  };

  it("keeps text from outside inert, and stands on a file", () => {
    const { summary, annotations, conclusion } = renderCheck({ ...given, changed: ["enhancements/007-a/status.json"] });
    expect(summary).not.toContain(" @octocat");
    expect(summary).not.toContain("*bad*");
    expect(annotations).toMatchObject([{ path: "enhancements/007-a/status.json", line: 1, level: "failure" }]);
    expect(conclusion).toBe("failure");
  });

  it("is told apart by what it says, and leads back to its pull request", () => {
    const one = renderCheck(given).externalId;
    expect(renderCheck(given).externalId).toBe(one);
    expect(renderCheck({ ...given, problems: [] }).externalId).not.toBe(one);
    expect(checkedPullRequest(one)).toBe(7);
    expect(["push:a:b", "pull:0:a", "", "config:1"].map((id) => checkedPullRequest(id))).toEqual(
      Array(4).fill(undefined),
    );
  });

  it("stays within what GitHub takes", () => {
    const many = Array.from({ length: 700 }, () => ({ ...problem, message: "*".repeat(5_000) }));
    const { annotations, summary, actions } = renderCheck({
      ...given,
      problems: many,
      fixable: ["enhancements/007-a/enhancement.md"],
    });
    expect(annotations).toHaveLength(500);
    expect(summary.length).toBeLessThan(65_535);
    expect(Math.max(...annotations.map(({ message }) => message.length))).toBeLessThan(1_000);
    for (const { label, description, identifier } of actions) {
      expect(Math.max(label.length, identifier.length)).toBeLessThanOrEqual(20);
      expect(description.length).toBeLessThanOrEqual(40);
    }
  });
});
