/** Why a finding is left out: what it is, or what the config says. */
import type { Config } from "../config.ts";
import type { LeftOut, Suggestion } from "../suggestion.ts";
import { isMeant } from "./glob.ts";
import type { Judged } from "./mine-body.ts";
import { ownWordIn } from "./own-words.ts";
import type { Code } from "./rules/rule.ts";

/** Why a finding is left out: in a sentence, and the group under which a follow-up lists it. */
export type Refusal = Pick<LeftOut, "group" | "reason">;

const GROUPS: Readonly<Record<Code, LeftOut["group"] | undefined>> = {
  W1: undefined,
  W2: undefined,
  W3: undefined,
  N1: "nit",
  N2: "vague",
  N3: "settled",
  N4: "informational",
  N5: "process",
};

/** Why a finding is left out, or nothing. `because`: why it is settled, as a clause, where its thread says. */
export function refuseFinding(
  { verdict, finding }: Judged,
  { confidence, source }: Suggestion,
  { capture }: Config,
  because: string | undefined,
): Refusal | undefined {
  const group = GROUPS[verdict.code];
  const isKeptNit = group === "nit" && capture.nits !== "drop";
  if (group && !isKeptNit)
    return { group, reason: (group === "settled" ? because : undefined) ?? verdict.reasons.join("; ") };
  if (finding.path !== undefined && capture.ignore_paths.some((pattern) => isMeant(source.path ?? "", pattern))) {
    return { group: "ignored by config", reason: `the config ignores this path` };
  }
  const ignored = ownWordIn(`${finding.title ?? ""} ${finding.context}`, capture.words.ignore);
  if (ignored !== undefined) return { group: "ignored by config", reason: `the config ignores "${ignored}"` };
  const isPromised = finding.marks.includes("elsewhere");
  if (!isPromised && !isKeptNit && !capture.kinds.includes(verdict.kind))
    return { group: "ignored by config", reason: `the config leaves out the kind "${verdict.kind}"` };
  if (confidence < capture.minimum_confidence) {
    return { group: "low confidence", reason: `its confidence, ${confidence}, is below ${capture.minimum_confidence}` };
  }
  return undefined;
}
