/** Quiet by contract: what we do not say, and what we do not write. */
import { describe, expect, it } from "@jest/globals";
import type { AppInProcess } from "../helpers/app-in-process.ts";
import { shareApp } from "../helpers/shared-app.ts";
import { openAnother, openSource, PEOPLE } from "../helpers/source-pull.ts";

const POOL = "suggestion (non-blocking): Use a connection pool instead of one connection per request.";
const RETRY = "suggestion (non-blocking): Retry uploads with backoff instead of giving up.";
const BOB = { as: PEOPLE.reviewer };
const ALICE = { as: PEOPLE.author };
const BOT = "review-miner[bot]";

let app: AppInProcess;
shareApp((started) => {
  app = started;
  for (const slug of ["chatty-one", "chatty-two", "review-miner-copy"]) app.github.createBot(slug);
});

describe("among bots", () => {
  it("says one thing for each human act, whatever they answer to it, and asks nothing for its own events", async () => {
    const { github } = app;
    const source = openSource(github, "octo/loops", { config: "enabled: true\n" });
    source.review([POOL]);
    await app.settle();
    const [followUp] = source.followUps();
    if (!followUp) throw new Error("there is no follow-up");
    github.comment("octo/loops", followUp.number, { ...BOB, body: "/enhance list" });
    await app.settle();
    for (let round = 0; round < 3; round += 1) {
      for (const slug of ["chatty-one", "chatty-two", "review-miner-copy"]) {
        const last = followUp.comments.at(-1)?.body ?? "";
        const body = `I heard:\n\n${last.replace(/^/gm, "> ")}\n\n/enhance list\n/enhance reject 001\n/enhance fly`;
        github.comment("octo/loops", followUp.number, { as: `${slug}[bot]`, body });
      }
      await app.settle();
    }
    expect(followUp.comments.filter(({ author }) => author.login === BOT)).toHaveLength(1);
    const { simulator } = app;
    const own = simulator.deliveries.filter(({ payload }) => {
      const { sender } = payload as { sender?: { login?: string } };
      return sender?.login === BOT;
    });
    expect(own.length).toBeGreaterThan(0);
    const before = simulator.requests.length;
    for (const { guid } of own) await simulator.redeliver(guid);
    await app.settle();
    expect(simulator.requests).toHaveLength(before);
  });
});

describe("mode: preview", () => {
  it("writes nothing, and shows on the source what it would capture and why", async () => {
    const { github } = app;
    const source = openSource(github, "octo/preview", { config: "mode: preview\n" });
    source.review([POOL, "nit: `limitBytes` reads better."]);
    await app.settle();
    expect(source.followUps()).toEqual([]);
    expect(github.branches("octo/preview")).toEqual(["main", "upload"]);
    const [run, ...others] = github.checkRuns("octo/preview");
    expect(others).toEqual([]);
    expect(run).toMatchObject({ name: "Review Miner preview", conclusion: "neutral" });
    expect(run?.output.title).toBe("1 suggestion would be captured");
    expect(run?.output.summary).toContain("Use a connection pool");
    expect(run?.output.summary).toContain("Left out:");
  });

  it("leaves what was written before it as it is, whatever becomes of the source", async () => {
    const { github } = app;
    const source = openSource(github, "octo/preview-later", { config: "enabled: true\n" });
    source.review([POOL]);
    await app.settle();
    const files = { ".github/enhance.yml": "mode: preview\n" };
    github.commitFiles("octo/preview-later", { ...ALICE, branch: "main", files, message: "Only look" });
    source.review([RETRY]);
    await app.settle();
    github.closePullRequest("octo/preview-later", source.pull.number, ALICE);
    await app.settle();
    expect(source.followUps()).toMatchObject([{ state: "open" }]);
    expect(source.directories("enhance/pr-1").map((name) => name.slice(0, 3))).toEqual(["001"]);
    expect(app.jobs().at(-1)).toMatchObject({ outcome: "refused", reason: "nothing is written in preview" });
  });
});

describe("mode: rolling", () => {
  it("keeps one follow-up for all, of what has merged", async () => {
    const { github } = app;
    const source = openSource(github, "octo/rolling", { config: "mode: rolling\n" });
    source.review([POOL]);
    const other = openAnother(github, "octo/rolling", "download");
    other.review([RETRY]);
    await app.settle();
    expect(source.followUps()).toEqual([]);
    for (const { pull } of [source, other]) {
      github.mergePullRequest("octo/rolling", pull.number, ALICE);
      await app.settle();
    }
    const [rolling, ...more] = source.followUps();
    expect(more).toEqual([]);
    expect(rolling).toMatchObject({ isDraft: false, head: { ref: "enhance/rolling" } });
    expect(source.directories("enhance/rolling").map((name) => name.slice(0, 3))).toEqual(["001", "002"]);
    expect(rolling?.body).toContain("| 002 |");

    github.mergePullRequest("octo/rolling", rolling?.number ?? 0, BOB);
    const third = openAnother(github, "octo/rolling", "export");
    third.review(["suggestion (non-blocking): Log the size of each export."]);
    github.mergePullRequest("octo/rolling", third.pull.number, ALICE);
    await app.settle();
    const [, next] = source.followUps();
    expect(next).toMatchObject({ state: "open", head: { ref: "enhance/rolling" } });
    expect(next?.body).toContain("| 003 |");
    expect(next?.body).not.toContain("| 001 |");
  });
});

describe("without a config", () => {
  it("explains itself in the first follow-up, and no more once one has merged", async () => {
    const { github } = app;
    const source = openSource(github, "octo/first");
    source.review([POOL]);
    await app.settle();
    const [first] = source.followUps();
    expect(first?.body).toContain("the first pull request of Review Miner here");
    github.markReady("octo/first", first?.number ?? 0, BOB);
    github.mergePullRequest("octo/first", first?.number ?? 0, BOB);
    const other = openAnother(github, "octo/first", "download");
    other.review([RETRY]);
    await app.settle();
    const [, second] = source.followUps();
    expect(second?.body).toContain("Retry uploads");
    expect(second?.body).not.toContain("the first pull request");
  });

  it.each([
    ["is open", "octo/asked-open", () => undefined, undefined],
    [
      "was closed by a person",
      "octo/asked-closed",
      (repository: string, number: number) => app.github.closePullRequest(repository, number, BOB),
      undefined,
    ],
    [
      "was closed with its source",
      "octo/asked-source",
      (repository: string) => app.github.closePullRequest(repository, 1, ALICE),
      "> **Nobody has decided about a pull request of Review Miner here yet.** It keeps what",
    ],
  ])("calls no second follow-up the first, where that %s", async (_name, repository, end, note) => {
    const { github } = app;
    const source = openSource(github, repository);
    source.review([POOL]);
    await app.settle();
    end(repository, source.followUps()[0]?.number ?? 0);
    const other = openAnother(github, repository, "download");
    other.review([`${RETRY}\n\n/enhance`]);
    await app.settle();
    const [first, second] = source.followUps();
    expect(first?.body).toContain("the first pull request of Review Miner here");
    expect(second?.body).not.toContain("the first pull request");
    expect(second?.body.split("\n")[0]).toContain(note ?? "**1 suggestion from the review");
  });
});
