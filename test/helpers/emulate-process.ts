/** The npm package `emulate`, a GitHub that others wrote, as a child process on a loopback port. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort, ROOT } from "./server-process.ts";
import { startChild } from "./child-process.ts";
import { endLater } from "./endings.ts";

export interface Emulate {
  url: string;
  /** Ends the process and removes what it was seeded from. */
  stop(): Promise<void>;
}

/** Starts its GitHub with what `seed` describes, in the form its documentation gives; resolves once it answers. */
export async function startEmulate(seed: object): Promise<Emulate> {
  const folder = mkdtempSync(path.join(tmpdir(), "emulate-"));
  const file = path.join(folder, "seed.json");
  writeFileSync(file, JSON.stringify(seed));
  const port = await freePort();
  const command = path.join(ROOT, "node_modules", "emulate", "dist", "index.js");
  const child = startChild([command, "start", "--service", "github", "--port", String(port), "--seed", file], {
    cwd: folder,
  });
  const stop = async () => {
    await child.stop("SIGKILL");
    rmSync(folder, { recursive: true, force: true });
  };
  endLater()(stop);
  const url = `http://127.0.0.1:${port}`;
  const deadline = Date.now() + 20_000;
  while (!(await answers(url))) {
    if (!child.isRunning() || Date.now() > deadline) {
      await stop();
      throw new Error(`emulate did not start:\n${child.output()}`);
    }
    await sleep(50);
  }
  return { url, stop };
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/rate_limit`)).ok;
  } catch {
    return false;
  }
}
