/** What a follow-up, and a preview, say of suggestions that are not published yet. */
import { describe, expect, it } from "@jest/globals";
import type { AppInProcess } from "../helpers/app-in-process.ts";
import { shareApp } from "../helpers/shared-app.ts";
import { openSource, PEOPLE } from "../helpers/source-pull.ts";

const POOL = "suggestion (non-blocking): Use a connection pool, in a follow-up.";
const RETRY = "suggestion (non-blocking): Retry the upload with backoff; out of scope here, let's track it.";
const BLOCKING = "issue (blocking): The temporary file leaks when the upload is cut off. Delete it in a finally block.";
const FOR_PULL = "1 more is meant for the pull request itself";

let app: AppInProcess;
shareApp((started) => (app = started));

describe("a follow-up with the one that was asked for", () => {
  it.each([
    ["command", "{ on: command }", RETRY, "1 more waits until somebody asks for it by /enhance"],
    ["merge", "{ on: merge }", RETRY, "1 more waits for the merge: added if still open then"],
    ["never", "{ blocking: never }", BLOCKING, `${FOR_PULL}, and not kept: capture.blocking is never`],
    ["blocking", "{}", BLOCKING, `${FOR_PULL}: added only if still open when it merges`],
  ])("says what becomes of the other: %s", async (name, capture, other, told) => {
    const { github } = app;
    const source = openSource(github, `octo/waiting-${name}`, { config: `capture: ${capture}\n` });
    source.review([POOL, other]);
    const [root] = source.pull.threads[0]?.comments ?? [];
    github.replyTo(source.repository, root?.id ?? 0, { as: PEOPLE.reviewer, body: "/enhance" });
    await app.settle();
    const body = source.followUps()[0]?.body ?? "";
    expect(body.split("\n").filter((line) => line.includes(" more "))).toEqual([`<details><summary>${told}</summary>`]);
    expect(source.directories("enhance/pr-1")).toEqual(["001-use-a-connection-pool"]);
    github.mergePullRequest(source.repository, source.pull.number, { as: PEOPLE.author });
    await app.settle();
    expect(source.directories("enhance/pr-1")).toHaveLength(["command", "never"].includes(name) ? 1 : 2);
  });
});

describe("a preview", () => {
  it.each<[name: string, capture: string, told: string, title: string]>([
    ["command", "{ on: command }", "2 more wait until somebody asks for them by /enhance", "Retry the upload"],
    ["merge", "{ on: merge }", "2 more wait for the merge: added if still open then", "Retry the upload"],
    [
      "never",
      "{ blocking: never }",
      `${FOR_PULL}, and not kept: capture.blocking is never`,
      "The temporary file leaks",
    ],
    ["blocking", "{}", `${FOR_PULL}: added only if still open when it merges`, "The temporary file leaks"],
    ["cap", "{ max_per_pull_request: 1 }", "1 more did not fit: max_per_pull_request is 1", "Use a connection pool"],
  ])("names what a follow-up would not hold yet, with the same words: %s", async (name, capture, told, title) => {
    const { github } = app;
    const config = `mode: preview\ncapture: ${capture}\n`;
    const source = openSource(github, `octo/preview-${name}`, { config });
    source.review(["never", "blocking"].includes(name) ? [BLOCKING] : [POOL, RETRY]);
    await app.settle();
    const summary = github.checkRuns(source.repository).at(-1)?.output.summary ?? "";
    const [, list = ""] = summary.split(`<details><summary>${told}</summary>`);
    expect(list).toContain(title);
    expect(summary).toMatch(name === "cap" ? /^This would be captured now:/ : /^Nothing would be captured now\./);
    expect(summary).not.toMatch(/\n{3}/);
    expect(source.followUps()).toEqual([]);
  });
});
