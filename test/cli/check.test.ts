import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { enhance as runEnhance } from "../helpers/enhance.ts";

const ROOT = path.join(import.meta.dirname, "../..");
const NAME = "enhancements/007-pool-database-connections";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "enhance-check-"));
  mkdirSync(path.join(folder, "enhancements"));
  cpSync(path.join(ROOT, "fixtures/documents/new/full"), path.join(folder, NAME), { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

const enhance = (...args: string[]) => runEnhance(folder, args);

function edit(file: string, change: (text: string) => string): void {
  const target = path.join(folder, file);
  writeFileSync(target, change(readFileSync(target, "utf8")));
}

describe("enhance check", () => {
  it("finds nothing wrong with what we wrote", () => {
    expect(enhance("check")).toEqual({ code: 0, out: "no problems in 1 enhancement\n", err: "" });
  });

  it("says when it was pointed at a directory that holds none", () => {
    mkdirSync(path.join(folder, "lib"));
    writeFileSync(path.join(folder, "lib", "main.ts"), "export {};\n");
    expect(enhance("check", "lib")).toEqual({
      code: 0,
      out: 'no enhancements here: theirs are directories like "012-retry-uploads"\n',
      err: "",
    });
  });

  it("asks for the directory above when it was pointed at one enhancement", () => {
    expect(enhance("check", NAME)).toEqual({
      code: 2,
      out: "",
      err: `enhance: "${NAME}" is one enhancement; name the directory that holds it and the others\n`,
    });
  });

  it("names the file, the line and the remedy, and exits with 1", () => {
    edit(`${NAME}/status.json`, (text) => text.replace('"status": "not-started"', '"status": "ready"'));
    const { code, out } = enhance("check");
    expect(code).toBe(1);
    expect(out).toBe(
      `${NAME}/enhancement.md:4: error: **Status** is "not-started", status.json says "ready"; ` +
        'run "enhance check --fix" to take over what status.json says\n1 error\n',
    );
  });

  it("remarks on a header that a person edited, and leaves it to them", () => {
    edit(`${NAME}/enhancement.md`, (text) => text.replace("**Priority**: high", "**Priority**: low"));
    const edited = readFileSync(path.join(folder, NAME, "enhancement.md"), "utf8");
    expect(enhance("check", "--fix")).toEqual({
      ...{ code: 0, err: "" },
      out:
        `${NAME}/enhancement.md:5: warning: **Priority** is "low", status.json says "high"; leave it, and status.json ` +
        'follows the header once it is merged; or write "high" again\n1 warning, no errors\n',
    });
    expect(readFileSync(path.join(folder, NAME, "enhancement.md"), "utf8")).toBe(edited);
  });

  it("has nothing to say against a repository where nothing is captured yet", () => {
    rmSync(path.join(folder, "enhancements"), { recursive: true });
    expect(enhance("check")).toEqual({ code: 0, out: "no enhancements yet: there is no enhancements/\n", err: "" });
    expect(JSON.parse(enhance("check", "--json").out)).toEqual({ fixed: [], enhancements: 0, problems: [] });
  });

  it("exits with 0 on warnings alone", () => {
    edit(`${NAME}/enhancement.md`, (text) => `\uFEFF${text}`);
    expect(enhance("check")).toMatchObject({
      code: 0,
      out: expect.stringMatching(/\n1 warning, no errors\n$/),
    });
  });

  it("mends the header, says so, and leaves every other byte", () => {
    const before = readFileSync(path.join(folder, NAME, "enhancement.md"), "utf8");
    edit(`${NAME}/enhancement.md`, (text) => `${text.replace("**ID**: 007", "**ID**: 008")}\nMine.  \r\n`);
    const { code, out } = enhance("check", "--fix");
    expect(out).toContain(`fixed ${NAME}/enhancement.md\n`);
    expect(code).toBe(0);
    expect(readFileSync(path.join(folder, NAME, "enhancement.md"), "utf8")).toBe(`${before}\nMine.  \r\n`);
  });

  it("prints one JSON object", () => {
    edit(`${NAME}/status.json`, (text) => text.slice(0, 100));
    const { code, out } = enhance("check", "--json");
    expect(code).toBe(1);
    expect(JSON.parse(out)).toEqual({
      fixed: [],
      enhancements: 1,
      problems: [expect.objectContaining({ path: `${NAME}/status.json`, severity: "error" })],
    });
  });

  it("never rewrites what it cannot read", () => {
    const broken = Buffer.concat([readFileSync(path.join(folder, NAME, "enhancement.md")), Buffer.from([0xff, 0xfe])]);
    writeFileSync(path.join(folder, NAME, "enhancement.md"), broken);
    edit(`${NAME}/status.json`, (text) => text.replaceAll("not-started", "ready"));
    expect(enhance("check", "--fix")).toMatchObject({
      code: 1,
      out: expect.stringContaining("not valid UTF-8"),
    });
    expect(readFileSync(path.join(folder, NAME, "enhancement.md"))).toEqual(broken);
  });

  it("follows no link", () => {
    symlinkSync(path.join(folder, NAME), path.join(folder, "enhancements/008-linked"));
    const { code, out } = enhance("check");
    expect(code).toBe(1);
    expect(out).toContain("enhancements/008-linked: error: this is a link");
  });

  it.each([
    ["the enhancements directory", "enhancements", []],
    ["a folder above the one that is named", "docs", ["docs/later"]],
  ])("mends nothing where %s is a link out of the working copy", (_name, link, named) => {
    const outside = mkdtempSync(path.join(tmpdir(), "enhance-outside-"));
    const elsewhere = path.join(outside, ...named.map(() => "later"));
    cpSync(path.join(folder, "enhancements"), elsewhere, { recursive: true });
    rmSync(path.join(folder, "enhancements"), { recursive: true });
    const file = path.join(elsewhere, path.basename(NAME), "enhancement.md");
    const text = readFileSync(file, "utf8").replace("**ID**: 007", "**ID**: 008");
    writeFileSync(file, text);
    symlinkSync(outside, path.join(folder, link));
    expect(enhance("check", ...named).code).toBe(1);
    expect(enhance("check", "--fix", ...named)).toEqual({
      ...{ code: 2, out: "" },
      err: `enhance: "${named[0] ?? link}" leads out of the working copy; remove the link\n`,
    });
    expect(readFileSync(file, "utf8")).toBe(text);
    rmSync(outside, { recursive: true });
  });

  it("looks where it is told, or where the config says", () => {
    cpSync(path.join(folder, "enhancements"), path.join(folder, "docs/later"), { recursive: true });
    edit("docs/later/007-pool-database-connections/status.json", () => "");
    expect(enhance("check", "docs/later")).toMatchObject({
      code: 1,
      out: expect.stringContaining("docs/later/007-"),
    });
    mkdirSync(path.join(folder, ".github"));
    writeFileSync(path.join(folder, ".github/enhance.yml"), "directory: docs/later\n");
    expect(enhance("check").code).toBe(1);
    expect(enhance("check", "enhancements").code).toBe(0);
  });

  it("counts errors and warnings apart", () => {
    edit(`${NAME}/enhancement.md`, (text) => `\uFEFF${text}`);
    for (const name of ["008-cache-parsed-config", "009-cache-parsed-config"])
      mkdirSync(path.join(folder, "enhancements", name));
    for (const name of ["008-cache-parsed-config", "009-cache-parsed-config"])
      writeFileSync(path.join(folder, "enhancements", name, "status.json"), "{");
    expect(enhance("check")).toMatchObject({ code: 1, out: expect.stringMatching(/\n4 errors, 1 warning\n$/) });
  });

  it.each([
    ["a directory that is not there", ["check", "nowhere"], /no directory "nowhere"/],
    ["an unknown option", ["check", "--mend"], /unknown option '--mend'/],
  ])("exits with 2 on %s", (_name, args, message) => {
    const { code, out, err } = enhance(...args);
    expect(code).toBe(2);
    expect(err).toMatch(message);
    expect(out).toBe("");
  });
});

describe("enhance check, of an invalid config", () => {
  const MISTAKE = {
    ...{ path: ".github/enhance.yml", line: 2, severity: "error", message: 'mode: "sometimes" is not known here' },
    remedy: 'write one of "pull-request", "rolling", "commit", "preview"',
  };
  const TOLD = `${MISTAKE.path}:2: error: ${MISTAKE.message}; ${MISTAKE.remedy}\n`;
  beforeEach(() => {
    mkdirSync(path.join(folder, ".github"));
    writeFileSync(path.join(folder, ".github/enhance.yml"), "directory: enhancements\nmode: sometimes\n");
    edit(`${NAME}/status.json`, () => "");
  });

  it("tells its mistakes as problems, and that it does not know where the enhancements are", () => {
    expect(enhance("check")).toEqual({
      ...{ code: 1, err: "" },
      out: `${TOLD}1 error\nthe enhancements were not looked at: mend the config, or name their directory\n`,
    });
    const { code, out } = enhance("check", "--json");
    expect([code, JSON.parse(out)]).toEqual([1, { fixed: [], enhancements: null, problems: [MISTAKE] }]);
  });

  it("tells them beside those of a directory that is named", () => {
    const { code, out } = enhance("check", "enhancements", "--json");
    const paths = (JSON.parse(out) as { problems: { path: string }[] }).problems.map((problem) => problem.path);
    expect([code, paths]).toEqual([1, [MISTAKE.path, `${NAME}/status.json`]]);
  });

  it("has nothing to say of a valid one", () => {
    writeFileSync(path.join(folder, ".github/enhance.yml"), "mode: rolling\n");
    expect(enhance("check", "--json")).toMatchObject({ code: 1, out: expect.not.stringContaining("enhance.yml") });
  });
});
