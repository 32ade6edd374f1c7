/** Every promise of docs/privacy.md, under its own words. */
import { describe, expect, it } from "@jest/globals";
import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import type { Socket } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import type { AppInProcess } from "../helpers/app-in-process.ts";
import { shareApp } from "../helpers/shared-app.ts";
import { openSource, PEOPLE, type Source } from "../helpers/source-pull.ts";
import { makeToken } from "../redact/make-token.ts";

const ALICE = { as: PEOPLE.author };
const BOB = { as: PEOPLE.reviewer };
const POOL = "suggestion (non-blocking): Use a connection pool instead of one connection per request.";
const RETRY = "suggestion (non-blocking): Retry uploads with backoff instead of giving up.";
const CONFIG = { config: "enabled: true\n" };

let app: AppInProcess;
let count = 0;
shareApp((started) => (app = started), { mayFail: true });

/** A source in an organisation of its own, so that it can leave alone. */
async function open(
  options: { config?: string } = CONFIG,
): Promise<{ owner: string; repository: string; source: Source }> {
  count += 1;
  const owner = `owner-${count}`;
  app.github.createOrganization(owner);
  app.github.install(owner);
  const source = openSource(app.github, `${owner}/api`, options);
  await app.settle();
  return { owner, repository: `${owner}/api`, source };
}

/** The same with two suggestions captured. */
async function captured() {
  const opened = await open();
  opened.source.review([POOL, RETRY]);
  await app.settle();
  const [followUp] = opened.source.followUps();
  const comment = opened.source.pull.threads[0]?.comments[0];
  if (!followUp || !comment) throw new Error("nothing was captured");
  return { ...opened, followUp, comment };
}

/** Does something whose webhooks are lost. */
async function unheard(happens: () => void): Promise<void> {
  const us = app.simulator.app.webhookUrl ?? "";
  app.simulator.sendWebhooksTo("http://127.0.0.1:9/");
  happens();
  await deliver();
  app.simulator.sendWebhooksTo(us);
}

/** Brings the webhooks to the queue, and runs nothing. */
const deliver = () => app.simulator.settle();
const jobsOf = async (owner: string) =>
  (await app.queue.jobs.list()).filter(({ payload }) => JSON.stringify(payload).includes(`"${owner}"`));
const writesFrom = (from: number) => app.simulator.requests.slice(from).filter(({ category }) => category === "write");
const textOf = (repository: string, branch: string, id: string, file = "enhancement.md") =>
  Object.entries(app.github.readFiles(repository, branch)).find(
    ([name]) => name.includes(`/${id}-`) && name.endsWith(file),
  )?.[1] ?? "";
const merge = async (repository: string, ...numbers: number[]) => {
  for (const number of numbers) {
    app.github.mergePullRequest(repository, number, ALICE);
    await app.settle();
  }
};
const say = async (repository: string, number: number, body: string) => {
  app.github.comment(repository, number, { ...BOB, body });
  await app.settle();
};

/** All that a repository of GitHub, the log and the queue hold of what we made; people's own words left out. */
async function allOurs({ repository }: { repository: string }): Promise<string> {
  const { github } = app;
  const pulls = github.pullRequests(repository);
  const said = pulls.flatMap(({ comments }) => comments).filter(({ author }) => author.login === "review-miner[bot]");
  const ours = pulls.filter(({ author }) => author.login === "review-miner[bot]");
  const files = github.branches(repository).map((branch) => github.readFiles(repository, branch));
  return JSON.stringify([
    ours.map(({ title, body }) => [title, body]),
    said.map(({ body }) => body),
    files,
    app.log,
    await app.queue.jobs.list(),
  ]);
}

/** Comments that say a lot with little, and a reply to each. */
const TELLING = [
  "加上重试机制",
  "Quench them. Zebras have noticed already, let's do it in a sequel.",
  "Consider the plan at https://wiki.corp.invalid/acquisition, secrets/merger.md, specs/acme/plan and #4711.",
];
const ANSWER = "Flamingos have known all this since winter.";

/** Has each comment written in a thread of its own, answered, and asked for. */
async function askFor(source: Source, comments: string[]): Promise<void> {
  source.review(comments);
  for (const {
    comments: [root],
  } of source.pull.threads) {
    app.github.replyTo(source.repository, root?.id ?? 0, { ...ALICE, body: ANSWER });
    app.github.replyTo(source.repository, root?.id ?? 0, { ...BOB, body: "/enhance" });
  }
  await app.settle();
}

/** Words of those comments and the reply that stand in the files of an item, elsewhere than in its title. */
function wordsLeft(repository: string, branch: string, id: string): string[] {
  const status = JSON.parse(textOf(repository, branch, id, "status.json")) as object;
  const markdown = textOf(repository, branch, id).split("\n").slice(1).join("\n");
  const written = `${JSON.stringify({ ...status, title: "", slug: "" })}\n${markdown}`.toLowerCase();
  const said = [...TELLING, ANSWER].join(" ").toLowerCase();
  const telling = said.match(/\d{4}|[a-z]{5,}|[^\p{ASCII}]+/gu) ?? [];
  return telling.filter((word) => word !== "https" && written.includes(word));
}

/** A token in every place where people write, and its telling pieces. */
const LEAK = makeToken("ghp_{a36}", 1);
function expectNoSecret(text: string): void {
  for (const secret of LEAK.secrets) {
    expect(text).not.toContain(secret.slice(0, 10));
    expect(text).not.toContain(secret.slice(-10));
  }
}

const PROMISES: Record<string, () => Promise<void>> = {
  "Nothing is sent to anybody but GitHub.": async () => {
    const places = new Set<string>();
    const see = (message: unknown) => {
      const { socket } = message as { socket: Socket };
      socket.once("connect", () => places.add(`${socket.remoteAddress ?? ""}:${socket.remotePort ?? 0}`));
    };
    const { repository, source } = await open();
    await app.restart();
    const before = app.simulator.requests.length;
    subscribe("net.client.socket", see);
    try {
      source.review([POOL, `${RETRY} The token is ${LEAK.token}.`]);
      await say(repository, source.pull.number, "/enhance list");
    } finally {
      unsubscribe("net.client.socket", see);
    }
    const github = new URL(app.simulator.url).host;
    const us = new URL(app.simulator.app.webhookUrl ?? "").host;
    expect([...places].filter((place) => place !== github && place !== us)).toEqual([]);
    expect(app.simulator.requests.length).toBeGreaterThan(before);
    expect(app.jobs().at(-1)).toMatchObject({ outcome: "answered" });
  },

  "Nothing of one repository is written to another.": async () => {
    const first = app.simulator.requests.length;
    const [one, other] = [await open(), await open()];
    one.source.review([POOL]);
    await app.settle();
    const writes = writesFrom(first).map(({ path: place }) => place);
    expect(writes.length).toBeGreaterThan(0);
    for (const place of writes) expect(place).toMatch(new RegExp(`^/repos/${one.repository}/|^/graphql$|^/app/`));
    expect(other.source.followUps()).toEqual([]);
  },

  "The log holds no text that people wrote.": async () => {
    const { repository, source } = await captured();
    await say(repository, source.pull.number, '/enhance create "Zebra crossing"\n/enhance rejekt 001 because zebras');
    const log = JSON.stringify(app.log);
    for (const words of ["connection pool", "backoff", "ebra", "Stream uploads"]) expect(log).not.toContain(words);
  },

  "A secret in a review, a comment or a thread is replaced by a mark before anything is made of it: it is in no file, no pull request, no reply, no log line and no queued job.":
    async () => {
      const given = await open();
      const { repository, source } = given;
      const { token } = LEAK;
      source.review([`suggestion (non-blocking): Rotate ${token} in a follow-up.`, POOL], {
        body: `We should move ${token} to the vault in a follow-up.\n\n- [ ] ${token} is gone`,
      });
      app.github.comment(repository, source.pull.number, {
        ...BOB,
        body: `Let's drop \`${token}\` in a follow-up PR.`,
      });
      await deliver();
      expectNoSecret(JSON.stringify(await app.queue.jobs.list()));
      await app.settle();
      const ours = await allOurs(given);
      expectNoSecret(ours);
      expect(ours).toMatch(/\[redacted: github [0-9a-f]{4}\]/);
      expect(ours).toContain("Secrets in the quote are redacted.");
    },

  "The same holds for what stands behind `/enhance`.": async () => {
    const given = await open();
    const { token } = LEAK;
    const body = `/enhance create "Rotate ${token}"\n/enhance reject 099 ${token}\n/enhance ${token} now\n/enhance show ${token}`;
    app.github.comment(given.repository, given.source.pull.number, { ...BOB, body });
    await deliver();
    const stored = JSON.stringify(await app.queue.jobs.list());
    expect(stored).toContain("[redacted: github");
    expectNoSecret(stored);
    await app.settle();
    expect(given.source.followUps()).toHaveLength(1);
    expectNoSecret(await allOurs(given));
  },

  "`enhance mine` on the command line shows and writes no secret either.": () => {
    const comment = {
      ...{ id: 1, node_id: "N1", user: { login: "bob", type: "User" }, created_at: "2026-01-01T00:00:00Z" },
      body: `suggestion (non-blocking): Rotate ${LEAK.token} in a follow-up.`,
      ...{ path: "a.ts", html_url: "https://github.com/octo/api/pull/1#discussion_r1" },
    };
    const root = mkdtempSync(path.join(tmpdir(), "privacy-"));
    const cli = path.join(import.meta.dirname, "../../src/cli.ts");
    const args = [cli, "-C", root, "mine", "-", "--json", "--write", "--pull", "octo/api#1"];
    const { stdout, stderr } = spawnSync(process.execPath, args, {
      input: JSON.stringify([comment]),
      encoding: "utf8",
    });
    const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((file) =>
      /\.(?:md|json)$/.test(file),
    );
    const written = files.map((file) => readFileSync(path.join(root, file), "utf8")).join("\n");
    rmSync(root, { recursive: true });
    expect(stderr).toBe("");
    for (const text of [stdout, written]) {
      expect(text).toContain("[redacted: github");
      expectNoSecret(text);
    }
    return Promise.resolve();
  },

  "A queued job holds the numbers, names and paths that say what it is about, and who did it; for a command also where it stands, and the command.":
    async () => {
      const { owner, repository, source } = await open();
      source.review([POOL]);
      app.github.comment(repository, source.pull.number, { ...BOB, body: "Words around it.\n\n/enhance list" });
      await deliver();
      const payloads = (await jobsOf(owner)).map(({ payload }) => payload as Record<string, unknown>);
      const place = { installationId: expect.any(Number), isPrivate: false, pullNumber: source.pull.number };
      const at = { id: expect.any(Number), owner, name: "api" };
      expect(payloads).toEqual([
        { ...place, repository: at },
        {
          ...{ ...place, repository: at, commands: [{ line: 3, command: { verb: "list" } }], problems: [] },
          comment: {
            ...{ kind: "issue-comment", id: expect.any(Number), nodeId: expect.any(String) },
            ...{
              writtenAt: expect.any(String),
              author: { id: expect.any(Number), login: PEOPLE.reviewer, isBot: false },
            },
          },
        },
      ]);
      await app.settle();
    },

  "When a job has run, only the number, the event and the ids of its delivery are left; after 30 days they go as well.":
    async () => {
      const { owner } = await captured();
      expect(await jobsOf(owner)).toEqual([]);
    },

  "A dead job keeps what it held until an operator runs it again or discards it.": async () => {
    const { owner, source } = await open();
    source.review([POOL]);
    await deliver();
    await unheard(() => app.github.deleteRepository(`${owner}/api`));
    const [job] = await jobsOf(owner);
    await app.queue.drain();
    expect(await app.queue.jobs.read(job?.id ?? "")).toMatchObject({ state: "dead", payload: job?.payload });
    expect(await app.queue.jobs.discard(job?.id ?? "")).toBe(true);
    await app.settle();
  },

  "`enabled: false` stops everything: nothing is written, and no command is answered.": async () => {
    const { repository, source } = await open({ config: "enabled: false\n" });
    const first = app.simulator.requests.length;
    source.review([POOL], { body: "/enhance" });
    const root = source.pull.threads[0]?.comments[0];
    app.github.replyTo(repository, root?.id ?? 0, { ...BOB, body: "/enhance high" });
    await say(repository, source.pull.number, '/enhance list\n/enhance create "Do it"\n/enhance rejekt');
    app.github.mergePullRequest(repository, source.pull.number, ALICE);
    await app.settle();
    expect(writesFrom(first).filter(({ path: place }) => !place.startsWith("/app/"))).toEqual([]);
    expect(app.jobs().at(-1)).toMatchObject({ outcome: "refused", reason: "switched off by config" });
  },

  "When the App is uninstalled or suspended, its queued jobs are deleted.": async () => {
    for (const leave of ["uninstall", "suspend"] as const) {
      const [gone, stays] = [await open(), await open()];
      gone.source.review([POOL]);
      stays.source.review([POOL]);
      await deliver();
      expect(await jobsOf(gone.owner)).toHaveLength(1);
      app.github[leave](gone.owner);
      await deliver();
      expect(await jobsOf(gone.owner)).toEqual([]);
      expect(await jobsOf(stays.owner)).toHaveLength(1);
      await app.settle();
      expect(gone.source.followUps()).toEqual([]);
      expect(stays.source.followUps()).toHaveLength(1);
    }
  },

  "When a repository is taken from the App, archived, deleted, transferred, made private or made public, its queued jobs are deleted.":
    async () => {
      const ways: ((given: { owner: string; repository: string }) => void)[] = [
        ({ repository }) => app.github.archiveRepository(repository),
        ({ repository }) => app.github.setVisibility(repository, "private"),
        ({ repository }) => app.github.transferRepository(repository, PEOPLE.stranger),
        ({ repository }) => app.github.deleteRepository(repository),
      ];
      for (const leave of ways) {
        const given = await open();
        given.source.review([POOL]);
        await deliver();
        expect(await jobsOf(given.owner)).toHaveLength(1);
        leave(given);
        await deliver();
        expect(await jobsOf(given.owner)).toEqual([]);
      }
      const hidden = await open();
      app.github.setVisibility(hidden.repository, "private");
      hidden.source.review([POOL]);
      await deliver();
      expect(await jobsOf(hidden.owner)).toHaveLength(1);
      app.github.setVisibility(hidden.repository, "public");
      await deliver();
      expect(await jobsOf(hidden.owner)).toEqual([]);
    },

  "What is forgotten leaves the number and event of each delivery, and nothing that says whose it was.": async () => {
    const { owner, source } = await open();
    source.review([POOL]);
    await deliver();
    const [job] = await jobsOf(owner);
    app.github.uninstall(owner);
    await deliver();
    expect(await app.queue.missing(job?.deliveries ?? [])).toEqual([]);
    expect(JSON.stringify(await app.queue.jobs.list())).not.toContain(owner);
  },

  "Pull requests, branches and files that were written stay as they are: they belong to the repository.": async () => {
    const { owner, repository, followUp } = await captured();
    const files = app.github.readFiles(repository, "enhance/pr-1");
    const { body } = followUp;
    app.github.uninstall(owner);
    await app.settle();
    expect(app.github.pullRequest(repository, followUp.number)).toMatchObject({ state: "open", body });
    expect(app.github.readFiles(repository, "enhance/pr-1")).toEqual(files);
  },

  "A job from before a repository was made public writes nothing afterwards, even when GitHub's message about it was lost; the next event on the pull request is worked on again.":
    async () => {
      const { repository, source } = await open();
      app.github.setVisibility(repository, "private");
      source.review([POOL]);
      app.github.comment(repository, source.pull.number, { ...BOB, body: "/enhance list" });
      await deliver();
      await unheard(() => app.github.setVisibility(repository, "public"));
      const first = app.simulator.requests.length;
      await app.settle();
      expect(app.jobs().slice(-2)).toMatchObject([
        { outcome: "refused", reason: "the repository was made public since" },
        { outcome: "refused", reason: "the repository was made public since" },
      ]);
      expect(writesFrom(first).filter(({ path: place }) => !place.startsWith("/app/"))).toEqual([]);
      source.review([RETRY]);
      await app.settle();
      expect(source.directories("enhance/pr-1")).toHaveLength(2);
    },

  "A job whose repository's name leads to another repository today writes nothing there.": async () => {
    const { repository, source } = await open();
    source.review([POOL]);
    await deliver();
    app.github.renameRepository(repository, "elsewhere");
    const other = openSource(app.github, repository, CONFIG);
    await app.settle();
    const reason = "the name leads to another repository now";
    expect(app.jobs()).toContainEqual(expect.objectContaining({ task: "capture-pull-request", reason }));
    expect(other.followUps()).toEqual([]);
  },

  "A renamed repository keeps its queued jobs, and they are done under the new name.": async () => {
    const { owner, repository, source } = await open();
    source.review([POOL]);
    await deliver();
    app.github.renameRepository(repository, "renamed");
    await app.settle();
    expect(app.github.pullRequests(`${owner}/renamed`).map(({ title }) => title)).toContain(
      "Capture 1 suggestion from #1",
    );
  },

  "An unmerged item is withdrawn within a minute after its comment was deleted, and the pull request says no word of it any more.":
    async () => {
      const { repository, source, followUp, comment } = await captured();
      app.github.deleteReviewComment(repository, comment.id, BOB);
      const begun = Date.now();
      await deliver();
      expect((app.queue.nextRunAt() ?? Infinity) - begun).toBeLessThan(60_000);
      await app.settle();
      expect(source.directories("enhance/pr-1").map((name) => name.slice(0, 3))).toEqual(["002"]);
      expect(followUp.body).toContain("the comment it came from was deleted");
      expect(followUp.body).not.toMatch(/connection pool/i);
    },

  'An item that a person edited or decided about stays; its quote is replaced by "The comment was deleted.", and so is what was made of the same words.':
    async () => {
      const edited = await captured();
      const [directory = ""] = edited.source.directories("enhance/pr-1");
      const file = `enhancements/${directory}/enhancement.md`;
      const text = textOf(edited.repository, "enhance/pr-1", "001");
      const own = text.replace("## Expected Outcomes", "Ask operations about limits first.\n\n## Expected Outcomes");
      app.github.commitFiles(edited.repository, {
        ...BOB,
        branch: "enhance/pr-1",
        files: { [file]: own },
        message: "Say more",
      });
      const decided = await captured();
      await say(decided.repository, decided.followUp.number, "/enhance approve 001");
      for (const { repository, source, comment } of [edited, decided]) {
        app.github.deleteReviewComment(repository, comment.id, BOB);
        await app.settle();
        expect(source.directories("enhance/pr-1").map((name) => name.slice(0, 3))).toEqual(["001", "002"]);
        const left = textOf(repository, "enhance/pr-1", "001");
        expect(left).toContain("## Original Feedback Context\n\nThe comment was deleted.\n");
        expect(left.replace(/^# .*/, "")).not.toMatch(/one connection per request/);
        source.review([RETRY.replace("uploads", "downloads")]);
        await app.settle();
        expect(textOf(repository, "enhance/pr-1", "001")).toBe(left);
      }
      const telling = await open();
      await askFor(telling.source, TELLING);
      const [followUp] = telling.source.followUps();
      await say(
        telling.repository,
        followUp?.number ?? 0,
        "/enhance approve 001\n/enhance approve 002\n/enhance approve 003",
      );
      for (const { comments } of telling.source.pull.threads)
        app.github.deleteReviewComment(telling.repository, comments[0]?.id ?? 0, BOB);
      await app.settle();
      for (const id of ["001", "002", "003"]) {
        expect(textOf(telling.repository, "enhance/pr-1", id)).toContain("The comment was deleted.");
        expect(wordsLeft(telling.repository, "enhance/pr-1", id)).toEqual([]);
      }
      expect(textOf(edited.repository, "enhance/pr-1", "001")).toContain("Ask operations about limits first.");
    },

  "A merged enhancement stays as it is until somebody writes `/enhance redact <id>`.": async () => {
    const { repository, source, followUp, comment } = await captured();
    await merge(repository, source.pull.number, followUp.number);
    const text = textOf(repository, "main", "001");
    app.github.deleteReviewComment(repository, comment.id, BOB);
    await app.settle();
    expect(textOf(repository, "main", "001")).toBe(text);
    expect(text).toContain("one connection per request");
  },

  "`/enhance redact <id>` takes the quote, and all else that was made of the comment or said in its thread, out of an unmerged item and out of a merged one; no later capture brings them back.":
    async () => {
      for (const { isMerged, branch } of [
        { isMerged: false, branch: "enhance/pr-1" },
        { isMerged: true, branch: "enhance/rolling" },
      ]) {
        const { repository, source } = await open();
        await askFor(source, TELLING);
        const [followUp] = source.followUps();
        if (!followUp) throw new Error("nothing was captured");
        const ids = TELLING.map((_, index) => `00${index + 1}`);
        for (const id of ids) expect(wordsLeft(repository, "enhance/pr-1", id)).not.toEqual([]);
        if (isMerged) await merge(repository, source.pull.number, followUp.number);
        const place = isMerged ? source.pull : followUp;
        await say(repository, place.number, ids.map((id) => `/enhance redact ${id}`).join("\n"));
        const expectNothingLeft = () => {
          for (const id of ids) {
            const quote = "## Original Feedback Context\n\nThe quote was taken out on request.\n";
            expect(textOf(repository, branch, id)).toContain(quote);
            expect(wordsLeft(repository, branch, id)).toEqual([]);
          }
        };
        expectNothingLeft();
        for (const { comments } of source.pull.threads) {
          const body = `${comments[0]?.body ?? ""} Soon.`;
          app.github.editReviewComment(repository, comments[0]?.id ?? 0, { ...BOB, body });
        }
        await app.settle();
        expectNothingLeft();
      }
    },
};

describe("docs/privacy.md", () => {
  const text = readFileSync(path.join(import.meta.dirname, "../../docs/privacy.md"), "utf8");
  const promised = [...text.matchAll(/^- (.+)$/gm)].map(([, words = ""]) => words);

  it("promises what is tested here, and no more", () => {
    expect(Object.keys(PROMISES)).toEqual(promised);
  });

  it.each(Object.entries(PROMISES))("%s", (_promise, keep) => keep());
});
