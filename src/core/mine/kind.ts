/** What sort of change a finding asks for, by its label or its words. */
import type { Kind } from "../enhancement.ts";
import type { Finding } from "./finding.ts";

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
      /\b(?:security|vulnerab\w*|injection|xss|csrf|ssrf|traversal|sanitiz\w*|authoriz\w*|authenticat\w*|permissions?|secrets?|credentials?|tokens? leak|exploit\w*|sandbox\w*|malicious|privilege\w*)\b/,
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
      /\b(?:performance|slow\w*|cach(?:e|es|ing)|latency|memory usage|throughput|expensive|inefficient|efficien\w+|optimi[sz]\w*|batch\w*|o\(n|allocations?|n\+1|pool\w*|bottleneck)\b/,
    example: "cache the compiled template",
  },
  {
    kind: "bug",
    pattern:
      /\b(?:bugs?|broken|breaks?|fails?|failures?|crash\w*|leaks?|overflow\w*|race|deadlock|wrong|incorrect\w*|never \w+|exception|null|undefined|throws?|regression|corrupt\w*|collisions?|silently|lost|off[- ]by[- ]one|unhandled|error handling)\b/,
    example: "crashes when the list is empty",
  },
  {
    kind: "style",
    pattern:
      /\b(?:naming|rename|format\w*|whitespace|indent\w*|unused|dead code|nit|imports?|readab\w+|type hints?|style|semicolon|lint\w*)\b/,
    example: "rename this variable",
  },
  {
    kind: "refactor",
    pattern:
      /\b(?:refactor\w*|duplicat\w*|extract\w*|simplif\w*|consolidat\w*|reuse|helper|split|move|cleanup|clean up|decoupl\w*|logging|modulari[sz]\w*|hard-?coded|abstract\w*|inline)\b/,
    example: "extract the duplicated parser",
  },
  {
    kind: "other",
    pattern:
      /\b(?:ci|build|cmake|workflow|pipeline|dependenc\w+|docker\w*|version|release|package|license|accessib\w+|gitignore|pom|gradle)\b/,
    example: "pin the build image",
  },
];

/**
 * The kind that the finding says, else the first that its quoted words suggest, else its whole text's. What is worth
 * keeping is never a matter of style: words of style then mean a refactoring.
 */
export function kindOf(finding: Finding, isWorthy: boolean): Kind {
  const kind = finding.kind ?? kindInWords(finding);
  return isWorthy && kind === "style" ? "refactor" : kind;
}

function kindInWords(finding: Finding): Kind {
  const texts = [`${finding.title?.toLowerCase() ?? ""} ${finding.prose}`, finding.context];
  for (const text of texts) {
    const rule = KIND_RULES.find(({ pattern }) => pattern.test(text));
    if (rule) return rule.kind;
  }
  return "design";
}
