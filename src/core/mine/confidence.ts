/**
 * How sure a judgement is: the rule's own confidence, moved by what the finding has beside its words. The steps are
 * coarse on purpose; `npm run accuracy` prints how often each level is right.
 */
import { ASK_LABEL, opensWith } from "./labels.ts";
import type { Considered, Rule } from "./rules/rule.ts";
import { isShort } from "./rules/vague.ts";

interface Adjustment {
  name: string;
  by: number;
  applies: (considered: Considered) => boolean;
}

/** What moves the confidence of a finding worth keeping. */
const ADJUSTMENTS: readonly Adjustment[] = [
  { name: "names code, a path or a number", by: 0.05, applies: ({ isConcrete }) => isConcrete },
  { name: "names nothing concrete", by: -0.05, applies: ({ isConcrete }) => !isConcrete },
  { name: "stands as a finding of its own", by: 0.05, applies: ({ finding }) => finding.isClaimed },
  { name: "says why", by: 0.05, applies: ({ hasReason }) => hasReason },
  { name: "asks in words", by: 0.05, applies: ({ cue }) => cue?.strength === 3 },
  {
    name: "has a weight from its tool",
    by: 0.1,
    applies: ({ finding: { severity, vendorId } }) =>
      vendorId !== undefined || severity === "critical" || severity === "high" || severity === "medium",
  },
  { name: "a tool's sentence between its findings", by: -0.15, applies: isInPassing },
  {
    name: "a tool's sentence, where no heading says what it is",
    by: -0.15,
    applies: (considered) =>
      isInPassing(considered) && !considered.finding.isClaimed && considered.section === undefined,
  },
  {
    name: "its tool was not sure of it",
    by: -0.1,
    applies: ({ finding: { marks } }) => marks.includes("suppressed"),
  },
  {
    name: "a person's words in the conversation, not on the code",
    by: -0.1,
    applies: ({ isPerson, isOnCode }) => isPerson && !isOnCode,
  },
];

/** What makes a person's words weigh more, or less, than their words of asking alone. */
const OF_PEOPLE: readonly Adjustment[] = [
  { name: "asks in a question", by: 0.05, applies: ({ finding: { prose } }) => /[?？]\W{0,4}$/.test(prose) },
  { name: "speaks of tests", by: 0.1, applies: ({ finding: { prose } }) => /\btest(?:s|ed|ing)?\b/.test(prose) },
  {
    name: "asks in a few words, and names nothing",
    by: -0.05,
    applies: ({ cue, isConcrete, context }) => cue?.strength === 3 && !isConcrete && isShort(context, 11),
  },
];

/** Words about the pull request and its way into the product; "release the lock" and "build an index" are none. */
const ABOUT_PULL =
  /\b(?:prs?|pull requests?|merg(?:ed|ing)|branch(?:es)?|ci|reviews?|reviewers?|(?:merges?|releases?|commits?|builds?)(?! (?:the|an?|its|all|each|both|two)\b))\b/;

/**
 * What people ask of each other in the conversation mostly concerns the pull request, and is done with it. What they put
 * off is another matter, and so is what they say is broken.
 */
const IN_CONVERSATION: readonly Adjustment[] = [
  { name: "speaks of the pull request", by: -0.1, applies: ({ finding: { prose } }) => ABOUT_PULL.test(prose) },
  { name: "has fewer than eight words", by: -0.1, applies: ({ finding: { prose } }) => isShort(prose, 7) },
  {
    name: "requests politely",
    by: -0.1,
    applies: ({ finding: { prose } }) => /\b(?:please|pls|plz)\b/.test(prose),
  },
];

/** A tool says it in a sentence that has no line, item, title or label of its own. */
function isInPassing({ isPerson, isOnCode, finding: { shape, prose } }: Considered): boolean {
  return !isPerson && !isOnCode && shape === "sentence" && !opensWith(ASK_LABEL, prose);
}

/** From 0.05 to 0.99, in steps of a hundredth. */
export function confidenceOf({ code, confidence, family }: Rule, considered: Considered): number {
  const { isPerson, isOnCode, defect } = considered;
  const isTalk = isPerson && !isOnCode && family !== "deferral" && defect?.strength !== 3;
  const adjustments = code.startsWith("W")
    ? [...ADJUSTMENTS, ...(isPerson ? OF_PEOPLE : []), ...(isTalk ? IN_CONVERSATION : [])]
    : [];
  const moved = adjustments.reduce((sum, { by, applies }) => (applies(considered) ? sum + by : sum), confidence);
  return Math.round(Math.min(0.99, Math.max(0.05, moved)) * 100) / 100;
}
