/** What people say after the change itself: doubts, and calls for agreement. */

/** Asks for agreement, at the end of a question. */
const TAG = /(?<= \S{1,60} \S{1,60})(?:,| or) (?:right|no|not|yes|correct|ok)(?=\?$)/i;

/** Doubts of whoever writes, at the end. */
const HEDGE =
  /(?<= \S{1,60} \S{1,60}),? (?:as far as i (?:can (?:tell|see)|know)|afaict|afaik|afaics|i (?:think|guess|believe|suppose)|imh?o|though|please|pls)(?=[.!?]?$)/i;

/** Leads on to what stands below: a list, code, or the other of two ways. */
const LEADS_BELOW =
  /(?<= \S{1,60} \S{1,60})(?:,? (?:and|or|but)|,? (?:including|such as|namely|as follows|for example|for instance|e\.g\.)),?$/i;

/** A text without those words at its end. Its last punctuation stays. */
export function withoutEnding(text: string): string {
  return text.replace(TAG, "").replace(HEDGE, "").replace(LEADS_BELOW, "");
}
