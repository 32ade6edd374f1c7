/** W1 and W2: a defect, or an improvement, with something concrete to do. */
import { cueIn, isChatter, wordsOfCue } from "../cues.ts";
import { hasWords } from "../has-words.ts";
import { INSTRUCTIONS } from "../languages/english/verbs.ts";
import type { Considered, Rule } from "./rule.ts";

/** Opens a sentence on the thing that it speaks of. */
const ON_A_THING =
  /^(?:\W{0,4})(?:(?:but|so|and|also|here|now|then|since|because),? ){0,2}(?:the|this|that|these|those|it|an?|every|each|any\w{0,3}|all|both|one|two|no|nobody|nothing|our|only|its?|their|there|they|we|if|when|while|users?|clients?|callers?|requests?)\b/;

/** A gerund that is no subject. */
const A_DOING = String.raw`(?!during|nothing|everything|something|anything|according|including)[a-z]{3,14}ing (?!is\b|are\b|was\b|were\b)`;
/** "Test cases: …" */
const NO_LABEL = String.raw`(?!(?:[\w/-]{1,20} ){0,2}[\w/-]{1,20} ?:)`;

/** "Pooling connections", "💡 Run the linter": what is listed names something to do, rather than how things are. */
const NAMES_A_DOING = new RegExp(
  String.raw`^(?:\W{0,9})(?:\d{1,2}[.)] )?(?:[\w./\x60-]{1,40}(?: [-–—]|:) )?(?:${A_DOING}|(?:${INSTRUCTIONS})\b ${NO_LABEL})`,
);

/** "The log could tell the size": it says how things might be. */
const WISHES = /\b(?:could|should|might|needs?)\b(?! (?:be (?:fine|ok|okay|good|safe)|lead|cause|break|fail)\b)/;

/** Says how well things are: no issue, wherever it is listed. */
const IS_WELL =
  /\b(?:correctly|properly|confirmed|as (?:expected|intended|(?:\w{1,12} ){1,3}predicted)|gitignored|agree|remains? (?:functional|unchanged|fixed)|already)\b/;

/** The words that name the trouble, where a cue tells them. */
function namedTrouble({ finding, defect, context }: Considered): string | undefined {
  const cue = defect ?? cueIn("defects", context);
  const words = cue && (wordsOfCue(cue, finding.prose) ?? wordsOfCue(cue, context));
  return words && `it names a defect or a risk: "${words}"`;
}

export const WORTHY_RULES: readonly Rule[] = [
  {
    name: "a defect",
    code: "W1",
    family: "defect",
    confidence: 0.75,
    reason: "it names a defect or a risk",
    says: namedTrouble,
    matches: ({ finding, defect }) => defect?.strength === 3 || finding.kind === "bug" || finding.kind === "security",
    example: "`parse` crashes when the list is empty, please guard against it.",
  },
  {
    name: "a defect explained",
    code: "W1",
    family: "defect",
    confidence: 0.7,
    reason: "its explanation names a defect or a risk",
    says: namedTrouble,
    matches: ({ finding, defect, context, cue }) =>
      defect !== undefined ||
      ((finding.shape === "titled" || cue?.strength === 3) && cueIn("defects", context)?.strength === 3),
    example: "Please clamp the index. It overflows on a page of 65,536 rows.",
  },
  {
    name: "labelled by its reviewer",
    code: "W2",
    family: "improvement",
    confidence: 0.75,
    reason: "the reviewer labelled it as a suggestion, an issue or a task",
    matches: ({ finding }) => finding.shape === "labelled",
    example: "suggestion (non-blocking): one pool for both clients",
  },
  {
    name: "an improvement",
    code: "W2",
    family: "improvement",
    confidence: 0.7,
    reason: "a concrete improvement that is still worth doing after the merge",
    matches: ({ cue }) => cue?.strength === 3,
    example: "Could we reuse `readPage` from the other module here?",
  },
  {
    name: "weighed by its tool",
    code: "W2",
    family: "improvement",
    confidence: 0.65,
    reason: "its tool reports it as a finding of its own",
    matches: ({ finding: { shape, prose, severity, vendorId, isClaimed }, context, isOnCode, isPerson, isConcrete }) =>
      isClaimed &&
      (vendorId !== undefined ||
        (shape === "titled" && (severity !== undefined || (isOnCode && !isPerson))) ||
        (isOnCode &&
          !isPerson &&
          !isChatter(prose) &&
          (isConcrete || hasWords(context, 8) || (severity !== undefined && severity !== "nit")))),
    exampleBy: "tool",
    example:
      "_🛠️ Refactor suggestion_ | _🟠 Major_\n\n**One pool for both clients.**\n\nBoth clients open a pool of ten connections at start.",
  },
  {
    name: "listed as a suggestion",
    code: "W2",
    family: "improvement",
    confidence: 0.6,
    reason: "it is listed under suggestions",
    matches: ({ finding: { isClaimed, path, prose }, section }) =>
      isClaimed &&
      section === "asks" &&
      (path !== undefined || NAMES_A_DOING.test(prose) || WISHES.test(prose)) &&
      !isChatter(prose),
    exampleBy: "tool",
    example: "## Suggestions\n\n- Pooling connections in `src/db/client.ts`",
  },
  {
    name: "listed as an issue",
    code: "W1",
    family: "defect",
    confidence: 0.6,
    reason: "it is listed among the issues",
    matches: ({ finding, context, section, isConcrete, isPerson }) =>
      !isPerson &&
      finding.isClaimed &&
      (finding.shape === "item" || finding.shape === "titled") &&
      section === "issues" &&
      !isChatter(finding.prose) &&
      !IS_WELL.test(finding.prose) &&
      (isConcrete || (hasWords(context, 6) && !/\bobservations?\b/.test(finding.section))),
    exampleBy: "tool",
    example: "## Issues\n\n- The session cookie is set without `httpOnly`",
  },
  {
    name: "stated beside the line",
    code: "W1",
    family: "defect",
    confidence: 0.65,
    reason: "a reviewer states trouble of the line",
    matches: ({ isPerson, isOnCode, isConcrete, cue, context, finding: { shape, prose } }) =>
      isPerson &&
      isOnCode &&
      cue === undefined &&
      shape === "sentence" &&
      (isConcrete || ON_A_THING.test(prose)) &&
      cueIn("fine", context) === undefined,
    example: "The default of `readPage` is 30 here but 60 over there.",
  },
  {
    name: "another way named",
    code: "W2",
    family: "improvement",
    confidence: 0.6,
    reason: "it names another way to do it",
    matches: ({ cue }) => cue !== undefined,
    example: "A map instead of the two arrays in `readPage`.",
  },
];
