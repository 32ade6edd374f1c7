import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import {
  toWritable,
  editHeader,
  editSection,
  parseEnhancementMd,
  renderEnhancementMd,
  type EnhancementFile,
} from "../../../src/core/documents/enhancement-md.ts";
import { Priority, Status } from "../../../src/core/enhancement.ts";
import { cpuTime } from "../../helpers/cpu-time.ts";
import { hostileText } from "../../helpers/hostile-text.ts";

const FIXTURES = path.join(import.meta.dirname, "../../../fixtures/documents");
const goldens = readdirSync(FIXTURES).filter((name) => name.endsWith(".json"));

/** The value of a file, or a failed test. */
function parse(text: string): EnhancementFile {
  const parsed = parseEnhancementMd(text, "enhancement.md");
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.value;
}

describe("the format", () => {
  it.each(goldens)("of %s is what its value renders, and reads back", (name) => {
    const file = path.join(FIXTURES, name.replace(/\.json$/, ".md"));
    const value = JSON.parse(readFileSync(path.join(FIXTURES, name), "utf8")) as EnhancementFile;
    const text = renderEnhancementMd(value);
    if (process.env["UPDATE"]) writeFileSync(file, text);
    expect(readFileSync(file, "utf8")).toBe(text);
    expect(parse(text)).toEqual(toWritable(value));
  });
});

const item = fc.record({ text: hostileText(8), isDone: fc.boolean() });
const plainItem = fc.record({ text: hostileText(8) });
const date = fc
  .date({ min: new Date("1970-01-01"), max: new Date("2999-12-31"), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10));
const label = fc.constantFrom("PR", "Related Issues", "Comment", "Mentioned Link");
const reference = fc.oneof(
  fc.record({ label, text: hostileText(8) }),
  fc.record({
    label,
    text: fc.webUrl({ withQueryParameters: true }).filter((url) => !/[<>\s]/.test(url)),
    isLink: fc.constant(true as const),
  }),
);
const enhancement: fc.Arbitrary<EnhancementFile> = fc.record({
  title: hostileText(12).filter((text) => text.trim() !== ""),
  id: fc.oneof(
    fc.integer({ min: 1, max: 999 }).map((number) => String(number).padStart(3, "0")),
    fc.constant("1000"),
  ),
  status: fc.constantFrom(...Status.options),
  priority: fc.constantFrom(...Priority.options),
  source: hostileText(8),
  created: date,
  updated: date,
  description: hostileText(),
  outcomes: fc.array(item, { maxLength: 4 }),
  quote: fc.option(fc.record({ text: hostileText(), attribution: hostileText(8) })),
  remarks: fc.array(hostileText(8), { maxLength: 2 }),
  criteria: fc.array(fc.oneof(item, plainItem), { maxLength: 4 }),
  references: fc.array(reference, { maxLength: 4 }),
});

describe("a file", () => {
  it("reads back as the value it was made of", () => {
    fc.assert(
      fc.property(enhancement, (value) => {
        const text = renderEnhancementMd(value);
        expect(parse(text)).toEqual(toWritable(value));
        expect(renderEnhancementMd(parse(text))).toBe(text);
      }),
      { numRuns: 266 },
    );
  });

  it("reads back with Windows line ends and a byte-order mark", () => {
    fc.assert(
      fc.property(enhancement, (value) => {
        const text = `\uFEFF${renderEnhancementMd(value).replaceAll("\n", "\r\n")}`;
        expect(parse(text)).toEqual(toWritable(value));
      }),
      { numRuns: 200 },
    );
  });

  it("is read in the words of the format's own example", () => {
    const text = readFileSync(path.join(FIXTURES, "by-hand", "format-example.md"), "utf8");
    expect(parse(text)).toMatchObject({
      id: "001",
      priority: "high",
      source: "PR #123 Review Feedback",
      outcomes: [
        { text: "Pages answer in half the time", isDone: false },
        { text: "The database sees fewer reads", isDone: true },
      ],
      quote: { text: "Put a cache in front of the report queries.", attribution: "a review bot, PR #123" },
      criteria: [{ text: "Reports open within a second" }],
      references: [
        { label: "PR", text: "#123" },
        { label: "Related Spec", text: "specs/005-api-optimization/" },
        { label: "Related Issues", text: "#45, #67" },
      ],
    });
  });
});

const BY_HAND = readFileSync(path.join(FIXTURES, "by-hand", "edited.md"), "utf8");

describe("editHeader", () => {
  it.each<[name: string, text: string]>([
    ["as it stands", BY_HAND],
    ["with Windows line ends", BY_HAND.replaceAll("\n", "\r\n")],
    ["with a byte-order mark", `\uFEFF${BY_HAND}`],
    ["with front matter", `---\nowner: docs\n---\n${BY_HAND}`],
    ["cut short after the header", BY_HAND.slice(0, BY_HAND.indexOf("## Notes"))],
  ])("of a person's file %s changes the owned values and no other byte", (_name, text) => {
    const edited = editHeader(text, {
      status: "ready",
      updated: "2026-03-01",
      title: "Cache *reports*",
      id: "012",
      priority: "low",
    });
    const expected = text
      .replace("Enhancement: Cache the reports", "Enhancement: Cache \\*reports\\*")
      .replace("**ID**: 001", "**ID**: 012")
      .replace("**Status**:   analyzed", "**Status**:   ready")
      .replace("**Priority**: high", "**Priority**: low")
      .replace("**Last Updated**: 2026-01-02", "**Last Updated**: 2026-03-01");
    expect(edited).toBe(expected);
  });

  it("leaves a file alone when nothing changes", () => {
    fc.assert(
      fc.property(enhancement, (value) => {
        const { id, status, priority, created, updated, title } = toWritable(value);
        const text = renderEnhancementMd(value);
        expect(editHeader(text, { id, status, priority, created, updated, title })).toBe(text);
      }),
      { numRuns: 200 },
    );
  });

  it("adds a line that is missing", () => {
    const text = BY_HAND.replace(/\*\*Priority\*\*.*\n/, "");
    expect(editHeader(text, { priority: "low" })).toBe(
      text.replace("2026-01-02  \n", "2026-01-02  \n**Priority**: low\n"),
    );
  });

  it("never looks below the first rule", () => {
    const text = BY_HAND.replace("**Status**:   analyzed\n", "");
    const edited = editHeader(text, { status: "ready" });
    expect(edited.slice(edited.indexOf("\n---"))).toBe(text.slice(text.indexOf("\n---")));
  });
});

describe("editSection", () => {
  it.each([["adds a section at the end", "## Outcome", "\n## Outcome\n\nDone in PR 9.\n"]])(
    "%s and keeps the rest",
    (_name, heading, added) => {
      expect(editSection(BY_HAND, heading.slice(3), "Done in PR 9.")).toBe(`${BY_HAND}${added}`);
    },
  );

  it("rewrites its own section alone, again and again", () => {
    const once = editSection(BY_HAND, "References", "- PR: #9");
    expect(once).toContain("## References\n\n- PR: #9\n");
    expect(once.slice(0, once.indexOf("## References"))).toBe(BY_HAND.slice(0, BY_HAND.indexOf("## References")));
    expect(editSection(once, "References", "- PR: #9")).toBe(once);
    const middle = editSection(BY_HAND.replaceAll("\n", "\r\n"), "Notes", "gone");
    expect(middle).toContain("## Notes\r\n\r\ngone\r\n\r\n## References\r\n");
  });
});

describe("parseEnhancementMd", () => {
  it.each<[name: string, text: string, line: number | undefined, message: RegExp]>([
    ["an empty file", "", undefined, /empty/],
    ["a byte-order mark alone", "\uFEFF", undefined, /empty/],
    ["a file that is too large", `# Enhancement: x\n${"x".repeat(1_000_001)}`, undefined, /too large/],
    ["bytes that are no UTF-8", BY_HAND.replace("Cache", "C\uFFFDche"), undefined, /UTF-8/],
    ["a missing field", BY_HAND.replace(/\*\*Status\*\*.*\n/, ""), 1, /no \*\*Status\*\*/],
    ["a field given twice", BY_HAND.replace("**ID**: 001", "**ID**: 001\n**ID**: 002"), 4, /\*\*ID\*\* twice/],
    ["an unknown status", BY_HAND.replace("analyzed", "done"), 4, /\*\*Status\*\* is "done"/],
    ["an id too short", BY_HAND.replace("001", "1"), 3, /\*\*ID\*\* is "1"/],
    ["a day that is none", BY_HAND.replace("2026-01-02", "2026-02-30"), 9, /\*\*Last Updated\*\*/],
    ["no title", BY_HAND.replace("# Enhancement: ", "# "), 1, /no title/],
    ["no end of the header", BY_HAND.slice(0, BY_HAND.indexOf("---")), 1, /no end/],
    ["front matter without an end", `---\nowner: docs\n${BY_HAND.replaceAll("---", "")}`, 1, /no closing/],
  ])("refuses %s and says where", (_name, text, line, message) => {
    const parsed = parseEnhancementMd(text, "x/enhancement.md");
    if (parsed.ok) throw new Error("taken as valid");
    const problem = parsed.problems.find((each) => message.test(each.message));
    expect(problem).toMatchObject({ path: "x/enhancement.md", severity: "error" });
    expect(problem?.line).toBe(line);
    expect(problem?.remedy).not.toBe("");
  });

  it("never throws, whatever a file holds", () => {
    fc.assert(
      fc.property(hostileText(60), (text) => void parseEnhancementMd(`# Enhancement: ${text}\n---\n${text}`, "x")),
    );
  });

  it.each(["\n", " ", "> ", "```\n", "- ", "## \n", "`", "\\", "**ID**: \n", "\t \n"])(
    "reads a megabyte of %j in time",
    (unit) => {
      const text = unit.repeat(900_000 / unit.length);
      const parse = () => {
        parseEnhancementMd(`# Enhancement: x\n---\n## Description\n${text}`, "x");
        parseEnhancementMd(text, "x");
      };
      expect(cpuTime(parse)).toBeLessThan(5_000);
    },
  );
});
