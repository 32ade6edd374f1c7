import { describe, expect, it } from "@jest/globals";
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { askIn, cueIn, isChatter, LANGUAGES, sectionOf } from "../../../src/core/mine/cues.ts";
import type { Table } from "../../../src/core/mine/languages/language.ts";
import { referencesIn } from "../../../src/core/mine/references.ts";
import { severityOf } from "../../../src/core/mine/severity.ts";
import { toTitleOf } from "./title-of.ts";
import { isUnbounded, regexLiterals, topAlternatives } from "../../helpers/regex-literals.ts";

/**
 * A new pattern that fails here: bound its quantifiers (`\\w{0,30}` for `\\w*`), or give its file a reason below.
 * UPDATE=1 writes what the checker finds to `fixtures/regex-verdicts.json`, so that it need not be asked again.
 *
 * Patterns that the checker could not prove linear in the time it has, or that are not, by the file they stand in:
 * each reads only short text. What reads a whole comment is held to its time by the attack strings below and by the
 * properties of mining.
 */
const READS_SHORT_TEXT: Readonly<Record<string, string>> = {
  "env.ts": "a setting",
  "core/anchor.ts": "the suggestion block of one comment",
  "core/marker.ts": "the end of a body that we wrote",
  "core/documents/markdown-text.ts": "one line",
  "core/mine/dedupe.ts": "the words of one finding",
  "core/mine/heading.ts": "a heading or a paragraph of at most 2,000 characters",
  "core/mine/inline-scan.ts": "inline Markdown of at most 2,000 characters, with bounded parts",
  "core/mine/labels.ts": "a sentence of at most 2,000 characters",
  "core/mine/noise.ts": "a sentence or a summary of at most 2,000 characters",
  "core/mine/notices.ts": "the first 600 characters of a comment",
  "core/mine/read-unit.ts": "a sentence of at most 2,000 characters",
  "core/mine/table.ts": "a table's head",
  "core/mine/units.ts": "a sentence of at most 2,000 characters",
  "core/mine/reviewers/coderabbit.ts": "one summary line",
  "core/mine/reviewers/devin.ts": "one line",
  "core/mine/reviewers/free-form.ts": "one HTML comment",
  "core/mine/reviewers/greptile.ts": "a heading",
  "core/mine/reviewers/titled.ts": "a title",
  "core/mine/reviewers/remark.ts": "a sentence of at most 2,000 characters",
  "github/rest-feedback.ts": "the address of a comment",
  "setup/github-site.ts": "an address that the operator types",
  "setup/public-url.ts": "an address that the operator types",
};

interface Verdicts {
  linear: string[];
  unproven: Record<string, string[]>;
}

interface Checker {
  checkSync: (source: string, flags: string, options: { timeout: number }) => { status: string };
}

/** The checker's build in plain JavaScript: it starts no process and needs no network. */
const { checkSync } = createRequire(import.meta.url)("recheck/lib/browser.js") as Checker;

const file = path.join(import.meta.dirname, "..", "..", "..", "fixtures", "regex-verdicts.json");
const known = JSON.parse(readFileSync(file, "utf8")) as Verdicts;

interface Branch {
  file: string;
  source: string;
  flags: string;
  key: string;
}

/** Alternatives with an unbounded quantifier: all others take a constant number of steps at each place. */
const branches: Branch[] = regexLiterals().flatMap(({ file: from, source, flags }) =>
  topAlternatives(source)
    .filter(isUnbounded)
    .map((alternative) => {
      const kept = flags.replace(/[gvyd]/g, "");
      return { file: from, source: alternative, flags: kept, key: `/${alternative}/${kept}` };
    }),
);

describe("regular expressions", () => {
  // A verdict depends on the pattern alone, so it is kept: the checker takes seconds for some of them.
  const isKnown = ({ file: from, key }: Branch): boolean =>
    known.linear.includes(key) || (known.unproven[from]?.includes(key) ?? false);

  it("are linear, or read short text only", () => {
    const fresh = branches.filter((branch) => !isKnown(branch));
    const verdicts = new Map(
      fresh.map((branch) => [branch, checkSync(branch.source, branch.flags, { timeout: 8_000 }).status]),
    );
    const bad = fresh.filter((branch) => verdicts.get(branch) !== "safe");
    if (process.env["UPDATE"] === "1")
      write(
        fresh.filter((branch) => !bad.includes(branch)),
        bad,
      );
    const offenders = bad.filter(({ file: from }) => !(from in READS_SHORT_TEXT));
    expect(offenders.map(({ file: from, key }) => `${from}: ${key}`)).toEqual([]);
  }, 600_000);

  it("know a quadratic one when they see it", () => {
    expect(checkSync("[.,;]+$", "", { timeout: 8_000 }).status).toBe("vulnerable");
    expect(isUnbounded("[.,;]+$")).toBe(true);
    expect(isUnbounded("a{1,9}[*+]\\+")).toBe(false);
    expect(topAlternatives("a|(b|c)[|]|d")).toEqual(["a", "(b|c)[|]", "d"]);
  });
});

/** Keep the verdicts of patterns that still stand, sorted. */
function write(linear: readonly Branch[], unproven: readonly Branch[]): void {
  const standing = new Set(branches.map(({ key }) => key));
  const kept: Verdicts = {
    linear: [...new Set([...known.linear, ...linear.map(({ key }) => key)])].filter((key) => standing.has(key)).sort(),
    unproven: {},
  };
  for (const { file: from, key } of branches) {
    if (
      !(known.unproven[from]?.includes(key) ?? unproven.some((branch) => branch.key === key)) ||
      !(from in READS_SHORT_TEXT)
    )
      continue;
    kept.unproven[from] = [...new Set([...(kept.unproven[from] ?? []), key])].sort();
  }
  writeFileSync(file, `${JSON.stringify(kept, null, 2)}\n`);
}

describe("64 KB of an attack", () => {
  const TABLES: readonly Table[] = [
    "asks",
    "defers",
    "nits",
    "settled",
    "fine",
    "process",
    "checks",
    "vague",
    "defects",
  ];
  const read = (text: string): void => {
    for (const table of TABLES) cueIn(table, text);
    askIn(text);
    isChatter(text);
    sectionOf(text);
    severityOf(text);
    referencesIn(text);
    toTitleOf(text);
  };
  const time = (text: string): number => {
    const times = [0, 1, 2].map(() => {
      const start = performance.now();
      read(text);
      return performance.now() - start;
    });
    return Math.min(...times);
  };

  it.each([
    "a",
    " ",
    ".",
    ":",
    "(",
    "`x` ",
    "should ",
    "should be ",
    "please add ",
    "add a the ",
    "in a separate ",
    "todo ",
    "not needed ",
    "is very ",
    "a/",
    "a.b/",
    "#1",
    "https://a",
    "specs/",
    "maybe we ",
    "é",
    "あ",
    "el la ",
    "follow-",
    "could you please ",
    "->",
  ])("of %j grows linearly", (part) => {
    read(part.repeat(100));
    const [small, large] = [16_384, 65_536].map((length) => time(part.repeat(Math.ceil(length / part.length))));
    // Four times the text: linear is 4, quadratic 16. What takes next to nothing is not measured.
    expect(large ?? 0).toBeLessThan(Math.max(400, 10 * (small ?? 0)));
  });

  it("reads all languages", () => {
    expect(LANGUAGES.length).toBeGreaterThanOrEqual(7);
  });
});
