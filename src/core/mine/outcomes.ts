/** Expected outcomes, only where the text itself states them. */
import type { Finding } from "./finding.ts";

const OUTCOME =
  /^(?:this|that|it|doing (?:so|this)) (?:would|will|ensures|keeps|makes|avoids|allows|prevents|reduces|improves|helps) (?<what>.{10,200})$/i;
const MOST = 5;

/** Sentences of the explanation that say what the change brings. Often none. */
export function outcomesIn({ explanation, plain }: Finding): string[] {
  const sentences = explanation.flatMap((text) => text.split(/(?<=[.!?])\s/));
  const outcomes = sentences.filter((sentence) => sentence !== plain && OUTCOME.test(sentence.trim()));
  return [...new Set(outcomes)].slice(0, MOST);
}
