/** N1 and N2: small local edits, and remarks that name no change. */
import { nitIn } from "../cues.ts";
import type { Rule } from "./rule.ts";

const WEIGHTY =
  /\b(?:crash|leak|race|overflow|data loss|injection|security|vulnerab\w*|wrong result|incorrect result|runtime error|exception|deadlock|regression|silently|never (?:called|set|initiali[sz]ed)|breaks?|broken|fails?)\b/;
const VAGUE =
  /\b(?:proper(?:ly)?|appropriate(?:ly)?|adequate(?:ly)?|sufficient(?:ly)?|thorough(?:ly)?|as needed|if needed|if necessary|where (?:needed|necessary|appropriate)|best practices|robust|up[- ]to[- ]date|overall|in general|consistent and logical|comprehensive|best possible|gracefully|potential (?:issues|errors|failures|problems)|necessary precautions)\b/;
const GENERIC =
  /^(?:\W*)(?:\S+ )?(?:(?:also |please |you (?:may|might|could|should) (?:want to )?|consider |it(?:'s| is) (?:recommended|important|crucial|good|advisable) to |should |could )*)(?:ensur(?:e|ing)|mak(?:e|ing) sure|add(?:ing)?|improv(?:e|ing)|review(?:ing)?|updat(?:e|ing)|implement(?:ing)?|provid(?:e|ing)|handl(?:e|ing)|consider(?:ing)?|optimiz(?:e|ing)|test(?:ing)?) (?:that |some |any |more |all |the |proper |better |additional |further |appropriate |thorough |comprehensive |relevant )*(?:error[- ]handling|comments?|documentation|docs|tests?|unit tests?|test cases|code|logging|performance|security|validation|readability|changes|dependencies|packages|edge cases|exceptions?|user input|input|functionality|these changes|everything|scenarios)\b/;

export const NIT_RULES: readonly Rule[] = [
  {
    name: "a suggested line",
    code: "N1",
    family: "nit",
    confidence: 0.85,
    reason: "a committable edit of a line, with no reason beside it",
    matches: ({ finding }) => finding.form === "suggestion-block",
    example: "```suggestion\nconst limit = 10;\n```",
  },
  {
    name: "called a nit",
    code: "N1",
    family: "nit",
    confidence: 0.85,
    reason: "the reviewer calls it a nit",
    matches: ({ ask, context, finding }) =>
      (finding.kind === "style" && finding.form === "labelled") ||
      /^(?:\W{0,4})(?:super |ultra |tiny |small |last )?nit(?:s|pick|picking)?\b|\bnit:|\bnitpick:/.test(ask) ||
      /^(?:\W{0,4})nit(?:s|pick)?\b/.test(context),
    example: "nit: sort these imports",
  },
  {
    name: "a local edit",
    code: "N1",
    family: "nit",
    confidence: 0.75,
    reason: "a small local edit",
    matches: ({ ask, finding, isPerson }) =>
      nitIn(ask) !== undefined &&
      !(
        WEIGHTY.test(ask) ||
        (!isPerson &&
          finding.severity !== undefined &&
          finding.severity !== "nit" &&
          finding.severity !== "low" &&
          WEIGHTY.test(finding.context))
      ),
    example: "Please rename this variable to `limit`.",
  },
  {
    name: "a local edit by its title",
    code: "N1",
    family: "nit",
    confidence: 0.7,
    reason: "a small local edit",
    matches: ({ finding, isPerson }) =>
      !isPerson &&
      finding.title !== undefined &&
      nitIn(finding.title.toLowerCase()) !== undefined &&
      !WEIGHTY.test(finding.context),
    exampleBy: "tool",
    example:
      '## Issues\n\n### 1. Typo in the heading\n\nThe second heading reads "Instalation", use the dictionary spelling.',
  },
  {
    name: "names no change",
    code: "N2",
    family: "vague",
    confidence: 0.7,
    reason: "it names no place and no change",
    matches: ({ ask, isConcrete, finding }) =>
      finding.form !== "titled" && !isConcrete && (GENERIC.test(ask) || VAGUE.test(ask)),
    example: "Please ensure proper error handling.",
  },
  {
    name: "too short to act on",
    code: "N2",
    family: "vague",
    confidence: 0.7,
    reason: "too short to act on a month later",
    matches: ({ ask, isConcrete, finding }) =>
      !isConcrete && finding.form === "sentence" && ask.split(" ").length < 4 && finding.context.split(" ").length < 5,
    example: "should be better",
  },
];
