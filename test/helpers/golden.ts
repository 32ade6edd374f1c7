/** Files with the expected bytes: `UPDATE=1` writes them, never in CI, and they are read in review like code. */
import { expect } from "@jest/globals";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { ROOT } from "./server-process.ts";

const isUpdate = process.env["UPDATE"] === "1" && process.env["CI"] === undefined;

/** Expects `actual` to be the golden at `fixtures/<name>`. */
export function expectGolden(name: string, actual: string): void {
  const file = path.join(ROOT, "fixtures", name);
  if (isUpdate) {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, actual);
  }
  expect(existsSync(file)).toBe(true);
  expect(actual).toBe(readFileSync(file, "utf8"));
}
