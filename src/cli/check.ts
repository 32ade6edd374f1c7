/** `enhance check`: is every file under `enhancements/` sound and do they agree? */
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { UserError } from "../core/errors.ts";
import { planFix, validateEnhancements } from "../core/validate.ts";
import { printProblem, type Output } from "./print.ts";
import { isDirectory, readConfig, readTree } from "./working-copy.ts";

export interface CheckOptions {
  json: boolean;
  fix: boolean;
  root: string;
}

/** Gives the exit code: 0 when clean, 1 with problems. Throws `UserError` when the directory is not there. */
export async function check(target: string | undefined, options: CheckOptions, output: Output): Promise<number> {
  const directory = target ?? (await readConfig(options.root)).directory;
  const folder = path.resolve(options.root, directory);
  if (!(await isDirectory(folder))) {
    throw new UserError(`there is no directory "${directory}" here; run it in the repository, or name the directory`);
  }
  let files = await readTree(folder);
  const fixed = options.fix ? planFix(files) : [];
  for (const { path: name, content } of fixed) await writeFile(path.join(folder, name), content);
  if (fixed.length > 0) files = await readTree(folder);

  const problems = validateEnhancements(files);
  const errors = problems.filter(({ severity }) => severity === "error").length;
  if (options.json) {
    output.out(JSON.stringify({ fixed: fixed.map(({ path: name }) => name), problems }, null, 2));
  } else {
    for (const { path: name } of fixed) output.out(`fixed ${name}`);
    for (const problem of problems) printProblem(output, problem);
    output.out(problems.length === 0 ? "no problems" : `${problems.length} problems, ${errors} of them errors`);
  }
  return errors === 0 ? 0 : 1;
}
