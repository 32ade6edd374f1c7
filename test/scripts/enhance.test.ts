import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { childEnvironment } from "../helpers/child-environment.ts";
import { ROOT } from "../helpers/server-process.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "enhance-from-clone-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("npm run enhance", () => {
  it("reads files from where it was called, and ends as the command line does", () => {
    const comment = { id: 1, body: "Cache the token, in a follow-up.", user: { login: "octocat" } };
    writeFileSync(path.join(folder, "review.json"), JSON.stringify([comment]));
    const run = (...args: string[]) =>
      spawnSync("npm", ["--prefix", ROOT, "run", "-s", "enhance", "--", ...args], {
        ...{ cwd: folder, encoding: "utf8", env: childEnvironment() },
      });
    const mined = run("mine", "review.json", "--pull", "octo/api#7");
    expect(mined.stdout).toContain("would create 1 enhancement");
    expect(mined.status).toBe(0);
    expect(run("mine", "nothing.json").status).toBe(2);
  }, 60_000);
});
