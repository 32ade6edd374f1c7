/**
 * A coarse redaction, for when GitHub has found a secret in a text that we took for clean: every word that might be one
 * goes, names of files and commits among them, because what GitHub refuses helps nobody.
 */
import { createHash } from "node:crypto";

const WORD = /[\w+/=~-]{16,}/g;

/** The text with a mark in the place of each long word of letters and digits. */
export function maskWords(text: string): string {
  return text.replaceAll(WORD, (word) => (mayBeSecret(word) ? `[redacted: word ${hashOf(word)}]` : word));
}

function mayBeSecret(word: string): boolean {
  return /[0-9]/.test(word) && /[a-z]/i.test(word);
}

function hashOf(word: string): string {
  return createHash("sha256").update(word).digest("hex").slice(0, 4);
}
