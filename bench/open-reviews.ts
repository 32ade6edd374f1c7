/** Reviewed pull requests in as many repositories as wanted: what deliveries and captures are measured with. */
import type { GitHub } from "../test/simulator/people/github.ts";
import { PEOPLE, openSource, type Source } from "../test/helpers/source-pull.ts";

interface Amounts {
  installations: number;
  /** Of each installation, every one in a repository of its own. */
  pullRequests: number;
}

/** With it the body of the delivery is 22.7 kB. */
const SUMMARY = "The change is focused and easy to read, and its tests say what they are about. ".repeat(24);
const SUGGESTION = "suggestion (non-blocking): Use a connection pool instead of one connection per request.";

/** Installs the App on owners `octo-0`, `octo-1` and so on, and submits one review to each pull request. */
export function openReviews(github: GitHub, { installations, pullRequests }: Amounts): Source[] {
  for (const login of Object.values(PEOPLE)) github.createUser(login);
  return Array.from({ length: installations }, (_, owner) => {
    github.createOrganization(`octo-${owner}`);
    github.install(`octo-${owner}`);
    return Array.from({ length: pullRequests }, (_, index) => {
      const source = openSource(github, `octo-${owner}/api-${index}`, { config: "enabled: true\n" });
      source.review([SUGGESTION], { body: SUMMARY });
      return source;
    });
  }).flat();
}
