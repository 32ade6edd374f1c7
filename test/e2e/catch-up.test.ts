/** What GitHub sent while nobody listened, or what was lost after it was taken, is found and done once. */
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { createServer, type Server } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { closeServer, listen } from "../../src/http/lifecycle.ts";
import { startAppInProcess, type AppInProcess } from "../helpers/app-in-process.ts";
import { openAnother, openSource, populate, type Source } from "../helpers/source-pull.ts";
import { expectNoViolations } from "../simulator/simulator.ts";

const POOL = "suggestion (non-blocking): Use a connection pool, in a follow-up.";
const RETRY = "suggestion (non-blocking): Retry the upload with backoff; out of scope here, let's track it.";
const NOWHERE = "http://127.0.0.1:9";
const DAY = 24 * 3_600_000;

let app: AppInProcess;
let source: Source;
beforeEach(async () => {
  app = await startAppInProcess();
  populate(app.github);
  source = openSource(app.github, "octo/api");
  await app.settle();
  await app.catchUp();
});
afterEach(async () => {
  await app.close();
});

/** What happens meanwhile is not heard: GitHub is refused, or is told that all is well and nobody keeps it. */
async function unheard(act: () => void, url = NOWHERE): Promise<void> {
  app.simulator.sendWebhooksTo(url);
  act();
  await app.simulator.settle();
  await app.restart();
  app.simulator.requests.length = 0;
}

/** GitHub's log tells times to the second. */
const nextSecond = () => sleep(1_001 - (Date.now() % 1_000));

const LIST = "/app/hook/deliveries";
const READ = "/app/hook/deliveries/{delivery_id}";
const asked = () => app.simulator.requests.filter(({ route }) => route.startsWith(LIST)).map(({ route }) => route);
const answer = (status: number, message: string) => ({
  answer: { status, headers: { "content-type": "application/json" }, body: JSON.stringify({ message }) },
});

/** So many events about which nothing is done. */
function label(times: number): void {
  for (const have = source.pull.labels.length; source.pull.labels.length < have + times;) {
    app.github.addLabels("octo/api", source.pull.number, { as: "bob", labels: [`label-${source.pull.labels.length}`] });
  }
}

describe("catching up", () => {
  it("finds what was sent while nobody listened, for one request a page and one for each that matters", async () => {
    await unheard(() => {
      source.review([POOL]);
      label(150);
      source.review([RETRY]);
    });
    const lost = app.simulator.deliveries.filter(({ attempts }) => attempts.every(({ status }) => status === 0));
    // Two reviews, and the comment of each.
    const matter = lost.filter(({ action }) => action !== "labeled").length;
    const report = await app.catchUp();
    expect(report).toMatchObject({ missing: lost.length, queued: 2, gone: 0, sweptSince: null, swept: 0 });
    expect(asked().filter((route) => route === LIST)).toHaveLength(Math.ceil((report?.listed ?? 0) / 100));
    expect(asked().filter((route) => route === READ)).toHaveLength(matter);
    expect(matter).toBe(4);
    await app.settle();
    expect(source.directories("enhance/pr-1")).toHaveLength(2);

    // What the follow-up itself caused was heard.
    expect(await app.catchUp()).toMatchObject({ missing: 0 });
    app.simulator.requests.length = 0;
    expect(await app.catchUp()).toMatchObject({ listed: 100, missing: 0 });
    expect(asked()).toEqual([LIST]);
    expectNoViolations(app.simulator);
  });

  it("takes what it finds in the order it was sent: the last command counts", async () => {
    source.review([POOL]);
    await app.settle();
    const [followUp] = source.followUps();
    const say = (body: string) => app.github.comment("octo/api", followUp?.number ?? 0, { as: "bob", body });
    await unheard(() => {
      for (const priority of ["low", "high", "critical"]) say(`/enhance priority 001 ${priority}`);
    });
    await app.catchUp();
    await app.settle();
    const status = Object.entries(app.github.readFiles("octo/api", "enhance/pr-1")).find(([path]) =>
      path.endsWith("status.json"),
    );
    expect(JSON.parse(status?.[1] ?? "{}")).toMatchObject({ priority: "critical" });
  });

  it("takes note of an owner who left while nobody listened", async () => {
    source.review([POOL]);
    await app.simulator.settle();
    await nextSecond();
    await unheard(() => app.github.uninstall("octo"));
    await app.catchUp();
    expect(app.log.some(({ msg }) => msg === "forgotten")).toBe(true);
    expect(await app.queue.jobs.list()).toEqual([]);
  });

  it("forgets no work that came after an owner who left was back", async () => {
    source.review([POOL]);
    await app.simulator.settle();
    await nextSecond();
    await unheard(() => {
      openAnother(app.github, "octo/api", "missed").review([RETRY]);
      app.github.suspend("octo");
      app.github.unsuspend("octo");
    });
    await nextSecond();
    const later = openAnother(app.github, "octo/api", "later");
    later.review([RETRY]);
    await app.simulator.settle();
    await app.catchUp();
    expect(app.log.some(({ msg }) => msg === "forgotten")).toBe(true);
    const payloads = (await app.queue.jobs.list()).map(({ payload }) => payload);
    // What was asked for before they left is gone, also where it was heard of only now.
    expect(payloads.length).toBeGreaterThan(0);
    for (const payload of payloads) expect(payload).toMatchObject({ pullNumber: later.pull.number });
  });

  it("finds what GitHub takes for delivered and we have not", async () => {
    const sink: Server = createServer((_, response) => response.writeHead(202).end());
    const url = await listen(sink, { host: "127.0.0.1", port: 0 });
    await unheard(() => source.review([POOL]), url);
    await closeServer(sink, { withinMs: 0 });
    expect(await app.catchUp()).toMatchObject({ queued: 1 });
    await app.settle();
    expect(source.followUps()).toHaveLength(1);
  });

  it("goes past a page that is known as long as it is newer than the last run", async () => {
    await unheard(() => source.review([POOL]));
    label(120);
    await app.settle();
    expect(await app.catchUp()).toMatchObject({ queued: 1 });
    expect(asked().filter((route) => route === LIST).length).toBeGreaterThanOrEqual(2);
  });

  it("is cut short by a page that fails, keeps what it found, and begins again from the same place", async () => {
    await unheard(() => {
      source.review([POOL]);
      label(120);
      openAnother(app.github, "octo/api", "other").review([RETRY]);
    });
    let pages = 0;
    const off = app.simulator.onRequest({
      before: ({ route }) => {
        if (route === LIST && ++pages > 1) return answer(502, "Bad Gateway");
        return undefined;
      },
    });
    await expect(app.catchUp()).rejects.toThrow();
    off();
    const reads = () => asked().filter((route) => route === READ).length;
    const before = reads();
    expect(before).toBeGreaterThan(0);
    expect(await app.catchUp()).toMatchObject({ queued: 1 });
    expect(reads() - before).toBeLessThan(before + 3);
    await app.settle();
    const captures = app.jobs().filter(({ task }) => task === "capture-pull-request");
    expect(captures.map(({ pull }) => pull).toSorted()).toEqual([1, 2]);
  });

  it("goes on past what cannot be read, and tries that again until it can", async () => {
    const other = openAnother(app.github, "octo/api", "other");
    await app.settle();
    await unheard(() => {
      source.review([POOL]);
      other.review([RETRY]);
    });
    const [bad] = app.simulator.deliveries.filter(
      ({ event, attempts }) => event === "pull_request_review" && attempts[0]?.status === 0,
    );
    const off = app.simulator.onRequest({
      before: ({ route, path }) =>
        route === READ && path.endsWith(`/${bad?.attempts[0]?.id}`) ? answer(500, "Server Error") : undefined,
    });
    expect(await app.catchUp()).toMatchObject({ failed: 1, queued: 1 });
    label(120);
    await app.settle();
    const captured = () => app.jobs().flatMap(({ task, pull }) => (task === "capture-pull-request" ? [pull] : []));
    expect(captured()).toEqual([2]);

    expect(await app.catchUp()).toMatchObject({ failed: 1, missing: 1 });
    const told = app.log.filter(({ msg }) => msg === "a delivery could not be taken");
    expect(told).toMatchObject([{ deliveryId: bad?.guid }, { deliveryId: bad?.guid }]);
    off();
    expect(await app.catchUp()).toMatchObject({ failed: 0, queued: 1 });
    await app.settle();
    expect(captured()).toEqual([2, 1]);
    expect(await app.catchUp()).toMatchObject({ listed: 100, missing: 0 });
  });

  it("stops at a limit, and takes what is left in the next run", async () => {
    await unheard(() => source.review([POOL]));
    const off = app.simulator.onRequest({
      before: ({ route }) => (route === READ ? answer(429, "Too many") : undefined),
    });
    await expect(app.catchUp()).rejects.toThrow();
    off();
    app.clock.advanceTo(Date.now() + DAY);
    expect(await app.catchUp()).toMatchObject({ failed: 0, queued: 1 });
  });

  it("stops where the store is away", async () => {
    await unheard(() => source.review([POOL]));
    await app.queue.stop({ withinMs: 0 });
    await expect(app.catchUp()).rejects.toThrow();
  });

  it("queues a dead job again once, not every hour", async () => {
    const off = app.simulator.onRequest({
      before: ({ route }) => (route.endsWith("/git/trees") ? answer(422, "Validation Failed") : undefined),
    });
    source.review([POOL]);
    await app.settle();
    const dead = async () => (await app.queue.statistics()).jobs.dead;
    expect(await dead()).toBe(1);
    expect(await app.catchUp()).toMatchObject({ missing: 1, queued: 1 });
    await app.settle();
    expect(await dead()).toBe(1);
    expect(await app.catchUp()).toMatchObject({ missing: 0 });
    off();
  });

  it("says what is missing, and takes nothing, in a dry run", async () => {
    await unheard(() => source.review([POOL]));
    // The review and its comment, which is found to say nothing that the review does not.
    expect(await app.catchUp({ isDryRun: true })).toMatchObject({ queued: 2, gone: 0 });
    expect(asked()).toEqual([LIST]);
    expect((await app.queue.statistics()).jobs.waiting).toBe(0);
    expect(await app.catchUp()).toMatchObject({ queued: 1, gone: 0 });
  });

  it("counts what GitHub has forgotten between the list and the question", async () => {
    await unheard(() => source.review([POOL]));
    app.simulator.onRequest({
      before: ({ route }) => (route === READ ? answer(404, "Not Found") : undefined),
    });
    expect(await app.catchUp()).toMatchObject({ queued: 0, gone: 2 });
  });

  it("leaves the work of the hour to the process that has done it", async () => {
    expect(await app.catchUp({ unlessWithinMs: DAY })).toBeUndefined();
    expect(await app.catchUp({ unlessWithinMs: 0 })).toBeDefined();
  });
});

describe("beyond GitHub's log", () => {
  /** The last run was so many days ago, and GitHub has forgotten what it sent since. */
  async function away(days: number): Promise<void> {
    const past = Date.now() - days * DAY;
    await app.queue.notes.write("deliveries", JSON.stringify({ newest: "0", checkedAt: past }));
    const at = new Date(Date.now() - 4 * DAY).toISOString();
    for (const { attempts } of app.simulator.deliveries) for (const attempt of attempts) Object.assign(attempt, { at });
  }

  it("looks at every pull request that changed since, once, and passes over what is not ours to read", async () => {
    source.review([POOL]);
    await app.settle();
    expect(source.followUps()).toHaveLength(1);
    await unheard(() => {
      source.review([RETRY]);
      app.github.createOrganization("silent");
      openSource(app.github, "octo/old", { isArchived: true });
      app.github.install("silent");
      app.github.suspend("silent");
    });
    await away(5);
    expect(await app.catchUp()).toMatchObject({ listed: 0, swept: 1, sweptSince: expect.any(Number) as unknown });
    await app.settle();
    expect(source.directories("enhance/pr-1")).toHaveLength(2);
    await away(5);
    app.simulator.requests.length = 0;
    const jobs = app.jobs().length;
    await app.catchUp();
    await app.settle();
    // The follow-up's own change touched the source in no way.
    expect(app.jobs().length).toBe(jobs);
    const lists = app.simulator.requests.filter(({ method }) => method === "GET");
    expect(lists.map(({ route }) => route)).toEqual([
      LIST,
      "/app/installations",
      "/installation/repositories",
      "/repos/{owner}/{repo}/pulls",
    ]);
    expectNoViolations(app.simulator);
  });

  it("is not looked at while the log reaches far enough", async () => {
    await unheard(() => source.review([POOL]));
    const past = Date.now() - 2 * DAY;
    await app.queue.notes.write("deliveries", JSON.stringify({ newest: "0", checkedAt: past }));
    expect(await app.catchUp()).toMatchObject({ queued: 1, sweptSince: null });
  });

  it("is looked at when an operator asks for it", async () => {
    await unheard(() => source.review([POOL]));
    await away(0);
    const since = Date.now() - 30 * DAY;
    expect(await app.catchUp({ since, isDryRun: true })).toMatchObject({ sweptSince: since, swept: 1 });
    expect((await app.queue.statistics()).jobs.waiting).toBe(0);
    expect(await app.catchUp({ since })).toMatchObject({ sweptSince: since, swept: 1 });
    await app.settle();
    expect(source.followUps()).toHaveLength(1);
  });
});
