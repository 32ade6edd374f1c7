/** English: words that ask for a change by what they say of what is there. */
import type { Cue } from "../language.ts";
import { INSTRUCTIONS } from "./verbs.ts";

export const HINT_ASKS: readonly Cue[] = [
  {
    name: "a change spelled out",
    strength: 3,
    forms: {
      "s/recieve/receive/": /^`?s\/[^/ ]{1,60}\/[^/]{1,60}/,
      "perhaps a named constant?":
        /^(?:\W{0,4})(?:maybe |perhaps |or )?an? (?!case|example|bug|situation|question|user|way)[^?.!;:]{6,80}\?$/,
      "we already have a helper for this":
        /\b(?:we|there)(?:'s| have| is| exists)?(?: already)?(?: have)? (?:an? )?(?:\w{1,30} )?(?:`x`|helper|function|method|utility|util|class|constant|type) (?:in `x` |`x` )?(?:for (?:this|that|it|exactly (?:this|that))|that does)\b/,
      "recieve -> receive": /^\S{1,40} ?(?:->|→|=>) ?\S{1,40}(?: \S{1,60})?$/,
      "feel free to move it into the shared package":
        /\bfeel free to (?:add|follow|open|create|include|move|change|put)\b/,
      "the dialog could just close itself": /\bcould (?:get rid of|just|simply|also|instead|as well)\b/,
      "could be moved to the shared package":
        /\b(?:could|can|may|might) (?:probably |also |now |then )?be (?:moved|extracted|combined|reused|merged|inlined|split|consolidated|done (?:in|with|by|at|once|as))\b/,
      "it is good practice to close the reader":
        /\b(?:good|best|better|common) practi[cs]e (?:is |would be )?to (?!be\b|have\b)\w/,
      "the condition can be simplified":
        /\b(?:could|can|may|might) (?:probably |also |now |then )?be (?:simplified|replaced|refactored|removed|shortened|written|dropped|rewritten|deleted|expressed)\b/,
      "the lookup can be cached":
        /\b(?:could|can|may|might) (?:probably |also |now |then )?be (?:improved|made|parameterized|generalized|cached|batched|optimized|configurable)\b/,
      "you can use a set here":
        /\b(?:you|we|one) (?:can|could|may|might) (?:also |probably |just |simply |instead |then |actually |always |easily |maybe ){0,5}(?:use|add|ask|tell|let|make|write|call|put|check|pass|include|set|try|do (?:this|it|that) (?:in|with|without|by|at))\b/,
      "you can get rid of the flag":
        /\b(?:you|we|one) (?:can|could|may|might) (?:also |probably |just |simply |instead |then |actually |always |easily |maybe ){0,5}(?:remove|replace|move|drop|get rid|avoid|extract|simplify|reuse|combine|split)\b/,
      "you may also want to flush the buffer":
        /\b(?:you|we|one) (?:can|could|may|might) (?:also |probably |just |simply |instead |then ){0,5}want to (?!look\b|see\b|read\b|check out\b)\b/,
      "the check can go into the parser":
        /\b(?:this|that|it|these|those|they|`x`|the \S{1,40}) (?:can|could|may|might) (?:probably |just |also |all |then |now ){0,2}(?:go (?:in|into|to|inside|under|on) (?!now\b|as\b|first\b|today\b|once\b|when\b|after\b)\w{1,30}|live (?:in|with|under)|be an? (?:one-?liner|const\w{0,6}|static|private|local|single|simple|method|function|class|helper|enum|map|set|list|table|property|parameter|option|separate|property))\b/,
      "maybe something shorter":
        /\bmaybe (?:we|you|just|use|a|an|it|the|add|rename|rather|remove|move|make|rewrite|rewriting|rewording|adding|something)\b/,
      "this still needs error handling":
        /^(?:\W{0,4})(?:(?:this|it|that) (?:also |still |really )?needs (?!to\b)|needs? (?!to be discussed))\w/,
      "this might need a sequence diagram":
        /\b(?:this|that|it|these|they|`x`) (?:might|may|could|probably|would|will|also) (?:also |still )?needs? (?:an?|some|more|another)\b/,
      "the retry loop needs a limit": /\bneeds (?:a|an|more|some|tests?|documentation)\b/,
      "the counter is shared, maybe introduce a second one": new RegExp(
        String.raw`(?:^|[,;.:(] ?|\bor )maybe (?:also |just |even )?(?:${INSTRUCTIONS})\b`,
      ),
      "the snapshot needs updating": /\bneeds? (?:updating|fixing)\b/,
      "`times` and `dates` need more work":
        /\bneeds? (?:an? |some |a bit |a lot |much |quite |further |additional |more ){1,3}(?:more )?(?:work|update|rework|love|polish|attention|thought|cleanup|tests|testing|documentation|docs|explanation)\b/,
      "you probably meant `>=` here": /\byou (?:probably |might have |may have |surely |likely )meant\b/,
    },
  },
  {
    name: "a mistake pointed at",
    strength: 3,
    forms: {
      "there is a typo in the log message": /\btypo\b/,
      "just a nit, the columns don't line up": /\bnit(?:pick)?\b/,
      "you forgot to release the lock": /\b(?:you|we|it|this) forgot (?:to|the|about|an?)\b/,
      "off by one, the last row is skipped": /\boff[- ]by[- ]one\b/,
      "I get an error when the list is empty":
        /\b(?:i|we)(?:'m| am|'re| are)? (?:still |also |now )?(?:get|got|getting|see|saw|seeing|hit|hitting|run into|ran into|running into|encounter(?:ed)?) (?:the (?:following|same)|this|an?|some) (?:\w{1,20} ){0,3}(?:errors?|exceptions?|crash(?:es)?|failures?|panic|segfault|traceback|stack ?trace)\b/,
      "missing a test for the empty list": /\bmissing\b(?! (?:something|smth|anything|the point)\b)/,
      "the `else` branch was missed": /\bmissed\b/,
      "shouldn't this wait for the flush?": /\bshould(?:n't| not) (?:we|it|this|that|these)\b/,
      "no test covers the empty header":
        /\bno (?:unit |integration |regression )?tests? (?:covers?|for|exists?|checks?)\b/,
      "the error path isn't tested": /\b(?:is|are)(?: not|n't) (?:tested|covered by|asserted|exercised)\b/,
      "the rollback is untested": /\buntested\b/,
      "I can't see the flag documented anywhere":
        /\b(?:can't|cannot|don't|couldn't|didn't) (?:see|find) [^.;]{1,60}\b(?:documented|documentation|docs|tested|tests?|described)\b/,
    },
    unless: {
      "what is still missing for the release?":
        /\bwhat(?:'s| is| else is| am i| are we| else are we) (?:\w{1,12} )?missing\b|\bam i missing\b/,
      "sorry, I missed your reply":
        /\bi(?:'ve| have| might have| may have| probably|'m)? (?:\w{1,12} )?miss(?:ed|ing)\b/,
    },
  },
  {
    name: "announced",
    strength: 3,
    forms: {
      "one small thing: the guide still uses the old command":
        /^(?:\W{0,4})(?:(?:otherwise )?(?:lgtm|looks good(?: to me)?)[,.;:]? )?(?:(?:just |only )?(?:one|a|another|two) )?(?:small |minor |last |tiny |quick |more |other |optional |potential ){0,2}(?:thing|gap|concern|remark|caveat|request|thought|idea)s?(?: though)? ?:/,
      "I'm a bit worried about the lock order":
        /\bi(?:'m| am) (?:also |still |just )?(?:a (?:little|bit|tad) |slightly |somewhat |quite |rather )?(?:concerned|worried) (?:about|that|by)\b/,
      "my main concern here is the memory use":
        /\bmy (?:only|main|biggest|one|last) (?:\w{1,20} )?(?:concern|issue|gripe|worry|complaint|request|remark) (?:\w{1,20} ){0,2}is\b/,
    },
  },
  {
    name: "a question whether it is right",
    strength: 3,
    forms: {
      "is this one still correct?":
        /^(?:\W{0,4})(?:(?:hm{1,3}|but|so|and|also|wait),? ){0,2}(?:is|are) (?:this|that|it|these|those|they|the [^?.,;]{1,60}|`x`) (?:one )?(?:really |actually |definitely |always |still |even )?(?:correct|right|accurate|safe|true|valid|thread-?safe)\b[^?]{0,200}\?/,
    },
    unless: {
      "is that correct?":
        /^(?:\W{0,4})(?:(?:hm{1,3}|but|so|and|also|wait),? ){0,2}is (?:this|that|it) (?:really |actually )?(?:correct|right|accurate|true|valid)\W{0,4}$/,
    },
  },
  {
    name: "said to be superfluous",
    strength: 2,
    forms: {
      "this check is redundant":
        /\b(?:redundant|unnecessary|unneeded|duplicat\w{1,30}|useless|superfluous|unrelated change)\b/,
      "the second import is unused":
        /\b(?:unused|not used|never used|used anywhere|no longer (?:used|needed|necessary|relevant)|obsolete|dead code)\b/,
      "we don't need the extra column":
        /\b(?:don't (?:think|believe|see why) (?:we|you|this|it|that) (?:really |actually )?needs?|not needed|isn't needed|don't need|doesn't need)\b/,
      "I don't think it's necessary to copy the list":
        /\b(?:(?:isn't|aren't|is not|are not|not) (?:really |actually |strictly |even )?(?:necessary|required)|(?:don't|do not) (?:think|believe|see why) (?:it|this|that)(?:'s| is) (?:really |actually |even )?(?:needed|necessary|required))\b/,
    },
  },
  {
    name: "another way named",
    strength: 2,
    forms: {
      "this feels like a job for the scheduler": /\bfeels (?:more )?like (?:it|this|something|an?)\b/,
      "a map instead of the two arrays": /\binstead\b/,
      "a slice rather than a copy": /\brather than\b/,
      "I prefer a map over the two arrays":
        /\bi (?:\w{2,12} )?prefer (?!your\b|this (?:version|approach|change)\b|the (?:current|existing|new|old)\b)[^.,;?]{2,60} (?:over|to|here)\b/,
      "seems like a job for the scheduler": /\b(?:seems?|looks?|sounds?) like a job for\b/,
      "we usually put those in the parser": new RegExp(
        String.raw`\bwe (?:usually|normally|generally|typically|always|try to|tend to|try not to|never) (?:${INSTRUCTIONS})\b`,
      ),
      "that's the wrong unit, isn't it?": /\bisn't it\b/,
      "we still need the old column": /\bwe (?:probably |still |also )?need the\b/,
      "a map seems better here": /\bseems? (?:better|best|more appropriate)\b/,
      "this belongs in the service layer":
        /\b(?:this|that|it|these|those|`x`|logic|code|checks?|tests?) (?:really |probably |rather |more |all )?belongs? (?:in|to|into|on|under|with|inside|outside|elsewhere|somewhere else)\b/,
      "an index would make this cheaper":
        /\bwould (?:avoid|speed up|help|make|keep|save|let|allow|simplify|reduce|improve|ensure|prevent|fix (?:it|this|that)|suffice|(?:probably )?do[.!]?$|do the (?:job|trick))/,
    },
  },
  {
    name: "a prohibition",
    strength: 2,
    forms: {
      "you can't sleep here, the lock is held":
        /^(?:\W{0,4})(?:(?:but|no|so|and|also)[,.]? ){0,2}(?:you|we) (?:can't|cannot|can not|mustn't) \w/,
    },
  },
  {
    name: "a hazard",
    strength: 2,
    forms: {
      "this could overflow":
        /\b(?:could|can|may|might|will|would|gonna|going to) (?:\w{1,30} )?(?:blow up|explode|choke|overflow|underflow|fail|crash|deadlock|break|hang|throw|panic|block forever|starve|race)\b/,
      "two writers might corrupt the index":
        /\b(?:could|can|may|might|will|would|gonna|going to) (?:\w{1,30} )?(?:overwrite|override|clobber|shadow|leak|lead to|cause|result in|corrupt|lose|truncate|pollute)\b/,
      "the parent can be null here":
        /\b(?:could|can|may|might|will|would|gonna|going to) (?:\w{1,30} )?be (?:already |still |also )?(?:lost|skipped|null|nil|none|undefined|empty|negative|cancell?ed|closed|freed|deleted|evicted)\b/,
    },
  },
  {
    name: "a defect described",
    strength: 2,
    forms: {
      "the second flag is confusing here":
        /\b(?:ambiguous|confusing|strange|weird|odd|suspicious|fishy|surprising|brittle|fragile|error-?prone|hard to (?:read|follow|understand|maintain|test))\b/,
      "I don't see where the handle gets closed":
        /\bi (?:don't|do not|can't|cannot|couldn't) (?:see|find|tell|figure out|understand) (?:where|how|when|what|why) (?!you\b|i\b|to\b)\w/,
      "there is no check for an empty list":
        /\b(?:there(?:'s| is| are)(?: no|n't any| not any)|(?:doesn't|don't|do not|does not) (?:have|see|do) any) (?:\w{1,20} )?(?:checks?|validation|handling|limits?|guards?|fallback|timeouts?|documentation|docs|mention|tests?|indication|logging|retr(?:y|ies)|cleanup|coverage|assertions?|explanation|protection|locking|sanitization)\b/,
      "not sure we want to expose the pool":
        /\bnot (?:really |quite |entirely |so |too )?(?:sure|convinced|certain)(?: (?:if|that|whether|why|about|how))? (?:we|you|this|it|that|these|`x`|the)\b/,
      "not a fan of the global state":
        /\b(?:not|n't) (?:a |an |really |particularly |such |too ){0,3}(?:(?:big |huge |great )?fan of|(?:like|love) (?:that|this|the|having|how|it))\b/,
      "I wonder if a set would be faster":
        /\b(?:i wonder|wondering|curious) (?:if|whether) (?:an?|the|it|this|that|there|these|`x`)\b/,
      "two parsers have the same problem":
        /\b(?:has|have|suffers? from) (?:exactly )?the same (?:problem|issue|bug|flaw|defect)\b/,
      "the mock does not work on windows":
        /\b(?:not work(?:ing)?|doesn't seem|insufficient|don't think (?:this|it|that) (?:works?|handles?|will|can))\b/,
      "the exception never reaches the caller": /\b(?:throw|exception)\b/,
      "a failed lookup poisons the cache": /\b(?:pollut\w{1,30}|poisons?|discouraged)\b/,
      "the comment says seconds, but the code uses millis":
        /\b(?:outdated|deviates|(?:says?|claims?|states?) [^.?!]{1,80}(?:\bbut (?:the|it|we|this|that)|, here))\b/,
      "the counter is not thread-safe": /\b(?:not|don't think (?:this|it|that) (?:is|would be)) thread[- ]?safe\b/,
      "the full scan is slow": /\b(?:expensive|inefficient|slow|too long)\b/,
      "this returns null when the list is empty":
        /\b(?:returns?|yields?|gives?|becomes?) (?:nan|null|nil|none|undefined)\b[^.;]{0,80}\b(?:when|if|for|on|unless|whenever)\b/,
      "the retry loop will hammer the database":
        /\b(?:will|would|can|could|may|might) (?:\w{1,12} )?(?:hammer|flood|spam|overload|exhaust|drown|overwhelm)\b/,
      "the token ends up in the query string": /\bends? up (?:in|on|with|being)\b/,
    },
    unless: {
      "no race here, the exception is caught upstream":
        /\bno (?:\w{1,30} )?(?:bugs?|vulnerabilit\w{1,30}|regressions?|leaks?|races?|crashes|collisions?)\b/,
      "see https://stackoverflow.com/q/1 for why the branch is slow": /stackoverflow\.com\//,
    },
  },
];
