/**
 * The policy every request to GitHub passes, REST and GraphQL alike. A read may be sent again, a few times; a write
 * never, unless GitHub refused to look at it. A limit, GitHub's or our own, is an error that says when to come back.
 */
import { GraphqlResponseError } from "@octokit/graphql";
import { RequestError } from "@octokit/request-error";
import { z } from "zod";
import { classifyFailure, classifyGraphqlErrors, isSpent, type FailureClass } from "./classify-failure.ts";
import { createInstallations, type Installation } from "./installation-state.ts";
import { limitedUntil } from "./limit-time.ts";
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
  headers: Readonly<Record<string, string | number | undefined>>;
  data: unknown;
}

const GraphqlAnswer = z.object({
  errors: z
    .array(z.looseObject({ message: z.string(), type: z.string().optional(), extensions: z.unknown().optional() }))
    .min(1),
  data: z.unknown().optional(),
});

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
  const { clock, onRequest } = options;
  const spending = options.spending ?? createMemorySpendingLog();
  const installations = createInstallations(options.concurrent ?? GITHUB_LIMITS.concurrent);

  return (octokit, installationId) => {
    octokit.hook.wrap("request", (send, request) => {
      const cost = requestCost({ method: request.method, url: request.url, query: request.query });
      // A token is asked for in the App's own name, in the middle of an installation's request.
      const isOwn = installationId !== undefined && !request.url.startsWith("/app/");
      const installation = installations.of(isOwn ? installationId : undefined);
      const record = { installation: installationId, method: request.method, route: request.url, points: cost.points };
      return pass({
        cost,
        installation,
        admit: () => admit(installation, isOwn ? installationId : undefined, cost),
        send: () => watched(send, request, record),
        renewToken: isOwn ? () => octokit.auth({ type: "installation", refresh: true }) : undefined,
      });
    });
  };

  /** Waits for the budget, briefly; throws `LimitedError` when it takes longer, or GitHub has asked us to wait. */
  async function admit(installation: Installation, id: number | undefined, cost: RequestCost): Promise<void> {
    for (const began = clock.now(); ;) {
      const now = clock.now();
      if (installation.limited && installation.limited.until.getTime() > now) throw installation.limited;
      if (id === undefined) return;
      const answer = await spending.spend(id, cost, now);
      if (answer === "spent") return;
      if (answer.freeAt - began > PATIENCE_MS) throw new LimitedError("budget", new Date(answer.freeAt));
      await clock.sleep(answer.freeAt - now);
    }
  }

  async function watched(send: Send, request: SentRequest, record: Omit<RequestRecord, "outcome" | "ms">) {
    const began = clock.now();
    const tell = (outcome: RequestRecord["outcome"], headers: Answered["headers"]) =>
      onRequest?.({ ...record, outcome, ms: Math.round(clock.now() - began), ...remainingOf(headers) });
    try {
      const response = await send(request);
      const bad = graphqlFailure(response);
      tell(bad?.class === "gone" && bad.hasOthers ? "partial" : (bad?.class ?? "ok"), response.headers);
      return response;
    } catch (error) {
      tell(classifyFailure(toOwnError(error)) ?? "error", headersOf(error));
      throw error;
    }
  }

  async function pass({ cost, installation, admit, send, renewToken }: Passage): Promise<Answered> {
    let isRenewed = false;
    for (let attempt = 1; ; attempt++) {
      await admit();
      const leave = await installation.enter();
      let failure: { class: FailureClass; error: unknown };
      try {
        const response = await send();
        const bad = graphqlFailure(response);
        if (bad?.class !== "limited" && !(bad?.class === "retryable" && bad.isEmpty)) {
          noteAnswer(installation, response);
          return response;
        }
        failure = bad;
      } catch (thrown) {
        const error = toOwnError(thrown);
        failure = { class: classifyFailure(error) ?? "permanent", error };
      } finally {
        leave();
      }
      if (failure.class === "limited") throw limit(installation, failure.error);
      if (failure.class === "unauthorized" && renewToken && !isRenewed) {
        isRenewed = true;
        await renewToken();
        continue;
      }
      const isPassing = failure.class === "network" || failure.class === "retryable";
      if (!isPassing) throw failure.error;
      if (!cost.isSafe) throw new UncertainError("a write was sent and not answered", { cause: failure.error });
      if (attempt === READ_ATTEMPTS) throw failure.error;
      await clock.sleep(FIRST_PAUSE_MS * 2 ** (attempt - 1) * (0.5 + clock.random()));
    }
  }

  /** A token's own request may have been limited already: its error stands. */
  function limit(installation: Installation, error: unknown): LimitedError {
    if (error instanceof LimitedError) return error;
    const headers = headersOf(error);
    const isPrimary = isSpent(headers);
    installation.strikes++;
    const until = limitedUntil(headers, { now: clock.now(), strikes: installation.strikes, isPrimary });
    const limited = new LimitedError(isPrimary ? "primary" : "secondary", until, { cause: error });
    installation.limited = limited;
    return limited;
  }

  /** The last point of the hour was spent by this request: the next one is not sent. */
  function noteAnswer(installation: Installation, { headers }: Answered): void {
    installation.strikes = 0;
    if (!isSpent(headers)) return;
    const until = limitedUntil(headers, { now: clock.now(), strikes: 1, isPrimary: true });
    installation.limited = new LimitedError("primary", until);
  }
}

/** What Octokit wraps in an error with a made-up status of 500 is taken out again. */
function toOwnError(error: unknown): unknown {
  const isWrapped = error instanceof RequestError && error.response === undefined;
  return isWrapped && classifyFailure(error.cause) !== undefined ? error.cause : error;
}

type GraphqlResponse = ConstructorParameters<typeof GraphqlResponseError>[2];

interface GraphqlFailure {
  class: FailureClass;
  error: Error;
  /** Nothing of what was asked for came with it. */
  isEmpty: boolean;
  /** Something did, beside the price of the question. */
  hasOthers: boolean;
}

/** GraphQL's failures come with a good status. */
function graphqlFailure({ data, headers }: Answered): GraphqlFailure | undefined {
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

function remainingOf(headers: Answered["headers"]): Pick<RequestRecord, "remaining"> {
  const left = Number(headers["x-ratelimit-remaining"]);
  const until = Number(headers["x-ratelimit-reset"]) * 1_000;
  if (!Number.isSafeInteger(left) || !Number.isSafeInteger(until)) return {};
  return { remaining: { resource: String(headers["x-ratelimit-resource"] ?? "core"), left, until } };
}

function headersOf(error: unknown): Answered["headers"] {
  if (error instanceof GraphqlResponseError) return error.headers;
  return error instanceof RequestError ? (error.response?.headers ?? {}) : {};
}

interface Passage {
  cost: RequestCost;
  installation: Installation;
  admit: () => Promise<void>;
  send: () => Promise<Answered>;
  renewToken: (() => Promise<unknown>) | undefined;
}
