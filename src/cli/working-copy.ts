/** The working copy on disk: what the enhancements directory holds, and how new files get there. */
import { mkdir, readdir, readFile, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { UserError } from "../core/errors.ts";
import { CONFIG_PATH, DEFAULT_CONFIG, parseConfig, type Config } from "../core/config.ts";
import { renderProblem } from "../core/problem.ts";
import type { DirectoryListing, NewFile } from "../core/snapshot.ts";

/** The config of the working copy, or the defaults. Throws `UserError` when it is invalid. */
export async function readConfig(root: string): Promise<Config> {
  const text = await readText(path.join(root, CONFIG_PATH));
  if (text === undefined) return DEFAULT_CONFIG;
  const parsed = parseConfig(text);
  if (parsed.ok) return parsed.config;
  throw new UserError(parsed.problems.map(renderProblem).join("\n"));
}

/** What stands under the enhancements directory; nothing when there is none. */
export async function readDirectories(root: string, directory: string): Promise<DirectoryListing[]> {
  const folder = path.join(root, directory);
  const names = await listNames(folder);
  return Promise.all(
    names.map(async (name) => {
      const statusJson = await readText(path.join(folder, name, "status.json"));
      return statusJson === undefined ? { name } : { name, statusJson };
    }),
  );
}

/** Writes new files; one that exists already is an error, never overwritten. */
export async function writeNewFiles(root: string, files: readonly NewFile[]): Promise<void> {
  for (const { path: name, content } of files) {
    const target = path.join(root, name);
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, content, { flag: "wx" });
  }
}

/** Every file below a folder, by its path from there with `/` between the parts; links are not followed. */
export async function readTree(folder: string): Promise<Map<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = new Map<string, string>();
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    files.set(path.relative(folder, file).split(path.sep).join("/"), await readFile(file, "utf8"));
  }
  return files;
}

export async function isDirectory(folder: string): Promise<boolean> {
  try {
    return (await stat(folder)).isDirectory();
  } catch (error) {
    if (isAbsent(error)) return false;
    throw error;
  }
}

async function listNames(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).sort();
  } catch (error) {
    if (isAbsent(error)) return [];
    throw error;
  }
}

async function readText(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    if (isAbsent(error)) return undefined;
    throw error;
  }
}

/** No such file, or a file where a folder was looked for. */
function isAbsent(error: unknown): boolean {
  return error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR");
}
