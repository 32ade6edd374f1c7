/** In a busy repository what was decided is remembered, whatever labels the config asks for, and what is open is known. */
import { describe, expect, it } from "@jest/globals";
import type { AppInProcess } from "../helpers/app-in-process.ts";
import { statusOf } from "../helpers/enhancement-files.ts";
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

/** Open pull requests of ours, each of another source. */
function openManyOfOurs(repository: string, count: number): void {
  const us = { as: "review-miner[bot]" };
  for (let index = 0; index < count; index += 1) {
    const branch = `enhance/pr-${1_000 + index}`;
    app.github.commitFiles(repository, { ...us, branch, files: { [`${index}.md`]: "Later.\n" }, message: "Capture" });
    const { number } = app.github.openPullRequest(repository, { ...us, head: branch, title: `Capture ${index}` });
    app.github.addLabels(repository, number, { ...us, labels: ["enhancement-capture"] });
  }
}

describe("an open follow-up older than fifty others", () => {
  const operations = () => app.simulator.requests.flatMap(({ operation }) => operation ?? []);

  it.each([
    ["one page more", MANY, 1],
    ["as many pages as it takes", 215, 2],
  ])("is found: %s", async (name, many, pages) => {
    const { github } = app;
    const repository = `octo/open-${name.replaceAll(" ", "-")}`;
    const source = openSource(github, repository, { config: "mode: pull-request\n" });
    source.review([POOL]);
    await app.settle();
    const [followUp] = source.followUps();
    openManyOfOurs(repository, many);
    await app.settle();
    app.simulator.requests.length = 0;
    github.comment(repository, followUp?.number ?? 0, { as: PEOPLE.reviewer, body: "/enhance approve 001" });
    await app.settle();
    const reads = operations().filter((operation) => operation === "Backlog" || operation === "Snapshot");
    expect(statusOf(github.readFiles(repository, "enhance/pr-1"), "001").status).toBe("ready");
    expect(operations().filter((operation) => operation === "MoreOpen")).toHaveLength(reads.length * pages);
  });

  it("costs no request where all that are open are listed, however many ended", async () => {
    const { github } = app;
    const repository = "octo/open-and-ended";
    const source = openSource(github, repository, { config: "mode: pull-request\n" });
    openManyOfOurs(repository, MANY);
    for (const { number } of source.followUps()) github.closePullRequest(repository, number, alice);
    source.review([POOL]);
    app.simulator.requests.length = 0;
    await app.settle();
    expect(source.directories("enhance/pr-1")).toHaveLength(1);
    expect(operations()).not.toContain("MoreOpen");
  });
});

describe("what was declined before many other follow-ups ended", () => {
  it("is not proposed again, and its number is not given again", async () => {
    const { github } = app;
    const repository = "octo/many-ended";
    const source = openSource(github, repository, { config: "mode: pull-request\n" });
    const other = openAnother(github, repository, "download");
    source.review([POOL]);
    await app.settle();
    const [declined] = source.followUps();
    github.closePullRequest(repository, declined?.number ?? 0, alice);
    github.deleteBranch(repository, "enhance/pr-1", alice);
    openManyOfOurs(repository, 2 * MANY);
    for (const { number } of source.followUps().slice(1)) github.closePullRequest(repository, number, alice);
    await app.settle();

    other.review([POOL, RETRY]);
    await app.settle();
    const followUp = source.followUps().at(-1);
    expect(other.directories(followUp?.head.ref ?? "")).toEqual(["002-retry-the-upload-with-backoff"]);
    expect(followUp?.body).toContain(`declined before, in pull request ${declined?.number ?? 0}`);
  });
});

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
