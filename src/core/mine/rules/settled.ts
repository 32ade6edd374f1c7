/** N3 and N4: the text itself says that nothing is left to do. */
import type { Rule } from "./rule.ts";

const DONE =
  /✅ ?(?:addressed|resolved|fixed|confirmed)|\baddressed in commits?\b|#resolved\b|\b(?:fixed|resolved|addressed|done) in (?:`x`|[0-9a-f]{7,40}\b|commit|latest|the latest)|\b(?:already|previously) (?:been )?(?:addressed|fixed|resolved|tracked|reported|done)\b|\btracked (?:in|by|as|under|at) (?:#|issue|https?:|[a-z]+-\d)|\b(?:issue|ticket) (?:#\d+|[a-z]{2,10}-\d+) (?:tracks|covers)\b|\bsuperseded by\b|\bknown issue \(?#\d/;
const FINE =
  /\b(?:is|are|this is|seems|be|approach is|approach may be|current approach (?:is|may be)|probably) (?:also |probably |perfectly |totally |still )?(?:acceptable|fine|ok|okay|intentional|by design|correct|reasonable|expected|good enough)\b|\bno (?:action|change|changes|fix) (?:is |are )?(?:needed|required|necessary)\b|\bnot (?:a )?(?:blocker|problem|concern)\b.{0,20}\bjust\b|^(?:\W{0,4})(?:optional|informational|info|fyi)\b|#wontfix\b|\bwon't ?fix\b|\b(?:purely|just|only) (?:informational|a note|fyi|an observation)\b|\bbut (?:that's|that is|it's|it is) (?:fine|ok|okay)\b|\blet's not bother\b|\bacceptable for\b|\bif (?:it )?ever (?:becomes|is) (?:really )?(?:necessary|needed|a problem)\b|\breasonable (?:heuristic|addition|trade-?off|choice|default)\b|\bfeel free to ignore\b/;
const LATER = /\bfor now\b.{0,80}\b(?:but|though|however|worth|later)\b|\b(?:follow-?up|issue|ticket)\b/;

export const SETTLED_RULES: readonly Rule[] = [
  {
    name: "marked settled",
    code: "N3",
    family: "settled",
    confidence: 0.95,
    reason: "its tool or its thread marks it as settled",
    matches: ({ finding }) => finding.marks.includes("settled") || finding.marks.includes("withdrawn"),
    exampleBy: "tool",
    example:
      "_⚠️ Potential issue_ | _🟠 Major_\n\n**Close the file handle.**\n\nThe handle leaks when parsing fails.\n\n✅ Addressed in commit 0a1b2c3",
  },
  {
    name: "said to be done",
    code: "N3",
    family: "settled",
    confidence: 0.85,
    reason: "the text says it is done or tracked elsewhere",
    matches: ({ context }) => DONE.test(context),
    example: "We should validate the header here too, tracked in #46.",
  },
  {
    name: "said to be fine",
    code: "N4",
    family: "informational",
    confidence: 0.75,
    reason: "the text says that nothing needs to be done",
    matches: ({ ask, context, finding }) =>
      (finding.marks.includes("informational") && false) ||
      ((FINE.test(ask) ||
        (FINE.test(context) &&
          finding.form !== "sentence" &&
          finding.severity !== "critical" &&
          finding.severity !== "high")) &&
        !LATER.test(ask)),
    example: "Optional: consider dropping the second lookup, the current approach is fine.",
  },
];
