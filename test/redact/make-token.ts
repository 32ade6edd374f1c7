/** Tokens made of formats. */
const ALPHABETS: Readonly<Record<string, string>> = {
  a: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789",
  l: "abcdefghijklmnopqrstuvwxyz0123456789",
  u: "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789",
  h: "0123456789abcdef",
  d: "0123456789",
  L: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz",
  w: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-",
  b: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/",
};
const UUID = "{h8}-{h4}-{h4}-{h4}-{h12}";

/** The same seed gives the same token. `secrets` are its pieces made by chance: none may be left behind. */
export function makeToken(format: string, seed: number): { token: string; secrets: string[] } {
  const random = randomOf(seed);
  const secrets: string[] = [];
  const token = format.replaceAll("{g}", UUID).replace(/\{([a-zA-Z])(\d+)\}/g, (_, name: string, count: string) => {
    const letters = ALPHABETS[name] ?? "";
    const piece = Array.from({ length: Number(count) }, () => letters[Math.floor(random() * letters.length)]).join("");
    if (piece.length >= 10) secrets.push(piece);
    return piece;
  });
  return { token, secrets };
}

function randomOf(seed: number): () => number {
  let state = (seed + 1) * 0x9e3779b1;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
