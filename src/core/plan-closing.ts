/** The source was closed without being merged: its follow-up goes with it, and can come back with it. */
import type { Config } from "./config.ts";
import { codeSpan } from "./documents/markdown-text.ts";
import { isEditedByPerson, parseMarker, textAbove, withMarker } from "./marker.ts";
import { choosePlace } from "./place.ts";
import type { ClosePlan } from "./plan-capture.ts";
import type { Snapshot } from "./snapshot.ts";

/** What to close, or nothing. A branch that holds a commit of somebody else stays. */
export function planClosing(snapshot: Snapshot, { follow_up }: Config): ClosePlan | undefined {
  const { number, state } = snapshot.feedback.pullRequest;
  const { existing, branch } = choosePlace(snapshot, follow_up.branch_prefix);
  if (state !== "closed" || follow_up.keep_when_closed || existing?.state !== "open" || !branch) return undefined;
  const source = codeSpan(`#${number}`);
  const note = `> ${source} was closed without being merged, and this with it. When ${source} is reopened, this comes back.`;
  const marker = { pull: number, items: parseMarker(existing.body)?.items ?? [] };
  const isTheirs = isEditedByPerson(existing.body);
  return {
    existing,
    body: withMarker(`${note}\n\n${textAbove(existing.body)}`, {
      ...marker,
      closed: { head: branch.head, why: "source closed" },
      ...(isTheirs && { edited: true }),
    }),
    branch: branch.isOurs ? { name: branch.name, head: branch.head } : null,
  };
}
