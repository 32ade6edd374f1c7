import { describe, expect, it } from "@jest/globals";
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { askIn, cueIn, isChatter, LANGUAGES, sectionOf } from "../../../src/core/mine/cues.ts";
import { TABLES, type Row } from "../../../src/core/mine/languages/language.ts";
import { referencesIn } from "../../../src/core/mine/references.ts";
import { WEIGHINGS } from "../../../src/core/mine/severity-abroad.ts";
import { severityOf } from "../../../src/core/mine/severity.ts";
import { toTitleOf } from "./title-of.ts";
import { isUnbounded, regexLiterals, topAlternatives } from "../../helpers/regex-literals.ts";

/**
 * A new pattern that fails here: bound its quantifiers (`\\w{0,30}` for `\\w*`), or excuse it below, by its first
 * characters and with the reason. UPDATE=1 keeps what the checker finds linear in `fixtures/regex-verdicts.json`, so
 * that it need not be asked again. What reads a whole comment is held to its time by the attack strings below and by
 * the properties of mining.
 */
const EXCUSED: readonly { file: string; starts: string; because: string }[] = [
  { file: "env.ts", starts: "\\/+$", because: "an address that the operator types" },
  { file: "env.ts", starts: "^\\s*[1-9]\\d{0,14}(?:\\s*,", because: "a list that the operator types" },
  { file: "setup/github-site.ts", starts: "\\/+$", because: "an address that the operator types" },
  { file: "setup/public-url.ts", starts: "\\/+$", because: "an address that the operator types" },
  { file: "github/rest-feedback.ts", starts: "^https?:\\/\\/[^/]+", because: "the address of one comment" },
];

interface Verdicts {
  linear: string[];
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

/** Patterns of tables as they are run: some are made of parts, which no literal shows whole. */
const ROWS = LANGUAGES.flatMap((language) => [
  ...language.sections,
  ...language.chatter,
  ...TABLES.flatMap((table): readonly Row[] => language[table] ?? []),
]);
const MADE = [
  ...ROWS.flatMap(({ forms, unless = {} }) => [...Object.values(forms), ...Object.values(unless)]),
  ...WEIGHINGS.map(({ pattern }) => pattern),
].map(({ source, flags }) => ({ file: "tables", source, flags }));
const WRITTEN = [...regexLiterals(), ...MADE];

/** Alternatives with an unbounded quantifier: all others take a constant number of steps at each place. */
const branches: Branch[] = WRITTEN.flatMap(({ file: from, source, flags }) =>
  topAlternatives(source)
    .filter(isUnbounded)
    .map((alternative) => {
      const kept = flags.replace(/[gvyd]/g, "");
      return { file: from, source: alternative, flags: kept, key: `/${alternative}/${kept}` };
    }),
);

describe("regular expressions", () => {
  // A verdict depends on the pattern alone, so it is kept: the checker takes seconds for some of them.
  const isExcused = ({ file: from, source }: Branch): boolean =>
    EXCUSED.some(({ file: at, starts }) => at === from && source.startsWith(starts));

  it("are linear, or excused for a reason", () => {
    const fresh = branches.filter((branch) => !known.linear.includes(branch.key) && !isExcused(branch));
    const bad = fresh.filter(({ source, flags }) => checkSync(source, flags, { timeout: 60_000 }).status !== "safe");
    if (process.env["UPDATE"] === "1") write(fresh.filter((branch) => !bad.includes(branch)));
    expect(bad.map(({ file: from, key }) => `${from}: ${key}`)).toEqual([]);
  }, 600_000);

  it("repeat no words that may stand without a blank between them: how they are parted would be tried in every way", () => {
    const loose = /(?:[*+]|\{\d+,\d*\}) \?\)(?:[*+]|\{\d)/;
    const bad = WRITTEN.filter(({ source }) => loose.test(source));
    expect(bad.map(({ file: from, source }) => `${from}: /${source}/`)).toEqual([]);
    expect(loose.test("(?:[a-z]{1,30} ?){1,5}")).toBe(true);
  });

  it("repeat no choice of which one is a run by itself: how the run is parted would be tried in every way", () => {
    const loose = /\((?:\?:)?\[[^\]]+\](?:\{\d+,\d*\}|[*+])\|(?:\\.|\[[^\]]*\]|[^()[\]\\])*\)(?:\{\d|[*+])/;
    const bad = WRITTEN.filter(({ source }) => loose.test(source));
    expect(bad.map(({ file: from, source }) => `${from}: /${source}/`)).toEqual([]);
    expect(loose.test("(?:[^,()]{1,160}|\\([^()]{0,80}\\)){1,4}, ")).toBe(true);
  });

  it("of English open with no look behind: it would be tried at every character", () => {
    const english = WRITTEN.filter(({ file: from }) => from.includes("languages/english/"));
    expect(english.length).toBeGreaterThan(500);
    expect(english.filter(({ source }) => source.startsWith("(?<=")).map(({ source }) => source)).toEqual([]);
  });

  it("are excused only where they stand", () => {
    const idle = EXCUSED.filter(
      ({ file: at, starts }) => !branches.some(({ file: from, source }) => at === from && source.startsWith(starts)),
    );
    expect(idle).toEqual([]);
  });

  it("know a quadratic one when they see it", () => {
    expect(checkSync("[.,;]+$", "", { timeout: 8_000 }).status).toBe("vulnerable");
    expect(isUnbounded("[.,;]+$")).toBe(true);
    expect(isUnbounded("a{1,9}[*+]\\+")).toBe(false);
    expect(topAlternatives("a|(b|c)[|]|d")).toEqual(["a", "(b|c)[|]", "d"]);
  });
});

/** Keep the verdicts of patterns that still stand, sorted. */
function write(linear: readonly Branch[]): void {
  const standing = new Set(branches.map(({ key }) => key));
  const keys = new Set([...known.linear, ...linear.map(({ key }) => key)]);
  writeFileSync(file, `${JSON.stringify({ linear: [...keys].filter((key) => standing.has(key)).sort() }, null, 2)}\n`);
}

describe("64 KB of an attack", () => {
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
    "before ",
    "when the word ",
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
    // What is bounded but tries every way to part the bounds takes seconds of either.
    expect(large ?? 0).toBeLessThan(2000);
  });

  it("reads all languages", () => {
    expect(LANGUAGES.length).toBeGreaterThanOrEqual(7);
  });
});
