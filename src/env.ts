/** The environment, parsed once: what is wrong with it is said all at once, and no secret is ever repeated. */
import { createPrivateKey } from "node:crypto";
import path from "node:path";
import { z } from "zod";
import { apiUrlProblem } from "./api-url.ts";
import { LOG_LEVELS, type LogLevel } from "./log.ts";

export interface AppEnv {
  id: number;
  /** PEM. */
  privateKey: string;
  /** The current secret, and during a rotation the one before it. */
  webhookSecrets: [string, ...string[]];
}

/** `web` takes deliveries, `worker` runs jobs, `all` does both. */
const ROLES = ["all", "web", "worker"] as const;
type ProcessRole = (typeof ROLES)[number];

export interface Env {
  /** Nothing when no App is configured at all: the set-up comes first. */
  app: AppEnv | undefined;
  /** GitHub's REST API, without a slash at the end. */
  apiUrl: string;
  host: string;
  port: number;
  /** PostgreSQL; without it the store is embedded, in `dataDir`. */
  databaseUrl: string | undefined;
  /** Absolute. */
  dataDir: string;
  logLevel: LogLevel;
  role: ProcessRole;
  /** How long a capture waits for further events of its pull request. */
  jobDebounceMs: number;
  /** Readers of the numbers send it as a bearer token. */
  metricsToken: string | undefined;
  /** User ids of bots that may command. */
  allowedBots: number[];
}

export type ParsedEnv = { ok: true; env: Env } | { ok: false; mistakes: string[] };

type RawEnv = Readonly<Record<string, string | undefined>>;

const MIN_SECRET_BYTES = 32;
const MIN_KEY_BITS = 2048;
/** People wait for what they see on the pull request. */
const MAX_DEBOUNCE_MS = 60_000;
/** Any of these says that an App is meant to be configured. */
const APP_KEYS = ["APP_ID", "PRIVATE_KEY", "PRIVATE_KEY_PATH", "WEBHOOK_SECRET", "WEBHOOK_SECRET_PREVIOUS"];

const SECRET_REMEDY = "make one with `openssl rand -hex 32` and set the same in the App's settings on GitHub";

function webhookSecret(name: string) {
  return z
    .string({ error: `${name} is not set; ${SECRET_REMEDY}` })
    .refine((secret) => Buffer.byteLength(secret) >= MIN_SECRET_BYTES, {
      error: `${name} is shorter than ${MIN_SECRET_BYTES} bytes; ${SECRET_REMEDY}`,
    });
}

function url(name: string, problemOf: (url: URL) => string | undefined) {
  return z.string().transform((text, context) => {
    const parsed = URL.parse(text);
    const problem = parsed ? problemOf(parsed) : "is not a URL; give one like the example in docs/operating.md";
    if (problem === undefined) return text;
    context.addIssue(`${name} ${problem}`);
    return z.NEVER;
  });
}

const App = z.object({
  APP_ID: z
    .string({ error: "APP_ID is not set; it is the number on the App's settings page on GitHub" })
    .regex(/^[1-9][0-9]{0,14}$/, {
      error: "APP_ID is not a number; it is the one on the App's settings page on GitHub",
    })
    .transform(Number),
  PRIVATE_KEY: z
    .string({
      error: "PRIVATE_KEY is not set, nor is PRIVATE_KEY_PATH; make a key on the App's settings page on GitHub",
    })
    .transform((text, context) => {
      const key = toPrivateKey(text);
      if (key.ok) return key.pem;
      context.addIssue(key.mistake);
      return z.NEVER;
    }),
  WEBHOOK_SECRET: webhookSecret("WEBHOOK_SECRET"),
  WEBHOOK_SECRET_PREVIOUS: webhookSecret("WEBHOOK_SECRET_PREVIOUS").optional(),
});

const Settings = z.object({
  GITHUB_API_URL: url("GITHUB_API_URL", apiUrlProblem).default("https://api.github.com"),
  HOST: z.string().default("127.0.0.1"),
  PORT: z
    .string()
    .default("3000")
    .refine((text) => /^[0-9]{1,5}$/.test(text) && Number(text) <= 65_535, {
      error: "PORT is not a number from 0 to 65535; leave it out for 3000",
    })
    .transform(Number),
  DATABASE_URL: url("DATABASE_URL", ({ protocol }) =>
    /^postgres(?:ql)?:$/.test(protocol) ? undefined : "is not a PostgreSQL URL; it begins with postgres://",
  ).optional(),
  LOG_LEVEL: z
    .enum(LOG_LEVELS, { error: `LOG_LEVEL is not a level; choose one of ${LOG_LEVELS.join(", ")}` })
    .default("info"),
  ROLE: z.enum(ROLES, { error: `ROLE is not a role; choose one of ${ROLES.join(", ")}` }).default("all"),
  JOB_DEBOUNCE_MS: z
    .string()
    .default("3000")
    .refine((text) => /^[0-9]{1,5}$/.test(text) && Number(text) <= MAX_DEBOUNCE_MS, {
      error: `JOB_DEBOUNCE_MS is not a number from 0 to ${MAX_DEBOUNCE_MS}; leave it out for 3000`,
    })
    .transform(Number),
  METRICS_TOKEN: z
    .string()
    .refine((token) => Buffer.byteLength(token) >= MIN_SECRET_BYTES, {
      error: `METRICS_TOKEN is shorter than ${MIN_SECRET_BYTES} bytes; make one with \`openssl rand -hex 32\``,
    })
    .optional(),
  ALLOWED_BOTS: z
    .string()
    .default("")
    .refine((text) => text.trim() === "" || /^\s*[1-9]\d{0,14}(?:\s*,\s*[1-9]\d{0,14})*\s*$/.test(text), {
      error:
        "ALLOWED_BOTS is not a list of user ids, parted by commas; https://api.github.com/users/NAME[bot] gives one",
    })
    .transform((text) => text.split(",").flatMap((id) => (id.trim() === "" ? [] : Number(id)))),
});

/** Where the process keeps what it stores: needed before the rest can be parsed, because credentials may lie there. */
export function dataDirOf(raw: RawEnv): string {
  return path.resolve(raw["DATA_DIR"]?.trim() || "data");
}

/**
 * Parses the variables; an empty one counts as unset. `readFile` gives the text of the file PRIVATE_KEY_PATH names,
 * and throws when it cannot be read.
 */
export function parseEnv(raw: RawEnv, readFile: (path: string) => string): ParsedEnv {
  const set = Object.fromEntries(Object.entries(raw).filter(([, value]) => value !== undefined && value.trim() !== ""));
  const settings = Settings.safeParse(set);
  const mistakes = messages(settings);

  const role = settings.success ? settings.data.ROLE : "all";
  if (role !== "all" && !("DATABASE_URL" in set)) {
    mistakes.push(
      `ROLE is ${role} and DATABASE_URL is not set; the embedded store serves one process alone: ` +
        "set DATABASE_URL, or leave ROLE out",
    );
  }
  // One of several processes is no place to set an App up.
  const isConfigured = role !== "all" || APP_KEYS.some((key) => key in set);
  const key = findPrivateKey(set, readFile);
  const app = isConfigured ? App.safeParse({ ...set, PRIVATE_KEY: key.text }) : undefined;
  if (key.mistake !== undefined) mistakes.push(key.mistake);
  if (app) mistakes.push(...messages(app).filter((text) => !(key.mistake && text.startsWith("PRIVATE_KEY "))));

  if (mistakes.length > 0 || !settings.success) return { ok: false, mistakes };
  const { GITHUB_API_URL, HOST, PORT, DATABASE_URL, LOG_LEVEL, ROLE, JOB_DEBOUNCE_MS, METRICS_TOKEN, ALLOWED_BOTS } =
    settings.data;
  return {
    ok: true,
    env: {
      app: app?.success ? toApp(app.data) : undefined,
      apiUrl: GITHUB_API_URL.replace(/\/+$/, ""),
      host: HOST,
      port: PORT,
      databaseUrl: DATABASE_URL,
      dataDir: dataDirOf(set),
      logLevel: LOG_LEVEL,
      role: ROLE,
      jobDebounceMs: JOB_DEBOUNCE_MS,
      metricsToken: METRICS_TOKEN,
      allowedBots: ALLOWED_BOTS,
    },
  };
}

function toApp({ APP_ID, PRIVATE_KEY, WEBHOOK_SECRET, WEBHOOK_SECRET_PREVIOUS }: z.infer<typeof App>): AppEnv {
  const previous = WEBHOOK_SECRET_PREVIOUS === undefined ? [] : [WEBHOOK_SECRET_PREVIOUS];
  return { id: APP_ID, privateKey: PRIVATE_KEY, webhookSecrets: [WEBHOOK_SECRET, ...previous] };
}

function messages(parsed: z.ZodSafeParseResult<unknown>): string[] {
  return parsed.success ? [] : parsed.error.issues.map(({ message }) => message);
}

function findPrivateKey(set: RawEnv, readFile: (path: string) => string): { text?: string; mistake?: string } {
  const { PRIVATE_KEY: text, PRIVATE_KEY_PATH: file } = set;
  if (text !== undefined && file !== undefined) {
    return { text, mistake: "both PRIVATE_KEY and PRIVATE_KEY_PATH are set; keep one" };
  }
  if (file === undefined) return text === undefined ? {} : { text };
  try {
    return { text: readFile(file) };
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "unknown error";
    return { mistake: `PRIVATE_KEY_PATH names a file that cannot be read (${code}); check the path and its owner` };
  }
}

/** A key as people paste it: PEM, PEM with its line ends written as `\n`, or either in base64. */
function toPrivateKey(text: string): { ok: true; pem: string } | { ok: false; mistake: string } {
  const decoded = text.includes("-----BEGIN") ? text : Buffer.from(text, "base64").toString("utf8");
  const pem = `${decoded.replaceAll("\\n", "\n").trim()}\n`;
  try {
    const key = createPrivateKey(pem);
    if (key.asymmetricKeyType === "rsa" && (key.asymmetricKeyDetails?.modulusLength ?? 0) >= MIN_KEY_BITS) {
      return { ok: true, pem };
    }
    return { ok: false, mistake: "PRIVATE_KEY is not an RSA key of 2048 bits or more; GitHub gives no other kind" };
  } catch {
    // What the parser says may repeat the text, which is a secret.
    return { ok: false, mistake: "PRIVATE_KEY is not a private key; give the whole PEM file, or PRIVATE_KEY_PATH" };
  }
}
