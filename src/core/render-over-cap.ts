/** One suggestion that found no room under the cap, in the body of a follow-up, and what to write where to have it. */
import { renderCommand } from "./command.ts";
import { codeSpan, inlineText } from "./documents/markdown-text.ts";
import { linkToComment } from "./items-table.ts";
import type { OverCap } from "./suggestion.ts";

/** Markdown of one line. In a comment on the conversation, or in a review, nobody can answer to it alone: there `create` helps. */
export function renderOverCap(
  { title, url, priority, isInThread }: OverCap,
  { repositoryUrl, pullNumber }: { repositoryUrl: string; pullNumber: number },
): string {
  const link = linkToComment(inlineText(title), url, repositoryUrl);
  const what = priority === null ? link : `${link} (${priority})`;
  if (isInThread) return `${what}: write ${codeSpan("/enhance")} in its thread`;
  const create = renderCommand({ verb: "create", title, ...(priority !== null && { priority }) });
  return `${what}: write ${codeSpan(create)} on ${codeSpan(`#${pullNumber}`)}`;
}
