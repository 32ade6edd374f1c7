/** English: words that say it is done, or tracked elsewhere. */
import type { Cue } from "../language.ts";

export const SETTLED: readonly Cue[] = [
  {
    name: "done",
    strength: 3,
    forms: {
      "✅ Resolved: the cursor is closed twice": /✅ ?(?:addressed|resolved|fixed|confirmed)/,
      "The lock is gone now #resolved": /#resolved\b/,
      "Fixed in the latest push.":
        /(?<!\bas )\b(?:fixed|resolved|addressed|done) in (?:`x`|[0-9a-f]{7,40}\b|commit|latest|the latest)/,
      "The lock is held too long. Fixed: it is released before the write.":
        /(?:^|[.;] |[-–—] )(?:fixed|resolved|addressed)(?: in (?:this|the) (?:pr|commit|push))?:/,
      "The wait is not capped — accepted, cosmetic.": /[-–—(] ?accepted(?: as[- ]is|, \w{1,20})?[.)]{0,2}$/,
      "This was already fixed.":
        /\b(?:it|this|that|which|issue|bug|finding|these)(?:'s| is| was| has| have| are)? (?:been )?(?:already|previously) (?:been )?(?:addressed|fixed|resolved|reported|done)\b/,
      "Compiler warnings across all modules have been resolved.":
        /^(?:\W{0,9})(?!if\b|once\b|when\b|after\b|until\b)(?:[^\s,;:.]{1,40} ){1,9}(?:has|have) (?:now |all |also |already )?been (?:properly |correctly |fully )?(?:addressed|resolved|fixed)[.!]?$/,
      "This thread is superseded by the one below.": /\bsuperseded by\b/,
      "Previous finding about the lock is resolved.":
        /^\W{0,4}(?:(?:previous|earlier|prior|last) (?:\w{1,20} ){1,4})(?:has been |have been |was |is |are )?(?:now )?(?:addressed|resolved|fixed)\b/,
      "All prior findings from earlier rounds have been resolved.":
        /^\W{0,4}(?:all|both|the|these|those) (?:\w{1,20} ){0,2}(?:previous|earlier|prior) (?:\w{1,20} ){1,8}(?:has been|have been|was|were|is|are) (?:now )?(?:addressed|resolved|fixed)\b/,
    },
  },
  {
    name: "tracked elsewhere",
    strength: 3,
    forms: {
      "We should validate the header here too, tracked in #46.":
        /\b(?:already |is |are )?tracked (?:in|by|as|under|at|with) (?:#|issue|https?:|[a-z]{1,12}-\d)/,
      "Issue #46 covers the retry.": /\b(?:issue|ticket) (?:#\d{1,9}|[a-z]{2,10}-\d{1,9}) (?:tracks|covers)\b/,
      "Known issue (#12).": /\bknown issue \(?#\d/,
      "The timeout will be handled in #46.":
        /\bbe (?:fixed|handled|addressed|covered|resolved|changed|removed) (?:by|in|with|as part of) (?:#\d|https?:)/,
      "This will go away in #51.": /\bthis will (?:change|go away|be gone|disappear) in #\d/,
    },
  },
];
