/** English: words of a reply that say it will not be done, or need not. */
import type { Cue } from "../language.ts";

export const DECLINED: readonly Cue[] = [
  {
    name: "will not be done",
    strength: 3,
    forms: {
      wontfix: /\bwont-?fix\b/,
      "I won't change this.":
        /(?:^\W{0,4}|\b(?:i|we|i'd|we'd|i'm|we're|just|still|so|and|but|probably) )(?:won't|wont|will not|not going to|not gonna|not planning to|don't plan to|don't intend to|no plans? to|don't want to|rather not|would not|wouldn't)(?: be)? (?:fix|fixing|do|doing|change|changing|touch|touching|address|addressing|add|adding|implement|implementing|bother|support|pursue|make|drop|remove|rename|refactor|move)\b/,
      "I'd rather not.": /\b(?:rather|prefer) not(?: to)?\b/,
      "Skipping this one.":
        /^\W{0,9}(?:ignoring|skipping|i'll skip|i'll ignore|let's skip|i'll pass on|declined|declining|rejected|rejecting)(?: (?:this|it|that)(?: one| comment)?)?\W{0,9}$/,
      "This is not going to happen.":
        /\b(?:won't|will not|not going to|isn't going to|not gonna) happen\b|^\W{0,4}not happening\b/,
      "No thanks.": /^\W{0,4}(?:no thanks?|no thank you|i'll pass|hard pass)\W{0,4}$/,
      "Let's not.": /\blet's not\b(?! (?:forget|leave|defer|wait|postpone|put|push))/,
      "I disagree here.":
        /^\W{0,9}(?:(?:i|strongly|respectfully|kindly) ){0,3}disagree\b|\bi (?:disagree|don't agree|do not agree|don't think so|don't buy)\b|\bnot (?:really |fully )?convinced\b/,
    },
    unless: {
      "Not going to happen in this PR.":
        /\b(?:yet|now|today|right away|until|before|in (?:this|the) (?:pr|pull request|mr|change|patch|release|sprint))\b/,
    },
  },
  {
    name: "meant to be so",
    strength: 3,
    forms: {
      "This is by design.": /\b(?:by design|as designed|as intended|working as expected)\b/,
      "That's intentional.": /\bintentional(?:ly)?\b/,
      "No, this is on purpose.": /\b(?:on purpose|deliberate(?:ly)?)\b/,
      "That's expected.": /\b(?:this|that|it)(?:'s| is) (?:totally |actually |all )?(?:expected|intended)\b(?! to\b)/,
      "Expected behaviour.": /\b(?:expected|intended|desired) behaviou?r\b/,
    },
    unless: {
      "That isn't intentional.":
        /\b(?:not|never|no longer)\b[^,;]{0,20}\b(?:design|intended|intentional|purpose|deliberate|expected)|n't [^,;]{0,20}\b(?:design|intended|intentional|purpose|deliberate|expected)/,
      "My test broke the expected behaviour.": /\b(?:broke|breaks?|violates?|against|contrary to|instead of|unlike)\b/,
    },
  },
  {
    name: "no fault",
    strength: 3,
    forms: {
      "That's a false positive.": /(?<!\b(?:not|n't) a )\bfalse[- ]positive\b/,
      "This isn't a bug.":
        /(?:\bnot|n't)(?: really| actually)? (?:an?|the|a real|a real-world)(?: real| actual)? (?:issue|bug|problem|concern|leak|race|risk)\b(?! to\b)/,
      "Non-issue.": /\bnon-?issue\b/,
      "N/A here.": /\bn\/a\b|\bnot applicable\b|\b(?:doesn't|does not|don't) apply\b/,
      "No change needed.": /\bno (?:code )?changes? (?:is |are )?(?:needed|necessary|required|planned)\b/,
    },
  },
  {
    name: "not worth it",
    strength: 3,
    forms: {
      "I don't think it's worth it.": /(?:\bnot|n't|\bhardly|\bbarely)(?: \w[\w']{0,11}){0,4} worth\b/,
      "I'd keep it as is.":
        /\b(?:keep|keeping|leave|leaving|left|kept)(?: (?:it|this|that|them|these|things|the \S{1,30}))?(?: just| exactly)? (?:as(?: it| they)? (?:is|are)|as-is|the way it is|like (?:this|that)|alone|unchanged|untouched)\b(?! (?:for|until))/,
      "Let's leave it.":
        /\b(?:let's|i'd|i'll|we'll|we'd|i would|i will|rather|prefer to|going to|i'm|we're)(?: rather| just| prefer to| say)? (?:leave|leaving|keep|keeping) (?:it|this|that|them|these)(?: then| though| be| that way| this way| so| simple)?\W{0,9}$/,
      "Leaving this.": /^\W{0,9}(?:just |then |so |ok )?(?:keeping|leaving) (?:it|this|that)\W{0,9}$/,
    },
  },
  {
    name: "needs nothing",
    strength: 2,
    forms: {
      "This is overkill.": /\b(?:overkill|yagni|over-?engineer\w{0,4}|gold-?plating)\b|\bpremature opti/,
      "No need.":
        /\b(?:no need|not needed|not necessary|unnecessary|not required|needn't|don't need (?:to|this|that|it|a|an))\b(?! (?:for a )?follow)/,
      "I don't think we need this.":
        /\bdon't (?:think (?:(?:this|that|it)(?:'s| is) (?:needed|necessary|required|useful|helpful|an? \w{1,12}|right|correct|true)|we (?:need|should|want))|see (?:the|a|any|how|why|much) ?(?:need|point|benefit|value|problem|issue|reason|advantage)?)\b/,
      "It can't be null here.":
        /\b(?:can't|cannot|can never|could never|never|won't)(?: actually| ever)? (?:happens?|occurs?|be (?:null|nil|empty|undefined|none|negative|zero|reached|hit))\b/,
      "No.": /^\W{0,4}(?:no|nope|nah)[.!]?$/,
      "This is fine.":
        /\b(?:this|it)(?:'s| is) (?:totally |perfectly |probably |actually )?(?:fine|ok|okay|harmless|safe)\b(?! (?:to|with|if|for)\b)/,
      "That's how it's supposed to work.": /\bsupposed to (?:work|be|do|happen)\b/,
      "That's the point.":
        /\bthat's the (?:point|idea)\b|\b(?:this|that)(?:'s| is) what we want\b|^\W{0,9}as expected\b/,
      "It doesn't matter.": /\b(?:doesn't|does not|don't think it) matters?\b|\bnot relevant\b|\bno issue here\b/,
      "The cost outweighs the benefit.": /\boutweighs?\b|\btoo much (?:complexity|work|effort) for\b/,
      "Good enough.": /\b(?:good|simple|clear) enough\b|\bfine as (?:it )?is\b/,
      "I prefer it this way.":
        /\b(?:prefer|like) (?:it |this |that )?(?:this way|that way|as is|as it is|like this|the current\b|the existing\b)/,
    },
    unless: {
      "That's not good enough.": /\b(?:not|isn't) (?:good|simple|clear|fine)\b/,
    },
  },
];
