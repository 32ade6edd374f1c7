/** GitHub on loopback: see the README beside this file for what it holds. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import { createApp, createAppKeys } from "./actions/installations.ts";
import { handle, classify, type ApiRequest, type ApiResponse } from "./http/handle.ts";
import { createHooks, type RequestHooks, type RequestLog } from "./http/hooks.ts";
import { listen } from "./http/server.ts";
import { trickle } from "./http/trickle.ts";
import type { Access, App, Delivery } from "./model-apps.ts";
import { createGitHub, type GitHub } from "./people/github.ts";
import { createCourier } from "./webhooks.ts";
import { createWorld, type World } from "./world.ts";
import { endLater } from "../helpers/endings.ts";

export interface SimulatorOptions {
  /** 0, the default, takes a free one. */
  port?: number;
  app?: { id?: number; name?: string; slug?: string; webhookSecret?: string };
  webhookUrl?: string;
  clock?: () => Date;
  /** Text of the App's manifest; `app.yml` unless given. */
  manifest?: string;
  /** False: no socket is opened, and `simulator.fetch` is the way in. */
  listen?: boolean;
  /** How webhooks are sent; the real `fetch` unless given. */
  sendBy?: typeof fetch;
}

export interface Simulator {
  url: string;
  app: App;
  github: GitHub;
  requests: RequestLog[];
  violations: string[];
  deliveries: Delivery[];
  onRequest(hooks: RequestHooks): () => void;
  sendWebhooksTo(url: string): void;
  redeliver(guid: string): Promise<number>;
  settle(): Promise<void>;
  /** The API without sockets, for code that takes a `fetch`. */
  fetch: typeof fetch;
  reset(): void;
  close(): Promise<void>;
}

const ROOT = path.join(import.meta.dirname, "..", "..");
const IN_PROCESS_URL = "http://github.simulator";

/** Making an RSA key takes a while: simulators of one process share theirs. */
let keys: ReturnType<typeof createAppKeys> | undefined;

/** Starts listening on the loopback interface, with one App made from the manifest. */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const clock = options.clock ?? (() => new Date());
  const world = createWorld(IN_PROCESS_URL, clock);
  const courier = createCourier(world, options.sendBy ?? fetch);
  world.send = courier.send;
  const app = createAppOf(world, options);
  app.webhookUrl = options.webhookUrl;

  const requests: RequestLog[] = [];
  const hooks = createHooks();
  const serve = async (request: ApiRequest): Promise<ApiResponse | undefined> => {
    const classified = classify(world, request);
    const response = await hooks.around(classified, request, () => handle(world, request));
    requests.push({ ...classified, status: response?.status ?? 0, at: world.clock().toISOString() });
    return response;
  };
  const server = options.listen === false ? undefined : await listen(serve, options.port ?? 0);
  if (server) {
    world.url = server.url;
    endLater()(() => server.close());
  }

  return {
    url: world.url,
    app,
    github: createGitHub(world),
    requests,
    violations: world.violations,
    deliveries: world.deliveries,
    onRequest: hooks.add,
    sendWebhooksTo: (url) => {
      app.webhookUrl = url;
    },
    async redeliver(guid) {
      const delivery = world.deliveries.findLast((each) => each.guid === guid);
      if (!delivery) throw new Error(`no delivery ${guid}`);
      return world.send(delivery, { isRedelivery: true });
    },
    settle: () => courier.settle(),
    fetch: toFetch(serve),
    reset: () => reset(world, app, requests),
    close: async () => server?.close(),
  };
}

function createAppOf(world: World, { app, manifest }: SimulatorOptions): App {
  const text = manifest ?? readFileSync(path.join(ROOT, "app.yml"), "utf8");
  const read = parse(text) as {
    name?: string;
    default_permissions?: Record<string, Access>;
    default_events?: string[];
  };
  const name = app?.name ?? read.name ?? "Review Miner";
  return createApp(world, {
    id: app?.id ?? 12_345,
    name,
    slug: app?.slug ?? name.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-"),
    webhookSecret: app?.webhookSecret,
    permissions: read.default_permissions ?? {},
    events: read.default_events ?? [],
    keys: (keys ??= createAppKeys()),
  });
}

/** Everything goes but the App, its bot user and its webhook's address. */
function reset(world: World, app: App, requests: RequestLog[]): void {
  for (const map of [world.accounts, world.repositories, world.names, world.tokens, world.nodes]) map.clear();
  for (const list of [world.installations, world.deliveries, world.violations, requests]) list.length = 0;
  world.apps = [app];
  world.accounts.set(app.bot.login.toLowerCase(), app.bot);
  world.nodes.set(app.nodeId, app).set(app.bot.nodeId, app.bot);
}

/** Throws as `fetch` does when the answer was cut off. */
function toFetch(serve: (request: ApiRequest) => Promise<ApiResponse | undefined>): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    const url = new URL(request.url);
    const answer = serve({
      method: request.method,
      path: url.pathname + url.search,
      headers: Object.fromEntries(request.headers),
      body: await request.text(),
    });
    const response = await Promise.race([answer, aborted(init?.signal)]);
    if (!response) throw new TypeError("fetch failed", { cause: new Error("other side closed") });
    const { status, headers, body, trickleMs } = response;
    const location = headers["location"];
    if (location !== undefined && request.redirect === "follow") return toFetch(serve)(location, init);
    if (trickleMs === undefined) return new Response(body === "" ? null : body, { status, headers });
    const stream = trickle(body, trickleMs, init?.signal);
    return new Response(stream as ConstructorParameters<typeof Response>[0], { status, headers });
  };
}

/** Rejects once the one who asked gives up. */
function aborted(signal: AbortSignal | null | undefined): Promise<never> {
  return new Promise((_, reject) => {
    signal?.addEventListener("abort", () => {
      reject(signal.reason as Error);
    });
  });
}

/** Throws, naming each, when the simulator was asked for something that it or GitHub does not know. */
export function expectNoViolations({ violations }: Pick<Simulator, "violations">): void {
  if (violations.length > 0) throw new Error(`the simulator was asked wrongly:\n${violations.join("\n")}`);
}
