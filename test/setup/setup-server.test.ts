import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer, request, type Server } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { parse } from "yaml";
import { closeServer, listen } from "../../src/http/lifecycle.ts";
import { credentialsPath, readCredentials } from "../../src/setup/credentials-file.ts";
import { createSetup, type Setup } from "../../src/setup/setup-server.ts";

const APP_YML = readFileSync(path.join(import.meta.dirname, "..", "..", "app.yml"), "utf8");
const WEBHOOK_PATH = "/api/github/webhooks";
const CREATED = {
  id: 4242,
  slug: "review-miner-octo",
  name: "Review Miner <octo>",
  html_url: "https://github.com/apps/review-miner-octo",
  webhook_secret: "e".repeat(40),
  pem: "-----BEGIN RSA PRIVATE KEY-----\nAAAA\nBBBB\n-----END RSA PRIVATE KEY-----\n",
};

/** GitHub's end of the flow: codes are good once. */
let github: Server;
let apiUrl: string;
let conversion: { status: number; body: string } | undefined;
let asked: string[];
let setup: Setup;
let dataDir: string;
let origin: string;
let token: string;

beforeEach(async () => {
  const codes = new Set(["good-code"]);
  asked = [];
  conversion = undefined;
  github = createServer((incoming, response) => {
    asked.push(`${incoming.method ?? ""} ${incoming.url ?? ""}`);
    const code = /^\/app-manifests\/([^/]+)\/conversions$/.exec(incoming.url ?? "")?.[1] ?? "";
    const isKnown = codes.delete(code);
    const answer = conversion ?? { status: isKnown ? 201 : 404, body: JSON.stringify(isKnown ? CREATED : {}) };
    response.writeHead(answer.status, { "content-type": "application/json" }).end(answer.body);
  });
  apiUrl = await listen(github, { host: "127.0.0.1", port: 0 });
  dataDir = path.join(mkdtempSync(path.join(tmpdir(), "review-miner-setup-")), "data");
  setup = createSetup({ apiUrl, dataDir, appYml: APP_YML, webhookPath: WEBHOOK_PATH });
  origin = await listen(setup.server, { host: "127.0.0.1", port: 0 });
  token = new URL(setup.startUrl()).searchParams.get("token") ?? "";
});

afterEach(async () => {
  await Promise.all([closeServer(github, { withinMs: 0 }), closeServer(setup.server, { withinMs: 0 })]);
  rmSync(path.dirname(dataDir), { recursive: true, force: true });
});

function post(form: Record<string, string>): Promise<Response> {
  return fetch(`${origin}/setup`, { method: "POST", body: new URLSearchParams({ token, ...form }) });
}

/** What the hidden fields and the form's address say, with the page's escapes taken back. */
function readConfirmPage(page: string) {
  const unescape = (text = "") => text.replaceAll("&quot;", '"').replaceAll("&#39;", "'").replaceAll("&amp;", "&");
  const action = unescape(/<form method="post" action="([^"]*)"/.exec(page)?.[1]);
  const manifest = unescape(/name="manifest" value="([^"]*)"/.exec(page)?.[1]);
  return { action: new URL(action), manifest: JSON.parse(manifest) as Record<string, unknown> };
}

async function beginAndConfirm(form: Record<string, string> = {}) {
  const answer = await post({ public_url: "https://miner.example.com", ...form });
  expect(answer.status).toBe(200);
  const confirm = readConfirmPage(await answer.text());
  return { ...confirm, state: confirm.action.searchParams.get("state") ?? "" };
}

function comeBack(parameters: Record<string, string>): Promise<Response> {
  return fetch(`${origin}/setup/created?${new URLSearchParams(parameters).toString()}`);
}

describe("the guided set-up", () => {
  it("asks for the address first, on a page that loads nothing", async () => {
    const answer = await fetch(setup.startUrl());
    const page = await answer.text();
    expect(answer.status).toBe(200);
    expect(page).toContain('<label for="public_url">');
    expect(page).toContain('<html lang="en">');
    expect(page).not.toMatch(/<script|<link|<img|src=/);
    const policy = answer.headers.get("content-security-policy") ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain(`form-action 'self' ${apiUrl}`);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(answer.headers.get("cache-control")).toBe("no-store");
  });

  it("explains a tunnel, and stops, when there is no public address", async () => {
    const answer = await post({ public_url: " " });
    const page = await answer.text();
    expect(page).toContain("cloudflared tunnel");
    expect(page).not.toContain("settings/apps/new");
  });

  it("offers no relay that takes deliveries at another address, and writes them anew", async () => {
    expect(await (await post({ public_url: "" })).text()).not.toContain("smee-client");
  });

  it.each([
    ["http://miner.example.com", "https://"],
    ["miner.example.com", "not a URL"],
    ["https://localhost:3000", "cannot reach"],
    ["https://127.0.0.1", "cannot reach"],
    ["https://[::1]", "cannot reach"],
    ["https://192.168.0.10", "cannot reach"],
    ["https://printer.local", "cannot reach"],
    ["https://user:pw@miner.example.com", "Leave out"],
    ["https://miner.example.com/?a=b", "Leave out"],
    ["javascript:alert(1)", "https://"],
    ["https://smee.io/abc123", "breaks their signature"],
  ])("refuses %s, keeps what was typed, and says why", async (publicUrl, why) => {
    const answer = await post({ public_url: publicUrl });
    const page = await answer.text();
    expect(answer.status).toBe(422);
    expect(page).toMatch(/<p role="alert" id="problem">[^<]+<\/p>/);
    expect(page).toContain(why);
    expect(page).toContain(publicUrl.replaceAll("&", "&amp;"));
  });

  it("escapes what was typed", async () => {
    const page = await (await post({ public_url: '"><script>alert(1)</script>' })).text();
    expect(page).not.toContain("<script");
  });

  it("sends the person to GitHub with the whole manifest", async () => {
    const { action, manifest, state } = await beginAndConfirm({ public_url: "https://miner.example.com/rm/" });
    expect(`${action.origin}${action.pathname}`).toBe(`${apiUrl}/settings/apps/new`);
    expect(state.length).toBeGreaterThanOrEqual(43);
    expect(manifest).toMatchObject({
      public: false,
      hook_attributes: { url: `https://miner.example.com/rm${WEBHOOK_PATH}`, active: true },
      url: "https://miner.example.com",
      redirect_url: `${origin}/setup/created`,
      default_permissions: { contents: "write", pull_requests: "write", metadata: "read" },
    });
    expect(manifest["default_events"]).toContain("pull_request_review");
  });

  it.each<[name: string, form: Record<string, string>, expected: RegExp]>([
    ["an organization", { organization: "octo-org" }, /^Review Miner octo-org$/],
    ["an organization of a long name", { organization: "o".repeat(39) }, /^Review Miner o{21}$/],
    ["nothing given", {}, /^Review Miner [0-9a-f]{4}$/],
    ["a name given", { organization: "octo-org", name: " Gold Digger " }, /^Gold Digger$/],
  ])("gives the App a name that is likely free: %s", async (_name, form, expected) => {
    const { manifest } = await beginAndConfirm(form);
    expect(manifest["name"]).toMatch(expected);
  });

  it("refuses a name that is too long for GitHub, and keeps it", async () => {
    const answer = await post({ public_url: "https://miner.example.com", name: "x".repeat(35) });
    const page = await answer.text();
    expect(answer.status).toBe(422);
    expect(page).toContain("34 characters at most");
    expect(page).toContain(`value="${"x".repeat(35)}"`);
  });

  it("lets only its owner install the App, unless anyone is chosen, and says so before GitHub is reached", async () => {
    const first = await (await fetch(setup.startUrl())).text();
    expect(first).toMatch(/value="owner" checked/);
    expect(first).not.toMatch(/value="anyone" checked/);
    const chosen = { public_url: "https://miner.example.com", installable_by: "anyone" };
    const page = await (await post(chosen)).text();
    expect(readConfirmPage(page).manifest).toMatchObject({ public: true });
    expect(page).toContain("any account that knows its address may install it");
    expect(await (await post({ ...chosen, name: "x".repeat(35) })).text()).toMatch(/value="anyone" checked/);
  });

  it("tells every permission of app.yml, with the reason, before GitHub does", async () => {
    const page = await (await post({ public_url: "https://miner.example.com" })).text();
    const { default_permissions: asked } = parse(APP_YML) as { default_permissions: Record<string, string> };
    for (const [name, access] of Object.entries(asked)) {
      expect(page).toMatch(new RegExp(`<code>${name}: ${access}</code>: [a-zA-Z]`));
    }
  });

  it("takes an address with the webhook's path pasted in", async () => {
    const { manifest } = await beginAndConfirm({ public_url: `https://miner.example.com${WEBHOOK_PATH}` });
    expect(manifest["hook_attributes"]).toMatchObject({ url: `https://miner.example.com${WEBHOOK_PATH}` });
  });

  it.each([
    ["octo-org", 200],
    ["octo/../admin", 422],
  ])("registers under the organization %s: %i", async (organization, status) => {
    const answer = await post({ public_url: "https://miner.example.com", organization });
    expect(answer.status).toBe(status);
    if (status === 200) expect(await answer.text()).toContain("/organizations/octo-org/settings/apps/new?");
  });

  it("turns the code into a file that only its owner can read, and ends", async () => {
    const { state } = await beginAndConfirm();
    const answer = await comeBack({ code: "good-code", state });
    const page = await answer.text();
    expect(answer.status).toBe(200);
    expect(page).toContain("Review Miner &lt;octo&gt; is registered");
    expect(page).toContain("https://github.com/apps/review-miner-octo/installations/new");
    expect(page).not.toContain("BBBB");
    expect(asked).toEqual(["POST /app-manifests/good-code/conversions"]);

    await expect(setup.finished).resolves.toEqual({
      installUrl: "https://github.com/apps/review-miner-octo/installations/new",
    });
    expect(statSync(credentialsPath(dataDir)).mode & 0o777).toBe(0o600);
    expect(readCredentials(dataDir)).toEqual({
      APP_ID: "4242",
      PRIVATE_KEY: CREATED.pem.trim(),
      WEBHOOK_SECRET: CREATED.webhook_secret,
      GITHUB_API_URL: apiUrl,
    });
    expect((await fetch(setup.startUrl())).status).toBe(410);
  });
});

describe("the way back from GitHub", () => {
  it.each([
    ["another state", { code: "good-code", state: "x".repeat(43) }],
    ["no state", { code: "good-code" }],
    ["an empty state", { code: "good-code", state: "" }],
  ])("is refused with %s, and GitHub is not asked", async (_, parameters) => {
    await beginAndConfirm();
    expect((await comeBack(parameters)).status).toBe(403);
    expect(asked).toEqual([]);
    expect(existsSync(credentialsPath(dataDir))).toBe(false);
  });

  it("is refused before anybody set out", async () => {
    expect((await comeBack({ code: "good-code", state: "" })).status).toBe(403);
  });

  it("is good for one use, whatever came of it", async () => {
    const { state } = await beginAndConfirm();
    expect((await comeBack({ code: "expired", state })).status).toBe(410);
    expect((await comeBack({ code: "good-code", state })).status).toBe(403);
    expect(existsSync(credentialsPath(dataDir))).toBe(false);
    const again = await beginAndConfirm();
    expect((await comeBack({ code: "good-code", state: again.state })).status).toBe(200);
  });

  it("is refused with the state of an earlier page", async () => {
    const first = await beginAndConfirm();
    await beginAndConfirm();
    expect((await comeBack({ code: "good-code", state: first.state })).status).toBe(403);
  });

  it("is refused without a code", async () => {
    const { state } = await beginAndConfirm();
    expect((await comeBack({ code: "../../user", state })).status).toBe(400);
    expect(asked).toEqual([]);
  });

  it.each([
    ["breaks", { status: 502, body: "<html>" }],
    ["answers something else", { status: 201, body: '{"id":"secret-pem"}' }],
    ["answers no JSON", { status: 201, body: "<html>" }],
  ])("leaves no file when GitHub %s", async (_, answer) => {
    conversion = answer;
    const { state } = await beginAndConfirm();
    const back = await comeBack({ code: "good-code", state });
    expect(back.status).toBe(502);
    expect(await back.text()).not.toContain("secret-pem");
    expect(existsSync(credentialsPath(dataDir))).toBe(false);
  });

  it("never overwrites credentials, and does not use the code then", async () => {
    const { state } = await beginAndConfirm();
    mkdirSync(dataDir);
    writeFileSync(credentialsPath(dataDir), "APP_ID=1\n");
    expect((await comeBack({ code: "good-code", state })).status).toBe(409);
    expect(asked).toEqual([]);
    expect(readFileSync(credentialsPath(dataDir), "utf8")).toBe("APP_ID=1\n");
  });
});

describe("whoever does not come from the address in the terminal", () => {
  it.each([
    ["/", 403],
    ["/setup", 403],
    ["/setup?token=wrong", 403],
    ["/probot/import", 403],
    ["/healthz", 200],
  ])("who opens %s is answered %i", async (place, status) => {
    const answer = await fetch(`${origin}${place}`);
    expect(answer.status).toBe(status);
    expect(await answer.text()).not.toContain(token);
  });

  it("cannot send the form without the token", async () => {
    expect((await post({ token: "wrong", public_url: "https://miner.example.com" })).status).toBe(403);
  });

  it("cannot send a form of any length", async () => {
    expect((await post({ public_url: "x".repeat(10_000) })).status).toBe(403);
  });

  it("cannot come through a tunnel or a name that leads to loopback, even with the token", async () => {
    const { port, pathname, search } = new URL(setup.startUrl());
    const headers = { host: "miner.example.com" };
    const sent = request({ host: "127.0.0.1", port, path: `${pathname}${search}`, headers }).end();
    const [response] = (await once(sent, "response")) as [{ statusCode: number; resume(): void }];
    response.resume();
    expect(response.statusCode).toBe(403);
  });
});
