import { createHash } from "node:crypto";

/** What a text is known by: the first 16 hex digits of its SHA-256. */
export function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}
