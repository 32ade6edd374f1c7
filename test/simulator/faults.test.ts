/** The simulator's own failures and limits: what an App without any manners runs into. */
import { beforeEach, describe, expect, it } from "@jest/globals";
import { FAULT_KINDS, LIMIT_KINDS, type FaultKind } from "./fault-kinds.ts";
import { injectFaults, seedFaults } from "./faults.ts";
import { enforceLimits } from "./limits.ts";
import { createRandom } from "../helpers/random.ts";
import { NAME, REPO, startScene, type Scene } from "./scene.ts";

const START = Date.parse("2026-11-24T12:00:00Z");

let scene: Scene;
let now: number;
beforeEach(async () => {
  scene = await startScene();
  now = START;
});

const comment = (body = "hello") =>
  scene.octokit.rest.issues.createComment({ ...REPO, issue_number: scene.pull.number, body });
const read = () => scene.octokit.rest.repos.get(REPO);
const query = () => scene.octokit.graphql('query { repository(owner: "octo", name: "api") { databaseId } }');
const comments = () => scene.pull.comments.length;
const limit = (limits: Partial<Parameters<typeof enforceLimits>[1]> = {}) =>
  enforceLimits(scene.simulator, { now: () => now, ...limits });

const QUICK = (Object.keys(FAULT_KINDS) as FaultKind[]).filter((kind) => !["hang", "trickle"].includes(kind));
const REST = QUICK.filter((kind) => !/GraphQL|stumble/.test(kind));

describe("a fault", () => {
  it.each(REST)("of the kind %s spoils the request it is meant for, and no other", async (kind) => {
    const { hits } = injectFaults(scene.simulator, [{ kind, nth: 2 }]);
    await read();
    await read().then(
      ({ data }) => expect(data).not.toHaveProperty("full_name"),
      () => undefined,
    );
    expect(hits).toEqual([`${kind} before GET /repos/{owner}/{repo}`]);
    expect((await read()).data.full_name).toBe(NAME);
  });

  it.each(QUICK.filter((kind) => !REST.includes(kind)))("of the kind %s befalls GraphQL alone", async (kind) => {
    const { hits } = injectFaults(scene.simulator, [{ kind }]);
    await read();
    await expect(query()).rejects.toThrow();
    expect(hits).toHaveLength(1);
  });

  it.each([
    ["before", 0],
    ["after", 1],
  ] as const)("%s the effect leaves %i comments", async (when, expected) => {
    const on = ({ category }: { category: string }) => category === "write";
    injectFaults(scene.simulator, [{ kind: "502", when, on }]);
    await expect(comment()).rejects.toThrow();
    expect(comments()).toBe(expected);
  });

  it.each(["hang", "trickle"] as const)("of the kind %s lasts until the one who asked gives up", async (kind) => {
    injectFaults(scene.simulator, [{ kind }]);
    const signal = AbortSignal.timeout(30);
    const asked = scene.simulator.fetch(`${scene.simulator.url}/meta`, { signal }).then((answer) => answer.text());
    await expect(asked).rejects.toThrow(/timeout/);
  });

  it("of the kind lag gives what was read before, and nothing of what is new", async () => {
    const { off } = injectFaults(scene.simulator, [{ kind: "lag", nth: 2, times: 2 }]);
    await read();
    scene.github.setVisibility(NAME, "private");
    expect((await read()).data.private).toBe(false);
    const sha = scene.github.readCommit(NAME, "main").sha;
    await expect(scene.octokit.rest.git.getCommit({ ...REPO, commit_sha: sha })).rejects.toThrow(/Not Found/);
    off();
    expect((await read()).data.private).toBe(true);
  });

  it("drawn from a seed is the same each time, and no more than were asked for", async () => {
    const hits: string[][] = [];
    for (let run = 0; run < 2; run++) {
      const seeded = { draw: createRandom(7), kinds: ["500", "reset"] as const, rate: 0.5, most: 3 };
      const injected = seedFaults(scene.simulator, seeded);
      for (let request = 0; request < 12; request++) await read().catch(() => undefined);
      injected.off();
      hits.push(injected.hits);
    }
    expect(hits[0]).toHaveLength(3);
    expect(hits[0]).toEqual(hits[1]);
  });
});

describe("a limit", () => {
  it.each([
    ["points in a minute", { pointsPerMinute: 12 }, () => comment(), 3],
    ["new contents in a minute", { contentPerMinute: 2 }, () => comment(), 3],
    ["new contents in an hour", { contentPerHour: 2 }, () => comment(), 3],
    ["requests in an hour", { requestsPerHour: 4 }, () => read(), 5],
  ])("of %s refuses the one that goes past it, and that is a violation", async (what, limits, ask, nth) => {
    limit(limits);
    for (let request = 1; request < nth; request++) await ask();
    const before = scene.simulator.violations.length;
    expect(before).toBe(0);
    await expect(ask()).rejects.toMatchObject({ status: 403 });
    expect(scene.simulator.violations.at(-1)).toEqual(expect.stringContaining(`past the limit of ${what}`));
  });

  it("of requests at once counts those under way", async () => {
    limit({ concurrent: 2 });
    await Promise.all([read(), read()]);
    const outcomes = await Promise.allSettled([read(), read(), read()]);
    expect(outcomes.filter(({ status }) => status === "rejected")).toHaveLength(1);
  });

  it("slides: what was sent a minute ago counts no more", async () => {
    limit({ contentPerMinute: 1 });
    await comment();
    now += 60_001;
    await comment();
    expect(scene.simulator.violations).toEqual([]);
  });

  it.each(LIMIT_KINDS)("that was named as %s is broken by the next request within its time", async (kind) => {
    limit();
    injectFaults(scene.simulator, [{ kind }], { now: () => now });
    await expect(query()).rejects.toThrow();
    now += 59_000;
    await query().catch(() => undefined);
    expect(scene.simulator.violations).toEqual([expect.stringContaining("before GitHub's time")]);
    now += 900_000;
    await query();
    expect(scene.simulator.violations).toHaveLength(1);
  });
});
