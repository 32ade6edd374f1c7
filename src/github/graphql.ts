/** One GraphQL request, its answer parsed; errors in places the caller can do without are let pass. */
import { GraphqlResponseError } from "@octokit/graphql";
import type { Octokit } from "@octokit/core";
import type { z } from "zod";

interface QueryOptions {
  /** Top-level fields that may fail: their errors are dropped and the field reads as null. */
  optional?: readonly string[];
}

/**
 * Runs `document` and parses the answer with `answer`. Throws what Octokit throws, without the errors of optional fields,
 * and a ZodError for an answer of another shape.
 */
export async function query<Answer extends z.ZodType>(
  octokit: Pick<Octokit, "graphql">,
  document: string,
  variables: Record<string, unknown>,
  answer: Answer,
  { optional = [] }: QueryOptions = {},
): Promise<z.infer<Answer>> {
  return answer.parse(await run(octokit, document, variables, optional));
}

async function run(
  octokit: Pick<Octokit, "graphql">,
  document: string,
  variables: Record<string, unknown>,
  optional: readonly string[],
): Promise<unknown> {
  try {
    return await octokit.graphql(document, variables);
  } catch (error) {
    if (!(error instanceof GraphqlResponseError)) throw error;
    const fatal = (error.errors ?? []).filter(({ path }) => !optional.includes(topOf(path)));
    if (fatal.length > 0) {
      // What is wrong with these alone says whether the same query may succeed later.
      const response = { ...error.response, errors: fatal } as typeof error.response;
      throw new GraphqlResponseError(error.request, error.headers, response);
    }
    if (error.data === null || error.data === undefined) throw error;
    return error.data;
  }
}

/** The top-level field an error belongs to. GitHub leaves the path out where the whole document failed. */
function topOf(path: readonly unknown[] | undefined): string {
  const top = path?.[0];
  return typeof top === "string" ? top : "";
}
