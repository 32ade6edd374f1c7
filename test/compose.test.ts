/** `compose.yml` cannot be run here: at least its environments must be ones that the server starts with. */
import { describe, expect, it } from "@jest/globals";
import { generateKeyPairSync } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { parseEnv } from "../src/env.ts";

const Compose = z.object({
  services: z.record(
    z.string(),
    z.object({
      environment: z.record(z.string(), z.string()),
      deploy: z.object({ replicas: z.int() }).optional(),
    }),
  ),
});

const text = readFileSync(path.join(import.meta.dirname, "..", "compose.yml"), "utf8");
const { services } = Compose.parse(parse(text, { merge: true }));

const key = generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey;
const SET: Record<string, string> = {
  APP_ID: "7",
  PRIVATE_KEY: Buffer.from(key.export({ type: "pkcs1", format: "pem" })).toString("base64"),
  WEBHOOK_SECRET: "c".repeat(64),
  POSTGRES_PASSWORD: "d".repeat(48),
  METRICS_TOKEN: "e".repeat(64),
};

/** As compose does it: `${NAME:?}` must be set, `${NAME:-default}` may be. */
function interpolate(value: string): string {
  return value.replace(/\$\{(\w+):([?-])([^}]*)\}/g, (_, name: string, sign: string, fallback: string) => {
    const set = SET[name];
    if (set === undefined && sign === "?") throw new Error(`${name} is not set`);
    return set ?? fallback;
  });
}

describe("compose.yml", () => {
  it("has two web processes, two workers and one PostgreSQL", () => {
    const roles = Object.values(services).flatMap(({ environment, deploy }) =>
      Array.from({ length: deploy?.replicas ?? 1 }, () => environment["ROLE"] ?? "store"),
    );
    expect(roles.toSorted()).toEqual(["store", "web", "web", "worker", "worker"]);
  });

  it.each(Object.keys(services).filter((name) => name !== "postgres"))(
    "gives %s an environment without mistakes",
    (name) => {
      const given = Object.entries(services[name]?.environment ?? {}).map(([key, value]) => [key, interpolate(value)]);
      const parsed = parseEnv(Object.fromEntries(given) as Record<string, string>, () => "");
      expect(parsed).toMatchObject({ ok: true, env: { databaseUrl: expect.stringMatching(/^postgres:/) as unknown } });
    },
  );
});
