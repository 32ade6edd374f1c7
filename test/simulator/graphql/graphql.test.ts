/** GraphQL against GitHub's schema: what is read, what is refused, and what is a fault of the asker. */
import { describe, expect, it } from "@jest/globals";
import { GraphqlResponseError } from "@octokit/graphql";
import { MORE_FEEDBACK, MORE_REFS, MORE_REPLIES, pageSizes, SNAPSHOT } from "../../../src/github/queries.ts";
import { NAME, REPO, startScene } from "../scene.ts";

const VARIABLES = { owner: "octo", name: "api", number: 1 };
const PLACES = {
  directory: "enhancements",
  refPrefix: "refs/heads/enhance/",
  rolling: "enhance/rolling",
  labels: ["enhancement-capture"],
};
const SIZES = pageSizes(100);
const { page } = SIZES;
const BRANCHES = { branch1: "enhance/pr-1", branch2: "b2", branch3: "b3", branch4: "b4" };

const cursor = (index: number) => Buffer.from(`cursor:${index}:`).toString("base64");

interface Connection {
  totalCount?: number;
  nodes: Record<string, unknown>[];
  pageInfo: { hasNextPage: boolean; endCursor: string };
}

/** Errors by type, message and path; throws when there were none. */
async function errorsOf(request: Promise<unknown>) {
  try {
    await request;
  } catch (error) {
    if (!(error instanceof GraphqlResponseError)) throw error;
    return (error.errors ?? []).map(({ type, message, path }) => ({ type, message, path }));
  }
  throw new Error("there was no error");
}

describe("queries", () => {
  it("answer the product's own documents without a violation", async () => {
    const { simulator, github, octokit, pull } = await startScene();
    github.submitReview(NAME, 1, { as: "bob", body: "hm", comments: [{ path: "src/a.ts", line: 2, body: "name it" }] });
    github.commitFiles(NAME, {
      ...{ as: "alice", branch: "enhance/pr-9", message: "m" },
      files: { "enhancements/001-x/status.json": "{}\n" },
    });
    const errors = await errorsOf(octokit.graphql(SNAPSHOT, { ...VARIABLES, ...PLACES, ...BRANCHES, ...SIZES }));
    expect(errors).toEqual([
      {
        type: "NOT_FOUND",
        path: ["ownerDefaults"],
        message: "Could not resolve to a Repository with the name 'octo/.github'.",
      },
    ]);
    github.createRepository("octo/.github", { files: { ".github/enhance.yml": "mode: commit\n" } });
    const answer = await octokit.graphql(SNAPSHOT, { ...VARIABLES, ...PLACES, ...BRANCHES, ...SIZES });
    expect(answer).toMatchObject({
      ownerDefaults: { defaultBranchRef: { target: { config: { object: { text: "mode: commit\n" } } } } },
      repository: {
        nameWithOwner: NAME,
        refs: {
          nodes: [{ name: "pr-9", target: { directory: { object: { entries: [{ name: "001-x", type: "tree" }] } } } }],
        },
        pullRequest: { headRefOid: pull.head.sha, reviewThreads: { nodes: [{ isResolved: false }] } },
      },
    });
    const flags = { withReviews: true, withThreads: true, withComments: false };
    await octokit.graphql(MORE_FEEDBACK, { ...VARIABLES, ...flags, ...SIZES });
    await octokit.graphql(MORE_REPLIES, { thread: pull.threads[0]?.nodeId, after: cursor(0), page });
    await octokit.graphql(MORE_REFS, { owner: "octo", name: "api", ...PLACES, after: cursor(0), page });
    expect(simulator.violations).toEqual([]);
  });

  it("page through a list that changes while it is read", async () => {
    const { github, octokit } = await startScene();
    const comments = Array.from({ length: 5 }, (_, index) => github.comment(NAME, 1, { as: "bob", body: `${index}` }));
    const read = async (after: string | null) => {
      const query = `query ($after: String) { repository(owner: "octo", name: "api") { pullRequest(number: 1) {
        comments(first: 2, after: $after) { totalCount nodes { body } pageInfo { hasNextPage endCursor } } } } }`;
      const answer = await octokit.graphql<{ repository: { pullRequest: { comments: Connection } } }>(query, { after });
      return answer.repository.pullRequest.comments;
    };
    const first = await read(null);
    expect(first).toMatchObject({ totalCount: 5, nodes: [{ body: "0" }, { body: "1" }] });
    github.deleteComment(NAME, comments[1]?.id ?? 0, { as: "bob" });
    const second = await read(first.pageInfo.endCursor);
    expect(second).toMatchObject({ nodes: [{ body: "2" }, { body: "3" }], pageInfo: { hasNextPage: true } });
    expect(await read(second.pageInfo.endCursor)).toMatchObject({
      nodes: [{ body: "4" }],
      pageInfo: { hasNextPage: false },
    });
  });

  it("name a bot without [bot], and nobody where an account was deleted", async () => {
    const { github, octokit } = await startScene();
    github.comment(NAME, 1, { as: "coderabbitai[bot]", body: "tool" });
    github.comment(NAME, 1, { as: "carol", body: "gone" });
    github.deleteUser("carol");
    const query = `{ repository(owner: "octo", name: "api") { pullRequest(number: 1) {
      comments(last: 2) { nodes { author { __typename login } } } } } }`;
    expect(await octokit.graphql(query)).toMatchObject({
      repository: {
        pullRequest: {
          comments: { nodes: [{ author: { __typename: "Bot", login: "coderabbitai" } }, { author: null }] },
        },
      },
    });
  });

  it("give the same node ids as REST and webhooks", async () => {
    const { simulator, github, octokit } = await startScene();
    const comment = github.comment(NAME, 1, { as: "bob", body: "hm" });
    const { data } = await octokit.rest.issues.getComment({ ...REPO, comment_id: comment.id });
    const payload = simulator.deliveries.at(-1)?.payload as { comment: { node_id: string } };
    const found = await octokit.graphql<{ node: { fullDatabaseId: string } }>(
      "query ($id: ID!) { node(id: $id) { ... on IssueComment { fullDatabaseId } } }",
      { id: payload.comment.node_id },
    );
    expect(data.node_id).toBe(payload.comment.node_id);
    expect(found.node.fullDatabaseId).toBe(String(comment.id));
  });
});

describe("refusals", () => {
  const ask = (fields: string) => `{ repository(owner: "octo", name: "api") { ${fields} } }`;

  it.each([
    ["a list without a bound", ask("pullRequests { nodes { id } }"), "MISSING_PAGINATION_BOUNDARIES"],
    ["more than a hundred", ask("pullRequests(first: 101) { nodes { id } }"), "EXCESSIVE_PAGINATION"],
    [
      "a cursor of another make",
      ask('pullRequests(first: 1, after: "x") { nodes { id } }'),
      "INVALID_CURSOR_ARGUMENTS",
    ],
    ["a pull request that is missing", ask("pullRequest(number: 99) { id }"), "NOT_FOUND"],
    ["a repository that is missing", `{ repository(owner: "octo", name: "none") { id } }`, "NOT_FOUND"],
    ["a private repository elsewhere", `{ repository(owner: "else", name: "hidden") { id } }`, "NOT_FOUND"],
    ["a node that is missing", `{ node(id: "x") { id } }`, "NOT_FOUND"],
  ])("%s", async (_name, query, type) => {
    const { simulator, github, octokit } = await startScene();
    github.createOrganization("else");
    github.createRepository("else/hidden", { files: { a: "a\n" }, isPrivate: true });
    expect((await errorsOf(octokit.graphql(query)))[0]?.type).toBe(type);
    expect(simulator.violations).toEqual([]);
  });

  it("of what app.yml does not grant", async () => {
    const manifest = "default_permissions: { metadata: read, pull_requests: read }\ndefault_events: []";
    const { octokit } = await startScene({ manifest });
    const query = ask("pullRequest(number: 1) { id } defaultBranchRef { name }");
    expect(await errorsOf(octokit.graphql(query))).toEqual([
      {
        type: "FORBIDDEN",
        path: ["repository", "defaultBranchRef"],
        message: "Resource not accessible by integration",
      },
    ]);
  });

  it.each([
    ["a field that GitHub does not have", ask("colour"), /Cannot query field "colour"/],
    ["a field that the simulator does not know", ask("forkCount"), /does not know Repository\.forkCount/],
    ["no GraphQL at all", "{ repository(", /Syntax Error/],
  ])("%s is a violation", async (_name, query, violation) => {
    const { simulator, octokit } = await startScene();
    await errorsOf(octokit.graphql(query));
    expect(simulator.violations).toEqual([expect.stringMatching(violation)]);
  });
});

describe("mutations", () => {
  const draft = (name: string) =>
    `mutation ($id: ID!) { ${name}(input: { pullRequestId: $id }) { pullRequest { isDraft } } }`;

  it("turn a draft into an ordinary pull request and back", async () => {
    const { octokit, pull, simulator } = await startScene();
    await octokit.graphql(draft("convertPullRequestToDraft"), { id: pull.nodeId });
    expect(pull.isDraft).toBe(true);
    await octokit.graphql(draft("markPullRequestReadyForReview"), { id: pull.nodeId });
    expect(pull.isDraft).toBe(false);
    expect(simulator.deliveries.slice(-2).map(({ action }) => action)).toEqual([
      "converted_to_draft",
      "ready_for_review",
    ]);
  });

  it("need contents: write for that as well", async () => {
    const manifest =
      "default_permissions: { metadata: read, contents: read, pull_requests: write }\ndefault_events: []";
    const { octokit, pull } = await startScene({ manifest });
    const [error] = await errorsOf(octokit.graphql(draft("convertPullRequestToDraft"), { id: pull.nodeId }));
    expect(error?.type).toBe("FORBIDDEN");
    expect(pull.isDraft).toBe(false);
  });

  it("resolve a thread and open it again", async () => {
    const { github, octokit, pull } = await startScene();
    github.submitReview(NAME, 1, { as: "bob", comments: [{ path: "src/a.ts", line: 2, body: "hm" }] });
    const run = (name: string) =>
      octokit.graphql(
        `mutation ($id: ID!) { ${name}(input: { threadId: $id }) { thread { isResolved resolvedBy { login } } } }`,
        {
          id: pull.threads[0]?.nodeId,
        },
      );
    expect(await run("resolveReviewThread")).toMatchObject({ resolveReviewThread: { thread: { isResolved: true } } });
    expect(await run("unresolveReviewThread")).toMatchObject({
      unresolveReviewThread: { thread: { isResolved: false } },
    });
  });
});
