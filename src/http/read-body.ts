/** The body of a request, counted and checked as it arrives. */
import type { IncomingMessage } from "node:http";
import type { ByteBudget } from "./byte-budget.ts";
import { RefusedRequestError } from "./refused-request-error.ts";

interface ReadOptions {
  maxBytes: number;
  budget: ByteBudget;
  /** Sees every chunk before it is kept. */
  onChunk: (chunk: Buffer) => void;
}

export interface Body {
  chunks: Buffer[];
  /** Gives the bytes back to the budget: call it once the chunks are no longer needed. */
  release: () => void;
}

/** The sender went away before the body was whole: there is nobody to answer. */
export class AbortedError extends Error {
  override readonly name = "AbortedError";
}

/**
 * Reads the body into chunks. Throws a `RefusedRequestError` with 413 as soon as one byte too many was counted and with 503 when
 * the budget is spent, both with the request paused, and `AbortedError` when the sender goes away. What was taken
 * from the budget is given back when it throws.
 */
export function readBody(request: IncomingMessage, { maxBytes, budget, onChunk }: ReadOptions): Promise<Body> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const release = () => {
      budget.give(size);
      size = 0;
    };
    const settle = () => {
      request.off("data", keep).off("end", finish).off("error", abort).off("close", abort);
      request.on("error", ignore);
    };
    const fail = (error: Error) => {
      settle();
      request.pause();
      chunks.length = 0;
      release();
      reject(error);
    };
    const keep = (chunk: Buffer) => {
      if (size + chunk.length > maxBytes) {
        fail(new RefusedRequestError(413, `the body is larger than ${maxBytes} bytes`));
        return;
      }
      if (!budget.take(chunk.length)) {
        fail(new RefusedRequestError(503, "too many large deliveries at once"));
        return;
      }
      size += chunk.length;
      onChunk(chunk);
      chunks.push(chunk);
    };
    const finish = () => {
      settle();
      resolve({ chunks, release });
    };
    const abort = () => {
      fail(new AbortedError("the sender went away"));
    };
    request.on("data", keep).on("end", finish).on("error", abort).on("close", abort);
  });
}

/** A socket that fails after its request was settled concerns nobody. */
function ignore(): void {}
