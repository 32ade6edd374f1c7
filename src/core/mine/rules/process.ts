/** N5: about the pull request or its verification, rather than a change of the code. */
import { cueIn } from "../cues.ts";
import type { Rule } from "./rule.ts";

export const PROCESS_RULES: readonly Rule[] = [
  {
    name: "about the pull request",
    code: "N5",
    family: "process",
    confidence: 0.8,
    reason: "it is about the pull request, not about the code",
    matches: ({ finding: { prose, section }, isPerson }) =>
      cueIn("process", prose) !== undefined ||
      (!isPerson && cueIn("process", section.split(" / ").at(-1) ?? "") !== undefined),
    example: "Please update the PR description accordingly.",
  },
];

/** A heading over tests to write, where "verify that …" says what one of them is about. */
const TESTS_TO_WRITE =
  /\btests? (?:suggestions?|cases?|scenarios?|ideas?)\b|\b(?:missing|suggested|recommended|additional|more) (?:\w{1,20} )?tests?\b/;

export const VERIFICATION_RULES: readonly Rule[] = [
  {
    name: "asks to verify",
    code: "N5",
    family: "process",
    confidence: 0.75,
    reason: "it asks to verify or to explain something, not to change it",
    matches: ({ ask, finding: { section } }) =>
      cueIn("checks", ask) !== undefined && !TESTS_TO_WRITE.test(section.split(" / ").at(-1) ?? ""),
    example: "Please verify that the migration runs on an empty database.",
  },
  {
    name: "listed among the checks",
    code: "N5",
    family: "process",
    confidence: 0.7,
    reason: "it stands in a list of things to check before the merge",
    matches: ({ finding }) => finding.marks.includes("informational"),
    exampleBy: "tool",
    example: "## Test plan\n\n- [ ] Add an item to the cart and reload the page",
  },
];
