/** Reactions. A review has none: GitHub's REST has no route for it. */
import { ApiError, notFound } from "../api-error.ts";
import {
  REACTIONS,
  type Account,
  type IssueComment,
  type Issue,
  type PullRequest,
  type Reaction,
  type ReviewComment,
} from "../model.ts";
import { requireUnarchived, requireUnlocked } from "../roles.ts";
import { nextId, now, register, toNodeId, type World } from "../world.ts";

export type Reactable = Issue | PullRequest | IssueComment | ReviewComment;

function conversationOf(subject: Reactable): Issue | PullRequest {
  if (subject.type === "IssueComment") return subject.conversation;
  return subject.type === "PullRequestReviewComment" ? subject.pull : subject;
}

/** The same person's same reaction is there once: `isNew` tells 201 from 200. Throws 422 for an unknown one. */
export function addReaction(
  world: World,
  subject: Reactable,
  user: Account,
  content: string,
): { reaction: Reaction; isNew: boolean } {
  const conversation = conversationOf(subject);
  requireUnarchived(conversation.repository);
  requireUnlocked(conversation, user);
  const known = REACTIONS.find((each) => each === content);
  if (!known)
    throw new ApiError(422, "Validation Failed", [{ resource: "Reaction", code: "invalid", field: "content" }]);
  const existing = subject.reactions.find((each) => each.user === user && each.content === known);
  if (existing) return { reaction: existing, isNew: false };
  const id = nextId(world, "reaction");
  const reaction: Reaction = register(world, {
    type: "Reaction",
    ...{ id, nodeId: toNodeId("Reaction", id), content: known, user, createdAt: now(world) },
  });
  subject.reactions.push(reaction);
  return { reaction, isNew: true };
}

/** Throws 404 when it is not there, 403 when it is another's. */
export function removeReaction(world: World, subject: Reactable, user: Account, id: number): void {
  const reaction = subject.reactions.find((each) => each.id === id);
  if (!reaction) throw notFound();
  if (reaction.user !== user) throw new ApiError(403, "Resource not accessible by integration");
  subject.reactions = subject.reactions.filter((each) => each !== reaction);
  world.nodes.delete(reaction.nodeId);
}
