import { describe, expect, it } from "@jest/globals";
import { readFileSync } from "node:fs";
import path from "node:path";
import { hasOperation, validateRequestBody } from "./openapi.ts";

const SHA = "9f2c1e0d4c5b6a79881234567890abcdef012345";
const REPO = "/repos/{owner}/{repo}";
const PULL = `${REPO}/pulls/{pull_number}`;
const ISSUE = `${REPO}/issues/{issue_number}`;

describe("hasOperation", () => {
  it.each([
    ["GET", "/app", true],
    ["get", "/app", true],
    ["POST", `${REPO}/git/trees`, true],
    ["POST", "/app/hook/deliveries/{delivery_id}/attempts", true],
    ["PUT", "/app", false],
    ["POST", `${REPO}/pulls/{pull_number}/reviews/{review_id}/reactions`, false],
    ["POST", `${REPO}/pulls/{pull_number}/ready_for_review`, false],
    ["GET", "/constructor", false],
    ["constructor", "/app", false],
  ])("of %s %s is %s", (method, route, expected) => {
    expect(hasOperation(method, route)).toBe(expected);
  });
});

describe("validateRequestBody finds nothing in", () => {
  it.each<[string, string, unknown]>([
    ["POST", "/app/installations/{installation_id}/access_tokens", undefined],
    ["POST", "/app/installations/{installation_id}/access_tokens", { permissions: { contents: "read" } }],
    ["POST", "/app-manifests/{code}/conversions", undefined],
    ["POST", `${REPO}/git/trees`, { base_tree: SHA, tree: [{ path: "a", mode: "100644", type: "blob", content: "" }] }],
    ["POST", `${REPO}/git/trees`, { tree: [{ path: "a", mode: "100644", type: "blob", sha: null }] }],
    ["POST", `${REPO}/git/commits`, { message: "feat: one", tree: SHA, parents: [SHA] }],
    ["POST", `${REPO}/git/refs`, { ref: "refs/heads/enhance/pr-1", sha: SHA }],
    ["PATCH", `${REPO}/git/refs/{ref}`, { sha: SHA, force: false }],
    ["DELETE", `${REPO}/git/refs/{ref}`, undefined],
    ["POST", `${REPO}/git/tags`, { tag: "v1", message: "one", object: SHA, type: "commit" }],
    ["POST", `${REPO}/pulls`, { title: "t", head: "a", base: "main", body: "b", draft: true }],
    ["PATCH", PULL, { title: "t", body: "b", state: "closed" }],
    ["PUT", `${PULL}/merge`, { merge_method: "squash" }],
    ["PUT", `${PULL}/merge`, null],
    ["POST", `${PULL}/requested_reviewers`, { reviewers: ["octocat"] }],
    ["POST", `${PULL}/reviews`, { event: "COMMENT", body: "b", comments: [{ path: "a", line: 2, body: "b" }] }],
    ["POST", `${PULL}/comments/{comment_id}/replies`, { body: "b" }],
    ["POST", `${REPO}/pulls/comments/{comment_id}/reactions`, { content: "eyes" }],
    ["POST", `${ISSUE}/labels`, { labels: ["enhancement-capture"] }],
    ["POST", `${ISSUE}/comments`, { body: "b" }],
    ["POST", `${REPO}/issues`, { title: "t", milestone: null }],
    ["POST", `${REPO}/labels`, { name: "enhancement-capture", color: "ededed" }],
    [
      "POST",
      `${REPO}/check-runs`,
      {
        name: "enhancements",
        head_sha: SHA,
        status: "completed",
        conclusion: "failure",
        completed_at: "2026-11-26T10:00:00Z",
        output: { title: "t", summary: "s" },
      },
    ],
  ])("%s %s %j", (method, route, body) => {
    expect(validateRequestBody(method, route, body)).toEqual([]);
  });
});

describe("validateRequestBody finds the fault in", () => {
  it.each<[string, string, unknown, string]>([
    ["POST", `${REPO}/nowhere`, {}, "GitHub's description has no such operation"],
    ["POST", `${REPO}/pulls`, undefined, "the body is missing"],
    ["GET", `${REPO}/pulls`, { state: "open" }, "takes no body"],
    ["POST", `${REPO}/pulls`, { title: "t", head: "a" }, "body must have required property 'base'"],
    ["POST", `${REPO}/pulls`, [], "body must be object"],
    [
      "POST",
      `${REPO}/pulls`,
      { title: "t", head: "a", base: "main", isDraft: true },
      "body must NOT have additional properties: isDraft",
    ],
    [
      "POST",
      `${REPO}/git/trees`,
      { tree: [{ path: "a", mode: "0644", type: "blob", content: "" }] },
      "body/tree/0/mode must be equal to one of the allowed values: 100644, 100755, 040000, 160000, 120000",
    ],
    [
      "POST",
      `${REPO}/git/trees`,
      { tree: [{ path: "a", mode: "100644", kind: "blob" }] },
      "body/tree/0 must NOT have additional properties: kind",
    ],
    ["PATCH", `${REPO}/git/refs/{ref}`, { sha: SHA, force: "no" }, "body/force must be boolean"],
    [
      "POST",
      `${PULL}/reviews`,
      { event: "PRAISE" },
      "body/event must be equal to one of the allowed values: APPROVE, REQUEST_CHANGES, COMMENT",
    ],
    [
      "POST",
      "/app/installations/{installation_id}/access_tokens",
      { permissions: { everything: "write" } },
      "body/permissions must NOT have additional properties: everything",
    ],
    [
      "POST",
      `${REPO}/check-runs`,
      { name: "n", head_sha: SHA, output: { title: "t" } },
      "body/output must have required property 'summary'",
    ],
    [
      "PATCH",
      `${REPO}/check-runs/{check_run_id}`,
      { completed_at: "yesterday", conclusion: "success" },
      'body/completed_at must match format "date-time"',
    ],
  ])("%s %s %j", (method, route, body, fault) => {
    expect(validateRequestBody(method, route, body)).toContain(`${method} ${route}: ${fault}`);
  });
});

describe("the vendored description", () => {
  const { paths } = JSON.parse(
    readFileSync(path.join(import.meta.dirname, "openapi", "api.github.com.json"), "utf8"),
  ) as { paths: Record<string, Record<string, { requestBody?: unknown }>> };
  const operations = Object.entries(paths).flatMap(([route, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method, route, takesBody: "requestBody" in operation })),
  );

  it.each(operations)("$method $route can be judged", ({ method, route, takesBody }) => {
    const faults = validateRequestBody(method, route, 5);
    expect(faults).not.toEqual([]);
    expect(faults.some((fault) => fault.endsWith("takes no body"))).toBe(!takesBody);
  });
});
