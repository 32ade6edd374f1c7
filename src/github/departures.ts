/** Events after which what is stored about somebody is to go: they left, or what was said in private would be public. */
import type { EventOf } from "./event-payload.ts";
import type { Fault } from "./payload-field.ts";

/** Whose stored work is to be forgotten: one of the two. */
export interface Departed {
  installationId?: number;
  repositoryId?: number;
}

export type DepartureEvent = EventOf<"installation" | "installation_repositories" | "repository">;

/** Who leaves with an event, and what is wrong with the rest of its list. */
export function toDepartures(event: DepartureEvent): { departed: Departed[]; faults: Fault[] } {
  if (event.event === "installation") return { departed: [{ installationId: event.installation.id }], faults: [] };
  if (event.event === "repository") return { departed: [{ repositoryId: event.repository.id }], faults: [] };
  const removed = event.repositories_removed;
  return {
    departed: removed.flatMap((each) => ("value" in each ? [{ repositoryId: each.value.id }] : [])),
    faults: removed.flatMap((each) => ("faults" in each ? each.faults : [])),
  };
}
