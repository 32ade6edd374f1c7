/**
 * GitHub's limits, enforced: what goes past one is refused as GitHub refuses it, and whatever is sent before the time
 * that GitHub named is a violation. An App that keeps its own budget is never refused.
 * https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api
 */
import type { ApiResponse } from "./http/handle.ts";
import type { Outcome, SeenRequest } from "./http/hooks.ts";
import type { Simulator } from "./simulator.ts";

interface Limits {
  concurrent: number;
  /** Of REST and GraphQL together. */
  pointsPerMinute: number;
  contentPerMinute: number;
  contentPerHour: number;
  requestsPerHour: number;
}

const PUBLISHED: Limits = {
  concurrent: 100,
  pointsPerMinute: 900,
  contentPerMinute: 80,
  contentPerHour: 500,
  requestsPerHour: 5_000,
};

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** How long GitHub wants to be let alone by whoever went past a secondary limit. */
const PENALTY_S = 60;

/** What makes something that people are told of. */
const CONTENT = /\/(?:pulls|issues|comments|replies|reviews)$/;

/** A limit counts what was sent within a time, and leaves the rest behind. */
interface Window {
  add(at: number, weight: number): void;
  /** The sum of the weights that count at a time. Times never go back. */
  sum(time: number): number;
  /** When the oldest that counted was sent. */
  oldest(): number | undefined;
}

interface Payer {
  points: Window;
  contentInMinute: Window;
  contentInHour: Window;
  requests: Window;
  underWay: number;
  /** Nothing is to be sent before. */
  closedUntil: number;
}

export interface EnforcedLimits {
  /** Forgets the times that GitHub named: who was told them has lost everything, and cannot know. */
  forgive(): void;
}

/** Puts the limits into force, on a clock in milliseconds. Put faults into force after it: it sees theirs too. */
export function enforceLimits(
  { onRequest, violations }: Pick<Simulator, "onRequest" | "violations">,
  { now, ...given }: Partial<Limits> & { now: () => number },
): EnforcedLimits {
  const limits = { ...PUBLISHED, ...given };
  const payers = new Map<string, Payer>();
  const admitted = new WeakSet<SeenRequest>();
  const payerOf = ({ payer: name }: SeenRequest): Payer => {
    const payer = payers.get(name) ?? createPayer();
    payers.set(name, payer);
    return payer;
  };

  function admit(request: SeenRequest): Outcome {
    const payer = payerOf(request);
    const time = now();
    const what = `${request.payer}: ${request.method} ${request.operation ?? request.route}`;
    if (time < payer.closedUntil) {
      violations.push(`${what}: sent ${Math.ceil((payer.closedUntil - time) / 1_000)} s before GitHub's time`);
    }
    payer.underWay++;
    admitted.add(request);
    const { points, isContent } = costOf(request);
    payer.points.add(time, points);
    payer.requests.add(time, 1);
    payer.contentInMinute.add(time, isContent ? 1 : 0);
    payer.contentInHour.add(time, isContent ? 1 : 0);
    const past = pastLimit(payer, { time, isContent, limits });
    if (past === undefined) return undefined;
    violations.push(`${what}: past the limit of ${past}`);
    return { answer: past === "requests in an hour" ? primary(payer, time) : secondary() };
  }

  onRequest({
    before: (request) => (request.payer === "nobody" ? undefined : admit(request)),
    after(request, response) {
      const used = payerOf(request).requests.sum(now());
      response.headers["x-ratelimit-remaining"] = String(Math.max(0, limits.requestsPerHour - used));
      response.headers["date"] = new Date(now()).toUTCString();
      response.headers["x-ratelimit-reset"] = String(Math.ceil((now() + HOUR) / 1_000));
      return undefined;
    },
    end(request, response) {
      if (!admitted.has(request)) return;
      const payer = payerOf(request);
      payer.underWay--;
      payer.closedUntil = Math.max(payer.closedUntil, response ? closedUntil(response, now()) : 0);
    },
  });
  return {
    forgive() {
      for (const payer of payers.values()) payer.closedUntil = 0;
    },
  };
}

function costOf({ method, category, kind, route }: SeenRequest): { points: number; isContent: boolean } {
  const isRead = kind === "graphql" ? category === "read" : method === "GET" || method === "HEAD";
  return { points: isRead ? 1 : 5, isContent: method === "POST" && CONTENT.test(route) };
}

function createPayer(): Payer {
  return {
    points: createWindow(MINUTE),
    contentInMinute: createWindow(MINUTE),
    contentInHour: createWindow(HOUR),
    requests: createWindow(HOUR),
    underWay: 0,
    closedUntil: 0,
  };
}

function createWindow(span: number): Window {
  let entries: { at: number; weight: number }[] = [];
  let first = 0;
  let total = 0;
  return {
    add(at, weight) {
      if (weight === 0) return;
      entries.push({ at, weight });
      total += weight;
    },
    sum(time) {
      for (let entry = entries[first]; entry && entry.at <= time - span; entry = entries[++first])
        total -= entry.weight;
      if (first > 1_000) {
        entries = entries.slice(first);
        first = 0;
      }
      return total;
    },
    oldest: () => entries[first]?.at,
  };
}

/** The limit that the newest request goes past, in words. */
function pastLimit(
  payer: Payer,
  { time, isContent, limits }: { time: number; isContent: boolean; limits: Limits },
): string | undefined {
  if (payer.underWay > limits.concurrent) return "requests at once";
  if (payer.points.sum(time) > limits.pointsPerMinute) return "points in a minute";
  if (isContent && payer.contentInMinute.sum(time) > limits.contentPerMinute) return "new contents in a minute";
  if (isContent && payer.contentInHour.sum(time) > limits.contentPerHour) return "new contents in an hour";
  return payer.requests.sum(time) > limits.requestsPerHour ? "requests in an hour" : undefined;
}

function primary({ requests }: Payer, time: number): ApiResponse {
  const free = (requests.oldest() ?? time) + HOUR;
  const headers = { "x-ratelimit-remaining": "0", "x-ratelimit-reset": String(Math.ceil(free / 1_000)) };
  return refusal("API rate limit exceeded", headers);
}

function secondary(): ApiResponse {
  return refusal("You have exceeded a secondary rate limit.", { "retry-after": String(PENALTY_S) });
}

function refusal(message: string, headers: Record<string, string>): ApiResponse {
  const type = { "content-type": "application/json; charset=utf-8" };
  return { status: 403, headers: { ...type, ...headers }, body: JSON.stringify({ message }) };
}

/** The time that an answer names, or implies, in any of GitHub's shapes; zero where it names none. */
function closedUntil({ status, headers, body }: ApiResponse, time: number): number {
  const isSpent = headers["x-ratelimit-remaining"] === "0";
  const isTooQuick = status === 422 && /submitted too quickly/i.test(body);
  const isBurst = /secondary rate limit/i.test(body) && (status === 403 || status === 429 || isFailure(body));
  if (headers["retry-after"] !== undefined) return time + Number(headers["retry-after"]) * 1_000;
  if (isSpent) return Number(headers["x-ratelimit-reset"]) * 1_000;
  return isTooQuick || isBurst || status === 429 ? time + PENALTY_S * 1_000 : 0;
}

/** A GraphQL answer of errors alone: what people wrote may hold any words. */
function isFailure(body: string): boolean {
  const { data, errors } = JSON.parse(body) as { data?: unknown; errors?: unknown };
  return errors !== undefined && (data === undefined || data === null);
}
