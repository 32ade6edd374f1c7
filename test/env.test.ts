import { describe, expect, it } from "@jest/globals";
import { generateKeyPairSync } from "node:crypto";
import path from "node:path";
import { dataDirOf, parseEnv, type Env } from "../src/env.ts";

const rsa = (bits: number) => generateKeyPairSync("rsa", { modulusLength: bits }).privateKey;
const KEY = rsa(2048);
const PEM = KEY.export({ type: "pkcs1", format: "pem" }).toString();
const PKCS8 = KEY.export({ type: "pkcs8", format: "pem" }).toString();
const SECRET = "0123456789abcdef0123456789abcdef";

const GOOD = { APP_ID: "12345", PRIVATE_KEY: PEM, WEBHOOK_SECRET: SECRET };

function parse(changes: Record<string, string | undefined>, file?: string) {
  return parseEnv({ ...GOOD, ...changes }, (name) => {
    if (name === "key.pem" && file !== undefined) return file;
    throw Object.assign(new Error(`no such file: ${name}`), { code: "ENOENT" });
  });
}

function env(changes: Record<string, string | undefined>, file?: string): Env {
  const parsed = parse(changes, file);
  if (!parsed.ok) throw new Error(parsed.mistakes.join("\n"));
  return parsed.env;
}

function mistakes(changes: Record<string, string | undefined>, file?: string): string[] {
  const parsed = parse(changes, file);
  return parsed.ok ? [] : parsed.mistakes;
}

describe("the environment", () => {
  it("has defaults for all but the App", () => {
    expect(env({})).toEqual({
      app: { id: 12345, privateKey: PEM, webhookSecrets: [SECRET] },
      apiUrl: "https://api.github.com",
      host: "127.0.0.1",
      port: 3000,
      databaseUrl: undefined,
      dataDir: path.resolve("data"),
      logLevel: "info",
      role: "all",
      jobDebounceMs: 3000,
      metricsToken: undefined,
      allowedBots: [],
    });
  });

  it.each([
    ["GITHUB_API_URL", "https://ghe.example.com/api/v3/", { apiUrl: "https://ghe.example.com/api/v3" }],
    ["GITHUB_API_URL", "http://127.0.0.1:4010", { apiUrl: "http://127.0.0.1:4010" }],
    ["GITHUB_API_URL", "http://[::1]:4010", { apiUrl: "http://[::1]:4010" }],
    ["HOST", "0.0.0.0", { host: "0.0.0.0" }],
    ["PORT", "0", { port: 0 }],
    ["DATABASE_URL", "postgresql://app@db/app", { databaseUrl: "postgresql://app@db/app" }],
    ["DATABASE_URL", "", { databaseUrl: undefined }],
    ["DATA_DIR", "/var/lib/review-miner", { dataDir: path.resolve("/var/lib/review-miner") }],
    ["LOG_LEVEL", "debug", { logLevel: "debug" }],
    ["LOG_LEVEL", " ", { logLevel: "info" }],
    ["METRICS_TOKEN", SECRET, { metricsToken: SECRET }],
    ["JOB_DEBOUNCE_MS", "0", { jobDebounceMs: 0 }],
    ["ALLOWED_BOTS", "41898282", { allowedBots: [41898282] }],
    ["ALLOWED_BOTS", " 41898282, 7 ", { allowedBots: [41898282, 7] }],
  ] as const)("takes %s=%s", (name, value, expected) => {
    expect(env({ [name]: value })).toMatchObject(expected);
  });

  it.each(["web", "worker"])("takes ROLE=%s beside PostgreSQL", (role) => {
    expect(env({ ROLE: role, DATABASE_URL: "postgres://app@db/app" }).role).toBe(role);
  });

  it("takes a second secret during a rotation", () => {
    const previous = "f".repeat(40);
    expect(env({ WEBHOOK_SECRET_PREVIOUS: previous }).app?.webhookSecrets).toEqual([SECRET, previous]);
  });

  it("says that no App is configured when nothing of one is set", () => {
    expect(env({ APP_ID: undefined, PRIVATE_KEY: "", WEBHOOK_SECRET: undefined }).app).toBeUndefined();
  });
});

describe("a private key", () => {
  it.each([
    ["PEM", PEM, PEM],
    ["PKCS#8", PKCS8, PKCS8],
    ["written with \\n", PEM.replaceAll("\n", "\\n"), PEM],
    ["in base64", Buffer.from(PEM).toString("base64"), PEM],
    ["without its last line end", PEM.trim(), PEM],
  ])("is taken %s", (_, text, expected) => {
    expect(env({ PRIVATE_KEY: text }).app?.privateKey).toBe(expected);
  });

  it("is taken from a file", () => {
    expect(env({ PRIVATE_KEY: undefined, PRIVATE_KEY_PATH: "key.pem" }, PEM).app?.privateKey).toBe(PEM);
  });

  it.each([
    ["prose", "hunter2 is my key", "PRIVATE_KEY is not a private key"],
    [
      "the public half",
      "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----",
      "PRIVATE_KEY is not a private key",
    ],
    ["cut off", PEM.slice(0, 400), "PRIVATE_KEY is not a private key"],
    ["too short", rsa(1024).export({ type: "pkcs1", format: "pem" }).toString(), "not an RSA key of 2048 bits"],
    [
      "of another kind",
      generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
      "not an RSA key of 2048 bits",
    ],
  ])("is refused when it is %s, and not repeated", (_, text, message) => {
    const found = mistakes({ PRIVATE_KEY: text });
    expect(found).toEqual([expect.stringContaining(message)]);
    for (const line of text.split("\n").filter((part) => part !== "")) expect(found[0]).not.toContain(line);
  });
});

describe("a mistake", () => {
  it.each([
    ["APP_ID", undefined, "APP_ID is not set"],
    ["APP_ID", "review-miner", "APP_ID is not a number"],
    ["PRIVATE_KEY", undefined, "PRIVATE_KEY is not set, nor is PRIVATE_KEY_PATH"],
    ["PRIVATE_KEY_PATH", "key.pem", "both PRIVATE_KEY and PRIVATE_KEY_PATH are set"],
    ["WEBHOOK_SECRET", undefined, "WEBHOOK_SECRET is not set"],
    ["WEBHOOK_SECRET", "development", "WEBHOOK_SECRET is shorter than 32 bytes"],
    ["WEBHOOK_SECRET_PREVIOUS", "short", "WEBHOOK_SECRET_PREVIOUS is shorter than 32 bytes"],
    ["GITHUB_API_URL", "github", "GITHUB_API_URL is not a URL"],
    ["GITHUB_API_URL", "http://ghe.example.com/api/v3", "GITHUB_API_URL is not https"],
    ["GITHUB_API_URL", "https://github.com", "its API is https://api.github.com"],
    ["GITHUB_API_URL", "https://user:hunter2@ghe.example.com", "more than a host and a path"],
    ["PORT", "http", "PORT is not a number from 0 to 65535"],
    ["PORT", "65536", "PORT is not a number from 0 to 65535"],
    ["DATABASE_URL", "mysql://db", "DATABASE_URL is not a PostgreSQL URL"],
    ["LOG_LEVEL", "loud", "LOG_LEVEL is not a level"],
    ["ROLE", "boss", "ROLE is not a role"],
    ["ROLE", "web", "ROLE is web and DATABASE_URL is not set"],
    ["ROLE", "worker", "ROLE is worker and DATABASE_URL is not set"],
    ["METRICS_TOKEN", "short", "METRICS_TOKEN is shorter than 32 bytes"],
    ["JOB_DEBOUNCE_MS", "-1", "JOB_DEBOUNCE_MS is not a number from 0 to 60000"],
    ["JOB_DEBOUNCE_MS", "60001", "JOB_DEBOUNCE_MS is not a number from 0 to 60000"],
    ["ALLOWED_BOTS", "dependabot[bot]", "ALLOWED_BOTS is not a list of user ids"],
    ["ALLOWED_BOTS", "7,,8", "ALLOWED_BOTS is not a list of user ids"],
  ])("in %s=%s is named once, with its remedy", (name, value, message) => {
    const found = mistakes({ [name]: value }, PEM);
    expect(found).toEqual([expect.stringContaining(message)]);
    expect(found[0]).toContain(";");
    if (value !== undefined && value.length > 8) expect(found[0]).not.toContain(`${value} `);
  });

  it("is told together with all the others", () => {
    const found = mistakes({ APP_ID: "x", PRIVATE_KEY: "y", WEBHOOK_SECRET: "z", PORT: "p", LOG_LEVEL: "l" });
    expect(found).toHaveLength(5);
  });

  it("is that a process with one role has no App to serve", () => {
    const nothing = { APP_ID: undefined, PRIVATE_KEY: undefined, WEBHOOK_SECRET: undefined };
    expect(mistakes({ ...nothing, ROLE: "web", DATABASE_URL: "postgres://app@db/app" })).toHaveLength(3);
  });

  it("in the path of the key is told alone, with its cause", () => {
    const found = mistakes({ PRIVATE_KEY: undefined, PRIVATE_KEY_PATH: "elsewhere.pem" });
    expect(found).toEqual([expect.stringMatching(/^PRIVATE_KEY_PATH names a file that cannot be read \(ENOENT\);/)]);
  });
});

describe("the data directory", () => {
  it.each([
    [{}, "data"],
    [{ DATA_DIR: "" }, "data"],
    [{ DATA_DIR: "there" }, "there"],
  ])("of %j is %s", (raw, expected) => {
    expect(dataDirOf(raw)).toBe(path.resolve(expected));
  });
});
