/** The Git data API: what GitHub refuses. */
import { beforeAll, describe, expect, it } from "@jest/globals";
import type { Octokit } from "@octokit/rest";
import { NAME, refusalOf, REPO, startScene, type Scene } from "./scene.ts";

const MISSING = "1".repeat(40);

describe("refusals of git data", () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await startScene();
    const { github } = scene;
    github.createRepository("octo/old", { files: { a: "a\n" }, isArchived: true });
    github.createRepository("octo/empty");
    github.createRepository("octo/ruled", { files: { a: "a\n" } });
    github.protectBranch("octo/ruled", "main");
    github.protectBranch("octo/ruled", "kept*", { by: "protection", message: "Protected branch update failed" });
  });

  const main = () => scene.repository.refs.get("refs/heads/main") ?? "";
  const tree = (path: string, extra: object = {}) => [
    { path, mode: "100644" as const, type: "blob" as const, ...extra },
  ];
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
