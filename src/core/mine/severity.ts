/** How heavy a finding is by what it says: badges, emoji, labels. */
import type { Severity } from "./finding.ts";
import { MAY_WEIGH, severityAbroad } from "./severity-abroad.ts";

interface SeverityRule {
  severity: Severity;
  /** Read in lower case. */
  pattern: RegExp;
  example: string;
}

/** Badges and marks, heaviest first. Read before anything is stripped: some tools keep severity in pictures only. */
export const SEVERITY_RULES: readonly SeverityRule[] = [
  {
    severity: "critical",
    pattern:
      /🔴 ?critical|🚨|⛔|\bcritical\b|\bblocker\b|\bp0\b|\bmust[- ](?:fix|have|address)\b|\bmandatory\b|\bseverity: critical/,
    example: "_⚠️ Potential issue_ | _🔴 Critical_",
  },
  {
    severity: "high",
    pattern:
      /🟠|\bmajor\b|\bhigh[- ](?:priority|severity|risk)\b|^high\b|\bseverity: high|\bp1\b|\bseverity: error|\baction required\b|🔴/,
    example: "![high](https://www.gstatic.com/codereviewagent/high-priority.svg)",
  },
  {
    severity: "medium",
    pattern: /\bmoderate\b|\bmedium\b|\bp2\b|\bshould[- ](?:fix|address|have)\b|\bremediation recommended\b|🟡 ?medium/,
    example: "**Medium Severity**",
  },
  {
    severity: "low",
    pattern:
      /🟡|\bminor\b|^low\b|\blow[- ](?:priority|severity|risk)\b|\bseverity: low|\bp3\b|\bnice[- ]to[- ]have\b|🟢/,
    example: "_🟡 Minor_",
  },
  {
    severity: "nit",
    pattern: /🔵|\btrivial\b|\bnit(?:pick)?s?\b|🧹|\bvery minor\b/,
    example: "_🧹 Nitpick_ | _🔵 Trivial_",
  },
];

/** "Not a blocker", "non-critical": a weight that is denied. */
const DENIED =
  /\b(?:not|no|non|isn't|aren't|nothing|never|hardly)(?: (?:an?|the|that|really|very|super|exactly|of)){0,2}[- ](?:critical|block(?:ers?|ing)|must[- ](?:fix|have)|mandatory|major|high[- ](?:priority|severity|risk))\b/g;

/** Most texts state none: one pass tells. */
const ANY = new RegExp(
  [...SEVERITY_RULES.map(({ pattern }) => pattern), MAY_WEIGH].map(({ source }) => source).join("|"),
);

/** The severity that a mark, badge or heading states, or nothing. */
export function severityOf(text: string): Severity | undefined {
  const lower = text.toLowerCase();
  if (!ANY.test(lower)) return undefined;
  const stated = lower.replace(DENIED, " ");
  return SEVERITY_RULES.find(({ pattern }) => pattern.test(stated))?.severity ?? severityAbroad(stated);
}
