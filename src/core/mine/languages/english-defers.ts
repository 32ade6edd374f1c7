/** English: words that put something off until later. */
import type { Cue } from "./language.ts";

/** Words that say where a thing already is, not where it should go: "this was fixed in a separate PR". */
const ALREADY_THERE =
  /\b(?:is|are|was|were|been|got|just|already|did|have|has) (?:\w{1,30} )?(?:added|fixed|done|handled|addressed|changed?|merged|moved|introduced|made|covered|resolved|included|implemented|this|that|it|reviewed) (?:\w{1,30} ){0,3}(?:in|by|with|as part of) (?:a|an|another|the|this|that|my|its)\b|\b(?:came up|come up|seen|discussed|raised|mentioned|happened) in (?:a|an|another|the)\b|\bpart of (?:another|a different|a separate)\b|\b(?:this|it|that) being (?:in|on) (?:a|an|another)\b|\b(?:your|my) own\b|\bi (?:thought|assume[ds]?|believe)\b/;

export const ENGLISH_DEFERS: readonly Cue[] = [
  {
    name: "for a follow-up",
    strength: 3,
    pattern: /\bfollow(?:ing)?[- ]?ups?\b/,
    unless:
      /\bleave (?:this|that|it) to (?!an?\b)|\bfollow(?:ing)?[- ]?ups? (?:on|to|from|with you|with the|email|question|commit|review|comment)\b|\b(?:no|not|without|isn't|not in) (?:a |any |need for (?:a )?)?follow[- ]?up|\bi(?:'ll| will| can) follow[- ]?up (?:when|with|once|on|later)\b/,
    example: "let's do that in a follow-up",
  },
  {
    name: "for another pull request",
    strength: 3,
    pattern:
      /\b(?:another|different|separate|later|future|subsequent|dedicated|standalone|own) (?:small(?:er)? |clean-?up )?(?:prs?|pull requests?|patch(?:es)?|tickets?|jiras?|mrs?|merge requests?|tasks?|stor(?:y|ies)|cls?)\b|\b(?:separate|different|dedicated|its own|as another) issues?\b|\b(?:in|for|into|to) (?:a |the )?(?:next|new) (?:prs?|pull requests?|patch|mr|cl|ticket)\b/,
    unless: ALREADY_THERE,
    example: "this belongs in a separate PR",
  },
  {
    name: "out of scope",
    strength: 3,
    pattern:
      /\b(?:out of|outside(?: of)?|beyond|not in) (?:the )?scope\b|\bout-of-scope\b|\bnot (?:for|in|as part of) this (?:particular |specific |exact )?(?:pr|pull request|change|patch)\b|\bno action in this pr\b|^(?:\W{0,4})(?:somewhat |slightly |totally |completely |kind of |a bit )?(?:unrelated|orthogonal|tangential)(?: to (?:this|the) (?:pr|pull request|change|patch|diff))?,? (?:but|though|and)\b/,
    unless:
      /\b(?:variable|lock|object|reference|pointer|block|destructor|goes|go|going|falls?|function) (?:\w{1,30} )?out of scope\b/,
    example: "out of scope here, but the retry needs jitter",
  },
  {
    name: "for later",
    strength: 3,
    pattern:
      /\bin (?:the )?(?:near |longer )?future\b|\blater on\b|\bsome ?day\b|\b(?:we|i|should|could|would|will|might|to) eventually\b|\beventually,? (?:we|i|this should|it should|should)\b|\blong(?:er)?[- ]term (?:plan|solution|fix|we|i|goal|it|this|improvement|that|would|should)|\bin the long(?:er)? (?:run|term)\b|\bdown the (?:road|line)\b|\bnext (?:\w{1,20} ){0,2}(?:release|sprint|milestone)\b|\bleave (?:this|that|it|these|those) (?:for|to|until) v?\d|\bfuture (?:work|improvements?|enhancements?|iterations?)\b|\bat some point\b|\bonce (?:this|that|it|the \S{1,30}(?: \S{1,30}){0,2}) (?:lands|has landed|is in|is merged|has been merged)\b|\bafter (?:this|the) (?:merge|pr|release)\b|(?<=\b(?:will|can|could|should|to) be )(?:\bremoved|\bdropped|\bdeleted|\bchanged|\brenamed) (?:in|with) (?:v?\d|version \d|the next)/,
    unless: /\b(?:was|were|had|did|used to)\b[^,.;]{1,60}\bat some point\b|\bto (?:have|get|see) (?:this|it|that) in\b/,
    example: "in the future we may want to shard this",
  },
  {
    name: "postponed",
    strength: 3,
    pattern:
      /\b(?:punt(?:ing|ed)?|postpone)\b|\bdefer(?:red|ring)? (?:this|that|it|these|to (?:a|another|the next|later))\b|\bleave (?:this|that|it|these|the \S{1,60}) (?:for|until) (?:later|another|a|the next|now)\b|\bleave (?:this|that|it|these|those) to (?:an? |the )?(?:\w{1,20} )?(?:extension|later|another|future|next|change|patch)\b|\bcome back (?:to (?:this|it|that) )?later\b|\b(?:revisit|come back to|get back to|do|done|address(?:ed)?|improved?|handled?|fix(?:ed)?|look(?:ed)? at|clean(?:ed)? up|tackled?|optimi[sz]ed?)(?: (?:this|that|it|these))? later\b|\b(?:i|we)(?:'ll| will| can| could| should|'d) (?:\S{1,30} ){1,6}separately\b|\b(?:can|could|should|will|'ll|let's) (?:always |still |also )?(?:revisit|improve|optimi[sz]e|handle|fix|clean up|tackle|address|refactor|add|change|move|extend|replace|remove|split|support|migrate) (?:\S{1,60} ){1,6}later\b(?! than)/,
    example: "let's leave that for later",
  },
  {
    name: "worth an issue",
    strength: 3,
    pattern:
      /\b(?:worth|open|create|creating|file|filing|raise|add|log|track(?:ing|ed)?(?: it| this| that| these)? (?:in|with|as|by)) (?:creating |opening |filing |to )?(?:a |an |another |new |follow-up |separate |github |the ){0,5}(?:issues?|tickets?|jira|todos?|bug report)\b|\btodo ?:|^(?:\W{0,4})todo\b(?! (?:should|is|comment|style))|\b(?:as|with|leave|put|keep) (?:a |this |it as )?todo\b|\btech(?:nical)? debt\b|\blet's track\b/,
    unless:
      /\b(?:remove|delete|stale|old|leftover|left-over|resolve|address|finish) (?:this |the |that |these |your |a )?todos?\b|\bwill (?:cause|raise|create) (?:a |an )?(?:\w{1,30} )?issues?\b/,
    example: "worth opening an issue for the flaky test",
  },
  {
    name: "fine for now",
    strength: 2,
    pattern: /\bfor now\b|\bfor the (?:time being|moment)\b|\bok to ignore\b|\buntil (?:we|there|someone)\b/,
    example: "fine for now, but we need a real lock",
  },
];
