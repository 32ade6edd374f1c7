/**
 * A script of ours run by Node itself, beside jest: in jest's sandbox every access to a global takes a detour, which
 * doubles the time of long runs. It writes its result to standard output as JSON.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { childEnvironment } from "./child-environment.ts";

const ROOT = path.join(import.meta.dirname, "..", "..");

/** Runs `script`, a path from the root, and resolves with what it wrote. Throws with its error output when it fails. */
export async function runChild<Result>(script: string, parameters: Record<string, number>): Promise<Result> {
  const child = spawn(process.execPath, [script, JSON.stringify(parameters)], {
    cwd: ROOT,
    env: childEnvironment(),
    stdio: ["ignore", "pipe", "pipe"],
  });
  const end = () => child.kill();
  process.once("exit", end);
  const output = { out: "", err: "" };
  child.stdout.on("data", (chunk: Buffer) => (output.out += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (output.err += chunk.toString()));
  const [code] = (await once(child, "close")) as [number | null];
  process.off("exit", end);
  if (code !== 0) throw new Error(`${script} ended with ${code ?? "a signal"}:\n${output.err}`);
  return JSON.parse(output.out) as Result;
}

/** What the child was told. */
export function readParameters<Name extends string>(): Record<Name, number> {
  return JSON.parse(process.argv[2] ?? "{}") as Record<Name, number>;
}
