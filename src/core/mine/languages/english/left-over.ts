/** English: words of a reply that say something is left to do: what settles it is not all, or not true yet. */
import type { Cue } from "../language.ts";
import { DONE_TO_IT } from "./done.ts";

const LATER =
  "(?:follow-?up|(?:separate|next|later|another|future|different|new) (?:pr|pull request|mr|change|ticket|issue|release|sprint|one))";

export const LEFT_OVER: readonly Cue[] = [
  {
    name: "not put off",
    strength: 3,
    forms: {
      "Not in a follow-up.": new RegExp(
        `(?:\\bno|\\bnot|n't|\\bnever|\\bwithout)(?: (?!but\\b|until\\b|before\\b|so\\b|and\\b|here\\b|now\\b|rather\\b|let's\\b|can\\b|could\\b|will\\b|should\\b|may\\b|maybe\\b|in this\\b)\\w[\\w']{0,11}){0,6} ${LATER}\\b`,
      ),
      "I don't think we should do that in a follow-up.": new RegExp(
        `\\b(?:don't|do not) (?:think|want|believe)(?: \\w[\\w']{0,11}){0,8} ${LATER}\\b`,
      ),
      "Don't leave this for later.":
        /\b(?:don't|do not|let's not|rather not|shouldn't|should not|can't|cannot|won't|wouldn't)(?: \w[\w']{0,11}){0,4} (?:leave|leaving|defer|deferred|deferring|postpone|postponed|postponing|punt|delay|wait|be put off|put (?:it|this|that) off|kick)\b/,
      "Now rather than in a follow-up.": new RegExp(
        `\\b(?:rather than|instead of)(?: \\w[\\w']{0,11}){0,4} (?:later|${LATER})\\b`,
      ),
      "Please do it in this PR.":
        /\b(?:please|should|must|needs? to|has to|have to|i'd (?:prefer|like|want|rather)|let's|want)(?!n't)(?: (?!not\b|be fine\b)\w[\w']{0,11}){0,5} (?:here|in this (?:pr|pull request|mr|change|patch)|before (?:we |the |this |it )?merg\w{1,3})\b(?!.{0,80}\bbut\b)/,
    },
  },
  {
    name: "not all of it",
    strength: 2,
    forms: {
      "Not fixed yet.": new RegExp(
        `(?:\\bnot|n't|\\bnever|\\bnothing)(?: \\w[\\w']{0,11}){0,2} (?:${DONE_TO_IT}|working|quite|yet)\\b|\\bnot there\\b`,
      ),
      "It still leaks.":
        /\bstill\b(?! (?:prefer|think|works?|pass\w{0,3}|green|fine|ok|good|valid|correct|the same|intentional|by design|holds?))/,
      "The other half needs the new API.": new RegExp(
        `(?<!\\b(?:as|like|with|in|from|than|and|to|${DONE_TO_IT}) )\\bthe (?:rest|others|other (?:half|part|one|case|two|places?)|second (?:one|part|half|case)|remaining|remainder)\\b`,
      ),
      "Fixed half of it.": /\b(?:half|some|most|one|a few|two) of (?:it|this|that|them|these|those|the)\b/,
      "Partly done.":
        /\b(?:partly|partially|mostly|almost|nearly|halfway|only (?:fixed|did|done|changed|the first|part|half)|done with (?!it\b|this\b|that\b|both\b)|(?:fixed|did|changed) the first\b|except|apart from|aside from|all but)\b/,
      "Done, but the test is red.":
        /\b(?:but|however|although)\b(?! (?:i think |it's |that's |this is |it is )?(?:slightly|a bit|in a|differently|with|using|via|thanks|good|fine|ok)\b)/,
      "Keeping it for now.": /\bfor (?:now|the moment|the time being)\b/,
      "On it.":
        /\b(?:working on|in progress|looking into|wip|tbd|(?:in|with) (?:the |my )?next (?:commit|push)|not sure about|trying to|started on)\b|^\W{0,4}(?:on it|looking|checking)\W{0,4}$/,
    },
    unless: {
      "I fixed it, but not only here.": /\bnot only\b/,
    },
  },
  {
    name: "still to be done",
    strength: 2,
    forms: {
      "I'll change it.":
        /\b(?:i'll|we'll|will|gonna|going to|let me|plan to|want to|need to|needs to|have to|has to|must|to be) (?:be |get |also |still |just |try to |have to |need to |quickly ){0,2}(?:fix|fixed|change|changed|do|done|add|added|address|addressed|update|updated|remove|removed|rename|move|handle|look|check|push|try|see|think|get|clean|refactor|investigate|sort|rework|revert|adjust|apply|implement)\b/,
    },
    unless: {
      "I don't think we need to change this.":
        /(?:\bnot|n't|\bwont|\bno (?:need|plans?|reason))\b[^,;]{0,40}\b(?:will|going|want|need|needs|have|has|plan|to)\b/,
    },
  },
];
