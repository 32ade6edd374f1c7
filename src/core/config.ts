/**
 * `.github/enhance.yml`: its schema, its defaults, and the reader that turns text into a config or problems.
 * Read from the default branches only: of the owner's `.github` repository, and of the repository, whose keys at the top
 * replace those of the other. Nothing is merged deeper.
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
import { z } from "zod";
import { CommandsConfig } from "./command-permission.ts";
import { toMistakes } from "./config-issue.ts";
import { misspeltOf, respeltOf } from "./did-you-mean.ts";
import { Kind, Priority } from "./enhancement.ts";
import { TOOLS } from "./mine/tools.ts";
import { PathPattern } from "./path-pattern.ts";
import type { Problem } from "./problem.ts";

export const CONFIG_PATH = ".github/enhance.yml";
/** Where people put it as well, and where nobody reads it. */
export const MISNAMED_CONFIG_PATH = ".github/enhance.yaml";
/** 64 KB: far above any honest config, far below a bomb. */
export const CONFIG_LIMIT_BYTES = 64 * 1024;

/** Words as they stand in a comment, in any case; never a pattern. */
const Words = z.array(z.string().trim().min(2).max(60)).max(50).default([]);

/** A folder of the repository: no leading slash, no `..`, nothing hidden, so that no workflow or git file can be meant. */
const Directory = z
  .string()
  .max(100)
  .regex(
    /^[A-Za-z0-9_][A-Za-z0-9_.-]*(?:\/[A-Za-z0-9_][A-Za-z0-9_.-]*)*$/,
    'a directory is a relative path like "enhancements" or "docs/enhancements"',
  )
  .refine((path) => path.split("/").every((part) => !part.endsWith(".")), "no part of a directory ends with a dot");

const BranchPrefix = z
  .string()
  .max(50)
  .regex(
    /^[A-Za-z0-9][A-Za-z0-9_-]*(?:\/[A-Za-z0-9][A-Za-z0-9_-]*)*\/$/,
    'a branch prefix is letters, digits, "-" and "_" and ends with "/", like "enhance/"',
  );

/** A review tool's name or login, or the login of any other bot. A name of ours with a letter amiss, or with words around it, is a mistake. */
const ToolName = z
  .string()
  .min(1)
  .max(50)
  .superRefine((name, context) => {
    const known = TOOLS.flatMap((tool) => [tool.name, ...tool.logins]);
    const meant = name.endsWith("[bot]") ? undefined : (misspeltOf(name, known) ?? respeltOf(name, known));
    if (meant === undefined) return;
    context.addIssue({
      code: "custom",
      message: `write "${meant}"; if a bot has that very login, write "${name}[bot]"`,
    });
  });

export const Config = z.strictObject({
  directory: Directory.default("enhancements").describe("Where the enhancements live."),
  enabled: z.boolean().default(true).describe("false stops everything."),
  mode: z
    .enum(["pull-request", "rolling", "commit", "preview"])
    .default("pull-request")
    .describe(
      "pull-request opens one follow-up per source pull request, rolling one for all of them; commit writes to the default branch; preview writes nothing and shows in a check run what would be captured.",
    ),
  capture: z
    .strictObject({
      on: z
        .enum(["review", "merge", "command"])
        .default("review")
        .describe(
          "review: as reviews are posted; merge: everything waits until the pull request merges; command: nothing before somebody writes /enhance.",
        ),
      from: z
        .strictObject({
          people: z
            .enum(["triage", "anyone", "none"])
            .default("triage")
            .describe("Whose words count: people with triage permission or above, anyone, or nobody."),
          tools: z
            .union([z.enum(["known", "none"]), z.array(ToolName).max(50)])
            .default("known")
            .describe("Review tools that count: all known ones, none, or a list of names."),
        })
        .prefault({}),
      bot_pull_requests: z.boolean().default(false).describe("Mine pull requests that bots opened, unasked."),
      minimum_confidence: z.number().min(0).max(1).default(0.6).describe("Below it a suggestion is left out."),
      kinds: z
        .array(Kind)
        .default(Kind.options.filter((kind) => kind !== "style"))
        .describe("Kinds of suggestion to keep."),
      blocking: z
        .enum(["if-open-at-merge", "always", "never"])
        .default("if-open-at-merge")
        .describe(
          "What happens to an item that is meant for the pull request itself: kept if it is still open at the merge, kept at once, or never kept.",
        ),
      max_per_pull_request: z
        .int()
        .min(1)
        .max(50)
        .default(8)
        .describe(
          "At most so many items per pull request; critical and high ones go beyond it where lesser ones came first. What people ask for by /enhance, or reject, does not count.",
        ),
      nits: z
        .enum(["drop", "bundle", "each"])
        .default("drop")
        .describe(
          "What happens to small local edits: left out, kept together as one item that lists them, or kept one by one.",
        ),
      words: z
        .strictObject({
          defer: Words.describe(
            "Your own words that put something off: what a reviewer says beside them is for later.",
          ),
          ignore: Words.describe("Your own words that leave a suggestion out."),
        })
        .prefault({}),
      priorities: z
        .record(z.string().trim().min(1).max(40), Priority)
        .default({})
        .describe('The priority that a label of your reviewers or tools stands for, such as `"p0": critical`.'),
      ignore_paths: z
        .array(PathPattern)
        .max(100)
        .default([])
        .describe("Paths, folders and glob patterns; comments on matching files are not mined."),
    })
    .prefault({}),
  follow_up: z
    .strictObject({
      labels: z
        .array(z.string().min(1).max(50))
        .max(10)
        .default([])
        .describe("Labels on our pull requests beside `enhancement-capture`, by which they are found again."),
      branch_prefix: BranchPrefix.default("enhance/").describe("Follow-up branches are named <prefix>pr-<number>."),
      draft_until_merged: z.boolean().default(true).describe("Keep the follow-up a draft while its source is open."),
      keep_when_closed: z
        .boolean()
        .default(false)
        .describe("Leave the follow-up open when its source is closed without being merged."),
      comment_on_source: z
        .boolean()
        .default(false)
        .describe("Post one summary comment on the source pull request and keep it current."),
    })
    .prefault({}),
  commands: CommandsConfig.prefault({}),
  status: z
    .strictObject({
      commit_to: z
        .enum(["rolling", "base"])
        .default("rolling")
        .describe(
          "Where the status of merged enhancements is written as pull requests carry them out: to the rolling follow-up, or to the default branch, which falls back to the follow-up where a rule refuses.",
        ),
    })
    .prefault({}),
  check: z
    .enum(["touched", "always", "off"])
    .default("touched")
    .describe("The check run on pull requests: on those that touch the enhancements or this file, on all, or on none."),
});
export type Config = z.infer<typeof Config>;

export const DEFAULT_CONFIG: Config = Config.parse({});

export type ParsedConfig = { ok: true; config: Config } | { ok: false; problems: Problem[] };

/** A config file as it was found. */
export interface ConfigFile {
  /** What problems call it. */
  path: string;
  /** `null`: it is no text. */
  text: string | null;
}

/**
 * Read a config file's text. An empty file is the defaults. Anything that is not a valid config gives problems with
 * lines and never a partial config, so that a mistake cannot widen what is done.
 */
export function parseConfig(text: string): ParsedConfig {
  return parseConfigs([{ path: CONFIG_PATH, text }]);
}

/** The config that files make together, none the defaults: a key at the top is as the last file says that has it. */
export function parseConfigs(files: readonly ConfigFile[]): ParsedConfig {
  const parsed = files.map(parseFile);
  const problems = parsed.flatMap((each) => (each.ok ? [] : each.problems));
  if (problems.length > 0) return { ok: false, problems };
  return {
    ok: true,
    config: Object.assign({ ...DEFAULT_CONFIG }, ...parsed.map((each) => (each.ok ? each.given : {}))) as Config,
  };
}

/** `given`: the keys that the file has, whole. What one of the other name wants is not known, so it is invalid. */
function parseFile({
  path: file,
  text,
}: ConfigFile): { ok: true; given: Partial<Config> } | { ok: false; problems: Problem[] } {
  const invalid = (line: number | undefined, message: string, remedy: string) => ({
    ok: false as const,
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
  const document = parseDocument(text, { schema: "core", lineCounter: lines, merge: false });
  const [error] = document.errors;
  if (error) {
    // What is not ended is noticed at the end of the file, where no text stands.
    const line = lines.linePos(Math.min(error.pos[0], Math.max(0, text.trimEnd().length - 1))).line;
    const { what, remedy } = SYNTAX[error.code] ?? { what: "a mistake in the syntax", remedy: "mend it at this line" };
    return invalid(line, `the config is not valid YAML: ${what}`, remedy);
  }
  const value = toPlain(document);
  if (!value.ok) return invalid(lineOfAlias(document, lines), "the config uses YAML aliases", "write the values out");

  const plain = value.plain ?? {};
  const result = Config.safeParse(plain);
  if (result.success) {
    const given = Object.entries(result.data).filter(([key]) => Object.hasOwn(plain, key));
    return { ok: true, given: Object.fromEntries(given) };
  }
  const mistakes = toMistakes(result.error.issues, { config: value.plain, defaults: DEFAULT_CONFIG });
  const problems = mistakes.map(({ path, told }) => toProblem(file, lineOf(document, path, lines), told));
  return { ok: false, problems: problems.toSorted((one, other) => (one.line ?? 0) - (other.line ?? 0)) };
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
