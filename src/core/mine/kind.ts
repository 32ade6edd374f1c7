/** What sort of change a finding asks for, by its label or its words. */
import type { Kind } from "../enhancement.ts";
import { knownText } from "./known-text.ts";
import type { Finding } from "./finding.ts";
import { indexLines } from "./pattern-index.ts";

interface KindRule {
  kind: Kind;
  pattern: RegExp;
  example: string;
}

/** First match wins. Read against `prose`. */
export const KIND_RULES: readonly KindRule[] = [
  {
    kind: "security",
    pattern:
      /\b(?:security|vulnerab\w{0,30}|injection|xss|csrf|ssrf|traversal|sanitiz\w{0,30}|authoriz\w{0,30}|authenticat\w{0,30}|(?:un|not )escaped|cve-\d{4}-\d{3,7}|permissions?|secrets?|credentials?|tokens? leak|exploit\w{0,30}|sandbox\w{0,30}|malicious|privilege\w{0,30})\b/,
    example: "path traversal in the upload handler",
  },
  {
    kind: "test",
    pattern:
      /\b(?:tests?|testing|unit tests?|coverage|test cases?|test suite|fixtures?|mocks?|junit|pytest|assertions?|flaky)\b/,
    example: "add a test for the empty list",
  },
  {
    kind: "docs",
    pattern:
      /\b(?:document(?:ation|ed|ing)?|docs?|readme|docstrings?|javadocs?|comments?|changelog|guide|wording|typos?|grammar|spelling|example in the)\b/,
    example: "document the timeout in the README",
  },
  {
    kind: "performance",
    pattern:
      /\b(?:performance|slow\w{0,30}|cach(?:e|es|ing)|latency|memory usage|throughput|expensive|inefficient|efficien\w{1,30}|optimi[sz]\w{0,30}|batch\w{0,30}|o\(n|allocations?|n\+1|pool\w{0,30}|bottleneck)\b/,
    example: "cache the compiled template",
  },
  {
    kind: "bug",
    pattern:
      /\b(?:bugs?|broken|breaks?|fails?|failures?|crash\w{0,30}|leaks?|overflow\w{0,30}|race|deadlock|wrong|incorrect\w{0,30}|never \w{1,30}|exception|null|undefined|throws?|regression|corrupt\w{0,30}|collisions?|silently|lost|drops|nan|unbounded|off[- ]by[- ]one|unhandled|error handling)\b/,
    example: "crashes when the list is empty",
  },
  {
    kind: "style",
    pattern:
      /\b(?:naming|rename|format\w{0,30}|whitespace|indent\w{0,30}|unused|dead code|nit|imports?|readab\w{1,30}|type hints?|style|semicolon|lint\w{0,30})\b/,
    example: "rename this variable",
  },
  {
    kind: "refactor",
    pattern:
      /\b(?:refactor\w{0,30}|duplicat\w{0,30}|extract\w{0,30}|simplif\w{0,30}|consolidat\w{0,30}|reuse|helper|split|move|cleanup|clean up|decoupl\w{0,30}|logging|modulari[sz]\w{0,30}|hard-?coded|abstract\w{0,30}|inline)\b/,
    example: "extract the duplicated parser",
  },
  {
    kind: "other",
    pattern:
      /\b(?:ci|build|cmake|workflow|pipeline|dependenc\w{1,30}|docker\w{0,30}|version|release|package|license|accessib\w{1,30}|gitignore|pom|gradle)\b/,
    example: "pin the build image",
  },
];

const ruleIn = indexLines(KIND_RULES);

/**
 * The kind that the finding says, else the first that its quoted words suggest, else its whole text's. What is worth
 * keeping is never a matter of style: words of style then mean a refactoring.
 */
export function kindOfFinding(finding: Finding, isWorthy: boolean): Kind {
  const kind = finding.kind ?? kindInWords(finding);
  return isWorthy && kind === "style" ? "refactor" : kind;
}

function kindInWords(finding: Finding): Kind {
  const { title, prose, context } = finding;
  for (const text of [title === undefined ? prose : `${title.toLowerCase()} ${prose}`, context]) {
    const rule = ruleIn(text, knownText(text).possible);
    if (rule) return rule.kind;
  }
  return "design";
}
