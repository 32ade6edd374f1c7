/** Conversations that maintainers locked: GitHub lets people with write speak there, and no App. */
import { beforeEach, describe, expect, it } from "@jest/globals";
import type { AppInProcess } from "../helpers/app-in-process.ts";
import { shareApp } from "../helpers/shared-app.ts";
import { openSource, PEOPLE, type Source } from "../helpers/source-pull.ts";

const POOL = "suggestion (non-blocking): Use a connection pool instead of one connection per request.";
const QUESTION = "Is this ever reached with an empty list?";
const BOB = { as: PEOPLE.reviewer };
const LOCKED = "the conversation is locked";

let app: AppInProcess;
let count = 0;
let source: Source;
shareApp((started) => (app = started), { mayFail: true });

/** A source with one thread, whose conversation is locked. */
beforeEach(async () => {
  count += 1;
  source = openSource(app.github, `octo/locked-${count}`, { config: "follow_up: { comment_on_source: true }\n" });
  source.review([QUESTION]);
  await app.settle();
  app.github.lockConversation(source.repository, source.pull.number, BOB);
});

const jobs = () =>
  app
    .jobs()
    .filter(({ repo }) => repo === source.repository)
    .map(({ task, outcome, reason }) => ({ task, outcome, ...(reason !== undefined && { reason }) }));
const wordsOfOurs = () =>
  [...source.pull.comments, ...source.pull.threads.flatMap(({ comments }) => comments)].filter(
    ({ author }) => author.type === "Bot",
  );

describe("on a locked conversation", () => {
  it.each(["the conversation", "a thread"])(
    "what is asked for by a command on %s is done, without a word",
    async (place) => {
      const { repository, pull } = source;
      const root = pull.threads[0]?.comments[0]?.id ?? 0;
      if (place === "a thread") app.github.replyTo(repository, root, { ...BOB, body: "/enhance" });
      else app.github.comment(repository, pull.number, { ...BOB, body: '/enhance create "Shard the queue"' });
      await app.settle();
      expect(source.directories("enhance/pr-1")).toHaveLength(1);
      expect(jobs().slice(-1)).toEqual([{ task: "answer-comment", outcome: "answered", reason: LOCKED }]);
      expect(wordsOfOurs()).toEqual([]);
      expect((await app.queue.statistics()).jobs.dead).toBe(0);
    },
  );

  it("a capture goes without its comment", async () => {
    source.review([POOL]);
    await app.settle();
    expect(source.directories("enhance/pr-1")).toHaveLength(1);
    expect(jobs().slice(-1)).toEqual([{ task: "capture-pull-request", outcome: "captured" }]);
    expect(wordsOfOurs()).toEqual([]);
  });

  it("a failure is told to the operator alone", async () => {
    app.github.protectBranch(source.repository, "enhance/*", { message: "Repository rule violations found" });
    source.review([POOL]);
    await app.settle();
    expect(jobs().slice(-1)).toEqual([{ task: "tell-failure", outcome: "refused", reason: LOCKED }]);
  });
});
