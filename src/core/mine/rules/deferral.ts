/** W3 and N5: put off until later, or about the pull request rather than the code. */
import { deferralIn } from "../cues.ts";
import type { Rule } from "./rule.ts";

const ABOUT_PR =
  /\b(?:pr|pull request|commit|merge request) (?:title|description|body|message|scope|template)s?\b|\b(?:commit messages?|git history|changelog entry for this pr)\b|\brebase\b|\bsquash\b(?! auto)|\bsplit (?:this|the|it)?.{0,20}\b(?:prs?|pull requests?|commits?)\b|\b(?:separate|different|another|own) (?:prs?|pull requests?|commits?)\b.{0,40}\b(?:evaluat|review)|\b(?:move|put|split|extract|keep) (?:this|it|these|that|them)(?: \S+){0,8} (?:in)?to (?:a |its |their )?(?:separate|another|different|own) (?:prs?|pull requests?|commits?)\b|\bmake (?:it|this|them|separate) (?:in )?(?:a )?(?:separate )?(?:prs?|pull requests?)\b|\brevert (?:this file|these changes|the unrelated|unrelated)\b|\bunrelated changes?\b|\bmark pr\b|\bupdate the (?:pr|description of)\b|\bmerge conflicts?\b|\bsync(?:ing)? with (?:main|master)\b|\bscope creep\b(?!.{0,40}phase)|\bspec-only\b|\bwip\b|\bdraft\b(?= pr)/;
const VERIFY =
  /^(?:\W{0,4})(?:\[ \] ?)?(?:\d+[.)] ?)?(?:(?:please|should|also|worth|recommend|just|need to|must|i'd recommend|i would recommend|\S{3,30} \S{0,30}:|ensure that|make sure) )*(?:verify(?:ing)?|confirm(?:ing)?|double[- ]check|check whether|check (?:that|if)|run (?:the )?(?:`x`|tests?|ci|the full)|re-?run|test with|manually test|verification)\b|\b(?:verify|confirm|double[- ]check) (?:that|whether|if|this|the)\b|\bworth (?:confirming|verifying|double[- ]checking)\b|\bensure (?:this|that this|the) change is (?:intentional|intended)\b|\b(?:is|was) this intentional\b|\btest (?:it|this) in your fork\b|\bcheck (?:whether|that|if) (?:these|this|the)\b|\btest plan\b|\bstaging environment\b|\bminimal (?:example|reproduc)|\bsteps to reproduce\b|\bexternal security team\b|\bgradual rollout\b/;

export const DEFERRAL_RULES: readonly Rule[] = [
  {
    name: "promised in the thread",
    code: "W3",
    family: "deferral",
    confidence: 0.95,
    reason: "its thread puts it off until later",
    matches: ({ finding }) => finding.marks.includes("elsewhere"),
    example: "",
  },
  {
    name: "about the pull request",
    code: "N5",
    family: "process",
    confidence: 0.8,
    reason: "it is about the pull request, not about the code",
    matches: ({ ask }) => ABOUT_PR.test(ask),
    example: "Please update the PR description accordingly.",
  },
  {
    name: "put off in words",
    code: "W3",
    family: "deferral",
    confidence: 0.9,
    reason: "the reviewer put it off until later",
    matches: ({ ask, context, isPerson, finding }) =>
      deferralIn(ask)?.strength === 3 ||
      (isPerson && deferralIn(context)?.strength === 3) ||
      finding.marks.includes("deferred"),
    example: "This loop should stream the rows, but let's do that in a follow-up.",
  },
  {
    name: "fine for now",
    code: "W3",
    family: "deferral",
    confidence: 0.7,
    reason: "the reviewer accepts it for now only",
    matches: ({ context, isPerson }) => isPerson && deferralIn(context) !== undefined,
    example: "I would keep the lock as it is for now, but the retry should move to the queue.",
  },
  {
    name: "asks to verify",
    code: "N5",
    family: "process",
    confidence: 0.75,
    reason: "it asks to verify something, not to change it",
    matches: ({ ask, finding }) => VERIFY.test(ask) || finding.marks.includes("informational"),
    example: "Please verify that the migration runs on an empty database.",
  },
];
