/**
 * Writes the JSON Schemas that are published under `schemas/`, from the zod schemas that the program itself uses.
 * With `--check` nothing is written: it says which files have drifted and exits with 1. Another folder may be named.
 */
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { Config } from "../src/core/config.ts";
import { StatusFile } from "../src/core/documents/status-json.ts";

const SCHEMAS = [
  { file: "status.schema.json", title: "Review Miner: status.json of an enhancement", schema: StatusFile },
  { file: "config.schema.json", title: "Review Miner: .github/enhance.yml", schema: Config },
];

function render(title: string, schema: z.ZodType): string {
  // What a person may write, so that fields with a default are not asked for.
  const { $schema, ...rest } = z.toJSONSchema(schema, { io: "input" });
  return `${JSON.stringify({ $schema, title, ...rest }, null, 2)}\n`;
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}

const folder = process.argv.slice(2).find((word) => word !== "--check") ?? path.join(import.meta.dirname, "../schemas");
const isCheck = process.argv.includes("--check");
for (const { file, title, schema } of SCHEMAS) {
  const target = path.join(folder, file);
  const text = render(title, schema);
  if (read(target) === text) continue;
  if (isCheck) {
    process.stderr.write(`schemas/${file} has drifted from the code; run "npm run schemas"\n`);
    process.exitCode = 1;
  } else writeFileSync(target, text);
}
