/**
 * GitHub's own description of its REST API as the judge of what is sent to the simulator. `openapi/README.md` says where
 * it comes from. Routes are spelt as GitHub spells them, such as `/repos/{owner}/{repo}/git/trees`.
 */
import { Ajv, type ValidateFunction } from "ajv";
import formats from "ajv-formats";
import { readFileSync } from "node:fs";
import path from "node:path";

type Schema = Record<string, unknown>;

interface Operation {
  requestBody?: { required: boolean; content: { "application/json": { schema: Schema } } };
}

interface Description {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
}

const file = path.join(import.meta.dirname, "openapi", "api.github.com.json");
const description = JSON.parse(readFileSync(file, "utf8")) as Description;

const ajv = new Ajv({ strict: false, allErrors: true });
formats.default(ajv, ["date-time", "int64"]);
ajv.addFormat("repo.nwo", /^[^/\s]+\/[^/\s]+$/);
ajv.addSchema(
  { components: { schemas: mapValues(description.components.schemas, close) } },
  "github", // what `#/components/...` is resolved against
);
const validators = new Map<Operation, ValidateFunction>();

/** Whether GitHub has this operation, and our extract of the description has it too. */
export function hasOperation(method: string, route: string): boolean {
  return find(method, route) !== undefined;
}

/**
 * What GitHub's description has against `body`, the parsed JSON of a request or undefined without one: a sentence for
 * each fault, none when it is right. Keys that GitHub does not document are faults too, although GitHub ignores them.
 */
export function validateRequestBody(method: string, route: string, body: unknown): string[] {
  const name = `${method.toUpperCase()} ${route}`;
  const operation = find(method, route);
  if (!operation) return [`${name}: GitHub's description has no such operation`];
  const { requestBody } = operation;
  if (body === undefined) return requestBody?.required === true ? [`${name}: the body is missing`] : [];
  if (!requestBody) return [`${name}: takes no body`];

  const validate = validators.get(operation) ?? compile(requestBody.content["application/json"].schema);
  validators.set(operation, validate);
  if (validate(body)) return [];
  return (validate.errors ?? []).map(({ instancePath, message, params }) => {
    const { additionalProperty, allowedValues } = params as { additionalProperty?: string; allowedValues?: unknown[] };
    const detail = additionalProperty ?? allowedValues?.join(", ");
    return `${name}: body${instancePath} ${message ?? "is wrong"}${detail === undefined ? "" : `: ${detail}`}`;
  });
}

function find(method: string, route: string): Operation | undefined {
  if (!Object.hasOwn(description.paths, route)) return undefined;
  const operations = description.paths[route] ?? {};
  const name = method.toLowerCase();
  return Object.hasOwn(operations, name) ? operations[name] : undefined;
}

function compile(schema: Schema): ValidateFunction {
  return ajv.compile(resolved(close(schema)));
}

/**
 * The same schema, objects closed to keys it does not name, at every depth. Branches of an object that names its keys
 * itself stay open: each of them names only some. `nullable` beside branches is spelt out, which ajv asks for.
 */
function close(schema: Schema): Schema {
  const { nullable, ...rest } = schema;
  if (nullable === true && rest["type"] === undefined) return { anyOf: [{ type: "null" }, close(rest)] };
  const named = schema["properties"] as Record<string, Schema> | undefined;
  const closed: Schema = { ...schema };
  if (named) {
    closed["properties"] = mapValues(named, close);
    closed["additionalProperties"] ??= false;
  }
  if (schema["items"]) closed["items"] = close(schema["items"] as Schema);
  for (const branches of ["oneOf", "anyOf", "allOf"]) {
    if (!named && Array.isArray(schema[branches])) closed[branches] = (schema[branches] as Schema[]).map(close);
  }
  return closed;
}

/** References point into the description, which stands under the name `github`. */
function resolved(schema: Schema): Schema {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/components/', '"github#/components/')) as Schema;
}

function mapValues<Value, Mapped>(
  record: Record<string, Value>,
  map: (value: Value) => Mapped,
): Record<string, Mapped> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
}
