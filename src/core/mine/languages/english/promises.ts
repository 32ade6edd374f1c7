/** English: words of a reply that promise the thing for later, or file it. They would say less beside a suggestion. */
import type { Cue } from "../language.ts";
import { DONE_TO_IT } from "./done.ts";

const ONE =
  "(?:prs?|pull requests?|mrs?|one|round|patch|change|release|version|iteration|sprint|cycle|week|month|quarter|milestone|pass|branch)";
const TICKET =
  "(?:issues?|tickets?|tasks?|cards?|stor(?:y|ies)|todos?|fixmes?|jiras?|bugs?|bug reports?|follow-?ups?|reminders?)";
const FILED =
  "(?:added|adding|left|leaving|put|wrote|made|created|creating|opened|opening|filed|filing|raised|raising|logged|logging|have|got)";
/** What a tracker calls one of its things. */
const NUMBER =
  "(?:#\\d{1,9}|gh-\\d{1,9}|[a-z][a-z0-9]{1,9}-\\d{1,9}\\b|https?:\\/\\/\\S{1,200}\\/(?:issues?|browse|tickets?|tasks?)\\/)";

export const PROMISES: readonly Cue[] = [
  {
    name: "promised",
    strength: 3,
    forms: {
      "I'll do that in the next one.": new RegExp(
        `\\b(?:in|for|with|to|as part of|during|maybe|perhaps|on) (?:the |a |an |my |our )?(?:next|separate|another|different|later|future|dedicated|follow-?up) ${ONE}\\b`,
      ),
      "The next PR in the stack does that.":
        /\b(?:next|following|stacked|upcoming|subsequent) (?:pr|pull request|mr|branch|sprint|release)\b/,
      "A PR is coming.": /\b(?:pr|pull request|mr) (?:is )?(?:coming|incoming|to follow|will follow|follows)\b/,
      "I'll clean this up later.":
        /\b(?:will|i'll|we'll|i'd|can|could|to|let's|might|do) (?:[^.!?;]{1,60} )?later\W{0,9}$/,
      "Next week.": /\bnext (?:week|month|quarter|year|time)\b/,
      "Yes, eventually.": /\beventually\W{0,9}$|^\W{0,9}eventually\b/,
      "As a fast follow.": /\bfast[- ]follow\b/,
      "Not touching this here.":
        /\bnot (?:going to )?(?:touch(?:ing)?|chang(?:e|ing)|do(?:ing)?|fix(?:ing)?|address(?:ing)?) (?:it |this |that |these )?here\b/,
      "When I get a chance.": /\bwhen (?:i|we) (?:get|have|find) (?:a chance|to it|around to it|a moment|the time)\b/,
      "I'll do this next.": /\b(?:do|tackle|take|address|fix) (?:it|this|that) next\W{0,9}$/,
      "Let's get this merged first.":
        /\b(?:get|have) (?:this|it) (?:merged|in|out|shipped|landed) first\b|\bmerge (?:this |it )?first\b|^\W{0,9}first merge\b/,
      "Let's iterate on this.": /\biterate (?:on (?:it|this|that)|later|from (?:here|there))\b|\band iterate\b/,
      "I'd like to keep this PR small.":
        /\bscope creep\b|\bkeep (?:this|the) (?:pr|pull request|mr|change|patch|diff) (?:small|focus{1,2}ed|minimal|simple|short)\b/,
      "This PR is big enough.":
        /\b(?:pr|pull request|mr|diff) is (?:already |too |big |large |long ){1,3}(?:enough|already)?/,
      "Once we have the new API.": /\bonce we\b|\bwhen we (?:upgrade|migrate)\b/,
      "Blocked on the new API.": /\bblocked (?:on|by)\b/,
      "Post-merge, please.": /\bpost-? ?(?:merge|launch|release|mvp)\b/,
      v2: /^\W{0,9}(?:v\d{1,3}|phase \d|version \d)\W{0,9}$/,
      "Will do in a follow-on.": /\bfollow-?on\b/,
      "Sure, will do in the refactoring PR.":
        /\b(?:will|i'll|we'll|going to|do) (?:[^.!?]{1,40} )?in (?:the|my|our) (?!previous|original|last|earlier|first|base|same|parent|old|merged)\w{1,20} (?:pr|pull request|branch)\b/,
      "I'll note that down.":
        /\b(?:note|write|jot) (?:it|this|that) down\b|\b(?:taking|take|made|making) (?:a )?note\b/,
      "Good point, next PR.": new RegExp(
        `(?:^|[,;:.–—-] ?)(?:next|another|separate|different|follow-?up) ${ONE}\\W{0,9}$`,
      ),
      "later :)":
        /(?:^|[,;:.–—-] ?)(?:(?:maybe|perhaps|let's|will|can|could|i'll|we'll|do|done|doing|it|this|that|much|ok|yes|sure|the rest|rest) ){0,5}later\b(?! than)\W{0,9}$/,
      "Agreed, let's do it separately.":
        /\b(?:let's|i'll|we'll|i'd|we'd|will|can|could|should|would|going to|want to|plan to|better|happy to|rather|prefer to)\b[^.!?]{0,80}\bseparately\b/,
      "Added to the backlog.":
        /\b(?:to|in|into|on|for) (?:the |our |my )?(?:backlog|parking lot|to-?do list|wish ?list|roadmap|tech debt (?:list|board)|radar)\b/,
      "Added it to my list.": /\b(?:on|to) (?:my|our|the) (?:\w{1,12} )?(?:list\b(?! of)|to-?dos?\b)/,
      "I'll file something.":
        /\b(?:i'll|we'll|i will|we will|will|let me|let's|gonna|going to|i can|we can|happy to) (?:also |just )?(?:file|open|create|raise|log|track|ticket|write up)\b(?! (?:the )?(?:files?|connections?|sockets?|handles?|streams?))/,
      "We should revisit in v2.": /\b(?:revisit|circle back|get back to (?:this|it|that))\b/,
      "That's for v2.":
        /(?<!\b(?:gone|removed|dropped|deprecated|changed|fixed|done|added|new) )\b(?:in|for|to|until|with) (?:the )?(?:v\d{1,3}|version \d{1,3}|phase (?:\d|two|three)|(?:a )?(?:second|third|later|next) (?:step|phase|pass|iteration|stage))\b/,
      "After the release, please.":
        /\b(?:after|once|when) (?:we |the |this |that |it |it's |i )?(?:is |are |has |have |get |got )?(?:the |a |been |to )?(?:releas\w{1,3}|launch\w{0,3}|merg\w{1,3}|ship\w{0,4}|lands?|landed|time|bandwidth|it|mvp|holidays|freeze|migration)\b(?! (?:is called|returns|fails))/,
      "Some other time.": /\b(?:another|some other|a different) (?:time|day)\b|\bwhen time (?:permits|allows)\b/,
      "Not in this PR.":
        /(?:\bnot|n't|\bwithout)(?: \w[\w']{0,11}){0,5} (?:in|for|with|part of|within) this (?:pr|pull request|mr|change|patch|release|sprint)\b/,
      "Too big for this PR.":
        /\b(?:too (?:big|large|much|risky|invasive|late)|more than i want|out of place) (?:a change )?(?:for|in|to do in) (?:this|the) (?:pr|pull request|mr|change|patch|release|sprint)\b/,
      "I'd rather keep this out of this PR.":
        /\b(?:out of|outside|outside of|beyond|keep(?:ing)? this) this (?:pr|pull request|mr|change|patch)\b/,
      "Not now.": /(?:^|[,;:.–—-] ?)(?:but |just )?not (?:right |for )?(?:now|today|yet the time)\W{0,9}$/,
      "Let's park this.": /\b(?:park|parked|parking|shelve|shelved|shelving) (?:it|this|that|for)\b/,
      "I'll follow up with a PR.":
        /\bfollow(?:ing)? up with (?:a|an|another|the) (?:\w{1,20} )?(?:pr|pull request|fix|change|patch|ticket|issue)\b/,
      "Deferred.": /^\W{0,9}(?:deferred|deferring|postponed|postponing)\b/,
      "Noted for later.":
        /\b(?:noted|noting|made a note|making a note|wrote (?:it|this|that) down)\b[^.!?]{0,40}\b(?:later|after|next|future|down)\b/,
    },
    unless: {
      "This was already fixed in a separate PR.": new RegExp(
        `\\b(?:already|was|were|been|got) (?:\\w{1,20} )?${DONE_TO_IT}\\b`,
      ),
      "You didn't fix it in this PR.":
        /\b(?:did not|didn't|hasn't been|haven't|wasn't|weren't)\b[^,;]{0,60} this (?:pr|pull request|mr|change|patch)\b/,
      "This reads the next one from the queue, to the next one.": /\bfrom the (?:queue|list|stack|stream|iterator)\b/,
    },
  },
  {
    name: "filed",
    strength: 3,
    forms: {
      "Tracked in SHOP-812.": new RegExp(
        `\\b(?:tracked|tracking|track|filed|logged|captured|noted|recorded|ticketed|moved|deferred|reported|added|put|covered|continued|discuss|continue|handle|split)(?: \\w{1,12}){0,3} (?:in|as|by|under|at|with|to|here|on)(?: :|:)? ?(?:issue |ticket |jira )?${NUMBER}`,
      ),
      "Will be done in #55.": new RegExp(
        `\\b(?:will|to|gonna|going to) (?:be |get )?(?:\\w{1,12} )?(?:${DONE_TO_IT}|come|go|happen|land) (?:in|by|with) ${NUMBER}`,
      ),
      "#55 will fix it.": new RegExp(`(?:^|\\W)${NUMBER} (?:will|is going to|is for|is about) \\w`),
      "The ticket has been created.":
        /\b(?:ticket|issue|jira|card|task) (?:is |was |has been )?(?:created|filed|opened|added|logged|raised)\b/,
      "Added it to Jira.":
        /\b(?:added|put|moved|logged|filed|noted) (?:it |this |that )?(?:to|in|into|on) (?:jira|linear|asana|trello|notion|the board|the tracker|our tracker|github issues)\b/,
      "I'm doing this in #77.": new RegExp(
        `\\b(?:doing|do|fixing|addressing|tackling|changing|started|starting)(?: it| this| that| these)?(?: over)? ?(?:in|with|by|as part of)? ${NUMBER}`,
      ),
      "See #77 for the fix.": new RegExp(
        `\\b(?:see|pr|fix)(?: for (?:this|that|it))?(?: ?:| is)? #\\d{1,9}(?= for|\\W{0,3}$)`,
      ),
      "SHOP-812": new RegExp(`^\\W{0,9}(?!utf|rfc|iso|pep|cve|sha)${NUMBER}\\W{0,3}$`),
      "Ticketed.": /^\W{0,9}(?:ticketed|filed|logged|tracked)\W{0,9}$/,
      "Opened #913 for this.": new RegExp(
        `\\b(?:opened|created|filed|raised|logged|made|added)(?: \\w{1,12}){0,2} ${NUMBER}`,
      ),
      "The ticket is SHOP-812.": new RegExp(
        `\\b(?:issue|ticket|jira|task|card|story)(?: is| for (?:this|that|it)| here| created| filed| opened)?(?: :|:)? ${NUMBER}`,
      ),
      "Added a ticket for this.": new RegExp(
        `\\b${FILED} (?:a |an |the |new |another |one |separate |follow-up |github |jira |small ){0,4}${TICKET}\\b`,
      ),
      "There's a ticket for that.":
        /\bthere(?:'s| is) (?:already )?(?:a|an) (?:\w{1,12} )?(?:issue|ticket|task|card|story|jira) (?:for|about|on) (?:this|that|it)\b/,
    },
    unless: {
      "We already tracked this in #46.": /\balready (?:\w{1,12} )?(?:tracked|filed|logged|fixed|merged)\b/,
      "I have an issue with this.": /\bhave (?:an? )?(?:\w{1,12} )?(?:issues?|bugs?) (?:with|in|when|if)\b/,
      "Added an issue template.": /\b(?:issue|ticket|bug) (?:templates?|forms?|types?|numbers?|labels?)\b/,
    },
  },
];
