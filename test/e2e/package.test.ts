/** The package as people get it: packed, installed into an empty folder, and run from there. */
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { z } from "zod";
import { VERSION } from "../../src/version.ts";
import { ROOT } from "../helpers/server-process.ts";

const INSTALL_MS = 300_000;

let folder: string;
let packed: string[];

interface Run {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Runs a command to its end in the folder the package is installed in, or in another. */
function run(command: string, args: string[], { cwd = folder, env = {} } = {}): Promise<Run> {
  return new Promise((resolve) => {
    // npm hands its own settings down to what it runs; an npm of a person's has none of ours.
    const inherited = Object.entries(process.env).filter(([name]) => !/^(?:npm_|node_options$|init_cwd$)/i.test(name));
    const options = { cwd, env: { ...Object.fromEntries(inherited), ...env }, maxBuffer: 2 ** 24 };
    const child = execFile(command, args, options, (_, stdout, stderr) => {
      resolve({ code: child.exitCode, stdout, stderr });
    });
  });
}

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "review-miner-package-"));
  const pack = await run("npm", ["pack", "--json", "--silent", "--pack-destination", folder], { cwd: ROOT });
  if (pack.code !== 0) throw new Error(`npm pack failed:\n${pack.stdout}${pack.stderr}`);
  const [tarball] = z
    .tuple([z.object({ filename: z.string(), files: z.array(z.object({ path: z.string() })) })])
    .parse(JSON.parse(pack.stdout));
  packed = tarball.files.map((file) => file.path);

  writeFileSync(path.join(folder, "package.json"), JSON.stringify({ private: true }));
  const flags = ["--prefer-offline", "--no-audit", "--no-fund", "--loglevel=error"];
  const install = await run("npm", ["install", ...flags, path.join(folder, tarball.filename)]);
  if (install.code !== 0) throw new Error(`npm install failed:\n${install.stdout}${install.stderr}`);
}, INSTALL_MS);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the tarball", () => {
  it.each([
    "dist/bin/enhance.js",
    "dist/bin/review-miner.js",
    "app.yml",
    "schemas/status.schema.json",
    "LICENSE",
    "CHANGELOG.md",
  ])("holds %s", (file) => {
    expect(packed).toContain(file);
  });

  it("holds no source, test, or fixture", () => {
    expect(packed.filter((file) => /^(?:src|test|fixtures|scripts|bench)\/|(?<!\.d)\.ts$/.test(file))).toEqual([]);
  });
});

describe("enhance, installed", () => {
  it("shows its help and its version", async () => {
    expect(await run("npx", ["enhance", "--help"])).toMatchObject({ code: 0, stdout: expect.stringContaining("mine") });
    expect(await run("npx", ["enhance", "--version"])).toMatchObject({ code: 0, stdout: `${VERSION}\n` });
  });

  it("mines a file of JSON from GitHub's API", async () => {
    const comment = {
      id: 1,
      path: "src/a.ts",
      line: 2,
      body: "suggestion (non-blocking): cache the parsed config in a follow-up",
      user: { login: "octocat", type: "User" },
      html_url: "https://github.com/octo/api/pull/7#discussion_r1",
      created_at: "2026-11-25T10:00:00Z",
    };
    writeFileSync(path.join(folder, "review.json"), JSON.stringify([comment]));
    const { code, stdout, stderr } = await run("npx", ["enhance", "mine", "review.json", "--json"]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toContain("Cache the parsed config");
  });

  it("says what is wrong with a usage", async () => {
    expect(await run("npx", ["enhance", "mien", "review.json"])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("unknown command"),
    });
  });
});

describe("review-miner, installed", () => {
  it("says everything that is wrong with its environment, and ends", async () => {
    const env = { APP_ID: "one", PRIVATE_KEY: "", PRIVATE_KEY_PATH: "", WEBHOOK_SECRET: "short", PORT: "99999" };
    const { code, stderr } = await run("npx", ["review-miner"], { env });
    expect(code).toBe(2);
    for (const name of ["APP_ID", "PRIVATE_KEY", "WEBHOOK_SECRET", "PORT"]) expect(stderr).toContain(name);
  });

  it("finds its manifest beside it", () => {
    const manifest = readFileSync(path.join(folder, "node_modules", "review-miner", "app.yml"), "utf8");
    expect(manifest).toBe(readFileSync(path.join(ROOT, "app.yml"), "utf8"));
  });
});
