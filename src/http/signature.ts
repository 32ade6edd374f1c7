/** GitHub's signature of a delivery: HMAC-SHA-256 over the bytes as they came, under any one of our secrets. */
import { createHmac, timingSafeEqual } from "node:crypto";

const SIGNATURE = /^sha256=(?<hex>[0-9a-f]{64})$/;

export interface SignatureCheck {
  /** The next bytes of the body, in order. */
  update: (chunk: Buffer) => void;
  /** Whether one of the secrets signed the bytes so far. Ends the check. */
  isValid: () => boolean;
}

/**
 * Begins the check of a body that has not arrived yet, so that an unsigned body is never put together. Nothing when
 * the header is not a SHA-256 signature at all: no body can make it valid.
 * The work is the same for every signature and every number of matching secrets.
 */
export function beginSignatureCheck(secrets: readonly string[], header: string): SignatureCheck | undefined {
  const hex = SIGNATURE.exec(header)?.groups?.["hex"];
  if (hex === undefined) return undefined;
  const claimed = Buffer.from(hex, "hex");
  const hashes = secrets.map((secret) => createHmac("sha256", secret));
  return {
    update(chunk) {
      for (const hash of hashes) hash.update(chunk);
    },
    isValid() {
      const matches = hashes.filter((hash) => timingSafeEqual(hash.digest(), claimed));
      return matches.length > 0;
    },
  };
}
