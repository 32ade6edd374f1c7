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
  repositoryId: 7,
  payload: { installationId: 5, repository: { id: 7, owner: "octo", name: "api" }, pullNumber: 12 },
};

describe("toTask", () => {
  it.each<[name: string, event: string, payload: object]>([
    ["a submitted review", "pull_request_review", review],
    ["an edited review", "pull_request_review", { ...review, action: "edited" }],
    ["a comment on the conversation", "issue_comment", comment],
    ["an edited review comment", "pull_request_review_comment", { ...review, action: "edited" }],
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
      "closed without being merged",
      "pull_request",
      { ...review, action: "closed", pull_request: { ...pull, merged: false } },
    ],
    ["an issue, not a pull request", "issue_comment", { ...comment, issue: { number: 3, user: person } }],
    ["the repository is archived", "pull_request_review", { ...review, repository: { ...repository, archived: true } }],
    ["no installation or no repository", "pull_request_review", { ...review, installation: undefined }],
    ["no pull request", "pull_request_review", { ...review, pull_request: undefined }],
    ["nothing is done for this event", "push", { installation: { id: 5 }, repository }],
    ["nothing is done for this event", "pull_request_review", { ...review, action: "dismissed" }],
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
