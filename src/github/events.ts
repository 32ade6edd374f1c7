/** What is done about an event: pure, from the payload as it was read, and who we are. */
import { toAnswerCall, type AnswerCall } from "./answer-task.ts";
import { toCaptureCall, type CaptureCall } from "./capture-task.ts";
import type { Identity } from "./client.ts";
import type { EventPayload, ReadEvent, Unreadable } from "./event-payload.ts";
import { toDepartures, type Departed, type DepartureEvent } from "./departures.ts";
import { toFurtherTasks, type EventPlace, type FurtherTask } from "./further-tasks.ts";

export type Call = CaptureCall | AnswerCall | FurtherTask;

export interface EventDecision {
  /** In order: the capture or the answer is the first. */
  calls: Call[];
  /** What would be begun if it could be read. */
  unreadable: Unreadable[];
  /** Whose stored work is to go. */
  departed: Departed[];
  /** Why there is no call, in words; of several reasons the first. */
  skip: string;
  /** Where the event belongs; not with one that begins nothing anywhere. */
  place?: EventPlace;
}

/** Decides about one delivery. `self` is our bot user: its own events begin nothing. */
export function decideEvent(event: ReadEvent, self: Identity): EventDecision {
  if ("skip" in event) return nothing(event.skip);
  if ("unreadable" in event) return { ...nothing("it cannot be read"), unreadable: [event] };
  if (isDeparture(event)) {
    const { departed, faults } = toDepartures(event);
    const unreadable: Unreadable[] = faults.length > 0 ? [{ unreadable: event.begins, faults }] : [];
    return { ...nothing(NOTHING), unreadable, departed };
  }
  const { installation, repository, sender } = event;
  if (sender?.id === self.id) return nothing("own event");
  if (!installation) return nothing("no installation");
  if (repository.archived === true) return nothing("the repository is archived");
  const place = {
    installationId: installation.id,
    repository: { id: repository.id, owner: repository.owner.login, name: repository.name },
  };
  const outcomes = toOutcomes(event, place, self);
  return {
    calls: outcomes.flatMap((each) => ("task" in each ? [each] : [])),
    unreadable: outcomes.flatMap((each) => ("unreadable" in each ? [each] : [])),
    departed: [],
    place,
    skip: outcomes.flatMap((each) => ("skip" in each ? [each.skip] : []))[0] ?? NOTHING,
  };
}

const NOTHING = "nothing is done for this event";

function nothing(skip: string): EventDecision {
  return { calls: [], unreadable: [], departed: [], skip };
}

function isDeparture(event: EventPayload): event is DepartureEvent {
  return event.begins.includes("forget");
}

function toOutcomes(
  event: Exclude<EventPayload, DepartureEvent>,
  place: EventPlace,
  self: Identity,
): (Call | Unreadable | { skip: string })[] {
  if (event.event === "push" || event.event === "check_run") return toFurtherTasks(event, place, self);
  if (event.event === "issue_comment" && !event.issue.pull_request) return [{ skip: "an issue, not a pull request" }];
  const { number: pullNumber } = event.event === "issue_comment" ? event.issue : event.pull_request;
  const { private: isPrivate } = event.repository;
  const pull = { ...place, pullNumber, ...(isPrivate !== undefined && { isPrivate }) };
  const answer = toAnswerCall(event, pull);
  // An answer captures as well, where that is to be done.
  const first = answer && "task" in answer ? [answer] : [...(answer ? [answer] : []), toCaptureCall(event, pull, self)];
  return [...first, ...(event.event === "pull_request" ? toFurtherTasks(event, place, self) : [])];
}
