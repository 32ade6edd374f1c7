/** Words that nobody can guess: whoever brings one had it from us. */
import { randomBytes, timingSafeEqual } from "node:crypto";

/** A fresh one, fit for an address. */
export function nonce(): string {
  return randomBytes(32).toString("base64url");
}

/** Compares in a time that says nothing about where the two differ. */
export function isSameNonce(given: string | null, expected: string): boolean {
  const [a, b] = [Buffer.from(given ?? ""), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** Issues nonces of which the last one is good, once. */
export interface OneUse {
  /** Gives a fresh one; the one before is good for nothing from now on. */
  issue: () => string;
  /** Whether this is the one that was issued last. If so, it is taken back. */
  redeem: (given: string | null) => boolean;
}

/** One that is good for one use. */
export function createOneUse(): OneUse {
  let issued: string | undefined;
  return {
    issue: () => (issued = nonce()),
    redeem(given) {
      if (issued === undefined || !isSameNonce(given, issued)) return false;
      issued = undefined;
      return true;
    },
  };
}
