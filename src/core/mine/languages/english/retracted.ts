/** English: words of a reply by which its writer takes a comment back. */
import type { Cue } from "../language.ts";

export const RETRACTED: readonly Cue[] = [
  {
    name: "taken back",
    strength: 3,
    forms: {
      "Never mind.": /\b(?:never ?mind|nvm)\b(?! the\b)/,
      "Scratch that.":
        /\b(?:scratch|strike|forget|ignore|disregard) (?:that|this|it|me|my (?:comment|last|suggestion|remark|question|previous|note)\w{0,8}|the above|what i (?:said|wrote))\b(?! (?!please|comment|one|then|sorry|thanks|thread|nit|suggestion)\w)/,
      "I misread the diff.":
        /\bi (?:just |totally |completely |had |must have |clearly |may have )?(?:misread|misunderstood|misinterpreted|overlooked|missed (?:that|the)|was wrong|was mistaken|was confused|confused (?:this|that|it)|got (?:it|this|that) wrong|got confused|take (?:it|that|this) back|stand corrected|retract|withdraw)\b/,
      "Please disregard.": /^\W{0,9}(?:please )?(?:disregard|ignore)\W{0,9}$/,
      "Sorry, wrong line.": /\bwrong (?:line|file|thread|place|pr|tab|branch)\b/,
      "My mistake.": /\bmy (?:bad|mistake|error|misunderstanding|misreading)\b/,
      "False alarm.": /\bfalse alarm\b/,
      "I'm withdrawing this comment.":
        /\b(?:withdrawing|withdrawn|retracting|retracted|dismissing) (?:this|my|the|that)\b|^\W{0,9}(?:withdrawn|retracted)\b|\b(?:withdraw|retract) (?:this|my|the) (?:comment|suggestion|finding|remark)\b/,
      "My suggestion was incorrect.":
        /\bmy (?:\w{1,12} )?(?:comment|suggestion|finding|remark|concern|analysis|assessment) (?:was|is) (?:a false|incorrect|wrong|invalid|mistaken|not \w{1,12}|unfounded|moot)\b/,
    },
  },
  {
    name: "content",
    strength: 2,
    forms: {
      "Fair enough.": /\bfair (?:enough|point)\b/,
      "LGTM now.": /^\W{0,9}(?:now )?lgtm\b|\blooks (?:good|great|fine|right|better|correct) now\b|\blgtm now\b/,
      "That's fine.":
        /\b(?:this|that|it)(?:'s| is) (?:totally |perfectly |all |actually |probably )?(?:fine|ok|okay|good|correct)(?: as (?:it )?is| now| then| by me| with me| indeed)?\W{0,9}$/,
      "Ah, you're right.": /^\W{0,9}(?:(?:oh|ah|yes|ok|right|indeed),? ){0,2}(?:you're|you are) right\W{0,9}$/,
      "All good!": /^\W{0,9}(?:it's )?all good(?: here| now| then)?\W{0,9}$/,
      "OK, no need to change it.": /\bno need to (?:change|fix|touch|do)\b/,
      "Oh I see.": /^\W{0,9}(?:oh|ah|ahh|ok|okay|right)?,? ?(?:i see|got it|gotcha|right)(?: now)?\W{0,9}$/,
      "OK, leave it.":
        /^\W{0,9}(?:just |then |so |please |ok,? |let's )?(?:leave|keep) (?:it|this|that|as is)(?: then| as is)?\W{0,9}$/,
      "You're right, no change needed.": /\bno (?:code )?changes? (?:is |are )?(?:needed|necessary|required)\b/,
      "This can be resolved.":
        /\b(?:resolving (?:this|the thread)|(?:can|could|will|'ll) (?:be )?(?:resolved?|closed?)(?: this| the thread| now)?\b)/,
    },
  },
];
