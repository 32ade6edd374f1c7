/** The answer that a comment with commands begins. */
import { newCommands, parseCommands } from "../core/command.ts";
import type { AnswerPayload } from "../tasks/answer-comment.ts";
import type { CapturePayload } from "../tasks/capture-pull-request.ts";
import type { PullRequestEvent } from "./capture-task.ts";
import type { EventOf, Unreadable } from "./event-payload.ts";
import { readFields, type Fault } from "./payload-field.ts";

export interface AnswerCall {
  task: "answer-comment";
  payload: AnswerPayload;
}

/**
 * The commands of a comment, where there are any; of an edited one those that its author added. Nothing where it is to be
 * read like any other. `place` is the pull request that it stands on.
 */
export function toAnswerCall(event: PullRequestEvent, place: CapturePayload): AnswerCall | Unreadable | undefined {
  if (!event.begins.includes("answer-comment") || !isSpoken(event)) return undefined;
  const isEdited = event.action === "edited";
  const text = event.event === "pull_request_review" ? event.review : event.comment;
  const read = readFields({ text, changes: isEdited ? event.changes : UNCHANGED });
  if ("faults" in read) return unreadable(read.faults);
  const { id, node_id: nodeId, user, body, updated_at: editedAt } = read.value.text;
  if (!user || !body || (isEdited && event.sender?.id !== user.id)) return undefined;
  const before = read.value.changes?.body?.from ?? body;
  const { commands, problems, hint } = isEdited ? newCommands(before, body) : parseCommands(body);
  if (commands.length === 0 && problems.length === 0 && hint === undefined) return undefined;
  const writtenAt = "created_at" in read.value.text ? read.value.text.created_at : read.value.text.submitted_at;
  if (!writtenAt) return unreadable([{ field: "review.submitted_at", message: "a review with commands, and no time" }]);
  return {
    task: "answer-comment",
    payload: {
      ...place,
      comment: {
        ...{ id, nodeId, writtenAt, ...kindOf(event, id) },
        ...(isEdited && typeof editedAt === "string" && { editedAt }),
        author: { id: user.id, login: user.login, isBot: user.type === "Bot" },
      },
      commands,
      problems: problems.map(({ line, message, remedy }) => ({ line, message, remedy })),
      ...(hint !== undefined && { hint }),
    },
  };
}

const UNCHANGED = { value: undefined };

type SpokenEvent = EventOf<"pull_request_review" | "pull_request_review_comment" | "issue_comment">;

function isSpoken(event: PullRequestEvent): event is SpokenEvent {
  return "comment" in event || "review" in event;
}

function unreadable(faults: Fault[]): Unreadable {
  return { unreadable: ["answer-comment"], faults };
}

/** A review comment answers the one that its thread begins with, which GitHub names in every reply. */
function kindOf(event: SpokenEvent, id: number): Pick<AnswerPayload["comment"], "kind" | "threadId"> {
  if (event.event === "pull_request_review") return { kind: "review" };
  if (event.event === "issue_comment") return { kind: "issue-comment" };
  const root = "value" in event.comment ? event.comment.value.in_reply_to_id : undefined;
  return { kind: "review-comment", threadId: root ?? id };
}
