import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import examples from "@octokit/webhooks-examples" with { type: "json" };
import { UserError } from "../../src/core/errors.ts";
import { parseRestFeedback } from "../../src/github/rest-feedback.ts";

const now = "2026-11-24T10:00:00Z";
const review = {
  id: 80,
  node_id: "PRR_80",
  user: { login: "octocat", type: "User" },
  body: "Looks fine",
  state: "APPROVED",
  html_url: "https://github.com/octo/api/pull/12#pullrequestreview-80",
  submitted_at: "2026-11-20T10:00:00Z",
  commit_id: "a".repeat(40),
};
const comment = {
  id: 10,
  node_id: "PRRC_10",
  user: { login: "coderabbitai[bot]", type: "Bot" },
  body: "Use a pool",
  path: "src/db.ts",
  line: null,
  original_line: 7,
  diff_hunk: "@@ -1 +1 @@",
  original_commit_id: "b".repeat(40),
  html_url: "https://github.com/octo/api/pull/12#discussion_r10",
  pull_request_review_id: 80,
  created_at: "2026-11-20T10:00:01Z",
};
const remark = {
  id: 90,
  user: { login: "octocat" },
  body: "One more thing",
  html_url: "https://ghe.example.com/octo/api/pull/12#issuecomment-90",
  created_at: "2026-11-20T10:00:02Z",
};

/** By `gh pr view 12 --json number,url,title,author,state,reviews,comments`. */
const VIEWED = {
  ...{ number: 12, url: "https://github.com/octo/api/pull/12", title: "Stream uploads", state: "MERGED" },
  author: { id: "MDQ6VXNlcjE=", is_bot: false, login: "alice", name: "" },
  reviews: [
    {
      ...{ id: "PRR_kwDOABC", authorAssociation: "MEMBER", body: "Use a pool", submittedAt: "2026-11-20T10:00:00Z" },
      ...{ author: { login: "coderabbitai" }, state: "CHANGES_REQUESTED", commit: { oid: "a".repeat(40) } },
    },
  ],
  comments: [
    {
      ...{ id: "IC_kwDOABC", body: "One more thing", createdAt: "2026-11-20T10:00:02Z", author: { login: "octocat" } },
      url: "https://github.com/octo/api/pull/12#issuecomment-90",
    },
  ],
};

describe("parseRestFeedback", () => {
  it("reads what gh pr view says of each text and of the pull request", () => {
    const { pullRequest, reviews, comments } = parseRestFeedback(VIEWED, { now });
    expect(pullRequest).toMatchObject({
      title: "Stream uploads",
      state: "merged",
      author: { login: "alice", kind: "human" },
    });
    expect(reviews).toEqual([
      {
        ...{ kind: "review", nodeId: "PRR_kwDOABC", databaseId: 0, url: "", body: "Use a pool" },
        author: { login: "coderabbitai", kind: "bot" },
        ...{ createdAt: "2026-11-20T10:00:00Z", reviewState: "changes_requested", commit: "a".repeat(40) },
      },
    ]);
    expect(comments).toMatchObject([
      { nodeId: "IC_kwDOABC", databaseId: 90, author: { login: "octocat", kind: "human" } },
    ]);
  });

  it.each([
    [{ isMinimized: false, minimizedReason: "" }, undefined],
    [{ isMinimized: true, minimizedReason: "OUTDATED" }, "outdated"],
    [{ isMinimized: true }, ""],
  ])("reads what gh says is hidden: %j", (given, hidden) => {
    const [shown] = VIEWED.comments;
    const { comments } = parseRestFeedback({ ...VIEWED, comments: [{ ...shown, ...given }] }, { now });
    expect(comments[0]?.hidden).toBe(hidden);
  });

  it.each([
    ["a bot's", { ...comment.user, avatar_url: "https://avatars.githubusercontent.com/in/347564?v=4" }, 347_564],
    ["an account's", { ...comment.user, avatar_url: "https://avatars.githubusercontent.com/u/7?v=4" }, undefined],
    ["a person's", { ...review.user, avatar_url: "https://avatars.githubusercontent.com/in/347564?v=4" }, undefined],
  ])("reads the App from %s picture", (_whose, user, appId) => {
    const { threads } = parseRestFeedback({ ...comment, user }, { now });
    expect(threads[0]?.comments[0]?.author?.appId).toBe(appId);
  });

  it.each<[name: string, json: unknown, counts: [reviews: number, threads: number, comments: number]]>([
    ["a review", review, [1, 0, 0]],
    ["a review comment", comment, [0, 1, 0]],
    ["a comment on the conversation", remark, [0, 0, 1]],
    ["a list of all three", [review, comment, remark], [1, 1, 1]],
    [
      "a webhook payload",
      { action: "submitted", review, pull_request: { number: 12 }, repository: { full_name: "octo/api" } },
      [1, 0, 0],
    ],
    ["groups", { reviews: [review], review_comments: [comment], issue_comments: [remark] }, [1, 1, 1]],
    ["pages that gh api gathered by --slurp", [[review, comment], [remark]], [1, 1, 1]],
    ["pages in groups", { reviews: [[review], []], review_comments: [[comment]] }, [1, 1, 0]],
    ["what gh pr view gives", VIEWED, [1, 0, 1]],
    ["a reply", [comment, { ...comment, id: 11, in_reply_to_id: 10 }], [0, 1, 0]],
  ])("reads %s", (_name, json, [reviews, threads, comments]) => {
    const feedback = parseRestFeedback(json, { now });
    expect(feedback.repository.fullName).toBe("octo/api");
    expect(feedback.pullRequest.number).toBe(12);
    expect([feedback.reviews.length, feedback.threads.length, feedback.comments.length]).toEqual([
      reviews,
      threads,
      comments,
    ]);
  });

  it.each<[name: string, json: unknown[], counts: [reviews: number, comments: number]]>([
    ["a review", [{ ...review, state: "PENDING" }], [0, 0]],
    ["a review in a webhook's letter case", [{ ...review, state: "pending" }], [0, 0]],
    ["its comments", [{ ...review, state: "PENDING" }, comment, { ...comment, id: 11, in_reply_to_id: 10 }], [0, 0]],
    [
      "nothing of other reviews",
      [
        { ...review, state: "PENDING" },
        { ...review, id: 81 },
        { ...comment, pull_request_review_id: 81 },
      ],
      [1, 1],
    ],
    [
      "no comment of an unknown review",
      [
        { ...review, state: "PENDING" },
        { ...comment, pull_request_review_id: null },
      ],
      [0, 1],
    ],
  ])("leaves out what was not sent yet: %s", (_name, json, [reviews, comments]) => {
    const feedback = parseRestFeedback(json, { now });
    expect(feedback.reviews).toHaveLength(reviews);
    expect(feedback.threads.flatMap((thread) => thread.comments)).toHaveLength(comments);
  });

  it.each([
    ["APPROVED", "approved"],
    ["changes_requested", "changes_requested"],
    ["DISMISSED", "dismissed"],
    ["constructor", undefined],
    ["__proto__", undefined],
    ["new-fangled", undefined],
  ])("reads the state %s", (state, expected) => {
    const [read] = parseRestFeedback({ ...review, state }, { now }).reviews;
    expect(read?.reviewState).toBe(expected);
  });

  it("names the place as the reviewer saw it", () => {
    const [thread] = parseRestFeedback([comment], { now }).threads;
    expect(thread?.comments[0]).toMatchObject({
      kind: "review-comment",
      nodeId: "PRRC_10",
      author: { login: "coderabbitai[bot]", kind: "bot" },
      path: "src/db.ts",
      line: 7,
      commit: "b".repeat(40),
      reviewId: 80,
    });
  });

  it("takes the pull request that it is told where the JSON names none", () => {
    const name = { fullName: "octo/web", number: 3 };
    expect(parseRestFeedback({ id: 1, body: "hi" }, { now, name })).toMatchObject({
      repository: { fullName: "octo/web" },
      pullRequest: { number: 3 },
      comments: [{ body: "hi", createdAt: now }],
    });
  });

  it.each<[name: string, json: unknown]>([
    ["an empty list", []],
    ["empty pages", [[], []]],
    ["empty groups", { pull_request: { number: 3 }, reviews: [], review_comments: [], issue_comments: [] }],
    ["what gh views", { ...VIEWED, reviews: [], comments: [] }],
  ])("takes %s for a pull request on which nothing is written", (_name, json) => {
    const name = { fullName: "octo/web", number: 3 };
    expect(parseRestFeedback(json, { now, name })).toMatchObject({
      ...{ repository: { fullName: "octo/web" }, pullRequest: { number: 3 } },
      ...{ reviews: [], threads: [], comments: [] },
    });
  });

  it.each<[name: string, json: unknown, message: RegExp]>([
    ["a text that belongs nowhere", { id: 1, body: "hi" }, /--pull owner\/repo#n/],
    ["no text at all", { hello: 1 }, /"body"/],
    ["an empty list that belongs nowhere", [], /--pull owner\/repo#n/],
    ["a number", 5, /not in GitHub's shapes/],
    ["null", null, /not in GitHub's shapes/],
    [
      "a wrong type",
      [{ id: 1, body: 5 }],
      /^this JSON is not in GitHub's shapes: comments\.0\.body: text is needed here; give/,
    ],
    [
      "a user that is a name",
      [{ id: 1, user: "bob", body: "hi" }],
      /comments\.0\.user: an object is needed here; give/,
    ],
    [
      "no number of the pull request",
      { pull_request: {}, comments: [] },
      /pull_request\.number: give a whole number; give/,
    ],
    ["a comment without an id", [{ body: "hi" }], /comments\.0\.id: there is none; give each text the id/],
    ["a review without an id", { review: { body: "hi" } }, /review\.id: there is none/],
    ["an id that is none", [{ id: 0, body: "hi" }], /comments\.0\.id: give a number above 0/],
    ["a line that is none", [{ id: 1, path: "a.ts", line: 0, body: "hi" }], /comments\.0\.line: give a number above 0/],
    ["a time that is none", [{ id: 1, created_at: "yesterday", body: "hi" }], /comments\.0\.created_at: give a time/],
  ])("refuses %s", (_name, json, message) => {
    expect(() => parseRestFeedback(json, { now })).toThrow(UserError);
    expect(() => parseRestFeedback(json, { now })).toThrow(message);
  });

  it.each([
    ["a wrong shape", [{ id: 1, body: 5 }], /^"a\.json" is not in GitHub's shapes: /],
    ["no text", {}, /^no review or comment with a "body" in "a\.json"; give/],
    ["no pull request", [{ id: 1, body: "hi" }], /which pull request "a\.json" belongs to; say --pull/],
  ])("names the file of %s", (_name, json, message) => {
    expect(() => parseRestFeedback(json, { now, from: '"a.json"' })).toThrow(message);
  });

  const payloads = (examples as unknown as { name: string; examples: object[] }[])
    .filter(({ name }) => /^(pull_request_review|pull_request_review_comment)$/.test(name))
    .flatMap(({ name, examples: list }) => list.map((payload, index) => [`${name} ${index}`, payload] as const));

  it.each(payloads)("reads GitHub's own example %s", (_name, payload) => {
    const feedback = parseRestFeedback(payload, { now });
    expect(feedback.repository.fullName).toBe((payload as { repository: { full_name: string } }).repository.full_name);
    expect(feedback.reviews.length + feedback.threads.length).toBe(1);
  });

  it("throws nothing but UserError", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        try {
          parseRestFeedback(json, { now });
        } catch (error) {
          if (!(error instanceof UserError)) throw error;
        }
      }),
    );
  });
});
