/** `enhance check`: is every file under `enhancements/` sound and do they agree? */
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { parseDirectoryName } from "../core/allocate.ts";
import { UserError } from "../core/errors.ts";
import { headersAhead } from "../core/header-ahead.ts";
import type { Problem } from "../core/problem.ts";
import { planFix, validateEnhancements } from "../core/validate.ts";
import { printable, printProblem, type Output } from "./print.ts";
import { isDirectory, readConfig, readTree, type Tree } from "./working-copy.ts";

export interface CheckOptions {
  json: boolean;
  fix: boolean;
  root: string;
}

/**
 * Gives the exit code: 0 when clean, or where nothing is captured yet, 1 with problems. Throws `UserError` when the
 * directory that was named is not there, or is one enhancement.
 */
export async function check(target: string | undefined, options: CheckOptions, output: Output): Promise<number> {
  const directory = target ?? (await readConfig(options.root)).directory;
  const folder = path.resolve(options.root, directory);
  const isThere = await isDirectory(folder);
  if (!isThere && target !== undefined) {
    throw new UserError(`there is no directory "${directory}" here; name one that is there, or leave it out`);
  }
  if (parseDirectoryName(path.basename(folder))) {
    throw new UserError(`"${directory}" is one enhancement; name the directory that holds it and the others`);
  }
  const tree: Tree = isThere ? await readTree(folder) : { files: new Map(), others: [] };
  const headerLeads = headersAhead(tree.files);
  const fixed = options.fix ? planFix(tree.files, { headerLeads }) : [];
  for (const { path: name, content } of fixed) {
    await writeFile(path.join(folder, name), content);
    tree.files.set(name, content);
  }
  const place = path.relative(options.root, folder).split(path.sep).join("/");
  const inPlace = (name: string) => (place === "" ? name : `${place}/${name}`);
  const problems = [...linkProblems(tree), ...validateEnhancements(tree.files, { headerLeads })].map((problem) => ({
    ...problem,
    path: inPlace(problem.path),
  }));
  const errors = problems.filter(({ severity }) => severity === "error").length;
  if (options.json) {
    const enhancements = countEnhancements(tree);
    output.out(
      JSON.stringify({ fixed: fixed.map(({ path: name }) => inPlace(name)), enhancements, problems }, null, 2),
    );
  } else {
    for (const { path: name } of fixed) output.out(`fixed ${printable(inPlace(name))}`);
    for (const problem of problems) printProblem(output, problem);
    output.out(
      isThere
        ? summarise(problems.length, errors, countEnhancements(tree))
        : `no enhancements yet: there is no ${printable(directory)}/`,
    );
  }
  return errors === 0 ? 0 : 1;
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

function summarise(problems: number, errors: number, enhancements: number): string {
  if (problems === 0 && enhancements === 0)
    return 'no enhancements here: theirs are directories like "012-retry-uploads"';
  if (problems === 0) return `no problems in ${enhancements === 1 ? "1 enhancement" : `${enhancements} enhancements`}`;
  const noun = problems === 1 ? "1 problem" : `${problems} problems`;
  return `${noun}, ${errors} of them ${errors === 1 ? "an error" : "errors"}`;
}
