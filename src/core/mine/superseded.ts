/** Tools that read the whole pull request anew each time: what their newer review leaves out is done. */
import type { Feedback } from "../review.ts";
import { overlap, stems } from "./stems.ts";
import type { Judged, MinedBody } from "./mine-body.ts";

/** A text and what was found in it. */
export interface ReadText {
  text: Feedback;
  body: MinedBody;
}

const REVIEW = /\b(?:review|overview|summary|suggestions)\b/i;

/** The findings of older reviews that a newer review by the same tool no longer raises. Give it all texts, oldest first. */
export function noLongerRaised(texts: readonly ReadText[]): Set<Judged> {
  const gone = new Set<Judged>();
  const newest = new Map<string, Set<string>[]>();
  for (const { text, body } of texts.toReversed()) {
    const { tool, judged } = body;
    if (tool?.restates !== true || !isReview(text, body)) continue;
    const raised = newest.get(tool.name);
    if (!raised) {
      newest.set(tool.name, judged.map(wordsOf));
      continue;
    }
    for (const one of judged) {
      const isDeferred = one.verdict.code === "W3";
      if (!isDeferred && !raised.some((other) => overlap(wordsOf(one), other, 0.5))) gone.add(one);
    }
  }
  return gone;
}

/** A review of the whole, rather than an answer or a remark on a line. */
function isReview({ kind }: Feedback, { document }: MinedBody): boolean {
  if (kind === "review-comment") return false;
  const said = document.blocks.filter(({ quote, kind: of }) => quote === 0 && (of === "heading" || of === "text"));
  return said.some((block, at) => (block.kind === "heading" || at === 0) && REVIEW.test(block.content));
}

function wordsOf({ finding }: Judged): Set<string> {
  return stems(`${finding.title ?? ""} ${finding.plain}`);
}
