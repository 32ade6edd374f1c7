/** Headings as reviewers write them: `##`, a line all in bold, a summary. What each opens, and which name a finding. */
import { sectionOf } from "./cues.ts";
import type { Severity } from "./finding.ts";
import { anyOf } from "./forms.ts";
import { isPartLabel, WARNING_MARK } from "./labels.ts";
import type { SectionKind } from "./languages/language.ts";
import type { Block, Sentence } from "./markdown.ts";
import { wholeOf } from "./sentence.ts";
import { severityOf } from "./severity.ts";

export interface Heading extends Sentence {
  /** 1 to 6 for headings, 6.5 for a summary, 7 for a line in bold: a lower one ends a higher one. */
  rank: number;
  /** What it says of the words under it, if it says. */
  section: SectionKind | undefined;
  severity: Severity | undefined;
  /** How many `<details>` it stands in. */
  depth: number;
  /** The file it names, when it names no more than that. */
  path?: string;
}

const BOLD_LINE =
  /^\s{0,9}(?:\W{0,4}\s)?(?:\*\*[^*]{2,180}\*\*|__[^_]{2,180}__|<(?:b|strong)>[^<>]{2,180}<\/(?:b|strong)>):?\s{0,9}(?:\W{0,3})$/;
const PATH =
  /^(?:\W{0,4}\d{0,2}[.)]? ?)?`?(?<path>(?:[\w@.-]{1,60}\/){0,12}[\w@-][\w@.-]{0,80}\.[A-Za-z]\w{0,9})`?(?::\d[\d,-]{0,20})?:?(?: (?:and|&) \S{1,60})?(?: ?\([^)]{0,40}\))?$/;

/** Words that name a group of findings, whatever their order. */
const CATEGORY = new Set(
  "a an the and or of for in to with on by this pr code review reviews quality test tests testing coverage security performance documentation docs design architecture style error errors handling considerations consideration concern concerns issue issues problem problems bug bugs potential possible minor major critical high medium low priority severity suggestion suggestions recommendation recommendations improvement improvements enhancement enhancements optimization optimizations required action actions item items task tasks before merge merging must should fix fixes address nice have future follow up followup follow-up follow-ups work next steps additional other general specific gaps gap found areas area comments comment feedback findings finding notes note observations observation questions question mandatory optional blocking non nits nit nitpicks missing hardening requirements requirement immediate further things consider maintainability readability data reliability accessibility compatibility best practices analysis files file by usability naming logic correctness risk risks smells smell implementation deployment configuration key main remaining open summary technical debt changes requested needed needs attention improve could be better".split(
    " ",
  ),
);
const SUBJECT =
  "security|performance|test(?:s|ing)?|code|quality|style|coverage|documentation|docs|architecture|design|error handling|maintainability|accessibility|compatibility|scalability|reliability|deployment|dependencies";
const SIGHT = "considerations?|review|analysis|assessment|aspects?|implications?|quality|coverage|impact|notes|check";
/** A subject alone, "Security & Performance Considerations": what stands under it may be praise as well as trouble. */
const TOPIC = new RegExp(
  String.raw`^\W{0,12}(?:\d{1,2}[.)] )?(?:(?:${SUBJECT})(?: ?(?:&|and|\/|,) ?)?){1,6} ?(?:${SIGHT})?:?\W{0,12}$`,
);

/** The review's own title, which often holds the pull request's: it says nothing of what stands under it. */
const OWN_TITLE = anyOf(
  {
    "Automated PR review: read pages in one go":
      /(?:(?:pull request|pr|code|automated|ai|claude|independent|technical|follow-?up|re-?) ?){1,3}(?:code )?review\b/,
    "Code review of the page reader": /(?:code )?review (?:of|for)\b/,
    "Code Review": /(?:code )?review\W{0,12}$/,
    "Review - read pages in one go": /review ?[:—–-]/,
  },
  { before: /^\W{0,12}/ },
);
export const NUMBERED = /^\W{0,12}(?:issue |#)?\d{1,2}[.):]/;
/** A weight or a kind, and a colon. */
const MARKED = /^\W{0,12}(?:critical|major|high|medium|minor|low|bug|performance|security|nit|important)\b[^:]{0,20}:/;
const VERDICT =
  /^\W{0,12}(?:(?:final|approval|overall|merge|my) )?(?:recommendation|verdict|decision|conclusion|assessment)\W{0,12}$/;

/** The heading that a block is, if it is one. */
export function toHeading(block: Block): Heading | undefined {
  const { content, kind, level } = block;
  const isBold = kind === "text" && block.items.length === 0 && isHeadingLine(content);
  if (kind !== "heading" && kind !== "summary" && !isBold) return undefined;
  const words = wholeOf(block);
  if (isBold && isPartLabel(words.prose) && !/(?:suggestions|recommendations|fixes)\W{0,12}$/.test(words.prose))
    return undefined;
  const path = PATH.exec(words.plain)?.groups?.["path"];
  return {
    ...words,
    rank: rankOf(kind, level),
    section: path === undefined ? opens(words.prose) : undefined,
    severity: pictured([words]) ?? severityOf(words.plain),
    depth: block.details.length,
    ...(path !== undefined && { path }),
  };
}

/** How heavy the pictures in some words say that it is. */
export function pictured(words: readonly Pick<Sentence, "badges">[]): Severity | undefined {
  const badges = words.flatMap((one) => one.badges);
  return badges.length === 0 ? undefined : severityOf(badges.join(" "));
}

/** Ends a heading that says how it was found: "Error handling — correct", "Tests: ✅". */
const FOUND_WELL =
  /(?:[-–—:] ?(?:\W{0,3})(?:correct|clean|acceptable|good|great|excellent|solid|approved?|pass(?:ed|es)?|ok(?:ay)?|fine)|[✅✓✔☑])\W{0,6}$/;

function opens(prose: string): SectionKind | undefined {
  if (FOUND_WELL.test(prose) && !WARNING_MARK.test(prose)) return "praise";
  if (TOPIC.test(prose) || OWN_TITLE.test(prose)) return undefined;
  return VERDICT.test(prose) ? "summary" : sectionOf(prose);
}

/** What stands under a heading: its own word, but trouble named in passing under praise stays praise. */
export function sectionUnder(
  { section, prose, rank }: Heading,
  outer: SectionKind | undefined,
): SectionKind | undefined {
  if (section === undefined) return outer;
  if (outer === "summary" && rank < 7 && !GAINS.test(prose)) return section;
  return yields(outer, section, prose) ? outer : section;
}

/** Under achievements these are achievements: "Performance improvements". */
const GAINS =
  /^\W{0,12}(?:(?!suggested|recommended|possible|potential|needed|further|areas?|more)[a-z&-]{1,20} ){0,3}(?:improvements?|enhancements?|fixes)\W{0,12}$/;

/** Praise, and a verdict, hold on to what stands in them unless it is loud about being something else. */
function yields(outer: SectionKind | undefined, section: SectionKind, prose: string): boolean {
  if (outer !== "praise" && outer !== "settled" && outer !== "summary") return false;
  if (section === "praise" || section === "deferred") return false;
  if (outer !== "settled" && GAINS.test(prose)) return true;
  return !WARNING_MARK.test(prose) && (!isCategory(prose) || NUMBERED.test(prose));
}

/** A line that is all bold, and no sentence, stands for a heading. */
export function isBoldLine(line: string): boolean {
  return line.length < 200 && BOLD_LINE.test(line) && !/[^.\d][.!]\W{0,12}$/.test(line);
}

/** A coloured mark and a word or two: "🟥 High". */
const COLOURED_LINE = /^\s{0,3}(?:🔴|🟠|🟡|🟢|🔵|🟥|🟧|🟨|🟩|🟦)\s{0,3}\p{L}{2,20}(?:[ -]\p{L}{2,20}){0,2}:?\s{0,3}$/u;

/** A line of a paragraph that stands for a heading. */
export function isHeadingLine(line: string): boolean {
  return isBoldLine(line) || (line.length < 80 && COLOURED_LINE.test(line));
}

function rankOf(kind: Block["kind"], level: number): number {
  if (kind === "summary") return 6.5;
  return kind === "heading" ? level : 7;
}

const WORD = /[\p{L}`][\p{L}\p{N}'`_-]*/gu;

/** Whether words only name a group of findings, or a subject. */
export function isCategory(prose: string): boolean {
  WORD.lastIndex = 0;
  for (let match = WORD.exec(prose); match; match = WORD.exec(prose)) if (!CATEGORY.has(match[0])) return false;
  return true;
}

/** When something is to be done: "Short-term (next sprint)", "Required before production", "Phase 2". */
const A_TIME =
  /^\W{0,12}(?:(?:immediate(?:ly)?|(?:short|medium|mid|near|long)(?:er)?[ -](?:term|run)|phase \d{1,2}|next sprint)\b|(?:required |to do |needed )?(?:before|after|post|pre)[ -](?:production|deploy\w{0,5}|release|launch|merg\w{1,3})\b)/;

/** Whether a heading may name a finding: no file, no part of one, no group, no subject, not the review itself. */
export function mayNameFinding({ prose, path }: Heading): boolean {
  if (path !== undefined || A_TIME.test(prose)) return false;
  return !isPartLabel(prose) && !isCategory(prose) && !TOPIC.test(prose) && !OWN_TITLE.test(prose);
}

/** Whether a heading names one finding, rather than a group of them. `outer` is what it stands in. */
export function isTitle(heading: Heading, outer: SectionKind | undefined): boolean {
  if (!mayNameFinding(heading)) return false;
  const { prose, section, rank } = heading;
  const isNumbered = NUMBERED.test(prose);
  if (rank === 6.5 && (!(outer === "issues" || MARKED.test(prose)) || wordsOf(prose).length < 3)) return false;
  if (section === "praise" || section === "settled" || (!isNumbered && wordsOf(prose).length < 2)) return false;
  if (section === "summary" && !isNumbered && !(outer === "issues" && wordsOf(prose).length > 3)) return false;
  if (outer === "issues" || outer === "asks" || outer === "nits" || outer === "deferred") return true;
  if (outer === "praise" || outer === "summary" || outer === "process") return false;
  return isNumbered || MARKED.test(prose) || pictured([heading]) !== undefined;
}

function wordsOf(prose: string): string[] {
  return prose.match(WORD) ?? [];
}
