/** `enhancement.md`: the file people read, in the format of the enhancement metadata schema. */
import { z } from "zod";
import { EnhancementId, IsoDate, Priority, Status } from "../enhancement.ts";
import type { Problem } from "../problem.ts";
import { splitFrontMatter } from "./frontmatter.ts";
import {
  parseListItems,
  parseReferences,
  renderListItem,
  renderReference,
  type ListItem,
  type Reference,
} from "./list-items.ts";
import { hasReplacement, MOST_CHARACTERS } from "./limits.ts";
import { blockText, fileText, inlineText, plainBlock, plainBlockText, plainText } from "./markdown-text.ts";
import { editMetadataBlock, parseMetadataBlock, type MetadataBlock } from "./metadata-block.ts";
import { parseQuote, quotable, renderQuote, type Quote } from "./quote.ts";
import { replaceSection, sectionsOf } from "./sections.ts";
import { wordsOfIssue } from "./value-words.ts";
import { oneLine } from "./visible-text.ts";

/** What the file says. All text is plain: Markdown is made and read here. */
export interface EnhancementFile {
  title: string;
  id: string;
  status: Status;
  priority: Priority;
  /** Where it came from, in words: `PR #123 Review Feedback`. */
  source: string;
  created: IsoDate;
  updated: IsoDate;
  /** Paragraphs, parted by an empty line. */
  description: string;
  outcomes: ListItem[];
  quote: Quote | null;
  /** What a reader should know of the quote, one line each. */
  remarks: string[];
  criteria: ListItem[];
  references: Reference[];
}

export type ParsedEnhancement = { ok: true; value: EnhancementFile } | { ok: false; problems: Problem[] };

/** What the title of the file begins with. */
export const TITLE_PREFIX = "Enhancement: ";
const CRITERIA_LEAD = "How we'll know this is successfully implemented:";
/** The sections, in the order of the format. */
export const HEADINGS = [
  "Description",
  "Expected Outcomes",
  "Original Feedback Context",
  "Success Criteria",
  "References",
] as const;
type SectionHeading = (typeof HEADINGS)[number];

/** The whole file, exactly in the order and the words of the format. Hidden characters come out as visible escapes. */
export function renderEnhancementMd(value: EnhancementFile): string {
  const file = toWritable(value);
  const header = [
    `# ${TITLE_PREFIX}${inlineText(file.title)}`,
    "",
    `**ID**: ${file.id}`,
    `**Status**: ${file.status}`,
    `**Priority**: ${file.priority}`,
    `**Source**: ${fileText(file.source)}`,
    `**Created**: ${file.created}`,
    `**Last Updated**: ${file.updated}`,
  ];
  const bodies: Record<SectionHeading, string[]> = {
    Description: [blockText(file.description)],
    "Expected Outcomes": [file.outcomes.map(renderListItem).join("\n")],
    "Original Feedback Context": [file.quote ? renderQuote(file.quote) : "", ...file.remarks.map(inlineText)],
    "Success Criteria": [[CRITERIA_LEAD, ...file.criteria.map(renderListItem)].join("\n")],
    References: [file.references.map(renderReference).join("\n")],
  };
  const sections = HEADINGS.flatMap((heading) => [`## ${heading}`, ...bodies[heading].filter((body) => body !== "")]);
  return `${[header.join("\n"), "---", ...sections].join("\n\n")}\n`;
}

/** What of a value a file can hold: one line where there is room for one, nothing empty, hidden characters escaped. */
export function toWritable(file: EnhancementFile): EnhancementFile {
  const filled = <T extends { text: string }>(items: readonly T[]): T[] =>
    items.map((item) => ({ ...item, text: oneLine(item.text) })).filter(({ text }) => text !== "");
  return {
    ...file,
    title: oneLine(file.title),
    source: oneLine(file.source),
    description: plainBlock(file.description),
    outcomes: filled(file.outcomes),
    quote: file.quote && { text: quotable(file.quote.text), attribution: oneLine(file.quote.attribution) },
    remarks: file.remarks.map(oneLine).filter((remark) => remark !== ""),
    criteria: filled(file.criteria),
    references: filled(file.references),
  };
}

/** Read a file, by whomever it was written. Sections that are missing are empty; never throws. */
export function parseEnhancementMd(text: string, path: string): ParsedEnhancement {
  const readable = readHeader(text, path);
  if (!readable.ok) return readable;
  const { block, body, line } = readable;
  const problems: Problem[] = [];
  const report = (at: number, message: string, remedy: string) =>
    problems.push({ path, line: line + at + 1, severity: "error", message, remedy });

  const field = (name: string): string => {
    const found = block.fields.filter((each) => each.name === name);
    if (found.length === 0)
      report(block.heading?.line ?? 0, `the header has no **${name}**`, `add a line "**${name}**: ..."`);
    if (found[1]) report(found[1].line, `the header has **${name}** twice`, "keep one of the two lines");
    return found[0]?.value ?? "";
  };
  const checked = <T>(name: string, schema: z.ZodType<T>): T | undefined => {
    const value = field(name);
    const result = schema.safeParse(value, { error: wordsOfIssue });
    const at = block.fields.find((each) => each.name === name)?.line;
    if (!result.success && at !== undefined) {
      const message = result.error.issues.map((issue) => issue.message).join("; ");
      report(at, `**${name}** is "${oneLine(value)}": ${message}`, `correct the line "**${name}**: ..."`);
    }
    return result.data;
  };
  const heading = block.heading?.text ?? "";
  if (!heading.startsWith(TITLE_PREFIX)) {
    report(block.heading?.line ?? 0, "there is no title", `begin the file with "# ${TITLE_PREFIX}" and a title`);
  }
  if (block.end === undefined) report(0, "the header has no end", 'put a line "---" between the header and the text');
  const id = checked("ID", EnhancementId);
  const status = checked("Status", Status);
  const priority = checked("Priority", Priority);
  const source = field("Source");
  const created = checked("Created", IsoDate);
  const updated = checked("Last Updated", IsoDate);
  if (problems.length > 0 || !id || !status || !priority || !created || !updated) return { ok: false, problems };

  const below = body
    .split("\n")
    .slice((block.end ?? 0) + 1)
    .join("\n");
  return {
    ok: true,
    value: {
      ...{ title: plainText(heading.slice(TITLE_PREFIX.length)), id, status, priority, source: plainText(source) },
      ...{ created, updated },
      ...parseSections(below.replaceAll("\r\n", "\n")),
    },
  };
}

/** What may be changed in a file that people also edit. */
export interface HeaderChanges {
  title?: string;
  id?: string;
  status?: Status;
  priority?: Priority;
  created?: IsoDate;
  updated?: IsoDate;
}

/** The text with header lines changed and every other byte as it was. Give it a text that `readHeader` can read. */
export function editHeader(text: string, { title, id, status, priority, created, updated }: HeaderChanges): string {
  const split = splitFrontMatter(text);
  if (!split.ok) throw new Error(`cannot edit a header: ${split.message}`);
  const values = { ID: id, Status: status, Priority: priority, Created: created, "Last Updated": updated };
  const changes = Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
  const heading = title === undefined ? undefined : `${TITLE_PREFIX}${inlineText(title)}`;
  return split.raw + editMetadataBlock(split.body, changes, heading);
}

/** The text with a section of ours written or rewritten, and every other byte as it was. `body` is Markdown of ours. */
export function editSection(text: string, heading: string, body: string): string {
  const split = splitFrontMatter(text);
  if (!split.ok) throw new Error(`cannot edit a section: ${split.message}`);
  return split.raw + replaceSection(split.body, heading, body);
}

/** What stands below the header, without carriage returns; the whole text where no header can be read. */
export function bodyBelow(text: string): string {
  const header = readHeader(text, "");
  const lines = (header.ok ? header.body : text).replaceAll("\r\n", "\n").split("\n");
  return lines.slice(header.ok ? (header.block.end ?? -1) + 1 : 0).join("\n");
}

type Readable = { ok: true; block: MetadataBlock; body: string; line: number } | { ok: false; problems: Problem[] };

/** The header of a file that is text at all. `line` is how many lines of front matter stand before `body`. */
export function readHeader(text: string, path: string): Readable {
  const fail = (message: string, remedy: string, line?: number): Readable => ({
    ok: false,
    problems: [{ path, ...(line !== undefined && { line }), severity: "error", message, remedy }],
  });
  if (text.length > MOST_CHARACTERS) return fail("the file is too large to be an enhancement.md", "shorten it");
  if (hasReplacement(text)) return fail("the file is not valid UTF-8", "save it as UTF-8");
  if (text.replace(/^\uFEFF/, "").trim() === "") return fail("the file is empty", "restore the file from git");
  const split = splitFrontMatter(text);
  if (!split.ok) return fail(split.message, "correct the front matter, or take it out", split.line);
  const line = split.raw.split("\n").length - 1;
  return { ok: true, block: parseMetadataBlock(split.body), body: split.body, line };
}

function parseSections(text: string): Omit<EnhancementFile, keyof HeaderChanges | "source"> {
  const sections = new Map<string, readonly string[]>();
  for (const { heading, lines } of sectionsOf(text)) {
    if (!sections.has(heading)) sections.set(heading, lines);
  }
  const lines = (heading: SectionHeading): readonly string[] => sections.get(heading) ?? [];
  const feedback = lines("Original Feedback Context");
  return {
    description: plainBlockText(lines("Description").join("\n")),
    outcomes: parseListItems(lines("Expected Outcomes")),
    quote: parseQuote(feedback) ?? null,
    remarks: feedback
      .filter((line) => line.trim() !== "" && !line.startsWith(">"))
      .map((line) => plainText(line.trim())),
    criteria: parseListItems(lines("Success Criteria")),
    references: parseReferences(lines("References")),
  };
}
