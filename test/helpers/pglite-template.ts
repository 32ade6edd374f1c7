/** Making a PGlite store and its tables takes seconds, copying them does not: tests begin with a copy of one made once. */
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { openQueue } from "../../src/queue/open-queue.ts";
import { SILENT } from "./silent-log.ts";

const ROOT = path.join(import.meta.dirname, "..", "..");
const MODULES = path.join(ROOT, "node_modules");
const CACHE = path.join(MODULES, ".cache", "review-miner");
/** The sources that say what a new store holds. */
const MAKERS = ["boss-options.ts", "migrate.ts", "pg-boss-queue.ts", "store-function.ts"];

/** Puts an empty store with its tables into a data directory that has none yet, as the server's first start leaves it. */
export async function seedDataDir(dataDir: string): Promise<void> {
  mkdirSync(dataDir, { recursive: true });
  cpSync(await findTemplate(), path.join(dataDir, "pglite"), { recursive: true });
}

/** What a store is made of: another version of any of it wants another template. */
function hashOfMakers(): string {
  const manifests = ["@electric-sql/pglite", "pg-boss"].map((name) => path.join(MODULES, name, "package.json"));
  const sources = MAKERS.map((file) => path.join(ROOT, "src", "queue", file));
  const hash = createHash("sha256");
  for (const file of [...manifests, ...sources]) hash.update(readFileSync(file));
  return hash.digest("hex").slice(0, 16);
}

async function findTemplate(): Promise<string> {
  const template = path.join(CACHE, `store-${hashOfMakers()}`);
  if (existsSync(template)) return template;
  mkdirSync(CACHE, { recursive: true });
  const own = mkdtempSync(`${template}-`);
  try {
    const queue = await openQueue({ dataDir: own, log: SILENT });
    await queue.stop({ withinMs: 0 });
    renameSync(path.join(own, "pglite"), template);
  } catch (error) {
    // Another test process was faster.
    if (!existsSync(template)) throw error;
  } finally {
    rmSync(own, { recursive: true, force: true });
  }
  return template;
}
