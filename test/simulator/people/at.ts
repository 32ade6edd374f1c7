/** Doing something at another time than now. */
import type { World } from "../world.ts";

/** Runs `act` with the clock standing at `at` (ISO 8601), where one is given. */
export function withTime<Result>(world: World, at: string | undefined, act: () => Result): Result {
  if (at === undefined) return act();
  const { clock } = world;
  world.clock = () => new Date(at);
  try {
    return act();
  } finally {
    world.clock = clock;
  }
}

/** Who does it, and when, if not now. */
export interface By {
  /** A login. */
  as: string;
  /** ISO 8601. */
  at?: string;
}
