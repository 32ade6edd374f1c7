/**
 * The reader of `.github/enhance.yml`, which turns text into a config or problems. Read from the default branches only: of the
 * owner's `.github` repository, and of the repository, whose keys at the top replace those of the other. Nothing is merged
 * deeper.
 */
import {
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  type Document,
  type YAMLParseError,
  visit,
} from "yaml";
import { Config, CONFIG_PATH, DEFAULT_CONFIG, MISNAMED_CONFIG_PATH } from "./config.ts";
import { meanwhileOf } from "./config-meanwhile.ts";
import { toMistakes } from "./config-issue.ts";
import type { Problem } from "./problem.ts";

/** 64 KB: far above any honest config, far below a bomb. */
export const CONFIG_LIMIT_BYTES = 64 * 1024;

export type ParsedConfig =
  { ok: true; config: Config } | { ok: false; problems: Problem[]; /** See `meanwhileOf`. */ meanwhile: Config };

/** A config file as it was found. */
export interface ConfigFile {
  /** What problems call it. */
  path: string;
  /** `null`: it is no text. */
  text: string | null;
  /**
   * It is the owner's, in a private repository: whoever reads of its problems may not read it, so they name its lines and say
   * nothing of what stands there.
   */
  isWithheld?: boolean;
}

/**
 * Read a config file's text. An empty file is the defaults. Anything that is not a valid config gives problems with
 * lines and never a partial config, so that a mistake cannot widen what is done; it says what holds meanwhile.
 */
export function parseConfig(text: string): ParsedConfig {
  return parseConfigs([{ path: CONFIG_PATH, text }]);
}

/** The config that files make together, none the defaults: a key at the top is as the last file says that has it. */
export function parseConfigs(files: readonly ConfigFile[]): ParsedConfig {
  const parsed = files.map(parseFile);
  const problems = parsed.flatMap((each, index) => {
    if (each.ok) return [];
    return files[index]?.isWithheld ? each.problems.map(withhold) : each.problems;
  });
  if (problems.length > 0) return { ok: false, problems, meanwhile: meanwhileOf(parsed.map(({ given }) => given)) };
  return { ok: true, config: Object.assign({ ...DEFAULT_CONFIG }, ...parsed.map(({ given }) => given)) as Config };
}

function withhold(problem: Problem): Problem {
  const message = "a mistake in a private repository, which is not told outside of it";
  return { ...problem, message, remedy: 'run "enhance check" in a working copy of that repository' };
}

/**
 * `given`: the keys that the file has, whole; of an invalid one, what can be read of it. What one of the other name wants is
 * not known, so it is invalid.
 */
function parseFile({
  path: file,
  text,
}: ConfigFile): { ok: true; given: Partial<Config> } | { ok: false; given: unknown; problems: Problem[] } {
  const invalid = (line: number | undefined, message: string, remedy: string, given?: unknown) => ({
    ok: false as const,
    given,
    problems: [toProblem(file, line, { message, remedy })],
  });
  if (file.endsWith(MISNAMED_CONFIG_PATH)) {
    return invalid(undefined, "a config of this name is not read", `rename it to ${CONFIG_PATH}`);
  }
  if (text === null) return invalid(undefined, "the config cannot be read as text", "make it a file of UTF-8 text");
  const bytes = Buffer.byteLength(text, "utf8");
  if (bytes > CONFIG_LIMIT_BYTES) {
    return invalid(undefined, `the config is ${bytes} bytes long`, `keep it under ${CONFIG_LIMIT_BYTES} bytes`);
  }
  const lines = new LineCounter();
  const document = parseDocument(text, { schema: "core", lineCounter: lines, merge: false, logLevel: "error" });
  const value = toPlain(document);
  const [error] = document.errors;
  if (error) {
    // What is not ended is noticed at the end of the file, where no text stands.
    const line = lines.linePos(Math.min(error.pos[0], Math.max(0, text.trimEnd().length - 1))).line;
    const { what, remedy } = SYNTAX[error.code] ?? { what: "a mistake in the syntax", remedy: "mend it at this line" };
    return invalid(line, `the config is not valid YAML: ${what}`, remedy, value.ok ? value.plain : undefined);
  }
  if (!value.ok) return invalid(lineOfAlias(document, lines), "the config uses YAML aliases", "write the values out");

  const plain = value.plain ?? {};
  const result = Config.safeParse(plain);
  if (result.success) {
    const given = Object.entries(result.data).filter(([key]) => Object.hasOwn(plain, key));
    return { ok: true, given: Object.fromEntries(given) };
  }
  const mistakes = toMistakes(result.error.issues, { config: value.plain, defaults: DEFAULT_CONFIG });
  const problems = mistakes.map(({ path, told }) => toProblem(file, lineOf(document, path, lines), told));
  return { ok: false, given: plain, problems: problems.toSorted((one, other) => (one.line ?? 0) - (other.line ?? 0)) };
}

const SYNTAX: Partial<Record<YAMLParseError["code"], { what: string; remedy: string }>> = {
  DUPLICATE_KEY: { what: "a key stands twice", remedy: "keep one of the two" },
  TAB_AS_INDENT: { what: "a tab indents a line", remedy: "indent with blanks" },
};

function toPlain(document: Document): { ok: true; plain: unknown } | { ok: false } {
  try {
    return { ok: true, plain: document.toJS({ maxAliasCount: 0 }) as unknown };
  } catch (error) {
    if (error instanceof ReferenceError) return { ok: false };
    throw error;
  }
}

function lineOfAlias(document: Document, lines: LineCounter): number | undefined {
  let offset: number | undefined;
  visit(document, {
    Alias(_key, { range }) {
      offset = range?.[0];
      return visit.BREAK;
    },
  });
  return offset === undefined ? undefined : lines.linePos(offset).line;
}

/** The line of the deepest key, or entry of a list, of `path` that the document has. */
function lineOf(document: Document, path: readonly PropertyKey[], lines: LineCounter): number | undefined {
  let node: unknown = document.contents;
  let line: number | undefined;
  for (const key of path) {
    if (isSeq(node)) {
      node = node.items[Number(key)];
      if (isNode(node) && node.range) line = lines.linePos(node.range[0]).line;
      continue;
    }
    if (!isMap(node)) break;
    const pair = node.items.find((item) => isScalar(item.key) && item.key.value === key);
    if (!pair) break;
    if (isScalar(pair.key) && pair.key.range) line = lines.linePos(pair.key.range[0]).line;
    node = pair.value;
  }
  return line;
}

function toProblem(path: string, line: number | undefined, told: Pick<Problem, "message" | "remedy">): Problem {
  return { path, ...(line !== undefined && { line }), severity: "error", ...told };
}
