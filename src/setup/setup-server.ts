/**
 * The guided set-up: a server on loopback that walks a person through GitHub's manifest flow. Its pages answer to the
 * address printed in the terminal alone, and the way back from GitHub to a state that was given out once.
 */
import { randomBytes, timingSafeEqual } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { text as readText } from "node:stream/consumers";
import { BLANK_FORM, nameOfApp, readAppForm, refuseForm, type AppForm } from "./app-form.ts";
import { convertCode, ExpiredCodeError, type CreatedApp } from "./convert-code.ts";
import { claimCredentialsFile, credentialsPath } from "./credentials-file.ts";
import { registrationUrl, toSiteUrl } from "./github-site.ts";
import { pageHeaders } from "./html.ts";
import { toManifest } from "./manifest.ts";
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

const MAX_FORM_BYTES = 8_192;
const CODE = /^[A-Za-z0-9_-]{1,100}$/;

/** Gives the set-up with a fresh token. Nothing is written before GitHub has sent the person back. */
export function createSetup({ apiUrl, dataDir, appYml, webhookPath }: SetupOptions): Setup {
  const siteUrl = toSiteUrl(apiUrl);
  const token = nonce();
  /** Given out with the last confirm page, taken back by the first use. */
  let state: string | undefined;
  let installUrl: string | undefined;
  const { promise: finished, resolve: finish } = Promise.withResolvers<{ installUrl: string }>();

  const server = createServer((request, response) => {
    answer(request)
      .catch((): Page => failed(500, "The set-up stumbled", "Something went wrong here; the terminal may say more."))
      .then(({ status, body }) => send(request, response, { status, body }))
      .catch(() => response.destroy());
  });
  return { server, finished, startUrl: () => `${origin()}/setup?token=${token}` };

  async function answer(request: IncomingMessage): Promise<Page> {
    const url = new URL(request.url ?? "/", origin());
    if (!isOurHost(request.headers.host)) return stranger();
    if (installUrl !== undefined) return failed(410, "The App is made", "The set-up is over; the server starts.");
    const route = `${request.method ?? ""} ${url.pathname}`;
    if (route === "GET /healthz") return { status: 200, body: failurePage("Waiting", "The set-up is under way.") };
    if (route === "GET /setup/created") return created(url.searchParams);
    if (route === "GET /setup" && isSame(url.searchParams.get("token"), token)) {
      return { status: 200, body: addressPage({ token, form: BLANK_FORM }) };
    }
    if (route === "POST /setup") {
      const sent = await readForm(request);
      if (isSame(sent.get("token"), token)) return submitted(readAppForm(sent));
    }
    return stranger();
  }

  function submitted(form: AppForm): Page {
    const { publicUrl, organization, isPublic } = form;
    if (publicUrl === "") return { status: 200, body: tunnelPage({ token, port: port() }) };
    const address = parsePublicUrl(publicUrl, webhookPath);
    const again = (problem: string): Page => {
      return { status: 422, body: addressPage({ token, form, problem }) };
    };
    if (!address.ok) return again(address.problem);
    const refusal = refuseForm(form);
    if (refusal !== undefined) return again(refusal);
    state = nonce();
    const webhookUrl = `${address.url}${webhookPath}`;
    const manifest = toManifest(appYml, {
      ...{ name: nameOfApp(form, randomBytes(2).toString("hex")), isPublic },
      ...{ webhookUrl, redirectUrl: `${origin()}/setup/created` },
    });
    const action = registrationUrl(siteUrl, { state, ...(organization !== "" && { organization }) });
    return { status: 200, body: confirmPage({ action, manifest }) };
  }

  async function created(parameters: URLSearchParams): Promise<Page> {
    const expected = state;
    if (expected === undefined || !isSame(parameters.get("state"), expected)) return stranger();
    state = undefined;
    const code = parameters.get("code") ?? "";
    if (!CODE.test(code)) return failed(400, "No code came back", "GitHub sent no code with you.", true);
    let file;
    try {
      file = claimCredentialsFile(dataDir);
    } catch {
      const path = credentialsPath(dataDir);
      return failed(409, "No place for the credentials", `${path} exists or cannot be written; move it away.`, true);
    }
    try {
      const app = await convertCode(apiUrl, code);
      file.write(toVariables(app));
      installUrl = `${app.html_url}/installations/new`;
      return {
        status: 200,
        body: createdPage({ name: app.name, installUrl, credentialsFile: credentialsPath(dataDir) }),
      };
    } catch (error) {
      file.abandon();
      if (!(error instanceof ExpiredCodeError)) {
        return failed(
          502,
          "GitHub did not answer",
          "GitHub gave no credentials. Delete the App there, and begin again.",
          true,
        );
      }
      return failed(410, "The code has expired", "GitHub's code is good for one use within an hour.", true);
    }
  }

  function toVariables({ id, pem, webhook_secret }: CreatedApp): Record<string, string> {
    return {
      APP_ID: String(id),
      PRIVATE_KEY: pem,
      WEBHOOK_SECRET: webhook_secret ?? "",
      GITHUB_API_URL: apiUrl,
    };
  }

  function send(request: IncomingMessage, response: ServerResponse, { status, body }: Page): void {
    response.writeHead(status, { ...pageHeaders(siteUrl), connection: "close" });
    response.end(request.method === "HEAD" ? "" : body, () => {
      if (installUrl !== undefined) finish({ installUrl });
    });
  }

  function failed(status: number, title: string, sentence: string, mayRetry = false): Page {
    const next = { href: `/setup?token=${token}`, text: "Begin again" };
    return { status, body: failurePage(title, sentence, mayRetry ? next : undefined) };
  }

  function stranger(): Page {
    return failed(403, "Not this way", "Open the address that the terminal shows, and follow the pages from there.");
  }

  function port(): number {
    const address = server.address();
    return typeof address === "object" && address !== null ? address.port : 0;
  }

  function origin(): string {
    return `http://127.0.0.1:${port()}`;
  }

  /** A tunnel to this port, or a name that was made to resolve to loopback, brings another host. */
  function isOurHost(host: string | undefined): boolean {
    return host === `127.0.0.1:${port()}` || host === `localhost:${port()}`;
  }
}

function nonce(): string {
  return randomBytes(32).toString("base64url");
}

/** Compares in a time that says nothing about where the two differ. */
function isSame(given: string | null, expected: string): boolean {
  const [a, b] = [Buffer.from(given ?? ""), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}

async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  if (Number(request.headers["content-length"] ?? Infinity) > MAX_FORM_BYTES) return new URLSearchParams();
  return new URLSearchParams(await readText(request));
}
