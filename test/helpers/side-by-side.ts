/** Servers of their own, run side by side: tests that kill them wait, most of the time, until a dead process's jobs are taken over. */

const SIDE_BY_SIDE = 4;

/**
 * Runs each of some things, a few at a time, and resolves with what they gave, in their order. Throws what the first of
 * them threw that failed, once all have ended.
 */
export async function sideBySide<Item, Result>(
  items: readonly Item[],
  run: (item: Item, nth: number) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const waiting = items.entries();
  const lanes = Array.from({ length: Math.min(SIDE_BY_SIDE, items.length) }, async () => {
    for (const [nth, item] of waiting) results[nth] = await run(item, nth);
  });
  const failed = (await Promise.allSettled(lanes)).find((lane) => lane.status === "rejected");
  if (failed) throw failed.reason;
  return results;
}
