/**
 * A webhook becomes a task call, or a skip with its reason. Only the fields used are parsed; a payload that lacks
 * them is skipped, never an error, because GitHub adds events and shapes at will.
 */
import { z } from "zod";
import type { CapturePayload } from "../tasks/capture-pull-request.ts";
import type { Identity } from "./client.ts";

export type Decision =
  { task: "capture-pull-request"; payload: CapturePayload; repositoryId: number } | { skip: string };

const User = z.object({ id: z.int() }).nullish();

const Payload = z.object({
  action: z.string().optional(),
  installation: z.object({ id: z.int() }).optional(),
  repository: z
    .object({
      id: z.int(),
      name: z.string(),
      owner: z.object({ login: z.string() }),
      archived: z.boolean().optional(),
    })
    .optional(),
  sender: User,
  pull_request: z
    .object({
      number: z.int(),
      user: User,
      merged: z.boolean().nullish(),
      head: z.object({ repo: z.object({ id: z.int() }).nullish() }).optional(),
    })
    .optional(),
  issue: z.object({ number: z.int(), user: User, pull_request: z.object({}).optional() }).optional(),
});
type Payload = z.infer<typeof Payload>;

/** What starts a capture: the event and action, and what else must hold. */
const TRIGGERS: Record<string, (payload: Payload) => string | undefined> = {
  "pull_request_review.submitted": () => undefined,
  "pull_request_review.edited": () => undefined,
  "pull_request_review_comment.edited": () => undefined,
  // GitHub wraps every comment, replies too, in a review and sends that event as well.
  "pull_request_review_comment.created": () => "a review comment is read with its review",
  "issue_comment.created": () => undefined,
  "issue_comment.edited": () => undefined,
  "pull_request.closed": ({ pull_request: pull }) =>
    pull?.merged === true ? undefined : "closed without being merged",
};

/** Decides about one delivery. `self` is our bot user: its own events are always skipped. */
export function toTask(event: string, body: unknown, self: Identity): Decision {
  const parsed = Payload.safeParse(body);
  if (!parsed.success) return { skip: "a payload of another shape" };
  const { action, installation, repository, sender, pull_request: pull, issue } = parsed.data;
  if (sender?.id === self.id) return { skip: "own event" };

  const name = action === undefined ? event : `${event}.${action}`;
  const trigger = Object.hasOwn(TRIGGERS, name) ? TRIGGERS[name] : undefined;
  if (!trigger) return { skip: "nothing is done for this event" };
  if (!installation || !repository) return { skip: "no installation or no repository" };
  if (repository.archived === true) return { skip: "the repository is archived" };
  if (issue && !issue.pull_request) return { skip: "an issue, not a pull request" };

  const number = pull?.number ?? issue?.number;
  if (number === undefined) return { skip: "no pull request" };
  const isOurs = pull?.user?.id === self.id && pull.head?.repo?.id === repository.id;
  if (isOurs || issue?.user?.id === self.id) return { skip: "our own follow-up is never mined" };

  const reason = trigger(parsed.data);
  if (reason !== undefined) return { skip: reason };
  return {
    task: "capture-pull-request",
    repositoryId: repository.id,
    payload: {
      installationId: installation.id,
      repository: { id: repository.id, owner: repository.owner.login, name: repository.name },
      pullNumber: number,
    },
  };
}
