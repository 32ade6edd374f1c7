/** How a text puts something off: the words that say so, and whether it says anything else. */
import { deferralIn, matchOf } from "./cues.ts";
import { hasWords } from "./has-words.ts";
import { stems } from "./stems.ts";

const BEFORE =
  /(?:\b(?:in|for|as|into|to|with|until|worth|open|create|file) )?(?:\b(?:a|an|the|its|our|another|some) )?(?:\b(?:separate|small|later|future|new) )?$/;
const AFTER = /^[\w-]{0,20}(?: (?:pr|pull request|issue|ticket|patch|work)\b)?/;
const LONGEST = 60;

/** The words that put it off, as they stand in `prose`; nothing where none do. */
export function deferringWords(prose: string): string | undefined {
  const cue = deferralIn(prose);
  const match = cue && matchOf(cue, prose);
  if (!match) return undefined;
  const end = match.index + match[0].length;
  const before = BEFORE.exec(prose.slice(Math.max(0, match.index - 40), match.index))?.[0] ?? "";
  const after = /\w$/.test(match[0]) ? (AFTER.exec(prose.slice(end, end + 40))?.[0] ?? "") : "";
  return `${before}${match[0]}${after}`.slice(0, LONGEST).toWellFormed().trim();
}

/** Words that stand around those, and name nothing. */
const AROUND = new Set(
  stems(
    "here fine ok okay worth better good happen same put move go come track open file let ll lets though will would shall just then maybe perhaps probably sure yes yeah agree agreed thanks sounds makes sense needed necessary required wanted us tackle solve pull request predates pre existing preexisting",
  ),
);

/** "Can be done in a follow-up": it puts off what stands beside it, and names nothing itself. */
export function isBareDeferral(prose: string): boolean {
  if (deferralIn(prose)?.strength !== 3 || prose.includes("`x`")) return false;
  const rest = stems(prose.replace(deferringWords(prose) ?? "", " "));
  return [...rest].filter((stem) => !AROUND.has(stem)).length === 0;
}

const SOON = "(?:separate|future|later|different|next|dedicated|another|subsequent|own|new)";
/** "in a small", "as its own" */
const IN_ONE = `(?:in|as|for|via|with) (?:(?:a|an|the|its|their|some|my|our) )?(?:(?:small|${SOON}) ){0,2}`;
const FOLLOW_UP = "follow(?:ing)?[- ]?ups?(?: (?:prs?|pull requests?|issues?|changes?|patch|tickets?))?";
const WORK = "(?:prs?|pull requests?|issues?|tickets?|patch|release|change)";
const SOMETIME =
  "later(?: on)?|in (?:the )?future|at some point|at some stage|down the (?:road|line)|some ?day|eventually";
const WHEN = `(?:${IN_ONE}(?:${FOLLOW_UP}|${SOON} ${WORK})|${SOMETIME})`;
const FINE =
  "(?:,|;| [-–—]) (?:(?:that'?s|this is|it'?s|i'?m) )?(?:also )?(?:fine|ok|okay|good|happy|acceptable)(?: to (?:do|leave|fix|address|handle|tackle))?(?: (?:this|that|it))?";
/** ", maybe in a follow-up", "; fine to do later" and "(in a separate PR)" at the end. */
const AT_THE_END = new RegExp(
  `(?:${FINE} ${WHEN}|(?:,|;| [-–—])? (?:(?:but|and|or|maybe|perhaps|possibly|probably|though) ){0,2}${WHEN}| \\((?:maybe |perhaps )?${WHEN}\\))[.!]?$`,
  "i",
);
const SCOPE =
  /,? (?:(?:is|are|seems?|feels?|would be|may be|might be) )?(?:(?:probably|likely|clearly|a bit|bit) )?(?:out of|outside(?: of)?|beyond) (?:the )?scope\b[^,;:]{0,60}$/i;
/** "(separate issue)" and "Commentary (not for this PR):" at the start. */
const AT_THE_START = /^(?:(?:\p{L}{2,20} )?\((?<aside>[^()]{3,60})\)[.:]?|(?<label>[^,.;:]{3,40}):) /iu;

/** A text without the words that put it off, where something is left to say. */
export function withoutDeferral(text: string): string {
  const { groups, 0: opening } = AT_THE_START.exec(text) ?? { 0: "" };
  const aside = (groups?.["aside"] ?? groups?.["label"] ?? "").toLowerCase();
  const start = opening !== "" && isBareDeferral(aside) ? text.slice(opening.length) : text;
  const rest = withoutLastClause(start).replace(AT_THE_END, "").replace(SCOPE, "");
  return hasWords(rest.trim(), 3) ? rest : start;
}

/** "; out of scope here, let's track it" at the end says nothing else. */
function withoutLastClause(text: string): string {
  const at = Math.max(text.lastIndexOf("; "), text.lastIndexOf(" - "), text.lastIndexOf(" — "));
  return at !== -1 && isBareDeferral(text.slice(at + 2).toLowerCase()) ? text.slice(0, at) : text;
}
