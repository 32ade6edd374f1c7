/** W3: put off until later, by whoever wrote it or in its thread. */
import { cueIn } from "../cues.ts";
import { deferringWords } from "../deferral.ts";
import type { Considered, Rule } from "./rule.ts";

/** "Some cleanups can wait for a follow-up" names nothing that could be done then. */
function namesNothing(ask: string): boolean {
  return cueIn("vague", ask)?.name === "things unnamed";
}

/** The words themselves are the best reason. */
function saysWhen({ finding, ask, context }: Considered): string | undefined {
  const own = finding.deferral;
  const words = deferringWords(ask) ?? deferringWords(own ?? "") ?? own ?? deferringWords(context);
  return words && `deferred by its reviewer: "${words.replace(/\bpr(?=s?\b)/g, "PR")}"`;
}

/** Said around the finding, rather than in it. */
export const PROMISE_RULES: readonly Rule[] = [
  {
    name: "promised in the thread",
    code: "W3",
    family: "deferral",
    confidence: 0.95,
    reason: "its thread puts it off until later",
    matches: ({ finding }) => finding.marks.includes("elsewhere"),
    example: "Consider extracting the retry logic into `withRetry`.",
    exampleReply: "Good point, I'll do that in a follow-up PR.",
  },
  {
    name: "listed for later",
    code: "W3",
    family: "deferral",
    confidence: 0.8,
    reason: "it is listed among the things for later",
    matches: ({ finding }) => finding.marks.includes("deferred"),
    exampleBy: "tool",
    example: "## Future improvements\n\n- Shard the queue by repository",
  },
];

/** Asked after the rules about the pull request: "make it a separate pull request" promises nothing. */
export const DEFERRAL_RULES: readonly Rule[] = [
  {
    name: "put off in words",
    code: "W3",
    family: "deferral",
    confidence: 0.85,
    reason: "the reviewer put it off until later",
    says: saysWhen,
    matches: ({ finding, ask, cue, context, isPerson }) =>
      !(isPerson && namesNothing(ask)) &&
      (finding.deferral !== undefined ||
        cueIn("defers", ask)?.strength === 3 ||
        (isPerson && cue?.strength === 3 && cueIn("defers", context)?.strength === 3)),
    example: "This loop should stream the rows, but let's do that in a follow-up.",
  },
  {
    name: "fine for now",
    code: "W3",
    family: "deferral",
    confidence: 0.65,
    reason: "the reviewer accepts it for now only",
    says: saysWhen,
    matches: ({ ask, context, cue, isPerson }) =>
      isPerson &&
      !namesNothing(ask) &&
      (cueIn("defers", ask) !== undefined || (cue?.strength === 3 && cueIn("defers", context) !== undefined)),
    example: "I would keep the lock as it is for now, but the retry should move to the queue.",
  },
];
