/** The headers that count requests down. Nothing is refused here: faults and limits come through the hooks. */
import type { World } from "../world.ts";
import { subjectOf, type Auth } from "./auth.ts";

const LIMIT = 5_000;
const HOUR_S = 3_600;

const counters = new WeakMap<World, Map<string, { hour: number; used: number }>>();

/** Counts one request against its credential and resource. */
export function rateLimitHeaders(world: World, auth: Auth, resource: "core" | "graphql"): Record<string, string> {
  const { used, reset } = count(world, auth, resource);
  return {
    "x-ratelimit-limit": String(LIMIT),
    "x-ratelimit-remaining": String(Math.max(0, LIMIT - used)),
    "x-ratelimit-used": String(used),
    "x-ratelimit-reset": String(reset),
    "x-ratelimit-resource": resource,
  };
}

function count(world: World, auth: Auth, resource: string): { used: number; reset: number } {
  const seconds = Math.floor(world.clock().getTime() / 1_000);
  const hour = Math.floor(seconds / HOUR_S);
  const known = counters.get(world) ?? new Map<string, { hour: number; used: number }>();
  counters.set(world, known);
  const key = `${resource} ${subjectOf(auth)}`;
  const before = known.get(key);
  const used = (before?.hour === hour ? before.used : 0) + 1;
  known.set(key, { hour, used });
  return { used, reset: (hour + 1) * HOUR_S };
}

/** What is left for a credential, for GraphQL's `rateLimit`. */
export function remainingFor(
  world: World,
  auth: Auth,
): { limit: number; remaining: number; used: number; resetAt: Date } {
  const hour = Math.floor(world.clock().getTime() / 1_000 / HOUR_S);
  const counter = counters.get(world)?.get(`graphql ${subjectOf(auth)}`);
  const used = (counter?.hour === hour ? counter.used : 0) + 1;
  return { limit: LIMIT, remaining: Math.max(0, LIMIT - used), used, resetAt: new Date((hour + 1) * HOUR_S * 1_000) };
}
