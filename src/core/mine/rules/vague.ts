/** N2: remarks that name no change. */
import { cueIn } from "../cues.ts";
import { hasWords } from "../has-words.ts";
import type { Rule } from "./rule.ts";

/** Vague whatever names stand in them. */
const ALWAYS_VAGUE = new Set(["sums up", "asks for care", "leaves open whether"]);
/** A question for one change, or documents and tests: clear enough in a few words. */
const NAMES_ENOUGH =
  /^(?:should|shouldn't|why not)\b.{1,60}\?$|\b(?:documentation|docs|readme|changelog|tests? (?:for|that|of|with)|needs? (?:an? |more |some )?(?:\w{1,20} )?tests?|covered|tested|configurable|atomic|async\w{0,10}|idempotent|optional|paginated|cached|streamed)\b|\b(?:before|after) (?:\w{1,20} )?\w{3,20}ing\b|\btests?\b.{0,30}\?$/;
/** A tool's words that name a goal leave the change to be found. */
const VAGUE_FROM_TOOLS = "a goal, not a change";

export const VAGUE_RULES: readonly Rule[] = [
  {
    name: "names no change",
    code: "N2",
    family: "vague",
    confidence: 0.7,
    reason: "it names no place and no change",
    matches: ({ ask, isConcrete, isPerson, finding }) => {
      const cue = finding.shape === "titled" ? undefined : (cueIn("vague", ask) ?? cueIn("vague", finding.prose));
      if (cue === undefined || (cue.name === VAGUE_FROM_TOOLS && isPerson)) return false;
      return !isConcrete || ALWAYS_VAGUE.has(cue.name) || cue.name === VAGUE_FROM_TOOLS;
    },
    example: "Please ensure proper error handling.",
  },
  {
    name: "a few words",
    code: "N2",
    family: "vague",
    confidence: 0.65,
    reason: "a few words beside the line: clear there, not a month later",
    matches: ({ isPerson, isConcrete, hasReason, finding: { shape, prose, context }, defect }) =>
      isPerson &&
      !(isConcrete || hasReason || defect) &&
      cueIn("defects", context)?.strength !== 3 &&
      shape === "sentence" &&
      !NAMES_ENOUGH.test(prose) &&
      isShort(prose, 5) &&
      isShort(context, 10),
    example: "make it shorter",
  },
];

/** Asked last: what is left asks for nothing and names no defect. */
export const SILENT_RULES: readonly Rule[] = [
  {
    name: "asks for nothing",
    code: "N2",
    family: "vague",
    confidence: 0.6,
    reason: "it states something, and asks for no change",
    matches: () => true,
    exampleBy: "tool",
    example: "## Findings\n\n- Token usage grows",
  },
];

/** Counted in words, which Chinese and Japanese do not part; in Korean three say as much as five in English. */
export function isShort(text: string, most: number): boolean {
  if (/[\u3040-\u30ff\u3400-\u9fff]/.test(text)) return false;
  return !hasWords(text, Math.floor(/[\uac00-\ud7a3]/.test(text) ? most * 0.6 : most) + 1);
}
