import { describe, expect, it } from "@jest/globals";
import { toTask } from "../../src/github/events.ts";

const self = { id: 900, login: "review-miner[bot]" };
const repository = { id: 7, name: "api", owner: { login: "octo" } };
const person = { id: 1 };
const pull = { number: 12, user: person, head: { repo: { id: 7 } } };
const review = { action: "submitted", installation: { id: 5 }, repository, sender: person, pull_request: pull };
const comment = {
  ...{ action: "created", installation: { id: 5 }, repository, sender: person },
  issue: { number: 12, user: person, pull_request: {} },
};
const captured = {
  task: "capture-pull-request",
  subject: "capture:7:12",
  payload: { installationId: 5, repository: { id: 7, owner: "octo", name: "api" }, pullNumber: 12 },
};

describe("toTask", () => {
  it.each<[name: string, event: string, payload: object]>([
    ["a submitted review", "pull_request_review", review],
    ["an edited review", "pull_request_review", { ...review, action: "edited" }],
    ["a comment on the conversation", "issue_comment", comment],
    ["an edited review comment", "pull_request_review_comment", { ...review, action: "edited" }],
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
    expect(toTask(event, payload, self)).toEqual(captured);
  });

  it("says whether the repository was private, and joins nothing from before that changed", () => {
    const seen = (isPrivate: boolean) =>
      toTask("pull_request_review", { ...review, repository: { ...repository, private: isPrivate } }, self);
    expect(seen(false)).toMatchObject({ payload: { isPrivate: false }, subject: "capture:7:12" });
    expect(seen(true)).toMatchObject({ payload: { isPrivate: true }, subject: "capture:7:12:private" });
  });

  it.each<[reason: string, event: string, payload: unknown]>([
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
    ["no installation or no repository", "pull_request_review", { ...review, installation: undefined }],
    ["no pull request", "pull_request_review", { ...review, pull_request: undefined }],
    ["nothing is done for this event", "push", { installation: { id: 5 }, repository }],
    ["nothing is done for this event", "__proto__", review],
    ["nothing is done for this event", "constructor", { ...review, action: undefined }],
    ["a payload of another shape", "pull_request_review", null],
    ["a payload of another shape", "pull_request_review", 1],
    ["a payload of another shape", "pull_request_review", []],
    ["a payload of another shape", "pull_request_review", { ...review, action: 5 }],
    ["a payload of another shape", "pull_request_review", { ...review, repository: "octo/api" }],
  ])("skips with %j: %s", (reason, event, payload) => {
    expect(toTask(event, payload, self)).toEqual({ skip: reason });
  });
});

describe("toTask, commands", () => {
  const text = (body: string) => ({ id: 90, node_id: "IC_90", user: { id: 1, login: "bob", type: "User" }, body });
  const spoken = (body: string, more: object = {}) => ({
    ...comment,
    comment: { ...text(body), created_at: "2026-11-24T10:00:00Z" },
    ...more,
  });
  const said = { kind: "issue-comment", id: 90, nodeId: "IC_90", writtenAt: "2026-11-24T10:00:00Z" };
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
      { ...review, action: "created", comment: { ...text("/enhance"), path: "a.ts", in_reply_to_id: 80 } },
      { ...said, kind: "review-comment", threadId: 80, writtenAt: "", author },
    ],
    [
      "a review",
      "pull_request_review",
      { ...review, review: { ...text("Nice.\n\n/enhance list"), submitted_at: "2026-11-24T10:00:00Z" } },
      { ...said, kind: "review", author },
    ],
    [
      "a command that its author adds by an edit",
      "issue_comment",
      spoken("hello\n/enhance list", { action: "edited", changes: { body: { from: "hello" } } }),
      { ...said, author },
    ],
  ])("answers %s", (_name, event, payload, expected) => {
    expect(toTask(event, payload, self)).toMatchObject({ task: "answer-comment", payload: { comment: expected } });
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
    expect(toTask("issue_comment", payload, self)).toMatchObject({ task: "capture-pull-request" });
  });
});
