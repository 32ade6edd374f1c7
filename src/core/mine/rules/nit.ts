/** N1: small local edits. */
import { cueIn } from "../cues.ts";
import type { Finding } from "../finding.ts";
import { anyOf } from "../forms.ts";
import type { Considered, Rule } from "./rule.ts";

/** Words that make more of an edit than a nit, whatever else it is. */
const WEIGHTY = anyOf(
  {
    "The cast crashes on an empty list.": /crash\w{0,30}|exception|runtime error|overflow/,
    "The handle leaks.": /leaks?|data loss/,
    "The two writers race.": /race|deadlock/,
    "The name allows an injection.": /injection|security|vulnerab\w{0,30}/,
    "The wrong value is kept.": /(?:wrong|incorrect) (?:result|value|output|answer|data)|regression/,
    "The error is silently dropped.": /silently/,
    "The counter is never set.": /never (?:called|set|initiali[sz]ed)/,
    "The flag is always false.": /always (?:nil|null|none|true|false|undefined|empty)/,
    "The reader returns the old page instead of the new one.":
      /(?:returns|uses|keeps|sends|reads|passes) [^.;]{1,80} instead of/,
    "The link is broken.": /breaks?|broken|fails?/,
    "The header is invalid.": /invalid|not valid|rejects?/,
  },
  { before: /\b/, after: /\b/ },
);

/** Sorts of edits that stay small, whatever words stand in them. */
const ALWAYS_LIGHT = new Set(["called a nit", "wording", "a code comment"]);

export const NIT_RULES: readonly Rule[] = [
  {
    name: "a suggested line",
    code: "N1",
    family: "nit",
    confidence: 0.85,
    reason: "a committable edit of a line, with no reason beside it",
    matches: ({ finding }) => finding.shape === "suggestion-block",
    example: "```suggestion\nconst limit = 10;\n```",
  },
  {
    name: "called a nit",
    code: "N1",
    family: "nit",
    confidence: 0.85,
    reason: "the reviewer calls it a nit",
    matches: ({ ask, context, finding, isPerson }) =>
      (finding.kind === "style" && finding.shape === "labelled") ||
      nitOf(ask) === "called a nit" ||
      (isPerson && /^(?:\W{0,4})(?:nit(?:s|pick)?\b|minor(?: nit| point| comment| thing)? ?:)/.test(context)),
    example: "nit: sort these imports",
  },
  {
    name: "a local edit",
    code: "N1",
    family: "nit",
    confidence: 0.75,
    reason: "a small local edit",
    says: ({ finding }) => `a small local edit: ${sortOf(finding) ?? ""}`,
    matches: (considered) => {
      const sort = sortOf(considered.finding);
      return sort !== undefined && (ALWAYS_LIGHT.has(sort) || !isWeighty(considered));
    },
    example: "Please rename this variable to `limit`.",
  },
  {
    name: "a suggested edit with a remark",
    code: "N1",
    family: "nit",
    confidence: 0.7,
    reason: "a committable edit of a line, with a remark but no defect and no reason beside it",
    matches: ({ isPerson, finding, defect, hasReason, cue }) =>
      isPerson &&
      finding.hasSuggestion &&
      !defect &&
      !(cue?.strength === 3 && (hasReason || /\btest(?:s|ed|ing)?\b/.test(finding.prose))),
    example: "What about this?\n\n```suggestion\nconst limit = 10;\n```",
  },
];

/** What sort of edit it is. */
function sortOf({ prose, plain }: Finding): string | undefined {
  return nitOf(prose) ?? (nitOf(plain.toLowerCase()) === "typing" ? "typing" : undefined);
}

function nitOf(prose: string): string | undefined {
  return cueIn("nits", prose)?.name;
}

/** Its own words, or those around it where a tool gives it weight, name a defect. */
function isWeighty({ ask, finding, isPerson }: Considered): boolean {
  if (WEIGHTY.test(ask)) return true;
  const { severity } = finding;
  const isLight = severity === "low" || severity === "nit";
  return !isPerson && !isLight && WEIGHTY.test(finding.context);
}
