/** Lines that say nothing to be kept: praise, words about other findings, and that there is nothing to do. */
import { testerOf } from "./known-text.ts";
import { anyOf } from "./forms.ts";

/** Opens a line of praise. Give it `prose`. */
export const PRAISE = anyOf(
  {
    "Great use of the pool.": /excellent|good|great|nice|nicely|impressive|smart|elegant/,
    "Well-tested reader.": /solid|well[- ]\w{1,30}|robust|thorough|comprehensive|strong/,
    "Clean split of the two readers.": /clean|clear|consistent|effective/,
    "Properly closes the cursor.": /proper|properly|correct|correctly|appropriate|appropriately/,
  },
  { before: /^\W{0,12}/, after: /\b/ },
);

const standsWell = testerOf(
  anyOf({
    "Token handling - stored as a secret, correct.":
      /[,;–—-] (?:this is |that's )?(?:correct|good|great|nice|excellent|fine|ok|perfect|solid|clean|appropriate|optimal|well done|as expected)(?: \w{1,20}){0,2}[.!)]{0,2}$/,
    "A shallow clone is optimal for reviews.":
      /\bis (?:already )?(?:optimal|ideal|(?:an? )(?:good|great|nice|excellent|solid) (?:\w{1,20} ){0,2}(?:improvement|choice|practice|design|addition|change|approach|touch|pattern))\b/,
    "Waiting for the lock is the right call.":
      /\bis the right (?:call|choice|approach|move|decision|trade-?off|place|fix)\b/,
    "Slow reads now correctly raise an error.":
      /\b(?:(?:now|already|also) (?:correctly|properly)\b|(?:correctly|properly) [a-z]{3,14}s\b)/,
    "The names are well chosen.":
      /\b(?:is|are) (?:also |all |very |already ){0,2}(?:well[- ][a-z]{3,20}|excellent|comprehensive|robust|solid)\b/,
    "Type annotations actually improve the safety of the reader.":
      /\bactually (?:is |are )?(?:improves?|enhanced?|fix(?:es)?|strengthens?)\b/,
  }),
);

/** Leaves open whether it is well: "the lock should be released correctly". */
const LEFT_OPEN = /\b(?:not|never|should|must|ensure|whether|verify|if|cannot)\b|n't/;

/** Whether a tool's line says how well something is, and asks for nothing beside that. Give it `prose`. */
export function isWell(prose: string): boolean {
  return standsWell(prose) && !LEFT_OPEN.test(prose) && !RESERVATION.test(prose);
}

/** Words that only point at other findings of the same review. Give it `prose`. */
export const POINTER = anyOf({
  "Requesting changes.":
    /^\W{0,12}(?:request(?:ing)? changes|changes requested|approv(?:e|ed|ing)(?: with \w{1,20}(?: \w{1,20})?)?|ready to merge|not ready to merge)\b(?!.{0,200}\b(?:but|please|however|though|should|could|open)\b)/,
  "Recommendation: request changes before merging.":
    /^\W{0,12}(?:(?:final|overall|my|review|merge) )?(?:recommendation|verdict|decision|assessment|conclusion|status)\W{1,10}(?:request(?:ing)? changes|(?:requires|needs) (?:changes|work|revision)|changes requested|approved?|reject(?:ed)?|block(?:ed)?|merge|do not merge|not ready|ready)\b(?!.{0,200}\b(?:but|however|though)\b)/,
  "Please address the two comments above.":
    /\b(?:address|fix|resolv|consider|implement|incorporat|handl)(?:e|es|ed|ing|s)? (?:the |these |those |all |any |above |both |my ){0,6}(?:(?:of )?the )?(?:[\w-]{1,30} ){0,3}?(?:issues|concerns|vulnerabilities|suggestions|comments|findings|points|feedback|recommendations|problems|blockers|nits|items)\b/,
  "My main feedback is on error handling.":
    /\b(?:my|the) (?:main|primary|key|overall|general) (?:feedback|comments?|remarks?) (?:is|are|was|were|here is|focus(?:es)?) (?:on|about|around|regarding)\b/,
  "Fix the bugs listed above.":
    /\b(?:issues|concerns|suggestions|comments|findings|points|problems|bugs|items|fixes) (?:listed |noted |mentioned |described |flagged |raised )?above(?=\W{0,3}$|[.,;:)]| (?:in (?:a|an|the|this|another)|before|first)\b)/,
  "Share the reader (items 1-2).":
    /\((?:see )?(?:items?|notes?|points?|findings?) \d{1,2}(?:(?: ?[-–,&/] ?| and )\d{1,2}){0,5}(?: above)?\)/,
  "0 blockers, 1 tech debt, 3 nits":
    /\b\d{1,3} (?:\w{1,20} ){0,2}(?:blockers?|blocking|nits?|warnings?|suggestions?|findings|issues|comments)\b.{0,40}\b\d{1,3} (?:\w{1,20} ){0,2}(?:blockers?|(?:non-)?blocking|nits?|warnings?|suggestions?|findings|issues|comments|still|remain)\b/,
  "Two critical issues were identified.":
    /\b(?:an?|one|two|three|four|five|several|some|\d{1,2}|a few) (?:\w{1,30} ){0,3}(?:issues?|vulnerabilit(?:y|ies)|suggestions?|concerns?|problems?|bugs?|defects?|findings?) (?:was|were|has been|have been) (?:identified|found|noted|raised|detected|flagged)(?=\W{0,3}$|[.:;,] )/,
  "This must be fixed before the merge.":
    /^\W{0,4}(?:this|these|it|they|both|all) (?:must|should|needs? to|has to|have to) be (?:addressed|fixed|resolved)(?:\W{0,3}$| before (?:(?:the|this|we|it|being) )?merg)/,
  "The blockers above must be fixed.":
    /\b(?:issues|concerns|vulnerabilities|suggestions|comments|findings|points|recommendations|problems|blockers|items) (?:\w{1,30} ){0,3}(?:must|should|need to|needs to|have to) be (?:addressed|fixed|resolved)\b/,
});

/** Opens a line that says there is nothing to do. Give it `prose`. */
export const NOTHING = anyOf(
  {
    "None.": /none\b|n\/a\b|not applicable\b/,
    "No bugs found.":
      /no (?:issues?|concerns?|problems?|bugs?|comments?|findings?|blockers?|regressions?|vulnerabilit\w{1,6})\b/,
    "No changes needed.": /no (?:changes?|action|further|new|impact|security|performance|breaking)\b/,
    "Zero type errors.":
      /zero (?:\S{1,30} ){0,4}(?:errors?|warnings?|issues?|violations?|regressions?|failures?|findings?|configuration|breaking)\b/,
    "There are no contradictions introduced here.":
      /there (?:are|is|were|was) no (?:[\w-]{1,30} ){1,4}(?:introduced|found|detected|identified|present|observed|reported|spotted)\b/,
    "No sensitive data exposure: the answers hold ids alone":
      /no (?:[\w-]{1,30} ){1,3}(?:exposures?|leaks?|leakage|regressions?|issues?|concerns?|problems?|bugs?|blockers?|conflicts?|contradictions?|vulnerabilit\w{1,6}|side effects?|violations?|risks?|race conditions?|smells?)(?=\W{0,6}$|: | (?:were |was |are |is )?(?:found|detected|introduced|identified|observed|here|spotted)\b)/,
    "No obvious leak.": /no (?:critical|major|significant|obvious|negative)\b/,
    "Nothing else to say.":
      /nothing(?: (?:to|else|more|blocking|critical|found|major|further|notable|significant|serious|stands)\b|\W{0,4}$)/,
    "Looks good to me.": /looks? good|lgtm|all good|clean\b|approved?\b/,
    "Documentation-only change.": /documentation[- ]only/,
  },
  // "`clean.ts:12`: the handle leaks" names a file.
  { before: /^\W{0,12}/, after: /(?!\.[a-z])/ },
);

/** Takes such a line back. Give it `prose`. */
export const RESERVATION = anyOf(
  {
    "Looks good, though the lock is held too long.": /but|though|however|except|apart from|modulo/,
    "Looks good once the test passes.": /once|after/,
    "Looks good, one small question.":
      /one (?:more |small |minor |last |optional )?(?:thing|question|comment|suggestion|request|ask|concern|remark|thought|nit)/,
  },
  { before: /\b/, after: /\b/ },
);
