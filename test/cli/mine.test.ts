/** `enhance mine` as people run it: what it says and writes. */
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { enhance, type Ran } from "../helpers/enhance.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "enhance-mine-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const WISHES = ["Cache the parsed config", "Add retries to the uploader", "Document the size limit"];

/** A comment on a line of octo/api#7. */
function comment(body: string, index = 0) {
  return {
    ...{ id: index + 1, body, path: `src/file-${index}.ts`, line: 3, user: { login: "octocat", type: "User" } },
    html_url: `https://github.com/octo/api/pull/7#discussion_r${index + 1}`,
    created_at: `2026-11-25T10:0${index}:00Z`,
  };
}

/** Runs the verb on comments, given on standard input. */
function mine(comments: unknown, ...flags: string[]): Ran {
  return enhance(folder, ["mine", "-", ...flags], { input: JSON.stringify(comments) });
}

function configure(text: string): void {
  mkdirSync(path.join(folder, ".github"), { recursive: true });
  writeFileSync(path.join(folder, ".github/enhance.yml"), text);
}

describe("enhance mine, of more than the cap holds", () => {
  const comments = WISHES.map((wish, index) => comment(`${wish}, in a follow-up.`, index));
  beforeEach(() => configure("capture:\n  max_per_pull_request: 2\n"));

  it("names those over it, and says how to get them", () => {
    const { code, out } = mine(comments);
    expect(out).toContain(
      "left out: 1\n  - over the cap: Document the size limit (at most 2 from one pull request)\n" +
        "for those over the cap, say --max <n>, or raise capture.max_per_pull_request in .github/enhance.yml\n" +
        "would create 2 enhancements (1 over the cap); --write creates them here\n",
    );
    expect(code).toBe(0);
  });

  it.each([
    ["3", "would create 3 enhancements; --write creates them here\n"],
    ["1", "would create 1 enhancement (2 over the cap); --write creates them here\n"],
  ])("takes --max %s in the place of the config's", (max, said) => {
    expect(mine(comments, "--max", max).out).toContain(said);
  });

  it("tells them in JSON", () => {
    const { leftOut } = JSON.parse(mine(comments, "--json").out) as { leftOut: unknown };
    expect(leftOut).toEqual([
      expect.objectContaining({
        ...{ group: "over the cap", title: "Document the size limit", url: comments[2]?.html_url },
      }),
    ]);
  });

  it("counts what the working copy has of the pull request already", () => {
    mine(comments, "--write");
    expect(mine(comments, "--write").out).toContain("nothing to capture (2 known already, 1 over the cap)\n");
    configure("capture:\n  max_per_pull_request: 3\n");
    expect(mine(comments, "--write").out).toContain("wrote 1 enhancement (2 known already)\n");
    expect(readdirSync(path.join(folder, "enhancements"))).toHaveLength(3);
  });
});

describe("enhance mine", () => {
  it("names what would wait for the merge on GitHub", () => {
    const comments = [comment("blocking: the handle leaks when parsing fails")];
    expect(mine(comments).out).toContain("\n  on GitHub it waits for the merge\n");
    expect(JSON.parse(mine(comments, "--json").out)).toMatchObject({ waiting: [{ id: "001", until: "the merge" }] });
  });

  it("names texts that it does not read, with the reason", () => {
    const anonymous = { ...comment("Cache the token, in a follow-up."), user: undefined };
    expect(mine([anonymous])).toEqual({
      ...{ code: 0, err: "" },
      out: "not read: 1 text (nobody is named as its author)\nnothing to capture\n",
    });
    expect(JSON.parse(mine([anonymous], "--json").out)).toMatchObject({
      notRead: [{ url: anonymous.html_url, unread: "nobody is named as its author" }],
    });
  });

  it("says so where nothing is written yet", () => {
    expect(mine([], "--pull", "octo/api#7")).toEqual({ code: 0, err: "", out: "nothing was written there yet\n" });
  });

  it("works where the App is told not to, and says so", () => {
    configure("enabled: false\n");
    const { code, out, err } = mine([comment("Cache the token, in a follow-up.")]);
    expect(out).toContain("would create 1 enhancement;");
    expect(err).toBe(
      "enhance: enabled is false in .github/enhance.yml: the App captures nothing here, and this goes on all the same\n",
    );
    expect(code).toBe(0);
  });

  it("writes in preview because it is told to, and says so", () => {
    configure("mode: preview\n");
    const comments = [comment("Cache the token, in a follow-up.")];
    expect(mine(comments).err).toBe("");
    const { code, out, err } = mine(comments, "--write");
    expect(out).toContain("wrote 1 enhancement");
    expect(err).toBe(
      "enhance: mode is preview in .github/enhance.yml: the App writes nothing here, and --write does all the same\n",
    );
    expect(code).toBe(0);
  });

  it("takes the address of a pull request, and writes what gh pr view gave", () => {
    const reviews = [
      {
        ...{ id: "PRR_1", author: { login: "octocat" }, state: "COMMENTED", submittedAt: "2026-11-25T10:00:00Z" },
        body: "Cache the token, in a follow-up.",
      },
    ];
    expect(mine({ reviews }, "--write", "--pull", "https://github.com/octo/api/pull/7").out).toContain("wrote 1 enh");
    const file = path.join(folder, "enhancements/001-cache-the-token/status.json");
    expect(JSON.parse(readFileSync(file, "utf8"))).toMatchObject({
      key: "comment:PRR_1:0",
      source: { kind: "review", pullRequest: 7, reviewId: null, commentId: null },
    });
    expect(mine({ reviews }, "--write", "--pull", "octo/api#7").out).toContain("nothing to capture (1 known already)");
  });

  it("says of every mistake in the config where it is, in the order of their lines", () => {
    configure("check: maybe\nenable: true\n");
    const { code, err } = mine([]);
    expect(err.split("\n")).toEqual([
      expect.stringMatching(/^enhance: \.github\/enhance\.yml:1: error: check: "maybe" /),
      expect.stringMatching(/^enhance: \.github\/enhance\.yml:2: error: unknown key "enable"/),
      "",
    ]);
    expect(code).toBe(2);
  });

  it("does not pass over a config under another name", () => {
    mkdirSync(path.join(folder, ".github"));
    writeFileSync(path.join(folder, ".github/enhance.yaml"), "enabled: false\n");
    expect(mine([]).err).toBe(
      "enhance: .github/enhance.yaml: error: a config of this name is not read; rename it to .github/enhance.yml\n",
    );
  });
});

describe("enhance mine --write, where a link stands", () => {
  let outside = "";
  beforeEach(() => {
    outside = mkdtempSync(path.join(tmpdir(), "enhance-outside-"));
  });
  afterEach(() => rmSync(outside, { recursive: true }));

  const write = () => mine([comment("Cache the parsed config, in a follow-up.")], "--write");

  it.each<[name: string, link: () => void]>([
    ["the enhancements directory leads out", () => symlinkSync(outside, path.join(folder, "enhancements"))],
    [
      "a folder above it leads out",
      () => {
        configure("directory: docs/later\n");
        symlinkSync(outside, path.join(folder, "docs"));
      },
    ],
    ["it leads nowhere", () => symlinkSync(path.join(outside, "gone"), path.join(folder, "enhancements"))],
    ["it leads to itself", () => symlinkSync("enhancements", path.join(folder, "enhancements"))],
  ])("writes nothing at all when %s", (_name, link) => {
    link();
    expect(write()).toMatchObject({
      code: 2,
      err: expect.stringMatching(/leads out of the working copy; remove the link/),
    });
    expect(readdirSync(outside)).toEqual([]);
  });

  it("follows one that stays in the working copy", () => {
    mkdirSync(path.join(folder, "later"));
    symlinkSync("later", path.join(folder, "enhancements"));
    expect(write()).toMatchObject({ code: 0, err: "" });
    expect(readdirSync(path.join(folder, "later"))).toEqual(["001-cache-the-parsed-config"]);
  });
});
