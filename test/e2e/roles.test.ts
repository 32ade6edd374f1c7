/** Several real processes on one PostgreSQL: they start together, share the work, and end one after the other. */
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { createTestDatabase, createTestFolder, POSTGRES_URL, type TestFolder } from "../helpers/queue-database.ts";
import { freePort, serverEnvironment, startServer, waitFor, type ServerProcess } from "../helpers/server-process.ts";
import { openSource, populate } from "../helpers/source-pull.ts";
import { expectNoViolations, startSimulator, type Simulator } from "../simulator/simulator.ts";

const POOL = "suggestion (non-blocking): Use a connection pool, in a follow-up.";
const WITHIN_MS = 180_000;

let simulator: Simulator;
let folder: TestFolder;
let database: Awaited<ReturnType<typeof createTestDatabase>>;
let servers: ServerProcess[];

async function start(role: string): Promise<ServerProcess> {
  const environment = serverEnvironment(simulator.app, simulator.url, folder.path, await freePort());
  const server = await startServer({ ...environment, ROLE: role, DATABASE_URL: database.url });
  servers.push(server);
  return server;
}

const linesOf = (server: ServerProcess, message: string) =>
  server
    .output()
    .split("\n")
    .filter((line) => line.includes(`"msg":"${message}"`));

(POSTGRES_URL === undefined ? describe.skip : describe)("processes with roles (TEST_DATABASE_URL)", () => {
  beforeEach(async () => {
    servers = [];
    folder = createTestFolder();
    database = await createTestDatabase(POSTGRES_URL ?? "");
    simulator = await startSimulator();
    populate(simulator.github);
  });
  afterEach(async () => {
    await Promise.all(servers.map((server) => server.stop()));
    await simulator.close();
    await database.drop();
    folder.remove();
  });

  it("migrate once when they start together; web ones take deliveries, workers run jobs", async () => {
    const [web, otherWeb, worker, otherWorker] = await Promise.all(["web", "web", "worker", "worker"].map(start));
    if (!web || !otherWeb || !worker || !otherWorker) throw new Error("four were started");
    for (const server of servers) expect(server.output()).not.toMatch(/"level":"(?:error|fatal)"/);
    const refused = await fetch(worker.webhookUrl, { method: "POST", body: "{}" });
    expect(refused.status).toBe(404);

    for (const [index, receiver] of [web, otherWeb].entries()) {
      simulator.sendWebhooksTo(receiver.webhookUrl);
      const source = openSource(simulator.github, `octo/repo-${index}`);
      source.review([POOL]);
      await waitFor("the follow-up", () => source.followUps().find(({ labels }) => labels.length > 0), WITHIN_MS);
    }
    expect([...linesOf(web, "job"), ...linesOf(otherWeb, "job")]).toEqual([]);
    const done = () => [...linesOf(worker, "job"), ...linesOf(otherWorker, "job")].length >= 2;
    await waitFor("the lines of both jobs", () => done() || undefined, WITHIN_MS);
    expectNoViolations(simulator);
  }, 300_000);

  it("say that they are not ready while they drain, take deliveries until the end, and leave the jobs to others", async () => {
    const server = await start("all");
    simulator.sendWebhooksTo(server.webhookUrl);
    const source = openSource(simulator.github, "octo/slow");
    let isHeld = false;
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const off = simulator.onRequest({
      async after({ category }) {
        if (category !== "write") return undefined;
        isHeld = true;
        await held;
        return { drop: true };
      },
    });
    source.review([POOL]);
    await waitFor("the first write", () => isHeld || undefined, WITHIN_MS);

    const ended = server.stop("SIGTERM");
    await waitFor("the signal", () => linesOf(server, "draining")[0], WITHIN_MS);
    expect((await fetch(`${server.url}/readyz`)).status).toBe(503);
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
    const late = openSource(simulator.github, "octo/late");
    late.review([POOL]);
    await simulator.settle();
    const review = simulator.deliveries.findLast(({ event }) => event === "pull_request_review");
    expect(review?.attempts.map(({ status }) => status)).toEqual([202]);
    release();
    expect(await ended).toBe(0);
    off();

    await start("worker");
    for (const each of [source, late]) {
      await waitFor("the follow-up", () => each.followUps().find(({ labels }) => labels.length > 0), WITHIN_MS);
    }
    expectNoViolations(simulator);
  }, 300_000);
});
