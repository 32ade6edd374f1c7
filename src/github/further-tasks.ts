/** What an event begins besides the capture or the answer: status that follows pull requests and pushes, and the check run. */
import { readImplemented, readReverted } from "../core/implementation.ts";
import { checkedPullRequest, CHECK_NAME, FIX_HEADERS } from "../core/render-check.ts";
import type { CheckPayload } from "../tasks/check-pull-request.ts";
import type { FixHeadersPayload } from "../tasks/fix-headers.ts";
import type { FollowPayload } from "../tasks/follow-implementation.ts";
import type { PushPayload } from "../tasks/follow-push.ts";
import type { Identity } from "./client.ts";
import type { EventOf, Unreadable } from "./event-payload.ts";
import { allOf, innerField, mapField, readFields, type Fault, type Field } from "./payload-field.ts";

/** `subject`: calls of one subject that wait at the same time are one. */
export type FurtherTask =
  | { task: "follow-implementation"; payload: FollowPayload; subject?: undefined }
  | { task: "follow-push"; payload: PushPayload; subject?: undefined }
  | { task: "check-pull-request"; payload: CheckPayload; subject?: string }
  | { task: "fix-headers"; payload: FixHeadersPayload; subject?: undefined };

/** Where an event belongs. */
export type EventPlace = Pick<CheckPayload, "installationId" | "repository">;

type Sender = EventOf<"pull_request">["sender"];

/** The calls that an event begins besides its first, in order. `self` is our bot user, whose own follow-ups follow nobody. */
export function toFurtherTasks(
  event: EventOf<"pull_request" | "check_run" | "push">,
  place: EventPlace,
  self: Identity,
): (FurtherTask | Unreadable)[] {
  if (event.event === "push") return toPush(event, place);
  if (event.event === "check_run") return toButton(event, place);
  return [...toFollow(event, place, self), ...toCheck(event, place)];
}

function unreadable(task: FurtherTask["task"], faults: Fault[]): [Unreadable] {
  return [{ unreadable: [task], faults }];
}

function toCheck({ begins, pull_request: pull }: EventOf<"pull_request">, place: EventPlace): FurtherTask[] {
  if (!begins.includes("check-pull-request")) return [];
  const subject = `check:${place.repository.id}:${pull.number}`;
  return [{ task: "check-pull-request", payload: { ...place, pullNumber: pull.number }, subject }];
}

/** A pull request that names an enhancement, or named one before it was edited, or takes back another. */
function toFollow(
  { begins, action, pull_request: pull, sender, changes: changed }: EventOf<"pull_request">,
  place: EventPlace,
  self: Identity,
): (FurtherTask | Unreadable)[] {
  if (!begins.includes("follow-implementation")) return [];
  const { user, title, body, merged } = pull;
  if ("value" in user && user.value?.id === self.id) return [];
  const isEdited = action === "edited";
  const headRef = innerField(pull.head, ({ ref }) => ref);
  const said = readFields({ user, title, body, merged, headRef, changes: isEdited ? changed : UNCHANGED });
  if ("faults" in said) return unreadable("follow-implementation", said.faults);
  const { changes } = said.value;
  if (isEdited && (changes?.title ?? changes?.body ?? changes?.base) === undefined) return [];
  const now = { title: said.value.title, body: said.value.body ?? "", headRef: said.value.headRef };
  const before = {
    ...now,
    ...(changes?.title && { title: changes.title.from ?? "" }),
    ...(changes?.body && { body: changes.body.from ?? "" }),
  };
  const named = readImplemented(now);
  const wasNamed = isEdited ? readImplemented(before) : named;
  const reverted = said.value.merged === true ? readReverted(now.body, place.repository) : [];
  if (named.length + wasNamed.length + reverted.length === 0) return [];
  const isSame = named.every((each) => wasNamed.includes(each)) && wasNamed.length === named.length;
  if (isEdited && isSame && changes?.base === undefined) return [];
  const act = readFields({ at: pull.updated_at, actor: readActor(sender) });
  if ("faults" in act) return unreadable("follow-implementation", act.faults);
  const isSaid = action === "opened" || action === "reopened";
  const isTheirWord = isSaid || (isEdited && named.some((each) => !wasNamed.includes(each)));
  return [{ task: "follow-implementation", payload: { ...place, pullNumber: pull.number, ...act.value, isTheirWord } }];
}

const UNCHANGED = { value: undefined };

/** Null where the account is gone. */
function readActor(sender: Sender): Field<FollowPayload["actor"]> {
  if (!sender) return { value: null };
  const { login, type } = sender;
  return mapField(readFields({ login, type }), (read) => ({ login: read.login, isBot: read.type === "Bot" }));
}

/** Re-run, or the button that mends the headers, on a check run of ours. */
function toButton(
  { action, check_run: run, requested_action: wish, sender }: EventOf<"check_run">,
  place: EventPlace,
): (FurtherTask | Unreadable)[] {
  const pullNumber = checkedPullRequest(run.external_id ?? "");
  if (pullNumber === undefined || run.name !== CHECK_NAME) return [];
  if (action === "rerequested") {
    return [{ task: "check-pull-request", payload: { ...place, pullNumber, isAskedAgain: true } }];
  }
  if ("value" in wish && wish.value?.identifier !== FIX_HEADERS) return [];
  const read = readFields({ wish, actor: readActor(sender) });
  if ("faults" in read) return unreadable("fix-headers", read.faults);
  const { actor } = read.value;
  return actor ? [{ task: "fix-headers", payload: { ...place, pullNumber, actor } }] : [];
}

/** More edited headers in one push than people edit are a move of the whole directory. */
const MOST_FILES = 500;

function toPush(
  { ref, after, commits, repository, pusher }: EventOf<"push">,
  place: EventPlace,
): (FurtherTask | Unreadable)[] {
  if (ref !== `refs/heads/${repository.default_branch}`) return [];
  if ("faults" in commits) return unreadable("follow-push", commits.faults);
  const edits = commits.value.flatMap(({ timestamp, author, added, modified }) =>
    [...(added ?? []), ...(modified ?? [])]
      .filter((path) => path.endsWith("/enhancement.md"))
      .map((path) => mapField(timestamp, (at) => ({ path, author, on: new Date(at).toISOString().slice(0, 10) }))),
  );
  if (edits.length === 0) return [];
  const read = readFields({ head: after, edits: allOf(edits), pusher });
  if ("faults" in read) return unreadable("follow-push", read.faults);
  const { head, pusher: who } = read.value;
  const files = new Map<string, PushPayload["files"][number]>();
  for (const { path, author, on } of read.value.edits) {
    files.set(path, { path, by: author?.username ?? who?.name ?? "ghost", on });
  }
  return [{ task: "follow-push", payload: { ...place, head, files: [...files.values()].slice(0, MOST_FILES) } }];
}
