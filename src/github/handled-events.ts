/** The events that something is done for, and what each may begin: nothing is done for any other. */

/** The tasks that an event may begin, by name. */
export const EVENT_TASKS = [
  "capture-pull-request",
  "answer-comment",
  "follow-implementation",
  "follow-push",
  "check-pull-request",
  "fix-headers",
] as const;

/** What an event may begin: a task, or that somebody is forgotten. */
export type EventTask = (typeof EVENT_TASKS)[number] | "forget";

/** By the name of the event and, where it has one, its action. What the payload says may still speak against a task. */
const HANDLED: ReadonlyMap<string, readonly EventTask[]> = new Map<string, EventTask[]>([
  ["pull_request_review.submitted", ["answer-comment", "capture-pull-request"]],
  ["pull_request_review.edited", ["answer-comment", "capture-pull-request"]],
  ["pull_request_review.dismissed", ["capture-pull-request"]],
  // GitHub wraps every comment, replies too, in a review and sends that event as well.
  ["pull_request_review_comment.created", ["answer-comment"]],
  ["pull_request_review_comment.edited", ["answer-comment", "capture-pull-request"]],
  ["pull_request_review_comment.deleted", ["capture-pull-request"]],
  ["pull_request_review_thread.resolved", ["capture-pull-request"]],
  ["pull_request_review_thread.unresolved", ["capture-pull-request"]],
  ["issue_comment.created", ["answer-comment", "capture-pull-request"]],
  ["issue_comment.edited", ["answer-comment", "capture-pull-request"]],
  ["issue_comment.deleted", ["capture-pull-request"]],
  ["pull_request.opened", ["follow-implementation", "check-pull-request"]],
  ["pull_request.reopened", ["capture-pull-request", "follow-implementation", "check-pull-request"]],
  // A push may carry out what was suggested on a line.
  ["pull_request.synchronize", ["capture-pull-request", "check-pull-request"]],
  ["pull_request.ready_for_review", ["check-pull-request"]],
  ["pull_request.edited", ["follow-implementation"]],
  ["pull_request.closed", ["capture-pull-request", "follow-implementation"]],
  ["check_run.rerequested", ["check-pull-request"]],
  ["check_run.requested_action", ["fix-headers"]],
  ["push", ["follow-push"]],
  // A rename is no departure: the work goes on under the new name.
  ["installation.deleted", ["forget"]],
  ["installation.suspend", ["forget"]],
  ["installation_repositories.removed", ["forget"]],
  ["repository.archived", ["forget"]],
  ["repository.deleted", ["forget"]],
  ["repository.privatized", ["forget"]],
  ["repository.publicized", ["forget"]],
  ["repository.transferred", ["forget"]],
]);

/** What the events of one name may begin, whatever their action. */
const BY_EVENT = new Map<string, EventTask[]>();
for (const [name, tasks] of HANDLED) {
  const [event = ""] = name.split(".");
  BY_EVENT.set(event, [...new Set([...(BY_EVENT.get(event) ?? []), ...tasks])]);
}

/** What an event may begin; nothing with most. Without an action that is all that any of its actions may. */
export function mayBegin(event: string, action: string | null): readonly EventTask[] {
  return (action === null ? BY_EVENT.get(event) : HANDLED.get(`${event}.${action}`)) ?? [];
}
