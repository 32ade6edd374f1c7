/** Chance that repeats itself: tests draw from a seed, so that what failed can be run again. */

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function shuffled<Value>(values: readonly Value[], draw: () => number): Value[] {
  const left = [...values];
  return values.flatMap(() => left.splice(Math.floor(draw() * left.length), 1));
}

/** One of the values, which must not be empty. */
export function pick<Value>(values: readonly Value[], draw: () => number): Value {
  return values[Math.floor(draw() * values.length)] as Value;
}
