/** W1 and W2: a defect, or an improvement, with something concrete to do. */
import type { Rule } from "./rule.ts";

const DEFECT =
  /\b(?:bugs?|broken|breaks?|fail(?:s|ed|ing|ure|ures)?|crash\w*|leak\w*|overflow\w*|race(?:s| condition)?|deadlock\w*|wrong\w*|incorrect\w*|doesn't (?:work|handle|check|close|match)|does not (?:work|handle|check|close|match)|never \w+|inconsisten\w+|mismatch\w*|misleading|hard-?coded|vulnerab\w+|injection|traversal|throws?|exception|unhandled|unsafe|regression|stale|lacks?|missing|violat\w+|collisions?|truncat\w+|silently|corrupt\w*|unbounded|unvalidated|unauthori[sz]ed|exposed?|conflict\w*|should be `x`|ignored?|ignores|lost|loses|drops?|not (?:handled|checked|validated|enforced|initiali[sz]ed|implemented|released|closed))\b/;

export const WORTHY_RULES: readonly Rule[] = [
  {
    name: "a defect",
    code: "W1",
    family: "defect",
    confidence: 0.8,
    reason: "it names a defect or a risk",
    matches: ({ context, finding }) => DEFECT.test(context) || finding.kind === "bug" || finding.kind === "security",
    example: "`parse` crashes when the list is empty, please guard against it.",
  },
  {
    name: "an improvement",
    code: "W2",
    family: "improvement",
    confidence: 0.7,
    reason: "a concrete improvement that is still worth doing after the merge",
    matches: () => true,
    example: "Could we reuse `readPage` from the other module here?",
  },
];
