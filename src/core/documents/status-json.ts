/** `status.json`: what machines know of an enhancement. The JSON Schema under `schemas/` is made from this one. */
import { z } from "zod";
import { EnhancementId, IsoDate, Kind, Priority, Status } from "../enhancement.ts";
import type { Problem } from "../problem.ts";
import { Source } from "../source.ts";
import { depthOf, duplicateKeys, editMembers, lineOfKey } from "./json-text.ts";
import { hasReplacement, MOST_CHARACTERS } from "./limits.ts";
import { wordsOfIssue } from "./value-words.ts";

const Slug = z
  .string()
  .max(100)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'a slug is lower-case words joined by "-", like pool-connections');

const Sighting = z.looseObject({
  url: z.string(),
  author: z.string(),
  tool: z.string().nullable().default(null),
  on: IsoDate,
  key: z.string().optional().describe("Key of the suggestion that said the same."),
});

const Evidence = z.looseObject({
  kept: z.array(z.string()).describe("Why it was kept, strongest reason first."),
  priority: z
    .enum(["stated", "assumed", "raised", "decided"])
    .optional()
    .describe(
      "Whether the review says how much it matters, medium was assumed, somebody else raised it again, or a person decided.",
    ),
  redacted: z.boolean().optional().describe("The quote was taken out on request, and stays out."),
  snippet: z
    .string()
    .regex(/^sha256:\S+$/, 'a snippet is "sha256:" and a hash')
    .nullable()
    .default(null)
    .describe("Hash of the reviewed lines, to tell whether they changed since."),
  captured: z
    .string()
    .optional()
    .describe("Digest of what the capture took from the review, to tell when that changes."),
  written: z
    .string()
    .optional()
    .describe("Digest of enhancement.md below its header as we last wrote it: another one was edited by a person."),
  promisedBy: z.string().nullable().default(null).describe("Login of who said that they would do it later."),
  stillTrue: z.enum(["unchanged", "moved", "changed", "gone", "unknown"]).nullable().default(null),
});

const Links = z.looseObject({
  pullRequests: z.array(z.int().positive()).describe("Pull requests that carry it out, or did."),
  issues: z.array(z.int().positive()),
  spec: z.string().nullable(),
  start: z
    .looseObject({ branch: z.string(), base: z.string() })
    .optional()
    .describe("The branch that `/enhance start` made for it, and the commit that it was made on."),
});

const AskedIn = z.looseObject({
  comment: z.string().describe("Kind and number of the comment; and when it was edited, if the edit asked for it."),
  line: z.int().positive().describe("Where the command stands in it."),
});
/** What a command is known by, for good: no two have the same. */
export type AskedIn = z.infer<typeof AskedIn>;

const TookIn = z.looseObject({
  uid: z.string(),
  id: z.string(),
  folder: z.string().optional().describe("Beside this file, with what people had written in its directory."),
});
export type TookIn = z.infer<typeof TookIn>;

const Change = z.looseObject({
  status: Status,
  on: IsoDate,
  by: z.string(),
  reason: z.string().nullable().default(null),
  pullRequest: z.int().positive().optional().describe("The pull request that moved it."),
  commit: z.string().optional().describe("The commit that completed it on the default branch."),
  about: z.enum(["priority", "quote", "title"]).optional().describe("What else than the status was changed."),
  askedIn: AskedIn.optional().describe("The command that asked for it, which is not carried out twice."),
  tookIn: TookIn.optional().describe("The enhancement that was merged into this one."),
});

/** Unknown keys are kept at every level. Dates are UTC days of events. */
export const StatusFile = z.looseObject({
  schemaVersion: z.literal(1, "this version knows schemaVersion 1 only"),
  uid: z
    .string()
    .regex(/^enh_[0-9a-z]{12}$/, 'a uid is "enh_" and twelve letters or digits')
    .describe("Identity for good, made from the first source; the id may be renumbered while unmerged."),
  id: EnhancementId,
  slug: Slug,
  title: z.string().min(1),
  status: Status,
  priority: Priority,
  kind: Kind,
  source: Source,
  key: z.string().min(1).describe("Identity of the suggestion: the same key is never captured twice."),
  sightings: z.array(Sighting),
  evidence: Evidence,
  links: Links,
  analysis: z.looseObject({}).nullable(),
  created: IsoDate,
  updated: IsoDate,
  history: z.array(Change),
});
export type StatusFile = z.infer<typeof StatusFile>;

export type ParsedStatus = { ok: true; value: StatusFile } | { ok: false; problems: Problem[] };

const DEEPEST = 50;
const ADVICE = "restore the file from git, or correct it by hand";

/** Read a `status.json`. Never throws; `path` is named in the problems. */
export function parseStatusJson(text: string, path: string): ParsedStatus {
  const fail = (message: string, remedy: string, line?: number): ParsedStatus => ({
    ok: false,
    problems: [{ path, ...(line !== undefined && { line }), severity: "error", message, remedy }],
  });
  if (text.length > MOST_CHARACTERS) return fail("the file is too large to be a status.json", ADVICE);
  if (hasReplacement(text)) return fail("the file is not valid UTF-8", "save it as UTF-8");
  const json = text.replace(/^\uFEFF/, "");
  if (json.trim() === "") return fail("the file is empty", ADVICE);
  if (depthOf(json) > DEEPEST) return fail(`the JSON is nested more than ${DEEPEST} levels deep`, ADVICE);
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    const { line, reason } = toPlace(error, json);
    return fail(`the file is not valid JSON (${reason})`, ADVICE, line);
  }
  const [duplicate] = duplicateKeys(json);
  if (duplicate) return fail(`"${duplicate.key}" is given twice`, "keep one of the two", duplicate.line);
  const parsed = StatusFile.safeParse(value, { error: wordsOfIssue });
  if (parsed.success) return { ok: true, value: parsed.data };
  return {
    ok: false,
    problems: parsed.error.issues.map(({ path: keys, message }) => {
      const line = typeof keys[0] === "string" ? lineOfKey(json, keys[0]) : undefined;
      return {
        path,
        ...(line !== undefined && { line }),
        severity: "error",
        message: `${keys.map(String).join(".") || "the file"}: ${message}`,
        remedy: "give it a value that schemas/status.schema.json allows",
      };
    }),
  };
}

/** A whole file: stable key order, unknown keys after ours, two spaces, final newline; hidden characters escaped. */
export function renderStatusJson(status: StatusFile): string {
  return `${escapeHidden(JSON.stringify(StatusFile.parse(status), null, 2))}\n`;
}

/**
 * The text with some of our fields changed and every other byte as it was: order, spacing, unknown keys, line ends.
 * A field that is missing is added at the end. The text must be one that `parseStatusJson` accepts.
 */
export function editStatusJson(text: string, changes: Partial<StatusFile>): string {
  return editMembers(text, changes, (value) => escapeHidden(JSON.stringify(value, null, 2)));
}

/** Hidden characters inside JSON strings as `\u202e`: the value is the same, and a reader of the file sees them. */
function escapeHidden(json: string): string {
  return json.replace(/(?![\t\n])[\ufffd\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu, (character) =>
    Array.from(
      { length: character.length },
      (_, index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, "0")}`,
    ).join(""),
  );
}

/** V8's own message quotes the text, so only the place is taken from it; without one the text ended too early. */
function toPlace(error: unknown, json: string): { line: number; reason: string } {
  const position = /position (?<at>\d+)/.exec(error instanceof Error ? error.message : "")?.groups?.["at"];
  const at = Number(position ?? json.length);
  const reason = at >= json.trimEnd().length ? "it ends too early" : "a mistake in the syntax";
  return { line: json.slice(0, at).split("\n").length, reason };
}
