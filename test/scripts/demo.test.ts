/** The demo is the first thing that people run: it must end by itself and say one thing to a machine. */
import { describe, expect, it } from "@jest/globals";
import { execFile, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { z } from "zod";
import { parseEnhancementMd } from "../../src/core/documents/enhancement-md.ts";
import { parseStatusJson } from "../../src/core/documents/status-json.ts";
import { childEnvironment } from "../helpers/child-environment.ts";
import { ROOT } from "../helpers/server-process.ts";

const Printed = z.strictObject({
  followUp: z.strictObject({ number: z.int(), branch: z.string(), title: z.string(), body: z.string() }),
  files: z.record(z.string(), z.string()),
});

describe("npm run demo", () => {
  it.each([
    ["--help", 0, "--json"],
    ["--bogus", 2, "unknown option '--bogus'"],
  ])("given %s starts nothing and exits with %i", (option, code, said) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ["scripts/demo.ts", option], {
      ...{ cwd: ROOT, encoding: "utf8", env: childEnvironment() },
    });
    expect(stdout + stderr).toContain(said);
    expect(stdout).not.toContain("GitHub on loopback ");
    expect(status).toBe(code);
  });
});

describe("npm run demo -- --json", () => {
  it("prints the follow-up and its files as one object, and leaves them in demo-output", async () => {
    const run = promisify(execFile)("npm", ["run", "-s", "demo", "--", "--json"], { cwd: ROOT });
    const { stdout, stderr } = await run;
    expect(stderr).toBe("");
    expect(stdout.trimEnd().split("\n")).toHaveLength(1);
    const { followUp, files } = Printed.parse(JSON.parse(stdout));
    expect(followUp).toMatchObject({ number: 2, branch: "enhance/pr-1" });
    expect(followUp.title).toMatch(/^Capture \d suggestions from #1$/);
    expect(followUp.body).toContain("Use a connection pool");

    const paths = Object.keys(files);
    expect(paths.length).toBeGreaterThanOrEqual(6);
    for (const [name, text] of Object.entries(files)) {
      const parse = name.endsWith(".md") ? parseEnhancementMd : parseStatusJson;
      expect([name, parse(text, name).ok]).toEqual([name, true]);
      expect(readFileSync(path.join(ROOT, "demo-output", name), "utf8")).toBe(text);
    }
  }, 240_000);
});
