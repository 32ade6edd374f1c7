/** Making a PGlite store takes seconds, copying one does not: tests begin with a copy of one that is made once. */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { PGlite } from "@electric-sql/pglite";

const MODULES = path.join(import.meta.dirname, "..", "..", "node_modules");
const CACHE = path.join(MODULES, ".cache", "review-miner");

/** Puts a fresh, empty store into a data directory that has none yet, as the server itself would on its first start. */
export async function seedDataDir(dataDir: string): Promise<void> {
  mkdirSync(dataDir, { recursive: true });
  cpSync(await findTemplate(), path.join(dataDir, "pglite"), { recursive: true });
}

async function findTemplate(): Promise<string> {
  const manifest = readFileSync(path.join(MODULES, "@electric-sql", "pglite", "package.json"), "utf8");
  const { version } = JSON.parse(manifest) as { version: string };
  const template = path.join(CACHE, `pglite-${version}`);
  if (existsSync(template)) return template;
  mkdirSync(CACHE, { recursive: true });
  const own = mkdtempSync(`${template}-`);
  const store = await PGlite.create(path.join(own, "store"));
  await store.close();
  try {
    renameSync(path.join(own, "store"), template);
  } catch (error) {
    // Another test process was faster.
    if (!existsSync(template)) throw error;
  } finally {
    rmSync(own, { recursive: true, force: true });
  }
  return template;
}
