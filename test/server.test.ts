/** The server as a process: how it starts, refuses to start, bears abuse, and ends. */
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { generateKeyPairSync } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { closeServer, listen } from "../src/http/lifecycle.ts";
import { VERSION } from "../src/version.ts";
import {
  freePort,
  ROOT,
  serverEnvironment,
  startServer,
  waitFor,
  type ServerProcess,
} from "./helpers/server-process.ts";
import { startChild } from "./helpers/child-process.ts";

const privateKeyPem = generateKeyPairSync("rsa", { modulusLength: 2048 })
  .privateKey.export({ type: "pkcs1", format: "pem" })
  .toString();
const APP = { id: 77, privateKeyPem, webhookSecret: "c".repeat(40) };
const NOWHERE = "http://127.0.0.1:9";

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(path.join(tmpdir(), "review-miner-server-"));
});
afterEach(() => {
  rmSync(dataDir, { recursive: true, force: true });
});

async function environment(): Promise<Record<string, string>> {
  return serverEnvironment(APP, NOWHERE, dataDir, await freePort());
}

/** Runs the server to its end. */
async function run(
  variables: Record<string, string>,
  args: readonly string[] = [],
): Promise<{ code: number | null; output: string }> {
  const child = startChild(["src/server.ts", ...args], { cwd: ROOT, variables });
  const { code } = await child.ended;
  return { code, output: child.output() };
}

describe("the server", () => {
  it.each([
    ["--help", 0, "APP_ID"],
    ["--version", 0, VERSION],
    ["--prot=4000", 2, "unknown option '--prot=4000'"],
    ["start", 2, "too many arguments"],
  ])("given %s starts nothing and exits with %i", async (argument, code, text) => {
    const ended = await run({ DATA_DIR: dataDir }, [argument]);
    expect(ended.code).toBe(code);
    expect(ended.output).toContain(text);
    expect(readdirSync(dataDir)).toEqual([]);
  });

  it("says in a sentence that its port is taken", async () => {
    const other = createServer();
    const port = new URL(await listen(other, { host: "127.0.0.1", port: 0 })).port;
    const { code, output } = await run({ DATA_DIR: dataDir, PORT: port });
    await closeServer(other, { withinMs: 0 });
    expect(output).toBe(
      `review-miner: cannot listen on 127.0.0.1 port ${port}; end what listens there, or give another HOST or PORT (EADDRINUSE)\n`,
    );
    expect(code).toBe(1);
  });

  it("refuses to start with mistakes, names them all, repeats no secret, and exits with 2", async () => {
    const variables = { APP_ID: "x", PRIVATE_KEY: "hunter2", WEBHOOK_SECRET: "hunter3", PORT: "y", DATA_DIR: dataDir };
    const { code, output } = await run(variables);
    expect(code).toBe(2);
    for (const name of ["APP_ID", "PRIVATE_KEY", "WEBHOOK_SECRET", "PORT"]) {
      expect(output).toMatch(new RegExp(`^review-miner: ${name} .*;`, "m"));
    }
    expect(output).not.toMatch(/hunter/);
  });

  it("stores deliveries, refuses its directory to a second process, bears abuse, and drains on SIGTERM", async () => {
    const variables = await environment();
    const server = await startServer(variables);
    try {
      const second = await run({ ...variables, PORT: String(await freePort()) });
      expect(second.code).toBe(1);
      // One line for a person, no stack.
      expect(second.output).toMatch(/^review-miner: the data directory .* is in use by process \d+: stop that .*\n$/);
      expect(second.output).toContain(dataDir);

      await expectSmallGrowth(server);
      expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
      const numbers = await (await fetch(`${server.url}/metrics`)).text();
      expect(numbers).toMatch(/^review_miner_deliveries_total\{outcome="refused"\} 1$/m);
      expect(numbers).toMatch(/^review_miner_store_up 1$/m);
    } finally {
      const begun = performance.now();
      expect(await server.stop()).toBe(0);
      expect(performance.now() - begun).toBeLessThan(10_000);
    }
    expect(server.output()).toContain('"msg":"stopped"');
    expect(server.output()).not.toContain(APP.webhookSecret);
    expect(server.output()).not.toContain("PRIVATE KEY");
  }, 300_000);

  it("guides through the set-up, starts with what it left, and reads the file the next time", async () => {
    const github = createServer((_, response) => {
      const app = { id: 78, name: "Miner", html_url: "https://github.com/apps/miner", webhook_secret: "d".repeat(40) };
      response.writeHead(201, { "content-type": "application/json" });
      response.end(JSON.stringify({ ...app, pem: privateKeyPem }));
    });
    const apiUrl = await listen(github, { host: "127.0.0.1", port: 0 });
    const variables = { DATA_DIR: dataDir, PORT: String(await freePort()), GITHUB_API_URL: apiUrl };
    const child = startChild(["src/server.ts"], { cwd: ROOT, variables: { ...variables, HOST: "0.0.0.0" } });
    try {
      const start = await waitFor("the set-up", () => /http:\/\/127\.0\.0\.1:\S+/.exec(child.out())?.[0]);
      const token = new URL(start).searchParams.get("token") ?? "";
      const body = new URLSearchParams({ token, public_url: "https://miner.example.com" });
      const page = await (await fetch(new URL("/setup", start), { method: "POST", body })).text();
      const state = /state=([\w-]+)/.exec(page)?.[1] ?? "";
      const back = await fetch(new URL(`/setup/created?code=abc&state=${state}`, start));
      expect(back.status).toBe(200);
      await waitFor("the server", () => (child.out().includes('"msg":"listening"') ? true : undefined), 60_000);
      expect(child.out()).toContain("https://github.com/apps/miner/installations/new");
    } finally {
      await child.stop("SIGTERM");
      await closeServer(github, { withinMs: 0 });
    }
    expect(child.process.exitCode).toBe(0);
    const again = await run({ ...variables, LOG_LEVEL: "loud" });
    expect(again.output.trim().split("\n")).toEqual([expect.stringContaining("LOG_LEVEL is not a level")]);
  }, 300_000);
});

/** Sends 512 MB without a length and without a valid signature, and watches the process's memory meanwhile. */
async function expectSmallGrowth(server: ServerProcess): Promise<void> {
  const rss = () => residentMiB(server.child.pid ?? 0);
  const before = rss();
  const { hostname, port } = new URL(server.url);
  const socket = connect(Number(port), hostname);
  let answer = "";
  socket.on("data", (chunk: Buffer) => (answer += chunk.toString())).on("error", () => undefined);
  socket.write(
    `POST /api/github/webhooks HTTP/1.1\r\nhost: ${hostname}\r\ncontent-type: application/json\r\nx-github-event: push\r\n` +
      `x-github-delivery: 1\r\nx-hub-signature-256: sha256=${"0".repeat(64)}\r\ntransfer-encoding: chunked\r\n\r\n`,
  );
  const piece = Buffer.concat([Buffer.from("10000\r\n"), Buffer.alloc(65_536, 0x61), Buffer.from("\r\n")]);
  let peak = before;
  const isOpen = () => !socket.closed;
  let sent = 0;
  for (; sent < 512 * 2 ** 20 && isOpen(); sent += 65_536) {
    socket.write(piece);
    while (socket.writableNeedDrain && isOpen()) await sleep(1);
    if (sent % 2 ** 20 === 0) peak = Math.max(peak, rss());
  }
  expect(answer).toMatch(/^HTTP\/1\.1 413 /);
  expect(isOpen()).toBe(false);
  expect(sent).toBeLessThan(64 * 2 ** 20);
  expect(peak - before).toBeLessThanOrEqual(40);
}

/** Zero where the system has no /proc: then nothing is measured. */
function residentMiB(pid: number): number {
  const file = `/proc/${pid}/status`;
  if (!existsSync(file)) return 0;
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(file, "utf8"))?.[1] ?? 0) / 1024;
}
