/** Comments that hold no finding, told by their first words or their marks: notices of tools, and status chatter. */

interface NoticeRule {
  name: string;
  by: "anyone" | "tool";
  /** Read against the first 600 characters of the text in lower case, without comments. */
  pattern: RegExp;
  example: string;
}

export const NOTICE_RULES: readonly NoticeRule[] = [
  {
    name: "a command",
    by: "anyone",
    pattern:
      /^\s{0,9}(?:\/[a-z][\w:-]{0,40}(?:\s[^\n]{0,200})?\s{0,9}$|@[\w-]{1,40} (?:review|summary|resume|pause|help|fix|address|rebase|recreate|full review)\s{0,9}$|run [\w ]{3,40}$|(?:re)?test this please|bors |@dependabot )/,
    example: "/gemini review",
  },
  {
    name: "a quota notice",
    by: "tool",
    pattern:
      /you(?:'ve| have) (?:reached|hit|exceeded) your|usage limits? (?:for|have|reached)|review (?:limit|quota) (?:reached|exceeded)|^\W{0,16}(?:review |api )?rate limit exceeded|rate limited by \S{1,20}\.ai\b|free trial (?:expires?|ends?|has|is)|\btrial (?:has )?(?:expired?|ended)\b|spend limit has been reached|^\W{0,16}(?:\w{1,20} ){0,6}(?:insufficient credits|out of credits)/,
    example: "You have reached your Codex usage limits for code reviews.",
  },
  {
    name: "the tool's own state",
    by: "tool",
    pattern:
      /has been sunset|code review skipped|review (?:was )?skipped|skip(?:ped)? review|and i'm working on it|i've received your request|copilot encountered an error|\b(?:prs?|pull requests?|diff|changes) (?:is|are) too (?:big|large) for\b|too many (?:changed )?files (?:changed )?(?:for|to) review|\bdisables reviews\b|performing a (?:full|new) review\b|currently reviewing this (?:pull request|pr)\b|solution draft log|i'm reviewing this|auto-?review (?:is )?(?:disabled|paused)|learnings added|i'll (?:resolve this (?:thread|comment)|withdraw (?:the|my|this))|review triggered|actions performed/,
    example: "The diff is too large for a review.",
  },
  {
    name: "the tool's own state, at the start",
    by: "tool",
    pattern:
      /^\W{0,16}(?:(?!when |if |while |after |once |the |an? )(?:\w{1,20} ){0,4}(?:is working(?:…|\.\.\.| on)|encountered an error|is currently processing|setup (?:is )?(?:required|complete)|get started by|session ended|review in progress)|reviewer's guide\b)/,
    example: "Claude encountered an error",
  },
  {
    name: "nothing found",
    by: "tool",
    pattern:
      /no feedback to provide|(?:did not|didn't) find any (?:major )?(?:issues|bugs|problems)|found no (?:bugs|issues|problems|new)|\*\*no issues found|^\W{0,6}no (?:major |critical |new )?(?:issues|problems|bugs) (?:found|detected|were found)|looks? great!?\s*$|^\W{0,6}lgtm\b|no (?:code )?suggestions found|no actionable comments|no major issues detected/,
    example: "I have no feedback to provide.",
  },
  {
    name: "a pipeline or a merge bot",
    by: "tool",
    pattern:
      /^\W{0,16}(?:\[?codecov\]?|coverage (?:report|status)|build (?:failed|succeeded|passed|result)|deploy(?:ed|ment| preview)|preview deploy|benchmark(?:s| results?)|\[approvalnotifier\]|welcome\b|thank you for your (?:pull request|contribution)|bumps? \[|dependency (?:review|update)|changeset|netlify|vercel|sonar(?:qube|cloud)|quality gate|codeql analysis|test results?|bundle size|size[- ]limit|lighthouse|bundlemon|npm audit|workflow\b[^\n]{0,60}\b(?:failed|passed|succeeded)\b|cla\b|contributor licen[cs]e|jenkins|travis|azure pipelines|hudson|ci (?:failed|passed)|can one of the admins|no changeset found|(?:this|your) pull[- ]request (?:has (?:been (?:automatically|added|marked|queued|removed)|merge conflicts)|could not be|will be merged|is now)|the pull request could not be merged|renovate\b|edited\/blocked notification|artifact update problem|visual regression|terraform plan|pr type\b|user description\b|visit the preview\b|open in stackblitz\b|npm i https:\/\/pkg)|the following tests? (?:\*\*)?failed|cla (?:not )?signed|easycla|\bcs-code-health\b|pull[- ]request has been approved by|needs approval from an approver|codecov\.io/,
    example: "# [Codecov](https://codecov.io/gh/octo/api/pull/1) Report",
  },
  {
    name: "an acknowledgement",
    by: "anyone",
    pattern:
      /^\s{0,9}(?:@[\w-]{1,40}[,:]? )?(?:(?:done|fixed|ok(?:ay)?|thanks?(?: you)?(?: \S{1,40}){0,4}|lgtm|ship it|\+1|👍|:\+1:|ack|will do|agreed|same|resolved|good catch|nice catch|yes|no|nope|yep|sure|correct|looks good(?: to me)?|merged|rebased|updated|i am :\+1:)[\s,.!👍🎉🚀:)]{0,20}){1,4}$/u,
    example: "Done, thanks!",
  },
];

const SPEAKS_OF_ITSELF = 600;

/** The notice that a text is, if it is one. A tool's longer text with findings in it is none. */
export function noticeIn(text: string, isTool: boolean): string | undefined {
  const head = text.slice(0, SPEAKS_OF_ITSELF).toLowerCase();
  return NOTICE_RULES.find(({ by, pattern }) => (isTool || by === "anyone") && pattern.test(head))?.name;
}
