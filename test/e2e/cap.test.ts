/** How many items a source may bring, and which: comments and commands in, what the follow-up carries out. */
import { describe, expect, it } from "@jest/globals";
import type { AppInProcess } from "../helpers/app-in-process.ts";
import { shareApp } from "../helpers/shared-app.ts";
import { openSource, PEOPLE } from "../helpers/source-pull.ts";

const POOL = "suggestion (non-blocking): Use a connection pool instead of one connection per request.";
const RETRY = "suggestion (non-blocking): Retry uploads with backoff instead of giving up.";
const STREAM = "suggestion (non-blocking): Stream the rows to the client.";
const NIT = "nit: rename `n` to `count`";
const CRITICAL = "**Critical:** escape the name before it goes into the query, this is an SQL injection.";
const HIGH = "P1: The lock is never released when the upload fails; release it in `finally`.";
const BOB = { as: PEOPLE.reviewer };

let app: AppInProcess;
let count = 0;
shareApp((started) => {
  app = started;
});

async function reviewed(comments: string[], cap: number) {
  count += 1;
  const config = `capture:\n  max_per_pull_request: ${cap}\n`;
  const source = openSource(app.github, `octo/cap-${count}`, { config });
  source.review(comments);
  await app.settle();
  const { repository, pull } = source;
  const say = async (body: string, number = pull.number) => {
    app.github.comment(repository, number, { ...BOB, body });
    await app.settle();
  };
  const merge = async () => {
    app.github.mergePullRequest(repository, pull.number, { as: PEOPLE.author });
    await app.settle();
  };
  const body = () => source.followUps()[0]?.body ?? "";
  return { source, repository, pull, say, merge, body, directories: () => source.directories("enhance/pr-1") };
}

describe("the cap", () => {
  it("keeps out nothing critical or high, whatever came before it", async () => {
    const { merge, body, directories } = await reviewed([POOL, RETRY, STREAM, HIGH, CRITICAL], 2);
    expect(directories()).toHaveLength(2);
    await merge();
    expect(directories()).toEqual([
      ...["001-use-a-connection-pool-instead-of-one-connection-per-request"],
      ...["002-retry-uploads-with-backoff-instead-of-giving-up"],
      expect.stringContaining("003-release-the-lock"),
      expect.stringContaining("004-escape-the-name"),
    ]);
    expect(body()).toContain("1 more did not fit: max_per_pull_request is 2");
  });

  it("does not count what is asked for, created or rejected", async () => {
    const { source, repository, pull, say, body, directories } = await reviewed([POOL, RETRY, NIT], 3);
    app.github.replyTo(repository, pull.threads[2]?.comments[0]?.id ?? 0, { ...BOB, body: "/enhance" });
    await say('/enhance create "Shard the queue by repository"');
    await say("/enhance reject 002 not here", source.followUps()[0]?.number);
    source.review([STREAM, "suggestion (non-blocking): Log the size of each upload."]);
    await app.settle();
    expect(directories().map((name) => name.slice(0, 3))).toEqual(["001", "002", "003", "004", "005", "006"]);
    expect(body()).not.toContain("did not fit");
  });

  it("holds whatever priority a command gives to all, which makes none urgent among the others", async () => {
    const { source, say, merge, body, directories } = await reviewed([POOL, RETRY, STREAM], 1);
    await say("/enhance capture high");
    expect(directories()).toHaveLength(1);
    expect(body()).toContain("2 more did not fit: max_per_pull_request is 1");
    source.review([HIGH]);
    await merge();
    expect(directories()[1]).toMatch(/^002-release-the-lock/);
    expect(directories()).toHaveLength(2);
  });

  it("lets the next in where one is rejected, also once the source has merged", async () => {
    const { source, say, merge, body, directories } = await reviewed([POOL, RETRY], 1);
    await merge();
    expect(body()).toContain("of what did not fit, the next comes in where one here is rejected.");
    await say("/enhance reject 001 not here", source.followUps()[0]?.number);
    expect(directories()).toContain("002-retry-uploads-with-backoff-instead-of-giving-up");
    expect(body()).toContain("this list is complete.");
  });

  it("says what to write, and where, to have what did not fit", async () => {
    const { say, body, directories } = await reviewed([POOL, RETRY], 1);
    await say("The rows could be streamed to the client; fine to do in a follow-up.");
    expect(body()).toMatch(/^- \[Retry uploads with .+\]\(.+\): write `\/enhance` in its thread$/m);
    const command = /^- \[Stream the rows .+\]\(.+\): write `(?<command>.+)` on `#1`$/m.exec(body())?.groups?.[
      "command"
    ];
    expect(command).toBe('/enhance create "Stream the rows to the client"');
    await say(command ?? "");
    expect(directories()).toContain("002-stream-the-rows-to-the-client");
    expect(body()).toContain("1 more did not fit");
    expect(body()).not.toContain("- [Stream the rows");
  });
});
