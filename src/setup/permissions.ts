/** What the App asks for on a repository, told before GitHub tells it. */
import { html, type Html } from "./html.ts";

/** Why, in a few words; `app.yml` has the reasons in full. */
const REASONS: Readonly<Record<string, string>> = {
  contents: "the backlog and the config are read, branches and commits of follow-ups written",
  pull_requests: "reviews are read, follow-ups opened and kept up to date, commands answered",
  issues: "GitHub sends comments on the conversation of a pull request only with it; no issue is read or written",
  checks: "a mistake in the config is shown, a preview, and what is wrong in the backlog",
  metadata: "names, collaborators and their roles; every App has it",
};

/** A list, one permission a line. */
export function renderPermissions(permissions: Readonly<Record<string, string>>): Html {
  const items = Object.entries(permissions).map(([name, access]) => {
    const reason = REASONS[name];
    return html`<li><code>${name}: ${access}</code>${reason === undefined ? "" : `: ${reason}`}</li>`.markup;
  });
  return { markup: `<ul>${items.join("")}</ul>` };
}
