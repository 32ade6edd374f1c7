/** N4: what authors say of their own change explains it. What they want to change there, they change. */
import type { Rule } from "./rule.ts";

export const OWN_CHANGE_RULES: readonly Rule[] = [
  {
    name: "explained by its author",
    code: "N4",
    family: "informational",
    confidence: 0.8,
    reason: "the author of the pull request says it of their own change, and puts nothing off",
    matches: ({ isOwnChange, finding: { isClaimed, form } }) => isOwnChange && !isClaimed && form !== "labelled",
    example: "This must run before `init()`, because the plugins read the config at load time.",
    exampleByAuthor: true,
  },
];
