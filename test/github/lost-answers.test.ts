/** Writes that GitHub did and did not answer: their effect is found and adopted, never done again. */
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { createIdentifier } from "../../src/github/identity.ts";
import { createForgeCaches } from "../../src/github/forge-caches.ts";
import { createOctokitForge } from "../../src/github/octokit-forge.ts";
import { UncertainError } from "../../src/github/request-errors.ts";
import { createLog } from "../../src/log.ts";
import { createOurProbot } from "../../src/probot.ts";
import type { RepositoryRef } from "../../src/core/snapshot.ts";
import type { Forge } from "../../src/tasks/forge.ts";
import { startSimulator, type Simulator } from "../simulator/simulator.ts";

const REPOSITORY = "octo/api";

let simulator: Simulator;
let forge: Forge;
let ref: RepositoryRef;
let base: string;

beforeEach(async () => {
  simulator = await startSimulator();
  const { github, app } = simulator;
  github.createOrganization("octo");
  github.createUser("alice");
  github.createRepository(REPOSITORY, { files: { "README.md": "hello\n" } });
  const installation = github.install("octo");
  const credentials = { id: app.id, privateKey: app.privateKeyPem, webhookSecrets: [app.webhookSecret] as [string] };
  const probot = createOurProbot({ app: credentials, apiUrl: simulator.url, log: createLog("silent") });
  await probot.ready();
  const client = (id: number) => probot.auth(id);
  const identify = createIdentifier({ app: () => probot.auth(), installation: client });
  const caches = createForgeCaches();
  const sleep = () => Promise.resolve();
  forge = createOctokitForge(await client(installation.id), await identify(installation.id), caches, { sleep });
  ref = { id: github.repository(REPOSITORY).id, owner: "octo", name: "api" };
  base = github.readCommit(REPOSITORY, "main").sha;
});
afterEach(() => simulator.close());

type Loss = "a cut connection" | "a 502" | "a page with status 200";

/** Hides the answer to the first request of this method and route, after its effect. */
function lose(method: string, route: RegExp, how: Loss): void {
  const off = simulator.onRequest({
    after(request) {
      if (request.method !== method || !route.test(request.path)) return undefined;
      off();
      if (how === "a cut connection") return { drop: true };
      const isPage = how === "a page with status 200";
      return { answer: { status: isPage ? 200 : 502, headers: { "content-type": "text/html" }, body: "<html>" } };
    },
  });
}

const count = (method: string, route: RegExp) =>
  simulator.requests.filter((request) => request.method === method && route.test(request.path)).length;

const commit = (create: boolean, parent = base) =>
  forge.commitFiles(ref, {
    ...{ branch: "enhance/pr-1", parent, create, message: "Capture" },
    files: [{ path: "enhancements/001-a/enhancement.md", content: "a\n" }],
  });
const pull = () =>
  forge.openPullRequest(ref, { head: "enhance/pr-1", base: "main", title: "Capture", body: "", isDraft: true });

const LOSSES: Loss[] = ["a cut connection", "a 502", "a page with status 200"];

describe.each(LOSSES)("an answer lost to %s", (how) => {
  it.each([
    ["tree", /\/git\/trees$/],
    ["commit", /\/git\/commits$/],
    ["branch", /\/git\/refs$/],
  ])("about a new %s leaves one commit on the branch", async (_, route) => {
    lose("POST", route, how);
    await commit(true);
    const { github } = simulator;
    expect(github.log(REPOSITORY, "enhance/pr-1")).toHaveLength(github.log(REPOSITORY, "main").length + 1);
    expect(count("POST", /\/git\/refs$/)).toBe(1);
  });

  it("about a moved branch leaves one commit on it", async () => {
    await commit(true);
    const parent = simulator.github.readCommit(REPOSITORY, "enhance/pr-1").sha;
    lose("PATCH", /\/git\/refs\//, how);
    await commit(false, parent);
    expect(count("PATCH", /\/git\/refs\//)).toBe(1);
  });

  it("about a new pull request leaves one, and gives its number", async () => {
    await commit(true);
    lose("POST", /\/pulls$/, how);
    const { number } = await pull();
    expect(simulator.github.pullRequests(REPOSITORY).map((found) => found.number)).toEqual([number]);
    expect(count("POST", /\/pulls$/)).toBe(1);
  });

  it("about a comment leaves one", async () => {
    await commit(true);
    const { number } = await pull();
    lose("POST", /\/comments$/, how);
    await forge.ensureComment(ref, number, { marker: "<!-- m -->", body: "one" });
    await forge.ensureComment(ref, number, { marker: "<!-- m -->", body: "one" });
    expect(count("POST", /\/comments$/)).toBe(1);
  });

  it("about a check run leaves one", async () => {
    lose("POST", /\/check-runs$/, how);
    const check = { commit: base, name: "enhance", externalId: "x", title: "t", summary: "s" };
    await forge.ensureCheckRun(ref, { ...check, conclusion: "failure" });
    await forge.ensureCheckRun(ref, { ...check, conclusion: "failure" });
    expect(simulator.github.checkRuns(REPOSITORY)).toHaveLength(1);
    expect(count("POST", /\/check-runs$/)).toBe(1);
  });

  it("about labels leaves them once", async () => {
    await commit(true);
    const { number } = await pull();
    lose("POST", /\/labels$/, how);
    await forge.addLabels(ref, number, ["enhancement-capture"]);
    expect(simulator.github.pullRequest(REPOSITORY, number).labels).toHaveLength(1);
  });
});

describe("a write that was never done", () => {
  it.each([
    ["branch", /\/git\/refs$/, () => commit(true)],
    ["pull request", /\/pulls$/, () => commit(true).then(pull)],
  ])("to a %s is thrown, for the job to run again", async (_, route, act) => {
    simulator.onRequest({
      before: ({ path, method }) => (method === "POST" && route.test(path) ? { drop: true } : undefined),
    });
    await expect(act()).rejects.toBeInstanceOf(UncertainError);
    expect(count("POST", route)).toBe(1);
  });
});

describe("a pull request that stands already", () => {
  it("is gone on with when a crash hid it from us", async () => {
    await commit(true);
    const first = await pull();
    expect(await pull()).toMatchObject({ number: first.number });
    expect(simulator.github.pullRequests(REPOSITORY)).toHaveLength(1);
  });
});
