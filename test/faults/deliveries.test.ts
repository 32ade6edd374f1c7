/** Deliveries that come twice, late, broken, too large or never: F1 to F3, F6, F11 to F13 and F49. */
import { createHmac } from "node:crypto";
import { once } from "node:events";
import { connect } from "node:net";
import { afterEach, describe, expect, it } from "@jest/globals";
import { createDeliveryServer, WEBHOOK_PATH, type Limits } from "../../src/http/delivery-server.ts";
import { closeServer, listen } from "../../src/http/lifecycle.ts";
import { createRandom, shuffled } from "../helpers/random.ts";
import { expectWhole, POOL, RETRY, shareRig, type Rig } from "./rig.ts";

const SECRET = "a secret of at least thirty-two bytes";

let rig: Rig;
shareRig((started) => (rig = started));

describe("a delivery sent again", () => {
  it("F1 the same GUID a hundred times before, during and after the work has one effect and costs no request", async () => {
    const { simulator, queue } = rig.app;
    const source = rig.source();
    const [guid = ""] = rig.unheard(() => source.review([POOL]));
    const again = (times: number) => Promise.all(Array.from({ length: times }, () => simulator.redeliver(guid)));
    await again(40);
    const off = simulator.onRequest({
      async before({ category }) {
        if (category === "write") await again(10);
        return undefined;
      },
    });
    await queue.drain();
    off();
    rig.requests();
    await again(20);
    await rig.app.settle();
    expect(rig.requests()).toEqual([]);
    expectWhole(rig, source);
    expect(rig.jobs(source)).toEqual(["captured"]);
  });

  it("F2 different GUIDs about the same comment, and a reinstallation, make it one item", async () => {
    const source = rig.source();
    source.review([POOL]);
    await rig.app.settle();
    rig.github.editReviewComment(source.repository, source.pull.threads[0]?.comments[0]?.id ?? 0, {
      as: "bob",
      body: POOL,
    });
    rig.github.submitReview(source.repository, 1, { as: "bob", state: "COMMENTED", body: "As I said.", comments: [] });
    await rig.app.loseQueue();
    for (const { guid } of [...rig.app.simulator.deliveries]) await rig.app.simulator.redeliver(guid);
    await rig.app.settle();
    expectWhole(rig, source);
  });

  it.each([1, 2, 3, 4, 5])(
    "F3 edited before created, deleted before created, closed before its review: order %i ends the same",
    async (seed) => {
      const source = rig.source();
      const guids = rig.unheard(() => {
        source.review([POOL, RETRY]);
        const [pool, retry] = source.pull.threads.map(({ comments }) => comments[0]?.id ?? 0);
        rig.github.editReviewComment(source.repository, pool ?? 0, { as: "bob", body: `${POOL} It matters.` });
        rig.github.deleteReviewComment(source.repository, retry ?? 0, { as: "bob" });
        rig.github.closePullRequest(source.repository, 1, { as: "alice" });
        rig.github.reopenPullRequest(source.repository, 1, { as: "alice" });
      });
      for (const guid of shuffled(guids, createRandom(seed))) {
        await rig.app.simulator.redeliver(guid);
        await rig.app.settle();
      }
      expectWhole(rig, source);
    },
  );
});

describe("at the door", () => {
  const servers: ReturnType<typeof createDeliveryServer>[] = [];
  afterEach(() => Promise.all(servers.splice(0).map((server) => closeServer(server, { withinMs: 0 }))));

  async function door(receive: () => Promise<string> = () => Promise.resolve("queued"), limits: Partial<Limits> = {}) {
    const log = { debug: () => undefined, error: () => undefined };
    const isReady = () => Promise.resolve(true);
    const server = createDeliveryServer({ secrets: [SECRET], receive, isReady, log, limits });
    servers.push(server);
    const url = `${await listen(server, { host: "127.0.0.1", port: 0 })}${WEBHOOK_PATH}`;
    return {
      url,
      send: (body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) => {
        const signature = `sha256=${createHmac("sha256", SECRET).update(body).digest("hex")}`;
        const known = { "x-github-event": "issues", "x-github-delivery": "g", "x-hub-signature-256": signature };
        return fetch(url, {
          method: "POST",
          body,
          headers: { "content-type": "application/json", ...known, ...headers },
        });
      },
    };
  }

  it.each(["ENOSPC", "EIO", "EROFS"])("F6 %s when it is to be stored is answered 503, never 2xx", async (code) => {
    const { send } = await door(() => Promise.reject(Object.assign(new Error(code), { code })));
    expect((await send("{}")).status).toBe(503);
  });

  it.each([
    ["more bytes than the limit", 413, "x".repeat(2_000), {}],
    ["another content type", 415, "{}", { "content-type": "text/plain" }],
    ["another signature", 401, "{}", { "x-hub-signature-256": `sha256=${"0".repeat(64)}` }],
  ])("F11 %s is answered %i", async (_, status, body, headers) => {
    const { send } = await door(undefined, { maxBytes: 1_000 });
    expect((await send(body, headers)).status).toBe(status);
  });

  it("F11 a body without a length is counted as it comes, and an aborted or slow one harms nobody else", async () => {
    const { url, send } = await door(undefined, { maxBytes: 1_000, requestTimeoutMs: 300, headersTimeoutMs: 200 });
    const { port, hostname } = new URL(url);
    const head = `POST ${WEBHOOK_PATH} HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\nx-github-event: issues\r\n`;
    const ids = `x-github-delivery: g\r\nx-hub-signature-256: sha256=${"0".repeat(64)}\r\ntransfer-encoding: chunked\r\n\r\n`;
    const endless = connect(Number(port), hostname);
    endless.on("error", () => undefined).write(`${head}${ids}800\r\n${"x".repeat(0x800)}\r\n`);
    const [answer] = (await once(endless, "data")) as [Buffer];
    expect(answer.toString()).toMatch(/^HTTP\/1\.1 413 /);
    const aborted = connect(Number(port), hostname).on("error", () => undefined);
    aborted.write(`${head}${ids}10\r\n{`, () => aborted.destroy());
    const slow = connect(Number(port), hostname).on("error", () => undefined);
    slow.write(head);
    expect((await send("{}")).status).toBe(202);
    endless.destroy();
    slow.destroy();
  });

  it.each([
    ["no JSON", "{"],
    ["null", "null"],
    ["a number", "1"],
    ["a list", "[]"],
    ["nothing", ""],
    ["invalid UTF-8", new Uint8Array([0x22, 0xff, 0x22])],
  ])("F12 %s for a body is answered 400", async (_, body) => {
    const { send } = await door();
    expect((await send(body)).status).toBe(400);
  });

  it.each(["__proto__", "constructor", "", "A", "issues, issues"])(
    "F12 an event named %j is answered 400",
    async (name) => {
      const { send } = await door();
      expect((await send("{}", { "x-github-event": name })).status).toBe(400);
    },
  );

  it("F49 bodies past the memory that is there are turned away with 503, and taken once there is room", async () => {
    const { url, send } = await door(undefined, { maxBytes: 10_000, maxBytesInFlight: 12_000 });
    const { port, hostname } = new URL(url);
    const held = connect(Number(port), hostname).on("error", () => undefined);
    const head = `POST ${WEBHOOK_PATH} HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\nx-github-event: issues\r\n`;
    const ids = `x-github-delivery: h\r\nx-hub-signature-256: sha256=${"0".repeat(64)}\r\ncontent-length: 9000\r\n\r\n`;
    held.write(`${head}${ids}${"x".repeat(8_000)}`);
    const large = JSON.stringify({ text: "x".repeat(6_000) });
    const until = async (status: number) => {
      for (let tries = 0; tries < 200; tries++) if ((await send(large)).status === status) return status;
      return 0;
    };
    expect(await until(503)).toBe(503);
    held.destroy();
    expect(await until(202)).toBe(202);
  });
});

describe("a payload of another shape", () => {
  const REVIEW = {
    ...{ action: "submitted", installation: { id: 7 }, sender: { id: 5 } },
    repository: { id: 12, name: "api", owner: { login: "octo" } },
    pull_request: { number: 3, user: { id: 5 }, head: { repo: { id: 12 } } },
    review: { id: 9, node_id: "N9", user: null, body: null, submitted_at: "2026-11-24T10:00:00Z" },
  };
  const receive = (name: string, payload: unknown) => rig.app.receive(name, payload as object);
  const discardAll = async () => {
    for (const { id } of await rig.app.queue.jobs.list()) await rig.app.queue.jobs.discard(id);
  };

  it.each([
    ["an action that is no text", "issues", { ...REVIEW, action: 5 }],
    ["a prototype in its keys", "issues", JSON.parse('{"__proto__": {"action": "submitted"}}')],
    ["lone surrogates", "pull_request_review", { ...REVIEW, action: "\ud800" }],
  ])("F12 %s is ignored", async (_, name, payload: unknown) => {
    expect(await receive(name, payload)).toBe("ignored");
  });

  it.each([
    ["an action that is no text", { ...REVIEW, action: 5 }, "action"],
    ["a prototype in its keys", JSON.parse('{"__proto__": {"action": "submitted"}}'), "action"],
    ["no repository", { ...REVIEW, repository: undefined }, "repository"],
    ["no pull request", { ...REVIEW, pull_request: undefined }, "pull_request"],
    ["a sender who is nobody", { ...REVIEW, sender: {} }, "sender.id"],
  ])("F12 %s, where something would be done, is a dead letter that says so", async (_, payload: unknown, field) => {
    rig.requests();
    expect(await receive("pull_request_review", payload)).toBe("queued");
    await rig.app.settle();
    const [job] = await rig.app.queue.jobs.list();
    expect(job).toMatchObject({ task: "unreadable-delivery", state: "dead", attempts: 1 });
    expect(job?.lastError).toContain(`${field}: `);
    expect(rig.app.jobs().at(-1)).toMatchObject({ task: "unreadable-delivery", outcome: "given up" });
    expect(rig.requests()).toEqual([]);
    await discardAll();
  });

  it.each([
    ["nothing", { pull_request: null }, [["given up"], ["captured"]]],
    ["its command", { review: null }, [["captured", "given up"], ["unchanged"]]],
  ])(
    "F12 one that could not be read is taken whole when it comes again and can be: %s",
    async (_, changes, outcomes) => {
      const source = rig.source();
      await rig.app.settle();
      const [guid = ""] = rig.unheard(() => source.review([POOL]));
      const { payload } = rig.app.simulator.deliveries.find((each) => each.guid === guid) ?? { payload: {} };
      const seen = () => rig.app.jobs().map(({ outcome }) => outcome);
      expect(await rig.app.receive("pull_request_review", { ...payload, ...changes }, guid)).toBe("queued");
      const before = seen().length;
      await rig.app.settle();
      const [first = [], second = []] = outcomes;
      expect(seen().slice(before).sort()).toEqual(first);
      await rig.app.simulator.redeliver(guid);
      await rig.app.settle();
      expect(seen().slice(before + first.length)).toEqual(second);
      expectWhole(rig, source);
      expect((await rig.app.queue.statistics()).jobs.dead).toBe(0);
    },
  );

  it.each([
    ["an unknown event", "a_new_event", REVIEW],
    ["an unknown action", "pull_request_review", { ...REVIEW, action: "admired" }],
    ["no installation", "pull_request_review", { ...REVIEW, installation: undefined }],
  ])("F13 %s is ignored, with a reason", async (_, name, payload) => {
    expect(await receive(name, payload)).toBe("ignored");
    expect(rig.app.decisions().at(-1)).toMatchObject({ outcome: "ignored", reason: expect.any(String) });
  });

  it.each([
    ["no sender", { sender: null }],
    ["an author who is gone", { pull_request: { ...REVIEW.pull_request, user: null } }],
    ["a fork that is gone", { pull_request: { ...REVIEW.pull_request, head: { repo: null } } }],
  ])("F13 %s is taken all the same", async (_, changes) => {
    expect(await receive("pull_request_review", { ...REVIEW, ...changes })).toBe("queued");
    await discardAll();
  });
});
