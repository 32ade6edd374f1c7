/**
 * Says what the documents name and does not exist: files and headings that they link to, `npm run` scripts, and
 * variables of the environment that `docs/operating.md` leaves out; and pages that nobody finds who begins at the README.
 * Exits with 1 when there is any.
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

/** The files of this repository that a document links to, and the heading where one is named. */
function linksOf(file: string): { linked: string; anchor: string | undefined }[] {
  return [...withoutFences(read(file)).matchAll(LINK)].flatMap(({ groups }) => {
    const [target = "", anchor] = (groups?.["target"] ?? "").split("#");
    if (/^[a-z]+:/.test(target)) return [];
    return [{ linked: target === "" ? file : path.join(path.dirname(file), target), anchor }];
  });
}

function* deadLinks(file: string): Generator<string> {
  for (const { linked, anchor } of linksOf(file)) {
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

/** Pages under `docs/` to which no way of links leads from the README. */
function* lostPages(files: readonly string[]): Generator<string> {
  const found = new Set(["README.md"]);
  // A set that grows while it is walked is walked to its end.
  for (const page of found) {
    for (const { linked } of files.includes(page) ? linksOf(page) : []) found.add(linked);
  }
  for (const file of files) {
    if (file.startsWith("docs/") && !found.has(file)) yield `${file}: no links lead to it from README.md`;
  }
}

const files = ["", "docs", "docs/decisions", "fixtures"].flatMap((folder) =>
  readdirSync(path.join(ROOT, folder))
    .filter((name) => name.endsWith(".md"))
    .map((name) => path.join(folder, name)),
);
const problems = [
  ...files.flatMap((file) => [...deadLinks(file), ...deadScripts(file)]),
  ...lostPages(files),
  ...untoldVariables(),
];
for (const problem of problems) process.stderr.write(`${problem}\n`);
if (problems.length > 0) process.exitCode = 1;
