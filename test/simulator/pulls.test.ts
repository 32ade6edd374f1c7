/** Pull requests follow their branches, merge, close and open again as on GitHub. */
import { describe, expect, it } from "@jest/globals";
import { CHANGED, FILES, NAME, REPO, startScene } from "./scene.ts";

describe("a pull request", () => {
  it("follows its branch and tells it", async () => {
    const { simulator, github, pull } = await startScene();
    const before = pull.head.sha;
    const sha = github.commitFiles(NAME, { as: "alice", branch: "feature", files: { "x.md": "x\n" }, message: "m" });
    expect(pull.head.sha).toBe(sha);
    expect(simulator.deliveries.at(-1)).toMatchObject({ action: "synchronize", payload: { before, after: sha } });
  });

  it.each([
    ["merge", 2],
    ["squash", 1],
  ] as const)("merges by %s", async (method, parents) => {
    const { simulator, github, pull } = await startScene();
    const base = github.commitFiles(NAME, { as: "alice", branch: "main", files: { "z.md": "z\n" }, message: "beside" });
    github.mergePullRequest(NAME, 1, { as: "alice", method });
    expect(pull).toMatchObject({ state: "closed", mergedBy: { login: "alice" }, base: { sha: base } });
    expect(github.readFiles(NAME, "main")).toEqual({ ...FILES, ...CHANGED, "z.md": "z\n" });
    expect(github.readCommit(NAME, "main").parents).toHaveLength(parents);
    const closed = simulator.deliveries.filter(({ action }) => action === "closed");
    expect(closed.map(({ payload }) => payload["pull_request"])).toEqual([
      expect.objectContaining({ merged: true, merge_commit_sha: pull.mergeCommitSha }),
    ]);
  });

  it("in conflict is not merged", async () => {
    const { github, octokit, pull } = await startScene();
    github.commitFiles(NAME, { as: "alice", branch: "main", files: { "src/a.ts": "one\nII\nthree\n" }, message: "m" });
    const { data } = await octokit.rest.pulls.get({ ...REPO, pull_number: 1 });
    expect(data).toMatchObject({ mergeable: false, mergeable_state: "dirty" });
    expect(() => github.mergePullRequest(NAME, 1, { as: "alice" })).toThrow("not mergeable");
    expect(pull.state).toBe("open");
  });

  it("refused by a rule stays open", async () => {
    const { github, pull } = await startScene();
    github.protectBranch(NAME, "main");
    expect(() => github.mergePullRequest(NAME, 1, { as: "alice" })).toThrow("rule violations");
    expect(pull).toMatchObject({ state: "open", mergedAt: null, mergeCommitSha: null });
  });

  it("closes with its branch, and opens again once the branch is back where it was", async () => {
    const { github, pull, octokit } = await startScene();
    const { sha } = pull.head;
    github.deleteBranch(NAME, "feature", { as: "alice" });
    expect(pull.state).toBe("closed");
    expect(() => github.reopenPullRequest(NAME, 1, { as: "alice" })).toThrow("Validation Failed");
    await octokit.rest.git.createRef({ ...REPO, ref: "refs/heads/feature", sha });
    await octokit.rest.pulls.update({ ...REPO, pull_number: 1, state: "open" });
    expect(pull).toMatchObject({ state: "open", closedAt: null });
  });

  it("is not made ready over REST, whatever is asked", async () => {
    const { github, pull, octokit } = await startScene();
    github.convertToDraft(NAME, 1, { as: "alice" });
    await octokit.request("PATCH /repos/octo/api/pulls/1", { title: "Change", draft: false });
    expect(pull.isDraft).toBe(true);
    github.markReady(NAME, 1, { as: "alice" });
    expect(pull.isDraft).toBe(false);
  });

  it("comes from a fork that shares the history", async () => {
    const { github } = await startScene();
    const fork = github.createRepository("carol/api", { forkOf: NAME });
    github.commitFiles("carol/api", { as: "carol", branch: "fix", files: { "f.md": "f\n" }, message: "m" });
    const pull = github.openPullRequest(NAME, { as: "carol", head: "carol:fix", title: "Fix" });
    expect(pull.head).toMatchObject({ repository: fork, ref: "fix" });
    github.deleteRepository("carol/api");
    expect(pull.head.repository).toBeNull();
    github.mergePullRequest(NAME, pull.number, { as: "alice" });
    expect(github.readFiles(NAME, "main")["f.md"]).toBe("f\n");
  });

  it("lists its files and commits", async () => {
    const { octokit, pull } = await startScene();
    const { data: files } = await octokit.rest.pulls.listFiles({ ...REPO, pull_number: 1 });
    expect(files.map(({ filename, status, additions, deletions }) => [filename, status, additions, deletions])).toEqual(
      [
        ["src/a.ts", "modified", 1, 1],
        ["src/b.ts", "added", 1, 0],
      ],
    );
    expect(files[1]?.patch).toBe("@@ -0,0 +1 @@\n+b");
    const { data: compared } = await octokit.rest.repos.compareCommitsWithBasehead({
      ...REPO,
      basehead: "main...feature",
    });
    expect(compared).toMatchObject({ status: "ahead", ahead_by: 1, behind_by: 0, commits: [{ sha: pull.head.sha }] });
  });
});

describe("the App's commits", () => {
  async function commit(author?: { name: string; email: string }) {
    const { octokit, github } = await startScene();
    const { sha: parent, tree } = github.readCommit(NAME, "main");
    const files = [{ path: "enhancements/001-x/a.md", mode: "100644", type: "blob", content: "a\n" }] as const;
    const made = await octokit.rest.git.createTree({ ...REPO, base_tree: tree, tree: [...files] });
    const message = "add a";
    const request = { ...REPO, message, tree: made.data.sha, parents: [parent], ...(author && { author }) };
    const { data } = await octokit.rest.git.createCommit(request);
    await octokit.rest.git.createRef({ ...REPO, ref: "refs/heads/enhance/pr-1", sha: data.sha });
    return { data, github, octokit };
  }

  it("without an author are the bot's, and signed", async () => {
    const { data, github } = await commit();
    expect(data).toMatchObject({ author: { name: "review-miner[bot]" }, verification: { verified: true } });
    expect(data.author.email).toMatch(/^\d+\+review-miner\[bot\]@users\.noreply\.github\.com$/);
    expect(github.readFiles(NAME, "enhance/pr-1")).toEqual({ ...FILES, "enhancements/001-x/a.md": "a\n" });
  });

  it("with an author are not signed", async () => {
    const { data } = await commit({ name: "x", email: "x@example.com" });
    expect(data).toMatchObject({ author: { name: "x" }, verification: { verified: false, reason: "unsigned" } });
  });
});

describe("lists", () => {
  it("come in pages that name their neighbours", async () => {
    const { github, octokit } = await startScene();
    for (let index = 0; index < 5; index++) github.comment(NAME, 1, { as: "bob", body: `${index}` });
    const page = (number: number) =>
      octokit.rest.issues.listComments({ ...REPO, issue_number: 1, per_page: 2, page: number });
    const second = await page(2);
    expect(second.data.map(({ body }) => body)).toEqual(["2", "3"]);
    const rels = [...(second.headers.link ?? "").matchAll(/page=(\d+)>; rel="(\w+)"/g)].map(
      ([, at, rel]) => `${rel} ${at}`,
    );
    expect(rels.toSorted()).toEqual(["first 1", "last 3", "next 3", "prev 1"]);
    expect(
      await octokit.paginate(octokit.rest.issues.listComments, { ...REPO, issue_number: 1, per_page: 2 }),
    ).toHaveLength(5);
  });

  it.each([
    ["read", undefined, "read", "read"],
    ["triage", undefined, "read", "triage"],
    ["maintain", undefined, "write", "maintain"],
    ["write", "release-crew", "write", "release-crew"],
    ["none", undefined, "read", "read"],
  ] as const)("the role %s (custom: %s) as %s and %s", async (role, custom, permission, role_name) => {
    const { github, octokit } = await startScene();
    github.setRole(NAME, "carol", role, custom);
    const { data } = await octokit.rest.repos.getCollaboratorPermissionLevel({ ...REPO, username: "carol" });
    expect(data).toMatchObject({ permission, role_name, user: { permissions: { push: permission === "write" } } });
  });
});
