/**
 * A webhook becomes a task call, or a skip with its reason. Only the fields used are parsed; a payload that lacks
 * them is skipped, never an error, because GitHub adds events and shapes at will.
 */
import type { z } from "zod";
import { newCommands, parseCommands, type ParsedComment } from "../core/command.ts";
import type { AnswerPayload } from "../tasks/answer-comment.ts";
import type { CapturePayload } from "../tasks/capture-pull-request.ts";
import type { Identity } from "./client.ts";
import { EventPayload } from "./event-payload.ts";

type Payload = z.infer<typeof EventPayload>;

/** `subject`: calls of one subject that wait at the same time are one. */
export interface CaptureDecision {
  task: "capture-pull-request";
  payload: CapturePayload;
  subject: string;
}

export type Decision = CaptureDecision | { task: "answer-comment"; payload: AnswerPayload } | { skip: string };

/** What starts a capture: the event and action; a reason where this one does not. */
const CAPTURES: Record<string, (payload: Payload) => string | undefined> = {
  "pull_request_review.submitted": () => undefined,
  "pull_request_review.edited": () => undefined,
  "pull_request_review.dismissed": () => undefined,
  // GitHub wraps every comment, replies too, in a review and sends that event as well.
  "pull_request_review_comment.created": () => "a review comment is read with its review",
  "pull_request_review_comment.edited": () => undefined,
  "pull_request_review_comment.deleted": () => undefined,
  "pull_request_review_thread.resolved": () => undefined,
  "pull_request_review_thread.unresolved": () => undefined,
  "issue_comment.created": () => undefined,
  "issue_comment.edited": () => undefined,
  "issue_comment.deleted": () => undefined,
  "pull_request.closed": () => undefined,
  "pull_request.reopened": () => undefined,
  // A push may carry out what was suggested on a line.
  "pull_request.synchronize": ({ pull_request: pull }) =>
    pull?.review_comments === undefined || pull.review_comments === 0 ? "no review comment to follow" : undefined,
};

/** Comments that may hold commands. */
const SPOKEN = new Set([
  "pull_request_review.submitted",
  "pull_request_review.edited",
  "pull_request_review_comment.created",
  "pull_request_review_comment.edited",
  "issue_comment.created",
  "issue_comment.edited",
]);

/** Decides about one delivery. `self` is our bot user: its own events are always skipped. */
export function toTask(event: string, body: unknown, self: Identity): Decision {
  const parsed = EventPayload.safeParse(body);
  if (!parsed.success) return { skip: "a payload of another shape" };
  const { action, installation, repository, sender, pull_request: pull, issue } = parsed.data;
  if (sender?.id === self.id) return { skip: "own event" };

  const name = action === undefined ? event : `${event}.${action}`;
  const trigger = Object.hasOwn(CAPTURES, name) ? CAPTURES[name] : undefined;
  if (!trigger) return { skip: "nothing is done for this event" };
  if (!installation || !repository) return { skip: "no installation or no repository" };
  if (repository.archived === true) return { skip: "the repository is archived" };
  if (issue && !issue.pull_request) return { skip: "an issue, not a pull request" };

  const pullNumber = pull?.number ?? issue?.number;
  if (pullNumber === undefined) return { skip: "no pull request" };
  const place = {
    installationId: installation.id,
    repository: { id: repository.id, owner: repository.owner.login, name: repository.name },
    pullNumber,
    ...(repository.private !== undefined && { isPrivate: repository.private }),
  };
  const answer = SPOKEN.has(name) ? toAnswer(parsed.data) : undefined;
  if (answer) return { task: "answer-comment", payload: { ...place, ...answer } };

  const isOurs = pull?.user?.id === self.id && pull.head?.repo?.id === repository.id;
  if (isOurs || issue?.user?.id === self.id) return { skip: "our own follow-up is never mined" };
  const reason = trigger(parsed.data);
  if (reason !== undefined) return { skip: reason };
  return captureOf(place);
}

/** The call that makes the follow-up of one pull request true. */
export function captureOf(payload: CapturePayload): CaptureDecision {
  const { repository, pullNumber, isPrivate } = payload;
  // What waits from before a change of visibility is refused when it runs: nothing that comes after may join it.
  const subject = `capture:${repository.id}:${pullNumber}${isPrivate === true ? ":private" : ""}`;
  return { task: "capture-pull-request", payload, subject };
}

/** Whether anything is ever done for an event of this name: what its payload says may still speak against it. */
export function isActedOn(event: string, action: string | null): boolean {
  return Object.hasOwn(CAPTURES, action === null ? event : `${event}.${action}`);
}

type Answer = Omit<AnswerPayload, "installationId" | "repository" | "pullNumber" | "isPrivate">;

/** The commands of a comment, where there are any; of an edited one those that its author added. */
function toAnswer({ action, sender, review, comment, changes }: Payload): Answer | undefined {
  const text = comment ?? review;
  if (!text?.user || !text.body) return undefined;
  const { user } = text;
  if (action === "edited" && sender?.id !== user.id) return undefined;
  const before = changes?.body?.from;
  const said: ParsedComment =
    action === "edited" ? newCommands(before ?? text.body, text.body) : parseCommands(text.body);
  const { commands, problems, hint } = said;
  if (commands.length === 0 && problems.length === 0 && hint === undefined) return undefined;
  return {
    comment: {
      ...{ id: text.id, nodeId: text.node_id, writtenAt: text.submitted_at ?? text.created_at ?? "" },
      ...(action === "edited" && typeof text.updated_at === "string" && { editedAt: text.updated_at }),
      ...kindOf(text, review !== undefined && comment === undefined),
      author: { id: user.id, login: user.login, isBot: user.type === "Bot" },
    },
    commands,
    problems: problems.map(({ line, message, remedy }) => ({ line, message, remedy })),
    ...(hint !== undefined && { hint }),
  };
}

/** A review comment answers the one that its thread begins with, which GitHub names in every reply. */
function kindOf(
  { id, path, in_reply_to_id: root }: NonNullable<Payload["comment"]>,
  isReview: boolean,
): Pick<Answer["comment"], "kind" | "threadId"> {
  if (isReview) return { kind: "review" };
  return path === undefined ? { kind: "issue-comment" } : { kind: "review-comment", threadId: root ?? id };
}
