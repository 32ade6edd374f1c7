/** The working copy on disk: what the enhancements directory holds, and how new files get there. */
import { createReadStream } from "node:fs";
import { lstat, mkdir, readdir, readFile, realpath, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { UserError } from "../core/errors.ts";
import { CONFIG_PATH, MISNAMED_CONFIG_PATH, type Config } from "../core/config.ts";
import { parseConfigs, type ParsedConfig } from "../core/parse-config.ts";
import { MOST_CHARACTERS } from "../core/documents/limits.ts";
import { renderProblem } from "../core/problem.ts";
import type { DirectoryListing } from "../core/snapshot.ts";

export interface NewFile {
  /** Relative to the root, `/` between the parts. */
  path: string;
  content: string;
}

/** The config of the working copy, or the defaults; the problems of one that is invalid. */
export async function parseConfigOf(root: string): Promise<ParsedConfig> {
  const texts = await Promise.all(
    [CONFIG_PATH, MISNAMED_CONFIG_PATH].map(async (file) => ({
      path: file,
      text: await readText(path.join(root, file)),
    })),
  );
  const file = texts.find(({ text }) => text !== undefined);
  return parseConfigs(file ? [{ path: file.path, text: file.text ?? null }] : []);
}

/** The config of the working copy, or the defaults. Throws `UserError` when it is invalid. */
export async function readConfig(root: string): Promise<Config> {
  const parsed = await parseConfigOf(root);
  if (parsed.ok) return parsed.config;
  throw new UserError(parsed.problems.map(renderProblem).join("\n"));
}

/** What stands under the enhancements directory; nothing when there is none. */
export async function listDirectories(root: string, directory: string): Promise<DirectoryListing[]> {
  const folder = path.join(root, directory);
  const names = await listNames(folder);
  return Promise.all(
    names.map(async (name) => {
      const statusJson = await readText(path.join(folder, name, "status.json"));
      return statusJson === undefined ? { name } : { name, statusJson };
    }),
  );
}

/**
 * Writes new files; one that exists already is an error, never overwritten. Throws `UserError` when a link in the
 * working copy leads out of it, and has written nothing then.
 */
export async function writeNewFiles(root: string, files: readonly NewFile[]): Promise<void> {
  for (const { path: name } of files) await refuseLinkOut(root, path.dirname(name), name);
  for (const { path: name, content } of files) {
    const target = path.join(root, name);
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, content, { flag: "wx" });
  }
}

/**
 * Throws `UserError` where a link leads a folder of the working copy, whose path is from the root, out of it: nothing is to
 * be written there. `name`: what the message calls it.
 */
export async function refuseLinkOut(root: string, folder: string, name = folder): Promise<void> {
  if (await isWithin(await realpath(root), path.join(root, folder))) return;
  throw new UserError(`"${name}" leads out of the working copy; remove the link`);
}

/** Whether a folder, of which there may be no more than the start, is below `home`. A link that leads nowhere is not. */
async function isWithin(home: string, folder: string): Promise<boolean> {
  const isThere = (await unlessAbsent(lstat(folder))) !== undefined;
  if (!isThere) return isWithin(home, path.dirname(folder));
  const real = await unlessAbsent(realpath(folder));
  return real !== undefined && (real === home || real.startsWith(home + path.sep));
}

/** The text files below a folder, by their paths from there with `/` between the parts. */
export interface Tree {
  files: Map<string, string>;
  /** Paths of links and the like, which are never followed. */
  others: string[];
}

/** Reads a folder. Of a file over the limit only as much is read as shows that it is. */
export async function readTree(folder: string): Promise<Tree> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const tree: Tree = { files: new Map(), others: [] };
  for (const entry of entries) {
    if (entry.isDirectory()) continue;
    const file = path.join(entry.parentPath, entry.name);
    const name = path.relative(folder, file).split(path.sep).join("/");
    if (entry.isFile()) tree.files.set(name, await readStart(file));
    else tree.others.push(name);
  }
  return tree;
}

/** More bytes than any file of ours may have characters. */
const MOST_BYTES = 4 * MOST_CHARACTERS + 4;

async function readStart(file: string): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of createReadStream(file, { end: MOST_BYTES })) parts.push(part as Buffer);
  return Buffer.concat(parts).toString("utf8");
}

/** Whether a folder stands there, or a link to one. */
export async function isDirectory(folder: string): Promise<boolean> {
  return (await unlessAbsent(stat(folder)))?.isDirectory() ?? false;
}

async function listNames(folder: string): Promise<string[]> {
  return ((await unlessAbsent(readdir(folder))) ?? []).sort();
}

function readText(file: string): Promise<string | undefined> {
  return unlessAbsent(readFile(file, "utf8"));
}

const ABSENT = ["ENOENT", "ENOTDIR", "ELOOP"];

/** Nothing where there is no such file, a file where a folder was looked for, or a link that leads to itself. */
async function unlessAbsent<Found>(looked: Promise<Found>): Promise<Found | undefined> {
  try {
    return await looked;
  } catch (error) {
    if (error instanceof Error && "code" in error && ABSENT.includes(String(error.code))) return undefined;
    throw error;
  }
}
