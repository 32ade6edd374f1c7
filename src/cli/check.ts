/** `enhance check`: is the config valid, is every file under `enhancements/` sound, and do they agree? */
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { parseDirectoryName } from "../core/allocate.ts";
import { countOf } from "../core/count-of.ts";
import { UserError } from "../core/errors.ts";
import { headersAhead } from "../core/header-ahead.ts";
import type { Problem } from "../core/problem.ts";
import { planFix, validateEnhancements } from "../core/validate.ts";
import { printable, printProblem, type Output } from "./print.ts";
import { isDirectory, parseConfigOf, readTree, refuseLinkOut, type Tree } from "./working-copy.ts";

export interface CheckOptions {
  json: boolean;
  fix: boolean;
  root: string;
}

/**
 * Checks the config, and the directory that is named or else that the config names. Gives the exit code: 1 with an error, 0
 * with warnings alone, with nothing to say, or where nothing is captured yet. Throws `UserError` when the directory that was
 * named is not there, or is one enhancement, and when a link leads what is to be mended out of the working copy.
 */
export async function check(target: string | undefined, options: CheckOptions, output: Output): Promise<number> {
  const parsed = await parseConfigOf(options.root);
  const directory = target ?? (parsed.ok ? parsed.config.directory : undefined);
  const found = directory === undefined ? UNKNOWN : await checkDirectory(directory, target !== undefined, options);
  const { fixed, enhancements } = found;
  const problems = [...(parsed.ok ? [] : parsed.problems), ...found.problems];
  if (options.json) {
    output.out(JSON.stringify({ fixed, enhancements, problems }, null, 2));
  } else {
    for (const name of fixed) output.out(`fixed ${printable(name)}`);
    for (const problem of problems) printProblem(output, problem);
    output.out(problems.length === 0 ? printable(found.clean) : summarise(problems));
    if (enhancements === null) output.out(NOT_LOOKED_AT);
  }
  return problems.some(({ severity }) => severity === "error") ? 1 : 0;
}

interface Findings {
  /** Paths of what was mended. */
  fixed: string[];
  /** How many there are; null where nobody knows in which directory. */
  enhancements: number | null;
  problems: Problem[];
  /** What to say where there is no problem. */
  clean: string;
}

/** Of an invalid config nothing is believed, the directory neither. */
const UNKNOWN: Findings = { fixed: [], enhancements: null, problems: [], clean: "" };
const NOT_LOOKED_AT = "the enhancements were not looked at: mend the config, or name their directory";

async function checkDirectory(directory: string, isNamed: boolean, { root, fix }: CheckOptions): Promise<Findings> {
  const folder = path.resolve(root, directory);
  const isThere = await isDirectory(folder);
  if (!isThere && isNamed) {
    throw new UserError(`there is no directory "${directory}" here; name one that is there, or leave it out`);
  }
  if (parseDirectoryName(path.basename(folder))) {
    throw new UserError(`"${directory}" is one enhancement; name the directory that holds it and the others`);
  }
  const place = path.relative(root, folder).split(path.sep).join("/");
  const isElsewhere = place === ".." || place.startsWith("../") || path.isAbsolute(place);
  if (fix && !isElsewhere) await refuseLinkOut(root, place);
  const tree: Tree = isThere ? await readTree(folder) : { files: new Map(), others: [] };
  const headerLeads = headersAhead(tree.files);
  const fixed = fix ? planFix(tree.files, { headerLeads }) : [];
  for (const { path: name, content } of fixed) {
    await writeFile(path.join(folder, name), content);
    tree.files.set(name, content);
  }
  const inPlace = (name: string) => (place === "" ? name : `${place}/${name}`);
  const enhancements = countEnhancements(tree);
  return {
    fixed: fixed.map(({ path: name }) => inPlace(name)),
    enhancements,
    problems: [...linkProblems(tree), ...validateEnhancements(tree.files, { headerLeads })].map((problem) => ({
      ...problem,
      path: inPlace(problem.path),
    })),
    clean: isThere ? renderClean(enhancements) : `no enhancements yet: there is no ${directory}/`,
  };
}

/** A link in an enhancement could show one text here and another elsewhere; the App reads none. */
function linkProblems({ others }: Tree): Problem[] {
  return others.map((name) => ({
    path: name,
    severity: "error",
    message: "this is a link or a device, not a file",
    remedy: "put the file itself here",
  }));
}

/** The directories that are named as those of enhancements are. */
function countEnhancements({ files }: Tree): number {
  const names = new Set([...files.keys()].map((name) => name.split("/", 1).join("")));
  return [...names].filter((name) => parseDirectoryName(name) !== undefined).length;
}

function renderClean(enhancements: number): string {
  if (enhancements === 0) return 'no enhancements here: theirs are directories like "012-retry-uploads"';
  return `no problems in ${countOf(enhancements, "enhancement")}`;
}

function summarise(problems: readonly Problem[]): string {
  const errors = problems.filter(({ severity }) => severity === "error").length;
  const warnings = problems.length - errors;
  const counted = countOf(warnings, "warning");
  if (errors === 0) return `${counted}, no errors`;
  return `${countOf(errors, "error")}${warnings === 0 ? "" : `, ${counted}`}`;
}
