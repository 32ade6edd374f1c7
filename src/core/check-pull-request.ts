/** What is wrong with the enhancements that a pull request touches, and which headers can be mended by themselves. */
import { takenNumber, toId } from "./allocate.ts";
import { CONFIG_PATH } from "./config.ts";
import { parseConfig } from "./parse-config.ts";
import { lineOfKey } from "./documents/json-text.ts";
import { parseStatusJson, type StatusFile } from "./documents/status-json.ts";
import { ENHANCEMENT_MD, STATUS_JSON } from "./item.ts";
import { refuseMove } from "./lifecycle.ts";
import type { Problem } from "./problem.ts";
import type { Contents, FileChange } from "./snapshot.ts";
import { planFix, validateEnhancements } from "./validate.ts";

export interface CheckFacts {
  /** Where the enhancements live. */
  directory: string;
  /** Directories that the pull request touches, as they stand on its base and on its head, by their names. */
  base: Contents;
  head: Contents;
  /** Directories that stand elsewhere. */
  others: readonly { name: string; where: "base" | "follow-up" }[];
  /** Text of the config on the head, where the pull request touches it and it is there. */
  config?: string | undefined;
}

/** Names of the directories below `directory` that changed paths lie in, sorted. */
export function touchedDirectories(paths: readonly string[], directory: string): string[] {
  const names = paths.flatMap((path) => {
    const [name = "", ...rest] = path.startsWith(`${directory}/`) ? path.slice(directory.length + 1).split("/") : [];
    return name !== "" && rest.length > 0 ? [name] : [];
  });
  return [...new Set(names)].sort();
}

/** Problems with paths from the root of the repository, errors first. Never throws. */
export function checkEnhancements(facts: CheckFacts): Problem[] {
  const { directory, base, head, config } = facts;
  const inPlace = (problem: Problem): Problem => ({ ...problem, path: `${directory}/${problem.path}` });
  const parsed = config === undefined ? undefined : parseConfig(config);
  const problems = [
    ...(parsed && !parsed.ok ? parsed.problems : []),
    ...[
      ...validateEnhancements(toFiles(head), { headerLeads: (name) => headerLeads(facts, name) }),
      ...[...head].flatMap(([name, files]) => moveProblems(name, base.get(name), files)),
      ...numberProblems(facts),
    ].map(inPlace),
  ];
  return problems.toSorted((one, other) => Number(one.severity === "warning") - Number(other.severity === "warning"));
}

/** What mends the headers, as changes of files. */
export function planHeaderFix(facts: Pick<CheckFacts, "directory" | "base" | "head">): FileChange[] {
  const fixed = planFix(toFiles(facts.head), { headerLeads: (name) => headerLeads(facts, name) });
  return fixed.map(({ path, content }) => ({ path: `${facts.directory}/${path}`, content }));
}

/** Where a pull request leaves status.json alone, a changed header is its author's word. */
function headerLeads({ base, head }: Pick<CheckFacts, "base" | "head">, name: string): boolean {
  const before = base.get(name);
  const after = head.get(name);
  const status = before?.get(STATUS_JSON);
  return (
    status !== undefined &&
    status === after?.get(STATUS_JSON) &&
    before?.get(ENHANCEMENT_MD) !== after.get(ENHANCEMENT_MD)
  );
}

function toFiles(contents: Contents): Map<string, string> {
  return new Map(
    [...contents].flatMap(([name, files]) => [...files].map(([file, text]) => [`${name}/${file}`, text] as const)),
  );
}

function moveProblems(
  name: string,
  before: ReadonlyMap<string, string> | undefined,
  after: ReadonlyMap<string, string>,
): Problem[] {
  const text = after.get(STATUS_JSON);
  const [from, to] = [readStatus(before?.get(STATUS_JSON)), readStatus(text)];
  const refusal = from && to && refuseMove(from.status, to.status);
  if (refusal === undefined || text === undefined) return [];
  const line = lineOfKey(text, "status");
  return [
    {
      path: `${name}/${STATUS_JSON}`,
      ...(line !== undefined && { line }),
      severity: "error",
      message: refusal,
      remedy: "take the steps in between, each in its own change, or leave the status as it is",
    },
  ];
}

/** Numbers that directories of the pull request share with directories elsewhere. */
function numberProblems({ base, head, others }: CheckFacts): Problem[] {
  return [...head.keys()].flatMap((name): Problem[] => {
    const number = takenNumber(name);
    if (number === undefined || base.has(name)) return [];
    const same = others.filter((other) => other.name !== name && takenNumber(other.name) === number);
    const merged = same.find(({ where }) => where === "base");
    if (merged) {
      const message = `the number ${toId(number)} is also that of ${merged.name} on the base branch`;
      return [{ path: name, severity: "error", message, remedy: "give it the next free number" }];
    }
    const [waiting] = same;
    if (!waiting) return [];
    const message = `the number ${toId(number)} is also that of ${waiting.name} in an open follow-up`;
    const remedy = "nothing needs to be done: whichever merges last is given another number by us";
    return [{ path: name, severity: "warning", message, remedy }];
  });
}

function readStatus(text: string | undefined): StatusFile | undefined {
  const parsed = text === undefined ? undefined : parseStatusJson(text, STATUS_JSON);
  return parsed?.ok ? parsed.value : undefined;
}

/** Whether a pull request concerns the check by what it changes. */
export function isTouched(paths: readonly string[], directory: string): boolean {
  return paths.some((path) => path === CONFIG_PATH || path.startsWith(`${directory}/`));
}
