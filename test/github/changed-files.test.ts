/** The files of a pull request are asked for once, until its head or its base is another. */
import { describe, expect, it } from "@jest/globals";
import { createForgeCaches } from "../../src/github/forge-caches.ts";
import { createOctokitForge } from "../../src/github/octokit-forge.ts";
import { NAME, startScene } from "../simulator/scene.ts";

describe("readChangedFiles", () => {
  it("lists anew where the base has taken in part of the head", async () => {
    const { simulator, github, octokit, repository, pull } = await startScene();
    const self = { id: 1, login: "review-miner[bot]" };
    const forge = createOctokitForge(octokit, self, createForgeCaches());
    const ref = { id: repository.id, owner: "octo", name: "api" };
    const part = pull.head.sha;
    github.commitFiles(NAME, { as: "alice", branch: "feature", files: { "src/c.ts": "c\n" }, message: "more" });
    const read = async () => {
      const facts = await forge.readPullRequest(ref, pull.number);
      return (await forge.readChangedFiles(ref, facts)).paths;
    };
    expect(await read()).toEqual(["src/a.ts", "src/b.ts", "src/c.ts"]);
    const before = simulator.requests.length;
    await read();
    expect(simulator.requests.slice(before).map(({ route }) => route)).toEqual([
      "/repos/{owner}/{repo}/pulls/{pull_number}",
    ]);
    github.setBranch(NAME, "main", part);
    expect(await read()).toEqual(["src/c.ts"]);
  });
});
