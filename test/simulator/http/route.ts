/** REST routes: how one is written, and how a request finds it. */
import type { Account, Repository } from "../model.ts";
import type { App } from "../model-apps.ts";
import type { World } from "../world.ts";
import type { Needs } from "./access.ts";
import type { Auth } from "./auth.ts";

export interface Answer {
  status: number;
  /** JSON; nothing for 204. */
  body?: unknown;
  headers?: Record<string, string>;
}

export interface Context {
  world: World;
  auth: Auth;
  /** Decoded. */
  params: Record<string, string>;
  query: URLSearchParams;
  /** `{}` where the request has none. */
  body: Record<string, unknown>;
  /** The path as it was asked for, without the query. */
  path: string;
}

export interface RepositoryContext extends Context {
  repository: Repository;
  /** Throws 401 where nobody asks. */
  actor: () => Account;
}

export interface AppContext extends Context {
  app: App;
}

interface RouteName {
  method: string;
  /** As GitHub's OpenAPI description spells it. */
  template: string;
}

export type Route = RouteName &
  (
    | { kind: "public"; answer: (context: Context) => Answer }
    | { kind: "app"; answer: (context: AppContext) => Answer }
    | {
        kind: "repository";
        needs: (context: RepositoryContext) => Needs;
        answer: (context: RepositoryContext) => Answer;
      }
  );

/** For everybody with a credential that is not wrong. */
export function publicRoute(name: string, answer: (context: Context) => Answer): Route {
  return { ...toName(name), kind: "public", answer };
}

/** For the App itself, by JWT. */
export function appRoute(name: string, answer: (context: AppContext) => Answer): Route {
  return { ...toName(name), kind: "app", answer };
}

/** Below `/repos/{owner}/{repo}`; `needs` are the permissions that open it to an installation. */
export function repositoryRoute(
  name: string,
  needs: Needs | ((context: RepositoryContext) => Needs),
  answer: (context: RepositoryContext) => Answer,
): Route {
  return { ...toName(name), kind: "repository", needs: typeof needs === "function" ? needs : () => needs, answer };
}

function toName(name: string): RouteName {
  const [method = "", path = ""] = name.split(" ");
  return { method, template: path.startsWith("/") ? path : `/repos/{owner}/{repo}${path && `/${path}`}` };
}

/** Some names hold slashes, written plainly or encoded. */
const WITH_SLASHES = new Set(["ref", "path", "basehead", "branch", "name"]);

export type Matcher = (method: string, path: string) => { route: Route; params: Record<string, string> } | undefined;

/** Where two routes match, the longer template wins. */
export function createMatcher(routes: Route[]): Matcher {
  const patterns = routes
    .toSorted((a, b) => b.template.length - a.template.length)
    .map((route) => ({ route, pattern: toPattern(route.template) }));
  return (method, path) => {
    for (const { route, pattern } of patterns) {
      if (route.method !== method) continue;
      const found = pattern.exec(path);
      if (!found) continue;
      const params = Object.fromEntries(
        Object.entries(found.groups ?? {}).map(([name, value]) => [name, decode(value)]),
      );
      return { route, params };
    }
    return undefined;
  };
}

function toPattern(template: string): RegExp {
  const source = template.replace(/\{(?<name>\w+)\}/g, (_, name: string) => {
    if (/_(?:number|id)$/.test(name)) return `(?<${name}>\\d+)`;
    return WITH_SLASHES.has(name) ? `(?<${name}>.+)` : `(?<${name}>[^/]+)`;
  });
  return new RegExp(`^${source}$`);
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
