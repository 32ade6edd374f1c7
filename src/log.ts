/**
 * The log: one JSON object a line, on standard output. Errors are cut down to what tells them apart, because errors
 * of HTTP clients and of webhook libraries carry whole requests, bodies and payloads with them.
 */
import { pino, type DestinationStream, type Logger } from "pino";

export const LOG_LEVELS = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Where a credential could stand in the fields of a log line, whoever wrote it. */
const SECRET_KEYS = ["authorization", "token", "secret", "privateKey", "password", "pem", "client_secret"];
const MAX_MESSAGE = 500;
const MAX_STACK = 4_000;
const MAX_CAUSES = 5;

/** A logger at `level`. Lines go to `destination`, else to standard output. */
export function createLog(level: LogLevel, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: null,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label: string) => ({ level: label }) },
    serializers: { err: toLoggedError, error: toLoggedError },
    redact: {
      paths: SECRET_KEYS.flatMap((key) => [key, `*.${key}`, `*.headers.${key}`]),
      censor: "[redacted]",
    },
  };
  return destination ? pino(options, destination) : pino(options);
}

export interface LoggedError {
  type: string;
  message: string;
  /** The HTTP status, where the error has one. */
  status?: number;
  stack?: string;
  cause?: LoggedError;
}

/** What is logged of an error: its class, message, status, stack and causes, each cut to a length; nothing it carries. */
export function toLoggedError(error: unknown, depth = 0): LoggedError {
  if (!(error instanceof Error)) return { type: typeof error, message: cut(String(error), MAX_MESSAGE) };
  const logged: LoggedError = { type: error.name, message: cut(error.message, MAX_MESSAGE) };
  if ("status" in error && typeof error.status === "number") logged.status = error.status;
  // The stack begins with the message, which was cut above.
  const frames = error.stack?.split("\n").filter((line) => /^\s+at /.test(line)) ?? [];
  if (frames.length > 0) logged.stack = cut(frames.map((line) => line.trim()).join("\n"), MAX_STACK);
  const cause: unknown = error instanceof AggregateError ? error.errors[0] : error.cause;
  if (cause !== undefined && depth < MAX_CAUSES) logged.cause = toLoggedError(cause, depth + 1);
  return logged;
}

function cut(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length)}...` : text;
}
