/**
 * Cuts GitHub's OpenAPI description down to what the simulator checks requests against, and prints it:
 *
 *     node scripts/trim-openapi.ts <api.github.com.json> > test/simulator/openapi/api.github.com.json
 *
 * The input comes from the npm package @octokit/openapi; `test/simulator/openapi/README.md` says which version and how.
 */
import { readFileSync } from "node:fs";

/** Every operation that the product calls or the simulator answers: route in GitHub's own spelling, then methods. */
const OPERATIONS: Record<string, string> = {
  "/app": "get",
  "/app-manifests/{code}/conversions": "post",
  "/app/hook/deliveries": "get",
  "/app/hook/deliveries/{delivery_id}": "get",
  "/app/hook/deliveries/{delivery_id}/attempts": "post",
  "/app/installations": "get",
  "/app/installations/{installation_id}": "get",
  "/app/installations/{installation_id}/access_tokens": "post",
  "/installation/repositories": "get",
  "/installation/token": "delete",
  "/rate_limit": "get",
  "/users/{username}": "get",
  "/repos/{owner}/{repo}": "get",
  "/repos/{owner}/{repo}/installation": "get",
  "/repos/{owner}/{repo}/branches": "get",
  "/repos/{owner}/{repo}/branches/{branch}": "get",
  "/repos/{owner}/{repo}/collaborators/{username}": "get",
  "/repos/{owner}/{repo}/collaborators/{username}/permission": "get",
  "/repos/{owner}/{repo}/commits": "get",
  "/repos/{owner}/{repo}/commits/{ref}": "get",
  "/repos/{owner}/{repo}/commits/{commit_sha}/pulls": "get",
  "/repos/{owner}/{repo}/compare/{basehead}": "get",
  "/repos/{owner}/{repo}/contents/{path}": "get put delete",
  "/repos/{owner}/{repo}/rules/branches/{branch}": "get",
  "/repos/{owner}/{repo}/git/blobs": "post",
  "/repos/{owner}/{repo}/git/blobs/{file_sha}": "get",
  "/repos/{owner}/{repo}/git/commits": "post",
  "/repos/{owner}/{repo}/git/commits/{commit_sha}": "get",
  "/repos/{owner}/{repo}/git/matching-refs/{ref}": "get",
  "/repos/{owner}/{repo}/git/ref/{ref}": "get",
  "/repos/{owner}/{repo}/git/refs": "post",
  "/repos/{owner}/{repo}/git/refs/{ref}": "patch delete",
  "/repos/{owner}/{repo}/git/tags": "post",
  "/repos/{owner}/{repo}/git/tags/{tag_sha}": "get",
  "/repos/{owner}/{repo}/git/trees": "post",
  "/repos/{owner}/{repo}/git/trees/{tree_sha}": "get",
  "/repos/{owner}/{repo}/pulls": "get post",
  "/repos/{owner}/{repo}/pulls/comments": "get",
  "/repos/{owner}/{repo}/pulls/comments/{comment_id}": "get patch delete",
  "/repos/{owner}/{repo}/pulls/comments/{comment_id}/reactions": "get post",
  "/repos/{owner}/{repo}/pulls/comments/{comment_id}/reactions/{reaction_id}": "delete",
  "/repos/{owner}/{repo}/pulls/{pull_number}": "get patch",
  "/repos/{owner}/{repo}/pulls/{pull_number}/comments": "get post",
  "/repos/{owner}/{repo}/pulls/{pull_number}/comments/{comment_id}/replies": "post",
  "/repos/{owner}/{repo}/pulls/{pull_number}/commits": "get",
  "/repos/{owner}/{repo}/pulls/{pull_number}/files": "get",
  "/repos/{owner}/{repo}/pulls/{pull_number}/merge": "get put",
  "/repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers": "get post delete",
  "/repos/{owner}/{repo}/pulls/{pull_number}/reviews": "get post",
  "/repos/{owner}/{repo}/pulls/{pull_number}/reviews/{review_id}": "get put delete",
  "/repos/{owner}/{repo}/pulls/{pull_number}/reviews/{review_id}/comments": "get",
  "/repos/{owner}/{repo}/pulls/{pull_number}/reviews/{review_id}/dismissals": "put",
  "/repos/{owner}/{repo}/pulls/{pull_number}/reviews/{review_id}/events": "post",
  "/repos/{owner}/{repo}/pulls/{pull_number}/update-branch": "put",
  "/repos/{owner}/{repo}/issues": "get post",
  "/repos/{owner}/{repo}/issues/comments": "get",
  "/repos/{owner}/{repo}/issues/comments/{comment_id}": "get patch delete",
  "/repos/{owner}/{repo}/issues/comments/{comment_id}/reactions": "get post",
  "/repos/{owner}/{repo}/issues/comments/{comment_id}/reactions/{reaction_id}": "delete",
  "/repos/{owner}/{repo}/issues/{issue_number}": "get patch",
  "/repos/{owner}/{repo}/issues/{issue_number}/comments": "get post",
  "/repos/{owner}/{repo}/issues/{issue_number}/labels": "get post put delete",
  "/repos/{owner}/{repo}/issues/{issue_number}/labels/{name}": "delete",
  "/repos/{owner}/{repo}/issues/{issue_number}/reactions": "get post",
  "/repos/{owner}/{repo}/issues/{issue_number}/reactions/{reaction_id}": "delete",
  "/repos/{owner}/{repo}/issues/{issue_number}/timeline": "get",
  "/repos/{owner}/{repo}/labels": "get post",
  "/repos/{owner}/{repo}/labels/{name}": "get patch delete",
  "/repos/{owner}/{repo}/check-runs": "post",
  "/repos/{owner}/{repo}/check-runs/{check_run_id}": "get patch",
  "/repos/{owner}/{repo}/check-runs/{check_run_id}/annotations": "get",
  "/repos/{owner}/{repo}/check-suites/{check_suite_id}/check-runs": "get",
  "/repos/{owner}/{repo}/commits/{ref}/check-runs": "get",
};

/** Says nothing about what is valid. */
const PROSE = new Set(["description", "example", "examples", "externalDocs", "title"]);

interface Operation {
  operationId: string;
  requestBody?: { required?: boolean; content: Record<string, { schema: unknown }> };
}

interface Description {
  openapi: string;
  info: { version: string };
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, unknown> };
}

/** The operations of `wanted` with their request bodies, and the schemas those reach. Throws for an unknown operation. */
function trim(description: Description, wanted: Record<string, string>): unknown {
  const paths = Object.fromEntries(
    Object.entries(wanted).map(([route, methods]) => [
      route,
      Object.fromEntries(methods.split(" ").map((method) => [method, trimOperation(description, method, route)])),
    ]),
  );
  const schemas: Record<string, unknown> = {};
  for (let names = referred(paths); names.length > 0; names = referred(schemas).filter((name) => !(name in schemas))) {
    for (const name of names) schemas[name] = withoutProse(description.components.schemas[name]);
  }
  const { openapi, info } = description;
  return {
    openapi,
    info: { title: "GitHub's REST API, request bodies", version: info.version },
    paths,
    components: { schemas },
  };
}

function trimOperation({ paths }: Description, method: string, route: string): unknown {
  const operation = paths[route]?.[method];
  if (!operation) throw new Error(`the description has no operation ${method.toUpperCase()} ${route}`);
  const { operationId, requestBody } = operation;
  const schema = requestBody?.content["application/json"]?.schema;
  if (requestBody && schema === undefined) throw new Error(`${operationId} takes a body that is not JSON`);
  return {
    operationId,
    ...(requestBody && {
      requestBody: {
        required: requestBody.required ?? false,
        content: { "application/json": { schema: withoutProse(schema) } },
      },
    }),
  };
}

/** A schema without its prose. Under `properties` keys are names of fields, so a field called `title` stays. */
function withoutProse(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(withoutProse);
  if (typeof schema !== "object" || schema === null) return schema;
  return Object.fromEntries(
    Object.entries(schema).flatMap(([key, value]: [string, unknown]) => {
      if (PROSE.has(key) || key.startsWith("x-")) return [];
      if (key === "properties") return [[key, mapValues(value as Record<string, unknown>)]];
      return [[key, key === "enum" || key === "default" ? value : withoutProse(value)]];
    }),
  );
}

function mapValues(properties: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, withoutProse(schema)]));
}

function referred(value: unknown): string[] {
  const references = JSON.stringify(value).matchAll(/"#\/components\/schemas\/(?<name>[^"]+)"/g);
  return [...new Set([...references].map(({ groups }) => groups?.["name"] ?? ""))];
}

const [file] = process.argv.slice(2);
if (file === undefined) {
  console.error("usage: node scripts/trim-openapi.ts <api.github.com.json>");
  process.exit(2);
}
const trimmed = trim(JSON.parse(readFileSync(file, "utf8")) as Description, OPERATIONS);
process.stdout.write(`${JSON.stringify(trimmed, null, 1)}\n`);
