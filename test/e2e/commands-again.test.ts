/** Commands whose run was stopped after it had written, or lost a race: the next run finds what is done and answers. */
import { describe, expect, it } from "@jest/globals";
import { withoutMarker } from "../../src/core/marker.ts";
import type { AppInProcess } from "../helpers/app-in-process.ts";
import { shareApp } from "../helpers/shared-app.ts";
import { openSource, PEOPLE, type Source } from "../helpers/source-pull.ts";
import type { SeenRequest } from "../simulator/http/hooks.ts";
import type { PullRequest } from "../simulator/model.ts";

const POOL = "suggestion (non-blocking): Use a connection pool instead of one connection per request.";
const RETRY = "suggestion (non-blocking): Retry uploads with backoff instead of giving up.";
const BOB = { as: PEOPLE.reviewer };
const BOT = "review-miner[bot]";

let app: AppInProcess;
let count = 0;
shareApp((started) => (app = started));

/** Two enhancements in a follow-up, or merged; the second pull request of the repository is that follow-up. */
async function prepare({ isMerged }: { isMerged: boolean }) {
  count += 1;
  const repository = `octo/again-${count}`;
  const source = openSource(app.github, repository, { config: "enabled: true\n" });
  source.review([POOL, RETRY]);
  await app.settle();
  const [followUp] = source.followUps();
  if (!followUp) throw new Error("there is no follow-up");
  if (isMerged) {
    app.github.markReady(repository, followUp.number, BOB);
    app.github.mergePullRequest(repository, followUp.number, BOB);
    await app.settle();
  }
  return { repository, source, on: isMerged ? source.pull : followUp };
}

const isBranchWrite = (branch: string) => (request: SeenRequest) =>
  (request.method === "PATCH" && decodeURIComponent(request.path).endsWith(`/git/refs/heads/${branch}`)) ||
  (request.method === "POST" && request.path.endsWith("/git/refs") && request.body.includes(`refs/heads/${branch}`));

/** The process ends when the next write to a branch is done, and before it hears of that. */
function killAfter(branch: string): void {
  const isMeant = isBranchWrite(branch);
  const off = app.simulator.onRequest({
    async after(request) {
      if (!isMeant(request)) return undefined;
      off();
      await app.kill();
      return { drop: true };
    },
  });
}

/** Somebody commits to a branch just before we do, once. */
function raceOn(repository: string, branch: string): void {
  const isMeant = isBranchWrite(branch);
  const off = app.simulator.onRequest({
    before(request) {
      if (!isMeant(request)) return undefined;
      off();
      app.github.commitFiles(repository, { ...BOB, branch, files: { "NOTES.md": "Mine.\n" }, message: "Note" });
      return undefined;
    },
  });
}

const answersOn = (pull: PullRequest) =>
  pull.comments.filter(({ author }) => author.login === BOT).map(({ body }) => body.split("\n").slice(1).join("\n"));

async function say(repository: string, pull: PullRequest, body: string) {
  const comment = app.github.comment(repository, pull.number, { ...BOB, body });
  await app.settle();
  return { reactions: comment.reactions.map(({ content }) => content), answer: answersOn(pull).at(-1) };
}

/** Every `status.json` of a branch by the id. */
function statusesOn(repository: string, branch: string): Record<string, { history: { reason: string }[] }> {
  const files = Object.entries(app.github.readFiles(repository, branch));
  return Object.fromEntries(
    files.flatMap(([path, text]) => {
      const id = /\/(?<id>\d+)-[^/]+\/status\.json$/.exec(path)?.groups?.["id"];
      return id === undefined ? [] : [[id, JSON.parse(text) as { history: { reason: string }[] }]];
    }),
  );
}

const COMMANDS: readonly (readonly string[])[] = [
  ["/enhance reject 002 we go another way"],
  ["/enhance status 002 ready", "/enhance status 002 blocked waits for the driver"],
  ["/enhance redact 002"],
  ["/enhance priority 002 low"],
  ["/enhance merge 002 into 001"],
  ["/enhance priority 002 low", "/enhance merge 002 into 001"],
];

describe.each([false, true])("after its commit is there, merged: %s", (isMerged) => {
  it.each(COMMANDS.map((lines) => [lines.join(" · "), lines.join("\n")]))("%s", async (_name, body) => {
    const branch = isMerged ? "enhance/rolling" : "enhance/pr-1";
    const plain = await prepare({ isMerged });
    const smooth = await say(plain.repository, plain.on, body);

    const { repository, on, source } = await prepare({ isMerged });
    killAfter(branch);
    const { answer, reactions } = await say(repository, on, body);
    expect(reactions).toEqual(["eyes", "rocket"]);
    expect(answersOn(on)).toHaveLength(1);
    // Of what was merged away since, the answer tells that.
    if (body !== "/enhance priority 002 low\n/enhance merge 002 into 001") {
      expect(answer?.replaceAll(repository, plain.repository)).toBe(smooth.answer);
    }
    const reasons = (of: string) =>
      Object.entries(statusesOn(of, branch)).map(([id, { history }]) => [id, ...history.map(({ reason }) => reason)]);
    expect(reasons(repository)).toEqual(reasons(plain.repository));
    expect(app.github.log(repository, branch)).toHaveLength(app.github.log(plain.repository, branch).length);
    const told = (of: Source) =>
      of.followUps().map(({ body: text }) => withoutMarker(text).replaceAll(/\(https:[^)]*\)/g, "()"));
    expect(told(source)).toEqual(told(plain.source));
  });
});

describe("a command whose comment is edited", () => {
  it("is carried out where the edit asks for something else on the same line", async () => {
    const { repository, on } = await prepare({ isMerged: false });
    const comment = app.github.comment(repository, on.number, { ...BOB, body: "/enhance status 002 ready" });
    await app.settle();
    app.github.editComment(repository, comment.id, { ...BOB, body: "/enhance status 002 blocked" });
    await app.settle();
    expect(statusesOn(repository, "enhance/pr-1")["002"]).toMatchObject({ status: "blocked" });
  });

  it("is dated by the edit", async () => {
    const { repository, on } = await prepare({ isMerged: false });
    const comment = app.github.comment(repository, on.number, { ...BOB, body: "Hm.", at: "2026-01-02T23:00:00Z" });
    const at = "2100-01-02T01:00:00Z";
    app.github.editComment(repository, comment.id, { ...BOB, body: "Hm.\n/enhance reject 002", at });
    await app.settle();
    const { history } = statusesOn(repository, "enhance/pr-1")["002"] ?? { history: [] };
    expect(history.at(-1)).toMatchObject({ status: "rejected", by: "bob", on: "2100-01-02" });
  });
});

describe("a merge of what waits in one follow-up into what is merged", () => {
  it("is finished where it was stopped in between, and loses nothing", async () => {
    const { repository, source } = await prepare({ isMerged: true });
    source.review(["suggestion (non-blocking): Log the size of each upload."]);
    await app.settle();
    const waiting = source.followUps().find(({ state }) => state === "open");
    if (!waiting) throw new Error("there is no follow-up");
    killAfter("enhance/rolling");
    const { answer, reactions } = await say(repository, waiting, "/enhance merge 003 into 001");
    expect(reactions).toEqual(["eyes", "rocket"]);
    expect(answer).toMatch(/^003 is merged into 001 /);
    expect(statusesOn(repository, "enhance/rolling")["001"]).toMatchObject({ sightings: [{ author: "bob" }] });
    expect(waiting.state).toBe("closed");
  });
});

describe("start", () => {
  const started = async (meddle: (repository: string, branch: string) => void, body: string) => {
    const { repository, source, on } = await prepare({ isMerged: true });
    await say(repository, on, "/enhance priority 002 low");
    const [name = ""] = source.directories("main");
    meddle(repository, `enhancement/${name}`);
    const said = await say(repository, on, body);
    return { ...said, repository, branch: `enhancement/${name}` };
  };
  const BODY = "/enhance start 001 --tag\n/enhance priority 002 high";

  it.each<[name: string, meddle: (repository: string, branch: string) => void]>([
    ["is killed after the branch is there", (_repository, branch) => killAfter(branch)],
    ["loses the race of another command", (repository) => raceOn(repository, "enhance/rolling")],
  ])("%s", async (_name, meddle) => {
    const { repository, branch, answer, reactions } = await started(meddle, BODY);
    expect(reactions).toEqual(["eyes", "rocket"]);
    expect(answer).toContain(`001 is started on the branch \`${branch}\``);
    expect(answer).toContain("The tag `pre-enhancement/001-");
    expect(answer).toContain("now has priority high");
    const log = app.github.log(repository, branch);
    expect(log[0]).toMatchObject({ message: "docs(enhancements): start 001" });
    expect(log[1]).toMatchObject(app.github.log(repository, "main")[0] ?? {});
  });

  it("is refused where the branch was made for another command", async () => {
    const { repository, answer } = await started(() => undefined, BODY);
    expect(answer).toContain("is started");
    const source = app.github.pullRequest(repository, 1);
    const again = await say(repository, source, "/enhance start 001");
    expect(again.answer).toContain("is there already");
    expect(again.reactions).toEqual(["eyes", "confused"]);
  });
});
