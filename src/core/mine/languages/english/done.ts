/** English: words of a reply that say it is done. */
import type { Cue } from "../language.ts";

/** What was done to it. */
export const DONE_TO_IT =
  "(?:done|fixed|resolved|addressed|sorted|handled|solved|corrected|adjusted|applied|implemented|updated|changed|reworked|refactored|rewritten|rewrote|removed|added|renamed|replaced|extracted|moved|dropped|reverted|deleted|simplified|clarified|tweaked|amended|incorporated|included|inlined|documented|swapped|switched|accepted|squashed)";

const VERB = "(?:is|isn't|are|aren't|was|were|can|could|would|will|must|need|needs|never|should)";
/** Words that say why something was done rather than that it was. */
const NO_REASON = "(?!.{0,80}\\b(?:because|since|so that|in order)\\b)";
const NO_NOTE = "(?!.{0,80}\\b(?:backlog|to-?dos?|fixme|tickets?|issue|list|jira)\\b)";
/** "I've just", "Thanks," */
const SO =
  "^\\W{0,9}(?:(?:i|i've|i have|we|we've|we have|it's been|it's|it is|this is|that's|that is|it has been|this has been|has been|have|just|now|also|ok|yes|yep|sure|thanks|thx|oops|ah|oh|right|agreed|and|then|finally|quickly|so|good catch|good point|good call|good idea|nice catch|makes sense),? ){0,4}";

export const DONE: readonly Cue[] = [
  {
    name: "all of it done",
    strength: 3,
    forms: {
      "All done now.": new RegExp(
        `^\\W{0,9}(?:(?:it's|that's|they're|now|ok|and) ){0,2}(?:all|everything|both|each one|every one)(?: of (?:it|them|these|those|that))?(?: is| are|'s| has been| have been| now){0,2} ${DONE_TO_IT}\\b`,
      ),
      "I fixed both of them.": new RegExp(`\\b${DONE_TO_IT} (?:both|all|everything|everywhere|throughout)\\b(?! but)`),
      "This is fully addressed.": new RegExp(`\\b(?:fully|completely|entirely) ${DONE_TO_IT}\\b`),
    },
    unless: {
      "It isn't fully addressed yet.": /\b(?:not|never)\b|n't\b/,
      "That will be fully addressed.": /\b(?:will|to|must|should|can|could|would) be\b/,
    },
  },
  {
    name: "done where one can see it",
    strength: 3,
    forms: {
      "Fixed in 1a2b3c4.": new RegExp(
        `\\b${DONE_TO_IT} (?:it |this |that |them )?(?:in|with|by|as of|via) (?:commit |the )?(?:[0-9a-f]{7,40}\\b|\`x\`|https?:|#\\d)`,
      ),
      "Sorted in the last commit.": new RegExp(
        `\\b${DONE_TO_IT}(?: \\w{1,20}){0,3} (?:in|with) (?:the |my |this |a )?(?:last|latest|newest|most recent|new|recent|previous)(?: commit| push| revision| version| update| patchset| change|$)`,
      ),
      "Pushed a fix.":
        /\bpushed (?:a |an |the |another |some |up )?(?:small |quick |new )?(?:fix(?:es)?|commit|change|update|patch|solution|revision|version|it|this)\b/,
      "The fix is pushed.": /\b(?:fix|update|change)s? (?:is |are |was |has been |have been )?(?:now |just )?pushed\b/,
      "See 1a2b3c4.": /^\W{0,9}(?:see |in |cf )?(?:commit )?(?=[a-f]{0,39}\d)[0-9a-f]{7,40}\W{0,9}$/,
      "Just pushed.": /^\W{0,9}(?:just )?pushed\W{0,9}$/,
      "Did it here after all.": /\b(?:did|done|fixed|added|changed|included) (?:\w{1,12} )?(?:\w{1,12} )?after all\b/,
      "I added it to this PR.":
        /(?<!be )\b(?:did|done|fixed|added|included) (?:it |this |that )?(?:in|to) this (?:pr|pull request|change)\b/,
      "Already handled in the parser.": new RegExp(
        `(?<!not )\\balready (?:been )?(?:${DONE_TO_IT}|covered|gone|there|in place|exists|supported|checked|validated|tested|tracked|the case|does (?:this|that|it)|do (?:this|that|it))\\b`,
      ),
    },
    unless: {
      "That will be fixed in #12.": new RegExp(
        `\\b(?:will|to|must|can|could|would|not|never)(?: be| get| have| been){0,3} (?:\\w{1,12} )?${DONE_TO_IT}\\b`,
      ),
      "I haven't pushed a fix.": /n't\b/,
    },
  },
  {
    name: "done",
    strength: 2,
    forms: {
      "Good catch, changed.": new RegExp(
        `${SO}(?!added|moved|included|documented)${DONE_TO_IT}\\b(?![-'])(?! (?:\\w{1,20} )?${VERB}\\b)${NO_REASON}`,
      ),
      "Added a test.": new RegExp(
        `${SO}(?:added|moved|included|documented)\\b(?![-'])(?! (?:\\w{1,20} )?${VERB}\\b)${NO_REASON}${NO_NOTE}`,
      ),
      "This should be better now.": new RegExp(
        `\\bshould (?:all |hopefully )?be (?:all )?(?:${DONE_TO_IT}|good|better|fine|ok|okay|gone|clearer|cleaner) now\\b`,
      ),
      "This should now be right.": /\bshould (?:now (?:be|work|pass|hold)|(?:work|pass|hold) now)\b/,
      "Works now.":
        /^\W{0,9}(?:it's|it is|this is|that's|all|is|looks|it works|works)(?: good| fine| gone| green| ok| okay| better| clean)? now\W{0,9}$/,
      "No longer an issue.":
        /\bno longer (?:an? (?:issue|problem|concern|thing)|applies|relevant|needed|there|the case|exists|used|happens|leaks|possible)\b/,
      "I took your suggestion.":
        /\b(?:applied|took|accepted|adopted|used|followed|committed|went with) (?:your\b|(?:the |this |that |both |these )?(?:suggest|proposed|recommended))/,
      "Tests added.": /^\W{0,9}(?:\w{1,20} ){0,2}(?:tests?|checks?|docs|comments?|guards?) added\b/,
      "Did that.": /^\W{0,9}(?:i |we |just ){0,2}did (?:that|so|this|it|exactly that)\b/,
      "It's gone.": /^\W{0,9}(?:it's |this is |that's |it is )?gone\b/,
      "✅": /^\W{0,3}(?:✅|☑|✔)\W{0,3}$/,
    },
  },
];
