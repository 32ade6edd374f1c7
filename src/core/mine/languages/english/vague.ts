/** English: words that could be said of any code. */
import type { Cue } from "../language.ts";

/** Counts what a review found, before its name. */
const FOUND = String.raw`^(?:\W{0,4})(?:overall,? )?(?:i|we|(?:my|the|this) (?:\w{1,20} )?review) (?:have |has |also )?(?:found|identified|noted|flagged|left|highlighted|raised) (?:an?|one|two|three|four|five|several|some|\d{1,2}|a few|a couple of) (?:\w{1,30} ){0,3}`;

/** Opens a piece of advice, before its verb. */
const URGED = String.raw`^(?:\W{0,9})(?:\S{1,60} )?(?:(?:also |please |you (?:may|might|could|should) (?:want to )?|consider |it(?:'s| is) (?:recommended|important|crucial|good|advisable|essential) to |should |could ){0,5})`;

/** Advises to better something, before its name. */
const IMPROVED = String.raw`${URGED}(?:ensur(?:e|ing)|mak(?:e|ing) sure|add(?:ing)?|improv(?:e|ing)|review(?:ing)?|updat(?:e|ing)|implement(?:ing)?|provid(?:e|ing)|handl(?:e|ing)|consider(?:ing)?|optimiz(?:e|ing)|test(?:ing)?|writ(?:e|ing)|includ(?:e|ing)) (?:that |some |any |more |all |the |proper |better |additional |further |appropriate |thorough |comprehensive |relevant |your |necessary ){0,5}`;

/** Ends the name: nothing follows that says where or when. */
const NO_PLACE = String.raw`\b(?! (?:for|when|that|which|to|in|of) )`;

export const VAGUE: readonly Cue[] = [
  {
    name: "a quality, not a change",
    strength: 2,
    forms: {
      "Ensure that errors are handled properly.":
        /\b(?:proper(?:ly)?|appropriate(?:ly)?|adequate(?:ly)?|sufficient(?:ly)?|thorough(?:ly)?|robust(?:ness)?|gracefully|comprehensive|best possible|consistent and logical)\b/,
      "Add more logging where necessary.":
        /\b(?:as needed|if (?:needed|necessary|required)|where (?:needed|necessary|appropriate)|necessary precautions|up[- ]to[- ]date|overall|in general)\b/,
      "Add better error handling to make the code more stable.":
        /\b(?:add|adding|improve|implement|include) (?:better|more|improved|additional) (?:error[- ]handling|validation|logging)(?: and (?:error[- ]handling|validation|logging))? to (?:make|improve|ensure)\b/,
      "A smaller class would be more maintainable.":
        /\b(?:best practices|maintainab\w{1,30}|scalab\w{1,30}|user[- ]friendly|more (?:efficient|robust|flexible|maintainable|modular)|potential (?:issues|errors|failures|problems))\b/,
    },
    unless: {
      "A more robust approach would be to lock the row.":
        /\b(?:approach|way|solution|alternative|option)s? (?:here |for (?:this|it) )?(?:would be|is|might be|could be) (?:to|an?) \w/,
    },
  },
  {
    name: "sums up",
    strength: 3,
    forms: {
      "Please address all issues above.":
        /\b(?:address|fix|resolv|correct)(?:e|ing)? (?:all |the |these |those |any ){0,5}(?:\w{1,30} ){0,2}(?:issues|concerns|vulnerabilit\w{1,30}|comments?|points|items|problems|suggestions|findings)(?: (?:above|listed|mentioned|noted|identified|below|before|raised)\b|[.]?$)/,
      "See the suggestions below.":
        /\b(?:issues?|concerns?|suggestions?|recommendations?|items) (?:listed |mentioned |noted |identified )?(?:above|below)\b/,
      "There are problems that must be fixed first.":
        /\b(?:issues?|vulnerabilities|concerns|problems) (?:that )?(?:must|should|need to) be (?:addressed|fixed|resolved)\b/,
      "I found three bugs in the uploader.": new RegExp(String.raw`${FOUND}(?:issues?|concerns?|problems?|bugs?)\b`),
      "I left a few comments on the uploader.": new RegExp(
        String.raw`${FOUND}(?:suggestions?|comments?|areas|points|opportunities)\b`,
      ),
    },
  },
  {
    name: "asks for care",
    strength: 3,
    forms: {
      "Make sure to update all relevant code.":
        /^(?:\W{0,4})(?:please |also |just )?(?:be careful|take care|keep in mind|be aware|be mindful|make sure to (?:update|test|check|review|handle)|ensure (?:that )?(?:all|any|your|the code|everything)\b|make sure (?:that )?(?:all|any|your|the code|everything)\b)/,
    },
  },
  {
    name: "leaves open whether",
    strength: 3,
    forms: {
      "Consider a second index if needed.":
        /\bconsider\b.{1,100}\bif (?:needed|necessary|required|applicable|desired)\b/,
      "If this is a concern, consider how versions can be told apart.":
        /\bif (?:needed|necessary|required|this is a concern|that is a concern|this becomes an? \w{1,30})\b.{0,9}\bconsider\b/,
    },
  },
  {
    name: "things unnamed",
    strength: 3,
    forms: {
      "Some cleanups can be done in a follow-up.":
        /\b(?:some|a lot of|lots of|many|several|a few|various|more|further|other|any|additional) (?:\w{1,20} )?(?:stuff|things|refactors?|refactorings?|improvements?|clean-?ups?|changes|work|follow-?ups?|tweaks|adjustments)\b(?! (?:to|in|of|for|about|around|on|from) (?:the|this|our|`x`))/,
    },
    unless: {
      "Some cleanups can wait until `Pager` is gone.": /`x`/,
      "A few tweaks would help, like a shorter timeout.": /\b(?:like|such as|e\.g\.|namely|including|because|since)\b/,
      "A few changes: the lock, the timeout and the log line.": /:/,
    },
  },
  {
    name: "after these changes",
    strength: 3,
    forms: {
      "Update the documentation to reflect these changes.":
        /\bupdat(?:e|es|ing) (?:the |any |all |your )?(?:relevant |related |corresponding )?(?:documentation|docs|comments|tests) (?:to (?:reflect|match) (?:these|this|the|your) (?:new )?changes?|accordingly)\b/,
    },
  },
  {
    name: "could be said of any code",
    strength: 3,
    forms: {
      "Please ensure proper error handling.": new RegExp(
        String.raw`${IMPROVED}(?:error[- ]handling|exceptions?|edge cases|scenarios|validation|user input|input|security)${NO_PLACE}`,
      ),
      "Consider adding more tests.": new RegExp(
        String.raw`${IMPROVED}(?:comments?|documentation|docs|tests?|test cases|logging|logs)${NO_PLACE}`,
      ),
      "Add a troubleshooting guide for common issues.": new RegExp(
        String.raw`${IMPROVED}(?:an? |more |the |some )?(?:\w{1,20} )?(?:documentation|docs|guides?|examples?) (?:for|on|of|to) (?:all |the |common |public |future |new |other )?(?:\w{1,20} )?(?:apis?|interfaces|issues|users|developers|functions|methods|classes|codebase|project|features?)\W{0,3}$`,
      ),
      "Implement script error handling.": new RegExp(
        String.raw`${URGED}(?:add|improve|implement) (?:\w{1,20} )?(?:error[- ]handling|validation|logging)\W{0,3}$`,
      ),
      "It's important to review the code.": new RegExp(
        String.raw`${IMPROVED}(?:code|performance|readability|changes|these changes|dependencies|packages|functionality|everything)${NO_PLACE}`,
      ),
    },
  },
  {
    name: "a goal, not a change",
    strength: 3,
    forms: {
      "Ensure that `readPage` returns a valid page.":
        /^(?:\W{0,9})(?:please |also |and |just ){0,3}(?:ensure|make sure)(?: that)?\b/,
    },
    unless: {
      "Make sure the file is closed, or use a context manager.":
        /\bor (?:add|use|set|make|remove|handle|check|document|return|throw)\b/,
      "Ensure the lock is released by wrapping it in `defer`.": /\bby \w{1,30}ing\b/,
      "Make sure it reads the header instead of the file name.": /\binstead\b/,
    },
  },
];
