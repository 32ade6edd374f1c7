/** English: sentences that ask nothing, whatever words they hold. */
import type { Language } from "../language.ts";
import { INSTRUCTIONS } from "./verbs.ts";

/** Words that open a reservation: something is asked after all. */
const RESERVED =
  /\b(?:but|however|though|except|apart from|once|one (?:more |small |minor |last |optional )?(?:thing|question|comment|suggestion|request|ask|concern|remark|thought|nit))\b.{0,200}\b(?:please|should|could|needs?|must|would|i'd|can we|let's|consider|is|are)\b/;

/** Counts what one has to say. */
const A_FEW = String.raw`^(?:\W{0,4})(?:(?:just|i|i've|i have|left|have|also|only|see|with) ){0,4}(?:a few|some|a couple(?: of)?|several|two|three|four|five|one|my|minor|small|few) (?:\w{1,30} ){0,3}`;

/** Says where it stands. */
const BELOW = String.raw`(?: \w{1,30}){0,3} (?:inline|below|above|inlined|in the (?:diff|code|comments))\b`;

export const CHATTER: Language["chatter"] = [
  {
    name: "about oneself",
    forms: {
      "I have updated the tests": /^(?:i(?:'ve| have| was| had| did| see| thought)|we've)\b/,
      "I checked the second page too.":
        /^(?:@\S{1,60} ){0,3}i (?:added|removed|moved|double|verified|tested|checked|fixed|updated|renamed|reverted|refactored|pushed)\b/,
      "And I will add a test for the empty list.": new RegExp(
        String.raw`^(?:but |and |so |then |sure,? |ok(?:ay)?,? ){1,2}i(?:'ll| will|'m going to| am going to) (?:also |just |then )?(?:${INSTRUCTIONS})\b`,
      ),
      "I'm done with the parser.":
        /^i'm(?! (?:a (?:little|bit) (?:concerned|worried)|slightly|somewhat|wondering|not (?:\d{1,3}% |entirely |quite |really |so )?(?:sure|convinced|certain)|concerned|worried|inclined|tempted|unsure|[^.,;]{0,20}\bfan of))\b/,
      "I am still at the last page.":
        /^i am(?! (?:a (?:little|bit) (?:concerned|worried)|slightly|somewhat|wondering|not (?:sure|convinced)|concerned|worried|inclined|tempted|unsure))\b/,
      "I just pushed the fixture.":
        /^i (?:just(?! (?:think|meant|want|wonder))|also(?! (?:think|recommend|suggest|propose|wonder|would|prefer|feel)))\b/,
      "I could not run the tests of the reader.":
        /^i (?:could not|couldn't|was unable to|was not able to|cannot|can't|did not|didn't) (?:run|execute|test|build|reproduce|verify|check)\b/,
      "I agree with that.":
        /^i (?:don't think (?:so|that's)|agree(?:[.!]|,? (?:with (?:you|this|that|your|the above)|here|too)\b|$))/,
    },
    unless: {
      "I have seen the test, but the lock is held too long.": /\bbut\b/,
      "I've run it; however, the second page stays empty.": /\bhowever\b/,
      "I've seen this before and I think we should retry.": /\band i think (?:we|you|this|it) (?:should|could|must)\b/,
      "I couldn't test this because the port is fixed.": /\bbecause\b/,
      "I was about to move the flag, so please drop the alias.": /\bso (?:we|you|it|this|please)\b/,
    },
  },
  {
    name: "a thought explained",
    forms: {
      "My thinking was that nobody would call it twice":
        /^(?:my|the) (?:thinking|reasoning|understanding|intention|intent|rationale|thought)s? (?:here |behind (?:this|it|that) )?(?:was|is|were)\b/,
      "The idea was to keep both clients apart.":
        /^(?:my|the) (?:idea|plan|goal|point) (?:here |behind (?:this|it|that) )?(?:was|is)(?: to\b| that\b|:)/,
      "To be clear, nobody calls it twice.": /^(?:(?:so )?you mean|to be clear|probably not|as i said)\b/,
      "If you prefer, I can split the parser.":
        /^if you (?:don't |do not )?(?:like|prefer|want|think|mind)\b[^,]{0,80}, i (?:can|could|will)\b/,
    },
  },
  {
    name: "what one did",
    forms: {
      "both tools spell it that way, so I used the long name":
        /\bi (?:just |only |also |deliberately |intentionally |originally |initially |already )?(?:used|moved|kept|chose|went (?:with|for)|opted|implemented|introduced|copied|ported|opened|followed|had to|noticed while|thought (?:it|this|that)|did (?:it|this|that)|wanted to)\b/,
    },
    unless: {
      "I kept the alias, but maybe it can go now.":
        /\bbut (?:i (?:think|wonder|guess|feel|would)|maybe|perhaps|could|should|now|(?:`x`|it|this|that) (?:is|seems|feels|looks))\b/,
      "I moved the check up, is that too early?": /\?$/,
      "I chose a map here, please use the same below.": /\bplease\b/,
      "I already moved the lock, so you can drop yours.": /\bso (?:we|you|please)\b/,
      "I used the old client first; I think it leaks.": /\bi think (?:we|you|it|this)\b/,
    },
  },
  {
    name: "how to test it",
    forms: {
      "Note when testing this: the server has to run.":
        /^(?:\W{0,4})(?:please )?(?:note (?:when|for|to) (?:test|review|anyone|others)\w{0,8}|(?:in order )?to (?:test|try|reproduce|verify|run|review) (?:this|it|the (?:change|fix|pr)))\b/,
    },
    unless: {
      "To test this, please add a case with an empty list.": /\bplease\b/,
      "To run this twice is unsafe.": /\b(?:is|are) (?!needed|required|enough|necessary)\w/,
    },
  },
  {
    name: "awaits an opinion",
    forms: {
      "Not sure it is the right way, so feedback is welcome.":
        /\b(?:feedback|suggestions?|thoughts|opinions?|ideas|comments?|input|corrections|help|reviews?) (?:is|are|would be) (?:very |more than |always |highly |much )?(?:welcome|appreciated)\b/,
      "I'd love to hear your thoughts.":
        /\b(?:love|like|happy|glad|keen|curious|interested) to (?:hear|chat|discuss|talk|see what)\b/,
      "Do you think my idea is viable?":
        /\bmy (?:idea|approach|proposal|solution|plan) (?:is|would be|makes sense)\b[^?]{0,200}\?/,
      "Does that work, or is a longer name better?":
        /^(?:\W{0,4})(?:does|would|do) (?:that|this|it|these) (?:work|make sense|sound (?:good|ok|right|reasonable)|help|look (?:good|ok|right|better))\b(?! (?:when|if|with|on|for)\b)/,
      "Would you like me to split this?": /\b(?:would you (?:like|want|prefer)|do you want) (?:me|us)\b/,
    },
  },
  {
    name: "asks to confirm",
    forms: {
      "So this runs once for each request?":
        /^(?:\W{0,4})(?:so\b|just to (?:confirm|understand|check|be (?:sure|clear))\b|(?:does|do) (?:this|that|it|you) mean\b)[^?]{3,300}\?$/,
    },
    unless: {
      "So should we close the cursor here?":
        /\b(?:should|shall|could|can we|can you|can't|why not|how about|what about|instead)(?:n't)?\b/,
    },
  },
  {
    name: "a reason",
    forms: {
      "This is needed because the old client doesn't return the id":
        /^(?:\W{0,4})(?:(?:yes|no|well|but|and|so),? )?(?:this|that|it)(?:'s| is| was) (?:only |just |also |still )?(?:needed|required|necessary|here|there|because|due to|so that)\b/,
      "The reason is that the old client retries.":
        /^(?:\W{0,4})(?:(?:yes|no|well|but|and|so),? )?(?:because (?:we|they|it|the|this|that|of)|(?:sadly|unfortunately|luckily|fortunately),? (?:we|i|they|there) |the reason (?:is|was|for (?:this|that)|why (?:i|we)))\b/,
    },
    unless: {
      "It's needed for old clients, but nobody tests it.": /\bbut\b/,
      "This is here for old clients; however, it leaks.": /\bhowever\b/,
      "This is still required, please keep the alias.": /\bplease\b/,
      "Because the list is sorted, the loop could stop early.": /\bcould\b/,
      "It's only needed for tests, consider a fixture.": /\bconsider\b/,
      "That's there for old clients, use the header instead.": /\binstead\b/,
      "Because the list is sorted, why not stop early?": /\?$/,
      "It's here for tests, I think a fixture is enough.": /\bi think\b/,
      "This is only needed once, so can we hoist it": /\bcan (?:we|you)\b/,
      "It was needed for the old client and is no longer called.": /\bno longer\b/,
      "That's needed in tests only, it should move there.": /\bshould\b/,
    },
  },
  {
    name: "a status",
    forms: {
      "Duplicate of #12": /^(?:\W{0,4})(?:duplicate|dupe?) of (?:#\d|https?:|\w{1,40}\/)/,
      "Done, thanks":
        /^(?:done|fixed|updated|addressed|resolved|rebased|applied|added|removed|changed|moved|renamed|copied|reviewed|reverted|pushed|merged|approv(?:ed|ing)|superseded|backported)\b(?! (?:\w{1,30} ){1,4}(?:is|are|was|were|will|would|may|can|never|has|have|does|should)\b)/,
      "Yes, it runs once for each request.":
        /^(?:will do|sure\b|yes\b|yep\b|yeah\b|no\b(?=[,.!;:]|$| (?:problem|worries|need|rush|idea|strong|hurry|more|further|objections?|comments?|issues?|concerns?)\b)|nope|ok\b|okay|ack\b|agreed|correct\b|right\b(?! now)|true\b|same(?: here)?[.!]?$|ditto|\+1|makes sense|fair enough|got it|never ?mind)/,
      "Thanks for the quick review!":
        /^(?:thanks|thank you|thx|sorry|apologies|oops|good (?:catch|point|idea|question|call|that|thing)\b|glad\b|great\b|nice\b|cool\b|awesome|perfect|lgtm|looks good|welcome|hi\b|hello|interesting|wow|ah\b|oh\b)/,
      "Let me know when the dialog is ready.":
        /^(?:(?:please )?let (?:me|us) know\b|(?:for|from) my (?:side|part)\b|closing (?:this|the (?:pr|issue)|as|in favou?r|for now|and|since|because)\b|closing[.!]?$|run (?:\w{1,12} ){0,3}(?:ci|tests?|benchmarks?|linters?|suite)\b|retest\b)/,
    },
    unless: {
      "Thanks, but the cursor should be closed first.": RESERVED,
    },
  },
  {
    name: "about the change",
    forms: {
      "This helps in reducing the work of the scheduler.":
        /^(?:\W{0,4})(?:this|that|it|the (?:change|pr|patch|commit|update|diff|refactor\w{0,30})) (?:also )?(?:helps?|improves?|ensures?|simplifies|reduces|enhances?|correctly|fixes|addresses|resolves|solves)\b/,
    },
    unless: {
      "This helps, but the lock is still held.": /\bbut\b/,
      "It fixes the crash; however, the log is gone.": /\bhowever\b/,
      "This improves the parser and should come with a test.": /\bshould\b/,
      "It simplifies the call, please do the same below.": /\bplease\b/,
      "This reduces the load, the queue could even go.": /\bcould\b/,
      "It ensures the order, consider a sorted set.": /\bconsider\b/,
      "That addresses the symptom instead of the cause.": /\binstead\b/,
      "This fixes the first page, not the last.": /\bnot\b/,
    },
  },
  {
    name: "what was before it",
    forms: {
      "This used to crash when the list was empty.":
        /\b(?:used to (?:crash|fail|break|hang|leak|panic)|(?:was|were) (?:already )?(?:broken|wrong|buggy|flaky) before)\b/,
      "Without this change, the parser crashes on an empty list.":
        /^(?:\W{0,4})(?:before|without|prior to) (?:this|my) (?:change|fix|pr|patch|commit)\b/,
      "The bug was introduced in #123.":
        /^(?:\W{0,4})(?:the|this) (?:bug|problem|issue|regression|failure) (?:was|had been) (?:introduced|caused|due|that)\b/,
    },
    unless: {
      "It used to fail loudly, but now it is silent.": /\b(?:but|now|however|should|please|can we|could|so|new)\b/,
    },
  },
  {
    name: "what the change is",
    forms: {
      "This patch seems to be a small change of the reader.":
        /\b(?:seems|appears|looks) (?:to be|like) an? (?!unrelated|unintended|accidental|breaking|unnecessary|risky|behaviou?r)(?:\w{1,20} ){0,2}(?:change|modification|update|addition|refactor\w{0,6}|clean-?up|version bump)\b/,
      "It shouldn't introduce any new risk.":
        /\b(?:should|does|do|did|will|would)(?:n't| not) (?:introduce|cause|pose|bring) (?:any|significant|new|a|an) (?:\w{1,20} ){0,2}(?:bugs?|risks?|issues?|problems?|regressions?|breaking changes?)\b/,
      "Updating the parser might bring bug fixes.":
        /\b(?:upgrading|updating|bumping) [^.;]{1,80} (?:can|could|may|might|will) (?:also )?(?:bring|introduce|include|contain) (?:\w{1,20} ){0,2}(?:bug fixes|breaking changes|improvements|features)\b/,
    },
    unless: {
      "It looks like a small change, please add a test.": /\bplease\b/,
      "It seems to be a refactoring, but the lock is gone.": /\bbut\b/,
      "It appears to be an addition that nobody calls.":
        /\b(?:never|nobody|no longer|not)\b(?! (?:introduce|cause|pose|bring)\b)/,
      "This looks like a clean-up, could we drop the flag, too?": /\b(?:could|can|should) (?:we|you)\b/,
    },
  },
  {
    name: "waits for it",
    forms: {
      "It would be nice to have this merged soon.":
        /\bwould be (?:great|nice|awesome|cool|good) to (?:have|get|see) (?:this|it|that) (?:in|merged|released|out|landed|soon)\b/,
      "We'd love to see this released.":
        /\b(?:would|we'd|i'd|we would|i would) (?:really )?love to (?:see|have|get) (?:this|it|that) (?:merged|landed|released|in)\b/,
      "We hit this too, a fix would be great.":
        /\ba (?:fix|merge|release|review) would be (?:\w{1,30} )?(?:great|nice|good|helpful|appreciated|awesome)\b/,
      "Ah, got it!": /\bgot it\W{0,4}$/,
      "So, if I read this correctly, the queue is drained twice.":
        /^(?:ok(?:ay)?,? )?so,? if i (?:understand|read|get) (?:this|it|that)? ?(?:correctly|right)\b/,
    },
    unless: {
      "A fix would be great, but it should keep the old flag.": RESERVED,
    },
  },
  {
    name: "about the merge",
    forms: {
      "None of these should hold this up.":
        /\b(?:hold|holds|holding|held) (?:(?:this|that|it|things?|the \w{1,30}) )?up\b/,
      "I don't want to block this.":
        /\b(?:block|blocks|blocking|delay|delays|delaying|stop|stops) (?:this|that|it|you|us|the)(?: (?:pr|pull request|merge|release|change))?(?: from (?:merging|landing|going in|being merged))?(?:[.,;!]|$)/,
      "None of these are blocking.":
        /\b(?:not|isn't|aren't|nothing|none|no) (?:\w{1,30} ){0,4}(?:blockers?|blocking)\b/,
      "The log line shouldn't block merging.": /\bblock merging\b/,
    },
    unless: {
      "The lock in `flush` holds up every reader.": /`x`/,
      "Not blocking, but the cursor leaks.": /\bbut\b/,
      "This isn't blocking; however, the cursor leaks.": /\bhowever\b/,
      "Not a blocker, please close the cursor.": /\bplease\b/,
      "This is not blocking, the two could share a pool.": /\bcould\b/,
      "It's not a blocker, consider sharing the pool.": /\bconsider\b/,
      "Not blocking: the cursor is opened twice.": /^\W{0,4}(?:not|non)[- ](?:a )?block(?:ing|er) ?: \w/,
    },
  },
  {
    name: "points at other comments",
    forms: {
      "A few notes inline; none of them should hold this up.": new RegExp(
        String.raw`${A_FEW}(?:notes?|comments?|remarks?)${BELOW}`,
      ),
      "I have some thoughts below.": new RegExp(String.raw`${A_FEW}(?:points?|thoughts?|things?)${BELOW}`),
      "Left some questions below.": new RegExp(String.raw`${A_FEW}(?:nits?|nitpicks?|suggestions?|questions?)${BELOW}`),
      "I commented inline on the rest.":
        /\b(?:comment(?:ed|s)|left|noted|flagged|detailed|described|posted|raised) inline\b/,
    },
    unless: {
      "A few comments below: the lock, the timeout, the log.": /:\s*\S/,
      "One comment below, `retry` sleeps too long.": /`x`/,
    },
  },
  {
    name: "praise",
    forms: {
      "This is a good improvement":
        /\b(?:good|great|nice|excellent|solid|awesome|well|valuable|welcome|positive)[- ](?:work|job|done|catch|change(?! (?:would|could|might))|practice(?! to\b)|improvement(?! (?:would|could|might))|step|addition|choice|idea|use|written|structured|designed|documented|tested|organi[sz]ed)\b/,
      "The parser looks good.": /\blooks? (?:good|great|fine|reasonable|correct)\b/,
      "Otherwise LGTM.": /\blgtm\b/,
      "Found no issues in the parser.": /\bno (?:issues|concerns|problems|bugs|major|further|impact|security)\b/,
      "Tests for both readers are included.": /^\W{0,4}(?:\w{1,30} ){1,6}(?:provided|included|in place)[.!]?$/,
      "The pager is well-implemented.": /\bwell-implemented\b/,
    },
    unless: {
      "This looks good, except the lock needs a timeout.": RESERVED,
    },
  },
];
