/**
 * What `npm test` and CI ask: the tests and, beside them, one after the other, the checks that read the sources. The tests
 * wait now and then and the checks never do, so together they take less time. What a failed check said comes last.
 */
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";

const CHECKS = ["typecheck", "lint", "format:check", "schemas:check", "docs:check"];

interface Ran {
  name: string;
  isGood: boolean;
  /** Empty where it went to the terminal. */
  output: string;
}

const running = new Set<ChildProcess>();
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => {
    for (const child of running) child.kill(signal);
    process.exitCode = 1;
  });
}

async function run(name: string, stdio: "inherit" | "pipe"): Promise<Ran> {
  const child = spawn("npm", ["run", "-s", name], { stdio: ["ignore", stdio, stdio] });
  running.add(child);
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream?.on("data", (chunk: Buffer) => (output += chunk.toString()));
  const [code] = (await once(child, "close")) as [number | null];
  running.delete(child);
  return { name, isGood: code === 0, output };
}

async function runChecks(): Promise<Ran[]> {
  const checks: Ran[] = [];
  for (const name of CHECKS) {
    const check = await run(name, "pipe");
    if (!check.isGood) console.error(`npm test: ${name} failed; what it said comes after the tests`);
    checks.push(check);
    if (process.exitCode === 1) break;
  }
  return checks;
}

const [tests, checks] = await Promise.all([run("jest", "inherit"), runChecks()]);
const failed = checks.filter(({ isGood }) => !isGood);
for (const { name, output } of failed) console.error(`\n${output.trimEnd()}\nnpm test: ${name} failed`);
if (!tests.isGood || failed.length > 0) process.exitCode = 1;
