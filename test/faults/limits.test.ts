/** GitHub's limits, in each of their shapes: F20, F21, and our own clock's errors, F8. */
import { describe, expect, it } from "@jest/globals";
import { openSource } from "../helpers/source-pull.ts";
import { LIMIT_KINDS, type FaultKind } from "../simulator/fault-kinds.ts";
import { expectWhole, operation, POOL, RETRY, shareRig, startRig, to, type Rig } from "./rig.ts";

let rig: Rig;
shareRig((started) => (rig = started));

async function capture() {
  const source = rig.source();
  source.review([POOL]);
  await rig.app.settle();
  return source;
}

const primary = LIMIT_KINDS.filter((kind) => kind.startsWith("primary"));
const secondary = LIMIT_KINDS.filter((kind) => kind.startsWith("secondary"));
const inRest = (kind: FaultKind) => !kind.includes("GraphQL");

async function isWaitedFor(kind: FaultKind, seconds: number): Promise<void> {
  const began = rig.app.clock.now();
  const { hits } = rig.inject({ kind, on: operation("Snapshot") });
  const source = await capture();
  expect(hits).toHaveLength(1);
  expect(rig.jobs(source)).toEqual(["parked", "captured"]);
  expect(rig.app.clock.now() - began).toBeGreaterThanOrEqual(seconds * 1_000 - 1_000);
  expectWhole(rig, source);
}

async function isWaitedForBetweenWrites(kind: FaultKind): Promise<void> {
  rig.inject({ kind, on: to("POST", "/pulls") });
  expectWhole(rig, await capture());
}

describe("the limit of the hour", () => {
  it.each(primary)("F20 %s parks the job until GitHub's time, and nothing is sent before it", (kind) =>
    isWaitedFor(kind, 900),
  );
  it.each(primary.filter(inRest))(
    "F20 %s on a write in the middle leaves no half and no double",
    isWaitedForBetweenWrites,
  );
});

describe("the limit of bursts", () => {
  it.each(secondary)("F21 %s parks the job until GitHub's time, and nothing is sent before it", (kind) =>
    isWaitedFor(kind, 60),
  );
  it.each(secondary.filter(inRest))(
    "F21 %s on a write in the middle leaves no half and no double",
    isWaitedForBetweenWrites,
  );
});

describe("contents that come too fast for GitHub", () => {
  it.each(["/pulls", "/comments"])("F21 POST …%s is waited with, and made once", async (ending) => {
    const errors = [{ resource: "PullRequest", code: "custom", message: "was submitted too quickly" }];
    const body = JSON.stringify({ message: "Validation Failed", errors, status: "422" });
    const answer = { status: 422, headers: { "content-type": "application/json" }, body };
    const began = rig.app.clock.now();
    const off = rig.app.simulator.onRequest({
      before(request) {
        if (!to("POST", ending)(request)) return undefined;
        off();
        return { answer };
      },
    });
    const source = rig.source({ config: "follow_up: { comment_on_source: true }\n" });
    source.review([POOL]);
    await rig.app.settle();
    expect(rig.jobs(source).slice(0, 1)).toEqual(["parked"]);
    expect(rig.app.clock.now() - began).toBeGreaterThanOrEqual(59_000);
    expectWhole(rig, source);
    expect(source.followUps()).toMatchObject([{ isDraft: true }]);
    expect(source.pull.comments).toHaveLength(1);
  });
});

describe("several limits", () => {
  it("F21 a limit named again and again is waited for longer each time, and never broken", async () => {
    const began = rig.app.clock.now();
    rig.inject({ kind: "secondary 403", on: operation("Snapshot"), times: 4 });
    const source = await capture();
    expect(rig.jobs(source)).toEqual(["parked", "parked", "parked", "parked", "captured"]);
    expect(rig.app.clock.now() - began).toBeGreaterThanOrEqual((1 + 2 + 4 + 8) * 60_000);
  });

  it("F20 a limit of one installation leaves another's captures alone", async () => {
    const { github, app } = rig;
    github.createOrganization("acme");
    const installation = github.install("acme");
    const other = openSource(github, "acme/api", { config: "enabled: true\n" });
    const isOctos = (payer: string) => payer !== `installation ${installation.id}`;
    rig.inject({ kind: "primary 403", on: ({ operation: name, payer }) => name === "Snapshot" && isOctos(payer) });
    const source = rig.source();
    source.review([POOL]);
    other.review([POOL]);
    await app.simulator.settle();
    await app.queue.drain();
    expect(source.followUps()).toEqual([]);
    expectWhole(rig, other);
    await app.settle();
    expectWhole(rig, source);
  });

  it("F20 our own budget of new contents is never passed: what is too much waits for its turn", async () => {
    const { app } = rig;
    const began = app.clock.now();
    const source = rig.source();
    source.review([POOL]);
    await app.settle();
    const before = app.simulator.requests.length;
    for (let number = 0; number < 90; number++) {
      rig.github.comment(source.repository, 1, { as: "bob", body: "/enhance list" });
    }
    await app.settle();
    const answers = app.simulator.requests
      .slice(before)
      .filter(({ method, route }) => method === "POST" && route.endsWith("/comments"));
    expect(answers).toHaveLength(90);
    expect(app.clock.now() - began).toBeGreaterThan(60_000);
  });
});

describe("a clock that is wrong", () => {
  it("F8 our clock half a minute off: tokens are minted all the same", async () => {
    const skewed = await startRig({ simulator: { clock: () => new Date(Date.now() - 30_000) } });
    const source = skewed.source();
    source.review([POOL]);
    await skewed.app.settle();
    expectWhole(skewed, source);
    await skewed.close();
  });

  it.each([-3_600_000, 3_600_000])(
    "F8 our clock %i ms off is no storm, and nothing is lost once it is set",
    async (ms) => {
      let offset = ms;
      const skewed = await startRig({ simulator: { clock: () => new Date(Date.now() + offset) } });
      const source = skewed.source();
      source.review([POOL]);
      await skewed.app.simulator.settle();
      await skewed.app.queue.drain();
      expect(skewed.requests().length).toBeLessThanOrEqual(6);
      offset = 0;
      await skewed.app.settle();
      expectWhole(skewed, source);
      await skewed.close();
    },
  );

  it("F8 our clock that jumps forward an hour in the middle only waits less", async () => {
    const source = rig.source();
    source.review([POOL]);
    const off = rig.app.simulator.onRequest({
      before(request) {
        if (to("POST", "/git/trees")(request)) rig.app.clock.advanceTo(rig.app.clock.now() + 3_600_000);
        return undefined;
      },
    });
    await rig.app.settle();
    off();
    source.review([RETRY]);
    await rig.app.settle();
    expectWhole(rig, source, { items: 2, captures: 2 });
  });
});
