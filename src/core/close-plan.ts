/** How a follow-up of ours is closed, so that GitHub alone can tell that it was us, and give it back. */
import { isBodyEditedByPerson, withoutMarker, withMarker, type Marker } from "./marker.ts";
import type { Branch, FollowUp } from "./snapshot.ts";

/** A follow-up of ours that is to be closed; its branch goes where nobody else's commit is on it. */
export interface ClosePlan {
  existing: FollowUp;
  body: string;
  branch: { name: string; head: string } | null;
}

interface Closing {
  /** What its body is to say. */
  text: string;
  marker: Pick<Marker, "pull" | "items">;
  /** As it stands: it can be restored there. */
  branch: Branch;
  why: "source closed" | "empty";
}

/** What the body says, under a note. Once: a run that was stopped before it could close has written the note already. */
export function textUnder(note: string, { body }: FollowUp): string {
  const text = withoutMarker(body);
  return text.startsWith(note) ? text : `${note}\n\n${text}`;
}

/**
 * The follow-up with a body that says so, with the commit to restore its branch at. The branch stays where somebody else's
 * commit is on it; a body that a person edited counts as theirs from then on.
 */
export function planClose(existing: FollowUp, { text, marker, branch, why }: Closing): ClosePlan {
  const { name, head, isOurs } = branch;
  const isTheirs = isBodyEditedByPerson(existing.body);
  const body = withMarker(text, { ...marker, closed: { head, why }, ...(isTheirs && { edited: true }) });
  return { existing, body, branch: isOurs ? { name, head } : null };
}
