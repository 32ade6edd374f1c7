/** How long the texts of pull requests, comments and check runs may be. */
import { ApiError } from "../api-error.ts";

/** GitHub counts characters, not bytes. */
const MAX_BODY = 65_536;
const MAX_OUTPUT = 65_535;

/** Throws 422 in GitHub's words for a text that is too long. */
export function checkBodyLength(body: string, resource: "IssueComment" | "PullRequest"): void {
  if (Array.from(body).length <= MAX_BODY) return;
  const message = `body is too long (maximum is ${MAX_BODY} characters)`;
  throw new ApiError(422, "Validation Failed", [{ resource, code: "custom", field: "body", message }]);
}

/** The same for the summary, or the text, of a check run. */
export function checkOutputLength(text: string | undefined): void {
  const { length } = Array.from(text ?? "");
  if (length <= MAX_OUTPUT) return;
  throw new ApiError(422, `Invalid request.\n\nOnly ${MAX_OUTPUT} characters are allowed; ${length} were supplied.`);
}
