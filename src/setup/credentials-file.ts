/** The App's credentials as the set-up leaves them: a file of variables that only its owner can read. */
import { mkdirSync, openSync, closeSync, fsyncSync, readFileSync, rmSync, writeSync } from "node:fs";
import path from "node:path";
import { parseEnv } from "node:util";

type Variables = Readonly<Record<string, string | undefined>>;

/** Where the file lies. */
export function credentialsPath(dataDir: string): string {
  return path.join(dataDir, "credentials.env");
}

/** The variables of the file; nothing when there is no file. Throws when it is there and cannot be read. */
export function readCredentials(dataDir: string): Variables | undefined {
  try {
    return parseEnv(readFileSync(credentialsPath(dataDir), "utf8"));
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw new Error(`cannot read ${credentialsPath(dataDir)}`, { cause: error });
  }
}

/**
 * The environment with the file's variables under it: what is set there stays, and the file of one App is not mixed
 * with the settings of another. Of the two ways to name a private key the environment's stands alone.
 */
export function withCredentials(environment: Variables, file: Variables): Variables {
  const set = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ""),
  );
  if (set["APP_ID"] !== undefined && set["APP_ID"] !== file["APP_ID"]) return set;
  const merged: Record<string, string | undefined> = { ...file, ...set };
  if (set["PRIVATE_KEY_PATH"] !== undefined && set["PRIVATE_KEY"] === undefined) delete merged["PRIVATE_KEY"];
  return merged;
}

export interface CredentialsFile {
  /** Writes the variables and waits for the disk: GitHub shows a private key once. */
  write(variables: Readonly<Record<string, string>>): void;
  /** Removes the file, which holds nothing yet. */
  abandon(): void;
}

/** Makes the file, empty. Throws when there is one: credentials are never overwritten. */
export function claimCredentialsFile(dataDir: string): CredentialsFile {
  const file = credentialsPath(dataDir);
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const descriptor = openSync(file, "wx", 0o600);
  return {
    write(variables) {
      const lines = Object.entries(variables).map(
        ([name, value]) => `${name}="${value.trim().replaceAll("\n", "\\n")}"`,
      );
      writeSync(
        descriptor,
        `# Written by the guided set-up. Real environment variables stand above these.\n${lines.join("\n")}\n`,
      );
      fsyncSync(descriptor);
      closeSync(descriptor);
    },
    abandon() {
      closeSync(descriptor);
      rmSync(file);
    },
  };
}
