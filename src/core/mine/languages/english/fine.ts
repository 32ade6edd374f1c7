/** English: words that say nothing needs to be done. */
import type { Cue } from "../language.ts";

export const FINE: readonly Cue[] = [
  {
    name: "accepted",
    strength: 3,
    forms: {
      "Optional: consider dropping the second lookup, the current approach is fine.":
        /\b(?:is|are|this is|seems|be|approach is|approach may be|current approach (?:is|may be)|probably) (?:also |probably |perfectly |totally |still )?(?:acceptable|fine|ok|okay|intentional|by design|correct|reasonable|expected|good enough)\b/,
      "That's okay in a script.":
        /\b(?:that's|that is|it's|it is|this is|which is) (?:actually |perfectly |totally |also )?(?:fine|ok|okay|good(?! practice)|great|secure|correct)\b/,
      "The rounding works correctly.": /\b(?:is|are|works?|implemented|handled) (?:\w{1,30} )?correctly\b/,
      "Leave the order as-is.":
        /^\W{0,4}(?:so |then |let's |please )?(?:leave|leaving|keep|keeping) (?:\S{1,30} ){0,2}?as[- ]is\b(?! (?:for|until))/,
      "The names are good as they are.": /\b(?:good|fine|okay|ok) as (?:it|they|this|that|is)\b/,
      "Two lookups look acceptable for a nightly job.": /\bacceptable for\b/,
      "A map is a reasonable choice.": /\breasonable (?:heuristic|addition|trade-?off|choice|default)\b/,
      "The double name is a hook's, acceptable.":
        /[-–—(,;] ?(?:(?:which|that|this) is )?(?:acceptable|intentional|by[- ]design|informational)(?=[.,;)]|$)/,
      "By-design for local caches.": /(?:^|[.;:] )by[- ]design\b/,
      "Closing as #wontfix.": /#wontfix\b/,
      "The old dialog stays a won't fix.": /\bwon't ?fix\b/,
    },
    unless: {
      "I doubt the second cast is correct.":
        /\b(?:not|isn't|aren't|never|neither|whether|if|unless|think|hope|sure|doubt|confirm|verify) (?:\S{1,60} ){0,3}(?:be|is|are) (?:\w{1,30} )?(?:acceptable|fine|ok|okay|intentional|correct|reasonable|expected)\b/,
      "A lock of ten seconds is not acceptable for readers.":
        /(?:\bnot|n't|\bnever) (?:be )?(?:acceptable|fine|ok|okay|intentional|correct|reasonable|expected)\b/,
      "The first page is fine, the second isn't sorted as expected.": /\bas expected\b/,
      "Ensure the offset is handled correctly.":
        /(?:\b(?:not|never|should|must|ensure|whether|verify|if|to|make sure)|n't) (?:[^\s,;()]{1,60} ){0,4}correctly\b/,
      "The cursor is expected to be open here.": /\bexpected (?:to|by|behaviou?r|value|result|output|type|in)\b/,
      "Please clarify which order is intentional.":
        /\b(?:which|what) [^,.;]{1,60} (?:is|are) (?:intentional|correct|expected)\b/,
      "This may be fine if the list stays short, but it's worth a test.":
        /\b(?:may|might|could) be (?:\w{1,20} )?(?:acceptable|fine|ok|okay) (?:if|when|as long as|only)\b/,
      "You should probably correct the unit.": /\bcorrect (?:the|this|value|way|one|type|order)\b/,
    },
  },
  {
    name: "needs nothing",
    strength: 3,
    forms: {
      "The lookup runs twice, no change needed.":
        /\bno (?:action|change|changes|fix) (?:is |are )?(?:needed|required|necessary)\b/,
      "Nothing to change in the parser.": /\bnothing (?:to (?:do|change|fix)|needs to)\b/,
      "Just an observation about the cache.": /\b(?:purely|just|only) (?:informational|a note|fyi|an observation)\b/,
      "Let's not bother with a second index.": /\blet's not bother\b/,
      "There doesn't seem to be any caller left.": /\b(?:does|do)(?:n't| not) (?:seem|appear) to be any\b/,
      "The risk of collisions is negligible.": /\brisk (?:of \w{1,30} )?is (?:low|minimal|negligible)\b/,
      "Feel free to ignore this.": /\bfeel free to ignore\b/,
      "The second close is harmless.": /\b(?:is|are|but) (?:\w{1,20} )?harmless\b/,
      "We can cache it if it ever becomes a problem.":
        /\bif (?:it |this |that )?(?:(?:ever|really) )?(?:becomes|turns out to be|proves to be|turns out that it is) (?:really |too |a )?(?:necessary|needed|problem|slow|bottleneck|issue)\b/,
    },
  },
  {
    name: "called informational",
    strength: 3,
    forms: {
      "FYI: the parser could reuse its buffer.":
        /^(?:\W{0,4})(?:informational|info|fyi|optional|optionally|(?:just )?noting(?: that| informationally| here)?)\b/,
      "A shorter name for the flag (optional)": /\((?:both |all )?optional\)$/,
    },
  },
];
