/** Priorities by the labels of a repository's own reviewers and tools, from its config. */
import type { Priority } from "../enhancement.ts";
import type { Judged, MinedBody } from "./mine-body.ts";
import { ownWordIn } from "./own-words.ts";

/** How far into a text a label is looked for, in characters. */
const LONGEST_HEAD = 200;

/** The priority of the first label that stands before a finding or in its headings; nothing where none does. */
export function ownPriority(
  { finding }: Judged,
  { document, judged }: MinedBody,
  priorities: Readonly<Record<string, Priority>>,
): Priority | undefined {
  const head = judged.length === 1 ? document.text.slice(0, LONGEST_HEAD) : "";
  const line = finding.block.content.split("\n", 1)[0]?.slice(0, LONGEST_HEAD) ?? "";
  const label = ownWordIn([head, finding.section, finding.title ?? "", line].join("\n"), Object.keys(priorities));
  return label === undefined ? undefined : priorities[label];
}
