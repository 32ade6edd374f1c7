/** N4: what authors say of their own change explains it. What they want to change there, they change. */
import type { Rule } from "./rule.ts";

/** A statement of how things are: "Yes, it needs to be a pointer …". */
const STATES =
  /^(?:\W{0,4})(?:(?:yes|yeah|no|well|and|but|so|right),? ){0,2}(?:we|i|it|this|that|they|these|those|there|the \S{1,30}(?: \S{1,30})?) (?:also |still |only |just |do |does )?(?:needs?|has|have|must|can't|cannot|would|wouldn't|will|won't|doesn't|don't|didn't|isn't|is|are|was|were|says?)\b/;
/** Why they are so. */
const GIVES_REASON =
  /\b(?:because|since|otherwise|as (?:it|we|the|this|they)|so (?:we|it|they|the|that|\w{2,20}ing)|in order to)\b/;
/** Words of somebody who wants them otherwise. */
const PROPOSES =
  /\b(?:should|could|maybe|perhaps|let's|please|better|instead|suggest|recommend|consider|ought|i'd|i would|i think|need an?)\b|\?$/;

export const OWN_CHANGE_RULES: readonly Rule[] = [
  {
    name: "explained by its author",
    code: "N4",
    family: "informational",
    confidence: 0.8,
    reason: "the author of the pull request says it of their own change, and puts nothing off",
    matches: ({ isOwnChange, finding: { isClaimed, shape } }) => isOwnChange && !isClaimed && shape !== "labelled",
    example: "This must run before `init()`, because the plugins read the config at load time.",
    exampleByAuthor: true,
  },
  {
    name: "explained in an answer",
    code: "N4",
    family: "informational",
    confidence: 0.7,
    reason: "it answers why things are as they are, and proposes nothing",
    matches: ({ isPerson, isReply, finding: { shape, prose } }) =>
      isPerson &&
      isReply &&
      shape === "sentence" &&
      STATES.test(prose) &&
      GIVES_REASON.test(prose) &&
      !PROPOSES.test(prose),
    example: "It needs to be a pointer, otherwise the lock would be copied.",
    exampleIsReply: true,
  },
];
