/** English: the language most reviews are written in, and the one that is measured. */
import type { Language } from "./language.ts";

/** Verbs that open an instruction. */
const VERBS =
  "add|address|adjust|align|allow|apply|assert|audit|avoid|batch|benchmark|break|bump|cache|call|catch|change|check|clamp|clarify|clean|clear|close|combine|complete|configure|consolidate|convert|correct|cover|create|decide|declare|decouple|dedupe|deduplicate|define|delete|deprecate|derive|detect|disable|do not|document|don't|drop|eliminate|enable|enforce|ensure|escape|exclude|expand|explain|expose|extend|extract|fail|filter|fix|flip|generalize|generate|guard|handle|hide|hoist|honor|implement|improve|include|increase|initialize|inject|inline|instrument|introduce|invert|isolate|keep|limit|link|lock|log|lower|make|mark|materialize|memoize|mention|merge|migrate|mock|mount|move|narrow|normalize|omit|optimize|parameterize|pass|pin|persist|prefer|prevent|propagate|protect|provide|prune|pull|put|quote|raise|reconsider|reduce|refactor|register|reject|release|remove|rename|reorder|rephrase|replace|report|require|reset|resolve|restore|restrict|restructure|rethrow|retry|return|reuse|revert|revisit|rework|rewrite|route|run|sanitize|save|scope|separate|serialize|set|share|shorten|simplify|skip|sort|specify|split|squash|standardize|stop|store|strip|swap|switch|synchronize|sync|test|throw|tighten|track|treat|trim|turn|unify|update|upgrade|use|validate|verify|wait|wire|wrap|write";

const GOOD =
  "better|best|nice|nicer|good|great|cool|helpful|useful|cleaner|simpler|safer|easier|clearer|preferable|beneficial|worth|worthwhile|more \\w+|ideal|wise|neat|interesting|sensible|handy|valuable";

export const ENGLISH: Language = {
  name: "English",
  asks: [
    {
      name: "an instruction",
      strength: 3,
      pattern: new RegExp(
        `^(?:(?:also|then|and|so|or|but|otherwise|alternatively|instead|again|ideally|maybe|perhaps|possibly|please|pls|just|at minimum|at least|nit|minor|first|second|additionally|in addition|to fix|here|\\d{1,2}[.)]|[a-z]\\)|-)[ ,:]{1,3}){0,3}(?:${VERBS})\\b(?! (?:is|are|was|were|has|in terms)\\b)`,
      ),
      example: "add a timeout to the upload client",
    },
    {
      name: "asked politely",
      strength: 3,
      pattern:
        /\b(?:please|pls|plz|kindly)\b,? (?!note\b|see\b|find\b|let\b|feel\b|review\b|refer\b|bear\b|react\b|click\b|visit\b|read\b|ignore\b|go ahead\b|advise\b|:)/,
      example: "could you please move this into its own class",
    },
    {
      name: "said to be needed",
      strength: 3,
      pattern:
        /\b(?:should|must|ought to|needs? to|has to|have to|shall)(?:n't)?\b(?! (?:be )?(?:fine|ok|okay|good|safe|enough|sufficient|able|now|already|pass|work|probably be fine|have been|not be a problem|note)\b)(?<!\b(?:i|they) (?:should|must|need to|have to))/,
      example: "the cache must be invalidated when the schema changes",
    },
    {
      name: "something to consider",
      strength: 3,
      pattern: /\bconsider(?:ing)?\b(?! (?:this|it) (?:done|resolved|closed))/,
      example: "consider caching the compiled templates",
    },
    {
      name: "a proposal",
      strength: 3,
      pattern:
        /\b(?:(?:i|we|i'd|we'd|would|also|can|could|to) (?:\w+ ){0,2}(?:suggest|recommend|propose|prefer|advise)|(?:suggest|recommend|propose)(?:ing|ed)?:? (?!by|in the|change)\w|^suggestion\b|^recommendation\b|recommended to|my (?:suggestion|preference)|(?:i|we) (?:would|'d) (?:rather|just|simply|like|love|keep|move|use|make|have|change|reorder|revert|remove|add|put))/,
      example: "I suggest splitting this into two functions",
    },
    {
      name: "let's",
      strength: 3,
      pattern:
        /\blet(?:'|’)?s (?!see\b|wait\b|merge\b|discuss\b|go with\b|keep in mind\b|not\b|take\b|say\b|assume\b|talk\b|chat\b)\w+|\blet us \w+/,
      example: "let's return a typed error here",
    },
    {
      name: "said to be better",
      strength: 3,
      pattern: new RegExp(
        `\\b(?:would|might|may|could|will|can|should|'d|it is|it's|is)(?:n't)? (?:it )?(?:\\w+ )?(?:be )?(?:also |probably |a bit |much |a lot |quite |really |even |even be |so )?(?:${GOOD})\\b(?! (?:as|than|at|point|catch|idea|for now|enough|job|work|question|practice|that|now|step|improvement)\\b)|\\b(?:better|best|good|nice|safer|cleaner|helpful|worth) (?:to|if we|if you|if this|adding|having|doing|checking|considering|noting|mentioning|making|moving)\\b|\\bmakes? (?:more )?sense to\\b|\\bworth (?:a|an|adding|creating|opening|documenting|testing)\\b`,
      ),
      example: "it would be better to stream the file",
    },
    {
      name: "a question that asks for a change",
      strength: 3,
      pattern:
        /(?:^|[,;:.(] ?|\b(?:but|so|and|or|then|also|maybe|perhaps|instead|hmm|hm|question|wonder if|wondering if|wondering whether) )(?:can|could|should|shall|would|may|might)(?:n't| not)? (?:we|you|this|it|that|these|those|there|they|the \S+|`x`|i)\b(?! (?:explain|clarify|elaborate|share|help|confirm|tell|review|take a look|have a look|please explain|please clarify|please review|see|give|be (?:good|fine|ok)|also be good|remind|point me)\b)/,
      example: "could we reuse the parser from the other module?",
    },
    {
      name: "a question that says why not",
      strength: 3,
      pattern:
        /\bwhy (?:not|don't (?:we|you)|can't (?:we|you)|didn't you)\b|\b(?:can't|couldn't|shouldn't) (?:we|you|this|it|that|these|there)\b|\b(?:how|what) about\b|\bwhat if we\b|\bany reason (?:not|why (?:we|you) (?:don't|can't|didn't))\b|\bdo (?:we|you) (?:really )?(?:need|want|have) (?:any |a |an |more |some |other |to )|\bis there (?:a|any) reason\b|\bdo you mean\b/,
      example: "why not use the shared client here?",
    },
    {
      name: "a change spelled out",
      strength: 3,
      pattern:
        /^`?s\/[^/ ]{1,60}\/[^/]{1,60}|^\S{1,40} ?(?:->|→|=>) ?\S{1,40}(?: \S+)?$|\bfeel free to (?:add|follow|open|create|include|move|change|put)\b|\bcould (?:get rid of|just|simply|also|instead|as well)\b|\b(?:could|can|may|might) (?:probably |also |now |then )?be (?:simplified|improved|made|moved|replaced|refactored|extracted|removed|combined|reused|shortened|merged|written|inlined|dropped|rewritten|split|deleted|expressed|consolidated|parameterized|generalized|cached|batched|optimized)\b|\b(?:you|we|one) (?:can|could|may|might) (?:also |probably |just |simply |instead |then )*(?:use|add|remove|replace|move|drop|get rid|make|avoid|write|call|extract|simplify|reuse|combine|split|put|check|pass|include|set|try|want to)\b|\bmaybe (?:we|you|just|use|a|an|it|the|add|rename|rather|remove|move|make|rewrite|rewriting|rewording|adding|something)\b|\bneeds (?:a|an|more|some|tests?|documentation|updating|fixing)\b|\brather (?:use|combine|be|make|have)\b/,
      example: "could be moved to the shared package",
    },
    {
      name: "a mistake pointed at",
      strength: 3,
      pattern:
        /\btypo\b|\bnit(?:pick)?\b|\bmissing\b(?! (?:something|smth|anything|the point)\b)|\bmissed\b|\bshould(?:n't| not) (?:we|it|this|that|these)\b|\bisn't it\b/,
      example: "missing a test for the empty list",
    },
    {
      name: "said to be superfluous",
      strength: 2,
      pattern:
        /\b(?:redundant|unnecessary|unneeded|unused|not used|never used|no longer (?:used|needed|necessary|relevant)|not needed|isn't needed|don't need|doesn't need|obsolete|dead code|duplicat\w+|useless|superfluous|unrelated change)\b/,
      example: "this check is redundant",
    },
    {
      name: "another way named",
      strength: 2,
      pattern:
        /\binstead\b|\brather than\b|\bseems? (?:better|best|more appropriate)\b|\bwould (?:avoid|help|make|allow|simplify|reduce|improve|ensure|prevent)\b/,
      example: "a map instead of the two arrays",
    },
    {
      name: "a defect described",
      strength: 2,
      pattern:
        /\b(?:bugs?|broken|breaks?|fails?|failing|crash\w*|leaks?|overflows?|races?|race condition|deadlock|wrong|incorrect\w*|not work(?:ing)?|doesn't work|does not work|doesn't (?:handle|check|close|match|account|seem|compile|exist)|does not (?:handle|check|close|match|account|compile|validate)|never (?:initiali[sz]ed|called|closed|released|set|populated|reached|checked|validated)|inconsisten\w+|mismatch\w*|ambiguous|confusing|misleading|hard-?coded|hard-?coding|vulnerab\w+|injection|throws?|exception|unhandled|unsafe|regression|stale|outdated|lacks?|insufficient|expensive|inefficient|slow|too long|pollut\w+|discouraged|strange|weird|deviates|violat\w+|collisions?|truncat\w+|silently|swallow\w*|undefined behaviou?r|corrupt\w*|poisons?)\b/,
      example: "this fails when the list is empty",
    },
  ],
  defers: [
    {
      name: "for a follow-up",
      strength: 3,
      pattern: /\bfollow(?:ing)?[- ]?ups?\b(?! (?:on this thread|when|with you|email|question))/,
      example: "let's do that in a follow-up",
    },
    {
      name: "for another pull request",
      strength: 3,
      pattern:
        /\b(?:another|different|separate|later|future|subsequent|next|own|new|dedicated|standalone) (?:small |smaller )?(?:pr|prs|pull request|pull requests|patch|issue|issues|ticket|tickets|jira|commit|change|cl|mr|task|story)\b/,
      example: "this belongs in a separate PR",
    },
    {
      name: "out of scope",
      strength: 3,
      pattern:
        /\b(?:out of|outside(?: of)?|beyond|not in) (?:the )?scope\b|\bnot (?:for|in) this (?:pr|pull request|change|patch)\b|\bno action in this pr\b/,
      example: "out of scope here, but the retry needs jitter",
    },
    {
      name: "for later",
      strength: 3,
      pattern:
        /\b(?:in (?:the )?(?:near |longer )?future|later on|some ?day|eventually|long[- ]term|longer term|down the (?:road|line)|in the long run|next (?:release|version|iteration|sprint|milestone)|future (?:work|improvement|enhancement|proofing)|at some point|once (?:there is|we have|that lands|this lands|this is merged)|before (?:we|it is) (?:\w+ ){0,2}(?:ga|standardi[sz]e|publish|release)|after (?:this|the) (?:merge|pr|release))\b/,
      example: "in the future we may want to shard this",
    },
    {
      name: "worth an issue",
      strength: 3,
      pattern:
        /\b(?:worth|open|create|creating|file|raise|add|track(?:ing|ed)?(?: it| this| that)? (?:in|with|as)) (?:creating |opening |filing )?(?:a |an |another |new )*(?:issue|ticket|jira|todo)\b|\bto-?do\b|\btech(?:nical)? debt\b|\blet's track\b/,
      example: "worth opening an issue for the flaky test",
    },
    {
      name: "fine for now",
      strength: 2,
      pattern: /\bfor now\b|\bfor the (?:time being|moment)\b|\bok to ignore\b|\buntil (?:we|there|someone)\b/,
      example: "fine for now, but we need a real lock",
    },
  ],
  nits: [
    {
      name: "called a nit",
      strength: 3,
      pattern:
        /^(?:\W{0,4})(?:super |ultra |tiny |small |minor |last )?(?:nit|nits|nitpick|nitpicking|typo|style|cosmetic|grammar|wording|copyedit|polish|quibble|formatting)\b|\bnit:|\bnitpick\b|\blast nit\b/,
      example: "nit: trailing space",
    },
    {
      name: "about wording",
      strength: 3,
      pattern:
        /\btypos?\b|\bmisspell\w*|\bspelling\b|\bgrammar\b|\bgrammatical\b|\bwording\b|\breword\w*|\brephras\w*|\bphras(?:e|ing)\b|\bsounds? (?:a bit |better|odd|weird|ambiguous)|\bpunctuation\b|\bcapitali[sz]\w*|\blower ?case\b|\bupper ?case\b|\benglish\b|\bawkward\b/,
      example: "typo in the heading",
    },
    {
      name: "about a name",
      strength: 3,
      pattern:
        /\brenam(?:e|ed|ing)\b(?! (?:the )?(?:table|column|endpoint|api|package|module))|\bnaming\b|\bname\b.{0,30}\b(?:confusing|ambiguous|misleading|unclear|better|clearer)|\bbetter name\b|\bcolumn name suggestions\b|\b(?:usually |normally )?call this (?:field|variable|method)\b|^`?s\/|^\S{1,40} ?(?:->|→|=>) ?\S/,
      example: "rename this variable to writeThreshold",
    },
    {
      name: "about formatting",
      strength: 3,
      pattern:
        /\b(?:white ?space|indent\w*|blank lines?|empty lines?|newlines?|line breaks?|trailing (?:space|comma|semicolon)|semicolons?|braces?|brackets?|formatt(?:ing|ed|er)|line length|line too long|alphabetical(?:ly)?|import order|sort the|space (?:after|before)|bold\b|code style|naming conventions?|goimports|gofmt|checkstyle|linter?|lint)\b/,
      example: "please sort the includes",
    },
    {
      name: "about something unused",
      strength: 3,
      pattern:
        /\b(?:is|are|it's|variable|import|parameter|field|argument)(?: \S+){0,4} (?:not|never|no longer) (?:actually )?(?:used|referenced|accessed|relevant)\b|\bunused (?:\S+ )?(?:imports?|variables?|parameters?|arguments?|locals?|fields?|methods?|functions?|helpers?|code|include|constant)\b|\bdead code\b|\bcommented[- ]out\b|\bunreachable\b|\bredundant\b|\bunnecessary\b|\bdefined but never used\b|\bold code in comments\b|\bremove (?:the|this|these|that) (?:\S+ )?(?:comments?|lines?|empty|import|name|semicolon|parenthes\w+|cast|space)\b/,
      example: "this import is not used",
    },
    {
      name: "about a code comment",
      strength: 3,
      pattern:
        /\b(?:add|adding|adds|include|put|provide|write|some|more|leave)(?: (?:a|an|some|more|the|short|brief|inline|code|explanatory|few|header|javadoc|doc|detailed|clear|this|that|in|it)){0,4} (?:comments?|javadocs?|docstrings?)\b|\bcomments?\b.{0,40}\b(?:clarif\w+|explain\w*|should|could|states?|illustrat\w+|mention\w*|outdated|stale|wrong|misleading)\b|\bin the comments\b|\bmore comments\b|\bnon-javadoc\b|\bremove the comments?\b|\bmissed description\b|\bcomment clarification\b/,
      example: "please add a comment that says why",
    },
    {
      name: "a local edit",
      strength: 3,
      pattern:
        /\btype (?:hints?|annotations?)\b|\breturn type\b|\bmagic (?:numbers?|strings?)\b|\bnamed constants?\b|\bmore readable\b|\breadability\b|\blegib\w+\b|\bternary\b|\bcan be combined\b|\bcombine nested\b|\bexpress intent\b|\b(?:private|protected|final|static|const|constexpr|noexcept|readonly|override)\b (?:static |final )?(?:instead|here|modifier|keyword|final)?$|\bimplicitly filters\b|\biteration variable\b|\bto be consistent with\b|\bfor consistency\b|\bf-strings?\b|\bexception (?:class|type)\b|\bshadow(?:s|ed|ing)\b|\buse `x` instead (?:of `x` )?to\b/,
      example: "use a ternary to express intent better",
    },
  ],
  sections: [
    {
      section: "settled",
      pattern:
        /\b(?:resolved|addressed|fixed|already (?:done|flagged|fixed)|previously|previous suggestions|no action)\b/,
      example: "Resolved since last review",
    },
    {
      section: "deferred",
      pattern:
        /\bfuture\b|\bfollow[- ]?ups?\b|\blater\b|\bnice[- ]to[- ]haves?\b|\bout of scope\b|\bbacklog\b|\bpost[- ]merge\b|\bafter merge\b|\bfor implementation\b|\btech(?:nical)? debt\b|\blong[- ]term\b/,
      example: "Future improvements",
    },
    {
      section: "nits",
      pattern: /\bnit(?:pick|s|picks)?\b|\bstyle\b|\btrivial\b|\bcosmetic\b|\bpolish\b/,
      example: "Nitpicks",
    },
    {
      section: "praise",
      pattern:
        /\b(?:strengths?|positives?|praise|what works|works well|well[- ]done|what's (?:good|great|working|implemented)|good (?:practices|parts|points|things)|done well|does well|does right|what (?:i|we) like\w*|highlights?|excellent|achievements?|kudos|looks good|pros|great|best practices followed|correctly|strong points|nice work|verified|approved|benefits|what this enables)\b|✅|👍|🎉|^(?:good|positive|excellent)\b/,
      example: "Strengths",
    },
    {
      section: "process",
      pattern:
        /\b(?:test plan|checklist|before merging|verification|acceptance criteria|how to test|testing instructions|manual test\w*)\b/,
      example: "Test plan",
    },
    {
      section: "issues",
      pattern:
        /\b(?:issues?|concerns?|problems?|bugs?|risks?|critical|blockers?|blocking|must[- ](?:fix|address)|should[- ](?:fix|address)|findings?|warnings?|gaps?|weakness\w*|drawbacks?|cons|defects?|missing|vulnerabilit\w+|violations?|areas? of concern|actionable|red flags|observations?|limitations?)\b|🔴|🟠|⚠️|❌|🚨|🐛/,
      example: "Issues and concerns",
    },
    {
      section: "asks",
      pattern:
        /\b(?:suggestions?|suggested|recommendations?|recommended|improvements?|improve|proposals?|proposed|required (?:actions?|changes?)|action items?|actions? (?:required|needed)|actions|todos?|next steps|consider(?:ations)?|fix(?:es)?|enhancements?|requests?|feedback|questions?|changes (?:needed|requested)|comments|opportunit\w+|optional|ideas|security hardening|requirements|before merge)\b|💡/,
      example: "Suggestions",
    },
    {
      section: "summary",
      pattern:
        /\b(?:summary|overview|overall|verdict|conclusion|assessment|walkthrough|changes|files|what changed|description|rating|score|metrics|alignment|status|approval|impact|context|background|references|about|explanation|details|stats|statistics|comparison|impressions?|review conducted|how it works|architecture)\b/,
      example: "Summary",
    },
  ],
  chatter: [
    {
      name: "about oneself",
      pattern:
        /^(?:i've|i have|i'm|i am|i was|i had|i did|i just|i also|i added|i removed|i moved|i double|i verified|i tested|i checked|i don't think (?:so|that's)|i agree|i see|i thought|we've)\b/,
      example: "I have updated the tests",
    },
    {
      name: "a status",
      pattern:
        /^(?:done|fixed|updated|addressed|resolved|rebased|applied|added|removed|changed|reverted|pushed|merged|will do|sure|yes|yep|yeah|no|nope|ok|okay|ack|agreed|correct|right|true|same|ditto|thanks|thank you|thx|sorry|apologies|oops|good (?:catch|point|idea|question|call)|great|nice|cool|awesome|perfect|lgtm|looks good|\+1|makes sense|fair enough|got it|never ?mind|closing|run |retest|welcome|hi\b|hello|interesting|wow|ah\b|oh\b)/,
      example: "Done, thanks",
    },
    {
      name: "praise",
      pattern:
        /\b(?:good|great|nice|excellent|solid|awesome|well)[- ](?:work|job|done|catch|practice|improvement|step|addition|choice|idea|use|written|structured|designed)\b|\blooks? (?:good|great|fine|reasonable|correct)\b|\blgtm\b|\bno (?:issues|concerns|problems|bugs|major|further|impact|security)\b|\bwell-(?:structured|written|organized|documented|designed|implemented)\b/,
      example: "This is a good improvement",
    },
  ],
};
