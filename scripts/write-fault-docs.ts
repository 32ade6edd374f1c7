/** Writes `docs/faults.md` from the names of the tests; with `--check`, fails when it is not what would be written. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { format, resolveConfig } from "prettier";

const root = path.join(import.meta.dirname, "..");
const folder = path.join(root, "test", "faults");
const file = path.join(root, "docs", "faults.md");
const ROWS = 50;

/** The name of a test, or of a group of them, begins with its row. */
const NAME = /(?<quote>["`])(?<name>F\d{1,2} (?:\\.|(?!\k<quote>).)+)\k<quote>/g;

interface Proof {
  row: number;
  name: string;
  file: string;
}

const proofs = readdirSync(folder)
  .filter((name) => name.endsWith(".test.ts"))
  .toSorted()
  .flatMap(readProofs);
const missing = Array.from({ length: ROWS }, (_, index) => index + 1).filter(
  (row) => !proofs.some((proof) => proof.row === row),
);
if (missing.length > 0) {
  process.stderr.write(`no test in test/faults is named after ${missing.map((row) => `F${row}`).join(", ")}\n`);
  process.exit(1);
}

const wanted = await format(render(), { ...(await resolveConfig(file)), parser: "markdown" });
if (!process.argv.includes("--check")) {
  writeFileSync(file, wanted);
} else if (readFileSync(file, "utf8") !== wanted) {
  process.stderr.write("docs/faults.md is not what the tests are called; run: npm run docs\n");
  process.exitCode = 1;
}

function readProofs(name: string): Proof[] {
  const text = readFileSync(path.join(folder, name), "utf8");
  return [...text.matchAll(NAME)].map(({ groups }) => {
    const [row = "", ...words] = (groups?.["name"] ?? "").split(" ");
    // What stands in for the rows of a table reads as an ellipsis.
    const told = words
      .join(" ")
      .replaceAll(/\$\{[^}]*\}|%[sijp]/g, "…")
      .replaceAll("\\", "");
    return { row: Number(row.slice(1)), name: told, file: name };
  });
}

function render(): string {
  const rows = proofs.toSorted((one, other) => one.row - other.row);
  const lines = rows.map(
    ({ row, name, file: source }) =>
      `| F${row} | ${name.replaceAll("|", "\\|")} | [${source}](../test/faults/${source}) |`,
  );
  return `# Faults, and the tests that inject them

Everything that can go wrong between GitHub and a follow-up, by number, and what is tested about it. Generated from the
names of the tests in \`test/faults\` by \`npm run docs\`; an ellipsis stands for a table of cases. Beyond these, 
\`schedules.test.ts\` draws faults, kills, losses and orders of events from a seed and compares the end with that of an
undisturbed run, \`crowds.test.ts\` does so with real processes, HTTP and stores, and \`kill.test.ts\` kills real processes.

| Fault | What is tested | Where |
| --- | --- | --- |
${lines.join("\n")}
`;
}
