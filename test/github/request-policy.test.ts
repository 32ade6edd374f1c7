/** The policy against a GitHub that misbehaves: one row for each shape of failure. */
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { Octokit } from "@octokit/rest";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { createCheckedFetch } from "../../src/github/checked-fetch.ts";
import { classifyFailure } from "../../src/github/classify-failure.ts";
import { createMemorySpendingLog, GITHUB_LIMITS, type BudgetLimits } from "../../src/github/request-budget.ts";
import { LimitedError, UncertainError } from "../../src/github/request-errors.ts";
import { createRequestPolicy, type Hooked, type RequestRecord } from "../../src/github/request-policy.ts";
import { closeServer, listen } from "../../src/http/lifecycle.ts";

const START = Date.parse("2026-11-24T12:00:00Z");
const TIMEOUT_MS = 300;

type Misbehaviour = (request: IncomingMessage, response: ServerResponse) => void;
type Headers = Record<string, string>;

/** What the server does with the next requests, in order; afterwards it answers well. */
let script: Misbehaviour[];
let seen: string[];
let server: Server;
let url: string;
let now: number;
let slept: number[];
let records: RequestRecord[];
let renewals: number;

beforeEach(async () => {
  script = [];
  seen = [];
  slept = [];
  records = [];
  now = START;
  renewals = 0;
  server = createServer((request, response) => {
    seen.push(`${request.method ?? ""} ${request.url ?? ""}`);
    request.resume();
    request.on("end", () => {
      const answer =
        script.shift() ?? json(200, request.url === "/graphql" ? { data: { viewer: { login: "x" } } } : {});
      answer(request, response);
    });
  });
  url = await listen(server, { host: "127.0.0.1", port: 0 });
});
afterEach(() => closeServer(server, { withinMs: 0 }));

function json(status: number, body: unknown, headers: Headers = {}): Misbehaviour {
  return (_, response) => {
    response.writeHead(status, { "content-type": "application/json; charset=utf-8", ...headers });
    response.end(typeof body === "string" ? body : JSON.stringify(body));
  };
}

const said = (status: number, message: string, headers: Headers = {}) => json(status, { message }, headers);
const refuse = (type: string | undefined, message = "no") => json(200, { data: null, errors: [{ type, message }] });
const hang: Misbehaviour = () => undefined;
const reset: Misbehaviour = (request) => request.socket.destroy();
const cutOff: Misbehaviour = (request, response) => {
  response.writeHead(200, { "content-type": "application/json", "content-length": "1000" });
  response.write('{"id":', () => request.socket.destroy());
};
const trickle: Misbehaviour = (_, response) => {
  response.writeHead(200, { "content-type": "application/json" });
  const drop = setInterval(() => response.write(" "), 40);
  response.on("close", () => {
    clearInterval(drop);
  });
};
const page: Misbehaviour = (_, response) => {
  response.writeHead(200, { "content-type": "text/html" }).end("<html>Unicorn!</html>");
};
const redirect =
  (status: number, location: string): Misbehaviour =>
  (_, response) => {
    response.writeHead(status, { location }).end();
  };

function connect(installationId: number | undefined = 7, limits: Partial<BudgetLimits> = {}) {
  const budget = { ...GITHUB_LIMITS, ...limits };
  const policy = createRequestPolicy({
    clock: {
      now: () => now,
      random: () => 0.5,
      sleep: (ms) => {
        slept.push(ms);
        now += ms;
        return Promise.resolve();
      },
    },
    spending: createMemorySpendingLog(budget),
    concurrent: budget.concurrent,
    onRequest: (record) => void records.push(record),
  });
  const open = (id?: number) => {
    const log = { debug() {}, info() {}, warn() {}, error() {} };
    const octokit = new Octokit({
      baseUrl: url,
      request: { fetch: createCheckedFetch({ timeoutMs: TIMEOUT_MS }) },
      log,
    });
    Object.assign(octokit, {
      auth: () => {
        renewals++;
        return Promise.resolve({});
      },
    });
    policy(octokit as unknown as Hooked, id);
    return octokit;
  };
  return Object.assign(open(installationId), { openAs: open });
}

const read = (octokit: Octokit) => octokit.rest.repos.get({ owner: "octo", repo: "api" });
const write = (octokit: Octokit) =>
  octokit.rest.issues.createComment({ owner: "octo", repo: "api", issue_number: 1, body: "hello" });
const ask = (octokit: Octokit) => octokit.graphql("query { viewer { login } }");
const mutate = (octokit: Octokit) => octokit.graphql("mutation { x { y } }");

async function failureOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => undefined,
    (error: unknown) => error,
  );
}

const PASSING: [string, Misbehaviour, string][] = [
  ["resets the connection", reset, "network"],
  ["sends no byte", hang, "network"],
  ["sends byte after byte", trickle, "network"],
  ["cuts its answer off", cutOff, "retryable"],
  ["sends half of its JSON", json(200, '{"id": 1, "na'), "retryable"],
  ["sends an empty answer", json(200, ""), "retryable"],
  ["sends a page with a good status", page, "retryable"],
  ["answers 500", said(500, "oops"), "retryable"],
  ["answers 502 with a page", json(502, "<html>"), "retryable"],
  ["answers 503", said(503, "down"), "retryable"],
  ["answers 504", said(504, "late"), "retryable"],
  ["answers 408", said(408, "slow"), "retryable"],
];

describe("a failure that may pass", () => {
  it.each(PASSING)("is outlived by a read when GitHub %s", async (_, misbehave) => {
    script = [misbehave, misbehave];
    expect((await read(connect())).status).toBe(200);
    expect(seen).toHaveLength(3);
    expect(slept).toEqual([400, 800]);
  });

  it.each(PASSING)("is thrown after three reads when GitHub %s", async (_, misbehave, expected) => {
    script = [misbehave, misbehave, misbehave, misbehave];
    expect(classifyFailure(await failureOf(read(connect())))).toBe(expected);
    expect(seen).toHaveLength(3);
  });

  it.each(PASSING)("is never answered by a second write when GitHub %s", async (_, misbehave) => {
    script = [misbehave];
    const error = await failureOf(write(connect()));
    expect(error).toBeInstanceOf(UncertainError);
    expect(seen).toHaveLength(1);
  });

  it.each(PASSING.slice(0, 9))("is never answered by a second mutation when GitHub %s", async (_, misbehave) => {
    script = [misbehave];
    expect(await failureOf(mutate(connect()))).toBeInstanceOf(UncertainError);
    expect(seen).toHaveLength(1);
  });

  it("is outlived by a GraphQL query that GitHub stumbled over", async () => {
    script = [refuse(undefined, "Something went wrong while executing your query")];
    await ask(connect());
    expect(seen).toHaveLength(2);
  });
});

describe("a failure that stays", () => {
  it.each([
    ["403", said(403, "Resource not accessible by integration"), "permission"],
    ["403 for a suspended installation", said(403, "This installation has been suspended"), "suspended"],
    ["403 for an archived repository", said(403, "Repository was archived so is read-only."), "gone"],
    ["404", said(404, "Not Found"), "gone"],
    ["410", said(410, "Gone"), "gone"],
    ["451", said(451, "Repository access blocked"), "gone"],
    ["409", said(409, "Git Repository is empty."), "conflict"],
    ["409 for a rule", said(409, "Repository rule violations found"), "rule"],
    ["422 for a rule", said(422, "Repository rule violations found\n\nGH013"), "rule"],
    ["422", said(422, "Validation Failed"), "permanent"],
    ["400", said(400, "Problems parsing JSON"), "permanent"],
    ["a redirect to another host", redirect(307, "http://localhost:9/"), "gone"],
    ["a redirect to nowhere", redirect(301, ""), "gone"],
  ])("is thrown at once: %s", async (_, misbehave, expected) => {
    script = [misbehave];
    expect(classifyFailure(await failureOf(write(connect())))).toBe(expected);
    expect(seen).toHaveLength(1);
    expect(slept).toEqual([]);
    expect(records.map(({ outcome }) => outcome)).toEqual([expected]);
  });

  it.each([
    ["NOT_FOUND", refuse("NOT_FOUND"), "gone"],
    ["FORBIDDEN", refuse("FORBIDDEN"), "permission"],
    ["STALE_DATA", refuse("STALE_DATA"), "conflict"],
    ["RESOURCE_LIMITS_EXCEEDED", refuse("RESOURCE_LIMITS_EXCEEDED"), "excessive"],
    ["a rule", refuse("UNPROCESSABLE", "Repository rule violations found"), "rule"],
    [
      "a document it cannot run",
      json(200, { errors: [{ message: "no such field", extensions: { code: "undefinedField" } }] }),
      "permanent",
    ],
  ])("is thrown at once by GraphQL: %s", async (_, misbehave, expected) => {
    script = [misbehave];
    expect(classifyFailure(await failureOf(ask(connect())))).toBe(expected);
    expect(seen).toHaveLength(1);
  });

  it("in a part of a GraphQL answer leaves the other parts to the caller", async () => {
    const errors = [{ message: "Something went wrong", path: ["b"] }];
    script = [json(200, { data: { a: 1, b: null }, errors })];
    expect(await failureOf(ask(connect()))).toMatchObject({ data: { a: 1, b: null } });
    expect(seen).toHaveLength(1);
  });
});

describe("a limit", () => {
  const reset = String(START / 1_000 + 900);
  const date = new Date(START).toUTCString();
  const spent = { "x-ratelimit-remaining": "0", "x-ratelimit-reset": reset, date };
  const secondary = "You have exceeded a secondary rate limit.";

  it.each([
    ["primary, as 403", read, said(403, "API rate limit exceeded", spent), 901, "primary"],
    ["primary, as 429", read, said(429, "API rate limit exceeded", spent), 901, "primary"],
    [
      "primary, as a GraphQL 200",
      ask,
      json(200, { data: null, errors: [{ type: "RATE_LIMITED", message: "limited" }] }, spent),
      901,
      "primary",
    ],
    ["secondary, as 403 with a time", read, said(403, secondary, { "retry-after": "30" }), 31, "secondary"],
    ["secondary, as 403 with a time alone", read, said(403, "", { "retry-after": "30" }), 31, "secondary"],
    ["secondary, as 403 without a time", read, said(403, secondary), 60, "secondary"],
    ["secondary, as 429 with a time", write, said(429, "slow down", { "retry-after": "120" }), 121, "secondary"],
    ["secondary, as 429 without a time", write, said(429, "slow down"), 60, "secondary"],
    [
      "secondary, as a GraphQL 200",
      mutate,
      json(200, { data: null, errors: [{ message: secondary }] }, { "retry-after": "45" }),
      46,
      "secondary",
    ],
    [
      "secondary, as 422",
      write,
      json(422, {
        message: "Validation Failed",
        errors: ["no", { code: "custom", message: "was submitted too quickly" }],
      }),
      60,
      "secondary",
    ],
    ["secondary, as a GraphQL 403", mutate, said(403, secondary, { "retry-after": "45" }), 46, "secondary"],
  ])("%s says when to come back, and nothing is sent before", async (_, act, misbehave, seconds, limit) => {
    script = [misbehave];
    const octokit = connect();
    const error = await failureOf(act(octokit));
    expect(error).toBeInstanceOf(LimitedError);
    expect(error).toMatchObject({ limit, until: new Date(START + seconds * 1_000) });

    for (const again of [read, write, ask]) expect(await failureOf(again(octokit))).toBeInstanceOf(LimitedError);
    expect(seen).toHaveLength(1);
    now = START + seconds * 1_000;
    expect((await read(octokit)).status).toBe(200);
  });

  it("of one installation does not stop another, nor another client of its own from waiting", async () => {
    script = [said(429, "slow down")];
    const octokit = connect();
    await failureOf(read(octokit));
    expect(await failureOf(read(octokit.openAs(7)))).toBeInstanceOf(LimitedError);
    expect((await read(octokit.openAs(8))).status).toBe(200);
  });

  it("without a time is waited for longer each time, and for a minute again once GitHub has answered", async () => {
    const octokit = connect();
    const waits: number[] = [];
    for (const answer of [429, 429, 429, 200, 429]) {
      if (answer === 429) script = [said(429, "slow down")];
      const error = await failureOf(read(octokit));
      if (!(error instanceof LimitedError)) continue;
      waits.push((error.until.getTime() - now) / 1_000);
      now = error.until.getTime();
    }
    expect(waits).toEqual([60, 120, 240, 60]);
  });

  it("is obeyed before GitHub names it, when an answer says that it was the last", async () => {
    script = [json(200, {}, spent)];
    const octokit = connect();
    await read(octokit);
    expect(await failureOf(read(octokit))).toMatchObject({ limit: "primary", until: new Date(START + 901_000) });
    expect(seen).toHaveLength(1);
  });
});

describe("our own budget", () => {
  it("lets no more requests be under way at once", async () => {
    let underWay = 0;
    let most = 0;
    const slow: Misbehaviour = (request, response) => {
      most = Math.max(most, ++underWay);
      setTimeout(() => {
        underWay--;
        json(200, {})(request, response);
      }, 20);
    };
    script = Array.from({ length: 12 }, () => slow);
    const octokit = connect(7, { concurrent: 3 });
    await Promise.all(Array.from({ length: 12 }, () => read(octokit)));
    expect(most).toBe(3);
  });

  it.each([
    ["reads", read, { pointsPerMinute: 10 }, 10, 60_000],
    ["writes, at five points each", write, { pointsPerMinute: 10 }, 2, 60_000],
    ["mutations, at five points each", mutate, { pointsPerMinute: 10 }, 2, 60_000],
    ["comments in a minute", write, { contentPerMinute: 4 }, 4, 60_000],
    ["comments in an hour", write, { contentPerHour: 4 }, 4, 3_600_000],
  ])("ends %s before GitHub does, and says when it is free again", async (_, act, limits, allowed, span) => {
    const octokit = connect(7, limits);
    for (let sent = 0; sent < allowed; sent++) await act(octokit);
    expect(await failureOf(act(octokit))).toMatchObject({ limit: "budget", until: new Date(START + span) });
    expect(seen).toHaveLength(allowed);
    now = START + span;
    await act(octokit);
  });

  it("is waited for when it is free again in a moment", async () => {
    const octokit = connect(7, { pointsPerMinute: 1 });
    await read(octokit);
    now = START + 58_000;
    await read(octokit);
    expect(slept).toEqual([2_000]);
  });

  it("is not spent by what the App asks as itself", async () => {
    const octokit = connect(7, { pointsPerMinute: 1 }).openAs();
    for (let sent = 0; sent < 5; sent++) await octokit.rest.apps.getAuthenticated();
    expect(seen).toHaveLength(5);
  });
});

describe("a token that GitHub no longer takes", () => {
  it("is renewed once, and the request sent again, a write too: it was not looked at", async () => {
    script = [said(401, "Bad credentials")];
    expect((await write(connect())).status).toBe(200);
    expect(renewals).toBe(1);
    expect(seen).toHaveLength(2);
  });

  it("is an error the second time", async () => {
    script = [said(401, "Bad credentials"), said(401, "Bad credentials")];
    expect(classifyFailure(await failureOf(read(connect())))).toBe("unauthorized");
    expect(renewals).toBe(1);
  });
});

describe("a redirect", () => {
  it.each([301, 302, 307, 308])("with %i is followed by id, with the same method", async (status) => {
    script = [redirect(status, "/repositories/12/issues/1/comments")];
    await write(connect());
    expect(seen).toEqual(["POST /repos/octo/api/issues/1/comments", "POST /repositories/12/issues/1/comments"]);
  });

  it("is not followed in circles", async () => {
    script = Array.from({ length: 9 }, () => redirect(301, "/there"));
    expect(classifyFailure(await failureOf(read(connect())))).toBe("gone");
    expect(seen).toHaveLength(4);
  });
});

describe("the record of a request", () => {
  const errors = [{ type: "NOT_FOUND", message: "no", path: ["ownerDefaults"] }];
  it.each([
    ["partial", { repository: { id: "R" }, ownerDefaults: null, rateLimit: { cost: 1 } }],
    ["gone", { repository: null, ownerDefaults: null, rateLimit: { cost: 1 } }],
  ])("says %s of a GraphQL answer by what came with it", async (outcome, data) => {
    script = [json(200, { data, errors })];
    await failureOf(ask(connect()));
    expect(records).toMatchObject([{ outcome }]);
  });

  it("holds the route, and nothing that was sent or received", async () => {
    await write(connect());
    expect(records).toEqual([
      {
        installation: 7,
        method: "POST",
        route: "/repos/{owner}/{repo}/issues/{issue_number}/comments",
        outcome: "ok",
        ms: 0,
        points: 5,
      },
    ]);
  });
});
