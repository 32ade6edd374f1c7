/** `enhance jobs` and `enhance deliveries` as operators run them: the real program on a real store. */
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import path from "node:path";
import { openQueue } from "../../src/queue/open-queue.ts";
import { HopelessError, type JobQueue } from "../../src/queue/job-queue.ts";
import { startChild, type Ended } from "../helpers/child-process.ts";
import { createSeededFolder, createTestFolder, type TestFolder } from "../helpers/queue-database.ts";
import { SILENT } from "../helpers/silent-log.ts";
import { ROOT, serverEnvironment, startServer, freePort, waitFor } from "../helpers/server-process.ts";
import { openSource, populate } from "../helpers/source-pull.ts";
import { startSimulator, type Simulator } from "../simulator/simulator.ts";
import { delivery, job, until } from "../queue/contract.ts";

function enhance(variables: Record<string, string>, ...words: string[]): Promise<Ended> {
  return startChild([path.join(ROOT, "src/cli.ts"), ...words], { variables }).ended;
}

describe("enhance jobs, with the server stopped", () => {
  let folder: TestFolder;
  let ids: Record<string, string>;
  const run = (...words: string[]) => enhance({ DATA_DIR: folder.path }, "jobs", ...words);
  const open = (): Promise<JobQueue> => openQueue({ dataDir: folder.path, log: SILENT });

  beforeAll(async () => {
    folder = await createSeededFolder();
    const queue = await open();
    await queue.start({
      capture: ({ key }) => {
        throw new HopelessError(`repository ${key} is \u001b[31mgone`);
      },
    });
    for (const key of ["1", "2"]) await queue.accept(delivery(`dead ${key}`), job({ key }));
    await until("both are dead", async () => (await queue.statistics()).jobs.dead === 2);
    await queue.stopJobs({ withinMs: 0 });
    await queue.accept(delivery("waiting"), job({ key: "3" }));
    const jobs = await queue.jobs.list();
    ids = Object.fromEntries(jobs.map(({ key, id }) => [key, id]));
    await queue.stop({ withinMs: 0 });
  }, 120_000);
  afterAll(() => {
    folder.remove();
  });

  it("lists, shows, retries and discards, and says what it cannot", async () => {
    const listed = await run("list", "--state", "dead", "--json");
    expect([listed.code, listed.err]).toEqual([0, ""]);
    const { jobs } = JSON.parse(listed.out) as { jobs: object[] };
    expect(jobs).toMatchObject([
      { id: ids["1"], state: "dead", attempts: 1, deliveries: ["dead 1"] },
      { id: ids["2"], state: "dead", attempts: 1, deliveries: ["dead 2"] },
    ]);

    const all = await run("list");
    expect(all.out).toContain("3 jobs\n");
    // What the error says comes from outside.
    expect(all.out).toContain("repository 1 is \\u{1b}[31mgone");

    const shown = await run("show", ids["3"] ?? "");
    expect(shown.out).toMatch(/^state {9}waiting$/m);
    expect(shown.out).toContain('{"pull":1}');

    expect(await run("retry", ids["1"] ?? "", "no-such-job")).toEqual({
      ...{ code: 1, out: `queued ${ids["1"] ?? ""}\n` },
      err: "enhance: not queued: no-such-job is done, discarded or running\n",
    });
    const discarded = await run("discard", "--dead", "--json");
    expect(JSON.parse(discarded.out)).toEqual({ jobs: [{ id: ids["2"], isDone: true }] });
    expect(await run("show", ids["2"] ?? "")).toMatchObject({ code: 1, out: "" });

    const queue = await open();
    expect((await queue.statistics()).jobs).toEqual({ waiting: 2, running: 0, dead: 0 });
    expect(await queue.accept(delivery("dead 2"), job())).toBe("known");
    const held = await run("list");
    expect(held).toMatchObject({ code: 2, out: "" });
    expect(held.err).toMatch(/^enhance: the data directory .* is in use by process \d+: stop that process/);
    await queue.stop({ withinMs: 0 });
  }, 240_000);

  it("wants ids or --dead, and makes no store where there is none", async () => {
    expect(await run("retry")).toMatchObject({ code: 2, err: expect.stringContaining("--dead") as unknown });
    expect(await run("discard", "x", "--dead")).toMatchObject({ code: 2 });
    const nothing = createTestFolder();
    const { code, err } = await enhance({ DATA_DIR: nothing.path }, "jobs", "list");
    expect([code, err]).toEqual([2, expect.stringContaining(`there is no store in ${nothing.path};`)]);
    nothing.remove();
  }, 120_000);
});

describe("enhance deliveries", () => {
  let simulator: Simulator;
  let folder: TestFolder;
  beforeAll(async () => {
    folder = await createSeededFolder();
    simulator = await startSimulator();
    populate(simulator.github);
  });
  afterAll(async () => {
    await simulator.close();
    folder.remove();
  });

  it("takes what was sent to a server that was killed; started again, the server does what is queued and catches up", async () => {
    const port = await freePort();
    const variables = serverEnvironment(simulator.app, simulator.url, folder.path, port);
    let server = await startServer(variables);
    await waitFor("the first run", () => server.output().includes('"msg":"caught up"') || undefined, 60_000);
    await server.stop("SIGKILL");
    simulator.sendWebhooksTo(server.webhookUrl);
    const first = openSource(simulator.github, "octo/first");
    first.review(["suggestion (non-blocking): Use a connection pool, in a follow-up."]);
    await simulator.settle();

    const dry = await enhance(variables, "deliveries", "--dry-run", "--json");
    expect([dry.code, dry.err]).toEqual([0, ""]);
    const missing = (JSON.parse(dry.out) as { missing: number }).missing;
    expect(missing).toBeGreaterThan(0);
    expect(await enhance(variables, "deliveries")).toMatchObject({
      code: 0,
      out: expect.stringMatching(new RegExp(`^listed \\d+, missing ${missing}: queued [1-9]`)) as unknown,
    });
    expect(first.followUps()).toEqual([]);

    const second = openSource(simulator.github, "octo/second");
    second.review(["suggestion (non-blocking): Retry the upload, in a follow-up."]);
    await simulator.settle();
    server = await startServer(variables);
    for (const source of [first, second]) {
      await waitFor("the follow-up", () => source.followUps().find(({ labels }) => labels.length > 0), 60_000);
    }
    const locked = await enhance(variables, "deliveries");
    expect(locked).toMatchObject({ code: 2, err: expect.stringContaining("is in use by process") as unknown });
    expect(await server.stop()).toBe(0);
  }, 300_000);
});
