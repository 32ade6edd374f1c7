/** English: words that ask to check or to explain, rather than to change. */
import type { Cue } from "../language.ts";

/** Opens a task, before its verb. */
const ASKED = String.raw`^(?:\W{0,4})(?:\[ \] ?)?(?:\d{1,9}[.)] ?)?(?:(?:please|should|also|worth|recommend|just|need to|must|i'd recommend|i would recommend|ensure that|make sure|could you|can you|can we) ){0,5}`;

export const CHECKS: readonly Cue[] = [
  {
    name: "asks to verify",
    strength: 3,
    forms: {
      "Please verify that the migration runs on an empty database.": new RegExp(
        String.raw`${ASKED}(?:verify(?:ing)?|verification|confirm(?:ing)?)\b`,
      ),
      "Please check whether older clients send it.": new RegExp(
        String.raw`${ASKED}(?:double[- ]check(?:ing)?|check (?:whether|that|if)|manually test)\b`,
      ),
      "Let's confirm that the lock is gone.": /\b(?:verify|confirm|double[- ]check) (?:that|whether|if|this|the)\b/,
      "Probably worth double-checking with an empty queue.": /\bworth (?:confirming|verifying|double[- ]checking)\b/,
      "Let's check whether this runs twice.": /\bcheck (?:whether|that|if) (?:these|this|the)\b/,
      "It's advisable to consult the release notes first.":
        /(?:^\W{0,4}|\b(?:please|to|should|recommend) )(?:consult|refer to) (?:the |their |its |our )?(?:\S{1,30} ){0,2}(?:documentation|docs|release notes|changelog|guidelines?)\b/,
      "Consider testing the updated code on Windows.":
        /(?:^\W{0,4}|\b(?:please|consider|recommend|to) )test(?:ing)? (?:the |this |your )?(?:updated|upgraded|new) (?:code|version|dependency|package|release)\b/,
      "Make sure that the fallback actually works.":
        /\bmake sure (?:that )?(?:this|the|these) [^,.;]{1,60} (?:actually|really) (?:exists?|works?|happens?)\b/,
      "Consider whether the old index was really needed.":
        /\bconsider (?:if|whether) [^,;]{1,100} (?:was|were|has been|have been) (?:successfully |already |actually |really )?(?:merged|applied|fixed|deployed|intended|intentional|needed|updated)\b/,
    },
    unless: {
      "The test should verify that the lock is released.":
        /\b(?:test|tests|assert|code|function|method|script|it|handler|middleware|which|to) (?:\w{1,30} )?(?:verify|confirm|check)\w{0,30} (?:that|whether|if|this|the)\b/,
      "Please add a check that the cursor is open.":
        /\b(?:an?|the|no|any|simple|extra|quick|cheap) check (?:that|whether|if)\b/,
      "Verify pages on the reader's side instead of asking for each.":
        /^(?:\W{0,4})(?:verify|confirm) (?!that|whether|if|this)[^.;]{3,80} (?:instead of|rather than)\b/,
      "Please confirm that this is meant, otherwise drop the lock.": /, otherwise\b/,
      "Verify the signature before the payload is parsed.":
        /\bverify(?:ing)? (?:the |its |their |all |each |every )?(?:\w{1,30} ){0,2}(?:signatures?|tokens?|jwts?|passwords?|checksums?|hash(?:es)?|digests?|certificates?|ownership|permissions?|identity|origins?|nonces?|payloads?|credentials)\b/,
      "Check if `cursor` is null before reading it.":
        /^(?:\W{0,4})(?:also )?(?:check|verify) (?:if|that|whether) `x` (?:is|has|exists)/,
    },
  },
  {
    name: "asks whether it is meant",
    strength: 3,
    forms: {
      "Was this intentional?":
        /\b(?:is|was|are|were) (?:this|that|these|it) (?:\w{1,30} )?(?:intentional|intended|deliberate|on purpose)\b/,
      "Please ensure the change is intended.": /\bensure (?:this|that this|the) change is (?:intentional|intended)\b/,
      "A second lock here, intentional?": /\bintentional\?/,
    },
  },
  {
    name: "asks to run something",
    strength: 3,
    forms: {
      "Please run the full test suite on Windows.":
        /^(?:\W{0,4})(?:\[ \] ?)?(?:\d{1,9}[.)] ?)?(?:(?:please|also|just|could you|can you) ){0,5}(?:run (?:the )?(?:`x`|tests?|ci|full|whole|benchmarks?|linter)|re-?run|test with|trigger (?:a |the |another )?(?:`x`|ci|build|tests?|pipeline|workflow|run|job)(?! (?:from|in|on|when)\b))\b/,
      "Test the template before the merge.": new RegExp(
        String.raw`${ASKED}(?:re-?test\b|test (?:the (?:template|deployment|build|migration|installation|workflow|change)s?|deployment|locally|manually)\b|(?:consider )?testing (?:(?:it|this) )?manually\b|investigate (?:why|the)\b)`,
      ),
      "Execute the new unit tests.": new RegExp(
        String.raw`${ASKED}(?:execute (?:the |all |new ){0,3}(?:unit |integration |e2e )?tests?\b|run (?:the |all |a )?(?:database |pending )?migrations?\b|check (?:the )?(?:\w{1,20} ){0,3}logs?\b|test (?:each|every|all|both) (?:\w{1,20} ){0,2}(?:integrations?|devices?|platforms?|browsers?|flows?|scenarios?)\b)`,
      ),
      "The types are old, please run `make gen` and commit.": /\bplease run `x` (?:and|to) (?:push|commit|fix)\b/,
      "Did you test this on Windows?": /\btest (?:it|this) (?:in your fork|locally|manually|on)\b/,
      "Can you try the same locally?":
        /\b(?:try|do|run|test|reproduce) (?:to do )?(?:it|this|that|the same)(?: \w{1,12}){0,2} (?:locally|on your (?:machine|side|end|laptop))\b/,
      "Can you reproduce this on main?":
        /\b(?:can|could) you (?:please |also |maybe )?(?:try|reproduce|test) (?:(?:it|this|that) )?(?:again|with the latest|on (?:main|master|the latest)|with (?:main|master))\b/,
      "You need to run `make generate`.": /\byou(?:'ll)? (?:need to|have to|should|must) (?:re-?)?run `x`\W{0,3}$/,
      "Is there a test plan for the failover?": /\btest plan\b/,
      "Try it in the staging environment first.": /\bstaging environment\b/,
      "Let's do a gradual rollout.": /\bgradual rollout\b/,
      "An external security team should see the cipher.": /\bexternal security team\b/,
    },
  },
  {
    name: "asks for information",
    strength: 3,
    forms: {
      "Do you have a minimal example?": /\bminimal (?:example|reproduc\w{1,30})/,
      "Please add steps to reproduce.": /\bsteps to reproduce\b/,
      "Could you explain what the second pass is for?":
        /\b(?:can|could|would) you (?:please |also )?(?:explain|clarify|elaborate|share|expand on|say (?:a bit |a little |something )?more|provide (?:more|some) (?:details|context|information|info)|post|paste|confirm|tell|show (?:me|us|an?))\b/,
      "Could you give some context as to why the flag is read twice?":
        /\b(?:can|could|would) you (?:please |also )?(?:provide|give|share) (?:(?:me|us) )?(?:any |some |more |a (?:bit|little) (?:of |more )?|further |additional |an? ){0,3}(?:insights?|context|details?|information|info|background|rationale|reasoning|explanation|idea)\b/,
      "Could you say why this needs to be changed?":
        /\b(?:can|could|would) you (?:please |also )?say (?:why|how|what|when)\b/,
      "Please explain why the flag is read twice.":
        /\bplease (?:explain|clarify|elaborate|advise|confirm|describe (?:how|what|why) (?:you|your)|tell (?:me|us))\b/,
      "Is it true that the pool is never closed?":
        /^(?:\W{0,4})(?:so )?(?:is|isn't) (?:it|that|this) (?:really |actually |still )?true that\b/,
      "Do you happen to know if the lock is fair?":
        /\b(?:do|does|would) (?:you|anyone|anybody|someone|somebody) (?:perhaps |happen to |by chance )?know (?:if|whether|why|how|what|which|where)\b/,
      "Can you cite a source for the limit?":
        /\b(?:provide|cite|give|share) (?:us |me )?(?:an? |some |the )?(?:source|reference|citation|evidence)s? (?:for|to|on|that)\b/,
      "Could you check why the job ran twice?":
        /\b(?:can|could|would) you (?:please |also )?check (?:what|which|how|when|where|why|who|if|whether|that)\b/,
      "We need to figure out who owns the lock.":
        /\bneed to (?:understand|figure out|find out|investigate|know|think)\b/,
    },
  },
];
