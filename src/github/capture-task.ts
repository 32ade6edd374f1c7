/** The capture that an event begins, or why it begins none. */
import type { CapturePayload } from "../tasks/capture-pull-request.ts";
import type { Identity } from "./client.ts";
import type { EventOf, Unreadable } from "./event-payload.ts";
import { innerField } from "./payload-field.ts";

/** `subject`: calls of one subject that wait at the same time are one. */
export interface CaptureCall {
  task: "capture-pull-request";
  payload: CapturePayload;
  subject: string;
}

/** Events about a pull request. */
export type PullRequestEvent = EventOf<
  | "pull_request"
  | "pull_request_review"
  | "pull_request_review_comment"
  | "pull_request_review_thread"
  | "issue_comment"
>;

/** `place` is the pull request that the event is about; `self` our bot user, whose follow-ups are never mined. */
export function toCaptureCall(
  event: PullRequestEvent,
  place: CapturePayload,
  self: Identity,
): CaptureCall | Unreadable | { skip: string } {
  if (!event.begins.includes("capture-pull-request")) {
    const isComment = event.event === "pull_request_review_comment";
    return { skip: isComment ? "a review comment is read with its review" : "no capture begins with this event" };
  }
  return refuse(event, place, self) ?? captureOf(place);
}

/** The call that makes the follow-up of one pull request true. */
export function captureOf(payload: CapturePayload): CaptureCall {
  const { repository, pullNumber, isPrivate } = payload;
  // What waits from before a change of visibility is refused when it runs: nothing that comes after may join it.
  const subject = `capture:${repository.id}:${pullNumber}${isPrivate === true ? ":private" : ""}`;
  return { task: "capture-pull-request", payload, subject };
}

const OURS = { skip: "our own follow-up is never mined" };
const CAPTURE = { unreadable: ["capture-pull-request"] as const };

function refuse(
  event: PullRequestEvent,
  { repository }: CapturePayload,
  self: Identity,
): Unreadable | { skip: string } | undefined {
  const about = event.event === "issue_comment" ? event.issue : event.pull_request;
  if ("faults" in about.user) return { ...CAPTURE, ...about.user };
  if (about.user.value?.id === self.id) {
    if (!("head" in about)) return OURS;
    const from = innerField(about.head, ({ repo }) => repo);
    if ("faults" in from) return { ...CAPTURE, ...from };
    if (from.value?.id === repository.id) return OURS;
  }
  if (event.event !== "pull_request" || event.action !== "synchronize") return undefined;
  const { review_comments: comments } = event.pull_request;
  if ("faults" in comments) return { ...CAPTURE, ...comments };
  return comments.value === 0 ? { skip: "no review comment to follow" } : undefined;
}
