/** English: words that ask for a change. */
import { VERBS } from "./english-verbs.ts";
import type { Cue } from "./language.ts";

/** Verbs that open an instruction, as one alternative. */
const INSTRUCTIONS = [...VERBS, "do not", "don't"].join("|");

/** What may stand before one: apart from each other, for a pattern is looked up by the words that it opens with. */
const LEADING =
  "also|then|and|so|or|but|either|otherwise|alternatively|instead|again|ideally|maybe|perhaps|possibly|please|pls|just|at minimum|at least|nit|minor|first(?=[,:])|second(?=[,:])|additionally|in addition|to fix|here";
const NUMBERS = "\\d{1,2}[.)]|[a-z]\\)|-";
const PAUSE = "[ ,:]{1,3}";
/** "Tests are …", "use in terms of …" open no instruction. */
const NO_SUBJECT = "(?! (?:is|are|was|were|has|in terms|up the good|up the great|out (?:my|our|the|this|these))\\b)";

const GOOD =
  "better|best|nice|nicer|good|great|cool|helpful|useful|cleaner|simpler|safer|easier|clearer|preferable|beneficial|worth|worthwhile|more \\w{1,30}|(?:a lot|much|way|a bit|a little|slightly) \\w{2,20}er|ideal|wise|neat|interesting|sensible|handy|valuable";

export const ENGLISH_ASKS: readonly Cue[] = [
  {
    name: "an instruction",
    strength: 3,
    pattern: new RegExp(`^(?:${INSTRUCTIONS})\\b${NO_SUBJECT}`),
    example: "add a timeout to the upload client",
  },
  {
    name: "an instruction after a word that leads to it",
    strength: 3,
    pattern: new RegExp(
      `^(?:${LEADING})${PAUSE}(?:(?:${LEADING}|${NUMBERS})${PAUSE}){0,2}(?:${INSTRUCTIONS})\\b${NO_SUBJECT}`,
    ),
    example: "alternatively, just add a timeout to the upload client",
  },
  {
    name: "an instruction with a number",
    strength: 3,
    pattern: new RegExp(
      `^(?:${NUMBERS})${PAUSE}(?:(?:${LEADING}|${NUMBERS})${PAUSE}){0,2}(?:${INSTRUCTIONS})\\b${NO_SUBJECT}`,
    ),
    example: "2. add a timeout to the upload client",
  },
  {
    name: "an instruction after its reason",
    strength: 3,
    pattern: new RegExp(
      `(?:;|\\s[–—-]) (?:so |then |please |just |instead,? ){0,2}(?:${INSTRUCTIONS}) (?:an?|the|it|this|that|these|them|\`x\`|all|both|each|its|one)\\b|, (?:so |just |please )?(?:${INSTRUCTIONS}) (?:it|them)\\b|, (?:so |but |now )?(?:just|please) (?:${INSTRUCTIONS})\\b|, (?:so |just |please )?use (?:that|it|this|those|the|\`x\`)\\b`,
    ),
    example: "the list is read twice; read it once",
  },
  {
    name: "asked politely",
    strength: 3,
    pattern:
      /\b(?:please|pls|plz|kindly)\b,? (?!note\b|see\b|find\b|let\b|feel\b|review\b|refer\b|bear\b|react\b|click\b|visit\b|read\b|ignore\b|go ahead\b|advise\b|(?:check out|take a look|have a look|look at)\b|:)|\S,? (?:please|pls|plz)[.!]{0,3}$/,
    unless:
      /\b(?:reviews?|look|rebase|again|merge|approv\w{1,3}|ping|help|update|me|ci),? (?:please|pls|plz)[.!]{0,3}$/,
    example: "could you please move this into its own class",
  },
  {
    name: "said to be needed",
    strength: 3,
    pattern:
      /\bwe(?:'ll)? (?:still |also |really |do |would |will |just |only |probably |at least ){0,2}need (?:an?|some|more|another|either)\b|\bwe(?:'ll| will)? (?:probably |also |definitely |may |might |still ){0,2}want (?:(?:this|that|it|these) )?to (?!know\b|understand\b|see\b|thank\b|say\b|do\b)\w|^(?:\W{0,4})(?:might|may|probably|you'll|you probably|we probably) (?:also |probably )?want to \w|\b(?:this|that|it|these|`x`) (?:really |probably |still |also )?wants? to be\b|\b(?:should|must|ought to|needs? to|has to|have to|shall)(?:n't)?\b(?! (?:be )?(?:fine|ok|okay|good|safe|enough|sufficient|able|now|already|pass|work|probably be fine|have been|not be a problem|note)\b)/,
    unless:
      /(?<!to be |should be )\ba must\b|\bmust have (?:been|taken|cost)\b|\bno need to\b|\b(?:i|they)(?:'ll|'d)? (?:still |also |just |probably |will |would |may |might )?(?:should|must|need to|needs to|have to|had to)\b|\bneed to (?:understand|figure out|find out|investigate|think)\b|\bas (?:it|they|we) should\b|\b(?:none|nothing|neither|no \w{1,30})(?: \w{1,30}){0,3} (?:should|needs? to|has to|have to|must)\b|\bshould(?:n't| not| never) (?:ever )?(?:happen|occur|matter|be reached|get here)\b|\bshould be (?:handled|covered|caught|done|checked|validated|set) [^.,;]{0,60}\balready\b|\b(?:should|could|must|need to|have to)\b[^.;]{1,200}\bbut (?:then (?:we|you|it|that|the)|(?:that|this|it)(?:'d| would| will))\b|^\W{0,4}if (?:i|we|you) (?:did|do|used|changed|made|moved|removed|wanted) (?:that|this|it|so)\b|\b(?:because|since) [^,]{3,120}, (?:it|they|we) (?:needs?|has|have) to\b|\b(?:don't|not) (?:(?:think|sure) )?(?:[^.,;]{1,40} )?(?:we|you) want to\b|\bshould(?:n't| not) be (?:too |that |very |so )(?:expensive|costly|hard|difficult|bad|much|long|big|complicated|tricky|slow)\b|\bshould be (?:pretty |fairly |relatively |quite )?(?:straightforward|easy|trivial|simple enough|quick)\b|\b(?:so|because|since|and|but) (?:we|they) (?:\w{1,20} )?(?:have|had) to\b|\bshould(?:n't| not)? (?:be|have been) (?:good|ready|able|fixed|done|resolved|addressed|working|there|in place|the case|possible|enough|sufficient|safe)\b|\bdo(?:es)?(?:n't| not) (?:need|have) to\b|\b(?:should i|who should)\b|\b(?:see|decide|discuss|know|check|ask|tell|determine) (?:if|whether) [^,;]{1,120} (?:want|need|should|must)\b|\b(?:how|where|when) (?:do|should|would|could|can) (?:we|you|i)\b|\bshould not (?:introduce|cause|break|affect|be an? (?:issue|problem))\b|^(?:this|that|it) should (?:make|help|fix|do it|do the|solve|resolve|address|cover)\b|^(?:[^,;.]{1,40}, )?[^,;.]{1,80}\b(?:states?|says|said|specif(?:y|ies)|mandates?) (?:explicitly )?that [^,;]{1,300}$/,
    example: "the cache must be invalidated when the schema changes",
  },
  {
    name: "something to consider",
    strength: 3,
    pattern: /\bconsider(?:ing)?\b(?! (?:this|it) (?:done|resolved|closed))/,
    unless: /\b(?:i|we|they|you|it|that) consider\b|\bafter considering\b/,
    example: "consider caching the compiled templates",
  },
  {
    name: "a proposal",
    strength: 3,
    pattern:
      /\b(?:(?:i|we|i'd|we'd|would|also|can|could|to) (?:\w{1,30} ){0,2}(?:suggest|recommend|propose|prefer|advise)|\b(?:suggest|recommend|propose)(?:ing|ed)?:? (?!by|in the|change)\w|^suggestion\b|^recommendation\b|^ideally,? (?:this|it|we|the|that|there|these)\b|recommended to|my (?:suggestion|preference)|i(?:'m| am| would be|'d be) (?:rather |very |still |also )?(?:inclined|tempted) to \w|(?:i|we)(?: would|'d) (?:at least|probably|definitely|still|rather (?!not\b)|just|simply|love|like (?!to (?:thank|say|note|merge|know|understand|hear|ask)\b)|keep|move|use|make|have (?:expected|made|used|put|kept|named|called|moved|written|done)|change|reorder|revert|remove|add|put|split|drop|avoid|extract|return|expect)\b)/,
    unless:
      /\bhave (?:done|written|solved|made) (?:it|this|that) (?:(?:exactly )?the same way|differently)\b|\b(?:do|would|if|whether) (?:i|we|you) (?:\w{1,20} )?(?:rather|prefer)\b|\bprefer (?:your|this (?:change|version|approach|solution)|the (?:current|existing|new))\b|\bprefer to (?:keep|leave|stick|stay)\b(?!.{0,80}\b(?:for now|until)\b)|\bi (?:\w{2,10} |would actually )?prefer (?!to\b|if\b|that\b|we\b|an?\b|using\b|having\b)|\bappreciate (?:it|that|this|any\w{0,20}|your help)\W{0,3}$|\b(?:otherwise|normally|usually),? (?:i|we) would\b/,
    example: "I suggest splitting this into two functions",
  },
  {
    name: "let's",
    strength: 3,
    pattern:
      /\blet(?:'|’)?s (?!see\b|wait\b|merge\b|discuss\b|go with\b|keep in mind\b|keep (?:it|this|that|things) (?:simple|as|the way|like|in)\b|leave (?:it|this|that) (?:as|like|the way|in)\b|get (?:it|this|that) (?:in|merged|landed|out)\b|(?:land|ship|try) (?:it|this|that)\b|not (?!use\b|make\b|expose\b|rely\b|depend\b|introduce\b|hard-?code\b|mix\b|leak\b|repeat\b|duplicate\b|call\b|put\b|store\b|log\b|return\b|throw\b|catch\b|swallow\b|create\b|allow\b)|take\b|say\b|assume\b|talk\b|chat\b)\w{1,30}|\blet us \w{1,30}/,
    example: "let's return a typed error here",
  },
  {
    name: "said to be better",
    strength: 3,
    pattern: new RegExp(
      `\\b(?:would|might|may|could|will|can|should|'d|it is|it's|is)(?:n't)? (?:it )?(?:\\w{1,30} )?(?:be )?(?:also |probably |a bit |much |a lot |quite |really |even |even be |so )?\\b(?:${GOOD})\\b(?! (?:as|at|point|catch|idea|for now|enough|job|work|question|practice|that|now|step|improvement)\\b)|\\b(?:better|best|good|nice|safer|cleaner|helpful|worth) (?:to (?!go|merge|see|know|hear|have you|me\\b|us\\b)|if we|if you|if this|adding|having|doing|checking|considering|noting|mentioning|making|moving)\\b|\\b(?:it|this|that)(?: would|'d) (?:also |really )?help\\b|\\bmakes? (?:more )?sense to\\b(?! (?:me|us|everyone)\\b)|\\bworth (?:an?|(?!noting|mentioning|pointing|remembering|knowing|highlighting|repeating|waiting)\\w{2,20}ing)\\b`,
    ),
    unless:
      /\b[\w']{1,30} (?:is|are|looks?|seems?|should be) (?:\w{1,30} )?(?:good|great|nice|cool|helpful|useful|neat|interesting|sensible|valuable|handy)\b(?! to (?!go|merge|see|know))|\b(?:is|are) even better\b|\bis it better to\b[^?]{1,200}\bor\b|\bis it (?:really )?worth it\b|\blooked like\b|\b(?:good|nice|great|better) to (?:go|merge|see|know|hear)\b|\b(?:is|are|reads) (?:now )?(?:so |way )?(?:so|much|way) \w{1,12}er\b|\b(?:this|that|it) is (?:the|an?) (?:\w{1,12} )?(?:better|nicer|simpler|cleaner|more) \w|\b(?:not|\w{1,6}n't)(?: [^\s.,;]{1,20}){0,4} worth\b|\bnot sure (?:if|that|whether) (?:it|this|that)(?:'s| is) (?:\w{1,12} )?(?:useful|helpful|better|needed)\b|^\W{0,4}here(?:'s| is| are) [^:]{3,200}:\W{0,4}$/,
    example: "it would be better to stream the file",
  },
  {
    name: "a question that asks for a change",
    strength: 3,
    pattern: new RegExp(
      `(?:^|[,;:.(] ?|\\b(?:but|so|and|or|then|also|maybe|perhaps|instead|hmm|hm|question|wonder if|wondering if|wondering whether) )\\b(?:can|could|should|shall|would|may|might)(?:n't| not)? (?:we|you|this|it|that|these|those|there|they|the \\S{1,60}|an? \\S{1,40}|\`x\`)\\b(?! (?:please |also )?(?:explain|clarify|elaborate|share|help|confirm|tell|show (?:me|us|an?)|review|(?:take|have) (?:a|an|another|one more|a second) (?:\w{1,12} )?look|see|give|be (?:good|fine|ok)|also be good|remind|point me)\\b)|\\b(?:can|could|would) you (?:please |also |maybe |just |possibly )?(?:${INSTRUCTIONS}|have)\\b`,
    ),
    unless:
      /\bwould you (?:rather|prefer|actually|really|ever|still|normally|usually|expect|say|want|even)\b|\b(?:can|could|would) you (?:please |also )?(?:(?:check|look|try|test)(?: (?:it|this|that))? (?:again|out|now)|explain|clarify|elaborate|share|confirm|tell|show (?:me|us|an?)|verify|describe|expand on|say (?:a bit |a little |something )?more)\b/,
    example: "could we reuse the parser from the other module?",
  },
  {
    name: "a question whether it is tested",
    strength: 3,
    pattern:
      /\b(?:are|is) there (?:a |any |some |enough |already )?(?:unit |integration |regression )?tests?\b.{0,200}\?$|^\W{0,4}(?:any |no |unit )?tests?(?: for (?:this|that|it|these|the \S{1,30}|`x`))?\?$|\b(?:do|does) (?:we|this|it|you) have (?:a |any )?(?:unit |integration )?tests?\b|\bwhere (?:are|is) the (?:unit |integration )?tests?\b/,
    example: "are there tests for the empty list?",
  },
  {
    name: "a question that says why not",
    strength: 3,
    pattern:
      /\b(?:did (?:you|we) consider|have (?:you|we) (?:considered|thought (?:about|of)))\b|\bwhy (?:not|don't (?:we|you)|can't (?:we|you)|didn't you|[^?.!`]{3,100} and not(?= [^`]))\b|\b(?:can't|couldn't|shouldn't) (?:we|you|this|it|that|these|there)\b|\b(?:how|what) about\b|\bwhat if we\b|\bany reason (?:not|why (?:(?:we|you) (?:don't|can't|didn't)|(?:this|that|it|these) (?:isn't|is not|aren't|doesn't|can't|couldn't|wasn't)))\b|\bdo (?:we|you) (?:really )?(?:need|want|have) (?:any |a |an |more |some |other |to )|\bis there (?:a|any) reason\b|\bdo you mean\b/,
    unless:
      /\b(?:how|what|where|when|which) do (?:we|you)\b|\bdo you (?:have (?:an?|any|other|some|better|the) (?:\w{1,20} )?(?:ideas?|suggestions?|preferences?|thoughts?|opinions?|objections?|examples?|concerns?|feedback|updates?|time|plans?|links?|numbers|benchmarks?)|want (?:me|this)\b|need (?:me|help|anything|more info))\b/,
    example: "why not use the shared client here?",
  },
  {
    name: "what could be done",
    strength: 3,
    pattern: new RegExp(
      `(?:\\b(?:we|you|one|this) (?:could|might)|^\\W{0,4}(?:could|might)) (?:also |even |probably |just |simply |instead |then |maybe |perhaps ){0,3}(?:be )?(?:${INSTRUCTIONS})\\b(?! (?:up|into|away|sense)\\b)`,
    ),
    unless:
      /(?<!\bwonder |\bwondering )\bif (?:we|you|one|this) (?:could|might)\b|\bwish (?:we|you) could\b|\bget (?:lost|confused|stale|old)\b/,
    example: "we could cache the compiled templates",
  },
  {
    name: "another way proposed",
    strength: 3,
    pattern: new RegExp(
      `\\b(?:alternative|option|idea|approach|possibility|solution|way|improvement|pattern) (?:i had |here |forward |out |for (?:this|that|it) )?(?:(?:would|could|might|may) be (?:to \\w{2,20}|an?|\\w{2,20}ing)|(?:is|was) to (?:${INSTRUCTIONS}|have))\\b|\\bway to [^,.;?!]{3,80} (?:would|could|might|is|was|may)(?: be)? to (?:${INSTRUCTIONS}|have)\\b|\\b(?:you|we) (?:should|may|might)(?: also)? be able to (?:${INSTRUCTIONS}|have|leverage|do)\\b|\\bi(?:'d| would) (?:probably |also |rather |just |simply |personally ){0,2}(?!prefer\\b)(?:${INSTRUCTIONS})\\b`,
    ),
    unless:
      /\b(?:otherwise|normally|usually|if not),? i(?:'d| would)\b|\bi(?:'d| would) [^,;:]{1,20}:$|\bbut (?:that|this|it|then) (?:would|will|means?|won't|can't|doesn't|is)\b/,
    example: "an alternative would be to pass the two lists in",
  },
  {
    name: "a doubt",
    strength: 3,
    pattern:
      /\b(?:wonder|wondering|not sure|not convinced|unsure|doubt|don't think|not certain) (?:if |whether |that )?(?:[^,.;?!]{1,120} )?(?:is|are) (?:really |actually |still )?(?:the )?(?:right|correct|best|necessary|needed|safe|desirable|wise|a good (?:idea|thing|default|name)|what we want)\b(?! (?:solution|approach|fix|way)[.!]?$)|\b(?:not (?:\w{1,10} )?(?:sure|convinced|certain)|unsure|doubt|don't think) (?:if |whether |that )?(?:this|it|that|these|they|the [^,.;?!]{1,60}) (?:really |actually |always |correctly |properly )?(?:belongs?|handles?|covers?|scales?|respects?|accounts? for|deals? with)\b/,
    example: "I'm wondering whether a global lock is the right thing here",
  },
  {
    name: "a question that fears a fault",
    strength: 3,
    pattern:
      /\b(?:won't|wouldn't|doesn't|can|could|will|would|might|does) (?:this|it|that|these|they|the \S{1,60}|`x`) (?:also |not |then |still |ever )?(?:throw|fail|break|crash|leak|deadlock|overflow|hang|panic|race|loop forever|lose|corrupt|block|return (?:null|undefined|none|nil))\b[^.!]{0,200}\?/,
    example: "won't this throw if the list is empty?",
  },
  {
    name: "a question that doubts",
    strength: 3,
    pattern:
      /^(?:\W{0,4})(?:(?:but|so|and|hm{1,3}|also|wait),? ){0,2}(?:doesn't|isn't|aren't|won't|wouldn't|can't|couldn't|shouldn't|don't (?:we|they|you)|hasn't|haven't) [^?]{6,300}\?/,
    unless: /^\W{0,4}isn't (?:it|that|this) (?:great|nice|cool|neat|funny)\b/,
    example: "doesn't `strncpy` leave the buffer unterminated here?",
  },
  {
    name: "a question whether it can be done",
    strength: 3,
    pattern:
      /\b(?:is|would) it (?:be )?(?:possible|feasible) to (?!know|explain|see|share|merge|get|have|confirm|clarify)\w|\bany (?:chance|way) (?:to|of|that we|we|you) (?!know|explain|share|confirm|clarify)\w|\bany thoughts on \w{1,30}ing\b/,
    example: "is it possible to reuse the existing validator?",
  },
  {
    name: "a change spelled out",
    strength: 3,
    pattern:
      /^`?s\/[^/ ]{1,60}\/[^/]{1,60}|^(?:\W{0,4})(?:maybe |perhaps |or )?an? (?!case|example|bug|situation|question|user|way)[^?.!;:]{6,80}\?$|\b(?:we|there)(?:'s| have| is| exists)?(?: already)?(?: have)? (?:an? )?(?:\w{1,30} )?(?:`x`|helper|function|method|utility|util|class|constant|type) (?:in `x` |`x` )?(?:for (?:this|that|it|exactly (?:this|that))|that does)\b|^\S{1,40} ?(?:->|→|=>) ?\S{1,40}(?: \S{1,60})?$|\bfeel free to (?:add|follow|open|create|include|move|change|put)\b|\bcould (?:get rid of|just|simply|also|instead|as well)\b|\b(?:could|can|may|might) (?:probably |also |now |then )?be (?:simplified|improved|made|done (?:in|with|by|at|once|as)|moved|replaced|refactored|extracted|removed|combined|reused|shortened|merged|written|inlined|dropped|rewritten|split|deleted|expressed|consolidated|parameterized|generalized|cached|batched|optimized|configurable)\b|\b(?:you|we|one) (?:can|could|may|might) (?:also |probably |just |simply |instead |then ){0,5}(?:use|add|remove|replace|move|drop|get rid|do (?:this|it|that) (?:in|with|without|by|at)|make|avoid|write|call|extract|simplify|reuse|combine|split|put|check|pass|include|set|try|want to (?!look\b|see\b|read\b|check out\b))\b|\bmaybe (?:we|you|just|use|a|an|it|the|add|rename|rather|remove|move|make|rewrite|rewriting|rewording|adding|something)\b|^(?:\W{0,4})(?:(?:this|it|that) (?:also |still |really )?needs (?!to\b)|needs? (?!to be discussed))\w|\bneeds (?:a|an|more|some|tests?|documentation)\b|\bneeds? (?:updating|fixing)\b/,
    example: "could be moved to the shared package",
  },
  {
    name: "a mistake pointed at",
    strength: 3,
    pattern:
      /\btypo\b|\bnit(?:pick)?\b|\b(?:you|we|it|this) forgot (?:to|the|about|an?)\b|\boff[- ]by[- ]one\b|\bmissing\b(?! (?:something|smth|anything|the point)\b)|\bmissed\b|\bshould(?:n't| not) (?:we|it|this|that|these)\b|\bno (?:unit |integration |regression )?tests? (?:covers?|for|exists?|checks?)\b|\b(?:is|are)(?: not|n't) (?:tested|covered by|asserted|exercised)\b|\buntested\b/,
    unless: /\bi(?:'ve| have| might have| may have| probably|'m)? (?:\w{1,12} )?miss(?:ed|ing)\b/,
    example: "missing a test for the empty list",
  },
  {
    name: "announced",
    strength: 3,
    pattern:
      /^(?:\W{0,4})(?:(?:just |only )?(?:one|a|another|two) )?(?:small |minor |last |tiny |quick |more |other |potential ){0,2}(?:thing|gap|concern|remark|caveat|request)s?(?: though)? ?:|\bi(?:'m| am) (?:also |still |just )?(?:a (?:little|bit|tad) |slightly |somewhat |quite |rather )?(?:concerned|worried) (?:about|that|by)\b|\bmy (?:only|main|biggest|one|last) (?:\w{1,20} )?(?:concern|issue|gripe|worry|complaint|request|remark) (?:\w{1,20} ){0,2}is\b/,
    example: "one small thing: the guide still uses the old command",
  },
  {
    name: "a question whether it is right",
    strength: 3,
    pattern:
      /^(?:\W{0,4})(?:(?:hm{1,3}|but|so|and|also|wait),? ){0,2}(?:is|are) (?:this|that|it|these|those|they|the [^?.,;]{1,60}|`x`) (?:one )?(?:really |actually |definitely |always |still |even )?(?:correct|right|accurate|safe|true|valid|thread-?safe)\b[^?]{0,200}\?/,
    example: "is this one still correct?",
  },
  {
    name: "said to be superfluous",
    strength: 2,
    pattern:
      /\b(?:don't (?:think|believe|see why) (?:we|you|this|it|that) (?:really |actually )?needs?|redundant|unnecessary|unneeded|unused|not used|never used|no longer (?:used|needed|necessary|relevant)|not needed|isn't needed|don't need|doesn't need|obsolete|dead code|duplicat\w{1,30}|useless|superfluous|unrelated change)\b/,
    example: "this check is redundant",
  },
  {
    name: "another way named",
    strength: 2,
    pattern:
      /\bfeels (?:more )?like (?:it|this|something|an?)\b|\binstead\b|\brather than\b|\bisn't it\b|\bwe (?:probably |still |also )?need the\b|\bseems? (?:better|best|more appropriate)\b|\bwould (?:avoid|help|make|keep|save|let|allow|simplify|reduce|improve|ensure|prevent|fix (?:it|this|that)|suffice|(?:probably )?do[.!]?$|do the (?:job|trick))/,
    example: "a map instead of the two arrays",
  },
  {
    name: "a prohibition",
    strength: 2,
    pattern: /^(?:\W{0,4})(?:(?:but|no|so|and|also)[,.]? ){0,2}(?:you|we) (?:can't|cannot|can not|mustn't) \w/,
    example: "you can't sleep here, the lock is held",
  },
  {
    name: "a hazard",
    strength: 2,
    pattern:
      /\b(?:could|can|may|might|will|would|gonna|going to) (?:\w{1,30} )?(?:blow up|explode|choke|overwrite|overflow|underflow|fail|crash|leak|deadlock|break|hang|throw|panic|lead to|cause|result in|corrupt|lose|be (?:already |still |also )?(?:lost|skipped|null|nil|none|undefined|empty|negative|cancell?ed|closed|freed|deleted|evicted)|block forever|starve|race|truncate|pollute)\b/,
    example: "this could overflow",
  },
  {
    name: "a defect described",
    strength: 2,
    pattern:
      /\b(?:not work(?:ing)?|doesn't seem|ambiguous|confusing|throw|exception|outdated|(?:says?|claims?|states?) [^.?!]{1,80}(?:\bbut (?:the|it|we|this|that)|, here)\b|insufficient|(?:not|don't think (?:this|it|that) (?:is|would be)) thread[- ]?safe|don't think (?:this|it|that) (?:works?|handles?|will|can)|expensive|inefficient|slow|too long|pollut\w{1,30}|discouraged|strange|weird|deviates|poisons?)\b/,
    unless:
      /\bno (?:\w{1,30} )?(?:bugs?|vulnerabilit\w{1,30}|regressions?|leaks?|races?|crashes|collisions?)\b|stackoverflow\.com\//,
    example: "the second flag is confusing here",
  },
];
