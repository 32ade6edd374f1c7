/** Repositories and installations that change, or refuse: F23 to F28 and F36 to F39. */
import { describe, expect, it } from "@jest/globals";
import { openAnother, sourceOf, type Source } from "../helpers/source-pull.ts";
import { expectWhole, operation, POOL, RETRY, shareRig, startRig, to, type Rig } from "./rig.ts";

let rig: Rig;
shareRig((started) => (rig = started));

/** Between the reading and the first write of a capture. */
function beforeFirstWrite(act: () => void): void {
  const off = rig.app.simulator.onRequest({
    before(request) {
      if (!to("POST", "/git/trees")(request)) return undefined;
      off();
      act();
      return undefined;
    },
  });
}

const writesTo = (repository: string) =>
  rig.app.simulator.requests.filter(
    ({ category, path }) => category === "write" && path.startsWith(`/repos/${repository}/`),
  );

describe("an installation", () => {
  it("F23 suspended in the middle of a job is rested and forgotten, and taken up again loses no suggestion", async () => {
    const { app, github } = rig;
    const source = rig.source();
    source.review([POOL]);
    beforeFirstWrite(() => github.suspend("octo"));
    await app.simulator.settle();
    await app.queue.drain();
    expect(rig.jobs(source)).toEqual(["parked"]);
    const dead = await app.queue.jobs.list({ state: "dead" });
    expect(dead).toEqual([]);
    // Whoever suspends us wants us gone (docs/privacy.md): the queued work is deleted, and nothing runs by itself.
    github.unsuspend("octo");
    await app.settle();
    expect(source.followUps()).toEqual([]);
    // What comes next reads the whole pull request.
    source.review(["Thanks, looks great!"]);
    await app.settle();
    expectWhole(rig, source);
  });

  it("F23 a permission that is taken away ends the job at once, in one attempt", async () => {
    const source = rig.source();
    source.review([POOL]);
    const body = JSON.stringify({ message: "Resource not accessible by integration" });
    const answer = { status: 403, headers: { "content-type": "application/json" }, body };
    const off = rig.app.simulator.onRequest({
      before: (request) => (to("POST", "/git/refs")(request) ? { answer } : undefined),
    });
    await rig.app.settle();
    off();
    expect(rig.jobs(source)).toEqual(["given up"]);
    expect(source.followUps()).toEqual([]);
  });

  it("F23 deleted in the middle of a job ends it without a storm", async () => {
    const other = await startRig();
    const source = other.source();
    source.review([POOL]);
    const off = other.app.simulator.onRequest({
      before(request) {
        if (to("POST", "/git/trees")(request)) other.github.uninstall("octo");
        return undefined;
      },
    });
    await other.app.settle();
    off();
    expect(other.requests().length).toBeLessThan(40);
    expect(source.followUps()).toEqual([]);
    await other.close();
  });
});

describe("a repository", () => {
  it("F24 archived between the reading and the writing gets nothing, one line in the log, and no comment", async () => {
    const source = rig.source();
    source.review([POOL]);
    beforeFirstWrite(() => rig.github.archiveRepository(source.repository));
    await rig.app.settle();
    expect(rig.jobs(source)).toEqual(["given up"]);
    expect(source.followUps()).toEqual([]);
    expect(source.pull.comments).toEqual([]);
  });

  it("F25 renamed while the job waits is followed by its id", async () => {
    const source = rig.source();
    source.review([POOL]);
    await rig.app.simulator.settle();
    rig.github.renameRepository(source.repository, "octo/renamed");
    await rig.app.settle();
    expectWhole(rig, sourceOf(rig.github, "octo/renamed", source.pull));
  });

  it("F25 renamed between the reading and the writing is followed by GitHub's redirects", async () => {
    const source = rig.source();
    source.review([POOL]);
    beforeFirstWrite(() => rig.github.renameRepository(source.repository, "octo/renamed-late"));
    await rig.app.settle();
    expectWhole(rig, sourceOf(rig.github, "octo/renamed-late", source.pull));
  });

  it.each(["private", "public"] as const)(
    "F26 made %s while the job waits: whatever is written stays in that repository",
    async (visibility) => {
      const source = rig.source();
      if (visibility === "public") rig.github.setVisibility(source.repository, "private");
      source.review([POOL]);
      await rig.app.simulator.settle();
      rig.github.setVisibility(source.repository, visibility);
      rig.app.simulator.requests.length = 0;
      await rig.app.settle();
      const writes = rig.app.simulator.requests.filter(({ category, kind }) => category === "write" && kind === "rest");
      expect(writes).toEqual(writesTo(source.repository));
    },
  );

  it.each([404, 410, 451])("F27 that is gone with %i is a dead letter after one attempt", async (status) => {
    const source = rig.source();
    source.review([POOL]);
    const answer = { status, headers: { "content-type": "application/json" }, body: '{"message":"Gone"}' };
    const off = rig.app.simulator.onRequest({
      before: (request) => (operation("Snapshot")(request) ? { answer } : undefined),
    });
    await rig.app.settle();
    off();
    expect(rig.jobs(source)).toEqual(["given up"]);
  });

  it("F27 deleted while the job waits takes its queued work along, and nothing is asked of GitHub", async () => {
    const source = rig.source();
    source.review([POOL]);
    await rig.app.simulator.settle();
    rig.github.deleteRepository(source.repository);
    const dead = await rig.app.queue.jobs.list({ state: "dead" });
    rig.requests();
    await rig.app.settle();
    expect(rig.jobs(source)).toEqual([]);
    expect(await rig.app.queue.jobs.list({ state: "dead" })).toEqual(dead);
    expect(rig.requests()).toEqual([]);
  });

  it("F28 whose default branch is another now is written to on that one", async () => {
    const source = rig.source();
    const head = rig.github.readCommit(source.repository, "main").sha;
    rig.github.setBranch(source.repository, "trunk", head);
    rig.github.repository(source.repository).defaultBranch = "trunk";
    source.review([POOL]);
    await rig.app.settle();
    expect(source.followUps()).toMatchObject([{ base: { ref: "trunk" } }]);
  });

  it("F28 without a default branch is left alone", async () => {
    const source = rig.source();
    rig.github.repository(source.repository).refs.delete("refs/heads/main");
    source.review([POOL]);
    await rig.app.settle();
    expect(source.followUps()).toEqual([]);
    expect(writesTo(source.repository)).toEqual([]);
  });

  it("F36 forked: the pull request comes from a fork, which is deleted, and the base alone is written to", async () => {
    const { github } = rig;
    const base = rig.source();
    const fork = `mallory/${base.repository.split("/")[1] ?? ""}`;
    github.createRepository(fork, { forkOf: base.repository });
    const { pull } = openAnother(github, fork, "fix", { as: "mallory", base: base.repository });
    const source = sourceOf(github, base.repository, pull);
    source.review([POOL]);
    await rig.app.simulator.settle();
    github.deleteRepository(fork);
    await rig.app.settle();
    expect(source.followUps()).toMatchObject([{ base: { ref: "main" }, state: "open" }]);
    expect(writesTo(fork)).toEqual([]);
  });
});

describe("a rule", () => {
  it.each(["ruleset", "protection"] as const)(
    "F37 of a %s about our branches ends the job at once, and breaks nothing",
    async (by) => {
      const source = rig.source();
      rig.github.protectBranch(source.repository, "enhance/*", { by });
      source.review([POOL]);
      await rig.app.settle();
      expect(rig.jobs(source)).toEqual(["given up"]);
      expect(source.followUps()).toEqual([]);
      expect(rig.github.branches(source.repository)).toEqual(["main", "upload"]);
    },
  );

  it("F37 about the default branch turns a commit into a pull request that says so", async () => {
    const source = rig.source({ config: "mode: commit\n" });
    rig.github.protectBranch(source.repository, "main", { by: "ruleset" });
    source.review([POOL]);
    await rig.app.settle();
    expect(source.followUps()[0]?.body).toContain("refuses commits on `main`");
  });

  it("F37 that wants another prefix is met by the config", async () => {
    const source = rig.source({ config: "follow_up: { branch_prefix: bot/backlog/ }\n" });
    rig.github.protectBranch(source.repository, "enhance/*");
    source.review([POOL]);
    await rig.app.settle();
    expect(source.followUps()).toMatchObject([{ head: { ref: "bot/backlog/pr-1" } }]);
  });

  /** GitHub finds a secret in whatever is written with one of these words. */
  function protectPushes(...words: string[]) {
    const attempts: string[] = [];
    const body = JSON.stringify({ message: "Repository rule violations found\n\nSecret detected in content" });
    const answer = { status: 409, headers: { "content-type": "application/json" }, body };
    const off = rig.app.simulator.onRequest({
      before(request) {
        if (!to("POST", "/git/trees")(request)) return undefined;
        attempts.push(request.body);
        return words.some((word) => request.body.includes(word)) ? { answer } : undefined;
      },
    });
    return { attempts, off };
  }
  /** Of a kind that nobody but GitHub knows. */
  const TOKEN = "zz9-Plural0Z4Alpha7Betelgeuse5";

  it("F38 push protection that knows a secret which we did not gets one more attempt, without words that may be it", async () => {
    const source = rig.source();
    const { attempts, off } = protectPushes(TOKEN);
    source.review([`${POOL} It has ${TOKEN} in it.`]);
    await rig.app.settle();
    off();
    expect(attempts).toHaveLength(2);
    expectWhole(rig, source);
    const files = Object.values(rig.github.readFiles(source.repository, "enhance/pr-1")).join("\n");
    expect(files).toMatch(/It has \\?\[redacted: word [0-9a-f]{4}\\?\] in it/);
    expect(files).not.toContain(TOKEN);
    expect(source.followUps()[0]?.body).not.toContain(TOKEN);
  });

  it("F38 push protection that refuses the content nevertheless is not worked around: nothing is written", async () => {
    const source = rig.source();
    const { attempts, off } = protectPushes("connection pool");
    source.review([POOL]);
    await rig.app.settle();
    off();
    expect(attempts).toHaveLength(2);
    expect(rig.jobs(source)).toEqual(["given up"]);
    expect(rig.github.branches(source.repository)).toEqual(["main", "upload"]);
  });

  it("F38 push protection on the default branch is no reason to open a pull request instead", async () => {
    const source = rig.source({ config: "mode: commit\n" });
    const { attempts, off } = protectPushes("connection pool");
    source.review([POOL]);
    await rig.app.settle();
    off();
    expect(attempts).toHaveLength(2);
    expect(source.followUps()).toEqual([]);
    expect(rig.jobs(source)).toEqual(["given up"]);
  });
});

describe("paths", () => {
  const TITLES = [
    "suggestion (non-blocking): Rename `.github/workflows/ci.yml` to ../../.github/workflows/evil.yml",
    "suggestion (non-blocking): ../../../etc/passwd should be read by /.git/hooks/post-commit",
    "suggestion (non-blocking): .github/workflows",
  ];
  it.each(TITLES)("F39 of a capture of %j are under its own directory, never a workflow's", async (text) => {
    const source: Source = rig.source();
    source.review([text, RETRY]);
    await rig.app.settle();
    const before = new Set(Object.keys(rig.github.readFiles(source.repository, "main")));
    const written = Object.keys(rig.github.readFiles(source.repository, "enhance/pr-1")).filter(
      (path) => !before.has(path),
    );
    expect(written.length).toBeGreaterThan(0);
    for (const path of written)
      expect(path).toMatch(/^enhancements\/\d{3}-[a-z0-9-]+\/(?:enhancement\.md|status\.json)$/);
  });
});
