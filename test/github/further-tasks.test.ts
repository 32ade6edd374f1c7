import { describe, expect, it } from "@jest/globals";
import { readEvent } from "../../src/github/event-payload.ts";
import { decideEvent } from "../../src/github/events.ts";

const self = { id: 900, login: "review-miner[bot]" };
const repository = { id: 7, name: "api", owner: { login: "octo" }, default_branch: "main" };
const alice = { id: 1, login: "alice", type: "User" };
const pull = {
  ...{ number: 12, user: alice, title: "Pool", body: "Enhancement: 007", merged: false },
  ...{ updated_at: "2026-02-01T00:00:00Z", head: { ref: "pool", repo: { id: 7 } } },
};
const event = (action: string, more: object = {}) => ({
  ...{ action, installation: { id: 5 }, repository, sender: alice, pull_request: pull, ...more },
});
const place = { installationId: 5, repository: { id: 7, owner: "octo", name: "api" } };
const check = { task: "check-pull-request", payload: { ...place, pullNumber: 12 }, subject: "check:7:12" };
const follow = (isTheirWord: boolean) => ({
  task: "follow-implementation",
  payload: {
    ...{ ...place, pullNumber: 12, isTheirWord, at: "2026-02-01T00:00:00Z" },
    actor: { login: "alice", isBot: false },
  },
});
const silent = { pull_request: { ...pull, body: null } };
const run = (external_id: string, name = "enhancements") => ({
  pull_request: undefined,
  check_run: { name, external_id },
});
const commit = (timestamp: string, modified: string[], username?: string) => ({
  ...{ timestamp, modified, added: [], removed: [], author: { name: "x", username } },
});
const push = (ref: string, commits: object[]) => ({
  ...{
    installation: { id: 5 },
    repository,
    sender: alice,
    ref,
    after: "a".repeat(40),
    commits,
    pusher: { name: "alice" },
  },
});
const HEADER = "enhancements/007-a/enhancement.md";

describe("decideEvent, beside the capture", () => {
  it.each<[name: string, event: string, payload: object, tasks: unknown[]]>([
    ["an opening", "pull_request", event("opened"), [follow(true), check]],
    ["an opening that names nothing", "pull_request", event("opened", silent), [check]],
    ["a reopening", "pull_request", event("reopened"), [follow(true), check]],
    ["a push to its branch", "pull_request", event("synchronize"), [check]],
    ["its being ready", "pull_request", event("ready_for_review"), [check]],
    ["a close", "pull_request", event("closed"), [follow(false)]],
    [
      "a revert",
      "pull_request",
      event("closed", { pull_request: { ...pull, body: "Reverts octo/api#3", merged: true } }),
      [follow(false)],
    ],
    [
      "an unmerged revert",
      "pull_request",
      event("closed", { pull_request: { ...pull, body: "Reverts octo/api#3" } }),
      [],
    ],
    ["an edit that names it", "pull_request", event("edited", { changes: { body: { from: "" } } }), [follow(true)]],
    [
      "an edit of an empty body",
      "pull_request",
      event("edited", { changes: { body: { from: null } } }),
      [follow(true)],
    ],
    [
      "an edit that names it no more",
      "pull_request",
      event("edited", { ...silent, changes: { body: { from: "Enhancement: 007" } } }),
      [follow(false)],
    ],
    ["an edit of other words", "pull_request", event("edited", { changes: { title: { from: "Pol" } } }), []],
    ["another base", "pull_request", event("edited", { changes: { base: { ref: { from: "dev" } } } }), [follow(false)]],
    ["a label", "pull_request", event("labeled"), []],
    ["our own event", "pull_request", event("opened", { sender: { ...alice, id: 900 } }), []],
    [
      "our own follow-up",
      "pull_request",
      event("reopened", { pull_request: { ...pull, user: { ...alice, id: 900 } } }),
      [check],
    ],
    ["an archived repository", "pull_request", event("opened", { repository: { ...repository, archived: true } }), []],
    [
      "a re-run",
      "check_run",
      event("rerequested", run("pull:12:abc:def")),
      [{ task: "check-pull-request", payload: { ...place, pullNumber: 12, isAskedAgain: true } }],
    ],
    ["a re-run of another check", "check_run", event("rerequested", run("pull:12:abc:def", "tests")), []],
    ["a re-run of another of ours", "check_run", event("rerequested", run("config:abc")), []],
    [
      "the button",
      "check_run",
      event("requested_action", { ...run("pull:12:abc:def"), requested_action: { identifier: "fix-headers" } }),
      [{ task: "fix-headers", payload: { ...place, pullNumber: 12, actor: { login: "alice", isBot: false } } }],
    ],
    [
      "another button",
      "check_run",
      event("requested_action", { ...run("pull:12:abc:def"), requested_action: { identifier: "merge" } }),
      [],
    ],
    [
      "a push of headers, each by whom it was written last",
      "push",
      push("refs/heads/main", [
        commit("2026-02-01T23:30:00-02:00", [HEADER, "src/a.ts"], "bob"),
        commit("2026-02-03T10:00:00Z", ["enhancements/008-b/enhancement.md"]),
      ]),
      [
        {
          task: "follow-push",
          payload: {
            ...{ ...place, head: "a".repeat(40) },
            files: [
              { path: HEADER, by: "bob", on: "2026-02-02" },
              { path: "enhancements/008-b/enhancement.md", by: "alice", on: "2026-02-03" },
            ],
          },
        },
      ],
    ],
    ["a push elsewhere", "push", push("refs/heads/dev", [commit("2026-02-01T00:00:00Z", [HEADER])]), []],
    ["a push of other files", "push", push("refs/heads/main", [commit("2026-02-01T00:00:00Z", ["README.md"])]), []],
  ])("after %s", (_name, name, payload, tasks) => {
    const { calls, unreadable } = decideEvent(readEvent(name, payload), self);
    expect(calls.filter(({ task }) => task !== "capture-pull-request")).toEqual(tasks);
    expect(unreadable).toEqual([]);
  });
});
