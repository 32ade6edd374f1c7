import { afterEach, describe, expect, it } from "@jest/globals";
import { createHmac } from "node:crypto";
import { once } from "node:events";
import { request, type IncomingHttpHeaders, type OutgoingHttpHeaders, type Server } from "node:http";
import { connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import {
  createDeliveryServer,
  WEBHOOK_PATH,
  type AnsweredDelivery,
  type Limits,
  type SignedDelivery,
} from "../../src/http/delivery-server.ts";
import { closeServer, listen } from "../../src/http/lifecycle.ts";

const SECRET = "a secret of at least thirty-two bytes";
const PREVIOUS = "the secret before it, just as long as that";

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}

interface Started {
  url: string;
  received: SignedDelivery[];
  logged: unknown[];
}

const servers: Server[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => closeServer(server, { withinMs: 0 })));
});

async function start(
  options: {
    receive?: (delivery: SignedDelivery) => Promise<string>;
    isReady?: () => Promise<boolean>;
    onAnswered?: (answered: AnsweredDelivery) => void;
    limits?: Partial<Limits>;
  } = {},
): Promise<Started> {
  const received: SignedDelivery[] = [];
  const logged: unknown[] = [];
  const keep = (delivery: SignedDelivery) => {
    received.push(delivery);
    return Promise.resolve("queued");
  };
  const log = (fields: object, message: string) => {
    logged.push({ ...fields, message });
  };
  const server = createDeliveryServer({
    secrets: [SECRET, PREVIOUS],
    receive: options.receive ?? keep,
    isReady: options.isReady ?? (() => Promise.resolve(true)),
    log: { debug: log, error: log },
    ...(options.onAnswered && { onAnswered: options.onAnswered }),
    ...(options.limits && { limits: options.limits }),
  });
  servers.push(server);
  return { url: await listen(server, { host: "127.0.0.1", port: 0 }), received, logged };
}

function sign(body: string | Buffer, secret = SECRET): string {
  return `sha256=${createHmac("sha256", secret).update(body).digest("hex")}`;
}

function headersFor(
  body: string | Buffer,
  changes: Record<string, string | string[] | undefined> = {},
): OutgoingHttpHeaders {
  const headers: Record<string, string | string[] | undefined> = {
    "content-type": "application/json",
    "x-github-event": "pull_request_review",
    "x-github-delivery": "72d3162e-cc78-11e3-81ab-4c9367dc0958",
    "x-hub-signature-256": sign(body),
    ...changes,
  };
  return Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== undefined));
}

/** One request whose body is written in the given pieces; resolves with the answer even when the connection is cut. */
function send(
  url: string,
  {
    method = "POST",
    headers = {},
    body = [],
  }: { method?: string; headers?: OutgoingHttpHeaders; body?: (string | Buffer)[] },
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, headers, agent: false }, (response) => {
      let text = "";
      const finish = () => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text });
      };
      response
        .on("data", (chunk: Buffer) => (text += chunk.toString()))
        .on("end", finish)
        .on("error", finish);
    });
    sent.on("error", reject);
    for (const piece of body) sent.write(piece);
    sent.end();
  });
}

function deliver(url: string, body: string | Buffer, changes: Record<string, string | string[] | undefined> = {}) {
  return send(`${url}${WEBHOOK_PATH}`, { headers: headersFor(body, changes), body: [body] });
}

describe("the numbers", () => {
  const TOKEN = "a token that nobody guesses";

  async function startWith(token: string | undefined): Promise<string> {
    const none = () => undefined;
    const server = createDeliveryServer({
      secrets: [SECRET],
      isReady: () => Promise.resolve(true),
      log: { debug: none, error: none },
      metrics: { token, read: () => Promise.resolve({ contentType: "text/plain; version=0.0.4", text: "up 1\n" }) },
    });
    servers.push(server);
    return listen(server, { host: "127.0.0.1", port: 0 });
  }

  it.each([
    ["this machine", undefined, {}, 200],
    ["a proxy on this machine", undefined, { "x-forwarded-for": "192.0.2.7" }, 404],
    ["another kind of proxy", undefined, { forwarded: "for=192.0.2.7" }, 404],
    ["whoever has the token", TOKEN, { authorization: `Bearer ${TOKEN}` }, 200],
    ["whoever has it, through a proxy", TOKEN, { authorization: `bearer ${TOKEN}`, via: "1.1 proxy" }, 200],
    ["whoever has another token", TOKEN, { authorization: `Bearer ${TOKEN}s` }, 401],
    ["whoever has none", TOKEN, {}, 401],
  ])("are asked for by %s", async (_, token, headers, status) => {
    const answer = await fetch(`${await startWith(token)}/metrics`, { headers });
    expect(answer.status).toBe(status);
    if (status !== 200) return;
    expect(answer.headers.get("content-type")).toBe("text/plain; version=0.0.4");
    expect(await answer.text()).toBe("up 1\n");
  });

  it("are not there where nobody counts", async () => {
    const { url } = await start();
    expect((await fetch(`${url}/metrics`)).status).toBe(404);
  });

  it.each([
    ["stored", () => Promise.resolve("queued"), true, "queued"],
    ["not stored", () => Promise.reject(new Error("no")), true, "failed"],
    ["forged", () => Promise.resolve("queued"), false, "refused"],
  ])("count a delivery that is %s", async (_, receive, isSigned, outcome) => {
    const answered: AnsweredDelivery[] = [];
    const { url } = await start({ receive, onAnswered: (each) => void answered.push(each) });
    const signature = isSigned ? sign("{}") : sign("{}", "another secret");
    const headers = headersFor("{}", { "x-hub-signature-256": signature }) as Record<string, string>;
    await fetch(`${url}${WEBHOOK_PATH}`, { method: "POST", headers, body: "{}" });
    expect(answered).toEqual([{ outcome, seconds: expect.any(Number) as unknown }]);
  });
});

describe("a server that takes no deliveries", () => {
  it("answers about its health alone", async () => {
    const none = () => undefined;
    const server = createDeliveryServer({
      secrets: [SECRET],
      isReady: () => Promise.resolve(true),
      log: { debug: none, error: none },
    });
    servers.push(server);
    const url = await listen(server, { host: "127.0.0.1", port: 0 });
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    expect((await fetch(`${url}${WEBHOOK_PATH}`, { method: "POST", body: "{}" })).status).toBe(404);
  });
});

describe("a delivery", () => {
  it.each([
    { when: "it is signed with the current secret", changes: {} },
    {
      when: "it is signed with the previous secret",
      changes: { "x-hub-signature-256": sign('{"action":"submitted"}', PREVIOUS) },
    },
    { when: "its content type names the charset", changes: { "content-type": "application/json; charset=utf-8" } },
  ])("is answered 202 once received, when $when", async ({ changes }) => {
    const { url, received } = await start();
    const answer = await deliver(url, '{"action":"submitted"}', changes);
    expect(answer).toMatchObject({ status: 202, body: '{"outcome":"queued"}' });
    expect(received).toEqual([
      { id: "72d3162e-cc78-11e3-81ab-4c9367dc0958", name: "pull_request_review", payload: { action: "submitted" } },
    ]);
  });

  it("is checked by its bytes, where characters come in pieces", async () => {
    const { url, received } = await start();
    const body = Buffer.from('{"body":"précis 日本"}');
    const pieces = [...body].map((byte) => Buffer.from([byte]));
    const answer = await send(`${url}${WEBHOOK_PATH}`, { headers: headersFor(body), body: pieces });
    expect(answer.status).toBe(202);
    expect(received[0]?.payload).toEqual({ body: "précis 日本" });
  });

  it("is not answered before it is stored", async () => {
    let isStored = false;
    const receive = async () => {
      await sleep(50);
      isStored = true;
      return "queued";
    };
    const { url } = await start({ receive });
    await deliver(url, "{}");
    expect(isStored).toBe(true);
  });

  it("is answered 503 when it could not be stored, without a word of why", async () => {
    const { url, logged } = await start({ receive: () => Promise.reject(new Error("disk /var/secret is full")) });
    const answer = await deliver(url, "{}");
    expect(answer.status).toBe(503);
    expect(answer.body).not.toContain("disk");
    expect(logged).toContainEqual(expect.objectContaining({ message: "delivery not stored" }));
  });
});

describe("what is no delivery", () => {
  it.each([
    { when: "the body is form-encoded", status: 415, changes: { "content-type": "application/x-www-form-urlencoded" } },
    { when: "there is no content type", status: 415, changes: { "content-type": undefined } },
    { when: "the charset is another", status: 415, changes: { "content-type": "application/json; charset=utf-16" } },
    { when: "the body is compressed", status: 415, changes: { "content-encoding": "gzip" } },
    { when: "there is no event", status: 400, changes: { "x-github-event": undefined } },
    { when: "the event is what every object has", status: 400, changes: { "x-github-event": "__proto__" } },
    { when: "the event is an object's constructor", status: 400, changes: { "x-github-event": "constructor" } },
    { when: "there are two events", status: 400, changes: { "x-github-event": ["push", "ping"] } },
    { when: "there is no delivery id", status: 400, changes: { "x-github-delivery": undefined } },
    { when: "the delivery id is prose", status: 400, changes: { "x-github-delivery": "a b" } },
    { when: "there is no signature", status: 401, changes: { "x-hub-signature-256": undefined } },
    {
      when: "there is a SHA-1 signature only",
      status: 401,
      changes: { "x-hub-signature-256": undefined, "x-hub-signature": "sha1=00" },
    },
    {
      when: "the signature is SHA-1 in the new header",
      status: 401,
      changes: { "x-hub-signature-256": `sha1=${"0".repeat(40)}` },
    },
    { when: "the signature is short", status: 401, changes: { "x-hub-signature-256": sign("{}").slice(0, -1) } },
    { when: "the signature is of another body", status: 401, changes: { "x-hub-signature-256": sign("{ }") } },
    {
      when: "the signature is by another secret",
      status: 401,
      changes: { "x-hub-signature-256": sign("{}", "development") },
    },
    { when: "the signature is by an empty secret", status: 401, changes: { "x-hub-signature-256": sign("{}", "") } },
    { when: "the signature is given twice", status: 401, changes: { "x-hub-signature-256": [sign("{}"), sign("{}")] } },
  ])("is answered $status when $when", async ({ status, changes }) => {
    const { url, received } = await start();
    expect((await deliver(url, "{}", changes)).status).toBe(status);
    expect(received).toEqual([]);
  });

  it.each([
    ["null", "null"],
    ["a number", "1"],
    ["a text", '"{}"'],
    ["a list", "[]"],
    ["cut off", '{"action":'],
    ["empty", ""],
    ["behind a byte order mark", "\uFEFF{}"],
    ["not UTF-8", Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d])],
    ["UTF-16", Buffer.from("{}", "utf16le")],
  ])("is answered 400 when the signed body is %s", async (_, body) => {
    const { url, received } = await start();
    expect((await deliver(url, body)).status).toBe(400);
    expect(received).toEqual([]);
  });

  it.each([
    ["GET", "/", 404],
    ["POST", "/", 404],
    ["GET", "/probot", 404],
    ["POST", "/probot/import", 404],
    ["POST", `${WEBHOOK_PATH}/`, 404],
    ["GET", WEBHOOK_PATH, 405],
    ["DELETE", WEBHOOK_PATH, 405],
    ["POST", "/healthz", 404],
  ])("%s %s is answered %i", async (method, path, status) => {
    const { url } = await start();
    expect((await send(`${url}${path}`, { method })).status).toBe(status);
  });
});

describe("a body that is too large", () => {
  it("is answered 413 by its length, before any of it is read", async () => {
    const { url } = await start();
    const headers = { ...headersFor("{}"), "content-length": String(512 * 2 ** 20) };
    const sent = request(`${url}${WEBHOOK_PATH}`, { method: "POST", headers, agent: false });
    sent.on("error", () => undefined).flushHeaders();
    const [response] = (await once(sent, "response")) as [{ statusCode: number; headers: IncomingHttpHeaders }];
    expect(response.statusCode).toBe(413);
    expect(response.headers.connection).toBe("close");
    sent.destroy();
  });

  it("is answered 413 at the first byte too many when it gives no length, and the connection is closed", async () => {
    const { url, received } = await start({ limits: { maxBytes: 1_000 } });
    const body = "x".repeat(1_001);
    const answer = await send(`${url}${WEBHOOK_PATH}`, {
      headers: headersFor(body),
      body: [body.slice(0, 1_000), "x"],
    });
    expect(answer).toMatchObject({ status: 413, headers: { connection: "close" } });
    expect(received).toEqual([]);
  });

  it("is received when it is exactly as large as may be", async () => {
    const { url } = await start({ limits: { maxBytes: 1_000 } });
    const body = `{"a":"${"x".repeat(992)}"}`;
    expect(body).toHaveLength(1_000);
    expect((await deliver(url, body)).status).toBe(202);
  });

  it("is answered 503 when too much is held already, and there is room again afterwards", async () => {
    const { url } = await start({ limits: { maxBytes: 1_000, maxBytesInFlight: 1_500 } });
    const body = `{"a":"${"x".repeat(992)}"}`;
    const slow = request(`${url}${WEBHOOK_PATH}`, { method: "POST", headers: headersFor(body), agent: false });
    const slowAnswer = once(slow, "response") as Promise<[{ statusCode: number }]>;
    slow.write(body.slice(0, 900));
    await sleep(100);
    expect((await deliver(url, body)).status).toBe(503);
    slow.end(body.slice(900));
    expect((await slowAnswer)[0].statusCode).toBe(202);
    expect((await deliver(url, body)).status).toBe(202);
  });
});

describe("a sender that does not finish", () => {
  it.each([
    ["its headers", `POST ${WEBHOOK_PATH} HTTP/1.1\r\nhost: localhost\r\nx-slow: `],
    [
      "its body",
      `POST ${WEBHOOK_PATH} HTTP/1.1\r\nhost: localhost\r\ncontent-length: 10\r\ncontent-type: application/json\r\n` +
        `x-github-event: push\r\nx-github-delivery: 1\r\nx-hub-signature-256: ${sign("x")}\r\n\r\n{`,
    ],
  ])("is answered 408 when it trickles %s", async (_, opening) => {
    const { url, received } = await start({ limits: { headersTimeoutMs: 200, requestTimeoutMs: 300 } });
    const { hostname, port } = new URL(url);
    const socket = connect(Number(port), hostname);
    let text = "";
    socket.on("data", (chunk: Buffer) => (text += chunk.toString())).on("error", () => undefined);
    socket.write(opening);
    const trickle = setInterval(() => socket.write(" "), 50);
    await once(socket, "close");
    clearInterval(trickle);
    expect(text).toMatch(/^HTTP\/1\.1 408 /);
    expect(received).toEqual([]);
  });

  it("is forgotten when it goes away in the middle", async () => {
    const { url, received, logged } = await start();
    const sent = request(`${url}${WEBHOOK_PATH}`, { method: "POST", headers: headersFor("{}"), agent: false });
    sent.on("error", () => undefined);
    sent.write("{");
    await sleep(50);
    sent.destroy();
    await sleep(50);
    expect(received).toEqual([]);
    expect(logged).toEqual([]);
    expect((await deliver(url, "{}")).status).toBe(202);
  });
});

describe("a supervisor", () => {
  it.each([
    ["/healthz", true, 200],
    ["/healthz", false, 200],
    ["/readyz", true, 200],
    ["/readyz", false, 503],
  ])("is told by %s when ready is %s: %i", async (path, isReady, status) => {
    const { url } = await start({ isReady: () => Promise.resolve(isReady) });
    expect((await send(`${url}${path}`, { method: "GET" })).status).toBe(status);
  });

  it("is answered 500 without a word of why when asking fails", async () => {
    const { url } = await start({ isReady: () => Promise.reject(new Error("password=hunter2")) });
    const answer = await send(`${url}/readyz`, { method: "GET" });
    expect(answer).toMatchObject({ status: 500, body: '{"error":"internal error"}' });
  });
});
