/** English: words that ask for a change outright. */
import type { Cue } from "../language.ts";
import { INSTRUCTIONS } from "./verbs.ts";

/** What may stand before one: apart from each other, for a pattern is looked up by the words that it opens with. */
const LEADING =
  "also|then|and|so|or|but|either|otherwise|alternatively|instead|again|ideally|maybe|perhaps|possibly|please|pls|just|at minimum|at least|nit|minor|first(?=[,:])|second(?=[,:])|additionally|in addition|to fix|here";
const NUMBERS = String.raw`\d{1,2}[.)]|[a-z]\)|-`;
const PAUSE = "[ ,:]{1,3}";
/** "Tests are …", "use in terms of …" open no instruction. */
const NO_SUBJECT = "(?! (?:is|are|was|were|has|in terms|up the good|up the great|out (?:my|our|the|this|these))\\b)";

const GOOD =
  "better|best|nice|nicer|good|great|cool|helpful|useful|cleaner|simpler|safer|easier|clearer|preferable|beneficial|worth|worthwhile|(?:a lot|much|way|a bit|a little|slightly) \\w{2,20}er|ideal|wise|neat|interesting|sensible|handy|valuable|relevant|an? (?:good|great|better|nice|neat) (?:idea|addition|improvement)(?= (?:to|if|here)\\b)";

const QUITE = "(?:also |probably |a bit |much |a lot |quite |really |very |super |even |even be |so )?";
/** "May be better ones to ask", "could be a good point" wish for nothing. */
const NO_WISH =
  "as|at|point|catch|idea|for now|for (?:context|reference|you|others)|enough|job|work|question|practice|that|now|step|improvement|ones?|people|person|reviewers?|placed|suited";

/** What code is read as. */
const CODE = "`x`";

/** "Commit: a85714d", "Test cases: 15 written": nouns that are verbs as well, as the label of a field. */
const A_NAME =
  /^(?:test|commit|import|fix|change|review|build|benchmark|branch|report|release|scope|score|status|type|document|log|cache|support|update)s?(?: (?!(?:the|an?|this|that|these|all|it|to|for)\b)[\w/-]{1,20}){0,2}(?<!\bonly) ?:/;

export const INSTRUCTION_ASKS: readonly Cue[] = [
  {
    name: "an instruction",
    strength: 3,
    forms: {
      "add a timeout to the upload client": new RegExp(String.raw`^(?:${INSTRUCTIONS})\b${NO_SUBJECT}`),
    },
    unless: {
      "test files: thirty modules": A_NAME,
    },
  },
  {
    name: "an instruction after a word that leads to it",
    strength: 3,
    forms: {
      "alternatively, just add a timeout to the upload client": new RegExp(
        String.raw`^(?:${LEADING})${PAUSE}(?:(?:${LEADING}|${NUMBERS})${PAUSE}){0,4}(?:${INSTRUCTIONS})\b${NO_SUBJECT}`,
      ),
    },
  },
  {
    name: "an instruction with a number",
    strength: 3,
    forms: {
      "2. add a timeout to the upload client": new RegExp(
        String.raw`^(?:${NUMBERS})${PAUSE}(?:(?:${LEADING}|${NUMBERS})${PAUSE}){0,4}(?:${INSTRUCTIONS})\b${NO_SUBJECT}`,
      ),
    },
  },
  {
    name: "an instruction after its reason",
    strength: 3,
    forms: {
      "the list is read twice; read it once": new RegExp(
        String.raw`(?:;|\s[–—-]) (?:so |then |please |just |instead,? ){0,4}(?:${INSTRUCTIONS}) (?:an?|the|it|this|that|these|them|${CODE}|all|both|each|its|one)\b`,
      ),
      "the flag is never read, remove it": new RegExp(
        String.raw`, (?:so |just |please )?(?:${INSTRUCTIONS}) (?:it|them)\b`,
      ),
      "the second loop never ends early, so just drop the counter": new RegExp(
        String.raw`, (?:so |but |now )?(?:just|please) (?:${INSTRUCTIONS})\b`,
      ),
      "the parser has CVE-2020-8203, bump to 4.17.21":
        /, (?:so |just |please )?(?:bump|upgrade|update|downgrade|pin) (?:it )?(?:to|from)\b/,
      "this opens one connection per row, make sure you test it with a large table":
        /(?:,|;| and| but) (?:so |but |and |just |please |also )?(?:make sure|be sure|remember|don't forget) (?:you|to|that|we|it|the|this)\b/,
      "there is already a `chunk` function, use that": new RegExp(
        String.raw`, (?:so |just |please )?use (?:that|it|this|those|the|${CODE})\b`,
      ),
    },
    unless: {
      "when adding a column, make sure that old clients can read it":
        /^(?:\W{0,4})(?:[\w -]{1,40}: )?(?:when|whenever|after|before|while) \w{2,20}ing [^.;]{1,200}, (?:please )?(?:make sure|be sure|remember|don't forget)\b/,
    },
  },
  {
    name: "asked politely",
    strength: 3,
    forms: {
      "could you please move this into its own class":
        /\b(?:please|pls|plz|kindly)\b,? (?!note\b|see\b|find\b|let\b|feel\b|review\b|refer\b|bear\b|react\b|click\b|visit\b|read\b|ignore\b|go ahead\b|advise\b|(?:check out|take a look|have a look|look at)\b|:)/,
      "a test for the empty queue, please": /\S,? (?:please|pls|plz)[.!]{0,3}$/,
    },
    unless: {
      "a quick rebase, please":
        /\b(?:reviews?|look|rebase|again|merge|approv\w{1,3}|ping|help|update|me|ci),? (?:please|pls|plz)[.!]{0,3}$/,
    },
  },
  {
    name: "said to be needed",
    strength: 3,
    forms: {
      "we'll also need a lock around the counter":
        /\bwe(?:'ll)? (?:still |also |really |do |would |will |just |only |probably |at least ){0,2}need (?:an?|some|more|another|either)\b/,
      "we'll want to close the socket here too":
        /\bwe(?:'ll| will)? (?:probably |also |definitely |may |might |still ){0,2}want (?:(?:this|that|it|these) )?to (?!know\b|understand\b|see\b|thank\b|say\b|do\b)\w/,
      "we may need a lock around the counter":
        /\bwe (?:may|might|could|probably) (?:also |still |well )?need (?:an?|some|more|another|to)\b(?! (?:discuss|talk|wait|think)\b)/,
      "we might as well return early": new RegExp(
        String.raw`\b(?:we|you) (?:may|might|could) (?:just )?as well (?!close\b|merge\b|wait\b|keep\b|leave\b)(?:${INSTRUCTIONS})\b`,
      ),
      "might want to cap the batch size":
        /^(?:\W{0,4})(?:(?:also|and|so) )?(?:might|may|probably|you'll|you probably|we probably) (?:also |probably )?want to \w/,
      "we're going to want a lock around the counter":
        /\bwe(?:'re| are) (?:going to|gonna) (?:\w{1,12} )?(?:want|need)\b(?! to (?:know|understand|see|thank|say)\b)/,
      "unless the pool changed, you need that lock here":
        /\byou (?:still |also |really |do )?need (?:an?|that|this|the|these|those|another|some) (?!help\b|link\b|account\b|review\b|approval\b|(?:\S{1,20} ){0,2}(?:token|account|key|permission|access|licen[cs]e)\b)\w/,
      "it's important that the checks stay on":
        /\b(?:important|crucial|essential|vital) that (?:we|you|this|it|the|they)\b/,
      "there is a need for a second lock here": /\bthere(?:'s| is) a need (?:for|to)\b/,
      "this really wants to be a set": /\b(?:this|that|it|these|`x`) (?:really |probably |still |also )?wants? to be\b/,
      "the cache must be invalidated when the schema changes":
        /\b(?:should|must|ought to|needs? to|has to|have to|shall)(?:n't)?\b(?! (?:be )?(?:fine|ok|okay|good|safe|enough|sufficient|able|now|already|pass|work|probably be fine|have been|not be a problem|note)\b)/,
    },
    unless: {
      "not saying you have to do it today":
        /\b(?:not|n't) (?:saying|mean|suggesting) (?:that )?(?:you|we|it|this|that) (?:have to|has to|must|need to|needs to|should)\b/,
      "readable errors are a must in a compiler": /(?<!to be |should be )\ba must\b/,
      "this migration must have taken you ages": /\bmust have (?:been|taken|cost)\b/,
      "no need to rename the column": /\bno need to\b/,
      "I still need to read the scheduler part":
        /\b(?:i|they)(?:'ll|'d)? (?:still |also |just |probably |will |would |may |might )?(?:should|must|need to|needs to|have to|had to)\b(?! be (?:\w{1,12} )?\w{2,20}(?:ed|en|wn)\b)/,
      "we need to understand why the worker stalls": /\bneed to (?:understand|figure out|find out|investigate|think)\b/,
      "the pool closes its sockets, as it should": /\bas (?:it|they|we) should\b/,
      "nothing in the reducer needs to change":
        /\b(?:none|nothing|neither|no \w{1,30})(?: \w{1,30}){0,3} (?:should|needs? to|has to|have to|must)\b/,
      "a negative offset should never happen here":
        /\bshould(?:n't| not| never| only| rarely) (?:ever )?(?:happen|occur|matter|be reached|get here)\b/,
      "that case should be handled by the tokenizer already":
        /\bshould be (?:handled|covered|caught|done|checked|validated|set) [^.,;]{0,60}\balready\b/,
      "it should be a map, but then we lose the order":
        /\b(?:should|could|must|need to|have to)\b[^.;]{1,200}\bbut (?:then (?:we|you|it|that|the)|(?:that|this|it)(?:'d| would| will))\b/,
      "if we did that, every caller would have to catch":
        /^\W{0,4}if (?:i|we|you) (?:did|do|used|changed|made|moved|removed|wanted) (?:that|this|it|so)\b/,
      "since the lock is taken twice, it has to be reentrant":
        /\b(?:because|since) [^,]{3,120}, (?:it|they|we) (?:needs?|has|have) to\b/,
      "I'm not sure yet if we want to support both formats":
        /\b(?:not sure|don't know|don't care|not clear) (?:[^.,;]{1,40} )?(?:we|you) want to\b/,
      "I don't think this is something that we want to support":
        /\b(?:don't|not|isn't) [^.,;]{1,40} (?:that|which) (?:we|you) want to\b/,
      "you should see the new button now":
        /\byou should (?:now |then |also |still )?(?:see|get|find|notice|receive|have)\b(?! (?:an?|some|at least)\b)/,
      "could you say why the current lock needs to be changed?":
        /\b(?:why|how) (?:the|this|that|it|these|those|we|you) [^,.;?]{0,80}\b(?:needs?|has|have|should|must)\b/,
      "splitting the module shouldn't be too hard":
        /\bshould(?:n't| not) be (?:too |that |very |so )(?:expensive|costly|hard|difficult|bad|much|long|big|complicated|tricky|slow)\b/,
      "the rollback should be pretty straightforward":
        /\bshould be (?:pretty |fairly |relatively |quite )?(?:straightforward|easy|trivial|simple enough|quick)\b/,
      "the driver is synchronous, so we have to block":
        /\b(?:so|because|since|and|but) (?:we|they) (?:\w{1,20} )?(?:have|had) to\b/,
      "the new queue should be ready tomorrow":
        /\bshould(?:n't| not)? (?:be|have been) (?:good|ready|able|working|there|in place|the case|possible|enough|sufficient|safe|(?:fixed|done|resolved|addressed)(?= now\b| in (?:`x`|[0-9a-f]{7}|the latest|my|#)|[.!]?$))\b/,
      "the iterator does not need to be sorted": /\bdo(?:es)?(?:n't| not) (?:need|have) to\b/,
      "should I squash these commits?": /\b(?:should i|who should)\b/,
      "let's discuss whether the dialog should be modal":
        /\b(?:see|decide|discuss|know|check|ask|tell|determine) (?:if|whether) [^,;]{1,120} (?:want|need|should|must)\b/,
      "how should we name the new table?": /\b(?:how|where|when) (?:do|should|would|could|can) (?:we|you|i)\b/,
      "the new index should not affect the import":
        /\bshould not (?:introduce|cause|break|affect|be an? (?:issue|problem))\b/,
      "this should fix the flicker in the sidebar":
        /^(?:this|that|it) should (?:make|help|fix|do it|do the|solve|resolve|address|cover)\b/,
      "the spec says that the header must be lowercase":
        /^(?:[^,;.]{1,40}, )?[^,;.]{1,80}\b(?:states?|says?|said|specif(?:y|ies)|mandates?) (?:explicitly )?that [^,;]{1,300}$/,
    },
  },
  {
    name: "something to consider",
    strength: 3,
    forms: {
      "consider caching the compiled templates": /\bconsider(?:ing)?\b(?! (?:this|it) (?:done|resolved|closed))/,
    },
    unless: {
      "we consider a token expired after an hour": /\b(?:i|we|they|you|it|that) consider\b/,
      "after considering both, I agree with the flat list": /\bafter considering\b/,
    },
  },
  {
    name: "a proposal",
    strength: 3,
    forms: {
      "I suggest splitting this into two functions":
        /\b(?:i|we|i'd|we'd|would|also|can|could|to) (?:\w{1,30} ){0,2}(?:suggest|recommend|propose|prefer|advise)/,
      "suggest moving the lock into the pool":
        /\b(?:suggest|recommend|propose)(?:ing|ed)?:? (?!by\b|in the\b|change\b)\w/,
      "suggestion: a named tuple for the result": /^(?:suggestion|recommendation)\b/,
      "ideally, the parser reports all errors at once": /^ideally,? (?:this|it|we|the|that|there|these)\b/,
      "my preference is a plain map": /\bmy (?:suggestion|preference)/,
      "I'd be tempted to drop the second index":
        /\bi(?:'m| am| would be|'d be) (?:rather |very |still |also )?(?:inclined|tempted) to \w/,
      "I'd rather throw early here":
        /\b(?:i|we)(?: would|'d) (?:go (?:with|for)\b|vote (?:for|to)\b(?! merge\b)|opt (?:for|to)\b|lean towards?|stick (?:with|to)\b|at least|probably|definitely|still|rather (?!not\b)|just|simply|love|(?:really )?like (?!to (?:thank|say|note|merge|know|understand|hear|ask)\b))\b/,
      "I would have expected a typed error":
        /\b(?:i|we)(?: would|'d) have (?:expected|made|used|put|kept|named|called|moved|written|done)\b/,
      "I would appreciate a note on the magic number":
        /\bi(?: would|'d) (?:really |also |much )?appreciate (?:an?|some|if|having)\b(?! (?:review|look|second|help|hint|pointer|feedback|response|reply|quick|input|some|you (?:take|look|review))\b)/,
      "I'd say we enable it by default":
        /\bi(?:'d| would) (?:say|argue) (?:that )?(?:we|you)(?:'d)? (?!(?:are|look|were|have)\b)\w/,
      "we'd move the retry loop to the caller":
        /\b(?:i|we)(?: would|'d) (?:keep|move|use|make|change|reorder|revert|remove|add|put|split|drop|avoid|extract|return|expect)\b/,
    },
    unless: {
      "I would have written it exactly the same way":
        /\bhave (?:done|written|solved|made) (?:it|this|that) (?:(?:exactly )?the same way|differently)\b/,
      "the lock moved to the pool, as you also suggested":
        /\b(?:as|like) (?:you|we|@\S{1,40}) (?:\w{1,12} )?(?:suggest|recommend|propose)(?:ed)?\b|\bhad (?:\w{1,12} )?(?:suggested|recommended|proposed)\b/,
      "would you prefer a separate pull request?":
        /\b(?:do|would|if|whether) (?:i|we|you) (?:\w{1,20} )?(?:rather|prefer)\b/,
      "we prefer the existing layout":
        /\bprefer (?:your|this (?:change|version|approach|solution)|the (?:current|existing|new))\b/,
      "I'd prefer to leave the default alone":
        /\bprefer to (?:keep|leave|stick|stay)\b(?!.{0,80}\b(?:for now|until)\b)/,
      "I usually prefer tabs, no strong feelings":
        /\bi (?:\w{2,10} |would actually )?prefer (?!to\b|if\b|that\b|we\b|an?\b|using\b|having\b)/,
      "I'd definitely appreciate your help": /\bappreciate (?:it|that|this|any\w{0,20}|your help)\W{0,3}$/,
      "normally I would split this, it's fine here": /\b(?:otherwise|normally|usually),? (?:i|we) would\b/,
    },
  },
  {
    name: "let's",
    strength: 3,
    forms: {
      "let's return a typed error here":
        /\blet'?s (?!(?:all|see|wait|merge|discuss|go with|keep in mind|take|say|assume|talk|chat|keep (?:it|this|that|things) (?:simple|as|the way|like|in)|leave (?:it|this|that) (?:as|like|the way|in)|get (?:it|this|that) (?:in|merged|landed|out)|(?:land|ship|try) (?:it|this|that))\b|not )\w{1,30}/,
      "let's not expose the pool":
        /\blet'?s not(?= (?:use|make|expose|rely|depend|introduce|hard-?code|mix|leak|repeat|duplicate|call|put|store|log|return|throw|catch|swallow|create|allow)\b)/,
      "let us log the id of the job": /\blet us \w{1,30}/,
    },
  },
  {
    name: "said to be better",
    strength: 3,
    forms: {
      "it would be better to stream the file": new RegExp(
        String.raw`\b(?:would|might|may|could|will|can|should|'d)(?:n't)? (?:it )?(?:\w{1,30} )?(?:be )?${QUITE}\b(?:${GOOD}|awesome|lovely|fantastic|excellent|perfect|amazing|more \w{1,30})\b(?! (?:${NO_WISH})\b)`,
      ),
      "it's more idiomatic to return early": new RegExp(
        String.raw`\b(?:it is|it's|is) (?:\w{1,30} )?${QUITE}\bmore \w{1,30} (?:to (?!go\b|merge\b|see\b|know\b|me\b|us\b)\w|here\b)`,
      ),
      "a switch is cleaner here": new RegExp(
        String.raw`\b(?:it is|it's|is) (?:\w{1,30} )?${QUITE}\b(?:${GOOD})\b(?! (?:${NO_WISH})\b)`,
      ),
      "safer to copy the slice before sorting": new RegExp(
        String.raw`\b(?:better|best|good|nice|safer|cleaner|helpful|worth) (?:to (?!go|merge|see|know|hear|have you|me\b|us\b)|if (?:we|you|this|it|they|there|the)\b|adding|having|doing|checking|considering|noting|mentioning|making|moving)\b`,
      ),
      "a short comment above it would help": new RegExp(
        String.raw`\b(?:it|this|that)(?: would|'d) (?:also |really )?help\b`,
      ),
      "it makes more sense to close the file in the caller": new RegExp(
        String.raw`\bmakes? (?:more )?sense to\b(?! (?:me|us|everyone)\b)`,
      ),
      "the loader knows the format, so a test of it would be a big plus": new RegExp(
        String.raw`\b(?:would|'d|could) be (?:an? )?(?:really |very )?(?:huge|big|great|real|nice|massive|major) (?:help|plus|win|improvement|bonus)\b(?<!^\W{0,4}(?:that|this|it) would be [^.;]{1,20})`,
      ),
      "bonus points for a test with two workers": new RegExp(String.raw`\b(?:bonus|extra|brownie) points (?:for|if)\b`),
      "a comment on the magic number would be appreciated": new RegExp(
        String.raw`\b(?<!\b(?:help|reviews?|feedback|advice|input|hints?|pointers?|response|thoughts|look|look at (?:this|it|that)) )(?:would|'d) be (?:much |very |really |greatly |highly )?appreciated\b`,
      ),
      "this is a perfect case for a table": new RegExp(
        String.raw`\b(?:(?:perfect|good|great|typical|classic) (?:case|job|candidate|fit|place|opportunity|use ?case) (?:for|to)|(?:begs|begging|calls|calling|cries|crying|screams|screaming|asks|asking) (?:for|to be)|(?<!\byou )(?:deserves?|merits?|warrants?)(?: to be)?) (?:an?|some|its own|more)\b`,
      ),
      "worth a comment on why the order matters": new RegExp(
        String.raw`\bworth (?:an?|(?!noting|mentioning|pointing|remembering|knowing|highlighting|repeating|waiting)\w{2,20}ing)\b`,
      ),
    },
    unless: {
      "the progress bar is nice":
        /\b[\w']{1,30} (?:is|are|looks?|seems?|should be) (?:\w{1,30} )?(?:good|great|nice|cool|helpful|useful|neat|interesting|sensible|valuable|handy)\b(?! to (?!go|merge|see|know))/,
      "the second version is even better": /\b(?:is|are) even better\b/,
      "is it better to poll or to subscribe?": /\bis it better to\b[^?]{1,200}\bor\b/,
      "it may or may not make sense to cache this": /\b(?:may|might) or (?:may|might) not\b/,
      "is it worth it for ten rows?": /\bis it (?:really )?worth it\b/,
      "it looked like a map would be simpler, it isn't": /\blooked like\b/,
      "it's nice to see the old parser gone":
        /\b(?:good|nice|great|better|helpful|useful|interesting|help) to (?:go|merge|see|know|hear|understand)\b/,
      "this is hardly big enough to deserve a package of its own":
        /(?:\bnot|n't|\bhardly|\bbarely)\b[^.;]{1,80} (?:deserve|merit|warrant)s?\b/,
      "I'm around all week if that would be helpful":
        /\bif (?:that|this|it)(?:'d| would be|'s| is) (?:helpful|useful|easier|better)\W{0,3}$/,
      "the new loop is way simpler": /\b(?:is|are|reads) (?:now )?(?:so |way )?(?:so|much|way) \w{1,12}er\b/,
      "this is a much nicer layout":
        /\b(?:this|that|it) is (?:the|an?) (?:\w{1,12} )?(?:better|nicer|simpler|cleaner|more) \w/,
      "that's not worth a new dependency": /\b(?:not|\w{1,6}n't)(?: [^\s.,;]{1,20}){0,4} worth\b/,
      "I'm not sure that it's helpful to cache this":
        /\bnot sure (?:if|that|whether) (?:it|this|that)(?:'s| is) (?:\w{1,12} )?(?:useful|helpful|better|needed)\b/,
      "here is a slightly simpler version:": /^\W{0,4}here(?:'s| is| are) [^:]{3,200}:\W{0,4}$/,
    },
  },
];
