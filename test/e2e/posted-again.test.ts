/** A review tool hides what it wrote, and posts the same findings again: each stays what it is on the follow-up. */
import { describe, expect, it } from "@jest/globals";
import type { AppInProcess } from "../helpers/app-in-process.ts";
import { shareApp } from "../helpers/shared-app.ts";
import { openSource, PEOPLE } from "../helpers/source-pull.ts";
import type { IssueComment, Review, ReviewComment } from "../simulator/model.ts";

const POOL = "suggestion (non-blocking): Use a connection pool instead of one connection per request.";
const RETRY = "suggestion (non-blocking): Retry uploads with backoff instead of giving up.";
const CACHE = "suggestion (non-blocking): Cache the compiled template.";
const TOOL = { as: "coderabbitai[bot]" };
const BOB = { as: PEOPLE.reviewer };

let app: AppInProcess;
let count = 0;
shareApp((started) => {
  app = started;
  app.github.createBot("claude");
});

/** A source with two findings of a tool on its lines, and the follow-up with both. */
async function captured(config = "enabled: true\n") {
  count += 1;
  const source = openSource(app.github, `octo/again-${count}`, { config });
  source.review([POOL, RETRY], TOOL);
  await app.settle();
  const commentsOf = (from = 0) => source.pull.threads.slice(from).flatMap(({ comments }) => comments);
  const hide = (subjects: readonly (ReviewComment | Review | IssueComment)[]) => {
    for (const subject of subjects) app.github.hide(subject, { ...TOOL, reason: "outdated" });
  };
  const branch = config.includes("commit") ? "main" : "enhance/pr-1";
  const statusOf = (number: string): unknown => {
    const files = Object.entries(app.github.readFiles(source.repository, branch));
    const [, text = "{}"] = files.find(([path]) => path.includes(`/${number}-`) && path.endsWith("status.json")) ?? [];
    return JSON.parse(text);
  };
  const numbers = () => source.directories(branch).map((name) => name.slice(0, 3));
  return { source, hide, commentsOf, statusOf, numbers };
}

describe("a tool that hides its comments and posts the same again", () => {
  it.each([
    ["in the same words", POOL, "Use a connection pool instead of one connection per request"],
    [
      "in nearly the same words",
      "suggestion (non-blocking): Use one connection pool instead of a connection per request here.",
      "Use one connection pool instead of a connection per request here",
    ],
  ])("keeps the number, and sees it again, %s", async (_name, again, title) => {
    const { source, hide, commentsOf, statusOf, numbers } = await captured();
    hide(commentsOf());
    source.review([again, RETRY], TOOL);
    await app.settle();
    expect(numbers()).toEqual(["001", "002"]);
    const [sighted] = commentsOf(2);
    const sightings = [{ author: "coderabbitai", url: expect.stringContaining(`#discussion_r${sighted?.id ?? 0}`) }];
    expect(statusOf("001")).toMatchObject({ title, status: "not-started", sightings });
    expect(source.followUps()[0]?.body).not.toContain("Withdrawn");

    hide(commentsOf(2));
    source.review([POOL, RETRY], TOOL);
    await app.settle();
    expect(numbers()).toEqual(["001", "002"]);
    expect(statusOf("001")).toMatchObject({ sightings: [{}, {}] });
  });

  it("withdraws what it does not post again, and gives what is new a new number", async () => {
    const { source, hide, commentsOf, numbers } = await captured();
    hide(commentsOf());
    source.review([CACHE, RETRY], TOOL);
    await app.settle();
    expect(numbers()).toEqual(["002", "003"]);
    expect(source.followUps()[0]?.body).toContain("the comment it came from was hidden as outdated");
  });

  it("takes the number up again when something else happened in between", async () => {
    const { source, hide, commentsOf, numbers } = await captured();
    hide(commentsOf().slice(0, 1));
    source.review(["Thanks, looks great!"]);
    await app.settle();
    expect(numbers()).toEqual(["002"]);
    source.review([POOL, CACHE], TOOL);
    await app.settle();
    expect(numbers()).toEqual(["001", "002", "003"]);
    expect(source.followUps()[0]?.body).not.toContain("Withdrawn");
  });

  it("does not propose again what was rejected", async () => {
    const { source, hide, commentsOf, statusOf, numbers } = await captured();
    const [followUp] = source.followUps();
    app.github.comment(source.repository, followUp?.number ?? 0, { ...BOB, body: "/enhance reject 001 not ours" });
    await app.settle();
    hide(commentsOf());
    source.review([POOL, RETRY], TOOL);
    await app.settle();
    expect(numbers()).toEqual(["001", "002"]);
    expect(statusOf("001")).toMatchObject({ status: "rejected", sightings: [{}] });
  });

  it("changes nothing on the default branch in mode: commit but the sighting", async () => {
    const { source, hide, commentsOf, statusOf, numbers } = await captured("mode: commit\n");
    hide(commentsOf());
    source.review([POOL, RETRY], TOOL);
    await app.settle();
    expect(numbers()).toEqual(["001", "002"]);
    expect(statusOf("001")).toMatchObject({ status: "not-started", sightings: [{}] });
  });

  it("holds for a review without comments on lines as well", async () => {
    count += 1;
    const source = openSource(app.github, `octo/again-${count}`, { config: "enabled: true\n" });
    const body = "## Code review\n\n### Suggestions\n\n- **Connection pool**: use a pool in place of one per request\n";
    const first = source.review([], { as: "claude[bot]", body });
    await app.settle();
    app.github.hide(first, { as: "claude[bot]", reason: "outdated" });
    source.review([], { as: "claude[bot]", body });
    await app.settle();
    expect(source.directories("enhance/pr-1").map((name) => name.slice(0, 3))).toEqual(["001"]);
  });
});

it("leaves it to whoever wrote the words: what somebody else says is theirs", async () => {
  const { source, hide, commentsOf, numbers } = await captured();
  hide(commentsOf().slice(0, 1));
  source.review([POOL], BOB);
  await app.settle();
  expect(numbers()).toEqual(["002", "003"]);
});
