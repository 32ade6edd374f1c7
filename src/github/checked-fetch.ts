/**
 * `fetch` as GitHub's API is to be asked: it ends in time, an answer is whole or an error, and a redirect is followed
 * with the same method and body, on the same host only. Octokit's own does none of these: it waits for ever, takes
 * half an answer for an empty one, and turns a redirected POST into a GET.
 */
import { RedirectError, TimeoutError, UnreadableAnswerError } from "./request-errors.ts";

const MAX_REDIRECTS = 3;
/** GitHub redirects what was renamed or transferred to the same thing by its id. */
const REDIRECTS = new Set([301, 302, 307, 308]);
/** By standard these have no body. */
const NO_BODY = new Set([204, 205, 304]);

interface CheckedFetchOptions {
  /** For the whole of one request: redirects, headers and body. */
  timeoutMs: number;
  fetch?: typeof fetch;
}

/** Throws `TimeoutError`, `RedirectError`, `UnreadableAnswerError`, and what `fetch` throws when there is no network. */
export function createCheckedFetch({ timeoutMs, fetch: ask = fetch }: CheckedFetchOptions): typeof fetch {
  return async (input, init = {}) => {
    const timeout = AbortSignal.timeout(timeoutMs);
    const signal = init.signal ? AbortSignal.any([init.signal, timeout]) : timeout;
    const url = input instanceof Request ? input.url : String(input);
    try {
      const response = await follow(ask, new URL(url), { ...init, signal, redirect: "manual" });
      return await readWhole(response);
    } catch (cause) {
      if (timeout.aborted) throw new TimeoutError(`no whole answer in ${timeoutMs} ms`, { cause });
      throw cause;
    }
  };
}

async function follow(ask: typeof fetch, url: URL, init: RequestInit, redirects = 0): Promise<Response> {
  const response = await ask(url, init);
  if (!REDIRECTS.has(response.status)) return response;
  const location = response.headers.get("location");
  const next = location ? URL.parse(location, url.href) : null;
  await response.body?.cancel();
  if (next?.origin !== url.origin) throw new RedirectError("GitHub redirects to another host");
  if (redirects === MAX_REDIRECTS) throw new RedirectError("GitHub redirects in circles");
  return follow(ask, next, init, redirects + 1);
}

async function readWhole(response: Response): Promise<Response> {
  const { status, headers } = response;
  if (NO_BODY.has(status)) return response;
  const bytes = await readBytes(response);
  if (response.ok) expectJson(bytes, headers.get("content-type") ?? "");
  return new Response(bytes, { status, statusText: response.statusText, headers });
}

async function readBytes(response: Response): Promise<ArrayBuffer> {
  try {
    return await response.arrayBuffer();
  } catch (cause) {
    throw new UnreadableAnswerError("the answer broke off", { cause });
  }
}

function expectJson(bytes: ArrayBuffer, contentType: string): void {
  if (bytes.byteLength === 0 && contentType === "") return;
  if (!/^application\/(?:[\w.-]+\+)?json\b/.test(contentType)) {
    throw new UnreadableAnswerError("the answer is not JSON");
  }
  try {
    JSON.parse(new TextDecoder().decode(bytes));
  } catch (cause) {
    throw new UnreadableAnswerError("the answer is not whole", { cause });
  }
}
