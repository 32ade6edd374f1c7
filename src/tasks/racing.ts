/** Races with whoever else writes to a branch. */
import { MovedError } from "./forge.ts";

/** How often work is begun anew before its job is given back to the queue. */
const RACES = 3;

/**
 * Runs `work`, and runs it again when a branch moved meanwhile: it must read anew what it builds on. Throws `MovedError`
 * after three lost races, and whatever else `work` throws.
 */
export async function racing<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let race = 1; ; race++) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof MovedError) || race >= RACES) throw error;
    }
  }
}
