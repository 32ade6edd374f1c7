/** The life of a review: what is stored, what is told, in which words. */
import { describe, expect, it } from "@jest/globals";
import { placeOf } from "./comment-place.ts";
import { CHANGED, NAME, refusalOf, REPO, startScene } from "./scene.ts";

const eventsOf = ({ deliveries }: { deliveries: { event: string; action: string | null }[] }) =>
  deliveries.map(({ event, action }) => (action === null ? event : `${event}.${action}`));

describe("a review", () => {
  it("comes with its inline comments, all or none", async () => {
    const { simulator, github, pull } = await startScene();
    const [fine, wrong] = [2, 40].map((line) => ({ path: "src/a.ts", line, body: "hm" }));
    if (!fine || !wrong) throw new Error("two comments");
    expect(() => github.submitReview(NAME, 1, { as: "bob", comments: [fine, wrong] })).toThrow("Unprocessable Entity");
    expect(pull.reviews).toEqual([]);
    simulator.deliveries.length = 0;
    github.submitReview(NAME, 1, { as: "bob", state: "APPROVED", comments: [fine] });
    expect(eventsOf(simulator)).toEqual(["pull_request_review.submitted", "pull_request_review_comment.created"]);
    expect(simulator.deliveries[0]?.payload["review"]).toMatchObject({ state: "approved", body: null });
  });

  it("is heard of by nobody while it is pending", async () => {
    const { simulator, github, octokit, as } = await startScene();
    simulator.deliveries.length = 0;
    const comments = [{ path: "src/a.ts", line: 2, body: "hm" }];
    const review = github.submitReview(NAME, 1, { as: "bob", state: "PENDING", comments });
    expect(simulator.deliveries).toEqual([]);
    expect((await octokit.rest.pulls.listReviews({ ...REPO, pull_number: 1 })).data).toEqual([]);
    expect((await octokit.rest.pulls.listReviewComments({ ...REPO, pull_number: 1 })).data).toEqual([]);
    expect((await as("bob").rest.pulls.listReviews({ ...REPO, pull_number: 1 })).data).toHaveLength(1);
    expect(() => github.commentOnLine(NAME, 1, { as: "bob", path: "src/a.ts", line: 2, body: "x" })).toThrow();
    github.submitPendingReview(NAME, review.id, { as: "bob" });
    expect(eventsOf(simulator)).toEqual(["pull_request_review.submitted", "pull_request_review_comment.created"]);
  });

  it.each([
    ["approved by the author", "APPROVED", "alice", ""],
    ["a refusal without a word", "CHANGES_REQUESTED", "bob", ""],
    ["a comment without a word", "COMMENTED", "bob", ""],
  ] as const)("%s is refused", async (_name, state, login, body) => {
    const { github } = await startScene();
    expect(() => github.submitReview(NAME, 1, { as: login, state, body })).toThrow("Unprocessable Entity");
  });

  it("is read with lines from the pull request's list, and without them from its own", async () => {
    const { github, octokit } = await startScene();
    const comment = { path: "src/a.ts", line: 3, startLine: 2, body: "hm" };
    const review = github.submitReview(NAME, 1, { as: "bob", comments: [comment] });
    const { data: all } = await octokit.rest.pulls.listReviewComments({ ...REPO, pull_number: 1 });
    const diff_hunk = "@@ -1,3 +1,3 @@\n one\n-two\n+2\n three";
    const place = { line: 3, start_line: 2, side: "RIGHT", start_side: "RIGHT", position: 4, original_line: 3 };
    expect(all[0]).toMatchObject({ ...place, diff_hunk, commit_id: expect.any(String) as unknown });
    const own = await octokit.rest.pulls.listCommentsForReview({ ...REPO, pull_number: 1, review_id: review.id });
    expect(own.data[0]).toMatchObject({ position: 4, diff_hunk });
    expect(own.data[0]).not.toHaveProperty("line");
  });

  it("takes a removed line on the left", async () => {
    const { github, pull } = await startScene();
    github.submitReview(NAME, 1, { as: "bob", comments: [{ path: "src/a.ts", line: 2, side: "LEFT", body: "why?" }] });
    expect(pull.threads[0]?.comments[0]).toMatchObject({ line: 2, side: "LEFT", position: 2 });
  });

  it("of a deleted account keeps its words and loses its name", async () => {
    const { github, octokit } = await startScene();
    github.submitReview(NAME, 1, { as: "carol", body: "hm" });
    github.comment(NAME, 1, { as: "carol", body: "hm" });
    github.deleteUser("carol");
    const { data: reviews } = await octokit.rest.pulls.listReviews({ ...REPO, pull_number: 1 });
    expect(reviews[0]).toMatchObject({ user: null, body: "hm" });
    const { data: comments } = await octokit.rest.issues.listComments({ ...REPO, issue_number: 1 });
    expect(comments[0]?.user?.login).toBe("ghost");
  });
});

describe("a thread", () => {
  async function startThread() {
    const scene = await startScene();
    scene.github.submitReview(NAME, 1, { as: "bob", comments: [{ path: "src/a.ts", line: 2, body: "hm" }] });
    const [thread] = scene.pull.threads;
    const [root] = thread?.comments ?? [];
    if (!thread || !root) throw new Error("no thread");
    scene.simulator.deliveries.length = 0;
    return { ...scene, thread, root };
  }

  it("is answered by a review of one comment", async () => {
    const { simulator, octokit, app, root, thread } = await startThread();
    const reply = { ...REPO, pull_number: 1, comment_id: root.id, body: "done" };
    const { data } = await octokit.rest.pulls.createReplyForReviewComment(reply);
    expect(data).toMatchObject({ in_reply_to_id: root.id, line: 2, user: { login: app.bot.login, type: "Bot" } });
    expect(thread.comments.map(({ body }) => body)).toEqual(["hm", "done"]);
    expect(eventsOf(simulator)).toEqual(["pull_request_review.submitted", "pull_request_review_comment.created"]);
  });

  it.each([
    ["above it", "zero\none\n2\nthree\n", { line: 3, isOutdated: false }],
    ["on it", "one\nzwei\nthree\n", { line: null, isOutdated: true }],
    ["in another file", CHANGED["src/a.ts"], { line: 2, isOutdated: false }],
  ])("follows its line through a change %s", async (_name, text, place) => {
    const { github, root } = await startThread();
    github.commitFiles(NAME, {
      as: "alice",
      branch: "feature",
      files: { "src/a.ts": text, "x.md": "x\n" },
      message: "m",
    });
    expect(placeOf(root)).toMatchObject(place);
    expect(root.line).toBe(2);
  });

  it("is resolved by who may push or wrote the pull request, and by nobody else", async () => {
    const { simulator, github, root, thread } = await startThread();
    expect(() => github.resolveThread(NAME, root.id, { as: "carol" })).toThrow("permission");
    github.resolveThread(NAME, root.id, { as: "alice" });
    github.resolveThread(NAME, root.id, { as: "alice" });
    expect(thread.resolvedBy?.login).toBe("alice");
    expect(eventsOf(simulator)).toEqual(["pull_request_review_thread.resolved"]);
  });

  it("goes with its last comment", async () => {
    const { simulator, github, pull, root, octokit } = await startThread();
    github.deleteReviewComment(NAME, root.id, { as: "bob" });
    expect(pull.threads).toEqual([]);
    expect(eventsOf(simulator)).toEqual(["pull_request_review_comment.deleted"]);
    expect((await refusalOf(octokit.rest.pulls.getReviewComment({ ...REPO, comment_id: root.id }))).status).toBe(404);
  });

  it("takes a reaction once, and a review takes none", async () => {
    const { octokit, root, simulator } = await startThread();
    const react = () =>
      octokit.rest.reactions.createForPullRequestReviewComment({ ...REPO, comment_id: root.id, content: "eyes" });
    expect([(await react()).status, (await react()).status]).toEqual([201, 200]);
    const { data } = await octokit.rest.pulls.getReviewComment({ ...REPO, comment_id: root.id });
    expect(data.reactions).toMatchObject({ total_count: 1, eyes: 1 });
    const onReview = octokit.request("POST /repos/octo/api/pulls/1/reviews/{id}/reactions", {
      id: root.review.id,
      content: "eyes",
    });
    expect((await refusalOf(onReview)).status).toBe(404);
    expect(simulator.violations).toHaveLength(1);
  });
});
