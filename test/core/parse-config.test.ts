import { TOOLS } from "../../src/core/mine/tools.ts";
import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { CONFIG_PATH, DEFAULT_CONFIG } from "../../src/core/config.ts";
import { parseConfig, parseConfigs } from "../../src/core/parse-config.ts";

describe("parseConfig", () => {
  it.each([
    ["an empty file", ""],
    ["only comments", "# nothing yet\n"],
    ["an explicit null", "~"],
  ])("reads %s as the defaults", (_name, text) => {
    expect(parseConfig(text)).toEqual({ ok: true, config: DEFAULT_CONFIG });
  });

  it("replaces what is given and keeps the rest", () => {
    const parsed = parseConfig("mode: commit\ncapture:\n  from:\n    people: anyone\n");
    expect(parsed).toMatchObject({
      ok: true,
      config: {
        mode: "commit",
        directory: "enhancements",
        capture: { on: "review", from: { people: "anyone", tools: "known" }, max_per_pull_request: 8 },
      },
    });
  });

  it.each<[name: string, text: string, line: number | undefined, told: string]>([
    ["an unknown key", "enabled: true\nenable: false\n", 2, 'unknown key "enable"; write "enabled", or remove it'],
    [
      "an unknown key further in",
      "capture:\n  when: now\n",
      2,
      'unknown key "capture.when"; remove it or correct its spelling; there are on, from,',
    ],
    [
      "a key with dots",
      "mode: rolling\ncapture.on: merge\n",
      2,
      'unknown key "capture.on"; keys nest: write "capture:" and, indented below it, "on: merge"',
    ],
    [
      "a key with dots, of three",
      "capture.from.people: anyone\n",
      1,
      'keys nest: write "capture:" and, indented below it, "from:" and, indented below it, "people: anyone"',
    ],
    [
      "a key with dots further in",
      "commands:\n  roles.redact: admin\n",
      2,
      'unknown key "commands.roles.redact"; keys nest: write "roles:" and, indented below it, "redact: admin"',
    ],
    [
      "a key with dots whose value is a list",
      'capture.ignore_paths: ["vendor/**"]\n',
      1,
      'keys nest: write "capture:" and, indented below it, "ignore_paths: …"',
    ],
    ["a key that ends with a dot", "mode.: rolling\n", 1, 'unknown key "mode."; write "mode", or remove it'],
    [
      "a key with dots that lead nowhere",
      "capture.on.what: merge\n",
      1,
      "remove it or correct its spelling; there are",
    ],
    ["a wrong value", "directory: enhancements\nmode: rolin\n", 2, 'mode: "rolin" is not known here; write "rolling"'],
    [
      "a value that is like none",
      "check: never\n",
      1,
      'check: "never" is not known here; write one of "touched", "always", "off"',
    ],
    [
      "a value of a list",
      "capture:\n  kinds:\n    - bug\n    - 1\n",
      4,
      "capture.kinds.1: 1 is not known here; write one",
    ],
    [
      "one value for a list",
      "capture:\n  ignore_paths: vendor/**\n",
      2,
      'capture.ignore_paths: "vendor/**" cannot be used; write a list: ["vendor/**"]',
    ],
    [
      "a pattern that takes something out again",
      "capture:\n  ignore_paths:\n    - vendor/\n    - '!vendor/ours/'\n",
      4,
      'capture.ignore_paths.1: "!vendor/ours/" cannot be used; name only what is to be ignored; "!" takes',
    ],
    [
      "a pattern with braces",
      "capture:\n  ignore_paths: ['src/*.{ts, js}']\n",
      2,
      'write an entry for each: "src/*.ts", "src/*.js"',
    ],
    [
      "a pattern with braces in braces",
      "capture:\n  ignore_paths: ['src/{a,{b,c}}.ts']\n",
      2,
      "write an entry for each path, without braces",
    ],
    ["a pattern with brackets", "capture:\n  ignore_paths: ['v[0-9]/']\n", 2, 'write "?" for one character'],
    ["a pattern of Windows", "capture:\n  ignore_paths: ['gen\\*']\n", 2, 'write "/" between folders: "gen/*"'],
    ["a pattern that leads out", "capture:\n  ignore_paths: [../api]\n", 2, "from the root of the repository"],
    ["a pattern with an empty name", "capture:\n  ignore_paths: [src//a]\n", 2, "from the root of the repository"],
    ["a pattern that names nothing", "capture:\n  ignore_paths: [./]\n", 2, 'name a file or folder, like "vendor/"'],
    [
      "one value for words or a list",
      "capture:\n  from:\n    tools: claude\n",
      3,
      'capture.from.tools: "claude" is not known here; write one of "known", "none", or a list: ["claude"]',
    ],
    [
      "a wrong entry in one of them",
      "capture:\n  from:\n    tools: [claude, 3]\n",
      3,
      "capture.from.tools.1: 3 cannot be used; give text",
    ],
    [
      "a name of a tool with a letter left out",
      "capture:\n  from:\n    tools:\n      - claude\n      - coderabit\n",
      5,
      'capture.from.tools.1: "coderabit" cannot be used; write "coderabbit"; if a bot has that very login, write "coderabit[bot]"',
    ],
    [
      "a name of a tool with a hyphen",
      "capture:\n  from:\n    tools: [code-rabbit]\n",
      3,
      '"code-rabbit" cannot be used; write "coderabbit"; if a bot has that very login, write "code-rabbit[bot]"',
    ],
    [
      "a name of a tool with words around it",
      "capture:\n  from:\n    tools: [claude-review]\n",
      3,
      '"claude-review" cannot be used; write "claude"; if a bot has that very login, write "claude-review[bot]"',
    ],
    ["a wrong type", "capture:\n  max_per_pull_request: many\n", 2, '"many" cannot be used; give a number'],
    [
      "a command that changes something, for readers",
      "commands:\n  roles:\n    list: read\n    redact: read\n",
      4,
      'commands.roles.redact: "read" cannot be used; it changes something: write "write", "maintain" or "admin"',
    ],
    ["a number out of range", "capture:\n  max_per_pull_request: 0\n", 2, "0 cannot be used; give at least 1"],
    ["too short a word", "capture:\n  words:\n    defer: [x]\n", 3, '"x" cannot be used; give at least 2 characters'],
    ["a key of no length", 'capture:\n  priorities:\n    "": high\n', 3, "give at least 1 character as the key"],
    ["nothing below a key", "capture:\n  # on: merge\n", 1, "capture: nothing is given; remove the line, or give keys"],
    ["nothing beside a key", "mode:\n", 1, 'mode: nothing is given; remove the line, or write one of "pull-request"'],
    [
      "a directory that leaves the repository",
      "directory: ../../etc\n",
      1,
      '"../../etc" cannot be used; a directory is',
    ],
    ["a hidden directory", "directory: .github/workflows\n", 1, "a relative path"],
    ["an absolute directory", "directory: /etc\n", 1, "a relative path"],
    ["a branch prefix without an end", "follow_up:\n  branch_prefix: main\n", 2, 'ends with "/"'],
    ["a list at the top", "- a\n", undefined, "the config: a list cannot be used; give keys and values"],
    ["what is not ended", "mode: [\n", 1, "not valid YAML: a mistake in the syntax; mend it at this line"],
    [
      "what is not ended, further down",
      "check: off\nmode: [\n\n\n",
      2,
      "not valid YAML: a mistake in the syntax; mend it at this line",
    ],
    ["a tab", "capture:\n\ton: merge\n", 2, "not valid YAML: a tab indents a line; indent with blanks"],
    ["an alias", "a: &a [1]\nb: *a\n", 2, "aliases; write the values out"],
    ["a file over the limit", `# ${"x".repeat(70_000)}\n`, undefined, "bytes long; keep it under 65536 bytes"],
    ["a duplicate key", "enabled: true\nenabled: false\n", 2, "a key stands twice; keep one of the two"],
    ["an inherited name", "__proto__:\n  enabled: false\n", 1, 'unknown key "__proto__"'],
  ])("refuses %s, and says what may stand there", (_name, text, line, told) => {
    const parsed = parseConfig(text);
    if (parsed.ok) throw new Error("taken as valid");
    const [problem, ...others] = parsed.problems;
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ path: ".github/enhance.yml", severity: "error" });
    expect(problem?.line).toBe(line);
    expect(`${problem?.message ?? ""}; ${problem?.remedy ?? ""}`).toContain(told);
  });

  it.each([
    ...TOOLS.flatMap(({ name, logins }) => [name, ...logins, `${logins[0] ?? name}[bot]`]),
    "Copilot",
    "acme-helper",
    "coderabit[bot]",
    "claude-review[bot]",
    "bito-like",
    "codeql",
    "gitea",
    "chatgpt",
  ])("takes the tool %s", (name) => {
    const parsed = parseConfig(`capture:\n  from:\n    tools: ["${name}"]\n`);
    expect(parsed).toMatchObject({ ok: true, config: { capture: { from: { tools: [name] } } } });
  });

  it("says so of what is no text", () => {
    expect(parseConfigs([{ path: CONFIG_PATH, text: null }])).toMatchObject({
      ok: false,
      problems: [
        {
          ...{ path: CONFIG_PATH, severity: "error" },
          ...{ message: "the config cannot be read as text", remedy: "make it a file of UTF-8 text" },
        },
      ],
    });
  });

  it("tells several mistakes in the order of their lines", () => {
    const parsed = parseConfig("check: maybe\nenabled: 3\nmode: x\nfoo: 1\n");
    if (parsed.ok) throw new Error("taken as valid");
    expect(parsed.problems.map(({ line }) => line)).toEqual([1, 2, 3, 4]);
  });

  it("never throws", () => {
    const marks = [
      "enabled",
      "false",
      ": ",
      "\n",
      "  ",
      "\t",
      "- ",
      "? ",
      "&a ",
      "*a",
      "!b ",
      "[",
      "]",
      "{",
      "}",
      "|",
      ">",
      "'",
      '"',
    ];
    const yaml = fc.string({ unit: fc.constantFrom(...marks) });
    const text = fc.oneof(fc.string({ unit: "binary" }), yaml);
    fc.assert(fc.property(text, (written) => void parseConfig(written)));
  });
});

describe("parseConfigs", () => {
  const owner = "octo/.github/.github/enhance.yml";
  const both = (defaults: string, own: string) =>
    parseConfigs([
      { path: owner, text: defaults },
      { path: CONFIG_PATH, text: own },
    ]);

  it.each<[name: string, defaults: string, own: string, same: string]>([
    ["keys at the top of both", "enabled: false\n", "mode: rolling\n", "enabled: false\nmode: rolling\n"],
    ["the last of a key in both", "mode: commit\n", "mode: rolling\n", "mode: rolling\n"],
    ["a default that is written out", "mode: commit\n", "mode: pull-request\n", ""],
    ["no part of a key", "capture: { on: merge }\n", "capture: { nits: each }\n", "capture: { nits: each }\n"],
    ["everything where the last is empty", "mode: commit\n", "# later\n", "mode: commit\n"],
  ])("takes %s", (_name, defaults, own, same) => {
    expect(both(defaults, own)).toEqual(parseConfig(same));
  });

  it.each([
    ["the first", "mode: x\n", "", [owner]],
    ["the last", "", "mode: x\n", [CONFIG_PATH]],
    ["both", "mode: x\n", "mode: y\n", [owner, CONFIG_PATH]],
  ])("names the file that is wrong: %s", (_name, defaults, own, paths) => {
    const parsed = both(defaults, own);
    expect(parsed.ok ? [] : parsed.problems.map(({ path }) => path)).toEqual(paths);
  });

  it.each([
    ["a value", "# ours\nmode: hunter2\n", 2],
    ["a key", "hunter2: 1\n", 1],
    ["a key that stands twice", "mode: commit\nmode: hunter2\n", 2],
  ])("names the line alone of a mistake in a private repository of the owner: %s", (_name, text, line) => {
    const parsed = parseConfigs([{ path: owner, text, isWithheld: true }]);
    expect(parsed.ok ? [] : parsed.problems).toEqual([
      {
        ...{ path: owner, line, severity: "error" },
        message: "a mistake in a private repository, which is not told outside of it",
        remedy: 'run "enhance check" in a working copy of that repository',
      },
    ]);
  });

  it.each<[what: string, defaults: string, own: string, meanwhile: object]>([
    ["the defaults, without writing", "", "x: 1\n", {}],
    ["that it is switched off", "", "enabled: false\nx: 1\n", { enabled: false }],
    ["that, of the owner, where the mistake is in the other", "enabled: false\n", "x: 1\n", { enabled: false }],
    ["that, of a file that ends too soon", "", "enabled: false\nmode: [\n", { enabled: false }],
    ["what the last file says that can be read", "enabled: false\n", "enabled: true\nx: 1\n", {}],
    ["no value that is a mistake itself", "", "enabled: nope\n", {}],
    ["nothing of what is no group of keys", "enabled: false\n", "- a\n", { enabled: false }],
    ["that there is no check", "", "check: off\nx: 1\n", { check: "off" }],
    ["no more checks than by default", "", "check: always\nx: 1\n", {}],
    [
      "roles that ask for more, beside a mistake among them, and no bot",
      "",
      "commands: { write: admin, roles: { list: maintain, show: read }, bots: [7], x: 1 }\n",
      { commands: { write: "admin", roles: { list: "maintain" }, bots: [] } },
    ],
    ["nothing that widens", "", "mode: commit\ncapture: { from: { people: anyone } }\nx: 1\n", {}],
  ])("says what holds while a file is invalid: %s", (_name, defaults, own, meanwhile) => {
    const parsed = both(defaults, own);
    expect(parsed.ok ? undefined : parsed.meanwhile).toEqual({ ...DEFAULT_CONFIG, mode: "preview", ...meanwhile });
  });

  it("gives the defaults for no file", () => {
    expect(parseConfigs([])).toEqual({ ok: true, config: DEFAULT_CONFIG });
  });
});
