import { describe, expect, it } from "@jest/globals";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** What each folder of `src/` may import: sibling folders, then packages. */
const ALLOWED: Record<string, { folders: string[]; packages: RegExp }> = {
  core: { folders: [], packages: /^(zod|markdown-it(\/.*)?|node:crypto)$/ },
  tasks: { folders: ["core"], packages: /^zod$/ },
  github: { folders: ["core", "tasks"], packages: /^(zod|@octokit\/[a-z-]+|lru-cache)$/ },
  queue: { folders: [], packages: /^(zod|pg-boss|@electric-sql\/pglite|node:[a-z/]+)$/ },
  http: { folders: [], packages: /^(zod|node:[a-z/]+)$/ },
  redact: { folders: [], packages: /^(@secretlint\/.*|node:crypto)$/ },
  setup: { folders: [], packages: /^(zod|yaml|@octokit\/[a-z-]+|node:[a-z/]+)$/ },
  bin: { folders: [], packages: /^$/ },
  cli: { folders: ["core", "tasks", "queue"], packages: /^(zod|yaml|node:[a-z/]+)$/ },
};
/** Files of the root that the programs of `src/bin` load, and nothing else does. Other files of the root are its own. */
const ENTRIES = ["cli.ts", "server.ts"];
/** Packages that one file alone may import, because it guards what they do. */
const GUARDED: Record<string, string> = {
  "gray-matter": "core/documents/frontmatter.ts",
};
/** Packages that these files may import besides what their folder may. */
const EXTRA: Record<string, RegExp> = {
  "core/documents/frontmatter.ts": /^(gray-matter|yaml)$/,
  "core/parse-config.ts": /^yaml$/,
};
const IMPORT = /^(?:import|export)\s[^;]*?from\s+"(?<from>[^"]+)"|^import\s+"(?<bare>[^"]+)"/gm;
const EXPORT = /^export (?:async )?(?:function\*?|class|interface|type|const) (?<name>\w+)/gm;

const root = path.join(import.meta.dirname, "..", "src");
const files = readdirSync(root, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts"))
  .map((file) => file.split(path.sep).join("/"));

function importsOf(file: string): string[] {
  return importsIn(readFileSync(path.join(root, file), "utf8"));
}

function importsIn(text: string): string[] {
  return [...text.matchAll(IMPORT)].map(({ groups }) => groups?.["from"] ?? groups?.["bare"] ?? "");
}

/** What a file exports; a schema and its type are one name. */
function exportsOf(file: string): Set<string> {
  const found = readFileSync(path.join(root, file), "utf8").matchAll(EXPORT);
  return new Set(Array.from(found, ({ groups }) => groups?.["name"] ?? ""));
}

/** Files of ours that a file imports, at its start or while it runs. */
function neighboursOf(file: string): string[] {
  const text = readFileSync(path.join(root, file), "utf8");
  const late = [...text.matchAll(/\bimport\("(?<from>[^"]+)"\)/g)].map(({ groups }) => groups?.["from"] ?? "");
  return [...importsOf(file), ...late]
    .filter((target) => target.startsWith("."))
    .map((target) => path.posix.join(path.posix.dirname(file), target));
}

/** Files that are loaded when a file is: all that it imports at its start, but for types. */
function loadedWith(file: string, loaded = new Set<string>()): Set<string> {
  if (loaded.has(file)) return loaded;
  loaded.add(file);
  const text = readFileSync(path.join(root, file), "utf8").replace(/^(?:import|export) type [^;]*;/gm, "");
  for (const target of importsIn(text).filter((name) => name.startsWith(".")))
    loadedWith(path.posix.join(path.posix.dirname(file), target), loaded);
  return loaded;
}

/** The first way found that leads back to where it began; empty where there is none. */
function findCycle(graph: ReadonlyMap<string, readonly string[]>): string[] {
  const done = new Set<string>();
  const walk = (file: string, way: readonly string[]): string[] => {
    if (way.includes(file)) return [...way.slice(way.indexOf(file)), file];
    if (done.has(file)) return [];
    for (const next of graph.get(file) ?? []) {
      const cycle = walk(next, [...way, file]);
      if (cycle.length > 0) return cycle;
    }
    done.add(file);
    return [];
  };
  for (const file of graph.keys()) {
    const cycle = walk(file, []);
    if (cycle.length > 0) return cycle;
  }
  return [];
}

describe("imports", () => {
  it.each(files.filter((file) => file.includes("/")))("of %s are what its folder may use", (file) => {
    const folder = file.split("/")[0] ?? "";
    const rule = ALLOWED[folder];
    if (!rule) throw new Error(`no import rule for src/${folder}`);

    for (const target of importsOf(file)) {
      if (!target.startsWith(".")) {
        const isExtra = EXTRA[file]?.test(target) ?? false;
        if (!isExtra) expect(target).toMatch(rule.packages);
        continue;
      }
      const [owner] = path.posix.join(path.posix.dirname(file), target).split("/");
      expect([folder, ...rule.folders]).toContain(owner);
    }
  });

  it.each(files.filter((file) => !file.includes("/")))("of %s stand where its kind may be used", (file) => {
    const users = files.filter((user) => neighboursOf(user).includes(file)).map((user) => path.posix.dirname(user));
    const isEntry = ENTRIES.includes(file);
    expect(new Set(users)).toEqual(new Set([isEntry ? "bin" : "."]));
  });

  it.each(Object.entries(GUARDED))("of %s stand in %s alone", (name, guard) => {
    expect(files.filter((file) => importsOf(file).includes(name))).toEqual([guard]);
  });

  it("lead back to no file, be they of values or of types", () => {
    expect(findCycle(new Map(files.map((file) => [file, neighboursOf(file)])))).toEqual([]);
  });

  it("of the server bring no work along before there is a job", () => {
    const loaded = [...loadedWith("server.ts")];
    expect(loaded).toContain("job-handlers.ts");
    expect(loaded.filter((file) => /^core\/mine\/|^core\/config\.ts$/.test(file))).toEqual([]);
    expect([...loadedWith("job-work.ts")]).toContain("core/mine/mine.ts");
  });

  it("never start a child process: the App's key lives in this one", () => {
    const offenders = files.filter((file) =>
      importsOf(file).some((name) => /^(node:)?(child_process|cluster)$/.test(name)),
    );
    expect(offenders).toEqual([]);
  });
});

describe("exports", () => {
  it("of two files never share a name", () => {
    const homes = Map.groupBy(
      files.flatMap((file) => [...exportsOf(file)].map((name) => ({ file, name }))),
      ({ name }) => name,
    );
    const shared = [...homes.values()].filter(({ length }) => length > 1);
    expect(shared.flat()).toEqual([]);
  });

  it("are each declared where they are exported, with a name that this test can read", () => {
    const unread = files.filter((file) => {
      const text = readFileSync(path.join(root, file), "utf8");
      return text.match(/^export\b/gm)?.length !== text.match(EXPORT)?.length;
    });
    expect(unread).toEqual([]);
  });
});

describe("files", () => {
  it.each(files)("%s stays under 300 lines", (file) => {
    expect(readFileSync(path.join(root, file), "utf8").split("\n").length).toBeLessThan(300);
  });
});
