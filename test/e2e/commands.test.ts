/** What people write with `/enhance`: a comment in, one answer and the state of the simulated GitHub out. */
import { describe, expect, it } from "@jest/globals";
import type { AppInProcess } from "../helpers/app-in-process.ts";
import { shareApp } from "../helpers/shared-app.ts";
import { enhancementFiles } from "../helpers/enhancement-files.ts";
import { openAnother, openSource, PEOPLE, type SourceOptions } from "../helpers/source-pull.ts";
import type { IssueComment, PullRequest, ReviewComment } from "../simulator/model.ts";

const POOL = "suggestion (non-blocking): Use a connection pool instead of one connection per request.";
const RETRY = "suggestion (non-blocking): Retry uploads with backoff instead of giving up.";
const QUESTION = "Is this ever reached with an empty list?";
const BOB = { as: PEOPLE.reviewer };
const BOT = "review-miner[bot]";

let app: AppInProcess;
let count = 0;
shareApp((started) => (app = started));

async function reviewed(comments: string[], options: SourceOptions = { config: "enabled: true\n" }) {
  count += 1;
  const repository = `octo/commands-${count}`;
  const source = openSource(app.github, repository, options);
  if (comments.length > 0) source.review(comments);
  await app.settle();
  return { repository, source, number: source.pull.number };
}

const saidOn = (pull: PullRequest) => pull.comments.filter(({ author }) => author.login === BOT);
const reactionsTo = ({ reactions }: IssueComment | ReviewComment) => reactions.map(({ content }) => content);

/** Writes a comment on a pull request and waits for what comes of it: the texts of our answers there. */
async function say(repository: string, number: number, body: string, by: { as: string } = BOB): Promise<string[]> {
  app.github.comment(repository, number, { ...by, body });
  await app.settle();
  return saidOn(app.github.pullRequest(repository, number)).map((comment) => comment.body);
}

const statusOf = (repository: string, branch: string, id: string) => {
  const files = app.github.readFiles(repository, branch);
  const text = Object.entries(files).find(([path]) => new RegExp(`/${id}-[^/]+/status\\.json$`).test(path))?.[1];
  return text === undefined ? undefined : (JSON.parse(text) as Record<string, unknown>);
};

describe("in a review thread", () => {
  it("captures what mining would not keep, answers there, and reacts", async () => {
    const { repository, source } = await reviewed([QUESTION]);
    expect(source.followUps()).toEqual([]);
    const root = source.pull.threads[0]?.comments[0];
    if (!root) throw new Error("there is no comment");
    const reply = app.github.replyTo(repository, root.id, { ...BOB, body: "/enhance high" });
    await app.settle();
    const unclear = source.pull.threads[0]?.comments.filter(({ author }) => author.login === BOT) ?? [];
    expect(unclear).toHaveLength(1);
    expect(unclear[0]?.body).toContain("unknown command");
    expect(reactionsTo(reply)).toEqual(["eyes", "confused"]);

    const again = app.github.replyTo(repository, root.id, { ...BOB, body: "/enhance capture high" });
    await app.settle();
    expect(reactionsTo(again)).toEqual(["eyes", "rocket"]);
    const [followUp] = source.followUps();
    expect(followUp?.body).toContain("asked for by bob with /enhance");
    expect(statusOf(repository, "enhance/pr-1", "001")).toMatchObject({ priority: "high", source: { line: 1 } });
    const answers = source.pull.threads[0]?.comments.filter(({ author }) => author.login === BOT) ?? [];
    expect(answers.map(({ body }) => body.split("\n").at(-1))).toEqual([
      expect.stringContaining("unknown command"),
      expect.stringContaining("001"),
    ]);
  });

  it("repeats what those with a role said, as long as it stands there, though somebody edited the file", async () => {
    const { repository, source } = await reviewed([QUESTION]);
    const root = source.pull.threads[0]?.comments[0]?.id ?? 0;
    const reply = (as: string, body: string) => app.github.replyTo(repository, root, { as, body });
    const spam = reply(PEOPLE.author, "Buy cheap watches at our new shop.");
    app.github.hide(spam, { ...BOB, reason: "SPAM" });
    reply(PEOPLE.stranger, "Buy cheap handbags at our new shop.");
    const told = reply(PEOPLE.author, "Only when the upload is empty, which nobody tests.");
    reply(PEOPLE.reviewer, "/enhance");
    await app.settle();
    const [[file, text] = ["", ""]] = Object.entries(app.github.readFiles(repository, "enhance/pr-1")).filter(
      ([name]) => name.endsWith("/enhancement.md"),
    );
    expect(text).toContain("\n\nalice replied: Only when the upload is empty, which nobody tests.\n");
    expect(text).not.toMatch(/cheap/);

    const own = text.replace("## Expected Outcomes", "Ask operations first.\n\n## Expected Outcomes");
    app.github.commitFiles(repository, { ...BOB, branch: "enhance/pr-1", files: { [file]: own }, message: "Say more" });
    app.github.deleteReviewComment(repository, told.id, BOB);
    await app.settle();
    const left = app.github.readFiles(repository, "enhance/pr-1")[file];
    expect(left).toContain("Ask operations first.");
    expect(left).not.toMatch(/nobody tests/);
  });

  it("does not capture a comment that was hidden, says why, and captures it once it is shown", async () => {
    const { repository, source } = await reviewed([QUESTION]);
    const [root] = source.pull.threads[0]?.comments ?? [];
    if (!root) throw new Error("there is no comment");
    const ask = async () => {
      app.github.replyTo(repository, root.id, { ...BOB, body: "/enhance" });
      await app.settle();
      return source.pull.threads[0]?.comments.at(-1)?.body.split("\n").at(-1);
    };
    await ask();
    expect(source.directories("enhance/pr-1")).toHaveLength(1);
    app.github.hide(root, { ...BOB, reason: "SPAM" });
    expect(await ask()).toBe(
      "Not captured: the comment that this thread begins with was hidden as spam. To keep it, show it again on GitHub, and write `/enhance` once more.",
    );
    expect(source.followUps()[0]?.state).toBe("closed");
    app.github.unhide(root, BOB);
    expect(await ask()).toContain("001");
    expect(source.directories("enhance/pr-1")).toHaveLength(1);
  });

  it.each([
    [
      "its source has merged",
      {},
      (repository: string, number: number) => app.github.mergePullRequest(repository, number, BOB),
    ],
    [
      "its source was closed",
      {},
      (repository: string, number: number) => app.github.closePullRequest(repository, number, BOB),
    ],
    ["nothing is written", { config: "mode: preview\n" }, () => undefined],
  ])("says of a comment that was hidden why it is not captured where %s", async (_name, options, end) => {
    const { repository, source } = await reviewed([QUESTION], options);
    const [root] = source.pull.threads[0]?.comments ?? [];
    if (!root) throw new Error("there is no comment");
    app.github.hide(root, { ...BOB, reason: "SPAM" });
    end(repository, source.pull.number);
    await app.settle();
    app.github.replyTo(repository, root.id, { ...BOB, body: "/enhance" });
    await app.settle();
    expect(source.pull.threads[0]?.comments.at(-1)?.body).toContain(
      "Not captured: the comment that this thread begins",
    );
  });

  it("answers on the conversation where the thread has lost the comment it began with", async () => {
    const { repository, source } = await reviewed([POOL]);
    const root = source.pull.threads[0]?.comments[0];
    app.github.replyTo(repository, root?.id ?? 0, { ...BOB, body: "/enhance" });
    app.github.deleteReviewComment(repository, root?.id ?? 0, BOB);
    await app.settle();
    expect(saidOn(source.pull).map(({ body }) => body)).toEqual([expect.stringContaining("There is nothing here")]);
    expect((await app.queue.statistics()).jobs.dead).toBe(0);
  });
});

describe("on the source", () => {
  it("captures now what waits for the merge", async () => {
    const { repository, source, number } = await reviewed([POOL], { config: "capture: { on: command }\n" });
    expect(source.followUps()).toEqual([]);
    const [answer] = await say(repository, number, "/enhance");
    expect(answer).toContain("Captured in #2: 001");
    expect(source.followUps()).toHaveLength(1);
  });

  it("creates an enhancement under a title of one's own", async () => {
    const { repository, source, number } = await reviewed([]);
    await say(repository, number, '/enhance create "Shard the queue by repository" --priority low');
    expect(source.followUps()).toHaveLength(1);
    expect(statusOf(repository, "enhance/pr-1", "001")).toMatchObject({
      ...{ title: "Shard the queue by repository", priority: "low" },
      source: { kind: "manual" },
    });
  });

  it("is muted, and ends being muted", async () => {
    const { repository, source, number } = await reviewed([]);
    await say(repository, number, "/enhance ignore");
    source.review([POOL]);
    await app.settle();
    expect(source.followUps()).toEqual([]);
    await say(repository, number, "/enhance unignore");
    expect(source.followUps()).toHaveLength(1);
  });

  it("captures another pull request", async () => {
    const { repository, source, number } = await reviewed([], { config: "capture: { on: command }\n" });
    const other = openAnother(app.github, repository, "download");
    other.review([POOL]);
    await app.settle();
    const [answer] = await say(repository, number, `/github:pr-review ${other.pull.number}`);
    expect(answer).toContain("Captured in #3: 001");
    expect(source.followUps()).toHaveLength(1);
  });

  it("says that there is no such pull request to capture, and does what else was asked", async () => {
    const { repository, number } = await reviewed([]);
    const issue = app.github.createIssue(repository, { ...BOB, title: "Uploads are slow" });
    for (const missing of [issue.number, 999]) {
      const commands = `/github:pr-review ${missing}\n/enhance create "Shard the queue by ${missing}"`;
      const answer = (await say(repository, number, commands)).at(-1);
      expect(answer).toContain(
        `There is no pull request ${missing} in this repository. Check the number; an issue is none.`,
      );
      expect(answer).toContain(`Shard the queue by ${missing}`);
    }
    expect(statusOf(repository, "enhance/pr-1", "002")).toMatchObject({ title: "Shard the queue by 999" });
  });

  it("answers help, a hint and a mistake, each in its line", async () => {
    const { repository, number } = await reviewed([]);
    const answers = await say(repository, number, "/enhance help reject\n/enhance rejct 001\n");
    expect(answers).toHaveLength(1);
    expect(answers[0]).toContain("Decides against an enhancement");
    expect(answers[0]).toContain("Line 2");
    expect(answers[0]).toContain("reject");
    const [, hint] = await say(repository, number, "```\n/enhance help\n```");
    expect(hint).toContain("stands in code");
  });
});

describe("in preview", () => {
  it.each(["/enhance", '/enhance create "Shard the queue"'])(
    "%s says where it is shown, and writes nothing",
    async (line) => {
      const { repository, source, number } = await reviewed([POOL], { config: "mode: preview\n" });
      const [answer] = await say(repository, number, line);
      expect(answer?.split("\n").at(-1)).toBe(
        "Nothing is captured while `mode: preview` stands in the config: the check run `Review Miner preview` shows what would be. Set another mode there to have it written.",
      );
      expect(source.followUps()).toEqual([]);
      const shown = app.github.checkRuns(repository).at(-1)?.output.summary;
      expect(shown).toContain(line === "/enhance" ? "Use a connection pool" : "Shard the queue");
    },
  );

  it.each(["reject 007 not now", "priority 007 low", "redact 007", "start 007 --tag"])(
    "/enhance %s changes nothing and says so, and what only reads is answered",
    async (command) => {
      const options = { config: "mode: preview\n", files: enhancementFiles() };
      const { repository, number } = await reviewed([], options);
      const [answer] = await say(repository, number, `/enhance ${command}\n/enhance list`);
      expect(answer).toContain(
        "Nothing is changed while `mode: preview` stands in the config. Set another mode there, and write the command again.",
      );
      expect(answer).toContain("| 007 |");
      expect(app.github.branches(repository)).toEqual(["main", "upload"]);
    },
  );
});

describe("on the follow-up", () => {
  it.each<[command: string, expected: object]>([
    ["/enhance reject 002 out of scope", { status: "rejected" }],
    ["/enhance defer 2 after the release", { status: "deferred" }],
    ["/enhance approve 002", { status: "ready" }],
    ["/enhancement:status 002 blocked waits for the driver", { status: "blocked" }],
    [
      "/enhance priority 002 low",
      {
        priority: "low",
        history: [{}, { status: "not-started", by: "bob", reason: "priority low", askedIn: { line: 1 } }],
      },
    ],
  ])("%s", async (command, expected) => {
    const { repository, source } = await reviewed([POOL, RETRY]);
    const [followUp] = source.followUps();
    if (!followUp) throw new Error("there is no follow-up");
    const commits = app.github.log(repository, "enhance/pr-1").length;
    const answers = await say(repository, followUp.number, command);
    expect(answers).toHaveLength(1);
    expect(statusOf(repository, "enhance/pr-1", "002")).toMatchObject(expected);
    expect(app.github.log(repository, "enhance/pr-1")).toHaveLength(commits + 1);
    const [, value = ""] = Object.entries(expected)[0] ?? [];
    expect(followUp.body).toContain(String(value));
    expect(source.followUps()).toHaveLength(1);
  });

  it("merges one into the other, and does not propose it again", async () => {
    const { repository, source } = await reviewed([POOL, RETRY]);
    const [followUp] = source.followUps();
    await say(repository, followUp?.number ?? 0, "/enhance merge 002 into 001");
    source.review(["suggestion (non-blocking): Log the size of each upload."]);
    await app.settle();
    expect(source.directories("enhance/pr-1").map((name) => name.slice(0, 3))).toEqual(["001", "003"]);
    expect(statusOf(repository, "enhance/pr-1", "001")).toMatchObject({ sightings: [{ author: PEOPLE.reviewer }] });
  });

  it("takes a quote out for good", async () => {
    const { repository, source } = await reviewed([POOL, RETRY]);
    const [followUp] = source.followUps();
    await say(repository, followUp?.number ?? 0, "/enhance redact 001");
    const text = () =>
      Object.entries(app.github.readFiles(repository, "enhance/pr-1")).find(([path]) =>
        /\/001-.*\.md$/.test(path),
      )?.[1];
    expect(text()).toContain("The quote was taken out on request.");
    const root = source.pull.threads[0]?.comments[0];
    app.github.editReviewComment(repository, root?.id ?? 0, { ...BOB, body: `${POOL} Soon.` });
    await app.settle();
    expect(text()).toContain("The quote was taken out on request.");
    app.github.resolveThread(repository, root?.id ?? 0, BOB);
    await app.settle();
    expect(source.directories("enhance/pr-1").map((name) => name.slice(0, 3))).toEqual(["002"]);
    app.github.unresolveThread(repository, root?.id ?? 0, BOB);
    await app.settle();
    expect(text()).toContain("The quote was taken out on request.");
  });
});

describe("on merged enhancements", () => {
  async function merged() {
    const { repository, source, number } = await reviewed([POOL, RETRY]);
    const [followUp] = source.followUps();
    app.github.markReady(repository, followUp?.number ?? 0, BOB);
    app.github.mergePullRequest(repository, followUp?.number ?? 0, BOB);
    await app.settle();
    return { repository, source, number };
  }

  it.each(["ruleset", "protection"] as const)("answers where a %s refuses a branch, and does the rest", async (by) => {
    const { repository, number } = await merged();
    app.github.protectBranch(repository, "enhancement/*", { by });
    const [answer] = await say(repository, number, "/enhance start 002\n/enhance reject 001 we go another way");
    expect(answer).toMatch(
      /A rule of this repository refuses the branch `enhancement\/002-[a-z-]+`\. Let this App bypass the rule for `enhancement\/\*\*`, and write the command again\./,
    );
    expect(answer).toContain("is now rejected.");
    expect(statusOf(repository, "enhance/rolling", "001")).toMatchObject({ status: "rejected" });
  });

  it.each(["ruleset", "protection"] as const)("says where a %s refuses a tag", async (by) => {
    const { repository, number } = await merged();
    app.github.protectBranch(repository, "refs/tags/*", { by, message: "Protected branch or tag" });
    const [answer] = await say(repository, number, "/enhance start 002 --tag");
    expect(answer).toMatch(
      /002 is started .* A rule of this repository refuses the tag `pre-enhancement\/002-[\d-]+`\. Let this App bypass the rule for `pre-enhancement\/\*\*`; this one can be made by hand at `[\da-f]{12}`\.$/,
    );
  });

  it("changes them on the rolling follow-up, lists and shows them, and starts one", async () => {
    const { repository, source, number } = await merged();

    const [rejected] = await say(repository, number, "/enhance reject 001 we go another way");
    expect(rejected).toContain("001");
    const [, rolling] = source.followUps();
    expect(rolling?.head.ref).toBe("enhance/rolling");
    expect(rolling?.body).toContain("not-started → rejected");
    expect(statusOf(repository, "enhance/rolling", "001")).toMatchObject({ status: "rejected" });

    const [, list] = await say(repository, number, "/enhance list --status rejected");
    expect(list).toContain("| 001 |");
    expect(list).not.toContain("| 002 |");
    const [, , shown] = await say(repository, number, "/enhance show 2");
    expect(shown).toContain("**002:");

    await say(repository, number, "/enhance start 002 --tag");
    const branch = app.github.branches(repository).find((name) => name.startsWith("enhancement/002-"));
    expect(statusOf(repository, branch ?? "", "002")).toMatchObject({ status: "in-progress" });
    expect(statusOf(repository, "main", "002")).toMatchObject({ status: "not-started" });
  });
});

describe("who may", () => {
  it("is silent to strangers", async () => {
    const { repository, source, number } = await reviewed([POOL]);
    const [followUp] = source.followUps();
    const comment = app.github.comment(repository, followUp?.number ?? 0, {
      ...{ as: PEOPLE.stranger, body: "/enhance reject 001" },
    });
    app.github.comment(repository, number, { as: PEOPLE.stranger, body: "/enhance ignore\n/enhance fly" });
    await app.settle();
    expect(reactionsTo(comment)).toEqual([]);
    expect(saidOn(source.pull)).toEqual([]);
    expect(followUp && saidOn(followUp)).toEqual([]);
    expect(statusOf(repository, "enhance/pr-1", "001")).toMatchObject({ status: "not-started" });
  });

  it("is silent to somebody who could until a moment ago, and hears them when they may again", async () => {
    const { repository, source, number } = await reviewed([POOL, QUESTION]);
    const [followUp] = source.followUps();
    await say(repository, followUp?.number ?? 0, "/enhance approve 001");
    app.github.setRole(repository, BOB.as, "triage");
    const comment = app.github.comment(repository, followUp?.number ?? 0, { ...BOB, body: "/enhance reject 001" });
    const [, question] = source.pull.threads;
    app.github.replyTo(repository, question?.comments[0]?.id ?? 0, { ...BOB, body: "/enhance" });
    await app.settle();
    source.review([], { as: PEOPLE.author, body: "Thanks!" });
    await app.settle();
    expect(reactionsTo(comment)).toEqual([]);
    expect(statusOf(repository, "enhance/pr-1", "001")).toMatchObject({ status: "ready" });
    expect(source.directories("enhance/pr-1")).toHaveLength(1);

    app.github.setRole(repository, BOB.as, "write");
    await say(repository, number, "/enhance list");
    expect(source.directories("enhance/pr-1")).toHaveLength(2);
  });

  it("reads the backlog out to strangers only where the config opens that", async () => {
    const stranger = { as: PEOPLE.stranger };
    const closed = await reviewed([POOL]);
    expect(
      await say(closed.repository, closed.number, "/enhance list\n/enhance show 001\n/enhance help", stranger),
    ).toEqual([]);
    const opened = await reviewed([POOL], { config: "commands:\n  roles:\n    list: read\n" });
    const answers = await say(opened.repository, opened.number, "/enhance list\n/enhance help", stranger);
    expect(answers).toEqual([expect.stringContaining("connection pool")]);
    expect(answers[0]).not.toContain("Write a command");
  });
});
