/** The ways in which GitHub, and the way to it, fail: each as what becomes of one request. */
import type { ApiResponse } from "./http/handle.ts";
import type { Outcome, SeenRequest } from "./http/hooks.ts";

type Answer = (nowMs: number) => Outcome | Promise<Outcome>;

interface Kind {
  answer: Answer;
  /** GitHub has looked at the request by then, or not. What it refuses it does not do. */
  phase: "either" | "before";
  /** Where it can happen; anywhere unless said. */
  fits?: (request: SeenRequest) => boolean;
}

const SECONDARY = "You have exceeded a secondary rate limit. Please wait a few minutes before you try again.";
const PAGE = "<!DOCTYPE html><html><body><h1>Unicorn!</h1></body></html>";
/** Seconds until the points of the hour are back. */
const RESET_S = 900;
const RETRY_AFTER = { "retry-after": "120" };

const isGraphql = ({ kind }: SeenRequest) => kind === "graphql";
const isOfInstallation = ({ payer }: SeenRequest) => payer.startsWith("installation");

/** Every kind of fault, by the name that schedules call it. */
export const FAULT_KINDS = {
  "500": { phase: "either", answer: () => said(500, "Server Error") },
  "502": { phase: "either", answer: () => page(502) },
  "503": { phase: "either", answer: () => said(503, "Service Unavailable") },
  "504": { phase: "either", answer: () => page(504) },
  /** The connection is cut. */
  reset: { phase: "either", answer: () => ({ drop: true }) },
  /** No byte comes, ever. */
  hang: { phase: "either", answer: () => new Promise<never>(() => undefined) },
  /** A byte a second: no single one is late, and the end is never seen. */
  trickle: { phase: "either", answer: () => ({ answer: { ...json(200, "{}".padEnd(600)), trickleMs: 1_000 } }) },
  /** An error page that says that all is well. */
  page: { phase: "either", answer: () => page(200) },
  /** JSON that ends in the middle. */
  half: { phase: "either", answer: () => ({ answer: json(200, '{"id": 1, "na') }) },
  /** Nothing, with a good status. */
  empty: { phase: "either", answer: () => ({ answer: json(200, "") }) },
  /** GraphQL stumbles: a good status, a sentence, no data. */
  stumble: {
    phase: "either",
    fits: isGraphql,
    answer: () => ({
      answer: json(200, { data: null, errors: [{ message: "Something went wrong while executing your query." }] }),
    }),
  },
  "primary 403": { phase: "before", fits: isOfInstallation, answer: (now) => spent(403, now) },
  "primary 429": { phase: "before", fits: isOfInstallation, answer: (now) => spent(429, now) },
  "primary GraphQL 200": {
    phase: "before",
    fits: (request) => isOfInstallation(request) && isGraphql(request),
    answer: (now) => ({
      answer: json(200, { errors: [{ type: "RATE_LIMITED", message: "API rate limit exceeded" }] }, spentHeaders(now)),
    }),
  },
  "secondary 403": { phase: "before", fits: isOfInstallation, answer: () => said(403, SECONDARY) },
  "secondary 403 with retry-after": {
    ...{ phase: "before", fits: isOfInstallation },
    answer: () => said(403, SECONDARY, RETRY_AFTER),
  },
  "secondary 429": { phase: "before", fits: isOfInstallation, answer: () => said(429, SECONDARY) },
  "secondary 429 with retry-after": {
    ...{ phase: "before", fits: isOfInstallation },
    answer: () => said(429, SECONDARY, RETRY_AFTER),
  },
  "secondary GraphQL 200": {
    phase: "before",
    fits: (request) => isOfInstallation(request) && isGraphql(request),
    answer: () => ({ answer: json(200, { data: null, errors: [{ message: SECONDARY }] }) }),
  },
  "secondary GraphQL 200 with retry-after": {
    phase: "before",
    fits: (request) => isOfInstallation(request) && isGraphql(request),
    answer: () => ({ answer: json(200, { data: null, errors: [{ message: SECONDARY }] }, RETRY_AFTER) }),
  },
  "401": { phase: "before", fits: isOfInstallation, answer: () => said(401, "Bad credentials") },
  /** About a person's role it is an answer, that they have none, and no fault. */
  "404": {
    phase: "before",
    fits: (request) => isOfInstallation(request) && !request.route.endsWith("/permission"),
    answer: () => said(404, "Not Found"),
  },
} as const satisfies Record<string, Kind>;

export type FaultKind = keyof typeof FAULT_KINDS;

/** The kinds that ask us to wait. */
export const LIMIT_KINDS = (Object.keys(FAULT_KINDS) as FaultKind[]).filter((name) =>
  /^(?:primary|secondary)/.test(name),
);

/** What becomes of one request by one kind of fault, at a moment in milliseconds. */
export function kindOf(name: FaultKind): Kind {
  return FAULT_KINDS[name];
}

function json(status: number, body: unknown, headers: Record<string, string> = {}): ApiResponse {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return { status, headers: { "content-type": "application/json; charset=utf-8", ...headers }, body: text };
}

function said(status: number, message: string, headers?: Record<string, string>): Outcome {
  return { answer: json(status, { message }, headers) };
}

function page(status: number): Outcome {
  return { answer: { status, headers: { "content-type": "text/html" }, body: PAGE } };
}

function spent(status: number, now: number): Outcome {
  return said(status, "API rate limit exceeded", spentHeaders(now));
}

function spentHeaders(now: number): Record<string, string> {
  const reset = String(Math.floor(now / 1_000) + RESET_S);
  return { "x-ratelimit-limit": "5000", "x-ratelimit-remaining": "0", "x-ratelimit-reset": reset };
}
