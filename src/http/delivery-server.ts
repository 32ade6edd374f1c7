/**
 * The server GitHub talks to. It checks a delivery in the order of the wire, hands it on, and answers 2xx only once
 * the receiver has stored it. It owns every status code; the receiver owns what a delivery means.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { answer, answerAndClose, answerText } from "./answer.ts";
import { createByteBudget, type ByteBudget } from "./byte-budget.ts";
import { parseDeliveryHeaders } from "./delivery-headers.ts";
import { expectReader } from "./metrics-access.ts";
import { AbortedError, readBody } from "./read-body.ts";
import { RefusedRequestError } from "./refused-request-error.ts";
import { beginSignatureCheck } from "./signature.ts";

export const WEBHOOK_PATH = "/api/github/webhooks";

export interface SignedDelivery {
  /** GitHub's GUID. */
  id: string;
  /** The event's name, like `pull_request_review`. */
  name: string;
  payload: object;
  /** When GitHub sent it first, where it is taken late. */
  sentAt?: Date;
}

export interface Limits {
  /** GitHub caps a payload at 25 MB. */
  maxBytes: number;
  /** Of all unfinished bodies together. */
  maxBytesInFlight: number;
  headersTimeoutMs: number;
  /** For headers and body together. GitHub itself gives up after 10 s. */
  requestTimeoutMs: number;
}

const LIMITS: Limits = {
  maxBytes: 25 * 2 ** 20,
  maxBytesInFlight: 100 * 2 ** 20,
  headersTimeoutMs: 8_000,
  requestTimeoutMs: 15_000,
};

interface DeliveryServerOptions {
  /** The current secret, and during a rotation the one before it. */
  secrets: readonly [string, ...string[]];
  /**
   * Resolves, with a word for GitHub's delivery log, once the delivery is stored; throws when it is not. Absent where
   * no deliveries are taken: the server then answers about its health alone.
   */
  receive?: (delivery: SignedDelivery) => Promise<string>;
  /** Whether deliveries can be stored now. */
  isReady(): Promise<boolean>;
  log: {
    debug: (fields: object, message: string) => void;
    error: (fields: object, message: string) => void;
  };
  /** The numbers for `GET /metrics`; absent where there are none. */
  metrics?: MetricsSource;
  /** Told of each delivery that was answered, or refused, and how long that took. */
  onAnswered?: (answered: AnsweredDelivery) => void;
  limits?: Partial<Limits>;
}

interface MetricsSource {
  read: () => Promise<{ contentType: string; text: string }>;
  /** What a reader must send as a bearer token; without one only this machine may read. */
  token?: string | undefined;
}

export interface AnsweredDelivery {
  /** What the receiver said; `refused` (4xx), `failed` (5xx) or `aborted` by its sender. */
  outcome: string;
  seconds: number;
}

/**
 * Gives the server, not listening yet. `GET /healthz`, `GET /readyz` and `GET /metrics` are for whoever supervises the
 * process.
 */
export function createDeliveryServer(options: DeliveryServerOptions): Server {
  const limits = { ...LIMITS, ...options.limits };
  const budget = createByteBudget(limits.maxBytesInFlight);
  const { headersTimeoutMs: headersTimeout, requestTimeoutMs: requestTimeout } = limits;
  const connectionsCheckingInterval = Math.min(1_000, headersTimeout);
  return createServer({ headersTimeout, requestTimeout, connectionsCheckingInterval }, (request, response) => {
    route(request, response).catch((error: unknown) => {
      if (error instanceof AbortedError) return;
      if (error instanceof RefusedRequestError) {
        options.log.debug({ status: error.status, reason: error.message }, "request refused");
        answerAndClose(request, response, error.status, { error: error.message });
        return;
      }
      options.log.error({ err: error }, "request failed");
      if (response.headersSent) response.destroy();
      else answerAndClose(request, response, 500, { error: "internal error" });
    });
  });

  async function route(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url?.split("?", 1)[0] ?? "";
    const isRead = request.method === "GET" || request.method === "HEAD";
    if (path === "/healthz" && isRead) {
      answer(response, 200, { status: "ok" });
      return;
    }
    if (path === "/readyz" && isRead) {
      const isReady = await options.isReady();
      answer(response, isReady ? 200 : 503, { status: isReady ? "ready" : "not ready" });
      return;
    }
    if (path === "/metrics" && isRead && options.metrics) {
      expectReader(request, options.metrics.token);
      const { contentType, text } = await options.metrics.read();
      answerText(response, contentType, text);
      return;
    }
    const { receive } = options;
    if (path !== WEBHOOK_PATH || !receive) throw new RefusedRequestError(404, "there is nothing here");
    if (request.method !== "POST") {
      response.setHeader("allow", "POST");
      throw new RefusedRequestError(405, "deliveries are sent by POST");
    }
    const begun = performance.now();
    const tell = (outcome: string) => options.onAnswered?.({ outcome, seconds: (performance.now() - begun) / 1000 });
    try {
      const given = { options: { ...options, receive }, maxBytes: limits.maxBytes, budget };
      tell(await deliver(request, response, given));
    } catch (error) {
      tell(outcomeOf(error));
      throw error;
    }
  }
}

function outcomeOf(error: unknown): string {
  if (error instanceof AbortedError) return "aborted";
  return error instanceof RefusedRequestError && error.status < 500 ? "refused" : "failed";
}

type ReceivingOptions = DeliveryServerOptions & Required<Pick<DeliveryServerOptions, "receive">>;

async function deliver(
  request: IncomingMessage,
  response: ServerResponse,
  { options, maxBytes, budget }: { options: ReceivingOptions; maxBytes: number; budget: ByteBudget },
): Promise<string> {
  const { id, name, signature } = parseDeliveryHeaders(request.headers, maxBytes);
  const check = beginSignatureCheck(options.secrets, signature);
  if (!check) throw new RefusedRequestError(401, "the signature is malformed");
  const { chunks, release } = await readBody(request, { maxBytes, budget, onChunk: check.update });
  try {
    if (!check.isValid()) throw new RefusedRequestError(401, "the signature does not match the body");
    const outcome = await store(options, { id, name, payload: parsePayload(chunks) });
    answer(response, 202, { outcome });
    return outcome;
  } finally {
    release();
  }
}

async function store({ receive, log }: ReceivingOptions, delivery: SignedDelivery): Promise<string> {
  try {
    return await receive(delivery);
  } catch (error) {
    log.error({ err: error, deliveryId: delivery.id, event: delivery.name }, "delivery not stored");
    throw new RefusedRequestError(503, "the delivery could not be stored; send it again", { cause: error });
  }
}

function parsePayload(chunks: Buffer[]): object {
  const payload = parseJson(Buffer.concat(chunks));
  if (typeof payload !== "object" || payload === null || Array.isArray(payload)) {
    throw new RefusedRequestError(400, "the body is not a JSON object");
  }
  return payload;
}

function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch (error) {
    throw new RefusedRequestError(400, "the body is not JSON in UTF-8", { cause: error });
  }
}
