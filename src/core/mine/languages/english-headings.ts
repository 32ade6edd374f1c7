/** English: what headings open, and sentences that ask nothing. */
import type { Language } from "./language.ts";

export const ENGLISH_SECTIONS: Language["sections"] = [
  {
    section: "settled",
    pattern: /^\W{0,12}(?:release notes?|changelog|(?:what's )?new features?|what's new|bug ?fixes)\W{0,12}$/,
    example: "Bug fixes",
  },
  {
    section: "settled",
    pattern:
      /\b(?:resolved|addressed|fixed|already (?:done|flagged|fixed)|previously|previous suggestions|no action)\b/,
    example: "Resolved since last review",
  },
  {
    section: "deferred",
    pattern:
      /\bfuture\b|\bfollow[- ]?ups?\b|\blater\b|\bout of scope\b|\bbacklog\b|\bpost[- ]merge\b|\bafter merge\b|\bfor implementation\b|\btech(?:nical)? debt\b|\blong[- ]term\b/,
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
      /\b(?:strengths?|positives?|praise|what works|works well|well[- ]done|what's (?:good|great|working|implemented)|good (?:practices|parts|points|things)|done well|does well|does right|(?:what|things) (?:i|we) (?:really )?like\w{0,30}|highlights?|excellent|achievements?|kudos|looks good|pros|great|best practices followed|correctly|strong points|nice work|verified|approved|benefits|what this enables|key (?:improvements|enhancements)(?=\W{0,4}$))\b|✅|👍|🎉|^(?:good|positive|excellent)\b/,
    example: "Strengths",
  },
  {
    section: "process",
    pattern:
      /\b(?:test plan|checklist|before merging|verification|acceptance criteria|how to test|testing instructions|manual test\w{0,30})\b/,
    example: "Test plan",
  },
  {
    section: "issues",
    pattern:
      /\b(?:issues?|concerns?|problems?|bugs?|risks?|critical|blockers?|blocking|must[- ](?:fix|address)|should[- ](?:fix|address)|findings?|warnings?|gaps?|weakness\w{0,30}|drawbacks?|cons|defects?|missing|vulnerabilit\w{1,30}|violations?|areas? of concern|actionable|red flags|observations?|limitations?)\b|^\W{0,6}(?:high|medium|moderate|low|major|minor)(?: (?:priority|severity|risk|impact))?\W{0,6}$|🔴|🟠|🟥|🟧|⚠️|❌|🚨|🐛/,
    example: "Issues and concerns",
  },
  {
    section: "asks",
    pattern:
      /\b(?:suggestions?|suggested|recommendations?|recommended|improvements?|improve|proposals?|proposed|required (?:actions?|changes?)|action items?|actions? (?:required|needed)|actions|todos?|next steps|consider(?:ations)?|fix(?:es)?|enhancements?|requests?|feedback|questions?|changes (?:needed|requested)|comments|remarks|(?:remaining|few|some|more|other|two|three|four|five|following|open|minor|small) (?:\w{1,20} )?(?:points|things)|thoughts|opportunit\w{1,30}|optional|nice[- ]to[- ]haves?|ideas|(?:things|stuff|code review|first pass)(?=\W{0,4}$)|security hardening|requirements|before merge)\b|💡/,
    example: "Suggestions",
  },
  {
    section: "summary",
    pattern:
      /\b(?:summary|overview|overall|verdict|conclusion|assessment|walkthrough|changes|files|what changed|description|rating|score|metrics|alignment|status|approval|impact|context|background|references|about|explanation|details|stats|statistics|comparison|impressions?|review conducted|how it works|architecture)\b/,
    example: "Summary",
  },
];

/** Words that open a reservation: something is asked after all. */
const RESERVED =
  /\b(?:but|however|though|except|apart from|once|one (?:more |small |minor )?(?:thing|question|comment|suggestion|request|ask|concern|remark|nit))\b.{0,200}\b(?:please|should|could|needs?|must|would|i'd|can we|let's|consider|is|are)\b/;

export const ENGLISH_CHATTER: Language["chatter"] = [
  {
    name: "about oneself",
    pattern:
      /^(?:i've|i have|i'm(?! (?:a (?:little|bit) (?:concerned|worried)|slightly|somewhat|wondering|not (?:\d{1,3}% |entirely |quite |really |so )?(?:sure|convinced|certain)|concerned|worried|inclined|tempted|unsure|[^.,;]{0,20}\bfan of))|i am(?! (?:a (?:little|bit) (?:concerned|worried)|slightly|somewhat|wondering|not (?:sure|convinced)|concerned|worried|inclined|tempted|unsure))|i was|i had|i did|i just(?! (?:think|meant|want|wonder))|i also(?! (?:think|recommend|suggest|propose|wonder|would|prefer|feel))|i added|i removed|i moved|i double|i verified|i tested|i checked|i don't think (?:so|that's)|i agree(?:[.!]|,? (?:with (?:you|this|that|your|the above)|here|too)\b|$)|i see|i thought|we've)\b/,
    unless:
      /\bbut\b|\bhowever\b|\band i think (?:we|you|this|it) (?:should|could|must)\b|\bso (?:we|you|it|this|please)\b/,
    example: "I have updated the tests",
  },
  {
    name: "a thought explained",
    pattern:
      /^(?:(?:my|the) (?:thinking|reasoning|understanding|intention|intent|rationale|thought)s? (?:here |behind (?:this|it|that) )?(?:was|is|were)|(?:my|the) (?:idea|plan|goal|point) (?:here |behind (?:this|it|that) )?(?:was|is)(?: to\b| that\b|:)|(?:so )?you mean|to be clear|probably not|as i said|if you (?:don't |do not )?(?:like|prefer|want|think|mind)\b[^,]{0,80}, i (?:can|could|will))\b/,
    example: "My thinking was that nobody would call it twice",
  },
  {
    name: "what one did",
    pattern:
      /\bi (?:just |only |also |deliberately |intentionally |originally |initially |already )?(?:used|moved|kept|chose|went (?:with|for)|opted|implemented|introduced|copied|ported|opened|followed|had to|noticed while|thought (?:it|this|that)|did (?:it|this|that)|wanted to)\b/,
    unless:
      /\bbut (?:i (?:think|wonder|guess|feel|would)|maybe|perhaps|could|should|now|(?:`x`|it|this|that) (?:is|seems|feels|looks))\b|\?$|\bplease\b|\bso (?:we|you|please)\b|\bi think (?:we|you|it|this)\b/,
    example: "both tools spell it that way, so I used the long name",
  },
  {
    name: "asks to confirm",
    pattern:
      /^(?:\W{0,4})(?:so\b|just to (?:confirm|understand|check|be (?:sure|clear))\b|(?:does|do) (?:this|that|it|you) mean\b)[^?]{3,300}\?$/,
    unless: /\b(?:should|shall|could|can we|can you|can't|why not|how about|what about|instead)(?:n't)?\b/,
    example: "So this runs once for each request?",
  },
  {
    name: "a reason",
    pattern:
      /^(?:\W{0,4})(?:(?:yes|no|well|but|and|so),? )?(?:(?:this|that|it)(?:'s| is| was) (?:only |just |also |still )?(?:needed|required|necessary|here|there|because|due to|so that)|because (?:we|they|it|the|this|that|of)|(?:sadly|unfortunately|luckily|fortunately),? (?:we|i|they|there) |the reason (?:is|was|for (?:this|that)|why (?:i|we)))\b/,
    unless:
      /\bbut\b|\bhowever\b|\bplease\b|\bcould\b|\bconsider\b|\binstead\b|\?$|\bi think\b|\bcan (?:we|you)\b|\bno longer\b|\bshould\b/,
    example: "This is needed because the old client doesn't return the id",
  },
  {
    name: "a status",
    pattern:
      /^(?:done|fixed|updated|addressed|resolved|rebased|applied|added|removed|changed|moved|renamed|copied|reviewed|reverted|pushed|merged|approv(?:ed|ing)|superseded|backported|(?:please )?let (?:me|us) know\b|(?:for|from) my (?:side|part)\b|will do|sure\b|yes\b|yep\b|yeah\b|no\b(?! (?:unit |integration |regression )?tests?\b)|nope|ok\b|okay|ack\b|agreed|correct\b|right\b(?! now)|true\b|same(?: here)?[.!]?$|ditto|thanks|thank you|thx|sorry|apologies|oops|good (?:catch|point|idea|question|call|that|thing)\b|glad\b|great\b|nice\b|cool\b|awesome|perfect|lgtm|looks good|\+1|makes sense|fair enough|got it|never ?mind|closing|run |retest|welcome|hi\b|hello|interesting|wow|ah\b|oh\b)/,
    unless: RESERVED,
    example: "Done, thanks",
  },
  {
    name: "about the change",
    pattern:
      /^(?:\W{0,4})(?:this|that|it|the (?:change|pr|patch|commit|update|diff|refactor\w{0,30})) (?:also )?(?:helps?|improves?|ensures?|simplifies|reduces|enhances?|correctly|fixes|addresses|resolves|solves)\b/,
    unless: /\bbut\b|\bhowever\b|\bshould\b|\bplease\b|\bcould\b|\bconsider\b|\binstead\b|\bnot\b/,
    example: "This helps in reducing the work of the scheduler.",
  },
  {
    name: "waits for it",
    pattern:
      /\bwould be (?:great|nice|awesome|cool|good) to (?:have|get|see) (?:this|it|that) (?:in|merged|released|out|landed|soon)\b|\b(?:would|we'd|i'd|we would|i would) (?:really )?love to (?:see|have|get) (?:this|it|that) (?:merged|landed|released|in)\b|\ba (?:fix|merge|release|review) would be (?:\w{1,30} )?(?:great|nice|good|helpful|appreciated|awesome)\b|\bgot it\W{0,4}$|^(?:ok(?:ay)?,? )?so,? if i (?:understand|read|get) (?:this|it|that)? ?(?:correctly|right)\b/,
    unless: RESERVED,
    example: "We hit this too, a fix would be great.",
  },
  {
    name: "about the merge",
    pattern:
      /\b(?:hold|holds|holding|held) (?:(?:this|that|it|things?|the \w{1,30}) )?up\b|\b(?:block|blocks|blocking|delay|delays|delaying|stop|stops) (?:this|that|it|you|us|the)(?: (?:pr|pull request|merge|release|change))?(?: from (?:merging|landing|going in|being merged))?(?:[.,;!]|$)|\b(?:not|isn't|aren't|nothing|none|no) (?:\w{1,30} ){0,4}(?:blockers?|blocking)\b|\bblock merging\b/,
    unless:
      /`x`|\bbut\b|\bhowever\b|\bplease\b|\bcould\b|\bconsider\b|^\W{0,4}(?:not|non)[- ](?:a )?block(?:ing|er) ?: \w/,
    example: "None of these should hold this up.",
  },
  {
    name: "points at other comments",
    pattern:
      /^(?:\W{0,4})(?:(?:just|i|i've|i have|left|have|also|only|see|with) ){0,4}(?:a few|some|a couple(?: of)?|several|two|three|four|five|one|my|minor|small|few) (?:\w{1,30} ){0,3}(?:notes?|comments?|nits?|nitpicks?|suggestions?|questions?|thoughts?|things?|points?|remarks?)(?: \w{1,30}){0,3} (?:inline|below|above|inlined|in the (?:diff|code|comments))\b|\b(?:comment(?:ed|s)|left|noted|flagged|detailed|described|posted|raised) inline\b/,
    unless: /:\s*\S|`x`/,
    example: "A few notes inline; none of them should hold this up.",
  },
  {
    name: "praise",
    pattern:
      /\b(?:good|great|nice|excellent|solid|awesome|well)[- ](?:work|job|done|catch|practice|improvement(?! (?:would|could|might))|step|addition|choice|idea|use|written|structured|designed|documented|tested|organi[sz]ed)\b|\blooks? (?:good|great|fine|reasonable|correct)\b|\blgtm\b|\bno (?:issues|concerns|problems|bugs|major|further|impact|security)\b|^\W{0,4}(?:\w{1,30} ){1,6}(?:provided|included|in place)[.!]?$|\bwell-(?:structured|written|organized|documented|designed|implemented)\b/,
    unless: RESERVED,
    example: "This is a good improvement",
  },
];
