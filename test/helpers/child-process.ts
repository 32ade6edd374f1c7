/** A process of Node's, beside this one. One that is left running is killed: see endings.ts. */
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { childEnvironment } from "./child-environment.ts";
import { endLater, type EndLater } from "./endings.ts";

export interface Ended {
  /** Null where a signal ended it. */
  code: number | null;
  out: string;
  err: string;
}

export interface Child {
  process: ChildProcess;
  /** What it wrote so far. */
  out(): string;
  err(): string;
  /** Both, in the order in which it came. */
  output(): string;
  isRunning(): boolean;
  /** Resolves once it has ended and everything it wrote is read. */
  ended: Promise<Ended>;
  /** Sends a signal and resolves once it has ended, with its exit code; one that has ended already is let be. */
  stop(signal: NodeJS.Signals): Promise<number | null>;
}

interface ChildOptions {
  cwd?: string;
  /** The whole of what it is given to know. */
  variables?: Readonly<Record<string, string>>;
  /** What it ends with: what is going on now, unless said. */
  ends?: EndLater;
}

/** Runs Node with these arguments. */
export function startChild(
  args: readonly string[],
  { cwd, variables = {}, ends = endLater() }: ChildOptions = {},
): Child {
  const child = spawn(process.execPath, args, {
    ...{ cwd, env: childEnvironment(variables) },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const written = { out: "", err: "", both: "" };
  const keep = (stream: "out" | "err") => (chunk: Buffer) => {
    written[stream] += chunk.toString();
    written.both += chunk.toString();
  };
  child.stdout.on("data", keep("out"));
  child.stderr.on("data", keep("err"));
  const isRunning = () => child.exitCode === null && child.signalCode === null;
  const stop = async (signal: NodeJS.Signals) => {
    if (!isRunning()) return child.exitCode;
    const exit = once(child, "exit");
    child.kill(signal);
    await exit;
    return child.exitCode;
  };
  ends(() => stop("SIGKILL"));
  const ended = once(child, "close").then(([code]: (number | null)[]): Ended => {
    return { code: code ?? null, out: written.out, err: written.err };
  });
  return {
    process: child,
    out: () => written.out,
    err: () => written.err,
    output: () => written.both,
    ...{ isRunning, ended, stop },
  };
}
