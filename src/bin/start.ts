import { refuseNode } from "./refuse-node.ts";

/**
 * Loads a program once the Node it runs on is known to be young enough: an older one cannot even load the rest, is told
 * so on standard error, and ends with 2. This file and what it imports must run on any Node.
 */
export async function start(
  program: string,
  load: () => Promise<unknown>,
  version = process.versions.node,
): Promise<void> {
  const refusal = refuseNode(program, version);
  if (refusal === undefined) {
    await load();
    return;
  }
  process.stderr.write(`${refusal}\n`);
  process.exitCode = 2;
}
