/** How many bytes of unfinished requests are held at once, over all connections. */
export interface ByteBudget {
  /** Takes `bytes` from the budget; false, and nothing taken, when they are not there. */
  take(bytes: number): boolean;
  /** Gives back what was taken. */
  give(bytes: number): void;
}

/** A budget of `total` bytes: many large bodies at once are turned away, one by one they pass. */
export function createByteBudget(total: number): ByteBudget {
  let left = total;
  return {
    take(bytes) {
      if (bytes > left) return false;
      left -= bytes;
      return true;
    },
    give(bytes) {
      left += bytes;
    },
  };
}
