/** Judgement: one classifier for every finding, whoever wrote it and whoever read it. */
import type { Kind, Priority } from "../enhancement.ts";
import { confidenceOf } from "./confidence.ts";
import { askIn, cueIn, sectionOf } from "./cues.ts";
import type { Finding } from "./finding.ts";
import { anyOf } from "./forms.ts";
import { kindOfFinding } from "./kind.ts";
import { FAILED_MARK } from "./labels.ts";
import type { SectionKind } from "./languages/language.ts";
import { DEFERRAL_RULES, PROMISE_RULES } from "./rules/deferral.ts";
import { NIT_RULES } from "./rules/nit.ts";
import { PROCESS_RULES, VERIFICATION_RULES } from "./rules/process.ts";
import type { Code, Considered, Family, Rule } from "./rules/rule.ts";
import { OWN_CHANGE_RULES } from "./rules/own-change.ts";
import { SETTLED_RULES } from "./rules/settled.ts";
import { SILENT_RULES, VAGUE_RULES } from "./rules/vague.ts";
import { WORTHY_RULES } from "./rules/worthy.ts";
import { withoutLead } from "./without-lead.ts";

/** All rules, in the order they are asked: the first that matches decides. */
export const RULES: readonly Rule[] = [
  ...SETTLED_RULES,
  ...PROMISE_RULES,
  ...PROCESS_RULES,
  ...DEFERRAL_RULES,
  ...OWN_CHANGE_RULES,
  ...VERIFICATION_RULES,
  ...NIT_RULES,
  ...VAGUE_RULES,
  ...WORTHY_RULES,
  ...SILENT_RULES,
];

export interface Verdict {
  code: Code;
  rule: Rule;
  isWorthy: boolean;
  kind: Kind;
  priority: Priority | null;
  confidence: number;
  reasons: string[];
}

export interface ClassifyOptions {
  isPerson: boolean;
  /** It opens a thread on a line of code. */
  isOnCode: boolean;
  /** Its author says it of a change of their own. */
  isOwnChange?: boolean;
  /** It answers another comment. */
  isReply?: boolean;
  /** Families of rules to leave out, for measuring what each is worth. */
  without?: ReadonlySet<Family>;
}

const LAST = SILENT_RULES[0];
const CONCRETE = /[a-z][A-Z]|\w_\w|\w\(\)|\w\.\w{2,30}|::|\/\w|\b[A-Z][a-z]{1,30}[A-Z]|[A-Z]{2,30}|\d/;
const NOT_CONCRETE = /\b(?:PRs?|CI|IMO|IMHO|TODO|FYI|OK|LGTM|UT|UTs|CC|NIT|AI)\b|\be\.g\.|\bi\.e\./g;
/** Words that give a reason for what they stand beside. */
const REASON = anyOf(
  {
    "Close the cursor, otherwise the lock is held.": /because|since|otherwise/,
    "Sort the keys so that both readers agree.": /so that|in order to/,
    "Cap the queue to avoid a second read.": /to (?:avoid|prevent|ensure|make sure|keep|allow|reduce)/,
    "Share the pool, this way one limit holds.":
      /this (?:way|would|will|makes|means|avoids|allows|can|could|may|might)/,
    "Drop the cast, which makes the check idle.": /which (?:is|are|will|would|can|could|may|means|makes|breaks)/,
    "Lock the map, as we write from two threads.": /as (?:it|this|we|they|the)/,
    "Check the length if the list comes from outside.": /if (?:the|a|an|it|this|someone|we|you|there)/,
    "Reset the clock when a test ends.": /when/,
  },
  { before: /\b/, after: /\b/ },
);

/** Judge a finding. */
export function classify(finding: Finding, options: ClassifyOptions): Verdict {
  const { without } = options;
  const considered = consider(finding, options);
  const rule = RULES.find(({ family, matches }) => !without?.has(family) && matches(considered)) ?? LAST;
  if (!rule) throw new Error("there is no last rule of judgement");
  const isWorthy = rule.code.startsWith("W");
  return {
    code: rule.code,
    rule,
    isWorthy,
    kind: kindOfFinding(finding, isWorthy),
    priority: priorityOf(finding),
    confidence: confidenceOf(rule, considered),
    reasons: [rule.says?.(considered) ?? rule.reason],
  };
}

function consider(
  finding: Finding,
  { isPerson, isOnCode, isOwnChange = false, isReply = false }: ClassifyOptions,
): Considered {
  const { prose, context, plain, section, title } = finding;
  const ask = withoutLead(prose);
  return {
    finding,
    ask,
    context,
    isPerson,
    isOnCode,
    isOwnChange,
    isReply,
    isConcrete: prose.includes("`x`") || namesSomething(plain.slice(1)) || finding.hasSuggestion,
    hasReason: REASON.test(context),
    cue: askIn(prose) ?? askIn(ask) ?? (title === undefined ? undefined : askIn(title.toLowerCase())),
    defect: cueIn("defects", title === undefined ? prose : `${title.toLowerCase()} ${prose}`),
    section: FAILED_MARK.test(context)
      ? "issues"
      : (finding.around ?? nearestSection(section) ?? placed(finding, isPerson)),
  };
}

/** A file and a line. */
const PLACE = /[\w/-]\.\w{1,10}(?::|#)L?\d{1,6}\b/;

/** What a tool gives a name and a line of the code, among things that are not called anything, is an issue. */
function placed({ shape, block, explanation }: Finding, isPerson: boolean): SectionKind | undefined {
  const isPlaced = !isPerson && shape === "titled" && PLACE.test([block.content, ...explanation.slice(0, 2)].join(" "));
  return isPlaced ? "issues" : undefined;
}

/** Names in common use are none; where nothing looks like a name, none of them is taken out. */
function namesSomething(words: string): boolean {
  return CONCRETE.test(words) && CONCRETE.test(words.replace(NOT_CONCRETE, " "));
}

/** What the innermost heading that says something opens. */
function nearestSection(path: string): SectionKind | undefined {
  for (const heading of path.split(" / ").reverse()) {
    const section = sectionOf(heading);
    if (section) return section;
  }
  return undefined;
}

/** What the text says of its weight; a nit's weight is low. */
function priorityOf({ severity }: Finding): Priority | null {
  if (severity === undefined) return null;
  return severity === "nit" ? "low" : severity;
}
