/** What GitHub answers over REST where it is inconvenient, and that every route is one of GitHub's. */
import { beforeAll, describe, expect, it } from "@jest/globals";
import type { Octokit } from "@octokit/rest";
import { hasOperation } from "./openapi.ts";
import { ROUTES } from "./routes/routes.ts";
import { NAME, refusalOf, REPO, startScene, type Scene } from "./scene.ts";

describe("routes", () => {
  it.each(ROUTES.map(({ method, template }) => [method, template]))("%s %s is GitHub's", (method, template) => {
    expect(hasOperation(method, template)).toBe(true);
  });
});

const MISSING = "1".repeat(40);

describe("refusals", () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await startScene();
    const { github } = scene;
    github.createOrganization("else");
    github.createRepository("else/open", { files: { a: "a\n" } });
    github.createRepository("else/hidden", { files: { a: "a\n" }, isPrivate: true });
    github.createRepository("octo/plain", { files: { a: "a\n" }, hasDrafts: false });
    github.setRole("octo/plain", "alice", "write");
    github.commitFiles("octo/plain", { as: "alice", branch: "feature", files: { a: "b\n" }, message: "m" });
    github.submitReview(NAME, 1, { as: "bob", comments: [{ path: "src/a.ts", line: 2, body: "hm" }] });
    const root = scene.pull.threads[0]?.comments[0]?.id ?? 0;
    github.replyTo(NAME, root, { as: "alice", body: "yes" });
  });

  const feature = () => scene.repository.refs.get("refs/heads/feature") ?? "";
  const commentIds = () => scene.pull.threads.flatMap(({ comments }) => comments.map(({ id }) => id));
  const head = (name: string) => scene.github.readCommit(name, "main").sha;

  it.each<[string, (octokit: Octokit) => Promise<unknown>, number, RegExp]>([
    [
      "a pull request from a missing branch",
      (o) => o.rest.pulls.create({ ...REPO, head: "none", base: "main", title: "t" }),
      422,
      /"field":"head"/,
    ],
    [
      "a pull request onto a missing branch",
      (o) => o.rest.pulls.create({ ...REPO, head: "feature", base: "none", title: "t" }),
      422,
      /"field":"base"/,
    ],
    [
      "a pull request that is open already",
      (o) => o.rest.pulls.create({ ...REPO, head: "feature", base: "main", title: "t" }),
      422,
      /A pull request already exists for octo:feature\./,
    ],
    [
      "a pull request without commits",
      (o) => o.rest.pulls.create({ ...REPO, head: "main", base: "main", title: "t" }),
      422,
      /No commits between main and main/,
    ],
    [
      "a draft where there are none",
      (o) =>
        o.rest.pulls.create({ owner: "octo", repo: "plain", head: "feature", base: "main", title: "t", draft: true }),
      422,
      /Draft pull requests are not supported/,
    ],
    ["a pull request that is missing", (o) => o.rest.pulls.get({ ...REPO, pull_number: 99 }), 404, /^Not Found/],
    [
      "a comment outside the diff",
      (o) =>
        o.rest.pulls.createReviewComment({
          ...REPO,
          pull_number: 1,
          commit_id: feature(),
          path: "src/a.ts",
          line: 9,
          body: "x",
        }),
      422,
      /Line could not be resolved/,
    ],
    [
      "a comment on a file that did not change",
      (o) =>
        o.rest.pulls.createReviewComment({
          ...REPO,
          pull_number: 1,
          commit_id: feature(),
          path: "README.md",
          line: 1,
          body: "x",
        }),
      422,
      /Path could not be resolved/,
    ],
    [
      "a reply to a reply",
      (o) =>
        o.rest.pulls.createReplyForReviewComment({
          ...REPO,
          pull_number: 1,
          comment_id: commentIds()[1] ?? 0,
          body: "x",
        }),
      422,
      /can't be a reply/,
    ],
    [
      "an empty review",
      (o) => o.rest.pulls.createReview({ ...REPO, pull_number: 1, event: "COMMENT" }),
      422,
      /can't be blank/,
    ],
    [
      "a comment that is too long",
      (o) => o.rest.issues.createComment({ ...REPO, issue_number: 1, body: "x".repeat(65_537) }),
      422,
      /too long/,
    ],
    [
      "a pull request with a body that is too long",
      (o) => o.rest.pulls.update({ ...REPO, pull_number: 1, body: "x".repeat(65_537) }),
      422,
      /too long/,
    ],
    [
      "reviewers who may not push",
      (o) => o.rest.pulls.requestReviewers({ ...REPO, pull_number: 1, reviewers: ["bob"] }),
      422,
      /only be requested from collaborators/,
    ],
    [
      "an issue's comment without that permission",
      (o) => {
        const { number } = scene.github.createIssue(NAME, { as: "carol", title: "i" });
        return o.rest.issues.createComment({ ...REPO, issue_number: number, body: "x" });
      },
      403,
      /^Resource not accessible by integration/,
    ],
    [
      "a permission that app.yml does not grant",
      (o) => o.rest.issues.create({ ...REPO, title: "t" }),
      403,
      /^Resource not accessible by integration/,
    ],
    [
      "a write where the App is not installed",
      (o) => o.rest.git.createRef({ owner: "else", repo: "open", ref: "refs/heads/x", sha: head("else/open") }),
      403,
      /^Resource not accessible by integration/,
    ],
    [
      "a private repository where the App is not installed",
      (o) => o.rest.repos.get({ owner: "else", repo: "hidden" }),
      404,
      /^Not Found/,
    ],
    [
      "the permission of a bot",
      (o) => o.rest.repos.getCollaboratorPermissionLevel({ ...REPO, username: "coderabbitai[bot]" }),
      404,
      /is not a user/,
    ],
    [
      "a check run on a missing commit",
      (o) => o.rest.checks.create({ ...REPO, name: "n", head_sha: MISSING }),
      422,
      /No commit found/,
    ],
    [
      "a review comment that is missing",
      (o) => o.rest.pulls.getReviewComment({ ...REPO, comment_id: 5 }),
      404,
      /^Not Found/,
    ],
  ])("%s", async (_name, ask, status, message) => {
    const refusal = await refusalOf(ask(scene.octokit));
    expect(refusal.status).toBe(status);
    expect(refusal.message).toMatch(message);
  });
});
