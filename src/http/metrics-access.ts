/**
 * Who may read the numbers: whoever has the token; without one, whoever is on this machine. A proxy on this machine that
 * adds no header of its own, as nginx with a bare `proxy_pass`, is taken for a reader here: it must not pass the path on.
 */
import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { RefusedRequestError } from "./refused-request-error.ts";

/** Most proxies add one of these, or are told to: the request then came from elsewhere. */
const FORWARDED = ["forwarded", "via", "x-forwarded-for", "x-real-ip"];

/** Throws `RefusedRequestError`: 401 without the right token, 404 where there is no token and the request is not from here. */
export function expectReader({ headers, socket }: IncomingMessage, token: string | undefined): void {
  if (token === undefined) {
    const isForwarded = FORWARDED.some((name) => headers[name] !== undefined);
    if (isForwarded || !isLoopbackAddress(socket.remoteAddress ?? ""))
      throw new RefusedRequestError(404, "there is nothing here");
    return;
  }
  const given = /^Bearer (?<token>.+)$/i.exec(headers.authorization ?? "")?.groups?.["token"] ?? "";
  if (!timingSafeEqual(sha256Of(given), sha256Of(token)))
    throw new RefusedRequestError(401, "the metrics want a bearer token");
}

function sha256Of(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}

function isLoopbackAddress(address: string): boolean {
  return address === "::1" || /^(?:::ffff:)?127\./.test(address);
}
