/** What becomes of an event of which something cannot be read: what does not need it goes on, and nothing else is silent. */
import { describe, expect, it } from "@jest/globals";
import examples from "@octokit/webhooks-examples" with { type: "json" };
import { readEvent } from "../../src/github/event-payload.ts";
import { decideEvent } from "../../src/github/events.ts";
import { mayBegin } from "../../src/github/handled-events.ts";

const SELF = { id: 900, login: "review-miner[bot]" };
const AT = "2026-02-01T00:00:00Z";
const alice = { id: 1, login: "alice", type: "User" };
const base = {
  installation: { id: 5 },
  repository: {
    ...{ id: 7, name: "api", owner: { login: "octo" }, archived: false, private: false, default_branch: "main" },
  },
  sender: alice,
};
const pull_request = {
  ...{ number: 12, user: alice, title: "Pool", body: "Enhancement: 007", merged: false, updated_at: AT },
  ...{ review_comments: 1, head: { ref: "pool", repo: { id: 7 } } },
};
const text = { id: 90, node_id: "N90", user: alice, body: "/enhance list", updated_at: AT };
const changes = { body: { from: "" } };
const check_run = { name: "enhancements", external_id: "pull:12:abc:def" };
const header = "enhancements/007-a/enhancement.md";

/** One payload of each kind that has everything we read, and begins all that it may. */
const WHOLE = {
  "pull_request_review.submitted": { ...base, pull_request, review: { ...text, submitted_at: AT } },
  "pull_request_review.edited": { ...base, pull_request, changes, review: { ...text, submitted_at: AT } },
  "pull_request_review.dismissed": { ...base, pull_request },
  "pull_request_review_comment.created": {
    ...{ ...base, pull_request, comment: { ...text, created_at: AT, in_reply_to_id: 80 } },
  },
  "pull_request_review_thread.resolved": { ...base, pull_request },
  "issue_comment.edited": {
    ...{ ...base, changes, issue: { number: 12, user: alice, pull_request: {} } },
    comment: { ...text, created_at: AT },
  },
  "pull_request.opened": { ...base, pull_request },
  "pull_request.reopened": { ...base, pull_request },
  "pull_request.synchronize": { ...base, pull_request },
  "pull_request.edited": { ...base, pull_request, changes },
  "pull_request.closed": { ...base, pull_request },
  "check_run.rerequested": { ...base, check_run },
  "check_run.requested_action": { ...base, check_run, requested_action: { identifier: "fix-headers" } },
  push: {
    ...{ ...base, ref: "refs/heads/main", after: "a".repeat(40), pusher: { name: "alice" } },
    commits: [{ timestamp: AT, author: { username: "bob" }, added: [], modified: [header] }],
  },
  "installation.deleted": { installation: { id: 5 } },
  "installation_repositories.removed": { repositories_removed: [{ id: 7 }] },
  "repository.privatized": { repository: base.repository },
};
type Name = keyof typeof WHOLE;

function bodyOf(name: Name): [event: string, body: object] {
  const [event = "", action] = name.split(".");
  return [event, { ...(action !== undefined && { action }), ...WHOLE[name] }];
}

/** The payload with another value in one place; without that place where the value is undefined. */
function replaced(whole: unknown, [key, ...rest]: readonly string[], value: unknown): unknown {
  if (key === undefined) return value;
  if (Array.isArray(whole))
    return whole.map((each: unknown, at) => (String(at) === key ? replaced(each, rest, value) : each));
  const object = whole as Record<string, unknown>;
  return { ...object, [key]: replaced(object[key], rest, value) };
}

function pathsOf(value: unknown, at: readonly string[] = []): (readonly string[])[] {
  const here = at.length === 0 ? [] : [at];
  if (typeof value !== "object" || value === null) return here;
  return [...here, ...Object.entries(value).flatMap(([key, each]) => pathsOf(each, [...at, key]))];
}

/** What is begun, what would be if it could be read, and why not. */
function outcome(name: Name, path = "", value?: unknown) {
  const [event, whole] = bodyOf(name);
  const body = path === "" ? whole : (replaced(whole, path.split("."), value) as object);
  const { calls, unreadable, departed } = decideEvent(readEvent(event, body), SELF);
  return {
    begun: [...calls.map(({ task }) => task), ...(departed.length > 0 ? ["forget"] : [])],
    unreadable: unreadable.flatMap((each) => each.unreadable),
    faults: unreadable.flatMap(({ faults }) => faults.map(({ field }) => field)),
  };
}

/** The same with a command, and with an enhancement that the pull request names. */
function telling(body: object): object {
  const texts = { comment: "/enhance list", review: "/enhance list", pull_request: "Enhancement: 007" };
  return Object.entries(texts)
    .filter(([key]) => key in body)
    .reduce((all, [key, words]) => replaced(all, [key, "body"], words) as object, body);
}

const names = Object.keys(WHOLE) as Name[];

describe("GitHub's own examples", () => {
  const all = (examples as unknown as { name: string; examples: { action?: string }[] }[]).flatMap(
    ({ name, examples: each }) => each.map((body) => ({ event: name, action: body.action ?? null, body })),
  );
  const ours = all.filter(({ event, action }) => mayBegin(event, action).length > 0);

  it("are there for every event", () => {
    const events = new Set(ours.map(({ event }) => event));
    expect([...events].sort()).toEqual([...new Set(names.map((name) => name.split(".")[0]))].sort());
  });

  it.each(ours)("of $event $action are read whole", ({ event, body }) => {
    expect(decideEvent(readEvent(event, telling({ ...body, installation: { id: 5 } })), SELF).unreadable).toEqual([]);
  });
});

describe("a payload", () => {
  it.each(names)("that is whole begins what %s may, an answer in the place of a capture", (name) => {
    const [event, action = null] = name.split(".");
    const may = mayBegin(event ?? "", action);
    const begun = may.includes("answer-comment") ? may.filter((task) => task !== "capture-pull-request") : may;
    expect(outcome(name)).toEqual({ begun, unreadable: [], faults: [] });
  });

  const places = names.flatMap((name) => pathsOf(bodyOf(name)[1]).map((path) => [name, path.join(".")] as const));

  it.each(places)("of %s with another thing at %s loses nothing in silence", (name, path) => {
    const [, body] = bodyOf(name);
    const thing = path.split(".").reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], body);
    const now = outcome(name, path, typeof thing === "object" ? "another" : []);
    expect([...now.begun, ...now.unreadable]).toEqual(expect.arrayContaining(outcome(name).begun));
    expect(now.unreadable.length > 0).toBe(now.faults.length > 0);
  });
});

describe("a field that is not there", () => {
  it.each<[name: Name, path: string, begun: string[], unreadable: string[], faults: string[]]>([
    // Of all of them.
    ["pull_request.opened", "repository", [], ["follow-implementation", "check-pull-request"], ["repository"]],
  ])("of %s, %s, leaves %j, and stops %j", (name, path, begun, unreadable, faults) => {
    expect(outcome(name, path)).toEqual({ begun, unreadable, faults });
  });
});

const IN_REPOSITORY = ["installation.id", "repository", "repository.id", "repository.name", "repository.owner"];

describe("a field that is not there", () => {
  const own = (name: Name) => {
    if (!("sender" in WHOLE[name])) return Object.keys(WHOLE[name]);
    const subjects = ["pull_request", "pull_request.number", "issue", "issue.number", "check_run", "check_run.name"];
    const there = new Set(pathsOf(WHOLE[name]).map((path) => path.join(".")));
    return [...IN_REPOSITORY, "repository.owner.login", "sender.id", ...subjects.filter((path) => there.has(path))];
  };

  it.each(names.flatMap((name) => own(name).map((path) => [name, path] as const)))(
    "of %s, %s, stops all that it may begin, and says so",
    (name, path) => {
      const [event = "", action = null] = name.split(".");
      expect(outcome(name, path)).toEqual({ begun: [], unreadable: mayBegin(event, action), faults: [path] });
    },
  );

  it.each<[event: string, unreadable: string[]]>([
    ["pull_request_review.submitted", ["answer-comment", "capture-pull-request"]],
    ["pull_request.opened", ["follow-implementation", "check-pull-request", "capture-pull-request"]],
    ["check_run.rerequested", ["check-pull-request", "fix-headers"]],
    ["repository.privatized", ["forget"]],
  ])("of %s, the action, may be that of any", (name, unreadable) => {
    expect(outcome(name as Name, "action")).toEqual({ begun: [], unreadable, faults: ["action"] });
  });

  const ANSWER = ["answer-comment"];
  const CAPTURE = ["capture-pull-request"];
  const FOLLOW = ["follow-implementation"];
  const CHECK = ["check-pull-request"];

  it.each<[name: Name, path: string, begun: string[], unreadable: string[]]>([
    ["pull_request_review.submitted", "review", CAPTURE, ANSWER],
    ["pull_request_review.submitted", "review.id", CAPTURE, ANSWER],
    ["pull_request_review.submitted", "review.node_id", CAPTURE, ANSWER],
    ["pull_request_review.submitted", "review.user", CAPTURE, ANSWER],
    ["pull_request_review.submitted", "review.user.login", CAPTURE, ANSWER],
    ["pull_request_review.submitted", "review.body", CAPTURE, ANSWER],
    ["pull_request_review.submitted", "review.submitted_at", CAPTURE, ANSWER],
    ["pull_request_review.submitted", "pull_request.user", ANSWER, []],
    ["pull_request_review.edited", "changes", CAPTURE, ANSWER],
    ["pull_request_review.edited", "changes.body.from", CAPTURE, ANSWER],
    ["pull_request_review.dismissed", "pull_request.user", [], CAPTURE],
    ["pull_request_review.dismissed", "pull_request.user.id", [], CAPTURE],
    ["pull_request_review.dismissed", "pull_request.head", CAPTURE, []],
    ["pull_request_review_comment.created", "comment", [], ANSWER],
    ["pull_request_review_comment.created", "comment.created_at", [], ANSWER],
    ["issue_comment.edited", "comment", CAPTURE, ANSWER],
    ["issue_comment.edited", "comment.user.id", CAPTURE, ANSWER],
    ["issue_comment.edited", "issue.user", ANSWER, []],
    ["pull_request.opened", "sender.login", CHECK, FOLLOW],
    ["pull_request.opened", "pull_request.user", CHECK, FOLLOW],
    ["pull_request.opened", "pull_request.title", CHECK, FOLLOW],
    ["pull_request.opened", "pull_request.body", CHECK, FOLLOW],
    ["pull_request.opened", "pull_request.updated_at", CHECK, FOLLOW],
    ["pull_request.opened", "pull_request.head", CHECK, FOLLOW],
    ["pull_request.opened", "pull_request.head.ref", CHECK, FOLLOW],
    ["pull_request.opened", "pull_request.head.repo", [...FOLLOW, ...CHECK], []],
    ["pull_request.reopened", "sender.login", [...CAPTURE, ...CHECK], FOLLOW],
    ["pull_request.synchronize", "sender.login", [...CAPTURE, ...CHECK], []],
    ["pull_request.synchronize", "pull_request.user", CHECK, CAPTURE],
    ["pull_request.synchronize", "pull_request.review_comments", [...CAPTURE, ...CHECK], []],
    ["pull_request.edited", "changes", [], FOLLOW],
    ["pull_request.closed", "pull_request.title", CAPTURE, FOLLOW],
    ["check_run.rerequested", "sender.login", CHECK, []],
    ["check_run.rerequested", "check_run.external_id", [], CHECK],
    ["check_run.requested_action", "sender.login", [], ["fix-headers"]],
    ["push", "repository.default_branch", [], ["follow-push"]],
    ["push", "ref", [], ["follow-push"]],
    ["push", "after", [], ["follow-push"]],
    ["push", "commits", [], ["follow-push"]],
    ["push", "commits.0.timestamp", [], ["follow-push"]],
    ["push", "commits.0.author", ["follow-push"], []],
    ["push", "pusher", ["follow-push"], []],
    ["push", "sender.login", ["follow-push"], []],
    ["installation_repositories.removed", "repositories_removed.0.id", [], ["forget"]],
  ])("of %s, %s, leaves %j, and stops %j", (name, path, begun, unreadable) => {
    const field = path.replace(".0", "");
    expect(outcome(name, path)).toEqual({ begun, unreadable, faults: unreadable.length > 0 ? [field] : [] });
  });
});

describe("a field that GitHub leaves empty", () => {
  it.each<[why: string, name: Name, path: string, begun: string[]]>([
    ["a sender who is gone", "pull_request.opened", "sender", ["follow-implementation", "check-pull-request"]],
    ["a sender who is gone", "push", "sender", ["follow-push"]],
    ["a sender who is gone", "pull_request_review.submitted", "sender", ["answer-comment"]],
    ["an editor who is gone", "issue_comment.edited", "sender", ["capture-pull-request"]],
    [
      "a deleted account",
      "pull_request.closed",
      "pull_request.user",
      ["capture-pull-request", "follow-implementation"],
    ],
    ["a deleted account", "pull_request_review.submitted", "review.user", ["capture-pull-request"]],
    ["a deleted account", "issue_comment.edited", "comment.user", ["capture-pull-request"]],
    ["a deleted account", "issue_comment.edited", "issue.user", ["answer-comment"]],
    [
      "a fork that is gone",
      "pull_request.reopened",
      "pull_request.head.repo",
      [...mayBegin("pull_request", "reopened")],
    ],
    ["a review without words", "pull_request_review.submitted", "review.body", ["capture-pull-request"]],
    ["a check run of somebody else", "check_run.rerequested", "check_run.external_id", []],
    ["a pull request without words", "pull_request.opened", "pull_request.body", ["check-pull-request"]],
    ["a webhook that is not the App's", "push", "installation", []],
  ])("for %s, in %s at %s, is no fault", (_, name, path, begun) => {
    expect(outcome(name, path, null)).toEqual({ begun, unreadable: [], faults: [] });
  });
});

describe("what nobody asks for", () => {
  it("may be of any shape in a pull request that names nothing", () => {
    const [event, body] = bodyOf("pull_request.opened");
    const silent = { ...body, sender: { id: 1 }, pull_request: { ...pull_request, body: null, updated_at: 5 } };
    expect(decideEvent(readEvent(event, silent), SELF)).toMatchObject({
      calls: [{ task: "check-pull-request" }],
      unreadable: [],
    });
  });

  it.each([
    ["a push to another branch", { ref: "refs/heads/dev" }],
    ["a push of other files", { commits: [{ modified: ["README.md"] }] }],
  ])("may be of any shape in %s", (_, given) => {
    const body = { ...WHOLE.push, after: 5, commits: 5, pusher: 5, ...given };
    expect(decideEvent(readEvent("push", body), SELF)).toMatchObject({ calls: [], unreadable: [] });
  });

  it("may be of any shape in an event of our own", () => {
    const [event, body] = bodyOf("pull_request.closed");
    const ours = { ...body, sender: SELF, pull_request: { ...pull_request, title: 5, user: 5 } };
    expect(decideEvent(readEvent(event, ours), SELF)).toMatchObject({ calls: [], unreadable: [], skip: "own event" });
  });

  it("may be of any shape in a comment on an issue", () => {
    const [event, body] = bodyOf("issue_comment.edited");
    const issue = { ...body, comment: 5, changes: 5, issue: { number: 3, user: 5 } };
    expect(decideEvent(readEvent(event, issue), SELF)).toMatchObject({ calls: [], unreadable: [] });
  });
});
