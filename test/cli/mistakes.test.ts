/** What the command line says to whoever gives it something it cannot use: never a stack, always what and what to do. */
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { childEnvironment } from "../helpers/child-environment.ts";
import { CLI } from "../helpers/enhance.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "enhance-mistakes-"));
  mkdirSync(path.join(folder, "gh"));
  writeFileSync(path.join(folder, "wrong.json"), '[{ "id": 1, "body": 5 }]');
  writeFileSync(path.join(folder, "gh/hosts.yml"), "github.com: [\n");
  const body = "suggestion: use a connection pool here. Fine in a follow-up.";
  const comment = { id: 1, body, user: { login: "octocat", type: "User" }, path: "a.ts", line: 1 };
  const comments = Array.from({ length: 500 }, (_, index) => ({ ...comment, id: index + 1, path: `src/${index}.ts` }));
  writeFileSync(path.join(folder, "reviews.json"), JSON.stringify(comments));
});
afterAll(() => rmSync(folder, { recursive: true }));

function run(command: string, args: readonly string[], environment: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: folder,
    encoding: "utf8",
    input: "Not JSON.",
    env: childEnvironment({
      NODE: process.execPath,
      CLI,
      GH_CONFIG_DIR: path.join(folder, "gh"),
      ...environment,
    }),
  });
  return { code: status, out: stdout, err: stderr };
}

describe("enhance", () => {
  it.each<[name: string, words: string[], environment: Record<string, string>, said: string]>([
    [
      "no target",
      ["mine"],
      {},
      "error: missing required argument 'target'\n(say \"enhance mine --help\" for what it takes)\n",
    ],
    [
      "a wrong flag",
      ["check", "--fixed"],
      {},
      '(Did you mean --fix?)\n(say "enhance check --help" for what it takes)\n',
    ],
    [
      "no JSON",
      ["mine", "-"],
      {},
      "enhance: standard input is not JSON; give a review or comment as the GitHub API returns it\n",
    ],
    [
      "JSON that is not GitHub's",
      ["mine", "wrong.json"],
      {},
      `enhance: "wrong.json" is not in GitHub's shapes: comments.0.body: text is needed here; give reviews and comments as ` +
        `GitHub's API or gh gives them; "enhance mine --help" has the shapes\n`,
    ],
    [
      "a working copy that is not there",
      ["-C", "nowhere", "mine", "reviews.json", "--pull", "octo/api#7", "--write"],
      {},
      'enhance: there is no directory "nowhere"; -C takes the root of a working copy\n',
    ],
    [
      "another GitHub that has no URL",
      ["mine", "octo/api#7"],
      { GITHUB_API_URL: "ghe.test", GITHUB_TOKEN: "t" },
      'enhance: GITHUB_API_URL is "ghe.test"; give a URL like https://api.github.com\n',
    ],
    [
      "another GitHub that would be sent the token in the clear",
      ["mine", "octo/api#7"],
      { GITHUB_API_URL: "http://ghe.test/api/v3", GITHUB_TOKEN: "t" },
      "enhance: GITHUB_API_URL is not https, and tokens would travel in the clear; give one that begins with https://\n",
    ],
    [
      "GitHub's web site in place of its API",
      ["mine", "octo/api#7"],
      { GITHUB_API_URL: "https://github.com", GITHUB_TOKEN: "t" },
      "enhance: GITHUB_API_URL is GitHub's web site; its API is https://api.github.com\n",
    ],
    [
      "no token, and a broken file of the gh tool",
      ["mine", "octo/api#7"],
      {},
      'enhance: no token for GitHub; set GITHUB_TOKEN, or log in with the "gh" tool\n',
    ],
    [
      "an empty token beside a good one",
      ["mine", "octo/api#7"],
      { GITHUB_TOKEN: "", GH_TOKEN: "t", GITHUB_API_URL: "http://127.0.0.1:9" },
      "enhance: cannot read octo/api#7 on 127.0.0.1: it does not answer; check the network and GITHUB_API_URL\n",
    ],
    [
      "a pull request of another GitHub",
      ["mine", "https://ghe.test/octo/api/pull/7"],
      {},
      "enhance: octo/api#7 is on ghe.test, not github.com; set GITHUB_API_URL to the API of ghe.test\n",
    ],
    [
      "an address in the browser, and no token",
      ["mine", "https://github.com/octo/api/pull/7/files#diff-1"],
      {},
      "enhance: no token for GitHub;",
    ],
    [
      "a pull request that is none",
      ["mine", "-", "--pull", "octo/api"],
      {},
      'enhance: --pull "octo/api" is not a pull request; write owner/repo#12, or its address\n',
    ],
    ["a cap that is none", ["mine", "-", "--max", "0"], {}, "It is a number from 1 to 99999."],
    [
      "two ways at once",
      ["mine", "reviews.json", "--jsonl", "--write"],
      {},
      "error: option '--jsonl' cannot be used with",
    ],
  ])("says what to do about %s", (_name, words, environment, said) => {
    const { code, err } = run(process.execPath, [CLI, ...words], environment);
    expect(err).toContain(said);
    expect(err).not.toMatch(/^ {4}at /m);
    expect(code).toBe(2);
    expect(existsSync(path.join(folder, "nowhere"))).toBe(false);
  });

  it("says in its help which JSON it takes", () => {
    const { code, out } = run(process.execPath, [CLI, "mine", "--help"]);
    for (const word of ["review_comments", "gh api --paginate --slurp", "gh pr view --json"])
      expect(out).toContain(word);
    expect(code).toBe(0);
  });

  it("ends in peace when nobody reads on", () => {
    const { out, err } = run("sh", ["-c", '"$NODE" "$CLI" mine reviews.json --pull octo/api#7 --explain | head -n 1']);
    expect(out).toMatch(/^src\/0\.ts:1 /);
    expect(err).toBe("");
  });
});
