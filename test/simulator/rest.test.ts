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
    github.createRepository("octo/old", { files: { a: "a\n" }, isArchived: true });
    github.createRepository("octo/empty");
    github.createRepository("octo/ruled", { files: { a: "a\n" } });
    github.protectBranch("octo/ruled", "main");
    github.protectBranch("octo/ruled", "kept*", { by: "protection", message: "Protected branch update failed" });
    github.createRepository("octo/plain", { files: { a: "a\n" }, hasDrafts: false });
    github.setRole("octo/plain", "alice", "write");
    github.commitFiles("octo/plain", { as: "alice", branch: "feature", files: { a: "b\n" }, message: "m" });
    github.submitReview(NAME, 1, { as: "bob", comments: [{ path: "src/a.ts", line: 2, body: "hm" }] });
    const root = scene.pull.threads[0]?.comments[0]?.id ?? 0;
    github.replyTo(NAME, root, { as: "alice", body: "yes" });
  });

  const main = () => scene.repository.refs.get("refs/heads/main") ?? "";
  const feature = () => scene.repository.refs.get("refs/heads/feature") ?? "";
  const tree = (path: string, extra: object = {}) => [
    { path, mode: "100644" as const, type: "blob" as const, ...extra },
  ];
  const commentIds = () => scene.pull.threads.flatMap(({ comments }) => comments.map(({ id }) => id));
  const head = (name: string) => scene.github.readCommit(name, "main").sha;

  it.each<[string, (octokit: Octokit) => Promise<unknown>, number, RegExp]>([
    [
      "a ref that exists",
      (o) => o.rest.git.createRef({ ...REPO, ref: "refs/heads/main", sha: main() }),
      422,
      /^Reference already exists/,
    ],
    [
      "a ref below a branch of that name",
      (o) => o.rest.git.createRef({ ...REPO, ref: "refs/heads/main/x", sha: main() }),
      422,
      /Reference update failed/,
    ],
    [
      "a ref to nothing",
      (o) => o.rest.git.createRef({ ...REPO, ref: "refs/heads/new", sha: MISSING }),
      422,
      /^Object does not exist/,
    ],
    [
      "a ref whose name git refuses",
      (o) => o.rest.git.createRef({ ...REPO, ref: "refs/heads/a..b", sha: main() }),
      422,
      /not a valid ref name/,
    ],
    [
      "a ref that is missing",
      (o) => o.rest.git.updateRef({ ...REPO, ref: "heads/none", sha: main() }),
      422,
      /^Reference does not exist/,
    ],
    [
      "a move that is no fast-forward",
      (o) => o.rest.git.updateRef({ ...REPO, ref: "heads/feature", sha: main() }),
      422,
      /^Update is not a fast forward/,
    ],
    [
      "the deletion of a missing ref",
      (o) => o.rest.git.deleteRef({ ...REPO, ref: "heads/none" }),
      422,
      /^Reference does not exist/,
    ],
    ["reading a missing ref", (o) => o.rest.git.getRef({ ...REPO, ref: "heads/none" }), 404, /^Not Found/],
    [
      "a tree on a base that is missing",
      (o) => o.rest.git.createTree({ ...REPO, base_tree: MISSING, tree: tree("a", { content: "a" }) }),
      422,
      /base_tree/,
    ],
    [
      "a tree with neither content nor sha",
      (o) => o.rest.git.createTree({ ...REPO, tree: tree("a") }),
      422,
      /tree\.sha or tree\.content/,
    ],
    [
      "a tree with a blob that is missing",
      (o) => o.rest.git.createTree({ ...REPO, tree: tree("a", { sha: MISSING }) }),
      422,
      /not a valid blob/,
    ],
    [
      "a tree that leaves the repository",
      (o) => o.rest.git.createTree({ ...REPO, tree: tree("../a", { content: "" }) }),
      422,
      /malformed path/,
    ],
    [
      "a tree inside .git",
      (o) => o.rest.git.createTree({ ...REPO, tree: tree("x/.GIT/config", { content: "" }) }),
      422,
      /malformed path/,
    ],
    [
      "a commit of a missing tree",
      (o) => o.rest.git.createCommit({ ...REPO, message: "m", tree: MISSING, parents: [] }),
      422,
      /^Tree SHA does not exist/,
    ],
    [
      "a commit with a missing parent",
      (o) =>
        o.rest.git.createCommit({
          ...REPO,
          message: "m",
          tree: scene.github.readCommit(NAME, "main").tree,
          parents: [MISSING],
        }),
      422,
      /^Parent SHA does not exist/,
    ],
    [
      "git data of an empty repository",
      (o) => o.rest.git.createTree({ owner: "octo", repo: "empty", tree: tree("a", { content: "" }) }),
      409,
      /^Git Repository is empty/,
    ],
    [
      "a write into an archived repository",
      (o) => o.rest.git.createRef({ owner: "octo", repo: "old", ref: "refs/heads/x", sha: head("octo/old") }),
      403,
      /^Repository was archived so is read-only/,
    ],
    [
      "a branch that a protection forbids",
      (o) => o.rest.git.createRef({ owner: "octo", repo: "ruled", ref: "refs/heads/kept-1", sha: head("octo/ruled") }),
      403,
      /^Protected branch update failed/,
    ],
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

  it("of a ruleset say so in GitHub's words", async () => {
    const sha = head("octo/ruled");
    const { data } = await scene.octokit.rest.git.createCommit({
      owner: "octo",
      repo: "ruled",
      message: "m",
      tree: scene.github.readCommit("octo/ruled", "main").tree,
      parents: [sha],
    });
    const move = scene.octokit.rest.git.updateRef({ owner: "octo", repo: "ruled", ref: "heads/main", sha: data.sha });
    const refusal = await refusalOf(move);
    expect(refusal.status).toBe(422);
    expect(refusal.message).toContain("Repository rule violations found");
  });
});
