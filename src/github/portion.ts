/**
 * How much one query asks for. GitHub caps what a query may take, by a measure that it does not publish, and answers only
 * a part of what goes past it; and it ends what takes longer than ten seconds, in the same way as it stumbles over others.
 * Then less is asked for at once.
 * https://github.blog/changelog/2025-09-01-graphql-api-resource-limits
 * https://docs.github.com/graphql/overview/rate-limits-and-query-limits-for-the-graphql-api#timeouts
 */
import { classifyFailure } from "./classify-failure.ts";

/** Runs `ask`, which asks for so much at once, and runs it again for less where that was too much. */
export type Portion = <Answer>(ask: (size: number) => Promise<Answer>) => Promise<Answer>;

/**
 * Begins with `most`, and never goes back to what was too much. A stumble counts as that once: while GitHub is away it is
 * not asked for ever less. Throws what `ask` throws, also where one is too much.
 */
export function createPortion(most: number): Portion {
  let size = most;
  let maybeLate = true;
  const isTooMuch = (error: unknown): boolean => {
    const failure = classifyFailure(error);
    if (failure !== "retryable" || !maybeLate) return failure === "excessive";
    maybeLate = false;
    return true;
  };
  return async (ask) => {
    for (;;) {
      try {
        return await ask(size);
      } catch (error) {
        if (size === 1 || !isTooMuch(error)) throw error;
        size = Math.ceil(size / 4);
      }
    }
  };
}

/** Asks about all of `items`, as many at once as GitHub answers and `most` at most: each batch with its answer, in order. */
export async function* inBatches<Item, Answer>(
  items: readonly Item[],
  most: number,
  ask: (batch: readonly Item[]) => Promise<Answer>,
): AsyncGenerator<[batch: readonly Item[], answer: Answer]> {
  const portion = createPortion(most);
  let rest = items;
  while (rest.length > 0) {
    const left = rest;
    const answered = await portion(async (size): Promise<[readonly Item[], Answer]> => {
      const batch = left.slice(0, size);
      return [batch, await ask(batch)];
    });
    yield answered;
    rest = left.slice(answered[0].length);
  }
}
