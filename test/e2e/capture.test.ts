/** A review comes in by a signed webhook, and its follow-up stands on the simulated GitHub: the whole App, in one process. */
import { describe, expect, it } from "@jest/globals";
import { isBodyEditedByPerson, parseMarker, withoutMarker } from "../../src/core/marker.ts";
import type { AppInProcess } from "../helpers/app-in-process.ts";
import { expectGolden } from "../helpers/golden.ts";
import { shareApp } from "../helpers/shared-app.ts";
import { openSource, PEOPLE } from "../helpers/source-pull.ts";

const DEFERRED =
  "suggestion (non-blocking, performance): Use a connection pool instead of one connection per request.\n\n" +
  "Every upload opens its own connection. Fine to do in a follow-up.";

let app: AppInProcess;
shareApp((started) => (app = started));

describe("a review with a conventional comment", () => {
  it("becomes a follow-up with exactly the expected bytes", async () => {
    const { github } = app;
    const source = openSource(github, "octo/api");
    source.review([DEFERRED], { at: "2026-11-24T23:59:00Z" });
    await app.settle();

    const [followUp, ...others] = source.followUps();
    if (!followUp) throw new Error("there is no follow-up");
    expect(others).toEqual([]);
    // The commit's id holds the time at which it was made, and so do the sums of what names it.
    const normal = (text: string) =>
      text
        .replaceAll(source.pull.head.sha, "c".repeat(40))
        .replace(/"written": "[0-9a-f]+"/, '"written": "a digest of the file, commit and all"');
    expect(isBodyEditedByPerson(followUp.body)).toBe(false);
    const marker = JSON.stringify(parseMarker(followUp.body), (key, value: unknown) =>
      key === "sum" ? undefined : value,
    );
    expectGolden("e2e/follow-up.md", normal(`# ${followUp.title}\n\n${withoutMarker(followUp.body)}\n\n${marker}\n`));

    const before = github.readFiles("octo/api", "main");
    const added = Object.entries(github.readFiles("octo/api", "enhance/pr-1")).filter(([path]) => !(path in before));
    expect(added.map(([path]) => path)).toEqual([
      "enhancements/001-use-a-connection-pool-instead-of-one-connection-per-request/enhancement.md",
      "enhancements/001-use-a-connection-pool-instead-of-one-connection-per-request/status.json",
    ]);
    for (const [path, text] of added) expectGolden(`e2e/${path.split("/").at(-1) ?? ""}`, normal(text));
  });

  it("is written by our bot user in one commit that GitHub signs, labelled, and a draft until the source merges", async () => {
    const { github } = app;
    const source = openSource(github, "octo/draft");
    source.review([DEFERRED]);
    await app.settle();

    const [followUp] = source.followUps();
    expect(followUp).toMatchObject({
      isDraft: true,
      state: "open",
      author: { login: "review-miner[bot]", type: "Bot" },
    });
    expect(followUp?.labels.map(({ name }) => name)).toEqual(["enhancement-capture"]);
    const [commit, parent] = github.log("octo/draft", "enhance/pr-1");
    expect(commit?.parents).toEqual([parent?.sha]);
    expect(parent?.sha).toBe(github.readCommit("octo/draft", "main").sha);
    expect(commit?.author.name).toBe("review-miner[bot]");
    expect(commit?.signature).toMatch(/PGP SIGNATURE/);

    github.mergePullRequest("octo/draft", source.pull.number, { as: PEOPLE.author });
    await app.settle();
    expect(followUp?.isDraft).toBe(false);
    expect(source.followUps()).toHaveLength(1);
    // One commit more: how the reviewed lines fare in what was merged.
    expect(github.log("octo/draft", "enhance/pr-1")[1]?.sha).toBe(commit?.sha);
  });
});
