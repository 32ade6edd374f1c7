/** A request in, an answer out: nothing here knows of sockets. */
import { ApiError, notFound } from "../api-error.ts";
import { executeGraphql } from "../graphql/execute.ts";
import { hasOperation, validateRequestBody } from "../openapi.ts";
import { ROUTES } from "../routes/routes.ts";
import { fullName, type Repository } from "../model.ts";
import type { World } from "../world.ts";
import { requireAccess } from "./access.ts";
import { actorOf, authenticate, payerOf, type Auth } from "./auth.ts";
import { rateLimitHeaders } from "./rate-limit.ts";
import { createMatcher, type Answer, type Context, type Route } from "./route.ts";

export interface ApiRequest {
  method: string;
  /** With the query, without the origin. */
  path: string;
  /** By lower-case name. */
  headers: Record<string, string>;
  body: string;
}

export interface ApiResponse {
  status: number;
  headers: Record<string, string>;
  body: string;
  /** The body is sent a byte at a time, with so many milliseconds between them. */
  trickleMs?: number;
}

/** What a request turned out to be. */
export interface Classified {
  method: string;
  /** Without the query. */
  path: string;
  /** The template of the route; `/graphql`, or the path itself where no route knows it. */
  route: string;
  kind: "rest" | "graphql";
  category: "auth" | "read" | "write";
  /** Whose budget it spends: `installation 7`, `app 1`, `user 3` or `nobody`. */
  payer: string;
  /** The name of a GraphQL operation. */
  operation?: string;
}

const match = createMatcher(ROUTES);
const GRAPHQL = /^\/(?:api\/)?graphql$/;

/** What a request asks for, before anything is done. */
export function classify(world: World, { method, path: target, headers, body }: ApiRequest): Classified {
  const path = plainPath(world, target);
  const payer = payerOf(world, headers);
  if (GRAPHQL.test(path)) {
    const document = readQuery(body);
    const operation = /\b(?:query|mutation)\s+(?<name>\w+)/.exec(document)?.groups?.["name"];
    const category = /^\s*mutation\b/m.test(document) ? "write" : "read";
    return {
      method,
      path,
      route: "/graphql",
      kind: "graphql",
      category,
      payer,
      ...(operation !== undefined && { operation }),
    };
  }
  const route = match(method, path)?.route;
  const isAuth = route?.kind === "app" && !route.template.includes("/hook/");
  const category = method === "GET" || method === "HEAD" ? "read" : "write";
  return { method, path, route: route?.template ?? path, kind: "rest", category: isAuth ? "auth" : category, payer };
}

function readQuery(body: string): string {
  try {
    const { query } = JSON.parse(body) as { query?: unknown };
    return typeof query === "string" ? query : "";
  } catch {
    return "";
  }
}

/** GitHub Enterprise's prefix goes, and a repository named by its id gets its name. */
function plainPath(world: World, target: string): string {
  const path = (target.split("?")[0] ?? "").replace(/^\/api\/v3(?=\/)/, "");
  const byId = /^\/repositories\/(?<id>\d+)(?<rest>\/.+)?$/.exec(path)?.groups;
  const repository = byId && world.repositories.get(Number(byId["id"]));
  return repository ? `/repos/${fullName(repository)}${byId["rest"] ?? ""}` : path;
}

/** Does what the request asks and answers. Synchronous: no two requests ever see each other's halves. */
export function handle(world: World, request: ApiRequest): ApiResponse {
  let auth: Auth = { kind: "anonymous" };
  try {
    auth = authenticate(world, request.headers);
    const answer = answerOf(world, request, auth);
    return respond(world, auth, request, answer);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return respond(world, auth, request, { status: error.status, body: renderError(error) });
  }
}

function renderError({ message, status, errors }: ApiError) {
  const documentation_url = "https://docs.github.com/rest";
  return { message, ...(errors && { errors }), documentation_url, status: String(status) };
}

function answerOf(world: World, request: ApiRequest, auth: Auth): Answer {
  const path = plainPath(world, request.path);
  const query = new URLSearchParams(request.path.split("?")[1] ?? "");
  if (GRAPHQL.test(path)) {
    if (request.method !== "POST") throw notFound();
    return executeGraphql(world, auth, parseBody(request.body));
  }
  const found = match(request.method, path);
  if (!found) {
    world.violations.push(`${request.method} ${path}: the simulator has no such route`);
    throw notFound();
  }
  const { route, params } = found;
  const body = parseBody(request.body);
  checkBody(world, route, request.body === "" ? undefined : body);
  return dispatch(route, { world, auth, params, query, body, path });
}

function parseBody(text: string): Record<string, unknown> {
  if (text === "") return {};
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw new ApiError(400, "Problems parsing JSON");
  }
  if (typeof body !== "object" || body === null || Array.isArray(body)) {
    throw new ApiError(400, "Body should be a JSON object");
  }
  return body as Record<string, unknown>;
}

function checkBody(world: World, { method, template }: Route, body: unknown): void {
  if (!hasOperation(method, template)) {
    world.violations.push(`${method} ${template}: not in GitHub's OpenAPI description as it is kept here`);
    return;
  }
  if (method === "GET" || method === "DELETE") return;
  for (const problem of validateRequestBody(method, template, body)) {
    world.violations.push(`${method} ${template}: ${problem}`);
  }
}

function dispatch(route: Route, context: Context): Answer {
  const { world, auth, params } = context;
  if (route.kind === "public") return route.answer(context);
  if (route.kind === "app") {
    if (auth.kind !== "app") throw new ApiError(401, "A JSON web token could not be decoded");
    return route.answer({ ...context, app: auth.app });
  }
  const name = `${params["owner"] ?? ""}/${params["repo"] ?? ""}`;
  const repository = world.names.get(name.toLowerCase());
  if (!repository) {
    if (auth.kind === "anonymous") throw notFound();
    throw auth.kind === "app" ? new ApiError(401, "Bad credentials") : notFound();
  }
  const inRepository = { ...context, repository, actor: () => actorOf(auth) };
  requireAccess(auth, repository, route.needs(inRepository));
  const isFormerName = fullName(repository).toLowerCase() !== name.toLowerCase();
  return isFormerName ? redirect(route, context, repository, name) : route.answer(inRepository);
}

/** A former name leads on; what is not a read keeps its method. */
function redirect({ method }: Route, { world, path, query }: Context, { id }: Repository, name: string): Answer {
  const rest = path.slice(`/repos/${name}`.length);
  const search = query.size > 0 ? `?${query.toString()}` : "";
  const url = `${world.url}/repositories/${id}${rest}${search}`;
  const status = method === "GET" ? 301 : 307;
  return {
    status,
    body: { message: status === 301 ? "Moved Permanently" : "Temporary Redirect", url },
    headers: { location: url },
  };
}

function respond(
  world: World,
  auth: Auth,
  { method, path }: ApiRequest,
  { status, body, headers }: Answer,
): ApiResponse {
  const text = body === undefined ? "" : JSON.stringify(body);
  const isGraphql = GRAPHQL.test(plainPath(world, path));
  return {
    status,
    headers: {
      ...(text !== "" && { "content-type": "application/json; charset=utf-8" }),
      date: world.clock().toUTCString(),
      "x-github-media-type": "github.v3; format=json",
      "x-github-request-id": "0000:0000:000000:000000:00000000",
      ...rateLimitHeaders(world, auth, isGraphql ? "graphql" : "core"),
      ...headers,
    },
    body: method === "HEAD" ? "" : text,
  };
}
