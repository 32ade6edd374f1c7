/**
 * What an event begins besides the capture or the answer: status that follows pull requests and pushes, and the check
 * run. Payloads of other shapes begin nothing.
 */
import { z } from "zod";
import { readImplemented, readReverted } from "../core/implementation.ts";
import { checkedPullRequest, CHECK_NAME, FIX_HEADERS } from "../core/render-check.ts";
import type { CheckPayload } from "../tasks/check-pull-request.ts";
import type { FixHeadersPayload } from "../tasks/fix-headers.ts";
import type { FollowPayload } from "../tasks/follow-implementation.ts";
import type { PushPayload } from "../tasks/follow-push.ts";
import type { Identity } from "./client.ts";

/** `subject`: calls of one subject that wait at the same time are one. */
export type FurtherTask =
  | { task: "follow-implementation"; payload: FollowPayload; subject?: undefined }
  | { task: "follow-push"; payload: PushPayload; subject?: undefined }
  | { task: "check-pull-request"; payload: CheckPayload; subject?: string }
  | { task: "fix-headers"; payload: FixHeadersPayload; subject?: undefined };

const User = z.object({ id: z.int(), login: z.string(), type: z.string().optional() }).nullish();
const Changed = z.object({ from: z.string().nullish() }).optional();
const Paths = z.array(z.string()).nullish();

const Payload = z.object({
  action: z.string().optional(),
  installation: z.object({ id: z.int().positive() }),
  repository: z.object({
    id: z.int().positive(),
    name: z.string(),
    owner: z.object({ login: z.string() }),
    archived: z.boolean().optional(),
    default_branch: z.string().optional(),
  }),
  sender: User,
  pull_request: z
    .object({
      number: z.int().positive(),
      user: User,
      title: z.string(),
      body: z.string().nullish(),
      merged: z.boolean().nullish(),
      updated_at: z.string(),
      head: z.object({ ref: z.string() }),
    })
    .optional(),
  changes: z.object({ title: Changed, body: Changed, base: z.unknown().optional() }).optional(),
  check_run: z.object({ name: z.string(), external_id: z.string().nullish() }).optional(),
  requested_action: z.object({ identifier: z.string() }).optional(),
  ref: z.string().optional(),
  after: z.string().optional(),
  commits: z
    .array(
      z.object({
        timestamp: z.iso.datetime({ offset: true }),
        author: z.object({ username: z.string().nullish() }).optional(),
        added: Paths,
        modified: Paths,
      }),
    )
    .optional(),
  pusher: z.object({ name: z.string() }).optional(),
});
type Payload = z.infer<typeof Payload>;

/** After these the head, or what is asked of it, is another. */
const CHECKED = new Set(["opened", "synchronize", "reopened", "ready_for_review"]);

/** What a pull request says of enhancements is read then. */
const FOLLOWED = new Set(["opened", "reopened", "edited", "closed"]);

/** The calls that one delivery begins besides its first, in order. `self` is our bot user, whose events begin none. */
export function toFurtherTasks(event: string, body: unknown, self: Identity): FurtherTask[] {
  const parsed = Payload.safeParse(body);
  if (!parsed.success) return [];
  const { data } = parsed;
  if (data.sender?.id === self.id || data.repository.archived === true) return [];
  const { repository, installation } = data;
  const place = {
    installationId: installation.id,
    repository: { id: repository.id, owner: repository.owner.login, name: repository.name },
  };
  if (event === "push") return toPush(data, place);
  if (event === "check_run") return toButton(data, place);
  if (event !== "pull_request") return [];
  return [...toFollow(data, place, self), ...toCheck(data, place)];
}

/** Whether any payload of such an event begins one of these. */
export function mayBeginMore(event: string, action: string | null): boolean {
  if (event === "push") return true;
  if (event === "check_run") return action === "rerequested" || action === "requested_action";
  return event === "pull_request" && (CHECKED.has(action ?? "") || FOLLOWED.has(action ?? ""));
}

type Place = Pick<CheckPayload, "installationId" | "repository">;

function toCheck({ action = "", pull_request: pull }: Payload, place: Place): FurtherTask[] {
  if (!pull || !CHECKED.has(action)) return [];
  const subject = `check:${place.repository.id}:${pull.number}`;
  return [{ task: "check-pull-request", payload: { ...place, pullNumber: pull.number }, subject }];
}

/** A pull request that names an enhancement, or named one before it was edited, or takes back another. */
function toFollow(
  { action, pull_request: pull, sender, changes }: Payload,
  place: Place,
  self: Identity,
): FurtherTask[] {
  if (!pull || pull.user?.id === self.id) return [];
  const isSaid = action === "opened" || action === "reopened";
  const isEdited = action === "edited" && (changes?.title ?? changes?.body ?? changes?.base) !== undefined;
  if (!isSaid && !isEdited && action !== "closed") return [];
  const now = { title: pull.title, body: pull.body ?? "", headRef: pull.head.ref };
  const before = {
    ...now,
    ...(changes?.title && { title: changes.title.from ?? "" }),
    ...(changes?.body && { body: changes.body.from ?? "" }),
  };
  const named = readImplemented(now);
  const wasNamed = isEdited ? readImplemented(before) : named;
  const reverted =
    pull.merged === true ? readReverted(now.body, { owner: place.repository.owner, name: place.repository.name }) : [];
  if (named.length + wasNamed.length + reverted.length === 0) return [];
  const isSame = named.every((each) => wasNamed.includes(each)) && wasNamed.length === named.length;
  if (isEdited && isSame && changes?.base === undefined) return [];
  return [
    {
      task: "follow-implementation",
      payload: {
        ...place,
        pullNumber: pull.number,
        actor: sender ? { login: sender.login, isBot: sender.type === "Bot" } : null,
        isTheirWord: isSaid || (isEdited && named.some((each) => !wasNamed.includes(each))),
        at: pull.updated_at,
      },
    },
  ];
}

/** Re-run, or the button that mends the headers, on a check run of ours. */
function toButton({ action, check_run: run, requested_action: wish, sender }: Payload, place: Place): FurtherTask[] {
  const pullNumber = checkedPullRequest(run?.external_id ?? "");
  if (pullNumber === undefined || run?.name !== CHECK_NAME) return [];
  if (action === "rerequested") {
    return [{ task: "check-pull-request", payload: { ...place, pullNumber, isAskedAgain: true } }];
  }
  if (action !== "requested_action" || wish?.identifier !== FIX_HEADERS || !sender) return [];
  const actor = { login: sender.login, isBot: sender.type === "Bot" };
  return [{ task: "fix-headers", payload: { ...place, pullNumber, actor } }];
}

/** More edited headers in one push than people edit are a move of the whole directory. */
const MOST_FILES = 500;

function toPush({ ref, after = "", commits = [], repository, pusher }: Payload, place: Place): FurtherTask[] {
  if (repository.default_branch === undefined || ref !== `refs/heads/${repository.default_branch}`) return [];
  const files = new Map<string, PushPayload["files"][number]>();
  for (const { timestamp, author, added, modified } of commits) {
    const on = new Date(timestamp).toISOString().slice(0, 10);
    for (const path of [...(added ?? []), ...(modified ?? [])]) {
      const by = author?.username ?? pusher?.name ?? "ghost";
      if (path.endsWith("/enhancement.md")) files.set(path, { path, by, on });
    }
  }
  if (files.size === 0) return [];
  return [{ task: "follow-push", payload: { ...place, head: after, files: [...files.values()].slice(0, MOST_FILES) } }];
}
