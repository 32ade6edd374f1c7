/** English: words that put something off. */
import type { Cue } from "../language.ts";
import { INSTRUCTIONS } from "./verbs.ts";

/** What is said not to wait is not put off. */
const NOT_TO_WAIT =
  /\b(?:don't|do not|let's not|shouldn't|should not|can't|cannot|can not|mustn't|must not|wouldn't|would not)(?: \w{1,20}){0,4} (?:leave|left|defer|deferred|delay|postpone|postponed|punt|wait|push|pushed|kick|slip)\b[^.;:,]{0,60}\b(?:follow|later|separate|another|next|future|release|sprint|ticket|issue)/;

export const DEFERS: readonly Cue[] = [
  {
    name: "for a follow-up",
    strength: 3,
    forms: {
      "let's do that in a follow-up": /\bfollow(?:ing)?[- ]?ups?\b/,
    },
    unless: {
      "please don't leave this for a follow-up": NOT_TO_WAIT,
      "I'll leave it to you to follow up": /\bleave (?:this|that|it) to (?!an?\b)/,
      "please follow up on the failing migration":
        /\bfollow(?:ing)?[- ]?ups? (?:on|to|from|with you|with the|email|question|commit|review|comment|transition|request|call|message|query|prompt|event|action|render)\b/,
      "looks complete to me, no follow-up needed":
        /\b(?:no|not|without|isn't) (?:in |for |as |to )?(?:a |any |need for (?:a )?)?follow[- ]?up/,
      "I'll follow up once the benchmark is through":
        /\bi(?:'ll| will| can) follow[- ]?up (?:when|with|once|on|later)\b/,
    },
  },
  {
    name: "for another pull request",
    strength: 3,
    forms: {
      "this belongs in a separate PR":
        /\b(?:another|different|separate|later|future|subsequent|dedicated|standalone|own) (?:small(?:er)? |clean-?up )?(?:prs?|pull requests?|patch(?:es)?|tickets?|jiras?|mrs?|merge requests?|tasks?|stor(?:y|ies)|cls?)\b/,
      "the slow startup deserves a separate issue": /\b(?:separate|different|dedicated|its own|as another) issues?\b/,
      "let's add the retry in the next PR":
        /\b(?:in|for|into|to|with) (?:a |the )?(?:next|new) (?:prs?|pull requests?|patch|mr|cl|ticket)\b/,
      "this can totally be a separate thing":
        /\b(?:be|as) (?:a |its own |their own )?(?:separate|different|future) (?:thing|effort|piece of work|project|discussion)\b/,
    },
    unless: {
      "I don't think this can wait for another pull request": NOT_TO_WAIT,
      // Where a thing already is, not where it should go.
      "this was fixed in a separate PR":
        /\b(?:is|are|was|were|been|got|just|already|did|have|has) (?:\w{1,30} )?(?:fixed|done|handled|addressed|covered|resolved|reviewed|this|that|it) (?:\w{1,30} ){0,3}(?:in|by|with|as part of) (?:a|an|another|the|this|that|my|its)\b/,
      "the flag was introduced in a different PR":
        /\b(?:is|are|was|were|been|got|just|already|did|have|has) (?:\w{1,30} )?(?:added|changed?|merged|moved|introduced|made|included|implemented) (?:\w{1,30} ){0,3}(?:in|by|with|as part of) (?:a|an|another|the|this|that|my|its)\b/,
      "I pushed a different patch":
        /\b(?:pushed|opened|created|submitted|sent|posted|filed) (?:an? |the )?(?:another|different|separate|new)\b/,
      "the same question came up in another PR":
        /\b(?:came up|come up|seen|discussed|raised|mentioned|happened) in (?:a|an|another|the)\b/,
      "that file is part of another PR": /\bpart of (?:another|a different|a separate)\b/,
      "I like this being in a separate PR": /\b(?:this|it|that) being (?:in|on) (?:a|an|another)\b/,
      "you can close your own tickets": /\byour own\b/,
      "I thought that was a separate task": /\bi (?:thought|assume[ds]?|believed)\b/,
    },
  },
  {
    name: "out of scope",
    strength: 3,
    forms: {
      "out of scope here, but the retry needs jitter": /\b(?:out of|outside(?: of)?|beyond|not in) (?:the )?scope\b/,
      "the cache rewrite is out-of-scope": /\bout-of-scope\b/,
      "the new dialog is not for this PR":
        /\bnot (?:for|in|as part of) this (?:particular |specific |exact )?(?:pr|pull request|change|patch)\b/,
      "no action in this PR, only for the record": /\bno action in this pr\b/,
      "unrelated, but the pool size is hard-coded too":
        /^(?:\W{0,4})(?:somewhat |slightly |totally |completely |kind of |a bit )?(?:unrelated|orthogonal|tangential)(?: to (?:this|the) (?:pr|pull request|change|patch|diff))?,? (?:but|though|and)\b/,
    },
    unless: {
      "the lock goes out of scope before the write":
        /\b(?:variable|lock|object|reference|pointer|block|destructor|goes|go|going|falls?|function) (?:\w{1,30} )?out of scope\b/,
    },
  },
  {
    name: "for later",
    strength: 3,
    forms: {
      "in the future we may want to shard this": /\bin (?:the )?(?:near |longer )?future\b/,
      "paging might come later on": /\blater on\b/,
      "someday this could stream the rows": /\bsome ?day\b/,
      "one day we should get rid of the old clock":
        /\bone day,? (?:we|i|this|it|someone|somebody)\b|\b(?:should|could|will|can|'ll) one day\b/,
      "we should eventually shard this table": /\b(?:we|i|should|could|would|will|might|to) eventually\b/,
      "eventually, we want one parser for both": /\beventually,? (?:we|i|this should|it should|should)\b/,
      "this wants a real queue eventually": /\beventually[.!]?$/,
      "the long-term solution is a proper queue":
        /\blong(?:er)?[- ]term (?:plan|solution|fix|we|i|goal|it|this|improvement|that|would|should)/,
      "in the long run this wants its own service": /\bin the long(?:er)? (?:run|term)\b/,
      "down the road we may need a second index": /\bdown the (?:road|line)\b/,
      "let's drop the old endpoint in the next minor release":
        /\bnext (?:\w{1,20} ){0,2}(?:release|sprint|milestone)\b|(?<!wait(?:ing)? )\b(?:in|for|to|until|with) (?:the |an? )?next (?:\w{1,20} ){0,2}(?:version|cycle|phase|major|minor)\b/,
      "next step: support several regions":
        /^\W{0,4}(?:(?:for|as|my|the|our|an?) )?(?:next steps?(?: ?[:,]| (?:is|are|would be|will be|could be)\b)|(?:later|backlog|for later|tech debt) ?:)/,
      "if I have time I'll move the parser to the pool": new RegExp(
        String.raw`\b(?:if|when|once|as soon as) (?:i|we) (?:have|get|find) (?:some |the |enough |a )?(?:more )?(?:time|chance|to it)\b,? (?:then )?(?:i|we)(?:'ll|'d| will| may| might| would| can| could)? (?:also |try to |maybe )?(?:${INSTRUCTIONS})\b`,
      ),
      "we will drop the old flags in 2.0": new RegExp(
        String.raw`\b(?:we|i)(?:'ll| will| can| could| should| would) (?:${INSTRUCTIONS}|get rid of) (?:\S{1,60} ){1,8}in (?:v?\d{1,3}\.\d|v\d)`,
      ),
      "some components still need to be converted":
        /\bstill (?:needs?|has|have) to be (?:\w{1,20}ly )?(?!reviewed|approved|merged|rebased|tested|confirmed|verified|discussed|decided|fixed\b)\w{2,20}(?:ed|en|wn|ne|lt|de)\b|\bstill (?:some|a few|several|many|other|more) [^.;,]{1,80} (?:to be \w{2,20}(?:ed|en|ne)|that needs?)\b/,
      "let's leave this for v3": /\bleave (?:this|that|it|these|those) (?:for|to|until) v?\d/,
      "batching the writes is future work": /\bfuture (?:work|improvements?|enhancements?|iterations?)\b/,
      "we'd like to get rid of the polling at some point": /\bat some (?:point|stage)\b/,
      "once this lands we can drop the shim":
        /\bonce (?:this|that|it|the \S{1,30}(?: \S{1,30}){0,2}) (?:lands|has landed|is in|is merged|has been merged)\b/,
      "I'll tidy the fixtures after this merge": /\bafter (?:this|the) (?:merge|pr|release|rollout|launch)\b/,
      "we'll move this to the shared library once it is published":
        /\b(?:once|as soon as) (?<=\b(?:we|i)(?:'ll| will| can| should| could)\b[^.;?!]{3,100}\b(?:once|as soon as) )(?:\S{1,30} ){1,4}(?:lands|ships|(?:is|are|has been|gets) (?:merged|released|published|available|rolled out))\b/,
      "the old flag will be removed in v4":
        /\b(?:removed|dropped|deleted|changed|renamed) (?<=\b(?:will|can|could|should|to) be \w{7} )(?:in|with) (?:v?\d|version \d|the next)/,
    },
    unless: {
      "this shouldn't wait for the next release": NOT_TO_WAIT,
      "the session was locked at some point": /\b(?:was|were|had|did|used to)\b[^,.;]{1,60}\bat some (?:point|stage)\b/,
      "we'd love to get this in for the next release":
        /\bto (?:have|get|see) (?:this|it|that) in (?:for|by|before|with|the|v?\d)\b/,
    },
  },
  {
    name: "postponed",
    strength: 3,
    forms: {
      "I'd punt on the retry logic": /\b(?:punt(?:ing|ed)?|postpon(?:e|ed|ing))\b/,
      "I'd defer this until we have numbers":
        /\b(?:defer(?:red|ring)? (?:this|that|it|these|to (?:a|another|the next|later))|(?:can|could|should|may) be deferred)\b/,
      "let's leave that for later":
        /\bleave (?:this|that|it|these|the \S{1,60}) (?:for|until) (?:later|another|a|the next|now)\b/,
      "let's leave this to a later change":
        /\bleave (?:this|that|it|these|those) to (?:an? |the )?(?:\w{1,20} )?(?:extension|later|another|future|next|change|patch)\b/,
      "we can come back later for the dialog": /\bcome back (?:to (?:this|it|that) )?later\b/,
      "the fixtures can be cleaned up later":
        /\b(?:revisit|come back to|get back to|do|done|address(?:ed)?|improved?|handled?|fix(?:ed)?|look(?:ed)? at|clean(?:ed)? up|tackled?|optimi[sz]ed?)(?: (?:this|that|it|these))? later\b/,
      "I'll fix the flaky upload test separately":
        /\b(?:i|we)(?:'ll| will| can| could| should|'d) (?:\S{1,30} ){1,6}separately\b/,
      "that can wait":
        /\b(?:this|that|it|which|those|they|rest) (?:can|could|may|might) (?:surely |certainly |probably |also |definitely |all )?wait\b(?! (?:for|on|until tomorrow|till tomorrow)\b)/,
      "land it first and update the dashboard later": new RegExp(
        String.raw`\b(?:ok|okay|fine|merge|land|ship|let's|could|can|should)\b[^.;]{1,80} and (?:then )?(?:${INSTRUCTIONS}) (?:\S{1,60} ){1,6}(?:later|afterwards?)\b(?! (?:than|this|today|tonight|in the)\b)`,
      ),
      "the metrics will follow later":
        /\b(?:will|'ll|to) (?:follow|come|be (?:added|done|fixed|handled|addressed|proposed|implemented|submitted|covered)) (?:later|soon|separately|afterwards?)\b/,
      "later I will write proper packages for both": new RegExp(
        String.raw`^(?:\W{0,4})later,? (?:on,? )?(?:i|we)(?:'ll| will| can| could| should| may| might| would| want to) (?:${INSTRUCTIONS})\b(?! (?:my|another) )`,
      ),
      "I will implement the second kernel later": new RegExp(
        String.raw`\b(?:i|we)(?:'ll| will| can| could|'m going to| plan to| want to) (?:always |still |also )?(?:${INSTRUCTIONS}) (?:\S{1,60} ){0,8}(?:later|afterwards?)\b(?! (?:than|this|today|tonight|in the)\b)`,
      ),
      "let's revisit the timeout when we have numbers":
        /\b(?:revisit|reconsider|reevaluate|re-evaluate) (?:this|that|it|these|the [^.,;]{1,40}) (?:when|once|if|after|as soon as)\b/,
      "we can improve the error messages later":
        /\b(?:can|could|should|will|'ll|let's) (?:always |still |also )?(?:revisit|improve|optimi[sz]e|handle|fix|clean up|tackle|address|refactor|add|change|move|extend|replace|remove|split|support|migrate) (?:\S{1,60} ){1,6}later\b(?! than)/,
    },
    unless: {
      "let's not leave that for later": NOT_TO_WAIT,
    },
  },
  {
    name: "worth an issue",
    strength: 3,
    forms: {
      "worth opening an issue for the flaky test":
        /\b(?:worth|open|create|creating|file|filing|raise|add|log) (?:creating |opening |filing |to )?(?:a |an |another |new |follow-up |separate |github |the ){0,5}(?:issues?|tickets?|jira|todos?|bug report)\b/,
      "the leak is tracked in a github issue":
        /\btrack(?:ing|ed)?(?: it| this| that| these)? (?:in|with|as|by) (?:creating |opening |filing |to )?(?:a |an |another |new |follow-up |separate |github |the ){0,5}(?:issues?|tickets?|jira|todos?|bug report)\b/,
      "left a todo: evict stale sessions": /\btodo ?:/,
      "todo, support nested archives": /^(?:\W{0,4})todo\b(?! (?:should|is|comment|style))/,
      "dropping the old flag is on my todo list":
        /(?<!^\W{0,4}(?:this|that|it) is |'s )\b(?:on|in) (?:my|our|the) (?:to-?do|todo)\b/,
      "leave it as a todo": /\b(?:as|with|leave|put|keep) (?:a |this |it as )?todo\b/,
      "this adds to our technical debt": /\btech(?:nical)? debt\b/,
      "let's track the memory growth": /\blet's track\b/,
    },
    unless: {
      "please remove the todo: the parser handles it now":
        /\b(?:remove|delete|stale|old|leftover|left-over|resolve|address|finish) (?:this |the |that |these |your |a )?todos?\b/,
      "a second writer will create issues": /\bwill (?:cause|raise|create) (?:a |an )?(?:\w{1,30} )?issues?\b/,
    },
  },
  {
    name: "fine for now",
    strength: 2,
    forms: {
      "fine for now, but we need a real lock": /\bfor now\b/,
      "a global lock is fine for the time being": /\bfor the (?:time being|moment)\b/,
      "the lint warning is ok to ignore": /\bok to ignore\b/,
      "keep the shim until we drop Node 18": /\buntil (?:we (?!\w{1,20} (?:no|all|every|one)\b)|someone\b|somebody\b)/,
    },
  },
];
