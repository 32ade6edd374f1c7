/** What a child process is given to know: nothing of the environment of the tests but where programs are found. */
import { tmpdir } from "node:os";
import path from "node:path";

/**
 * The environment of a child, with some variables of its own. Children keep what Node compiled of our sources for each
 * other: to strip the types of all of them takes a second of each start.
 */
export function childEnvironment(variables: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  return {
    PATH: process.env["PATH"],
    NODE_COMPILE_CACHE: path.join(tmpdir(), "review-miner-tests-compiled"),
    ...variables,
  };
}
