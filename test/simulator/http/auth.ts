/** Who asks: the App by its JWT, an installation or a user by a token, or nobody. */
import { verify } from "node:crypto";
import { ApiError } from "../api-error.ts";
import type { Account } from "../model.ts";
import type { App, Token } from "../model-apps.ts";
import type { World } from "../world.ts";

export type Auth = { kind: "anonymous" } | { kind: "app"; app: App } | Token;

/** Throws 401 for a credential that is wrong or has expired. */
export function authenticate(world: World, headers: Record<string, string>): Auth {
  const header = headers["authorization"];
  if (header === undefined) return { kind: "anonymous" };
  const credential = readCredential(header);
  if (credential.split(".").length === 3) return { kind: "app", app: verifyJwt(world, credential) };
  const token = world.tokens.get(credential);
  if (!token) throw new ApiError(401, "Bad credentials");
  if (token.kind === "installation" && Date.parse(token.expiresAt) <= world.clock().getTime()) {
    world.tokens.delete(credential);
    throw new ApiError(401, "Bad credentials");
  }
  return token;
}

/** Who is counted for a request, whatever becomes of it: all tokens of one installation share a budget. */
export function payerOf(world: World, headers: Record<string, string>): string {
  try {
    return subjectOf(authenticate(world, headers));
  } catch {
    return "nobody";
  }
}

/** All tokens of one installation share a budget. */
export function subjectOf(auth: Auth): string {
  if (auth.kind === "installation") return `installation ${auth.installation.id}`;
  if (auth.kind === "user") return `user ${auth.user.id}`;
  return auth.kind === "app" ? `app ${auth.app.id}` : "nobody";
}

function readCredential(header: string): string {
  const [scheme = "", value = ""] = header.split(/\s+/, 2);
  if (scheme.toLowerCase() !== "basic") return value;
  return Buffer.from(value, "base64").toString().split(":").at(-1) ?? "";
}

/** GitHub takes a life of at most ten minutes, and clocks that differ a little. */
const MAX_LIFE_S = 600;
const SKEW_S = 60;

function verifyJwt(world: World, jwt: string): App {
  const [head = "", claims = "", signature = ""] = jwt.split(".");
  const { alg } = parsePart(head);
  const { iat, exp, iss } = parsePart(claims);
  const app = world.apps.find(({ id }) => String(iss) === String(id));
  if (!app) throw new ApiError(401, "Integration not found");
  const isGenuine =
    alg === "RS256" &&
    verify("sha256", Buffer.from(`${head}.${claims}`), app.publicKeyPem, Buffer.from(signature, "base64url"));
  if (!isGenuine) throw new ApiError(401, "A JSON web token could not be decoded");
  const seconds = Math.floor(world.clock().getTime() / 1_000);
  if (typeof iat !== "number" || iat > seconds + SKEW_S) {
    const message = "'Issued at' claim ('iat') must be an Integer representing the time that the assertion was issued";
    throw new ApiError(401, message);
  }
  if (typeof exp !== "number" || exp <= seconds) {
    const message =
      "'Expiration time' claim ('exp') must be a numeric value representing the future time at which the assertion expires";
    throw new ApiError(401, message);
  }
  if (exp > seconds + MAX_LIFE_S + SKEW_S) {
    throw new ApiError(401, "'Expiration time' claim ('exp') is too far in the future");
  }
  return app;
}

function parsePart(part: string): Record<string, unknown> {
  try {
    return JSON.parse(Buffer.from(part, "base64url").toString()) as Record<string, unknown>;
  } catch {
    throw new ApiError(401, "A JSON web token could not be decoded");
  }
}

/** The account that a request acts as. Throws 401 for nobody, and for the App itself, which is no account. */
export function actorOf(auth: Auth): Account {
  if (auth.kind === "user") return auth.user;
  if (auth.kind === "installation") return auth.installation.app.bot;
  throw new ApiError(401, auth.kind === "app" ? "Bad credentials" : "Requires authentication");
}
