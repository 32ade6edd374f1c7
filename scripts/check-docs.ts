/**
 * Says what the documents name and does not exist: files and headings that they link to, `npm run` scripts, and
 * variables of the environment that `docs/operating.md` leaves out. Exits with 1 when there is any.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";

const ROOT = path.join(import.meta.dirname, "..");
const LINK = /\]\((?<target>[^()\s]+)\)/g;
const SCRIPT = /npm run (?:-s |--silent )?(?<name>[a-z][\w:-]*)/g;
const VARIABLE = /^ {2}(?<name>[A-Z][A-Z_]+): /gm;

const read = (file: string): string => readFileSync(path.join(ROOT, file), "utf8");

function withoutFences(markdown: string): string {
  return markdown.replaceAll(/^(?<fence>`{3,}).*?^\k<fence>$/gms, "");
}

/** As GitHub makes them: lower case, punctuation dropped, spaces to hyphens. */
function anchorsOf(markdown: string): Set<string> {
  const headings = [...withoutFences(markdown).matchAll(/^#{1,6} (?<text>.+)$/gm)];
  return new Set(headings.map(({ groups }) => toAnchor(groups?.["text"] ?? "")));
}

function toAnchor(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, "")
    .replaceAll(" ", "-");
}

function* deadLinks(file: string): Generator<string> {
  for (const { groups } of withoutFences(read(file)).matchAll(LINK)) {
    const [target = "", anchor] = (groups?.["target"] ?? "").split("#");
    if (/^[a-z]+:/.test(target)) continue;
    const linked = target === "" ? file : path.join(path.dirname(file), target);
    if (!existsSync(path.join(ROOT, linked))) yield `${file}: there is no ${linked}`;
    else if (anchor !== undefined && !anchorsOf(read(linked)).has(anchor)) {
      yield `${file}: ${linked} has no heading for #${anchor}`;
    }
  }
}

const { scripts } = z.object({ scripts: z.record(z.string(), z.string()) }).parse(JSON.parse(read("package.json")));

function* deadScripts(file: string): Generator<string> {
  for (const { groups } of read(file).matchAll(SCRIPT)) {
    const name = groups?.["name"] ?? "";
    if (!Object.hasOwn(scripts, name)) yield `${file}: package.json has no script "${name}"`;
  }
}

function* untoldVariables(): Generator<string> {
  const told = read("docs/operating.md");
  for (const { groups } of read("src/env.ts").matchAll(VARIABLE)) {
    const name = groups?.["name"] ?? "";
    if (!told.includes(`\`${name}\``)) yield `docs/operating.md: ${name} is missing`;
  }
}

const files = ["", "docs", "docs/decisions", "fixtures"].flatMap((folder) =>
  readdirSync(path.join(ROOT, folder))
    .filter((name) => name.endsWith(".md"))
    .map((name) => path.join(folder, name)),
);
const problems = [...files.flatMap((file) => [...deadLinks(file), ...deadScripts(file)]), ...untoldVariables()];
for (const problem of problems) process.stderr.write(`${problem}\n`);
if (problems.length > 0) process.exitCode = 1;
