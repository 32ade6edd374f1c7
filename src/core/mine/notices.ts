/** Comments that hold no finding, told by their first words or their marks: notices of tools, and status chatter. */
import { anyOf, type Forms, type Frame } from "./forms.ts";

/** Its forms are read against the first 600 characters of the text in lower case, without comments. */
interface NoticeRule extends Frame {
  name: string;
  by: "anyone" | "tool";
  forms: Forms;
}

/** One of a row of words that acknowledge: "Done, thanks!" */
const ACKNOWLEDGES = anyOf({
  Done: /done|fixed|resolved|merged|rebased|updated/u,
  "Thank you all": /thanks?(?: you)?(?: \S{1,40}){0,4}/u,
  "Good catch": /good catch|nice catch/u,
  Agreed: /ok(?:ay)?|ack|will do|agreed|same|yes|no|nope|yep|sure|correct/u,
  "Looks good to me": /lgtm|ship it|looks good(?: to me)?|\+1|👍|:\+1:|i am :\+1:/u,
}).source;

export const NOTICE_RULES: readonly NoticeRule[] = [
  {
    name: "a command",
    by: "anyone",
    before: /^\s{0,9}/,
    forms: {
      "/gemini review": /\/[a-z][\w:-]{0,40}(?:\s[^\n]{0,200})?\s{0,9}$/,
      "@sourcery-ai review":
        /@[\w-]{1,40} (?:review|summary|resume|pause|help|fix|address|rebase|recreate|full review)\s{0,9}$/,
      "run nightly suite": /run [\w ]{3,40}$/,
      "Retest this please": /(?:re)?test this please/,
      "bors r+": /bors /,
      "@dependabot ignore this major version": /@dependabot /,
    },
  },
  {
    name: "a quota notice",
    by: "tool",
    forms: {
      "You have reached your Codex usage limits for code reviews.": /you(?:'ve| have) (?:reached|hit|exceeded) your/,
      "The usage limit for this seat is used up.": /usage limits? (?:for|have|reached)/,
      "Weekly review quota exceeded.": /review (?:limit|quota) (?:reached|exceeded)/,
      "> Review rate limit exceeded": /^\W{0,16}(?:review |api )?rate limit exceeded/,
      "This seat is rate limited by reviewer.ai.": /rate limited by \S{1,20}\.ai\b/,
      "Your free trial ends on Monday.": /free trial (?:expires?|ends?|has|is)/,
      "The trial has ended.": /\btrial (?:has )?(?:expired?|ended)\b/,
      "The spend limit has been reached for this month.": /spend limit has been reached/,
      "This team is out of credits.": /^\W{0,16}(?:\w{1,20} ){0,6}(?:insufficient credits|out of credits)/,
    },
  },
  {
    name: "the tool's own state",
    by: "tool",
    forms: {
      "This reviewer has been sunset.": /has been sunset/,
      "Review skipped: only generated files.": /code review skipped|review (?:was )?skipped|skip(?:ped)? review/,
      "Hello, and I'm working on it.": /and i'm working on it|i've received your request|i'm reviewing this/,
      "Copilot encountered an error.": /copilot encountered an error/,
      "The diff is too large for a review.":
        /\b(?:prs?|pull requests?|diff|changes) (?:is|are) too (?:big|large) for\b/,
      "There are too many changed files to review.": /too many (?:changed )?files (?:changed )?(?:for|to) review/,
      "Auto-review is paused on this branch.": /\bdisables reviews\b|auto-?review (?:is )?(?:disabled|paused)/,
      "Performing a full review.":
        /performing a (?:full|new) review\b|currently reviewing this (?:pull request|pr)\b|review triggered/,
      "Solution draft log": /solution draft log|learnings added|actions performed/,
      "I'll withdraw my comment.": /i'll (?:resolve this (?:thread|comment)|withdraw (?:the|my|this))/,
      "Reviewer's guide": /^\W{0,16}reviewer's guide\b/,
    },
  },
  {
    name: "the tool's own state, at the start",
    by: "tool",
    before: /^\W{0,16}(?!when |if |while |after |once |the |an? )(?:\w{1,20} ){0,4}/,
    forms: {
      "Claude encountered an error": /encountered an error/,
      "Claude is working…": /is working(?:…|\.\.\.| on)|is currently processing|review in progress/,
      "Reviewer setup is required": /setup (?:is )?(?:required|complete)|get started by/,
      "Agent session ended": /session ended/,
    },
  },
  {
    name: "nothing found",
    by: "tool",
    forms: {
      "I have no feedback to provide.": /no feedback to provide/,
      "I did not find any issues in the reader.": /(?:did not|didn't) find any (?:major )?(?:issues|bugs|problems)/,
      "The reviewer found no bugs.": /found no (?:bugs|issues|problems|new)/,
      "**No issues found** in 3 files": /\*\*no issues found/,
      "No major problems detected.":
        /^\W{0,6}no (?:major |critical |new )?(?:issues|problems|bugs) (?:found|detected|were found)/,
      "The cache looks great!": /looks? great!?\s*$/,
      "LGTM, ship the reader.": /^\W{0,6}lgtm\b/,
      "There are no code suggestions found for the parser.": /no (?:code )?suggestions found/,
      "Round 2: no actionable comments.": /no actionable comments/,
    },
  },
  {
    name: "a pipeline or a merge bot, at the start",
    by: "tool",
    before: /^\W{0,16}/,
    forms: {
      "# [Codecov](https://codecov.io/gh/octo/api/pull/1) Report":
        /\[?codecov\]?|coverage (?:report|status)|sonar(?:qube|cloud)|quality gate|codeql analysis/,
      "Build failed in 3 minutes": /build (?:failed|succeeded|passed|result)|ci (?:failed|passed)|test results?/,
      "Workflow nightly failed": /workflow\b[^\n]{0,60}\b(?:failed|passed|succeeded)\b/,
      "Jenkins: job 7 is queued": /jenkins|travis|azure pipelines|hudson|terraform plan/,
      "Deploy preview for the docs":
        /deploy(?:ed|ment| preview)|preview deploy|netlify|vercel|visit the preview\b|open in stackblitz\b/,
      "Benchmark results of the parser":
        /benchmark(?:s| results?)|bundle size|size[- ]limit|lighthouse|bundlemon|visual regression/,
      "Changeset found for one package": /changeset|no changeset found|npm i https:\/\/pkg/,
      "Bumps [left-pad](https://npm.test) from 1 to 2":
        /bumps? \[|dependency (?:review|update)|npm audit|renovate\b|edited\/blocked notification|artifact update problem/,
      "Welcome to the project": /welcome\b|thank you for your (?:pull request|contribution)/,
      "CLA is not signed yet": /cla\b|contributor licen[cs]e|can one of the admins|\[approvalnotifier\]/,
      "This pull request has merge conflicts":
        /(?:this|your) pull[- ]request (?:has (?:been (?:automatically|added|marked|queued|removed)|merge conflicts)|could not be|will be merged|is now)/,
      "The pull request could not be merged": /the pull request could not be merged/,
      "PR type: bug fix": /pr type\b|user description\b/,
    },
  },
  {
    name: "a pipeline or a merge bot",
    by: "tool",
    forms: {
      "2 jobs ran: the following tests failed": /the following tests? (?:\*\*)?failed/,
      "All have the CLA signed.": /cla (?:not )?signed|easycla/,
      "<!-- cs-code-health --> 9 of 10": /\bcs-code-health\b/,
      "It needs approval from an approver of the folder.":
        /pull[- ]request has been approved by|needs approval from an approver/,
      "See https://app.codecov.io/octo": /codecov\.io/,
    },
  },
  {
    name: "an acknowledgement",
    by: "anyone",
    before: /^\s{0,9}(?:@[\w-]{1,40}[,:]? )?/u,
    forms: { "Done, thanks!": new RegExp(String.raw`(?:(?:${ACKNOWLEDGES})[\s,.!👍🎉🚀:)]{0,20}){1,4}$`, "u") },
  },
];

const NOTICES = NOTICE_RULES.map((rule) => ({ ...rule, pattern: anyOf(rule.forms, rule) }));

const SPEAKS_OF_ITSELF = 600;

/** The notice that a text is, if it is one. A tool's longer text with findings in it is none. */
export function noticeIn(text: string, isTool: boolean): string | undefined {
  const head = text.slice(0, SPEAKS_OF_ITSELF).toLowerCase();
  return NOTICES.find(({ by, pattern }) => (isTool || by === "anyone") && pattern.test(head))?.name;
}
