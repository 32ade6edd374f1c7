/** One table: what a failed request means, and so what becomes of the job that made it. */
import { GraphqlResponseError } from "@octokit/graphql";
import { RequestError } from "@octokit/request-error";
import { z } from "zod";
import { NoPullRequestError } from "../tasks/forge.ts";
import { saysArchived, saysRule, saysSecondaryLimit, saysSuspended } from "./github-words.ts";
import type { AnswerHeaders } from "./limit-time.ts";
import { LimitedError, RedirectError, TimeoutError, UncertainError, UnreadableAnswerError } from "./request-errors.ts";

/**
 * `network`, `retryable`: the same request may succeed later. `limited`: not before GitHub's time. `suspended`: not
 * before its owner lets us. `unauthorized`: not with this token. `conflict`: not before reading again. `excessive`: not
 * as much in one query. `permission`, `gone`, `rule`, `permanent`: not at all.
 */
export type FailureClass =
  | "network"
  | "retryable"
  | "limited"
  | "suspended"
  | "unauthorized"
  | "conflict"
  | "excessive"
  | "permission"
  | "gone"
  | "rule"
  | "permanent";

interface Answer {
  status: number;
  headers: AnswerHeaders;
  /** GitHub's own sentence, and those about single fields. */
  message: string;
}

/** Read from above: the first row that fits names the class. */
const BY_ANSWER: readonly [FailureClass, (answer: Answer) => boolean][] = [
  ["limited", isLimited],
  ["unauthorized", ({ status }) => status === 401],
  ["suspended", ({ status, message }) => status === 403 && saysSuspended(message)],
  ["gone", ({ status, message }) => status === 403 && saysArchived(message)],
  ["rule", ({ status, message }) => [403, 409, 422].includes(status) && saysRule(message)],
  ["permission", ({ status }) => status === 403],
  ["gone", ({ status }) => [301, 302, 307, 308, 404, 410, 451].includes(status)],
  ["conflict", ({ status }) => [405, 409, 412].includes(status)],
  ["retryable", ({ status }) => status === 408 || status === 425 || status >= 500],
];

/** GitHub's documented types of GraphQL errors. */
const BY_TYPE: Readonly<Record<string, FailureClass>> = {
  RATE_LIMITED: "limited",
  RATE_LIMIT: "limited",
  RESOURCE_LIMITS_EXCEEDED: "excessive",
  NOT_FOUND: "gone",
  FORBIDDEN: "permission",
  INSUFFICIENT_SCOPES: "permission",
  UNPROCESSABLE: "permanent",
  STALE_DATA: "conflict",
  SERVICE_UNAVAILABLE: "retryable",
  INTERNAL: "retryable",
};

interface GraphqlError {
  type?: string | undefined;
  message: string;
  extensions?: unknown;
}

/** The class of anything a request threw; nothing when it is no failure of a request. */
export function classifyFailure(error: unknown): FailureClass | undefined {
  if (error instanceof LimitedError) return "limited";
  if (error instanceof TimeoutError) return "network";
  if (error instanceof RedirectError || error instanceof NoPullRequestError) return "gone";
  if (error instanceof UncertainError || error instanceof UnreadableAnswerError) return "retryable";
  if (error instanceof GraphqlResponseError) return classifyGraphqlErrors(error.errors ?? []);
  if (!(error instanceof RequestError)) return undefined;
  if (error.response === undefined) return "network";
  return classifyAnswer(toAnswer(error.status, error.response.headers, error.response.data));
}

/** The class of an answer by its status, headers and GitHub's sentence. */
function classifyAnswer(answer: Answer): FailureClass {
  return BY_ANSWER.find(([, fits]) => fits(answer))?.[0] ?? "permanent";
}

/** The class of a GraphQL answer with errors: what is too much before all, then what cannot be mended, then the rest. */
export function classifyGraphqlErrors(errors: readonly GraphqlError[]): FailureClass {
  const classes = new Set(errors.map(classifyGraphqlError));
  const order: FailureClass[] = ["limited", "excessive", "permission", "gone", "rule", "permanent", "conflict"];
  return order.find((name) => classes.has(name)) ?? "retryable";
}

function classifyGraphqlError({ type, message, extensions }: GraphqlError): FailureClass {
  if (saysSecondaryLimit(message)) return "limited";
  if (saysRule(message)) return "rule";
  if (saysArchived(message)) return "gone";
  const known = type !== undefined && Object.hasOwn(BY_TYPE, type) ? BY_TYPE[type] : undefined;
  if (known) return known;
  // A document GitHub cannot run says which rule it breaks; a server that stumbled says nothing but a sentence.
  return type === undefined && extensions === undefined ? "retryable" : "permanent";
}

const RefusedBody = z.object({
  message: z.string().catch(""),
  errors: z.array(z.object({ message: z.string() }).catch({ message: "" })).catch([]),
});

function toAnswer(status: number, headers: AnswerHeaders, data: unknown): Answer {
  const { message = "", errors = [] } = RefusedBody.safeParse(data).data ?? {};
  return { status, headers, message: [message, ...errors.map((each) => each.message)].join("; ") };
}

/** 429 always; 403 by any of the signs GitHub documents, or by its sentence where it gives none; 422 by its sentence. */
function isLimited({ status, headers, message }: Answer): boolean {
  if (status === 429) return true;
  if (status === 422) return saysSecondaryLimit(message);
  if (status !== 403) return false;
  return headers["retry-after"] !== undefined || isSpent(headers) || saysSecondaryLimit(message);
}

/** No points are left in this hour. */
export function isSpent(headers: AnswerHeaders): boolean {
  return String(headers["x-ratelimit-remaining"]) === "0";
}
