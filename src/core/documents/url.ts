/** Addresses in Markdown of ours: nothing in them ends the link, or begins something else. */

/** An address of characters that need no escape, neither between `(` and `)` nor between `<` and `>`. */
const SAFE = /^https?:\/\/[A-Za-z0-9.-]+(?::\d+)?\/[\w./#?=&%~+-]*$/;

export function isSafeUrl(url: string): boolean {
  return SAFE.test(url);
}

/** A path for an address: each part percent-encoded, `/` kept; parentheses too, since they end a Markdown link. */
export function toUrlPath(path: string): string {
  return path
    .toWellFormed()
    .split("/")
    .map(encodeURIComponent)
    .join("/")
    .replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16)}`);
}
