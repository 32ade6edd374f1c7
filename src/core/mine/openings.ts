/** What people say before the change itself: courtesy, opinion, labels and places. */
import { anyOf } from "./forms.ts";

/** What sort of remark it is, and a colon or a dash. */
const LABEL = anyOf(
  {
    "Nitpick: sort the keys": /nit(?:pick)?/i,
    "Suggested fix: sort the keys":
      /(?:improvement )?suggestion|recommendation|recommended(?: solution| fix| action)?|suggested fix|fix|solution/i,
    "One small issue: the cursor stays open":
      /(?:(?:new|one|another|a) )?(?:small |minor |optional |last |quick )?(?:issue|gap|concern|problem|thought|idea|thing|request|remark)(?: found)?/i,
    "Bug risk - the cursor stays open": /warning|error|correctness|logic|important|bug(?: risk)?/i,
    "Optional (later): share the pool": /todo|note|optional|optimization|improvement|action/i,
    "Must fix: close the cursor":
      /(?:must|should)[- ]fix|(?:required |needed )fix|fix (?:required|needed)|better approach|(?:non-?)?block(?:er|ing)/i,
    "Docs: say which clock it is": /performance|security|testing|tests?|docs?|documentation|refactor/i,
  },
  { before: /^/i, after: /(?: \([^)]{1,30}\))?\s?(?::|[-–—](?=\s)) {0,3}/i },
);

/** How it joins what was said before, or is softened. */
const JOINT = anyOf(
  {
    "Also, sort the keys": /also|though|then|and|so(?! far\b)|but|or/i,
    "By the way, sort the keys": /by the way|btw|otoh|as a side note|side note|(?:one|another) thing(?=,)/i,
    "In my opinion the pool could be shared": /in my (?:humble )?opinion|from my point of view|as i see it/i,
    "Yes, sort the keys": /yes|yeah|yep|sure(?=,)|agreed(?=,)|actually/i,
    "Perhaps share the pool": /maybe|perhaps|possibly|ideally|probably/i,
    "Hmm, share the pool": /hm{1,5}|well|ok(?:ay)?|sorry|unfortunately/i,
    "On the other hand, share the pool":
      /alternatively|otherwise|either way|on the other hand|on second thought|instead|however/i,
    "In addition, sort the keys": /additionally|in addition|furthermore|moreover|similarly|likewise|again/i,
    "In general, close what was opened":
      /in general|in fact|in any case|currently|specifically|critically|notably|importantly/i,
    "Another nit: sort the keys": /(?:last|one|another|small|minor|tiny) nit/i,
    "IMHO, the pool could be shared": /personally|imho|imo/i,
    "As a result, close the cursor": /therefore|thus|hence|consequently|as a result|accordingly/i,
    "One more thing to consider is that the clock may jump": /one (?:more )?thing(?: to consider)?(?: is)?(?: that)?/i,
    "First, close the cursor": /first|second|finally|eventually|long(?:er)? term|here/i,
    "As a next step, share the pool":
      /as (?:a )?(?:follow-?up|next step)|for (?:a )?follow-?up|in (?:a|the) (?:future|follow-?up)(?: pr)?/i,
  },
  { before: /^/i, after: /\s?[,:]? /i },
);

const WHO = "(?:we|you|i|one|they(?! (?:might|may|can|could)\\b))(?:'ll|'d| will(?= (?:need|have)\\b))?";
const SURELY = "(?:also |probably |really |just |simply )?";
const MUST =
  "(?:should|could|can|need to|needs to|might want to|may want to|want to|must|have to|has to|ought to|might(?: have to)?|may(?: have to)?)";
const AT_LEAST =
  "(?: also)?(?: probably| just| simply| rather| even| definitely| at least| consider(?: that(?! \\S+ing\\b)|(?= \\S+ing\\b)))?";
/** "We should at least …" */
const OUGHT = new RegExp(`^${WHO} ${SURELY}${MUST}${AT_LEAST} `, "i");

/** "It would also be …" */
const BETTER = anyOf(
  {
    "It would be better to sort the keys": /better|nice|nicer|good|great|best|ideal|preferable/i,
    "This might be helpful if we share the pool":
      /helpful|useful|beneficial|worth|worthwhile|relevant|wise|interesting/i,
    "That would be a bit cleaner to read": /cleaner|safer|simpler|idiomatic|more \w{3,20}/i,
  },
  {
    before:
      /^(?:it|this|that)(?: would|'d| will| might| may| could)? (?:also |probably )?be (?:also )?(?:a bit |much |more |even )?/i,
    after:
      /(?: (?:to|if (?:we|you|this|it)(?:'d|'ll)?(?: could| can| would)?))? (?!(?:if|as|than|for|in|on|at|by|with|without|from|when|because|since|and|or)\b)/i,
  },
);

/** "It's probably …", "Might be …" */
const WORTH = anyOf(
  {
    "It's probably better to sort the keys": /better|simpler|cleaner|easier|safer|great|(?:good|best)(?! practi)|nice/i,
    "Might be worth sharing the pool": /helpful|useful|worth|sense/i,
    "It is important to close the cursor":
      /recommended|advisable|important|crucial|essential|(?:an? )?(?:good|best|common) practi[cs]e/i,
  },
  {
    before:
      /^(?:it(?:'s| is| feels| seems)|might be|would be|may be|(?:would|wouldn't|might) it be|it makes|it (?:would|might|may|could) make|makes) (?:probably |also |more )?/i,
    after: /(?: to| if (?:we|you))? (?!if\b)/i,
  },
);

/** An opinion, a reason or a way that is asked for. */
const ASKED_FOR = anyOf(
  {
    "Do you mind sorting the keys?": /(?:do|would) you mind(?! if\b)/i,
    "Don't you want to sort the keys?": /(?:don't|wouldn't) (?:we|you) (?:want|need|have) to/i,
    "Is it worth also sorting the keys?": /(?:is|would) it (?:be )?worth(?: also| maybe)?(?: explicitly)?/i,
    "Any reason not to share the pool?": /(?:is there )?any reason (?:not|we don't)(?: to)?/i,
    "Is there a reason not to share the pool?": /is there (?:a|any) reason (?:not to|to not)/i,
    "Would it be possible to share the pool?": /(?:is|would) it (?:be )?(?:possible|feasible) to/i,
    "Any way to share the pool?": /any (?:thoughts on|chance to|way to)/i,
    "What do you think of one shared pool?": /(?:what do you think|wdyt) (?:of|about)|thoughts (?:on|about)/i,
    "How would you feel about one shared pool?": /how (?:do|would) you feel about/i,
    "Do we want to share the pool?": /do (?:we|you) want to/i,
    "To consider is that the clock may jump": /to consider is that/i,
  },
  { before: /^/i, after: / /i },
);

/** Words before the change itself, taken off one after the other. */
export const OPENINGS: readonly RegExp[] = [
  /^[^\p{L}\p{N}`"'(<[【]{0,6}[[【][^[\]【】]{1,20}[\]】][:：]?\s{1,3}/u,
  /^@[\w-]{1,39}[,:]? (?:to (?=[a-z]))?/,
  /^(?!@[A-Za-z])[^\p{L}\p{N}`"'(<#$._-]{1,12}/u,
  /^\d{1,2}[.):] /,
  /^[A-Z]{1,3}-?\d{1,3}(?: \([^)]{1,30}\))?\s?(?:[:.)](?!\d)|[-–—](?=\s)) {0,3}/,
  /^(?:critical|major|high|medium|minor|low|trivial|p[0-3])(?: priority| severity| issue| risk)?\s?(?::|\]|[-–—](?=\s)) {0,3}/i,
  /^(?:[\w@.-]{1,60}\/){0,12}[\w@-]{1,60}\.[a-z]{1,5}(?::\d[\d,-]{0,12}\s?[:–—-]?|:|\s[–—-])\s{1,3}/i,
  LABEL,
  /^(?:see|cf\.?|per) https?:\/\/\S{3,200}(?:[,:]| [-–—]) (?=\S)/i,
  /^we(?:'re| are) (?:going to|gonna) (?:also |really )?(?=(?:want|need) (?!to\b))/i,
  /^(?:lgtm|looks good(?: to me)?|approved?|all good)[,.:;]? (?=(?:but|though|however|except|once|one|just)\b)/i,
  JOINT,
  /^(?:i|we)(?: personally| really| still| also)? (?:think|feel|felt|believe|guess|suppose|suspect|agree|realize|realise|wonder|would say)(?: like)?(?: that| if| whether)? /i,
  /^(?:think|thinking)(?: that)? (?=(?:we|you|it|this) )/i,
  /^do you think(?: that| if)? /i,
  /^(?:i|we)(?:'d| would) be (?:rather |very |also )?(?:inclined|tempted) to /i,
  /^(?:an?(?:other)?|one|the) (?:\w{1,20} ){0,3}(?:alternative|option|idea|approach|solution|improvement) (?:i had |here )?(?:would|could|might|is|was|may)(?: be)? to /i,
  /^(?:(?:you|we|one) (?:should|may|might)(?: also)? )?be able to (?:(?:pretty |quite |more )?(?:[a-z]{2,12}ly ))?/i,
  /^(?:(?:might|may|will|would|could) (?:also |probably )?(?:have|need) to|need to) (?=\w)/i,
  /^to [^,.;:?]{3,80}? (?=(?:(?:could|can|would) you|you (?:may|might|will|could|should)(?: also)? (?:need|want|have) to) )/i,
  /^(?:might|may|probably|you probably|we probably) (?:also )?want to (?=\w)/i,
  /^(?:just |also )?wondering (?:if|whether) (?:we|you) (?:might |may |really )?(?:want to|should|could|can|ought to) /i,
  /^(?:one|some) ?day,? (?=(?:we|i|you)\b)/i,
  /^(?:don't|do not|let's not) (?:leave|defer|postpone|push)\b[^.:;]{0,60}[:;] (?=\S)/i,
  /^(?:i|we)(?: personally| then)?(?:'d| would)? (?:also |really |still |generally |usually |strongly )?(?:suggest|recommend|propose|prefer|advise|like|rather|love)(?: (?:that(?: we(?! (?:should|could|can|need|must|have|don't)\b))?|to|if))? /i,
  /^(?:not (?:a )?block(?:er|ing)|nothing blocking|out of scope(?: (?:for|of|in) this (?:pr|change|patch))?|not (?:for|in) this (?:pr|change|patch)|[-+]1)[,:;.]? (?:but )?/i,
  /^(?:please|pls|kindly|would you mind(?! if\b)|could you(?: please)?|can you(?: please)?|would you(?: please)?|let's|lets|let us|feel free to|make sure to|be sure to|don't forget to|remember to|we'll want to) /i,
  /^(?:could|can|should|shall|may|might|would|can't|couldn't|shouldn't) (?:we|you|i|one)(?: (?:also|please|just|maybe|instead|perhaps|possibly|then))? (?!mind if\b)/i,
  /^(?:i|we)(?:'d| would) (?:say|argue|claim)(?: that)?(?: (?:we|you)(?! (?:should|could|can|need|must|have|are|were|do|don't)\b))? /i,
  /^(?:i(?:'ll| will|'m going to| can)|let me|let's) (?:also )?(?:open|file|create|raise|send|submit) (?:(?:a|an|another|new|separate|follow-?up|small) ){0,3}(?:issues?|tickets?|prs?|pull requests?|patch) (?:for|about|to|on) /i,
  /^there (?:is|are) (?=no )/i,
  /^(?:i|we)(?:'d| would) (?:also )?(?:(?:have|need|want) to )?(?=\w)/i,
  /^we(?: still| also| really| do)? (?=(?:need|want) (?:(?:an?|some|more|another)\b|(?:this|that|it|these|those) to be\b))/i,
  /^(?:did (?:you|we) consider|have (?:you|we) (?:considered|thought (?:about|of))) /i,
  OUGHT,
  BETTER,
  WORTH,
  ASKED_FOR,
  /^(?:worth|suggest|recommend|propose|recommending|suggesting)(?: to| that we| either)? /i,
  /^(?:suggested|recommended|proposed) (?=[a-z]{3,16}ing )/i,
  /^(?:either|just|simply|rather) /i,
  /^(?:i|we|you)\b[^,.;:]{3,120},? but (?=\w)/i,
];
