/** How long the text of a pull request, or of a comment, may be. */
import { ApiError } from "../api-error.ts";

/** GitHub counts characters, not bytes. */
const MAX_BODY = 65_536;

/** Throws 422 in GitHub's words for a text that is too long. */
export function checkBodyLength(body: string, resource: "IssueComment" | "PullRequest"): void {
  if (Array.from(body).length <= MAX_BODY) return;
  const message = `body is too long (maximum is ${MAX_BODY} characters)`;
  throw new ApiError(422, "Validation Failed", [{ resource, code: "custom", field: "body", message }]);
}
