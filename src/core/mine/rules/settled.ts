/** N3 and N4: the text itself says that nothing is left to do. */
import { testerOf } from "../known-text.ts";
import { cueIn } from "../cues.ts";
import type { Finding } from "../finding.ts";
import type { Considered, Rule } from "./rule.ts";

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
    matches: ({ context, finding }) => !isPromised(finding) && cueIn("settled", context) !== undefined,
    example: "We should validate the header here too, tracked in #46.",
  },
  {
    name: "said to be fine",
    code: "N4",
    family: "informational",
    confidence: 0.75,
    reason: "the text says that nothing needs to be done",
    matches: (considered) =>
      !isPromised(considered.finding) && isFine(considered) && cueIn("defers", considered.ask)?.strength !== 3,
    example: "Optional: consider dropping the second lookup, the current approach is fine.",
  },
];

/** What is promised in its thread is wanted, whatever its own words say. */
function isPromised({ marks }: Finding): boolean {
  return marks.includes("elsewhere");
}

/** Words beside the change that leave it to its reader. */
const leavesOpen = testerOf(
  /\bfeel free to (?:ignore|disregard|skip)\b|\bfine (?:as(?: it)? is|if not|either way)\b|\bup to you\b|\byour call\b|\btake it or leave it\b|\btiolo\b|\bno strong (?:opinions?|feelings?|preference)\b|\b(?:not a|no) big deal\b|\bnot (?:quite |really )?worth (?:it|doing|the \w{1,20})\b/,
);

/** Said of the change itself; or of the whole finding, when it neither asks nor weighs heavily. */
function isFine({ ask, context, finding, cue, isPerson }: Considered): boolean {
  if (cueIn("fine", ask) || (isPerson && leavesOpen(context))) return true;
  const isHeavy = finding.severity === "critical" || finding.severity === "high";
  return finding.shape !== "sentence" && !isHeavy && cue?.strength !== 3 && cueIn("fine", context) !== undefined;
}
