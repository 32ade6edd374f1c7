/** What we say to the sender: a status and one short JSON object, never a word of what went wrong inside. */
import type { IncomingMessage, ServerResponse } from "node:http";

/** How long a sender may take to read the answer to a body we stopped reading, before the connection is cut. */
const LINGER_MS = 250;

export function answer(response: ServerResponse, status: number, body: object): void {
  const text = JSON.stringify(body);
  response.writeHead(status, headers(text));
  response.end(text);
}

/** Text of a type of its own, which no cache is to keep. */
export function answerText(response: ServerResponse, contentType: string, text: string): void {
  response.writeHead(200, { ...headers(text), "content-type": contentType });
  response.end(text);
}

/**
 * Answers a request whose body is not wanted, and closes the connection without reading more of it. The answer is
 * complete at once; the connection is cut a moment later, because cutting it with unread bytes in it destroys the
 * answer on its way.
 */
export function answerAndClose(request: IncomingMessage, response: ServerResponse, status: number, body: object): void {
  if (request.complete) {
    answer(response, status, body);
    return;
  }
  const text = JSON.stringify(body);
  request.pause();
  response.writeHead(status, { ...headers(text), connection: "close" });
  response.write(text);
  const cut = setTimeout(() => response.end(() => request.destroy()), LINGER_MS);
  response.once("close", () => {
    clearTimeout(cut);
  });
}

function headers(text: string): Record<string, string | number> {
  return {
    "content-type": "application/json; charset=utf-8",
    "content-length": Buffer.byteLength(text),
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
  };
}
