/** English: questions, and wishes as polite as one, that ask for a change. */
import type { Cue } from "../language.ts";
import { INSTRUCTIONS } from "./verbs.ts";

/** What code is read as. */
const CODE = "`x`";

/** Whom or what such a question is put to. */
const ABOUT = String.raw`(?:we|you|this|it|that|these|those|there|they|the \S{1,60}|an? \S{1,40}|${CODE})\b`;
/** "Could you explain …", "would it be fine …" ask for no change. */
const NO_CHANGE = String.raw`(?! (?:please |also )?(?:explain|clarify|elaborate|share|help|confirm|tell|show (?:me|us|an?)|review|(?:take|have) (?:a|an|another|one more|a second) (?:\w{1,12} )?look|see|give|be (?:good|fine|ok)|remind|point me)\b)`;

export const QUESTION_ASKS: readonly Cue[] = [
  {
    name: "a question that asks for a change",
    strength: 3,
    forms: {
      "could we reuse the parser from the other module?": new RegExp(
        String.raw`(?:^|[,;:.(] ?)\b(?:can|could|should|shall|would|may|might)(?:n't| not)? ${ABOUT}${NO_CHANGE}`,
      ),
      "or could the two tables be joined?": new RegExp(
        String.raw`\b(?:but|so|and|or|then|also|maybe|perhaps|instead|hmm|hm|question|wonder if|wondering if|wondering whether) (?:can|could|should|shall|would|may|might)(?:n't| not)? ${ABOUT}${NO_CHANGE}`,
      ),
      "could defaults be read from the container?":
        /^(?:\W{0,4})(?:(?:and|also|but|so),? )?(?:can|could|should|shall)(?:n't)? (?:the |all |both |these )?[\w-]{2,30}(?: [\w-]{2,30})? be (?:\w{1,20}ly )?(?!(?:good|fine|ok|okay|enough|able|safe)\b)\w{2,20}[^?.]{0,200}\?/,
      "would you mind adding a note on the lock?":
        /\b(?:do|would) you mind (?!(?:explaining|sharing|clarifying|elaborating|rebasing|taking|having|telling|confirming|checking|looking|waiting|reviewing)\b)\w{2,20}ing\b/,
      "would you be open to a second index?":
        /\b(?:would|are) you (?:also )?(?:be )?(?:like|care|open|willing|up) (?:to|for) (?!maintain|pair|test|try|me\b|us\b|explain|clarify|share|discuss|chat|review|rebase|take|see|open|submit|create|help|work|contribute|merge|have a|join)\w/,
      "would you want to add this to the docs?": /\bwould you want to (?!know|explain|merge|see|have a|wait)\w/,
      "while you're at it can you rename the flag": new RegExp(
        String.raw`\b(?:can|could|would) you (?:please |also |maybe |just |possibly )?(?:${INSTRUCTIONS}|have)\b`,
      ),
    },
    unless: {
      "would you expect many of these in practice?":
        /\bwould you (?:rather|prefer|actually|really|ever|still|normally|usually|expect|say|want(?! to \w)|even)\b/,
      "could you explain what the second pass is for?":
        /\b(?:can|could|would) you (?:please |also )?(?:(?:check|look|try|test)(?: (?:it|this|that))? (?:again|out|now)|explain|clarify|elaborate|share|confirm|tell|show (?:me|us|an?)|verify|describe|expand on|say (?:a bit |a little |something )?more)\b/,
    },
  },
  {
    name: "a question whether it is tested",
    strength: 3,
    forms: {
      "are there tests for the empty list?":
        /\b(?:are|is) there (?:a |any |some |enough |already )?(?:unit |integration |regression )?tests?\b.{0,200}\?$/,
      "any tests for the importer?":
        /^\W{0,4}(?:any |no |unit )?tests?(?: for (?:this|that|it|these|the \S{1,30}|`x`))?\?$/,
      "do we have any tests for a full disk?":
        /\b(?:do|does) (?:we|this|it|you) have (?:a |any )?(?:unit |integration )?tests?\b/,
      "where are the tests for the retry path?": /\bwhere (?:are|is) the (?:unit |integration )?tests?\b/,
    },
  },
  {
    name: "a question that says why not",
    strength: 3,
    forms: {
      "have you considered a ring buffer here?":
        /\b(?:did (?:you|we) consider|have (?:you|we) (?:considered|thought (?:about|of)))\b/,
      "have you tried sorting before the loop?":
        /\b(?:have (?:you|we) (?:tried|try|looked (?:at|into))|did (?:you|we) try) (?:to use|an?|`x`|(?!running|rebasing|testing|building|restarting|reproducing|pulling|merging|upgrading|updating|reinstalling|anything|something|nothing|everything)\w{2,20}ing)\b/,
      "why not use the shared client here?":
        /\bwhy (?:not|don't (?:we|you)|can't (?:we|you)|didn't you|[^?.!`]{3,100} and not(?= [^`]))\b/,
      "can't we derive the width from the parent?":
        /\b(?:can't|couldn't|shouldn't) (?:we|you|this|it|that|these|there)\b/,
      "how about a named constant?": /\b(?:how|what) about\b/,
      "what if we stored the offsets only?": /\bwhat if we\b/,
      "any reason not to use the pool here?":
        /\bany reason (?:not|(?:why )?(?:(?:we|you) (?:don't|can't|didn't)|(?:this|that|it|these) (?:isn't|is not|aren't|doesn't|can't|couldn't|wasn't)))\b/,
      "do you really want to retry forever here?":
        /\bdo (?:we|you) (?:really )?(?:need|want|have) (?:any |a |an |more |some |other |to )/,
      "do we want this default here, or in the runbook?":
        /\bdo we (?:really |actually |still )?want (?:this|that|these|those|it|the \S{1,40}|`x`|an?) /,
      "do we need the second lock?": /\bdo we (?:really |still |actually |even )?need (?:the|both|`x`)(?=\W|$)/,
      "is there a reason to parse the header twice?": /\bis there (?:a|any) reason\b/,
      "what do you think about caching the header?":
        /\b(?:what do you think (?:about|of)|thoughts (?:on|about)|wdyt (?:about|of)|how (?:do|would) you feel about) (?:an?|just|having|\w{2,20}ing|`x`)\b/,
      "or is this meant to say restore?":
        /\b(?:is|was) (?:this|that|it) (?:meant|supposed|intended) to (?:be|say|read)\b/,
      "in the second branch, do you mean the outer index?": /\bdo you mean\b/,
    },
    unless: {
      "when do we need a full rebuild?":
        /\b(?:how|what|where|when|which) do (?:we|you)\b(?! (?:think|feel) (?:about|of))/,
      "do you have any numbers for the old cache?":
        /\bdo you (?:have (?:an?|any|other|some|better|the) (?:\w{1,20} )?(?:ideas?|suggestions?|preferences?|thoughts?|opinions?|objections?|examples?|concerns?|feedback|updates?|time|plans?|links?|numbers|benchmarks?)|want (?:me|this)\b|need (?:me|help|anything|more info))\b/,
    },
  },
  {
    name: "what could be done",
    strength: 3,
    forms: {
      "we could cache the compiled templates": new RegExp(
        String.raw`(?:\b(?:we|you|one|this) (?:could|might)|^\W{0,4}(?:could|might)) (?:also |even |probably |just |simply |instead |then |maybe |perhaps |be ){0,4}(?:${INSTRUCTIONS})\b(?! (?:up|into|away|sense)\b)`,
      ),
    },
    unless: {
      "I don't know if we could disable the old driver":
        /(?<!\bwonder |\bwondering )\bif (?:we|you|one|this) (?:could|might)\b/,
      "I wish we could delete the old driver": /\bwish (?:we|you) could\b/,
      "one could get lost in these macros": /\bget (?:lost|confused|stale|old)\b/,
    },
  },
  {
    name: "another way proposed",
    strength: 3,
    forms: {
      "an alternative would be to pass the two lists in": new RegExp(
        String.raw`\b(?:alternative|option|idea|approach|possibility|solution|way|improvement|pattern|starting point|first step|compromise) (?:i had |here |forward |out |for (?:this|that|it) )?(?:(?:would|could|might|may) be (?:to \w{2,20}|an?|\w{2,20}ing)|(?:is|was) to (?:${INSTRUCTIONS}|have))\b`,
      ),
      "the right end state is one policy for all three":
        /\bthe (?:right|proper|better|correct|ideal|cleaner|real) (?:fix|solution|approach|way|end state|answer|place|thing to do)(?: here| for this| for that)? (?:is|would be|might be|seems|could be)\b/,
      "the easiest way to avoid the copy is to pass a view": new RegExp(
        String.raw`\bway to [^,.;?!]{3,80} (?:would|could|might|is|was|may)(?: be)? to (?:${INSTRUCTIONS}|have)\b`,
      ),
      "you should be able to reuse the open cursor": new RegExp(
        String.raw`\b(?:you|we) (?:should|may|might)(?: also)? be able to (?:${INSTRUCTIONS}|have|leverage|do)\b`,
      ),
      "I would log the id and go on": new RegExp(
        String.raw`\bi(?:'d| would) (?:probably |also |rather |just |simply |personally ){0,2}(?!prefer\b)(?:${INSTRUCTIONS})\b`,
      ),
    },
    unless: {
      "normally I'd cache this, it runs only once": /\b(?:otherwise|normally|usually|if not),? i(?:'d| would)\b/,
      "here is how I would write it:": /\bi(?:'d| would) [^,;:]{1,20}:$/,
      "one option would be to inline it, but that would need a second lock":
        /\bbut (?:that|this|it|then) (?:would|will|means?|won't|can't|doesn't|is)\b/,
    },
  },
  {
    name: "a doubt",
    strength: 3,
    forms: {
      "I'm wondering whether a global lock is the right thing here":
        /\b(?:wonder|wondering) (?:if |whether |that )?(?:[^,.;?!]{1,120} )?(?:is|are) (?:really |actually |still )?(?:the )?(?:right|correct|best|necessary|needed|safe|desirable|wise|a good (?:idea|thing|default|name)|what we want)\b(?! (?:solution|approach|fix|way)[.!]?$)/,
      "not sure that a singleton is the right choice":
        /\b(?:not (?:sure|convinced|certain)|unsure) (?:if |whether |that )?(?:[^,.;?!]{1,120} )?(?:is|are) (?:really |actually |still )?(?:the )?(?:right|correct|best|necessary|needed|safe|desirable|wise|a good (?:idea|thing|default|name)|what we want)\b(?! (?:solution|approach|fix|way)[.!]?$)/,
      "I don't think the second lock is necessary":
        /\b(?:doubt|don't think) (?:if |whether |that )?(?:[^,.;?!]{1,120} )?(?:is|are) (?:really |actually |still )?(?:the )?(?:right|correct|best|necessary|needed|safe|desirable|wise|a good (?:idea|thing|default|name)|what we want)\b(?! (?:solution|approach|fix|way)[.!]?$)/,
      "not sure that this handles a closed channel":
        /\b(?:not (?:\w{1,10} )?(?:sure|convinced|certain)|unsure|doubt|don't think) (?:if |whether |that )?(?:this|it|that|these|they|the [^,.;?!]{1,60}) (?:really |actually |always |correctly |properly )?(?:belongs?|handles?|covers?|scales?|respects?|accounts? for|deals? with)\b/,
    },
  },
  {
    name: "a question that fears a fault",
    strength: 3,
    forms: {
      "won't this throw if the list is empty?":
        /\b(?:won't|wouldn't|doesn't|can|could|will|would|might|does) (?:this|it|that|these|they|the \S{1,60}|`x`) (?:also |not |then |still |ever )?(?:throw|fail|break|crash|leak|deadlock|overflow|hang|panic|race|loop forever|lose|corrupt|block|return (?:null|undefined|none|nil))\b[^.!]{0,200}\?/,
    },
  },
  {
    name: "a question that doubts",
    strength: 3,
    forms: {
      "this drops the last row, no?": /, no\?$/,
      "doesn't `strncpy` leave the buffer unterminated here?":
        /^(?:\W{0,4})(?:(?:but|so|and|hm{1,3}|also|wait),? ){0,2}(?:doesn't|isn't|aren't|won't|wouldn't|can't|couldn't|shouldn't|don't (?:we|they|you)|hasn't|haven't) [^?]{6,300}\?/,
    },
    unless: {
      "isn't it nice that the mock is gone?": /^\W{0,4}isn't (?:it|that|this) (?:great|nice|cool|neat|funny)\b/,
    },
  },
  {
    name: "a question whether it can be done",
    strength: 3,
    forms: {
      "is it possible to reuse the existing validator?":
        /\b(?:is|would) it (?:be )?(?:possible|feasible) to (?!know\b|explain\b|see\b|share\b|merge (?:this|it|that)\b|get\b|have\b|confirm\b|clarify\b)\w/,
      "any way to avoid the second lookup?":
        /\bany (?:chance|way) (?:to|of|that we|we|you) (?!know\b|explain\b|share (?:the|your|some|a|an)\b|confirm\b|clarify\b)\w/,
      "is there a way to detect the path automatically?":
        /\b(?:is|isn't) there (?:an?|any|no|some) (?:\w{1,20} )?(?:way|chance) (?:to|of|that we|we|you) (?!know\b|explain\b|share\b|confirm\b|clarify\b|see\b|check\b|test\b|merge\b|get this\b|help\b|run\b|reproduce\b)\w/,
      "anything we can do to avoid the second lookup?":
        /\banything (?:else )?(?:that )?(?:we|you) (?:can|could) do (?:(?:to|about) (?!get (?:this|it)\b|help\b|merge\b|unblock\b|move (?:this|it)\b)\w|here\b)/,
      "any thoughts on splitting the reducer?": /\bany thoughts on \w{1,30}ing\b/,
    },
  },
];
