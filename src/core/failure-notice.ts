/** What is said on a pull request when a job about it was given up. */

/** `rule`: a rule of the repository forbids it; `failed`: anything else that is worth telling. */
export type FailureReason = "rule" | "failed";

export const FAILURE_MARKER = "<!-- review-miner failure -->";

const WHY: Readonly<Record<FailureReason, string>> = {
  rule: "a rule of this repository forbids what it has to write (protected branches, rulesets)",
  failed: "GitHub did not let it finish, or it made a mistake; whoever runs it has the details",
};

/** Markdown, one paragraph; nothing of what went wrong inside. */
export function renderFailureNotice(reason: FailureReason): string {
  return (
    `Review Miner has given up on this pull request for now: ${WHY[reason]}. Nothing is lost: a comment with ` +
    "`/enhance` makes it try again."
  );
}
