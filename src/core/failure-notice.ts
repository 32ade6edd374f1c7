/** What is said on a pull request when a job about it was given up. */
import { codeSpan } from "./documents/markdown-text.ts";

/**
 * `rule`: a rule of the repository forbids it; `taken`: somebody else took the branch that is to be written; `failed`:
 * anything else that is worth telling.
 */
export type FailureReason = "rule" | "taken" | "failed";

export const FAILURE_MARKER = "<!-- review-miner failure -->";

/** Markdown, one paragraph; nothing of what went wrong inside. `branches`: those that somebody else took. */
export function renderFailureNotice(reason: FailureReason, branches: readonly string[] = []): string {
  return (
    `Review Miner has given up on this pull request for now: ${tellWhy(reason, branches)}. Nothing is lost: a comment ` +
    `with ${codeSpan("/enhance")} makes it try again${reason === "taken" ? STATUS : ""}.`
  );
}

/** No comment makes a status follow once more. */
const STATUS = `, and ${codeSpan("/enhance status <id> <status>")} sets a status that did not follow`;

function tellWhy(reason: FailureReason, branches: readonly string[]): string {
  switch (reason) {
    case "rule":
      return "a rule of this repository forbids what it has to write (protected branches, rulesets)";
    case "taken": {
      const remedy = branches.length === 1 ? "rename that branch, or delete it" : "rename one of them, or delete it";
      return `somebody else's commit is on ${branches.map(codeSpan).join(", ")}, where it has to write; ${remedy}`;
    }
    case "failed":
      return "GitHub did not let it finish, or it made a mistake; whoever runs it has the details";
  }
}
