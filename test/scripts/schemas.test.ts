import { describe, expect, it } from "@jest/globals";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parse as parseYaml } from "yaml";
import { parseConfig } from "../../src/core/parse-config.ts";
import { parseStatusJson } from "../../src/core/documents/status-json.ts";

const ROOT = path.join(import.meta.dirname, "../..");
const read = (file: string): string => readFileSync(path.join(ROOT, file), "utf8");

function compile(file: string): ValidateFunction {
  const ajv = new Ajv2020({ allErrors: true });
  formats.default(ajv);
  return ajv.compile(JSON.parse(read(file)) as object);
}

describe("the published schemas", () => {
  const script = (...args: string[]) =>
    spawnSync(process.execPath, [path.join(ROOT, "scripts/write-schemas.ts"), ...args], { encoding: "utf8" });

  it("are those of the code", () => {
    expect(script("--check")).toMatchObject({ status: 0, stderr: "" });
  });

  it("are found out when they drift, and written again", () => {
    const folder = mkdtempSync(path.join(tmpdir(), "schemas-"));
    try {
      cpSync(path.join(ROOT, "schemas"), folder, { recursive: true });
      const file = path.join(folder, "status.schema.json");
      writeFileSync(file, read("schemas/status.schema.json").replace("deferred", "later"));
      expect(script("--check", folder)).toMatchObject({
        status: 1,
        stderr: 'schemas/status.schema.json has drifted from the code; run "npm run schemas"\n',
      });
      expect(script(folder).status).toBe(0);
      expect(readFileSync(file, "utf8")).toBe(read("schemas/status.schema.json"));
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe("the schema of status.json", () => {
  const validate = compile("schemas/status.schema.json");
  const files = ["fixtures/documents/status/pool-connections.json", "fixtures/documents/new/full/status.json"];

  it.each(files)("accepts %s, as the program does", (file) => {
    validate(JSON.parse(read(file)));
    expect(validate.errors).toBeNull();
    expect(parseStatusJson(read(file), file).ok).toBe(true);
  });

  it.each<[name: string, change: Record<string, unknown>]>([
    ["an unknown status", { status: "done" }],
    ["a day that is none", { created: "2026-02-30" }],
    ["an id too short", { id: "7" }],
    ["no key", { key: undefined }],
    ["a number for a title", { title: 7 }],
    ["a sighting without a day", { sightings: [{ url: "x", author: "y" }] }],
  ])("refuses %s, as the program does", (_name, change) => {
    const text = JSON.stringify({ ...(JSON.parse(read(files[0] ?? "")) as object), ...change });
    expect(validate(JSON.parse(text))).toBe(false);
    expect(parseStatusJson(text, "status.json").ok).toBe(false);
  });

  it("lets unknown keys be", () => {
    expect(validate({ ...(JSON.parse(read(files[0] ?? "")) as object), estimate: 3 })).toBe(true);
  });
});

describe("the schema of the config", () => {
  const validate = compile("schemas/config.schema.json");

  it.each([
    ["{}", true],
    ["mode: commit\ncapture:\n  on: merge\n  from:\n    tools: [coderabbit]\n", true],
    ["mode: rewrite\n", false],
    ["enable: false\n", false],
    ["directory: ../x\n", false],
    ["capture:\n  max_per_pull_request: 0\n", false],
  ])("says of %j what the program says: %s", (text, isValid) => {
    expect(validate(parseYaml(text))).toBe(isValid);
    expect(parseConfig(text).ok).toBe(isValid);
  });

  it("stands beside every other schema", () => {
    expect(readdirSync(path.join(ROOT, "schemas")).sort()).toEqual(["config.schema.json", "status.schema.json"]);
  });
});
