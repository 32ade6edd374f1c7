/** Words that cannot end a title: they lead on to what was cut. */
import { anyOf } from "./forms.ts";
import { trimEnd } from "./text-end.ts";

const DANGLING = anyOf(
  {
    "Close the cursor to avoid": /to (?:avoid|prevent|keep|stop|start|allow|go)(?: \w{1,30}ing)?/,
    "Check the flags, such": /like|such|including|versus|vs\.?|than/,
    "Close the": /a|an|the|its|our|your|their|both|either|more|as opposed/,
    "Sort the keys and": /and|or|so|but|if|then|also|just|first|not|without/,
    "Read the list of": /of|to|in|on|for|with|by|from|at|as|into|between|via|using/,
    "Check what it must": /is|are|was|were|be|been|being|can|should|would|could|will|may|might|must/,
    "Lock the map when": /(?:that|which|when|where|once|because|since)(?: this)?/,
    "Sort the keys so callers": /so (?:[a-z]{4,20}s|it|they|we|you)|we|you/,
    "Accept other units, e.g.": /e\.g\.?|i\.e\.?|etc\.?/,
    "Add a note to explain": /(?:to )?(?:say|explain|note|state|mention|ensure|show|check)(?:ing)?/,
  },
  { before: /\s/, after: /$/ },
);

/** A title without words at its end that lead on, and without punctuation before them. */
export function withoutDangling(text: string): string {
  let end = text;
  for (let round = 0; round < 8; round += 1) {
    const before = end;
    end = trimEnd(end.replace(DANGLING, ""), ".;:,!?…([{-–—");
    if (end === before) break;
  }
  // "Make it a MUST" would have one word left.
  return end.includes(" ") ? end.trim() : trimEnd(text, ".;:,!?…");
}
