/** The command line as people run it: the real program, in a process of its own. */
import { spawnSync } from "node:child_process";
import path from "node:path";
import { childEnvironment } from "./child-environment.ts";

export const CLI = path.join(import.meta.dirname, "..", "..", "src", "cli.ts");

export interface Ran {
  code: number | null;
  out: string;
  err: string;
}

/** Runs `enhance` in `folder`, with `input` on standard input. */
export function enhance(
  folder: string,
  args: readonly string[],
  { input = "", environment = {} }: { input?: string; environment?: Record<string, string> } = {},
): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], {
    ...{ cwd: folder, encoding: "utf8", input },
    env: childEnvironment(environment),
  });
  return { code: status, out: stdout, err: stderr };
}
