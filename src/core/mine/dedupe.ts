/** One thing once: the same change said twice is one finding. */
import type { Finding } from "./finding.ts";

const STOP = new Set(
  "the a an and or of to in on for with is are be this that it as by from at not no we you i should could would can may must need needs add fix use using make consider update ensure which when if but so also instead recommendation suggestion issue problem missing lack critical high medium low minor potential x".split(
    " ",
  ),
);

/** The words that carry a finding's meaning, cut to their stems. */
export function stems(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}_]{2,40}/gu) ?? [];
  const kept = new Set<string>();
  for (const word of words) {
    if (STOP.has(word)) continue;
    kept.add(word.length > 5 ? word.replace(/(?:ing|ation|ions?|ed|es|s|ity|ies|y|e)$/, "") : word.replace(/s$/, ""));
    if (kept.size >= 60) break;
  }
  return kept;
}

/** How much of the smaller set stands in the larger, from 0 to 1. */
export function overlap(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const [small, large] = one.size <= other.size ? [one, other] : [other, one];
  if (small.size === 0) return 0;
  let shared = 0;
  for (const word of small) if (large.has(word)) shared += 1;
  return shared / small.size;
}

const RESTATES =
  /\b(?:recommendations?|summary|next steps|priority|before merge|required actions?|must|should|action items?|verdict|future prs|nice to have|conclusion|consider)\b/;

/** Findings of one body with restatements left out: later words of a summary, and near copies. */
export function mergeFindings(findings: readonly Finding[]): Finding[] {
  const kept: { finding: Finding; title: Set<string>; all: Set<string> }[] = [];
  for (const finding of findings) {
    const title = stems(`${finding.title ?? ""} ${finding.plain}`);
    const all = stems(`${finding.title ?? ""} ${finding.context}`);
    const restates = RESTATES.test(finding.section);
    const isKnown = kept.some((known) => {
      if (known.finding.section === finding.section && finding.form !== "sentence")
        return overlap(title, known.title) >= 0.85 && Math.min(title.size, known.title.size) >= 3;
      const words = restates ? known.all : known.title;
      return overlap(title, words) >= (restates ? 0.6 : 0.8) && Math.min(title.size, words.size) >= 2;
    });
    if (!isKnown) kept.push({ finding, title, all });
  }
  return kept.map(({ finding }) => finding);
}
