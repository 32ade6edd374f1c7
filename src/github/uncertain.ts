/** Writes whose answer was lost: their effect is looked for before anything is done again. */
import { UncertainError } from "./request-errors.ts";

interface AdoptOptions<Effect> {
  /** Looks for the effect by its key; nothing when it is not there. */
  find: () => Promise<Effect | undefined>;
  sleep: (ms: number) => Promise<unknown>;
}

/** GitHub may show a write only a moment after it was done. */
const PAUSES_MS = [0, 500, 1_500];

/**
 * Does `write` once. When its answer is lost, looks for the effect, and gives that; when there is none to be found,
 * throws what the write threw, so that the whole job runs again later and looks first.
 */
export async function adoptOrThrow<Effect>(
  write: () => Promise<Effect>,
  { find, sleep }: AdoptOptions<Effect>,
): Promise<Effect> {
  try {
    return await write();
  } catch (error) {
    if (!(error instanceof UncertainError)) throw error;
    for (const pause of PAUSES_MS) {
      await sleep(pause);
      const effect = await find();
      if (effect !== undefined) return effect;
    }
    throw error;
  }
}

/**
 * Does `write`, and once more when its answer is lost: for writes that leave the same state behind however often they
 * are done, and tell nobody.
 */
export async function repeatable<Answer>(write: () => Promise<Answer>): Promise<Answer> {
  try {
    return await write();
  } catch (error) {
    if (!(error instanceof UncertainError)) throw error;
    return write();
  }
}
