/** In a busy repository what was decided is remembered, whatever labels the config asks for. */
import { describe, expect, it } from "@jest/globals";
import type { AppInProcess } from "../helpers/app-in-process.ts";
import { shareApp } from "../helpers/shared-app.ts";
import { openAnother, openSource, PEOPLE } from "../helpers/source-pull.ts";

const POOL =
  "suggestion (non-blocking): Share one connection pool between the uploads and the nightly reports, in a follow-up.";
const RETRY = "suggestion (non-blocking): Retry the upload with backoff; out of scope here, let's track it.";
/** More than are listed at once. */
const MANY = 55;
const alice = { as: PEOPLE.author };

let app: AppInProcess;
shareApp((started) => (app = started));

function openMany(repository: string): void {
  for (let index = 0; index < MANY; index += 1) {
    const branch = `topic-${index}`;
    app.github.commitFiles(repository, { ...alice, branch, files: { [`${branch}.md`]: "On it.\n" }, message: "Begin" });
    app.github.openPullRequest(repository, { ...alice, head: branch, title: `Topic ${index}` });
  }
}

describe("what was decided before fifty other pull requests", () => {
  it.each([
    ["no labels", "labels: []", "labels: []"],
    ["other labels by now", "labels: [later]", "labels: [some-day]"],
  ])("holds with %s", async (name, labels, by) => {
    const { github } = app;
    const config = (given: string) => `mode: pull-request\nfollow_up:\n  ${given}\n`;
    const repository = `octo/busy-${name.replaceAll(" ", "-")}`;
    const source = openSource(github, repository, { config: config(labels) });
    const other = openAnother(github, repository, "download");
    source.review([POOL]);
    await app.settle();
    github.closePullRequest(repository, source.followUps()[0]?.number ?? 0, alice);
    github.deleteBranch(repository, "enhance/pr-1", alice);
    const files = { ".github/enhance.yml": config(by) };
    github.commitFiles(repository, { ...alice, branch: "main", files, message: "Labels" });
    openMany(repository);
    await app.settle();

    other.review([POOL, RETRY]);
    await app.settle();
    const [declined, followUp] = source.followUps();
    expect(other.directories(followUp?.head.ref ?? "")).toEqual(["002-retry-the-upload-with-backoff"]);
    expect(followUp?.body).toContain(`declined before, in pull request ${declined?.number ?? 0}`);
    expect(followUp?.labels.map((label) => label.name)).toContain("enhancement-capture");
  });
});
