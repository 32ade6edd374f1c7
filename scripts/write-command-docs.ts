/** Writes `docs/commands.md` from the grammar; with `--check`, fails when it is not what would be written. */
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { format, resolveConfig } from "prettier";
import { renderCommandDocs } from "../src/core/command-help.ts";

const file = path.join(import.meta.dirname, "..", "docs", "commands.md");
const wanted = await format(renderCommandDocs(), { ...(await resolveConfig(file)), parser: "markdown" });

if (!process.argv.includes("--check")) {
  writeFileSync(file, wanted);
} else if (readFileSync(file, "utf8") !== wanted) {
  process.stderr.write("docs/commands.md is not what the grammar says; run: npm run docs\n");
  process.exitCode = 1;
}
