/** What a delivery's headers must be, checked before a byte of its body is read. */
import type { IncomingHttpHeaders } from "node:http";
import { RefusedRequestError } from "./refused-request-error.ts";

/** GitHub's names are like `pull_request_review`; nothing that an object has by nature is one. */
const EVENT = /^[a-z][a-z_]{0,63}$/;
const DELIVERY = /^[0-9A-Za-z-]{1,64}$/;
const JSON_TYPE = /^application\/json\s*(?:;\s*charset=(?:"utf-8"|utf-8)\s*)?$/i;

export interface DeliveryHeaders {
  /** GitHub's GUID of the delivery. */
  id: string;
  /** The event's name. */
  name: string;
  signature: string;
}

/** Throws a `RefusedRequestError`: 415 for a body that is not JSON, 400 for a missing header, 413 by length, 401 without signature. */
export function parseDeliveryHeaders(headers: IncomingHttpHeaders, maxBytes: number): DeliveryHeaders {
  const encoding = headers["content-encoding"] ?? "identity";
  if (!JSON_TYPE.test(headers["content-type"] ?? "") || encoding !== "identity") {
    throw new RefusedRequestError(
      415,
      'a delivery is "application/json"; choose it as the content type of the webhook',
    );
  }
  const name = one(headers["x-github-event"]);
  if (!EVENT.test(name) || name in {})
    throw new RefusedRequestError(400, "the header X-GitHub-Event is missing or malformed");
  const id = one(headers["x-github-delivery"]);
  if (!DELIVERY.test(id)) throw new RefusedRequestError(400, "the header X-GitHub-Delivery is missing or malformed");
  const length = headers["content-length"];
  if (length !== undefined && Number(length) > maxBytes) {
    throw new RefusedRequestError(413, `the body is larger than ${maxBytes} bytes`);
  }
  const signature = one(headers["x-hub-signature-256"]);
  if (signature === "") throw new RefusedRequestError(401, "the header X-Hub-Signature-256 is missing");
  return { id, name, signature };
}

/** A header sent twice arrives joined by a comma, or as a list: both fail the patterns above. */
function one(header: string | string[] | undefined): string {
  return typeof header === "string" ? header : "";
}
