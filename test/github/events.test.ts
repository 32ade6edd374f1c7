import { describe, expect, it } from "@jest/globals";
import { readEvent } from "../../src/github/event-payload.ts";
import { decideEvent } from "../../src/github/events.ts";

const self = { id: 900, login: "review-miner[bot]" };
const repository = { id: 7, name: "api", owner: { login: "octo" } };
const person = { id: 1 };
const pull = {
  ...{ number: 12, user: person, head: { ref: "pool", repo: { id: 7 } } },
  ...{ title: "Pool", body: null, updated_at: "2026-11-24T10:00:00Z" },
};
const decide = (event: string, payload: object) => decideEvent(readEvent(event, payload), self);
const written = { id: 90, node_id: "N_90", user: { id: 1, login: "bob", type: "User" } };
const at = { created_at: "2026-11-24T10:00:00Z", submitted_at: "2026-11-24T10:00:00Z" };
const review = {
  ...{ action: "submitted", installation: { id: 5 }, repository, sender: person, pull_request: pull },
  ...{ review: { ...written, ...at, body: null }, comment: { ...written, ...at, body: "Nice." } },
};
const comment = {
  ...{ action: "created", installation: { id: 5 }, repository, sender: person },
  issue: { number: 12, user: person, pull_request: {} },
  comment: { ...written, ...at, body: "Nice." },
};
const captured = {
  task: "capture-pull-request",
  subject: "capture:7:12",
  payload: { installationId: 5, repository: { id: 7, owner: "octo", name: "api" }, pullNumber: 12 },
};

describe("decideEvent, captures", () => {
  it.each<[name: string, event: string, payload: object]>([
    ["a submitted review", "pull_request_review", review],
    ["an edited review", "pull_request_review", { ...review, action: "edited", changes: {} }],
    ["a comment on the conversation", "issue_comment", comment],
    ["an edited review comment", "pull_request_review_comment", { ...review, action: "edited", changes: {} }],
    ["a dismissed review", "pull_request_review", { ...review, action: "dismissed" }],
    ["a deleted review comment", "pull_request_review_comment", { ...review, action: "deleted" }],
    ["a resolved thread", "pull_request_review_thread", { ...review, action: "resolved" }],
    ["a reopened thread", "pull_request_review_thread", { ...review, action: "unresolved" }],
    ["a deleted comment", "issue_comment", { ...comment, action: "deleted" }],
    ["a close", "pull_request", { ...review, action: "closed", pull_request: { ...pull, merged: false } }],
    ["a reopening", "pull_request", { ...review, action: "reopened" }],
    [
      "a push to a reviewed branch",
      "pull_request",
      { ...review, action: "synchronize", pull_request: { ...pull, review_comments: 1 } },
    ],
    ["a merge", "pull_request", { ...review, action: "closed", pull_request: { ...pull, merged: true } }],
    [
      "a review from a fork",
      "pull_request_review",
      { ...review, pull_request: { ...pull, head: { repo: { id: 8 } } } },
    ],
    ["a fork that is gone", "pull_request_review", { ...review, pull_request: { ...pull, head: { repo: null } } }],
    ["an author who is gone", "pull_request_review", { ...review, pull_request: { ...pull, user: null } }],
    ["a sender who is gone", "pull_request_review", { ...review, sender: null }],
    ["another bot's fork named like ours", "pull_request_review", { ...review, sender: { id: 901 } }],
  ])("captures after %s", (_name, event, payload) => {
    const { calls, unreadable } = decide(event, payload);
    expect(calls[0]).toEqual(captured);
    expect(unreadable).toEqual([]);
  });

  it("says whether the repository was private, and joins nothing from before that changed", () => {
    const seen = (isPrivate: boolean) =>
      decide("pull_request_review", { ...review, repository: { ...repository, private: isPrivate } }).calls[0];
    expect(seen(false)).toMatchObject({ payload: { isPrivate: false }, subject: "capture:7:12" });
    expect(seen(true)).toMatchObject({ payload: { isPrivate: true }, subject: "capture:7:12:private" });
  });

  it.each<[reason: string, event: string, payload: object]>([
    ["own event", "pull_request_review", { ...review, sender: { id: 900 } }],
    ["own event", "issue_comment", { ...comment, sender: { id: 900 } }],
    [
      "our own follow-up is never mined",
      "pull_request_review",
      { ...review, pull_request: { ...pull, user: { id: 900 } } },
    ],
    [
      "our own follow-up is never mined",
      "issue_comment",
      { ...comment, issue: { ...comment.issue, user: { id: 900 } } },
    ],
    ["a review comment is read with its review", "pull_request_review_comment", { ...review, action: "created" }],
    [
      "no review comment to follow",
      "pull_request",
      { ...review, action: "synchronize", pull_request: { ...pull, review_comments: 0 } },
    ],
    ["an issue, not a pull request", "issue_comment", { ...comment, issue: { number: 3, user: person } }],
    ["the repository is archived", "pull_request_review", { ...review, repository: { ...repository, archived: true } }],
    ["no installation", "pull_request_review", { ...review, installation: undefined }],
    ["nothing is done for this event", "pull_request_review", { ...review, action: "admired" }],
    ["nothing is done for this event", "__proto__", review],
    ["nothing is done for this event", "constructor", { ...review, action: undefined }],
  ])("skips with %j: %s", (reason, event, payload) => {
    const { calls, unreadable, skip } = decide(event, payload);
    expect(unreadable).toEqual([]);
    expect(calls.filter(({ task }) => task !== "check-pull-request")).toEqual([]);
    expect(skip).toBe(reason);
  });
});

describe("decideEvent, commands", () => {
  const text = (body: string) => ({ ...written, ...at, body });
  const spoken = (body: string, more: object = {}) => ({ ...comment, comment: text(body), ...more });
  const said = { kind: "issue-comment", id: 90, nodeId: "N_90", writtenAt: "2026-11-24T10:00:00Z" };
  const author = { id: 1, login: "bob", isBot: false };

  it.each<[name: string, event: string, payload: object, comment: object]>([
    ["a comment on the conversation", "issue_comment", spoken("/enhance list"), { ...said, author }],
    [
      "a comment on our own follow-up",
      "issue_comment",
      spoken("/enhance list", { issue: { ...comment.issue, user: { id: 900 } } }),
      { ...said, author },
    ],
    [
      "a reply in a thread",
      "pull_request_review_comment",
      { ...review, action: "created", comment: { ...text("/enhance"), in_reply_to_id: 80 } },
      { ...said, kind: "review-comment", threadId: 80, author },
    ],
    [
      "a review",
      "pull_request_review",
      { ...review, review: text("Nice.\n\n/enhance list") },
      { ...said, kind: "review", author },
    ],
    [
      "a command that its author adds by an edit",
      "issue_comment",
      spoken("hello\n/enhance list", { action: "edited", changes: { body: { from: "hello" } } }),
      { ...said, author },
    ],
  ])("answers %s", (_name, event, payload, expected) => {
    expect(decide(event, payload)).toMatchObject({
      calls: [{ task: "answer-comment", payload: { comment: expected } }],
      unreadable: [],
    });
  });

  it.each<[name: string, payload: object]>([
    [
      "a command that stood there before the edit",
      spoken("/enhance list\n\nThanks!", { action: "edited", changes: { body: { from: "/enhance list" } } }),
    ],
    [
      "an edit by somebody else",
      spoken("/enhance list", { action: "edited", sender: { id: 2 }, changes: { body: { from: "" } } }),
    ],
    ["a command in a quote", spoken("> /enhance list")],
    ["an account that is gone", spoken("/enhance list", { comment: { ...text("/enhance list"), user: null } })],
  ])("reads %s like any comment", (_name, payload) => {
    expect(decide("issue_comment", payload)).toMatchObject({
      calls: [{ task: "capture-pull-request" }],
      unreadable: [],
    });
  });
});
