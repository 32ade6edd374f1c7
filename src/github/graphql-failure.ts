/** GraphQL's failures, which come with a good status. */
import { GraphqlResponseError } from "@octokit/graphql";
import { z } from "zod";
import { classifyGraphqlErrors, type FailureClass } from "./classify-failure.ts";
import type { AnswerHeaders } from "./limit-time.ts";

const GraphqlAnswer = z.object({
  errors: z
    .array(z.looseObject({ message: z.string(), type: z.string().optional(), extensions: z.unknown().optional() }))
    .min(1),
  data: z.unknown().optional(),
});

type GraphqlResponse = ConstructorParameters<typeof GraphqlResponseError>[2];

interface GraphqlFailure {
  class: FailureClass;
  error: Error;
  /** Nothing of what was asked for came with it. */
  isEmpty: boolean;
  /** Something did, beside the price of the question. */
  hasOthers: boolean;
}

interface Answered {
  headers: AnswerHeaders;
  data: unknown;
}

/** What failed in an answer, and how much came all the same; nothing for an answer that is well, or REST's. */
export function graphqlFailure({ data, headers }: Answered): GraphqlFailure | undefined {
  const answer = GraphqlAnswer.safeParse(data);
  if (!answer.success) return undefined;
  const { errors, data: fields } = answer.data;
  const error = new GraphqlResponseError({ method: "POST", url: "/graphql" }, headers, answer.data as GraphqlResponse);
  const came = Object.entries(fields ?? {}).filter(([, value]) => value !== null);
  return {
    ...{ class: classifyGraphqlErrors(errors), error, isEmpty: fields === null || fields === undefined },
    hasOthers: came.some(([name]) => name !== "rateLimit"),
  };
}
