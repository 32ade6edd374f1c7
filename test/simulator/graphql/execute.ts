/** GraphQL, executed against GitHub's published schema. */
import { schema as github } from "@octokit/graphql-schema";
import {
  buildSchema,
  execute,
  GraphQLError,
  parse,
  validate,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLFieldResolver,
  type GraphQLSchema,
} from "graphql";
import { ApiError } from "../api-error.ts";
import { refuseSuspended } from "../http/access.ts";
import type { Auth } from "../http/auth.ts";
import type { Answer } from "../http/route.ts";
import type { World } from "../world.ts";
import { GraphqlError, type Arguments, type Fields, type GraphqlContext } from "./fields.ts";
import { GIT_FIELDS } from "./git-fields.ts";
import { MUTATION_FIELDS } from "./mutations.ts";
import { PULL_FIELDS } from "./pull-fields.ts";
import { REPOSITORY_FIELDS } from "./repository-fields.ts";

const FIELDS = { ...GIT_FIELDS, ...MUTATION_FIELDS, ...PULL_FIELDS, ...REPOSITORY_FIELDS } as Record<
  string,
  Fields<never>
>;

let schema: GraphQLSchema | undefined;
const documents = new Map<string, DocumentNode | readonly GraphQLError[]>();

/** The published text defines two fields twice, which is valid once merged. */
function schemaOf(): GraphQLSchema {
  return (schema ??= buildSchema(github.idl, { assumeValidSDL: true }));
}

function parseDocument(text: string): DocumentNode | readonly GraphQLError[] {
  const known = documents.get(text);
  if (known) return known;
  let parsed: DocumentNode | readonly GraphQLError[];
  try {
    const document = parse(text);
    const errors = validate(schemaOf(), document);
    parsed = errors.length > 0 ? errors : document;
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    parsed = [error];
  }
  documents.set(text, parsed);
  return parsed;
}

/** 200 with `data` and `errors`, as GitHub answers; 401 and 403 only for what concerns the credential. */
export function executeGraphql(world: World, auth: Auth, body: Record<string, unknown>): Answer {
  if (auth.kind === "anonymous" || auth.kind === "app") {
    throw new ApiError(401, "This endpoint requires you to be authenticated.");
  }
  refuseSuspended(auth);
  const { query, variables, operationName } = body;
  if (typeof query !== "string") throw new ApiError(400, "A query attribute must be specified and must be a string.");
  const document = parseDocument(query);
  if (!("kind" in document)) {
    for (const { message } of document) world.violations.push(`GraphQL: ${message}`);
    return { status: 200, body: { errors: document.map(renderError) } };
  }
  const contextValue: GraphqlContext = { world, auth };
  const result = execute({
    schema: schemaOf(),
    document,
    contextValue,
    rootValue: {},
    variableValues: variables as Record<string, unknown> | null,
    operationName: typeof operationName === "string" ? operationName : null,
    fieldResolver: resolveField,
    typeResolver: (value) => (value as { type: string }).type,
  }) as ExecutionResult;
  return { status: 200, body: toBody(world, result) };
}

/** By type and name; pages and payloads, which the simulator makes itself, by their own keys. */
const resolveField: GraphQLFieldResolver<object, GraphqlContext, Arguments> = (source, args, context, info) => {
  const { parentType, fieldName } = info;
  const fields = FIELDS[parentType.name];
  const field = fields?.[fieldName];
  if (field) return field(source as never, args, context);
  if (!fields && fieldName in source) return (source as Record<string, unknown>)[fieldName];
  const message = `GraphQL: the simulator does not know ${parentType.name}.${fieldName}`;
  context.world.violations.push(message);
  throw new GraphqlError("INTERNAL", message);
};

function toBody(world: World, { data, errors = [] }: ExecutionResult) {
  for (const { originalError, message } of errors) {
    const isOurs = originalError instanceof GraphqlError || originalError instanceof ApiError;
    if (!isOurs) world.violations.push(`GraphQL: ${message}`);
  }
  return { ...(data !== undefined && { data }), ...(errors.length > 0 && { errors: errors.map(renderError) }) };
}

function renderError(error: GraphQLError) {
  const { message, path, locations, originalError } = error;
  const refused = originalError instanceof ApiError ? "UNPROCESSABLE" : undefined;
  const type = originalError instanceof GraphqlError ? originalError.type : refused;
  return { ...(type !== undefined && { type }), ...(path && { path }), ...(locations && { locations }), message };
}
