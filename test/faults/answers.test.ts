/** Requests that GitHub does not answer, or answers wrongly: F14 to F19, F22, F29, F44 and F50. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from "@jest/globals";
import { createServer } from "node:http";
import { createIdentifier } from "../../src/github/identity.ts";
import { classifyFailure } from "../../src/github/classify-failure.ts";
import { closeServer, listen } from "../../src/http/lifecycle.ts";
import { createLog } from "../../src/log.ts";
import { createOurProbot } from "../../src/probot.ts";
import type { FaultKind } from "../simulator/fault-kinds.ts";
import type { SeenRequest } from "../simulator/http/hooks.ts";
import { expectWhole, operation, POOL, RETRY, startRig, to, type Rig } from "./rig.ts";

const REF = to("POST", "/git/refs");
/** Every write of a capture, in its order. */
const WRITES: [string, (request: SeenRequest) => boolean][] = [
  ["a new tree", to("POST", "/git/trees")],
  ["a new commit", to("POST", "/git/commits")],
  ["a new branch", REF],
  ["a new pull request", to("POST", "/pulls")],
  ["labels", to("POST", "/labels")],
  ["a comment", to("POST", "/comments")],
];
const CONFIG = "enabled: true\nfollow_up: { comment_on_source: true }\n";

let rig: Rig;
beforeAll(async () => {
  // Long enough for an answer on a busy machine, and short enough to wait for.
  rig = await startRig({ timeoutMs: 400 });
});
afterEach(() => {
  rig.check();
});
afterAll(() => rig.close());

async function capture(): Promise<ReturnType<Rig["source"]>> {
  const source = rig.source({ config: CONFIG });
  source.review([POOL]);
  await rig.app.settle();
  return source;
}

describe("before the effect", () => {
  it.each(["500", "502", "503", "504", "reset"] as FaultKind[])(
    "F14 %s before the effect, for as long as five attempts, is outlived, and each attempt waits longer",
    async (kind) => {
      const { hits } = rig.inject({ kind, on: ({ payer }) => payer.startsWith("installation"), times: 5 });
      const source = await capture();
      expect(hits).toHaveLength(5);
      expectWhole(rig, source);
    },
  );

  it("F14 500 without an end is given up after eight attempts, over half an hour, and is a dead letter", async () => {
    const began = rig.app.clock.now();
    rig.inject({ kind: "500", on: operation("Snapshot"), times: 1_000 });
    const source = await capture();
    expect(rig.jobs(source)).toEqual(Array<string>(8).fill("failed"));
    expect(rig.app.clock.now() - began).toBeGreaterThan(30 * 60_000);
    expect(await rig.app.queue.jobs.list({ state: "dead" })).toMatchObject([{ attempts: 8 }]);
  });
});

describe.each(["502", "reset", "page", "half", "empty"] as FaultKind[])("after the effect", (kind) => {
  it.each(WRITES)(`F15 ${kind} after the effect of %s leaves it there once`, async (_, on) => {
    const { hits } = rig.inject({ kind, on, when: "after" });
    const source = await capture();
    expect(hits).toHaveLength(1);
    expectWhole(rig, source);
    expect(source.pull.comments).toHaveLength(1);
  });

  it(`F15 ${kind} after the branch moved, and after the follow-up's text changed, leaves one commit and one text`, async () => {
    const source = await capture();
    const faults = [to("PATCH", "/git/refs/{ref}"), to("PATCH", "/pulls/{pull_number}")];
    const { hits } = rig.inject(...faults.map((on) => ({ kind, on, when: "after" as const })));
    source.review([POOL, RETRY].slice(1));
    await rig.app.settle();
    expect(hits).toHaveLength(2);
    expectWhole(rig, source, { items: 2, captures: 2 });
  });
});

describe("an answer that never ends", () => {
  it.each(["hang", "trickle"] as FaultKind[])(
    "F16 %s after the effect of each write leaves one of each",
    async (kind) => {
      const { hits } = rig.inject(...WRITES.map(([, on]) => ({ kind, on, when: "after" as const })));
      const source = await capture();
      expect(hits).toHaveLength(WRITES.length);
      expectWhole(rig, source);
      expect(source.pull.comments).toHaveLength(1);
    },
  );
});

describe("an answer that is wrong", () => {
  it.each(["page", "half", "empty"] as FaultKind[])(
    "F17 %s with status 200 is an error, and is asked again",
    async (kind) => {
      const { hits } = rig.inject({ kind, on: operation("Snapshot"), times: 2 });
      expectWhole(rig, await capture());
      expect(hits).toHaveLength(2);
    },
  );

  it("F18 errors in a part that can be done without leave the rest", async () => {
    const off = spoil("ownerDefaults");
    const source = await capture();
    off();
    expectWhole(rig, source);
  });

  it("F18 errors in a part that is needed are not taken for an empty repository", async () => {
    const source = rig.source({ config: CONFIG });
    source.review([POOL]);
    await rig.app.simulator.settle();
    const off = spoil("repository");
    await rig.app.queue.drain();
    expect(source.followUps()).toEqual([]);
    off();
    await rig.app.settle();
    expectWhole(rig, source);
  });

  it("F19 GraphQL's sentence without a type, about a mutation that was done, is found to be done", async () => {
    const source = await capture();
    const { hits } = rig.inject({ kind: "stumble", when: "after", on: operation("MarkReady") });
    rig.github.mergePullRequest(source.repository, 1, { as: "alice" });
    await rig.app.settle();
    expect(hits).toHaveLength(1);
    expect(source.followUps()).toMatchObject([{ isDraft: false, state: "open" }]);
  });

  /** One top-level field of every answer is an error, as GitHub reports it beside others, and null. */
  function spoil(field: string): () => void {
    return rig.app.simulator.onRequest({
      after({ operation: name }, response) {
        if (name !== "Snapshot") return undefined;
        const { data, errors: known = [] } = JSON.parse(response.body) as { data: object; errors?: unknown[] };
        const errors = [...known, { message: "Something went wrong", path: [field] }];
        const body = JSON.stringify({ data: { ...data, [field]: null }, errors });
        return { answer: { ...response, body } };
      },
    });
  }
});

describe("a token", () => {
  it("F22 401 in the middle of a job is answered with one new token, and the job goes on", async () => {
    await capture();
    rig.requests();
    rig.inject({ kind: "401", on: to("POST", "/pulls") });
    const source = await capture();
    expectWhole(rig, source);
    expect(rig.jobs(source)).toEqual(["captured"]);
    expect(rig.requests().filter((request) => request.includes("access_tokens"))).toHaveLength(1);
  });

  it("F22 401 for a key that was rotated away is no storm, and a dead letter that can be run again", async () => {
    await rig.app.restart();
    rig.requests();
    const body = JSON.stringify({ message: "A JSON web token could not be decoded" });
    const answer = { status: 401, headers: { "content-type": "application/json" }, body };
    const off = rig.app.simulator.onRequest({
      before: ({ category }) => (category === "auth" ? { answer } : undefined),
    });
    const source = await capture();
    off();
    expect(rig.jobs(source)).toEqual(Array<string>(8).fill("failed"));
    // Two for each attempt, and one when the delivery came in and asked who we are.
    expect(rig.requests().length).toBeLessThanOrEqual(17);
    const [dead] = (await rig.app.queue.jobs.list({ state: "dead" })).slice(-1);
    await rig.app.queue.jobs.retry(dead?.id ?? "");
    await rig.app.settle();
    expectWhole(rig, source);
  });
});

describe("a repository that does not stand still", () => {
  it("F29 a base branch that moves while a commit is made for it is read and planned again", async () => {
    const source = rig.source({ config: "mode: commit\n" });
    source.review([POOL]);
    let pushes = 0;
    const off = rig.app.simulator.onRequest({
      before(request) {
        if (!to("PATCH", "/git/refs/{ref}")(request) || ++pushes > 2) return undefined;
        const files = { [`push-${pushes}.txt`]: "moved\n" };
        rig.github.commitFiles(source.repository, { as: "alice", branch: "main", files, message: "Move" });
        return undefined;
      },
    });
    await rig.app.settle();
    off();
    expect(pushes).toBe(3);
    expect(rig.jobs(source)).toEqual(["captured"]);
    expect(source.directories("main")).toHaveLength(1);
  });

  it("F44 a write whose answer is lost is found although reading lags behind twice", async () => {
    const { hits } = rig.inject(
      { kind: "502", when: "after", on: REF },
      { kind: "lag", on: ({ route }) => route.endsWith("/git/ref/{ref}"), times: 2 },
    );
    const source = await capture();
    expect(hits).toHaveLength(3);
    expectWhole(rig, source);
    expect(rig.jobs(source)).toEqual(["captured"]);
  });

  it("F44 a backlog that lags behind our own capture doubles nothing", async () => {
    const source = rig.source({ config: CONFIG });
    const remembered = rig.inject({ kind: "lag", on: operation("Snapshot"), nth: 2 });
    source.review([POOL]);
    await rig.app.settle();
    rig.github.comment(source.repository, 1, { as: "bob", body: "Thanks!" });
    await rig.app.settle();
    expect(remembered.hits).toHaveLength(1);
    expectWhole(rig, source);
  });
});

describe("no way to GitHub", () => {
  it.each([
    ["a name that does not resolve", () => Promise.resolve("http://github.invalid")],
    ["a port where nobody listens", () => Promise.resolve("http://127.0.0.1:9")],
    ["a host that speaks no TLS", async () => (await plainServer()).replace("http:", "https:")],
    ["a proxy's page in its place", () => plainServer()],
  ])("F50 %s is a failure that may pass, for the job to run again", async (_, reach) => {
    const { privateKeyPem: privateKey, id } = rig.app.simulator.app;
    const apiUrl = await reach();
    const clock = { ...rig.app.clock, now: Date.now };
    const app = { id, privateKey, webhookSecrets: ["s".repeat(32)] as [string] };
    const probot = createOurProbot({ app, apiUrl, clock, log: createLog("silent") });
    await probot.ready();
    const identify = createIdentifier({ app: () => probot.auth(), installation: (one) => probot.auth(one) });
    const failure = await identify(1).catch((error: unknown) => error);
    expect(["network", "retryable"]).toContain(classifyFailure(failure));
  });

  const servers: ReturnType<typeof createServer>[] = [];
  afterAll(() => Promise.all(servers.map((server) => closeServer(server, { withinMs: 0 }))));
  function plainServer(): Promise<string> {
    const server = createServer((_, response) => response.writeHead(502).end("<html>no route</html>"));
    servers.push(server);
    return listen(server, { host: "127.0.0.1", port: 0 });
  }

  it("F50 a network that is down for a while loses nothing", async () => {
    const { hits } = rig.inject({ kind: "reset", times: 8 });
    expectWhole(rig, await capture());
    expect(hits).toHaveLength(8);
  });
});
