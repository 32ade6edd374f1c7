/** Judgement: one classifier for every finding, whoever wrote it and whoever read it. */
import type { Kind, Priority } from "../enhancement.ts";
import type { Finding } from "./finding.ts";
import { kindOf } from "./kind.ts";
import { DEFERRAL_RULES } from "./rules/deferral.ts";
import { NIT_RULES } from "./rules/nit.ts";
import type { Code, Considered, Rule } from "./rules/rule.ts";
import { SETTLED_RULES } from "./rules/settled.ts";
import { WORTHY_RULES } from "./rules/worthy.ts";

/** All rules, in the order they are asked: the first that matches decides. */
export const RULES: readonly Rule[] = [...SETTLED_RULES, ...DEFERRAL_RULES, ...NIT_RULES, ...WORTHY_RULES];

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
  /** Families of rules to leave out, for measuring what each is worth. */
  without?: ReadonlySet<Rule["family"]>;
}

const IDENTIFIER = /[a-z][A-Z]|\w_\w|\w\(\)|\w\.\w{2,}|::|\/\w|\b[A-Z][a-z]+[A-Z]|[A-Z]{2,}|\d/;

/** Judge a finding. */
export function classify(finding: Finding, { isPerson, without }: ClassifyOptions): Verdict {
  const considered: Considered = {
    finding,
    ask: finding.prose,
    context: finding.context,
    isPerson,
    isConcrete: finding.prose.includes("`x`") || IDENTIFIER.test(finding.plain.slice(1)) || finding.hasSuggestion,
  };
  const rule = RULES.find(({ family, matches }) => !without?.has(family) && matches(considered));
  if (!rule) throw new Error("the last rule of judgement must match everything");
  return {
    code: rule.code,
    rule,
    isWorthy: rule.code.startsWith("W"),
    kind: kindOf(finding),
    priority: priorityOf(finding),
    confidence: confidenceOf(rule, considered),
    reasons: [rule.reason],
  };
}

/** What the text says of its weight; a nit's weight is low. */
function priorityOf({ severity }: Finding): Priority | null {
  if (severity === undefined) return null;
  return severity === "nit" ? "low" : severity;
}

function confidenceOf(rule: Rule, { finding, isConcrete }: Considered): number {
  const claimed = finding.isClaimed ? 0.05 : 0;
  const concrete = isConcrete ? 0.05 : -0.05;
  return Math.round(Math.min(0.99, Math.max(0.05, rule.confidence + claimed + concrete)) * 100) / 100;
}
