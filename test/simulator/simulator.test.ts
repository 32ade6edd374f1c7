/** The simulator as a whole: webhooks, hooks, the log of requests, names that change, sockets or none. */
import { describe, expect, it } from "@jest/globals";
import { Webhooks } from "@octokit/webhooks";
import { createServer, type IncomingHttpHeaders } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { expectNoViolations, startSimulator } from "./simulator.ts";
import { NAME, refusalOf, REPO, startScene } from "./scene.ts";

/** Answers each webhook with the next status, then 200. */
async function startReceiver(statuses: number[] = []) {
  const received: { headers: IncomingHttpHeaders; body: string }[] = [];
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk: Buffer) => (body += chunk.toString()));
    request.on("end", () => {
      received.push({ headers: request.headers, body });
      response.writeHead(statuses.shift() ?? 200).end("noted");
    });
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks`;
  return { url, received, close: () => server.close() };
}

describe("webhooks", () => {
  it("are signed, told apart by a GUID, and sent after the fact", async () => {
    const receiver = await startReceiver();
    const { simulator, github, app, installation } = await startScene();
    simulator.sendWebhooksTo(receiver.url);
    github.comment(NAME, 1, { as: "bob", body: "ünïcode" });
    expect(receiver.received).toEqual([]);
    await simulator.settle();
    const [first] = receiver.received;
    if (!first) throw new Error("nothing came");
    expect(first.headers).toMatchObject({
      "x-github-event": "issue_comment",
      "x-github-delivery": simulator.deliveries.at(-1)?.guid,
      "user-agent": expect.stringMatching(/^GitHub-Hookshot\//) as unknown,
      "content-type": "application/json",
    });
    const webhooks = new Webhooks({ secret: app.webhookSecret });
    expect(await webhooks.verify(first.body, String(first.headers["x-hub-signature-256"]))).toBe(true);
    expect(JSON.parse(first.body)).toMatchObject({
      installation: { id: installation.id },
      organization: { login: "octo" },
    });
    receiver.close();
  });

  it("that fail are listed by cursor, and sent again as the same delivery", async () => {
    const receiver = await startReceiver([503]);
    const { simulator, github, asApp } = await startScene();
    simulator.sendWebhooksTo(receiver.url);
    github.comment(NAME, 1, { as: "bob", body: "one" });
    await simulator.settle();
    github.comment(NAME, 1, { as: "bob", body: "two" });
    await simulator.settle();
    const newest = await asApp.rest.apps.listWebhookDeliveries({ per_page: 1 });
    expect(newest.data).toMatchObject([{ event: "issue_comment", status: "OK", status_code: 200 }]);
    const cursor = /cursor=([^&>]+)/.exec(newest.headers.link ?? "")?.[1] ?? "";
    const [failed] = (await asApp.rest.apps.listWebhookDeliveries({ per_page: 1, cursor })).data;
    expect(failed).toMatchObject({ status_code: 503, redelivery: false });
    const { data } = await asApp.rest.apps.getWebhookDelivery({ delivery_id: failed?.id ?? 0 });
    expect(data.request.payload).toMatchObject({ comment: { body: "one" } });
    await asApp.rest.apps.redeliverWebhookDelivery({ delivery_id: failed?.id ?? 0 });
    await simulator.settle();
    const guids = receiver.received.map(({ headers }) => headers["x-github-delivery"]);
    expect(guids[2]).toBe(guids[0]);
    expect(await simulator.redeliver(String(guids[0]))).toBe(200);
    expectNoViolations(simulator);
    receiver.close();
  });

  it("come only from where the App is installed, and for what it asked", async () => {
    const { simulator, github } = await startScene();
    github.createOrganization("else");
    simulator.deliveries.length = 0;
    github.createRepository("else/open", { files: { a: "a\n" } });
    github.createIssue(NAME, { as: "carol", title: "Slow" }); // app.yml does not ask for `issues`
    github.suspend("octo");
    github.comment(NAME, 1, { as: "bob", body: "unheard" });
    expect(simulator.deliveries.map(({ event, action }) => [event, action])).toEqual([["installation", "suspend"]]);
  });
});

describe("requests", () => {
  it("are written down by route, kind and category", async () => {
    const { simulator, octokit } = await startScene();
    await octokit.rest.git.getRef({ ...REPO, ref: "heads/main" });
    await octokit.rest.issues.addLabels({ ...REPO, issue_number: 1, labels: ["a"] });
    await octokit.graphql("query Who { viewer { login } }");
    expect(simulator.requests).toMatchObject([
      { category: "auth", route: "/app/installations/{installation_id}/access_tokens", status: 201 },
      { category: "read", route: "/repos/{owner}/{repo}/git/ref/{ref}", kind: "rest", status: 200 },
      { category: "write", route: "/repos/{owner}/{repo}/issues/{issue_number}/labels", status: 200 },
      { category: "read", route: "/graphql", kind: "graphql", operation: "Who", status: 200 },
    ]);
  });

  it("with a body that GitHub does not take are violations", async () => {
    const { simulator, octokit } = await startScene();
    await octokit.request("POST /repos/octo/api/issues/1/comments", { body: "x", colour: "red" });
    expect(simulator.violations).toEqual([expect.stringContaining("colour")]);
    expect(() => expectNoViolations(simulator)).toThrow("colour");
  });

  it("count down", async () => {
    const { octokit } = await startScene();
    const remaining = async () => Number((await octokit.rest.repos.get(REPO)).headers["x-ratelimit-remaining"]);
    expect((await remaining()) - (await remaining())).toBe(1);
  });

  it("can be answered otherwise or cut, before or after their effect", async () => {
    const { simulator, octokit, pull } = await startScene();
    const label = (name: string) => octokit.rest.issues.addLabels({ ...REPO, issue_number: 1, labels: [name] });
    const labels = () => pull.labels.map(({ name }) => name);
    const answer = { status: 502, headers: {}, body: "{}" };

    const offBefore = simulator.onRequest({
      before: ({ category }) => (category === "write" ? { answer } : undefined),
    });
    expect((await refusalOf(label("a"))).status).toBe(502);
    expect(labels()).toEqual([]);
    offBefore();

    const offAfter = simulator.onRequest({ after: () => ({ drop: true }) });
    await expect(label("b")).rejects.toMatchObject({ status: 500 });
    expect(labels()).toEqual(["b"]);
    expect(simulator.requests.at(-1)).toMatchObject({ status: 0 });
    offAfter();
    await label("c");
    expect(labels()).toEqual(["b", "c"]);
  });
});

describe("a repository's former name", () => {
  it("leads to the new one, for reads and writes", async () => {
    const { github, octokit, simulator, pull } = await startScene();
    github.renameRepository(NAME, "interface");
    expect((await octokit.rest.repos.get(REPO)).data.full_name).toBe("octo/interface");
    await octokit.rest.issues.addLabels({ ...REPO, issue_number: 1, labels: ["a"] });
    expect(pull.labels).toHaveLength(1);
    expect(simulator.requests.map(({ status }) => status).slice(-4)).toEqual([301, 200, 307, 200]);
    const { repository } = await octokit.graphql<{ repository: { nameWithOwner: string } }>(
      `{ repository(owner: "octo", name: "api") { nameWithOwner } }`,
    );
    expect(repository.nameWithOwner).toBe("octo/interface");
  });
});

describe("time", () => {
  it("is the clock's, or what the action says", async () => {
    const clock = () => new Date("2026-01-02T03:04:05.678Z");
    const { github, pull } = await startScene({ clock });
    expect(pull.createdAt).toBe("2026-01-02T03:04:05Z");
    const late = github.comment(NAME, 1, { as: "bob", body: "x", at: "2026-02-03T00:00:00Z" });
    expect(late.createdAt).toBe("2026-02-03T00:00:00Z");
    expect(github.readCommit(NAME, "main").author.seconds).toBe(Date.parse("2026-01-02T03:04:05Z") / 1_000);
  });
});

describe("over sockets", () => {
  it("answers as in process, with GitHub Enterprise's prefixes too, and forgets on demand", async () => {
    const simulator = await startSimulator();
    const { github, url, app } = simulator;
    github.createUser("alice");
    github.createRepository("alice/app", { files: { a: "a\n" } });
    const authorization = `token ${github.createToken("alice")}`;
    for (const prefix of ["", "/api/v3"]) {
      const response = await fetch(`${url}${prefix}/repos/alice/app`, { headers: { authorization } });
      expect(await response.json()).toMatchObject({ full_name: "alice/app", url: `${url}/repos/alice/app` });
    }
    for (const path of ["/graphql", "/api/graphql"]) {
      const body = JSON.stringify({ query: "{ viewer { login } }" });
      const response = await fetch(url + path, { method: "POST", headers: { authorization }, body });
      expect(await response.json()).toEqual({ data: { viewer: { login: "alice" } } });
    }
    simulator.onRequest({ before: () => ({ drop: true }) });
    await expect(fetch(`${url}/repos/alice/app`)).rejects.toThrow("fetch failed");
    simulator.reset();
    expect(() => github.repository("alice/app")).toThrow("Not Found");
    expect(github.createUser("alice").login).toBe("alice");
    expect(simulator.app).toBe(app);
    await simulator.close();
    await expect(fetch(url)).rejects.toThrow();
  });
});
