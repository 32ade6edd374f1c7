/**
 * GitHub's cap on what one GraphQL query may take, whatever its points: past it, parts of the answer are null, with an
 * error for each. What is measured is not published; here it is the objects that an answer holds.
 * https://github.blog/changelog/2025-09-01-graphql-api-resource-limits
 */
import type { SeenRequest } from "./http/hooks.ts";
import type { Simulator } from "./simulator.ts";

export interface CappedResources {
  /** Queries that were answered in part, by their names. */
  hits: string[];
  /** From now on nothing is too much. */
  off: () => void;
}

/**
 * Answers queries of at most so many objects as they are, and others without their repository; or, when they are `late`,
 * as what stands in front of GitHub does with a query that takes longer than ten seconds.
 */
export function capResources(
  { onRequest }: Pick<Simulator, "onRequest">,
  { mostObjects, isLate = false }: { mostObjects: number; isLate?: boolean },
): CappedResources {
  const hits: string[] = [];
  const off = onRequest({
    after({ kind, category, operation }: SeenRequest, response) {
      if (kind !== "graphql" || category !== "read") return undefined;
      const { data, errors = [] } = JSON.parse(response.body) as { data?: object; errors?: unknown[] };
      if (countObjects(data) <= mostObjects) return undefined;
      hits.push(operation ?? "");
      if (isLate) return { answer: { status: 502, headers: { "content-type": "text/html" }, body: "<html>" } };
      const [part = ""] = Object.keys(data ?? {}).filter((name) => name === "repository" || name === "node");
      const message = "Resource limits for this query exceeded.";
      const body = JSON.stringify({
        data: { ...data, [part]: null },
        errors: [...errors, { type: "RESOURCE_LIMITS_EXCEEDED", path: [part], message }],
      });
      return { answer: { ...response, body } };
    },
  });
  return { hits, off };
}

function countObjects(value: unknown): number {
  if (typeof value !== "object" || value === null) return 0;
  const own = Array.isArray(value) ? 0 : 1;
  return Object.values(value).reduce((sum: number, each) => sum + countObjects(each), own);
}
