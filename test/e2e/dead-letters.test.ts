/** What people see on the pull request when a job about it is given up. */
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { FAILURE_MARKER } from "../../src/core/failure-notice.ts";
import { startAppInProcess, type AppInProcess } from "../helpers/app-in-process.ts";
import { openSource, populate, type Source } from "../helpers/source-pull.ts";
import { expectNoViolations } from "../simulator/simulator.ts";

const POOL = "suggestion (non-blocking): Use a connection pool, in a follow-up.";

let app: AppInProcess;
let source: Source;
beforeEach(async () => {
  app = await startAppInProcess();
  populate(app.github);
});
afterEach(async () => {
  await app.close();
});

function failCommits(status: number, message: string): () => void {
  const answer = { status, headers: { "content-type": "application/json" }, body: JSON.stringify({ message }) };
  return app.simulator.onRequest({
    before: ({ route, method }) => (method === "POST" && route.endsWith("/git/trees") ? { answer } : undefined),
  });
}

const said = () => source.pull.comments.map(({ body }) => body);
const dead = async () => (await app.queue.statistics()).jobs.dead;

describe("a job that is given up", () => {
  it.each([
    ["after its last attempt", 502, "Bad Gateway", /GitHub did not let it finish/],
    ["at once", 422, "Validation Failed", /GitHub did not let it finish/],
    ["because of a rule", 422, "Repository rule violations found", /a rule of this repository forbids/],
  ])("%s is told on the source once, however many follow", async (_, status, message, why) => {
    source = openSource(app.github, "octo/api");
    const off = failCommits(status, message);
    source.review([POOL]);
    await app.settle();
    expect(await dead()).toBe(1);
    expect(said()).toEqual([expect.stringMatching(why)]);
    expect(said()[0]?.startsWith(FAILURE_MARKER)).toBe(true);
    expect(said()[0]).not.toContain(message);

    source.review([POOL]);
    await app.settle();
    expect(await dead()).toBe(2);
    expect(said()).toHaveLength(1);

    off();
    app.github.comment("octo/api", source.pull.number, { as: "bob", body: "/enhance" });
    await app.settle();
    expect(source.followUps()).toHaveLength(1);
    expectNoViolations(app.simulator);
  });

  it.each([
    ["is not permitted", 403, "Resource not accessible by integration"],
    ["has lost its repository", 404, "Not Found"],
  ])("is told to nobody when it %s", async (_, status, message) => {
    source = openSource(app.github, "octo/api");
    failCommits(status, message);
    source.review([POOL]);
    await app.settle();
    expect([await dead(), said()]).toEqual([1, []]);
  });

  it("is told to nobody where the config has been switched off meanwhile", async () => {
    source = openSource(app.github, "octo/api");
    app.simulator.onRequest({
      before: ({ route, method }) => {
        if (method !== "POST" || !route.endsWith("/git/trees")) return undefined;
        const files = { ".github/enhance.yml": "enabled: false\n" };
        app.github.commitFiles("octo/api", { as: "bob", branch: "main", files, message: "Switch off" });
        const body = JSON.stringify({ message: "Validation Failed" });
        return { answer: { status: 422, headers: { "content-type": "application/json" }, body } };
      },
    });
    source.review([POOL]);
    await app.settle();
    expect([await dead(), said()]).toEqual([1, []]);
    expect(app.jobs().at(-1)).toMatchObject({ task: "tell-failure", outcome: "refused" });
  });
});
