/**
 * The write lane against `emulate`, a stateful GitHub that others wrote, so that our simulator does not merely agree
 * with us: App authentication, git data, refs, pull requests, labels, comments and check runs, each read back by plain
 * REST. What it lacks (GraphQL, and the bot user behind an App) is not asked of it here.
 */
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { createHash } from "node:crypto";
import { createForgeCaches } from "../../src/github/forge-caches.ts";
import { createOctokitForge } from "../../src/github/octokit-forge.ts";
import { MovedError, RefusedError } from "../../src/tasks/forge.ts";
import { newPrivateKey, READER, startEmulateApp, WRITER, type EmulateApp } from "../helpers/emulate-app.ts";

const API = { id: 1, owner: "octo", name: "api" };
const GUARDED = { id: 2, owner: "octo", name: "guarded" };

let world: EmulateApp;
let forge: EmulateApp["forge"];
let alice: EmulateApp["alice"];

beforeAll(async () => {
  world = await startEmulateApp(["api", "guarded"]);
  ({ forge, alice } = world);
});

afterAll(() => world.stop());

async function headOf(repo: string, branch: string): Promise<string> {
  const { data } = await alice.rest.git.getRef({ owner: "octo", repo, ref: `heads/${branch}` });
  return data.object.sha;
}

/** Path to blob SHA of everything a commit holds. */
async function filesOf(repo: string, commit: string): Promise<Record<string, string>> {
  const { data } = await alice.rest.git.getTree({ owner: "octo", repo, tree_sha: commit, recursive: "1" });
  return Object.fromEntries(data.tree.filter(({ type }) => type === "blob").map(({ path: name, sha }) => [name, sha]));
}

/** The id git itself gives to a blob. */
function blobId(content: string): string {
  const bytes = Buffer.from(content);
  return createHash("sha1").update(`blob ${bytes.length}\0`).update(bytes).digest("hex");
}

/** The second argument of `commitFiles`, for a branch of its own. */
async function newBranch(branch: string, content = "# One\n") {
  const files = [{ path: "enhancements/001-one/enhancement.md", content }];
  return { branch, parent: await headOf("api", "main"), create: true, message: "docs: capture one", files };
}

describe("App authentication", () => {
  it("names the App by its JWT", async () => {
    const { data } = await (await world.probotFor(WRITER.appId).auth()).rest.apps.getAuthenticated();
    expect(data?.slug).toBe(WRITER.slug);
  });

  it("refuses a JWT signed with another key", async () => {
    const stranger = world.probotFor(WRITER.appId, newPrivateKey());
    await expect((await stranger.auth()).rest.apps.getAuthenticated()).rejects.toMatchObject({ status: 401 });
  });

  it("lets an installation without write permission commit nothing", async () => {
    const installation = await world.probotFor(READER.appId).auth(READER.installation);
    const reader = createOctokitForge(installation, { id: 0, login: "reader[bot]" }, createForgeCaches());
    await expect(reader.commitFiles(API, await newBranch("enhance/pr-90"))).rejects.toMatchObject({ status: 403 });
    await expect(headOf("api", "enhance/pr-90")).rejects.toMatchObject({ status: 404 });
  });
});

describe("commitFiles", () => {
  it("makes a branch of one commit: our files added to the parent's, byte for byte, by the App", async () => {
    const content = "# Größe prüfen\r\n\u{1F680}\n";
    const request = await newBranch("enhance/pr-1", content);
    await forge.commitFiles(API, request);

    const head = await headOf("api", "enhance/pr-1");
    const { data: commit } = await alice.rest.git.getCommit({ owner: "octo", repo: "api", commit_sha: head });
    expect(commit.parents.map(({ sha }) => sha)).toEqual([request.parent]);
    expect(commit.message).toBe("docs: capture one");
    expect(commit.author.email).toContain(world.self.login);
    expect(await filesOf("api", head)).toEqual({
      ...(await filesOf("api", request.parent)),
      "enhancements/001-one/enhancement.md": blobId(content),
    });
  });

  it("adds a second commit and keeps the files of the first", async () => {
    const request = await newBranch("enhance/pr-2");
    await forge.commitFiles(API, request);
    const parent = await headOf("api", request.branch);
    const files = [{ path: "enhancements/002-two/enhancement.md", content: "# Two\n" }];
    await forge.commitFiles(API, { ...request, parent, create: false, files });

    expect(await filesOf("api", await headOf("api", request.branch))).toMatchObject({
      "enhancements/001-one/enhancement.md": blobId("# One\n"),
      "enhancements/002-two/enhancement.md": blobId("# Two\n"),
    });
  });

  it.each([
    ["the branch to be made exists", { create: true }],
    ["the branch has a commit more than the plan knew", { create: false }],
  ])("says moved, and moves nothing, when %s", async (_, { create }) => {
    const request = await newBranch(`enhance/moved-${String(create)}`);
    await forge.commitFiles(API, request);
    const before = await headOf("api", request.branch);
    await expect(forge.commitFiles(API, { ...request, create, message: "again" })).rejects.toBeInstanceOf(MovedError);
    expect(await headOf("api", request.branch)).toBe(before);
  });

  it("says refused when the branch is protected", async () => {
    const parent = await headOf("guarded", "main");
    await alice.rest.repos.updateBranchProtection({
      ...{ owner: "octo", repo: "guarded", branch: "main", enforce_admins: true, restrictions: null },
      required_pull_request_reviews: {},
      required_status_checks: null,
    });
    const request = { ...(await newBranch("main")), parent, create: false };
    await expect(forge.commitFiles(GUARDED, request)).rejects.toBeInstanceOf(RefusedError);
    expect(await headOf("guarded", "main")).toBe(parent);
  });
});

describe("the follow-up", () => {
  let number: number;
  const text = { title: "Capture 1 suggestion from #3", body: "body" };

  beforeAll(async () => {
    const request = await newBranch("enhance/pr-3");
    await forge.commitFiles(API, request);
    ({ number } = await forge.openPullRequest(API, { head: request.branch, base: "main", isDraft: true, ...text }));
  });

  const read = async () => (await alice.rest.pulls.get({ owner: "octo", repo: "api", pull_number: number })).data;

  it("is opened by the App, as a draft, from its branch", async () => {
    const pull = await read();
    expect(pull).toMatchObject({ draft: true, state: "open", user: { login: world.self.login, type: "Bot" }, ...text });
    expect([pull.head.ref, pull.base.ref]).toEqual(["enhance/pr-3", "main"]);
  });

  it("takes another title and body", async () => {
    const other = { title: "Capture 2 suggestions from #3", body: "**two**" };
    await forge.updatePullRequest(API, number, other);
    expect(await read()).toMatchObject(other);
  });

  it("has a label once, however often it is added", async () => {
    await forge.addLabels(API, number, ["enhancement-capture"]);
    await forge.addLabels(API, number, ["enhancement-capture"]);
    expect((await read()).labels.map(({ name }) => name)).toEqual(["enhancement-capture"]);
  });

  it("has one comment of ours, edited in place, beside those of people", async () => {
    const place = { owner: "octo", repo: "api", issue_number: number };
    const marker = "<!-- ours -->";
    await alice.rest.issues.createComment({ ...place, body: `${marker}\nnot ours` });
    for (const body of ["one", "two", "two"]) await forge.ensureComment(API, number, { marker, body });
    const { data } = await alice.rest.issues.listComments(place);
    expect(data.map(({ body }) => body)).toEqual([`${marker}\nnot ours`, `${marker}\ntwo`]);
  });
});

describe("ensureCheckRun", () => {
  it("makes one run per commit, name and external id", async () => {
    const commit = await headOf("api", "main");
    const run = { commit, name: "enhancements", conclusion: "failure", title: "t", summary: "s" } as const;
    for (const externalId of ["a", "b", "a"]) await forge.ensureCheckRun(API, { ...run, externalId });
    const { data } = await alice.rest.checks.listForRef({ owner: "octo", repo: "api", ref: commit, filter: "all" });
    expect(data.check_runs.map(({ external_id }) => external_id).sort()).toEqual(["a", "b"]);
  });
});

describe("readRole", () => {
  it.each([
    ["an owner of the organisation", "alice", "admin"],
    ["somebody it does not know", "nobody", "none"],
  ])("of %s", async (_, login, role) => {
    expect(await forge.readRole(API, login)).toBe(role);
  });
});
