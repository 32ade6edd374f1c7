/**
 * The policy every request to GitHub passes, REST and GraphQL alike. A read may be sent again, a few times; a write
 * never, unless GitHub refused to look at it. A limit, GitHub's or our own, is an error that says when to come back.
 */
import { GraphqlResponseError } from "@octokit/graphql";
import { RequestError } from "@octokit/request-error";
import { classifyFailure, type FailureClass } from "./classify-failure.ts";
import { graphqlFailure } from "./graphql-failure.ts";
import { createInstallations, type Installation } from "./installation-state.ts";
import type { AnswerHeaders } from "./limit-time.ts";
import { createMemorySpendingLog, GITHUB_LIMITS, type SpendingLog } from "./request-budget.ts";
import { requestCost, type RequestCost } from "./request-cost.ts";
import { LimitedError, UncertainError } from "./request-errors.ts";

/** Time as an argument. */
export interface Clock {
  /** Milliseconds since 1970. */
  now: () => number;
  sleep: (ms: number) => Promise<unknown>;
  /** From 0 to 1, to spread what would otherwise be sent again all at once. */
  random: () => number;
}

/** One request as the operator may see it: nothing that was sent or received, the route without its values. */
export interface RequestRecord {
  installation: number | undefined;
  method: string;
  route: string;
  /** `partial`: a GraphQL answer that lacks a place which is not there, and has others. */
  outcome: "ok" | "partial" | FailureClass | "error";
  ms: number;
  points: number;
  /** What GitHub says is left of the hour, and until when, in milliseconds since 1970; absent where it does not. */
  remaining?: { resource: string; left: number; until: number };
}

export interface RequestPolicyOptions {
  clock: Clock;
  spending?: SpendingLog;
  concurrent?: number;
  /** Told of every request that was sent. */
  onRequest?: ((record: RequestRecord) => void) | undefined;
}

interface SentRequest {
  method: string;
  /** The route, with its placeholders. */
  url: string;
  query?: unknown;
}

interface Answered {
  status: number;
  headers: AnswerHeaders;
  data: unknown;
}

type Send = (request: SentRequest) => Promise<Answered>;

/** What the policy needs of an Octokit. */
export interface Hooked {
  hook: { wrap(name: "request", wrapper: (send: Send, request: SentRequest) => Promise<Answered>): unknown };
  auth(options: { type: "installation"; refresh: true }): Promise<unknown>;
}

const READ_ATTEMPTS = 3;
const FIRST_PAUSE_MS = 400;
/** A budget that is free again so soon is waited for; otherwise the job makes room for others. */
const PATIENCE_MS = 5_000;

/**
 * Gives a function that puts an Octokit under the policy. `installationId` is whose budget it spends; without one, as
 * for requests that the App makes as itself, there is no budget, and limits are still obeyed.
 */
export function createRequestPolicy(options: RequestPolicyOptions): (octokit: Hooked, installationId?: number) => void {
  const { clock, onRequest, spending = createMemorySpendingLog(), concurrent = GITHUB_LIMITS.concurrent } = options;
  const installations = createInstallations(concurrent);

  return (octokit, installationId) => {
    octokit.hook.wrap("request", (send, request) => {
      const cost = requestCost({ method: request.method, url: request.url, query: request.query });
      // A token is asked for in the App's own name, in the middle of an installation's request.
      const isOwn = installationId !== undefined && !request.url.startsWith("/app/");
      const installation = installations.of(isOwn ? installationId : undefined);
      const record = { installation: installationId, method: request.method, route: request.url, points: cost.points };
      return pass({
        ...{ cost, installation, clock },
        spend: async (now) => (isOwn ? spending.spend(installationId, cost, now) : "spent"),
        send: () => watch(() => send(request), record, { clock, onRequest }),
        renewToken: isOwn ? () => octokit.auth({ type: "installation", refresh: true }) : undefined,
      });
    });
  };
}

/** One request on its way. */
interface Passage {
  cost: RequestCost;
  installation: Installation;
  clock: Clock;
  /** Takes what it costs from the budget, where it has one. */
  spend: (now: number) => ReturnType<SpendingLog["spend"]>;
  send: () => Promise<Answered>;
  /** Absent where there is no token that could be renewed. */
  renewToken: (() => Promise<unknown>) | undefined;
}

/** Sends it once it is admitted; again where its token was refused, once, and a few times where that does no harm. */
async function pass(passage: Passage): Promise<Answered> {
  const { cost, clock, renewToken } = passage;
  let isRenewed = false;
  for (let attempt = 1; ; attempt++) {
    await admit(passage);
    const sent = await sendOnce(passage);
    if (sent.ok) return sent.response;
    if (sent.class === "unauthorized" && renewToken && !isRenewed) {
      isRenewed = true;
      await renewToken();
      continue;
    }
    const isPassing = sent.class === "network" || sent.class === "retryable";
    if (!isPassing) throw sent.error;
    if (!cost.isSafe) throw new UncertainError("a write was sent and not answered", { cause: sent.error });
    if (attempt === READ_ATTEMPTS) throw sent.error;
    await clock.sleep(FIRST_PAUSE_MS * 2 ** (attempt - 1) * (0.5 + clock.random()));
  }
}

/** Waits for the budget, briefly; throws `LimitedError` when it takes longer, or GitHub has asked us to wait. */
async function admit({ installation, clock, spend }: Passage): Promise<void> {
  for (const began = clock.now(); ;) {
    const now = clock.now();
    const limited = installation.limitAt(now);
    if (limited) throw limited;
    const answer = await spend(now);
    if (answer === "spent") return;
    if (answer.freeAt - began > PATIENCE_MS) throw new LimitedError("budget", new Date(answer.freeAt));
    await clock.sleep(answer.freeAt - now);
  }
}

type Sent = { ok: true; response: Answered } | { ok: false; class: FailureClass; error: unknown };

/** Sends it among those of its installation that are under way, and notes what the answer says of limits. */
async function sendOnce({ installation, clock, send }: Passage): Promise<Sent> {
  const leave = await installation.enter();
  try {
    const response = await send();
    const bad = graphqlFailure(response);
    if (bad?.class === "limited") return { ok: false, class: "limited", error: noteLimit(bad.error) };
    if (bad?.class === "retryable" && bad.isEmpty) return { ok: false, ...bad };
    installation.noteAnswer(response.headers, clock.now());
    return { ok: true, response };
  } catch (thrown) {
    const error = toOwnError(thrown);
    const failure = classifyFailure(error) ?? "permanent";
    return { ok: false, class: failure, error: failure === "limited" ? noteLimit(error) : error };
  } finally {
    leave();
  }

  /** A token's own request may have been limited already: its error stands. */
  function noteLimit(error: unknown): LimitedError {
    return error instanceof LimitedError ? error : installation.noteLimit(headersOf(error), clock.now(), error);
  }
}

/** Sends a request, and tells the operator what came of it. */
async function watch(
  send: () => Promise<Answered>,
  record: Omit<RequestRecord, "outcome" | "ms">,
  { clock, onRequest }: Pick<RequestPolicyOptions, "clock" | "onRequest">,
): Promise<Answered> {
  const began = clock.now();
  const tell = (outcome: RequestRecord["outcome"], headers: AnswerHeaders) =>
    onRequest?.({ ...record, outcome, ms: Math.round(clock.now() - began), ...remainingOf(headers) });
  try {
    const response = await send();
    const bad = graphqlFailure(response);
    tell(bad?.class === "gone" && bad.hasOthers ? "partial" : (bad?.class ?? "ok"), response.headers);
    return response;
  } catch (error) {
    tell(classifyFailure(toOwnError(error)) ?? "error", headersOf(error));
    throw error;
  }
}

/** What Octokit wraps in an error with a made-up status of 500 is taken out again. */
function toOwnError(error: unknown): unknown {
  const isWrapped = error instanceof RequestError && error.response === undefined;
  return isWrapped && classifyFailure(error.cause) !== undefined ? error.cause : error;
}

function remainingOf(headers: AnswerHeaders): Pick<RequestRecord, "remaining"> {
  const left = Number(headers["x-ratelimit-remaining"]);
  const until = Number(headers["x-ratelimit-reset"]) * 1_000;
  if (!Number.isSafeInteger(left) || !Number.isSafeInteger(until)) return {};
  return { remaining: { resource: String(headers["x-ratelimit-resource"] ?? "core"), left, until } };
}

function headersOf(error: unknown): AnswerHeaders {
  if (error instanceof GraphqlResponseError) return error.headers;
  return error instanceof RequestError ? (error.response?.headers ?? {}) : {};
}
