/**
 * What a delivery says, as far as we use it, read once. What every task of an event needs is parsed strictly; what only
 * some of them need is a field of its own, so that they alone stand still where GitHub sends it in another shape.
 */
import { z } from "zod";
import { mayBegin, type EventTask } from "./handled-events.ts";
import { field, toFaults, type Fault } from "./payload-field.ts";

const Id = z.int().positive();
/** Null where the account, or the fork, is gone. */
const Known = z.object({ id: z.int() }).nullable();

const InRepository = {
  /** Not there where the event was sent by a webhook other than the App's. */
  installation: z.object({ id: Id }).nullish(),
  repository: z.object({
    id: Id,
    name: z.string(),
    owner: z.object({ login: z.string() }),
    archived: z.boolean().optional(),
    private: z.boolean().optional(),
  }),
  sender: z
    .object({
      id: z.int(),
      login: field("sender.login", z.string()),
      type: field("sender.type", z.string().optional()),
    })
    .nullish(),
};

const Acted = { action: z.string(), ...InRepository };

const Head = z.object({
  ref: field("pull_request.head.ref", z.string()),
  repo: field("pull_request.head.repo", Known),
});
const PullRequest = z.object({
  number: Id,
  user: field("pull_request.user", Known),
  head: field("pull_request.head", Head),
});

const Text = z.object({
  id: Id,
  node_id: z.string(),
  user: z.object({ id: z.int(), login: z.string(), type: z.string().optional() }).nullable(),
  body: z.string().nullable(),
  updated_at: z.string().nullish(),
});
const Comment = Text.extend({ created_at: z.string() });
/** Sent with an edit. */
const Before = field("changes", z.object({ body: z.object({ from: z.string() }).optional() }));

const From = z.object({ from: z.string().nullish() }).optional();
const Paths = z.array(z.string()).nullish();

const EventBody = z.discriminatedUnion("event", [
  z.object({
    ...{ event: z.literal("pull_request_review"), ...Acted, pull_request: PullRequest, changes: Before },
    review: field("review", Text.extend({ submitted_at: z.string().nullable() })),
  }),
  z.object({
    ...{ event: z.literal("pull_request_review_comment"), ...Acted, pull_request: PullRequest, changes: Before },
    comment: field("comment", Comment.extend({ in_reply_to_id: Id.optional() })),
  }),
  z.object({ event: z.literal("pull_request_review_thread"), ...Acted, pull_request: PullRequest }),
  z.object({
    ...{ event: z.literal("issue_comment"), ...Acted, changes: Before },
    issue: z.object({ number: Id, user: field("issue.user", Known), pull_request: z.object({}).nullish() }),
    comment: field("comment", Comment),
  }),
  z.object({
    ...{ event: z.literal("pull_request"), ...Acted },
    pull_request: PullRequest.extend({
      title: field("pull_request.title", z.string()),
      body: field("pull_request.body", z.string().nullable()),
      merged: field("pull_request.merged", z.boolean().nullish()),
      updated_at: field("pull_request.updated_at", z.string()),
      review_comments: field("pull_request.review_comments", z.int().optional()),
    }),
    changes: field("changes", z.object({ title: From, body: From, base: z.unknown().optional() })),
  }),
  z.object({
    ...{ event: z.literal("check_run"), ...Acted },
    check_run: z.object({ name: z.string(), external_id: z.string().nullable() }),
    requested_action: field("requested_action", z.object({ identifier: z.string().optional() }).nullish()),
  }),
  z.object({
    ...InRepository,
    event: z.literal("push"),
    repository: InRepository.repository.extend({ default_branch: z.string() }),
    ref: z.string(),
    after: field("after", z.string()),
    commits: field(
      "commits",
      z.array(
        z.object({
          timestamp: field("commits.timestamp", z.iso.datetime({ offset: true })),
          author: z.object({ username: z.string().nullish() }).nullish(),
          added: Paths,
          modified: Paths,
        }),
      ),
    ),
    pusher: field("pusher", z.object({ name: z.string() }).nullish()),
  }),
  z.object({ event: z.literal("installation"), action: z.string(), installation: z.object({ id: Id }) }),
  z.object({
    ...{ event: z.literal("installation_repositories"), action: z.string() },
    repositories_removed: z.array(field("repositories_removed", z.object({ id: Id }))),
  }),
  z.object({ event: z.literal("repository"), action: z.string(), repository: z.object({ id: Id }) }),
]);

const Origin = z.object({
  action: z.string().nullable().catch(null),
  installation: z.object({ id: z.int() }).nullable().catch(null),
  repository: z.object({ id: z.int() }).nullable().catch(null),
});

/** What any delivery says of itself, by any event; null where it does not. */
export interface DeliveryOrigin {
  action: string | null;
  installationId: number | null;
  repositoryId: number | null;
}

/** Reads of any payload whose it is. */
export function readOrigin(body: object): DeliveryOrigin {
  const { action, installation, repository } = Origin.parse(body);
  return { action, installationId: installation?.id ?? null, repositoryId: repository?.id ?? null };
}

/** One event that something may be done for, told apart by `event`; with what it may begin. */
export type EventPayload = z.infer<typeof EventBody> & { begins: readonly EventTask[] };
export type EventOf<Name extends EventPayload["event"]> = Extract<EventPayload, { event: Name }>;

/** Tasks that an event would begin, and what is wrong with what they need of it. */
export interface Unreadable {
  unreadable: readonly EventTask[];
  faults: Fault[];
}

/** A skip says that nothing is done for such an event, whatever stands in it. */
export type ReadEvent = EventPayload | Unreadable | { skip: string };

/** Reads the payload of a delivery. */
export function readEvent(event: string, body: object): ReadEvent {
  const begins = mayBegin(event, readOrigin(body).action);
  if (begins.length === 0) return { skip: "nothing is done for this event" };
  const parsed = EventBody.safeParse({ ...body, event });
  if (!parsed.success) return { unreadable: begins, faults: toFaults(parsed.error) };
  return { ...parsed.data, begins };
}
