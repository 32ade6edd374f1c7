/**
 * The guided set-up: a server on loopback that walks a person through GitHub's manifest flow. Its pages answer to the
 * address printed in the terminal alone, and the way back from GitHub to a state that was given out once.
 */
import { randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { text as readText } from "node:stream/consumers";
import { BLANK_FORM, nameOfApp, readAppForm, refuseForm, type AppForm } from "./app-form.ts";
import { credentialsPath } from "./credentials-file.ts";
import { ASTRAY, OVER, STUMBLED, type SetupFailure } from "./failures.ts";
import { fetchCredentials } from "./fetch-credentials.ts";
import { registrationUrl, toSiteUrl } from "./github-site.ts";
import { pageHeaders } from "./html.ts";
import { toManifest, type Manifest } from "./manifest.ts";
import { createOneUse, isSameNonce, nonce } from "./nonce.ts";
import { addressPage, confirmPage, createdPage, failurePage, tunnelPage } from "./pages.ts";
import { parsePublicUrl } from "./public-url.ts";

interface SetupOptions {
  apiUrl: string;
  dataDir: string;
  /** The text of `app.yml`. */
  appYml: string;
  /** Where the real server takes deliveries. */
  webhookPath: string;
}

export interface Setup {
  /** Not listening yet. Listen on a loopback address. */
  server: Server;
  /** The address to open in a browser, once the server listens. */
  startUrl: () => string;
  /** Resolves with the address to install the App from, once the credentials are on disk and the last page was sent. */
  finished: Promise<{ installUrl: string }>;
}

interface Page {
  status: number;
  body: string;
}

/** `parameters`: of the address. */
type Route = (request: IncomingMessage, parameters: URLSearchParams) => Page | Promise<Page>;

const MAX_FORM_BYTES = 8_192;

/** Gives the set-up with a fresh token. Nothing is written before GitHub has sent the person back. */
export function createSetup(options: SetupOptions): Setup {
  const { apiUrl, dataDir } = options;
  const siteUrl = toSiteUrl(apiUrl);
  const token = nonce();
  /** Given out with the last confirm page. */
  const state = createOneUse();
  let installUrl: string | undefined;
  const { promise: finished, resolve: finish } = Promise.withResolvers<{ installUrl: string }>();

  const server = createServer((request, response) => {
    answer(request)
      .catch(() => failed(STUMBLED))
      .then((page) => send(request, response, page))
      .catch(() => response.destroy());
  });
  const origin = () => `http://127.0.0.1:${portOf(server)}`;

  const routes: Readonly<Record<string, Route>> = {
    "GET /healthz": () => shown(failurePage("Waiting", "The set-up is under way.")),
    "GET /setup": (_, parameters) =>
      isSameNonce(parameters.get("token"), token) ? shown(addressPage({ token, form: BLANK_FORM })) : failed(ASTRAY),
    "POST /setup": async (request) => {
      const sent = await readForm(request);
      return isSameNonce(sent.get("token"), token) ? submitted(readAppForm(sent)) : failed(ASTRAY);
    },
    "GET /setup/created": (_, parameters) =>
      state.redeem(parameters.get("state")) ? created(parameters.get("code") ?? "") : failed(ASTRAY),
  };
  return { server, finished, startUrl: () => `${origin()}/setup?token=${token}` };

  async function answer(request: IncomingMessage): Promise<Page> {
    const { pathname, searchParams } = new URL(request.url ?? "/", origin());
    if (!isOurHost(request.headers.host, portOf(server))) return failed(ASTRAY);
    if (installUrl !== undefined) return failed(OVER);
    const route = routes[`${request.method ?? ""} ${pathname}`];
    return route ? route(request, searchParams) : failed(ASTRAY);
  }

  function submitted(form: AppForm): Page {
    if (form.publicUrl === "") return shown(tunnelPage({ token, port: portOf(server) }));
    const planned = planManifest(form, { ...options, origin: origin() });
    if (!planned.ok) return { status: 422, body: addressPage({ token, form, problem: planned.problem }) };
    const owner = form.organization !== "" && { organization: form.organization };
    const action = registrationUrl(siteUrl, { state: state.issue(), ...owner });
    return shown(confirmPage({ action, manifest: planned.manifest }));
  }

  async function created(code: string): Promise<Page> {
    const fetched = await fetchCredentials(code, { apiUrl, dataDir });
    if (!fetched.ok) return failed(fetched.failure);
    const { name, html_url } = fetched.app;
    installUrl = `${html_url}/installations/new`;
    return shown(createdPage({ name, installUrl, credentialsFile: credentialsPath(dataDir) }));
  }

  function send(request: IncomingMessage, response: ServerResponse, { status, body }: Page): void {
    response.writeHead(status, { ...pageHeaders(siteUrl), connection: "close" });
    response.end(request.method === "HEAD" ? "" : body, () => {
      if (installUrl !== undefined) finish({ installUrl });
    });
  }

  function failed({ status, title, sentence, mayRetry }: SetupFailure): Page {
    const next = mayRetry && { href: `/setup?token=${token}`, text: "Begin again" };
    return { status, body: failurePage(title, sentence, next) };
  }
}

function shown(body: string): Page {
  return { status: 200, body };
}

type PlannedManifest = { ok: true; manifest: Manifest } | { ok: false; problem: string };

/** What GitHub is asked to register, or a sentence about what is wrong with the form. */
function planManifest(
  form: AppForm,
  { appYml, webhookPath, origin }: Pick<SetupOptions, "appYml" | "webhookPath"> & { origin: string },
): PlannedManifest {
  const address = parsePublicUrl(form.publicUrl, webhookPath);
  if (!address.ok) return address;
  const problem = refuseForm(form);
  if (problem !== undefined) return { ok: false, problem };
  const manifest = toManifest(appYml, {
    name: nameOfApp(form, randomBytes(2).toString("hex")),
    isPublic: form.isPublic,
    webhookUrl: `${address.url}${webhookPath}`,
    redirectUrl: `${origin}/setup/created`,
  });
  return { ok: true, manifest };
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : 0;
}

/** A tunnel to this port, or a name that was made to resolve to loopback, brings another host. */
function isOurHost(host: string | undefined, port: number): boolean {
  return host === `127.0.0.1:${port}` || host === `localhost:${port}`;
}

async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  if (Number(request.headers["content-length"] ?? Infinity) > MAX_FORM_BYTES) return new URLSearchParams();
  return new URLSearchParams(await readText(request));
}
