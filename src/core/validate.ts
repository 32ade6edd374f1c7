/** Whether everything under the enhancements directory is sound and agrees; and what of it can be mended by itself. */
import { parseDirectoryName, takenNumber, toId } from "./allocate.ts";
import { compareStrings } from "./compare-strings.ts";
import {
  editHeader,
  HEADINGS,
  parseEnhancementMd,
  readHeader,
  TITLE_PREFIX,
  type HeaderChanges,
} from "./documents/enhancement-md.ts";
import { inlineText } from "./documents/markdown-text.ts";
import { sectionsOf } from "./documents/sections.ts";
import { parseStatusJson, type StatusFile } from "./documents/status-json.ts";
import { textFaults } from "./documents/text-faults.ts";
import { readHeaderEdits, type HeaderEdits } from "./header-edits.ts";
import { refuseMove } from "./lifecycle.ts";
import { oneLine } from "./documents/visible-text.ts";
import type { Problem } from "./problem.ts";

interface ValidateOptions {
  /** Whether status.json is to follow what people changed in the header, by the directory's name: a warning then. */
  headerLeads?: (name: string) => boolean;
}

/**
 * Check the files of an enhancements directory, given by their paths from it with `/` between the parts. Files and
 * directories that are not ours are let be. Problems come in the order of their paths; never throws.
 */
export function validateEnhancements(
  files: ReadonlyMap<string, string>,
  { headerLeads = () => false }: ValidateOptions = {},
): Problem[] {
  const directories = toDirectories(files);
  const problems = [
    ...directories.flatMap((directory) => directoryProblems(directory, headerLeads(directory.name))),
    ...duplicates(directories, ({ name }) => takenNumber(name), {
      place: ({ name }) => name,
      message: (number, other) => `the number ${toId(number)} is also that of ${other}`,
      remedy: "give the newer of the two the next free number",
    }),
    ...duplicates(directories, ({ status }) => status?.uid, {
      place: ({ name }) => `${name}/status.json`,
      message: (uid, other) => `the uid "${uid}" is also that of ${other}`,
      remedy: "remove the copy, or give it a uid of its own",
    }),
    ...duplicates(directories, ({ status }) => status?.key, {
      place: ({ name }) => `${name}/status.json`,
      message: (_key, other) => `the same suggestion is captured in ${other}`,
      remedy: "merge the two",
    }),
    ...caseClashes(files.keys()),
  ];
  return problems.sort((one, other) => compareStrings(one.path, other.path) || (one.line ?? 0) - (other.line ?? 0));
}

/**
 * The files whose header is not in line with its `status.json`, as they should be. Only header lines change. What
 * cannot be read without doubt is left alone.
 */
export function planFix(
  files: ReadonlyMap<string, string>,
  { headerLeads = () => false }: ValidateOptions = {},
): { path: string; content: string }[] {
  return toDirectories(files).flatMap(({ name, status, text }) => {
    if (!status || text === undefined || parseDirectoryName(name)?.id !== status.id) return [];
    const path = `${name}/enhancement.md`;
    const header = readHeader(text, path);
    if (!header.ok || header.block.end === undefined || !header.block.heading?.text.startsWith(TITLE_PREFIX)) return [];
    if (textFaults(text, path).some(({ severity }) => severity === "error")) return [];
    const leading = headerLeads(name) ? leadingEdits(text, status) : {};
    const content = editHeader(text, withoutLeading(expectedHeader(status), leading));
    return content === text ? [] : [{ path, content }];
  });
}

interface Directory {
  name: string;
  /** Text of its `enhancement.md`. */
  text: string | undefined;
  statusText: string | undefined;
  /** Undefined when it is missing or broken. */
  status: StatusFile | undefined;
}

/** Directories that hold a number or one of our files. */
function toDirectories(files: ReadonlyMap<string, string>): Directory[] {
  const names = new Set([...files.keys()].filter((path) => path.includes("/")).map((path) => path.split("/")[0] ?? ""));
  return [...names].sort(compareStrings).flatMap((name) => {
    const text = files.get(`${name}/enhancement.md`);
    const statusText = files.get(`${name}/status.json`);
    if (takenNumber(name) === undefined && text === undefined && statusText === undefined) return [];
    const parsed = statusText === undefined ? undefined : parseStatusJson(statusText, `${name}/status.json`);
    return [{ name, text, statusText, status: parsed?.ok ? parsed.value : undefined }];
  });
}

function directoryProblems({ name, text, statusText, status }: Directory, headerLeads: boolean): Problem[] {
  const problems: Problem[] = [];
  const report = (path: string, severity: Problem["severity"], message: string, remedy: string) =>
    problems.push({ path, severity, message, remedy });
  const named = parseDirectoryName(name);
  if (!named)
    report(
      name,
      "error",
      "the name is not that of an enhancement",
      'rename it to a number and a slug, like "007-pool-connections"',
    );
  if (text === undefined)
    report(name, "error", "there is no enhancement.md", "restore it from git, or remove the directory");
  else problems.push(...enhancementProblems(text, `${name}/enhancement.md`, { status, headerLeads }));

  const path = `${name}/status.json`;
  if (statusText === undefined) {
    report(
      name,
      "warning",
      "there is no status.json",
      "restore it from git; without it the enhancement has no history",
    );
    return problems;
  }
  problems.push(...textFaults(statusText, path));
  const parsed = parseStatusJson(statusText, path);
  if (!parsed.ok) return [...problems, ...parsed.problems];
  if (!named) return problems;
  const { id, slug } = parsed.value;
  if (id !== named.id)
    report(path, "error", `the id is ${id}, the directory says ${named.id}`, "make the two the same");
  if (slug !== named.slug)
    report(path, "error", `the slug is "${slug}", the directory says "${named.slug}"`, "make the two the same");
  return problems;
}

function enhancementProblems(
  text: string,
  path: string,
  { status, headerLeads }: { status: StatusFile | undefined; headerLeads: boolean },
): Problem[] {
  const problems = textFaults(text, path);
  const header = readHeader(text, path);
  const parsed = parseEnhancementMd(text, path);
  if (!parsed.ok) problems.push(...parsed.problems);
  if (!header.ok) return problems;

  const present = new Set(sectionsOf(header.body.replaceAll("\r\n", "\n")).map(({ heading }) => heading));
  for (const heading of HEADINGS.filter((each) => !present.has(each))) {
    problems.push({
      path,
      severity: "warning",
      message: `there is no section "## ${heading}"`,
      remedy: "add it; it may be empty",
    });
  }
  if (!status) return problems;
  const expected = expectedHeader(status);
  const leading = headerLeads ? leadingEdits(text, status) : {};
  const followed = withoutLeading(expected, leading);
  const differ = (field: keyof HeaderChanges, line: number, name: string, found: string, wanted: string) =>
    problems.push({
      path,
      line: header.line + line + 1,
      severity: field in followed ? "error" : "warning",
      message: `${name} is "${oneLine(found)}", status.json says "${wanted}"`,
      remedy:
        field in followed
          ? 'run "enhance check --fix" to take over what status.json says'
          : `leave it, and status.json follows the header once it is merged; or write "${wanted}" again`,
    });
  const refusal = headerLeads ? refusedMove(text, status) : undefined;
  const statusLine = header.block.fields.find(({ name }) => name === "Status")?.line;
  if (refusal !== undefined && statusLine !== undefined) {
    problems.push({
      path,
      line: header.line + statusLine + 1,
      severity: "error",
      message: refusal,
      remedy: "set the status to one that can follow",
    });
  }
  for (const [name, field] of FIELDS) {
    const found = header.block.fields.find((each) => each.name === name);
    const wanted = expected[field];
    if (found && found.value !== wanted) differ(field, found.line, `**${name}**`, found.value, wanted);
  }
  const { heading } = header.block;
  if (heading?.text.startsWith(TITLE_PREFIX) && heading.text !== `${TITLE_PREFIX}${inlineText(status.title)}`) {
    differ("title", heading.line, "the title", heading.text.slice(TITLE_PREFIX.length), oneLine(status.title));
  }
  return problems;
}

const FIELDS = [
  ["ID", "id"],
  ["Status", "status"],
  ["Priority", "priority"],
  ["Created", "created"],
  ["Last Updated", "updated"],
] as const satisfies readonly (readonly [name: string, field: keyof HeaderChanges])[];

function expectedHeader({ title, id, status, priority, created, updated }: StatusFile): Required<HeaderChanges> {
  return { title, id, status, priority, created, updated };
}

/** What the header changes and status.json is to follow. */
function leadingEdits(text: string, status: StatusFile): HeaderEdits {
  const { status: moved, ...edits } = readHeaderEdits(text, status);
  return moved && refuseMove(status.status, moved) === undefined ? { ...edits, status: moved } : edits;
}

/** What status.json still decides; with an edit that it follows, the day of the last change is open too. */
function withoutLeading(expected: HeaderChanges, leading: HeaderEdits): HeaderChanges {
  const names = Object.keys(leading);
  const open = new Set<string>(names.length > 0 ? [...names, "updated"] : []);
  return Object.fromEntries(Object.entries(expected).filter(([name]) => !open.has(name)));
}

function refusedMove(text: string, status: StatusFile): string | undefined {
  const { status: moved } = readHeaderEdits(text, status);
  return moved && refuseMove(status.status, moved);
}

/** Every directory but the first that shares a value. */
function duplicates<T extends string | number>(
  directories: readonly Directory[],
  valueOf: (directory: Directory) => T | undefined,
  words: { place: (directory: Directory) => string; message: (value: T, other: string) => string; remedy: string },
): Problem[] {
  const first = new Map<T, string>();
  return directories.flatMap((directory): Problem[] => {
    const value = valueOf(directory);
    if (value === undefined) return [];
    const other = first.get(value);
    first.set(value, other ?? directory.name);
    if (other === undefined) return [];
    const message = words.message(value, other);
    return [{ path: words.place(directory), severity: "error", message, remedy: words.remedy }];
  });
}

/** Paths that are one and the same on file systems that fold case or compose letters. */
function caseClashes(paths: Iterable<string>): Problem[] {
  const first = new Map<string, string>();
  const problems: Problem[] = [];
  for (const path of paths) {
    const parts = path.split("/");
    for (const [index, part] of parts.entries()) {
      const spelled = [...parts.slice(0, index), part].join("/");
      const folded = spelled.normalize("NFC").toLowerCase();
      const other = first.get(folded) ?? spelled;
      first.set(folded, other);
      if (other === spelled || problems.some((problem) => problem.path === spelled)) continue;
      const message = `the name differs from ${other} in case alone`;
      problems.push({ path: spelled, severity: "error", message, remedy: "rename one of the two" });
    }
  }
  return problems;
}
