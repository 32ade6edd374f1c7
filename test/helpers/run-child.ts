/**
 * A script of ours run by Node itself, beside jest: in jest's sandbox every access to a global takes a detour, which
 * doubles the time of long runs. It writes its result to standard output as JSON.
 */
import path from "node:path";
import { startChild } from "./child-process.ts";

const ROOT = path.join(import.meta.dirname, "..", "..");

/** Runs `script`, a path from the root, and resolves with what it wrote. Throws with its error output when it fails. */
export async function runChild<Result>(script: string, parameters: Record<string, number>): Promise<Result> {
  const child = startChild([script, JSON.stringify(parameters)], { cwd: ROOT });
  const end = () => child.process.kill();
  process.once("exit", end);
  const { code, out, err } = await child.ended;
  process.off("exit", end);
  if (code !== 0) throw new Error(`${script} ended with ${code ?? "a signal"}:\n${err}`);
  return JSON.parse(out) as Result;
}

/** What the child was told. */
export function readParameters<Name extends string>(): Record<Name, number> {
  return JSON.parse(process.argv[2] ?? "{}") as Record<Name, number>;
}
